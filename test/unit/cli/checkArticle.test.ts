import assert from 'node:assert/strict';
import { checkArticle } from '../../../src/cli/checkArticle';
import { withSession } from '../../../src/cli/session';
import { harbour } from '../../support/cli';
import { withFolder } from '../../support/files';

const files = {
  'a.txt': harbour.article,
  'a.txt.ann.yaml': harbour.sidecar,
  'b.txt': 'B',
  'gone.txt.ann.yaml': harbour.sidecar,
  'bad.txt': 'Ada.\n',
  'bad.txt.ann.yaml': 'chiosa: 1\nentities: { ada: { name: Ada, type: ship } }\n',
};

const checked = (file: string) =>
  withFolder(files, (folder) => withSession(folder, (session) => checkArticle(file, session)));

describe('checkArticle', () => {
  it('gives what the sidecar says, for others to be held against', async () => {
    const { problems, sidecar } = await checked('a.txt');
    assert.deepEqual(problems, []);
    assert.equal(sidecar?.file, 'a.txt.ann.yaml');
    assert.deepEqual(
      sidecar.summary.entities.map(({ entity }) => entity),
      [{ id: 'marta-dell-oro', name: 'Marta Dell’Oro', type: 'person' }],
    );
    assert.deepEqual(sidecar.summary.quotes, [{ speaker: 'marta-dell-oro', quotes: 1 }]);
  });

  it('gives the problems of the article and its sidecar', async () => {
    const { problems, sidecar } = await checked('bad.txt');
    assert.deepEqual(
      problems.map(({ file, problem }) => [file, problem.code]),
      [['bad.txt.ann.yaml', 'unknown-type']],
    );
    assert.equal(sidecar?.summary.entities.length, 1);
  });

  it('gives no summary where there is no sidecar, or no article', async () => {
    assert.deepEqual(await checked('b.txt'), { problems: [] });
    const { problems, sidecar } = await checked('gone.txt');
    assert.deepEqual(
      problems.map(({ problem }) => problem.code),
      ['article-missing'],
    );
    assert.equal(sidecar, undefined);
  });
});
