import os from 'node:os';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { runCli } from './main';
import { work, type WorkerTask } from './worker';

if (parentPort) work(workerData as WorkerTask, parentPort);
else start();

function start(): void {
  const io = {
    cwd: process.cwd(),
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
    program: [process.execPath, __filename],
    workers: { program: __filename, count: os.availableParallelism() },
  };
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // The status is set, not exited with, so that a pipe takes all that was written.
  void runCli(process.argv.slice(2), io).then((status) => {
    process.exitCode = status;
  });
}
