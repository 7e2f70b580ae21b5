import assert from 'node:assert/strict';
import path from 'node:path';
import { Projects } from '../../../src/cli/projects';
import { defaultSchema } from '../../../src/core/model/schema';
import { withFolder } from '../../support/files';

const files = {
  '.git/HEAD': '',
  'chiosa.yaml': 'types: { ship: }\n',
  'a/b/c.txt': '',
  'own/chiosa.yaml': 'types: { boat: { key: q } }\narticles: [ "*.md" ]\n',
  'own/d.md': '',
  'other/.git/HEAD': '',
  'other/e.txt': '',
};

describe('Projects', () => {
  it('finds the nearest schema above a folder, up to the root of its repository', () =>
    withFolder(files, async (folder) => {
      const projects = new Projects(folder);
      const types = async (of: string) => (await projects.of(of)).schema.types.map(({ id }) => id);
      assert.deepEqual(await types('a/b'), ['ship']);
      assert.deepEqual(await types('.'), ['ship']);
      assert.equal(await types('other').then((ids) => ids.length), defaultSchema.types.length);
      assert.equal(await projects.of('a'), await projects.of(path.join(folder, 'a', 'b')));
    }));

  it('reports each bad schema once, by its path, and takes the default in its place', () =>
    withFolder(files, async (folder) => {
      const projects = new Projects(path.join(folder, 'a'));
      assert.deepEqual((await projects.of('../own')).schema, defaultSchema);
      await projects.of('../own/further');
      await projects.of('b');
      assert.deepEqual(
        (await projects.problems()).map(({ file, problem }) => `${file} ${problem.code}`),
        [`${path.join('..', 'own', 'chiosa.yaml')} reserved-key`],
      );
    }));

  it('says which files are articles, where the schema does', () =>
    withFolder({ 'chiosa.yaml': 'articles: [ "in/**/*.md" ]\n' }, async (folder) => {
      const { includes } = await new Projects(folder).of('in/deep');
      assert.ok(includes);
      assert.ok(includes(path.join('in', 'deep', 'è.md')));
      assert.equal(includes('è.md'), false);
      assert.equal((await new Projects(folder).of('..')).includes, undefined);
    }));
});
