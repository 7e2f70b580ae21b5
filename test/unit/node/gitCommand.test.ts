import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { outputAs, outputOf, runGitAs } from '../../../src/node/gitCommand';
import { idOf } from '../../support/bridge';
import { withFolder } from '../../support/files';

describe('runGitAs', () => {
  it('gives what git says, and its status', () =>
    withFolder({}, async (folder) => {
      const version = await runGitAs({ folder, args: ['version'] });
      assert.equal(version.status, 0);
      assert.match(version.out, /^git version /);
      const failed = await runGitAs({ folder, args: ['no-such-command'] });
      assert.notEqual(failed.status, 0);
      assert.notEqual(failed.err, '');
    }));

  it('says so where it cannot be run', async () => {
    const { status, err } = await runGitAs({ folder: '/no/such/folder', args: ['version'] });
    assert.equal(status, undefined);
    assert.notEqual(err, '');
  });

  it('gives git what it reads', () =>
    withFolder({}, async (folder) => {
      const args = ['hash-object', '--stdin'];
      const { out } = await runGitAs({ folder, args, input: 'è' });
      assert.equal(out.trim(), idOf('è'));
    }));

  it('runs the program that it is told, in the environment that it is given', () =>
    withFolder({}, async (folder) => {
      const program = process.execPath;
      const args = ['-p', 'process.env.WHO'];
      const { out } = await runGitAs({ program, folder, args, env: { WHO: 'Ada' } });
      assert.equal(out.trim(), 'Ada');
    }));

  it('ends git when it is told', () =>
    withFolder({}, async (folder) => {
      const ending = new AbortController();
      const args = ['-e', 'setInterval(() => {}, 1000)'];
      const running = runGitAs({
        program: process.execPath,
        folder,
        args,
        signal: ending.signal,
      });
      ending.abort();
      assert.equal((await running).status, undefined);
    }));

  it('waits for a git that is told to end, and says what it has come to', async function () {
    // Windows has no signals that a program could answer.
    if (process.platform === 'win32') this.skip();
    await withFolder({}, async (folder) => {
      const ending = new AbortController();
      const clean = `
        const fs = require('node:fs');
        process.on('SIGTERM', () => setTimeout(() => (fs.rmSync('lock'), process.exit(0)), 200));
        setInterval(() => {}, 1000);
        fs.writeFileSync('lock', '');`;
      const args = ['-e', clean];
      const { signal } = ending;
      const running = runGitAs({ program: process.execPath, folder, args, signal });
      const lock = path.join(folder, 'lock');
      while (!fs.existsSync(lock)) await setImmediate();
      ending.abort();
      assert.equal((await running).status, 0);
      assert.equal(fs.existsSync(lock), false);
    });
  });
});

describe('outputOf', () => {
  it('gives what git prints, and throws what it says where it fails', () =>
    withFolder({}, async (folder) => {
      assert.match(await outputOf(folder, 'version'), /^git version /);
      await assert.rejects(outputOf(folder, 'no-such-command'), /no-such-command/);
    }));
});

describe('outputAs', () => {
  it('does so of a git that is run as it is said', () =>
    withFolder({}, async (folder) => {
      const program = process.execPath;
      const run = { program, folder, env: { WHO: 'Ada' } };
      assert.equal((await outputAs({ ...run, args: ['-p', 'process.env.WHO'] })).trim(), 'Ada');
      await assert.rejects(outputAs({ ...run, args: ['-e', 'process.exit(1)'] }));
    }));
});
