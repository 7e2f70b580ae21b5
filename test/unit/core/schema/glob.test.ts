import assert from 'node:assert/strict';
import { matchesGlob } from '../../../../src/core/schema/glob';

/** The paths that a pattern takes, of all that the tests are about. */
function taken(pattern: string): string[] {
  return [
    'a.txt',
    'è qui.md',
    'articoli/a.txt',
    'articoli/2025/07/b.news',
    'articoli/2025/c.txt.bak',
    'A.TXT',
    'a{b.txt',
    'x+(1).txt',
    'shed/a.txt',
  ].filter((path) => matchesGlob(pattern, path));
}

describe('matchesGlob', () => {
  it('keeps * and ? within a name', () => {
    assert.deepEqual(taken('*.txt'), ['a.txt', 'a{b.txt', 'x+(1).txt']);
    assert.deepEqual(taken('?.txt'), ['a.txt']);
    assert.deepEqual(taken('è*.md'), ['è qui.md']);
    assert.deepEqual(taken('*/a.txt'), ['articoli/a.txt', 'shed/a.txt']);
  });

  it('takes ** over any number of folders, also none', () => {
    assert.deepEqual(taken('**/a.txt'), ['a.txt', 'articoli/a.txt', 'shed/a.txt']);
    assert.deepEqual(taken('articoli/**'), [
      'articoli/a.txt',
      'articoli/2025/07/b.news',
      'articoli/2025/c.txt.bak',
    ]);
    assert.deepEqual(taken('articoli/**/*.news'), ['articoli/2025/07/b.news']);
  });

  it('takes alternatives', () => {
    assert.deepEqual(taken('**/*.{md,news}'), ['è qui.md', 'articoli/2025/07/b.news']);
    assert.deepEqual(taken('{shed,articoli}/*.txt'), ['articoli/a.txt', 'shed/a.txt']);
  });

  it('takes every other character for itself', () => {
    assert.deepEqual(taken('a{b.txt'), ['a{b.txt']);
    assert.deepEqual(taken('x+(1).txt'), ['x+(1).txt']);
    assert.deepEqual(taken('A.TXT'), ['A.TXT']);
    assert.deepEqual(taken('a.t|t'), []);
    assert.deepEqual(taken(''), []);
  });
});

describe('a glob pattern', () => {
  it('takes each sign that means something elsewhere for itself', () => {
    for (const sign of [
      '.',
      '$',
      '^',
      '(',
      ')',
      '[',
      ']',
      '|',
      '+',
      '\\',
      '}',
      '-',
      '#',
      '!',
      '&',
    ]) {
      const name = `a${sign}b.txt`;
      assert.ok(matchesGlob(name, name), sign);
      assert.ok(matchesGlob(`**/*${sign}*.txt`, `articoli/${name}`), sign);
      assert.ok(!matchesGlob(name, 'ab.txt'), sign);
      assert.ok(!matchesGlob(name, 'axb.txt'), sign);
    }
  });

  it('takes a character of any script as one', () => {
    for (const name of ['è', 'é', '北', 'ق', '🌊', '𠮷']) {
      assert.ok(matchesGlob('?.txt', `${name}.txt`), name);
      assert.ok(!matchesGlob('??.txt', `${name}.txt`), name);
      assert.ok(matchesGlob('{x,?}.txt', `${name}.txt`), name);
    }
  });

  it('has stars within its alternatives, and an empty one among them', () => {
    assert.ok(matchesGlob('{articoli/**,*.news}', 'articoli/2025/a.txt'));
    assert.ok(matchesGlob('{articoli/**,*.news}', 'a.news'));
    assert.ok(!matchesGlob('{articoli/**,*.news}', 'altro/a.news'));
    assert.ok(matchesGlob('a{,.it}.txt', 'a.txt'));
    assert.ok(matchesGlob('a{,.it}.txt', 'a.it.txt'));
    assert.ok(!matchesGlob('a{,.it}.txt', 'a.it.it.txt'));
  });

  it('is of the whole path', () => {
    assert.ok(!matchesGlob('articoli', 'articoli/a.txt'));
    assert.ok(!matchesGlob('a.txt', 'articoli/a.txt'));
    assert.ok(!matchesGlob('a.txt', 'a.txt.bak'));
  });
});
