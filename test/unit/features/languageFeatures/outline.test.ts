import assert from 'node:assert/strict';
import { extentOf, wordsOf } from '../../../../src/core/model/annotation';
import { compareSpans, contains } from '../../../../src/core/text/span';
import { outlineOf, type OutlineItem } from '../../../../src/features/languageFeatures/outline';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

/** The rows of the outline, two spaces for each level. */
function rows(items: readonly OutlineItem[], margin = ''): string[] {
  return items.flatMap(({ of, children }) => [
    `${margin}${of.kind} ${wordsOf(of.kind === 'quote' ? of.quote.content : of.mention.target)}`,
    ...rows(children, `${margin}  `),
  ]);
}

describe('the outline of an article', () => {
  it('has mentions in their quotes, and quotes in quotes', () => {
    const { text, spans } = marked(
      '⟦Olga⟧: «⟦⟦Ivo⟧ ha detto ‘⟦a ⟦Corva⟧ piove⟧’⟧». Poi ⟦il porto di ⟦Corva⟧⟧.',
    );
    const mentions = [0, 2, 4, 5, 6].map((i) => mentionOf('x', text, nth(spans, i)));
    const quotes = [1, 3].map((i) => quoteOf(text, [nth(spans, i)]));
    assert.deepEqual(rows(outlineOf(setOf({ entities: [entityOf('x')], mentions, quotes }))), [
      'mention Olga',
      'quote Ivo ha detto ‘a Corva piove’',
      '  mention Ivo',
      '  quote a Corva piove',
      '    mention Corva',
      'mention il porto di Corva',
      '  mention Corva',
    ]);
  });

  it('has what stands between the pieces of a split quote in it', () => {
    const { text, spans } = marked('«⟦Piove⟧», dice ⟦Olga⟧, «⟦e pioverà⟧». ⟦Ivo⟧ tace.');
    const mentions = [1, 3].map((i) => mentionOf('x', text, nth(spans, i)));
    const quotes = [quoteOf(text, [nth(spans, 0), nth(spans, 2)])];
    assert.deepEqual(rows(outlineOf(setOf({ mentions, quotes }))), [
      'quote Piove … e pioverà',
      '  mention Olga',
      'mention Ivo',
    ]);
  });

  it('has what crosses a quote beside it, and a mention of all its words in it', () => {
    const { text } = marked('Il ponte di Corva Alta');
    const quotes = [quoteOf(text, [{ start: 3, end: 17 }])];
    const mentions = [
      mentionOf('x', text, { start: 12, end: 22 }),
      mentionOf('x', text, { start: 3, end: 17 }),
    ];
    assert.deepEqual(rows(outlineOf(setOf({ mentions, quotes }))), [
      'quote ponte di Corva',
      '  mention ponte di Corva',
      'mention Corva Alta',
    ]);
  });

  it('has nothing that has no certain place', () => {
    const target = { selectors: [{ exact: 'Olga' }] };
    assert.deepEqual(outlineOf(setOf({ mentions: [{ entity: 'x', target }] })), []);
  });
});

describe('the outline of any annotations', () => {
  /** All items, each with those around it, the outermost first. */
  const flat = (
    items: readonly OutlineItem[],
    around: readonly OutlineItem[] = [],
  ): (readonly [OutlineItem, readonly OutlineItem[]])[] =>
    items.flatMap((item) => [[item, around] as const, ...flat(item.children, [...around, item])]);

  itHolds(
    'has each that has a place once, in order, within those that hold it',
    annotatedArticles,
    ({ set }) => {
      const items = flat(outlineOf(set));
      const targets = [
        ...set.mentions.map(({ target }) => target),
        ...set.quotes.map(({ content }) => content),
      ];
      assert.equal(items.length, targets.filter((target) => extentOf(target)).length);
      assert.equal(
        new Set(items.map(([{ of }]) => Object.values(of)[1] as unknown)).size,
        items.length,
      );
      items.forEach(([item, around], i) => {
        for (const outer of around) assert.ok(contains(outer.extent, item.extent));
        const before = items[i - 1]?.[0];
        if (before) assert.ok(compareSpans(before.extent, item.extent) <= 0);
      });
    },
  );
});
