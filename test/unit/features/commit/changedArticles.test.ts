import assert from 'node:assert/strict';
import { changedArticles, filesOf } from '../../../../src/features/commit/changedArticles';

describe('changedArticles', () => {
  const file = (path: string) => ({
    path,
    isUntracked: false,
    isGone: false,
    isStagedInPart: false,
    isInConflict: false,
  });
  const found = (paths: readonly string[], annotated: readonly string[]) =>
    changedArticles(paths.map(file), new Set(annotated)).map((each) => [
      each.path,
      ...filesOf(each).map(({ path }) => path),
    ]);

  it('puts article and sidecar together, by path', () => {
    assert.deepEqual(
      found(['b.txt.ann.yaml', 'b.txt', 'a.txt.ann.yaml', 'c.txt'], ['b.txt', 'a.txt', 'c.txt']),
      [
        ['a.txt', 'a.txt.ann.yaml'],
        ['b.txt', 'b.txt', 'b.txt.ann.yaml'],
        ['c.txt', 'c.txt'],
      ],
    );
  });

  it('takes an article whose sidecar is gone, and no file that has none', () => {
    assert.deepEqual(found(['notes.md', 'a.txt', 'a.txt.ann.yaml'], []), [
      ['a.txt', 'a.txt', 'a.txt.ann.yaml'],
    ]);
  });
});
