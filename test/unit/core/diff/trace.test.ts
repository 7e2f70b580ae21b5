import assert from 'node:assert/strict';
import { trace } from '../../../../src/core/diff/trace';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';

const { text, spans } = markedArticle('⟦Ada⟧ dice: «⟦Non ora⟧». ⟦Bea⟧ tace.');
const [first, words, second] = spans;
assert.ok(first && words && second);

describe('trace', () => {
  const [ada, bea, renamed] = [entityOf('Ada'), entityOf('Bea'), entityOf('Ada Nerz')];
  const before = setOf({
    entities: [ada],
    mentions: [mentionOf(ada.id, text, first)],
    quotes: [quoteOf(text, [words])],
  });
  const after = setOf({
    entities: [renamed, bea],
    mentions: [mentionOf(renamed.id, text, first), mentionOf(bea.id, text, second)],
    quotes: [quoteOf(text, [words], { kind: 'mixed' })],
  });

  it('finds what annotations were before, also of a renamed entity, and which have come', () => {
    const all = [...after.mentions, ...after.quotes];
    const traced = trace(new Map(all.map((each) => [each, each])), before, after);
    const [ofAda, ofBea] = after.mentions;
    const [quote] = after.quotes;
    assert.ok(ofAda && ofBea && quote);
    assert.deepEqual([...traced.same], [[ofAda, before.mentions[0]]]);
    assert.deepEqual([...traced.changed], [[quote, before.quotes[0]]]);
    assert.deepEqual([...traced.added], [ofBea]);
  });

  it('looks only at what is followed', () => {
    assert.deepEqual(trace(new Map(), before, after), {
      same: new Map(),
      changed: new Map(),
      added: new Set(),
    });
  });
});
