import fs from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/**
 * VS Code calls this as if it were tests. It watches how long the extension host keeps keys waiting until a file
 * `stop` stands in the folder of CHIOSA_BENCH, and leaves `host.json` there.
 */
export async function run(): Promise<void> {
  const folder = process.env['CHIOSA_BENCH'];
  if (folder === undefined) throw new Error('CHIOSA_BENCH names no folder');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  while (!fs.existsSync(path.join(folder, 'stop'))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  delay.disable();
  const inMs = (nanoseconds: number) => nanoseconds / 1e6;
  const measured = {
    longestDelay: inMs(delay.max),
    delay: inMs(delay.percentile(99)),
    memory: process.memoryUsage().rss / 1e6,
  };
  fs.writeFileSync(path.join(folder, 'host.json'), JSON.stringify(measured));
}
