import assert from 'node:assert/strict';
import { runGit } from '../../../src/node/gitCommand';
import { withFolder } from '../../support/files';

describe('runGit', () => {
  it('gives what git says, and its status', () =>
    withFolder({}, async (folder) => {
      const version = await runGit(folder, 'version');
      assert.equal(version.status, 0);
      assert.match(version.out, /^git version /);
      const failed = await runGit(folder, 'no-such-command');
      assert.notEqual(failed.status, 0);
      assert.notEqual(failed.err, '');
    }));

  it('says so where it cannot be run', async () => {
    const { status, err } = await runGit('/no/such/folder', 'version');
    assert.equal(status, undefined);
    assert.notEqual(err, '');
  });
});
