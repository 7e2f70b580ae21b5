import fs from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import process from 'node:process';

/** How often the profiler looks at what runs, in µs. */
const interval = 200;

/**
 * VS Code calls this as if it were tests: it records what the extension host does until a file `stop` stands
 * in the folder of CHIOSA_BENCH, and leaves `profile.json` there, with the time in ms at which it began.
 */
export async function run(): Promise<void> {
  const folder = process.env['CHIOSA_BENCH'];
  if (folder === undefined) throw new Error('CHIOSA_BENCH names no folder');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  const began = Date.now();
  fs.writeFileSync(path.join(folder, 'began'), '');
  while (!fs.existsSync(path.join(folder, 'stop'))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { profile } = await session.post('Profiler.stop');
  fs.writeFileSync(path.join(folder, 'profile.json'), JSON.stringify({ began, profile }));
}
