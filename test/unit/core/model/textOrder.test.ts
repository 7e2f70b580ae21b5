import assert from 'node:assert/strict';
import { wordsOf, type Target } from '../../../../src/core/model/annotation';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { neighbour } from '../../../../src/core/model/textOrder';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Olga Berni⟧: «⟦⟦Pavel⟧ non c’è⟧». «⟦Tornerà⟧», ha detto.');
const [olga, outer, pavel, later] = [0, 1, 2, 3].map((i) => nth(spans, i));
const set = setOf({
  entities: [entityOf('Olga Berni'), entityOf('Pavel')],
  mentions: [
    mentionOf('olga-berni', text, nth(spans, 0)),
    mentionOf('pavel', text, nth(spans, 2)),
    { entity: 'pavel', target: { selectors: [{ exact: 'lui' }] } },
  ],
  quotes: [quoteOf(text, [nth(spans, 1)]), quoteOf(text, [nth(spans, 3)])],
});
const words = (target: Target | undefined) => target && wordsOf(target);

describe('neighbour', () => {
  it('walks through mentions and quotes in the order of the text, and round', () => {
    const steps = [olga, outer, pavel, later].map((span) => {
      assert.ok(span);
      return words(neighbour(set, span, 'next'));
    });
    assert.deepEqual(steps, ['Pavel non c’è', 'Pavel', 'Tornerà', 'Olga Berni']);
  });

  it('walks back the same way', () => {
    const steps = [olga, later, pavel, outer].map((span) => {
      assert.ok(span);
      return words(neighbour(set, span, 'previous'));
    });
    assert.deepEqual(steps, ['Tornerà', 'Pavel', 'Pavel non c’è', 'Olga Berni']);
  });

  it('goes from a cursor within an annotation to its beginning or to what begins behind it', () => {
    const cursor = { start: 2, end: 2 };
    assert.equal(words(neighbour(set, cursor, 'previous')), 'Olga Berni');
    assert.equal(words(neighbour(set, cursor, 'next')), 'Pavel non c’è');
  });

  it('takes a cursor for a place before what begins at it', () => {
    const start = { start: 0, end: 0 };
    assert.equal(words(neighbour(set, start, 'next')), 'Olga Berni');
    assert.equal(words(neighbour(set, start, 'previous')), 'Tornerà');
  });

  it('finds none where nothing has a place', () => {
    const lost = setOf({
      entities: [entityOf('Pavel')],
      mentions: [{ entity: 'pavel', target: { selectors: [{ exact: 'lui' }] } }],
    });
    for (const direction of ['next', 'previous'] as const) {
      assert.equal(neighbour(emptySet, { start: 0, end: 0 }, direction), undefined);
      assert.equal(neighbour(lost, { start: 0, end: 0 }, direction), undefined);
    }
  });
});
