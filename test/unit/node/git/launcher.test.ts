import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { keepLauncher, launching, writeLauncher } from '../../../../src/node/git/launcher';
import { withFolder } from '../../../support/files';

describe('a launcher', () => {
  const script = (word: string) => `console.log('${word}', ...process.argv.slice(2));\n`;
  const run = (file: string, ...args: readonly string[]) => {
    const [shell = '', ...rest] = launching(file);
    const { status, stdout, stderr } = spawnSync(shell, [...rest, ...args], { encoding: 'utf8' });
    return { status, said: stdout.trim(), err: stderr };
  };

  it('runs its program with all arguments, and another one once it is kept pointing there', () =>
    withFolder(
      { 'it’s 1.0/cli.js': script('old'), '1.1/cli.js': script('new') },
      async (folder) => {
        const file = path.join(folder, 'global storage', 'chiosa.sh');
        const program = (version: string) => [
          process.execPath,
          path.join(folder, version, 'cli.js'),
        ];
        await keepLauncher(file, program('1.1'));
        assert.equal(fs.existsSync(file), false, 'who has not set git up gets none');
        await writeLauncher(file, program('it’s 1.0'));
        assert.equal(run(file, 'merge', 'a b', '$c').said, 'old merge a b $c');
        await keepLauncher(file, program('1.1'));
        assert.equal(run(file, 'check').said, 'new check');
        const { mtimeMs } = fs.statSync(file);
        await keepLauncher(file, program('1.1'));
        assert.equal(fs.statSync(file).mtimeMs, mtimeMs);
      },
    ));

  it('fails, and is not taken for a conflict, where its program is gone', () =>
    withFolder({}, async (folder) => {
      const file = path.join(folder, 'chiosa.sh');
      await writeLauncher(file, [process.execPath, path.join(folder, 'gone.js')]);
      const { status, err } = run(file, 'merge');
      assert.equal(status, 255);
      assert.match(err, /not installed any more/);
    }));
});
