import assert from 'node:assert/strict';
import path from 'node:path';
import { isRepository, repositoryOf } from '../../../src/node/repository';
import { withFolder } from '../../support/files';

const files = {
  'one/.git/HEAD': '',
  'one/in/it/a.txt': '',
  'tree/.git': 'gitdir: x',
  'no/a.txt': '',
};

describe('isRepository', () => {
  it('is so where git has its folder, or a work tree its file', () =>
    withFolder(files, async (folder) => {
      const folders = ['one', 'tree', 'no', 'nowhere', 'one/in'];
      const found = await Promise.all(folders.map((each) => isRepository(path.join(folder, each))));
      assert.deepEqual(found, [true, true, false, false, false]);
    }));
});

describe('repositoryOf', () => {
  it('is the nearest above a folder, or itself', () =>
    withFolder(files, async (folder) => {
      const one = path.join(folder, 'one');
      assert.equal(await repositoryOf(one), one);
      assert.equal(await repositoryOf(path.join(one, 'in', 'it')), one);
    }));

  it('is none above the root of the file system', async () => {
    assert.equal(await repositoryOf(path.parse(process.cwd()).root), undefined);
  });
});
