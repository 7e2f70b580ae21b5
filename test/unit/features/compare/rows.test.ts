import assert from 'node:assert/strict';
import { diffSets } from '../../../../src/core/diff/diffSets';
import { markedSpans } from '../../../../src/features/compare/marks';
import { differencesOf, groupRows, rowsBelow } from '../../../../src/features/compare/rows';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';

const { text, spans } = markedArticle('⟦Ada⟧ ⟦dice⟧: «⟦Non ora⟧». ⟦Bea⟧ tace.');
const [name, cue, words, other] = spans;
assert.ok(name && cue && words && other);
const [ada, bea] = [entityOf('Ada'), entityOf('Bea')];

const differences = diffSets(
  setOf({
    entities: [ada],
    mentions: [mentionOf(ada.id, text, name), mentionOf(ada.id, text, name)],
    quotes: [quoteOf(text, [words])],
  }),
  setOf({
    entities: [ada, bea],
    mentions: [mentionOf(bea.id, text, other)],
    quotes: [quoteOf(text, [words], { cue: [cue] })],
  }),
);

describe('the rows of a comparison', () => {
  const groups = groupRows(differences);
  const rows = groups.flatMap((group) => rowsBelow(groups, group).first(9));

  it('are what was added, removed and changed', () => {
    assert.deepEqual(
      groups.map(({ way, differences: own }) => [way, own.map(({ thing }) => thing)]),
      [
        ['added', ['entity', 'mention']],
        ['removed', ['mention', 'mention']],
        ['changed', ['quote']],
      ],
    );
    assert.deepEqual(groupRows([]), []);
  });

  it('have each an id of their own, also where two differences say the same', () => {
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    const again = groupRows([...differences]);
    const ids = again.flatMap((group) => rowsBelow(again, group).first(9)).map(({ id }) => id);
    assert.deepEqual(
      ids,
      rows.map(({ id }) => id),
    );
  });

  it('mean each difference once, also where a group is selected with what is in it', () => {
    assert.deepEqual(differencesOf([...groups, ...rows]).length, differences.length);
  });
});

describe('the marks of a comparison', () => {
  it('stand on the words, and on a cue where that has changed', () => {
    const marked = markedSpans(differences);
    assert.deepEqual(marked.get('added'), [other]);
    assert.deepEqual(marked.get('removed'), [name, name]);
    assert.deepEqual(marked.get('changed'), [words, cue]);
  });
});
