import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { repositoryPath } from './files';

/** Says whether a JSON file of the repository is this value; UPDATE_GOLDEN=1 writes it anew, formatted. */
export function assertGolden(value: unknown, ...path: readonly string[]): void {
  const file = repositoryPath(...path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
    const prettier = repositoryPath('node_modules', 'prettier', 'bin', 'prettier.cjs');
    spawnSync(process.execPath, [prettier, '--write', file]);
  }
  assert.deepEqual(JSON.parse(fs.readFileSync(file, 'utf8')), value);
}

/** How long a test may take that writes such a file, in ms: Prettier has to start. */
export const goldenTimeout = 20_000;
