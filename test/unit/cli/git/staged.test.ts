import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { maxArticleBytes } from '../../../../src/core/text/decode';
import { openRepository } from '../../../../src/node/git/repository';
import { withStaged } from '../../../../src/cli/git/staged';
import { bridge, bridgeFiles } from '../../../support/bridge';
import { withFolder } from '../../../support/files';
import { commitAll, git } from '../../../support/git';

describe('withStaged', () => {
  it('gives the articles of which something is staged, as they are staged, with their schema', () =>
    withFolder(
      {
        ...bridgeFiles,
        'altro.txt': 'Altro.\n',
        'altro.txt.ann.yaml': 'chiosa: 1\n',
        'chiosa.yaml': '',
      },
      async (folder) => {
        commitAll(folder);
        fs.writeFileSync(path.join(folder, 'ponte.txt'), bridge.second);
        git(folder, 'add', 'ponte.txt');
        fs.writeFileSync(path.join(folder, 'ponte.txt'), 'later');
        const repository = await openRepository(folder);
        assert.ok(!('failure' in repository));
        const copy = await withStaged(repository, ({ folder: copied, articles }) => {
          assert.deepEqual(articles, ['ponte.txt']);
          assert.equal(fs.readFileSync(path.join(copied, 'ponte.txt'), 'utf8'), bridge.second);
          assert.deepEqual(fs.readdirSync(copied).sort(), [
            '.git',
            'chiosa.yaml',
            'ponte.txt',
            'ponte.txt.ann.yaml',
          ]);
          return Promise.resolve(copied);
        });
        assert.ok(!fs.existsSync(copy));
      },
    ));

  it('gives a file that is too large to be read as one of its size', () =>
    withFolder(bridgeFiles, async (folder) => {
      commitAll(folder);
      const size = maxArticleBytes + 1;
      fs.writeFileSync(path.join(folder, 'ponte.txt'), 'a'.repeat(size));
      git(folder, 'add', 'ponte.txt');
      const repository = await openRepository(folder);
      assert.ok(!('failure' in repository));
      await withStaged(repository, ({ folder: copied }) => {
        assert.equal(fs.statSync(path.join(copied, 'ponte.txt')).size, size);
        return Promise.resolve();
      });
    }));

  it('fails where git does, so that no commit passes unseen', () =>
    withFolder(bridgeFiles, async (folder) => {
      commitAll(folder);
      const repository = await openRepository(folder);
      assert.ok(!('failure' in repository));
      fs.writeFileSync(path.join(folder, '.git', 'index'), 'no index');
      const never = () => Promise.resolve(assert.fail('nothing is known to be staged'));
      await assert.rejects(withStaged(repository, never), /git ls-files/);
    }));
});
