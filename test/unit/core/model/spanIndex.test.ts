import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionIndex, quoteIndex, SpanIndex } from '../../../../src/core/model/spanIndex';
import type { Quote } from '../../../../src/core/model/annotation';
import { Places } from '../../../../src/core/model/places';
import { compareSpans, overlaps, touches, type Span } from '../../../../src/core/text/span';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';

const spans = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }));
function indexOf(list: readonly Span[]): SpanIndex<number> {
  const places = Places.none<number>();
  for (const [item, span] of list.entries()) places.add(item, span);
  return new SpanIndex(places);
}

describe('SpanIndex', () => {
  itHolds(
    'finds what a search through all places finds',
    fc.tuple(fc.array(spans), spans),
    ([list, at]) => {
      const found = indexOf(list).overlapping(at);
      const wanted = list.filter((span) => overlaps(span, at)).sort(compareSpans);
      assert.deepEqual(
        found.map(({ span }) => span),
        wanted,
      );
      for (const { item, span } of found) assert.deepEqual(span, list[item]);
    },
  );

  itHolds(
    'finds what a cursor touches',
    fc.tuple(fc.array(spans), fc.nat(45)),
    ([list, offset]) => {
      assert.deepEqual(
        indexOf(list)
          .touching(offset)
          .map(({ span }) => span),
        list.filter((span) => touches(span, offset)).sort(compareSpans),
      );
    },
  );
});

describe('the indexes of a set', () => {
  const { text, spans: at } = marked(
    '⟦Ada⟧ e ⟦il ponte⟧ di ⟦Ada⟧: «⟦regge⟧», ⟦dice⟧ ⟦lei⟧, «⟦per ora⟧».',
  );
  const set = setOf({
    entities: [entityOf('Ada', 'person', 'ada')],
    mentions: [
      mentionOf('ada', text, nth(at, 0), nth(at, 2)),
      mentionOf('ponte', text, nth(at, 1)),
      { entity: 'ada', target: { selectors: [{ exact: 'perduta' }] } },
    ],
    quotes: [
      quoteOf(text, [nth(at, 3), nth(at, 6)], {
        cue: [nth(at, 4)],
        speaker: { entity: 'ada', spans: [nth(at, 5)] },
      }),
    ],
  });

  it('hold each piece of a mention that has a place', () => {
    const { all } = mentionIndex(set);
    assert.deepEqual(
      all.map(({ item, span }) => [item.entity, text.slice(span.start, span.end)]),
      [
        ['ada', 'Ada'],
        ['ponte', 'il ponte'],
        ['ada', 'Ada'],
      ],
    );
    assert.equal(nth(all, 0).item, nth(all, 2).item);
  });

  it('hold each part of a quote', () => {
    assert.deepEqual(
      quoteIndex(set).all.map(({ item, span }) => [item.role, text.slice(span.start, span.end)]),
      [
        ['content', 'regge'],
        ['cue', 'dice'],
        ['speaker', 'lei'],
        ['content', 'per ora'],
      ],
    );
  });

  it('are made once for a list, whatever else of the set changes', () => {
    assert.equal(mentionIndex({ ...set, quotes: [] }), mentionIndex(set));
    assert.notEqual(quoteIndex({ ...set, quotes: [] }), quoteIndex(set));
  });

  itHolds(
    'are the same whether made of the one before or anew',
    fc.array(fc.tuple(fc.nat(30), fc.boolean(), fc.nat(20)), { maxLength: 12 }),
    (acts) => {
      const long = 'Ada e Bo, Cy e Di, Ed e Flo, Gil';
      const quote = (start: number) =>
        quoteOf(long, [{ start, end: start + 3 }], { cue: [{ start: start + 4, end: start + 6 }] });
      const byPlace = <T>(all: readonly T[], startOf: (item: T) => number) =>
        [...all].sort((a, b) => startOf(a) - startOf(b));
      let quotes: readonly Quote[] = [];
      for (const [at, isAdded, start] of acts) {
        quotes = isAdded
          ? byPlace([...quotes, quote(start)], ({ content }) => content.spans?.[0]?.start ?? 0)
          : quotes.filter((_, i) => i !== at);
        const places = (all: readonly Quote[]) =>
          quoteIndex({ ...set, quotes: all }).all.map(({ item, span }) => [
            quotes.indexOf(item.quote),
            item.role,
            span.start,
            span.end,
          ]);
        const changed = places(quotes);
        quoteIndex({ ...set, quotes: Array.from({ length: 30 }, (_, i) => quote(i % 20)) });
        assert.deepEqual(changed, places([...quotes]));
      }
    },
  );
});
