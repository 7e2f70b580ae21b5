import process from 'node:process';
import { runCli } from './main';

const io = {
  cwd: process.cwd(),
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// The status is set, not exited with, so that a pipe takes all that was written.
void runCli(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
});
