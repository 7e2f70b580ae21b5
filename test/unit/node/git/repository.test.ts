import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gitIn, gitPath, openRepository } from '../../../../src/node/git/repository';
import { gitEnvironment } from '../../../../src/node/gitEnvironment';
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

  it('is of the environment that git is to have, whatever this process has', () =>
    withFolder({ 'one/a.txt': '', 'other/a.txt': '' }, async (folder) => {
      const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
      for (const each of [one, other]) git(each, 'init', '--quiet');
      const before = { ...process.env };
      try {
        process.env['GIT_DIR'] = path.join(other, '.git');
        const repository = await openRepository(one, { env: gitEnvironment() });
        assert.ok(!('failure' in repository));
        assert.equal(
          fs.realpathSync(repository.gitFolder),
          fs.realpathSync(path.join(one, '.git')),
        );
        await gitIn(repository, 'config', '--local', 'test.key', 'here');
      } finally {
        process.env = before;
      }
      assert.match(fs.readFileSync(path.join(one, '.git/config'), 'utf8'), /key = here/);
    }));
});
