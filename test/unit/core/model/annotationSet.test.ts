import assert from 'node:assert/strict';
import {
  compareTargets,
  emptySet,
  isPlaced,
  mentionsOf,
  targetsOf,
} from '../../../../src/core/model/annotationSet';
import { mentionsAt, quotesAt } from '../../../../src/core/model/spanIndex';
import { targetFor } from '../../../../src/core/edit/target';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked(
  '⟦La ministra ⟦Anna Rossi⟧⟧ ha detto: “⟦Qui vale ciò che disse Verdi: ‘⟦Non ora⟧’⟧”.',
);
const [wholeName, name, outerQuote, innerQuote] = [0, 1, 2, 3].map((i) => nth(spans, i));
const set = setOf({
  entities: [entityOf('Anna Rossi')],
  mentions: [nth(spans, 1), nth(spans, 0)].map((span) => mentionOf('anna-rossi', text, span)),
  quotes: [nth(spans, 3), nth(spans, 2)].map((span) => quoteOf(text, [span])),
});

describe('what a cursor touches', () => {
  it('is the shortest first, wherever it begins and in however many pieces', () => {
    const words = 'a b c d e f g h i l m n o p';
    const [long, late, split] = [
      mentionOf('x', words, { start: 0, end: 11 }),
      mentionOf('y', words, { start: 10, end: 11 }),
      mentionOf('z', words, { start: 8, end: 11 }, { start: 14, end: 23 }),
    ];
    const touched = mentionsAt(setOf({ mentions: [long, late, split] }), 11);
    assert.deepEqual(touched, [late, long, split]);
  });

  it('is nothing whose place is not certain', () => {
    const lost = { entity: 'x', target: { selectors: [{ exact: 'a' }] } };
    assert.deepEqual(mentionsAt(setOf({ mentions: [lost] }), 0), []);
  });
});

describe('compareTargets', () => {
  const at = (start: number, end: number) => targetFor('x'.repeat(20), [{ start, end }]);
  const lost = { selectors: [{ exact: 'y' }] };

  it('orders targets as they stand in the text, the longer first, those without a place last', () => {
    const ordered = [at(0, 9), at(0, 3), at(4, 5), at(10, 12), lost];
    assert.deepEqual([...ordered].reverse().sort(compareTargets), ordered);
  });

  it('goes by all of a target in several pieces', () => {
    const split = targetFor('x'.repeat(20), [
      { start: 0, end: 2 },
      { start: 8, end: 10 },
    ]);
    assert.ok(compareTargets(split, at(0, 9)) < 0);
  });

  it('leaves those without a place in their order', () => {
    assert.equal(compareTargets(lost, { selectors: [{ exact: 'a' }] }), 0);
  });
});

describe('emptySet', () => {
  it('says nothing', () => {
    assert.deepEqual(setOf({}), emptySet);
  });
});

describe('mentionsOf', () => {
  it('gives the mentions of one entity in the order of the text', () => {
    const found = mentionsOf(set, 'anna-rossi').map(({ target }) => target.spans?.[0]);
    assert.deepEqual(found, [wholeName, name]);
    assert.deepEqual(mentionsOf(set, 'verdi'), []);
  });
});

describe('mentionsAt', () => {
  it('gives what the cursor touches, the shortest first', () => {
    const at = (offset: number) => mentionsAt(set, offset).map(({ target }) => target.spans?.[0]);
    assert.deepEqual(at(name?.start ?? -1), [name, wholeName]);
    assert.deepEqual(at(name?.end ?? -1), [name, wholeName]);
    assert.deepEqual(at(0), [wholeName]);
    assert.deepEqual(at(text.length), []);
  });
});

describe('quotesAt', () => {
  it('gives what the cursor touches, a quote before the one that holds it', () => {
    const at = (offset: number) => quotesAt(set, offset).map(({ content }) => content.spans?.[0]);
    assert.deepEqual(at(innerQuote?.start ?? -1), [innerQuote, outerQuote]);
    assert.deepEqual(at(outerQuote?.start ?? -1), [outerQuote]);
    assert.deepEqual(at(0), []);
  });

  it('gives a split quote at its pieces and not between them', () => {
    const split = marked('“⟦Non ora⟧”, dice Rossi, “⟦non qui⟧”.');
    const one = setOf({ quotes: [quoteOf(split.text, split.spans)] });
    assert.equal(quotesAt(one, nth(split.spans, 1).start).length, 1);
    assert.equal(quotesAt(one, split.text.indexOf('Rossi')).length, 0);
  });
});

describe('a set', () => {
  itHolds('is in the order of the text', annotatedArticles, ({ set: { mentions, quotes } }) => {
    const targets = mentions.map(({ target }) => target);
    const contents = quotes.map(({ content }) => content);
    assert.deepEqual([...targets].sort(compareTargets), targets);
    assert.deepEqual([...contents].sort(compareTargets), contents);
  });
});

describe('targetsOf', () => {
  it('are those of mentions and of all parts of quotes that there are', () => {
    const words = 'Rossi tace.';
    const mention = mentionOf('rossi', words, { start: 0, end: 5 });
    const quote = quoteOf(words, [{ start: 6, end: 10 }]);
    const [cue, speaker] = [{ selectors: [{ exact: 'tace' }] }, { selectors: [{ exact: 'lui' }] }];
    const all = targetsOf({
      ...emptySet,
      mentions: [mention],
      quotes: [
        { kind: quote.kind, content: quote.content },
        { ...quote, cue: { target: cue }, speaker: { target: speaker } },
      ],
    });
    assert.deepEqual(all, [mention.target, quote.content, quote.content, cue, speaker]);
  });
});

describe('isPlaced', () => {
  const words = 'Rossi tace.';
  const placed = mentionOf('rossi', words, { start: 0, end: 5 });
  const lost = { selectors: [{ exact: 'Bianchi' }] };

  it('holds where every mention and every part of each quote has a place', () => {
    const quote = quoteOf(words, [{ start: 6, end: 10 }]);
    assert.ok(isPlaced(emptySet));
    assert.ok(isPlaced({ ...emptySet, mentions: [placed], quotes: [quote] }));
    assert.ok(!isPlaced({ ...emptySet, mentions: [placed, { ...placed, target: lost }] }));
    for (const part of [
      { content: lost },
      { cue: { target: lost } },
      { speaker: { target: lost } },
    ]) {
      assert.ok(!isPlaced({ ...emptySet, quotes: [{ ...quote, ...part }] }));
    }
  });
});
