import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gitPath, openRepository } from '../../../../src/node/git/repository';
import { withFolder } from '../../../support/files';
import { git } from '../../../support/git';

describe('openRepository', () => {
  it('tells the root, where one stands, and the folders of git', () =>
    withFolder({ 'la città/a.txt': '' }, async (folder) => {
      git(folder, 'init', '--quiet');
      const repository = await openRepository(path.join(folder, 'la città'));
      assert.ok(!('failure' in repository));
      const root = fs.realpathSync(folder);
      assert.equal(fs.realpathSync(repository.root), root);
      assert.equal(repository.prefix, 'la città/');
      assert.equal(fs.realpathSync(repository.commonFolder), path.join(root, '.git'));
      const attributes = await gitPath(repository, 'info/attributes');
      assert.equal(
        path.relative(repository.root, attributes),
        path.join('.git', 'info', 'attributes'),
      );
    }));

  it('says why there is none', () =>
    withFolder({}, async (folder) => {
      const repository = await openRepository(folder);
      assert.match('failure' in repository ? repository.failure : '', /not a git repository/);
    }));
});
