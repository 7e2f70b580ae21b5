import assert from 'node:assert/strict';
import type { Mention } from '../../../../src/core/model/annotation';
import { equal } from '../../../../src/core/model/equal';
import {
  contentPart,
  isSamePart,
  mentionPart,
  newlyUnplaced,
  partNow,
  unplacedParts,
} from '../../../../src/core/model/parts';
import { mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedTwice } from '../../../support/randomSets';

const { text, spans } = marked('«⟦Il faro resta⟧», ⟦promette⟧ ⟦Nilde Orsu⟧. ⟦Orsu⟧ va.');
const [content, cue, speaker, name] = [0, 1, 2, 3].map((i) => nth(spans, i));
assert.ok(content && cue && speaker && name);

const placedMention = mentionOf('orsu', text, name);
const lostMention = { entity: 'orsu', target: { selectors: [{ exact: 'la Orsu' }] } };
const placedQuote = quoteOf(text, [content], { cue: [cue], speaker: { spans: [speaker] } });
const lostQuote = {
  kind: 'direct' as const,
  content: { selectors: [{ exact: 'Il faro va' }] },
  cue: { target: { selectors: [{ exact: 'giura' }] } },
  speaker: { entity: 'orsu', target: { selectors: [{ exact: 'lei' }] } },
};

describe('unplacedParts', () => {
  it('are none where everything has its place, or the speaker none to have', () => {
    const nameless = quoteOf(text, [content], { speaker: { entity: 'orsu' } });
    const set = setOf({ mentions: [placedMention], quotes: [placedQuote, nameless] });
    assert.deepEqual(unplacedParts(set), []);
  });

  it('are mentions, contents, cues and speakers, each with what holds it', () => {
    const set = setOf({
      mentions: [placedMention, lostMention],
      quotes: [placedQuote, lostQuote],
    });
    assert.deepEqual(unplacedParts(set), [
      { role: 'mention', mention: lostMention, target: lostMention.target },
      { role: 'content', quote: lostQuote, target: lostQuote.content },
      { role: 'cue', quote: lostQuote, target: lostQuote.cue.target },
      { role: 'speaker', quote: lostQuote, target: lostQuote.speaker.target },
    ]);
  });
});

describe('newlyUnplaced', () => {
  const before = setOf({ mentions: [placedMention, lostMention] });

  it('are the parts that have lost their place, not those that had none, whichever text these now say to be of', () => {
    const lostNow = { ...placedMention, target: { selectors: placedMention.target.selectors } };
    const text = 'aded93e45fc629ed8ad7d31a78706e4163156a58';
    const lostStill = { ...lostMention, target: { selectors: [{ exact: 'la Orsu', text }] } };
    const now = setOf({ mentions: [lostNow, lostStill] });
    assert.deepEqual(newlyUnplaced(before, now), [mentionPart(lostNow)]);
  });

  it('are none where something was found or removed', () => {
    assert.deepEqual(newlyUnplaced(before, setOf({ mentions: [placedMention] })), []);
  });
});

describe('isSamePart', () => {
  it('goes by value, the part and all of its annotation', () => {
    const copy = structuredClone(lostQuote);
    assert.ok(isSamePart(contentPart(lostQuote), contentPart(copy)));
    const other = { ...copy, cue: { target: { selectors: [{ exact: 'dice' }] } } };
    assert.ok(!isSamePart(contentPart(lostQuote), contentPart(other)));
    assert.ok(!isSamePart(mentionPart(lostMention), mentionPart(placedMention)));
  });

  it('tells parts of one quote apart, and the same words of two entities', () => {
    const [, cuePart] = unplacedParts(setOf({ quotes: [lostQuote] }));
    assert.ok(cuePart && !isSamePart(cuePart, contentPart(lostQuote)));
    const elsewhere = { ...lostMention, entity: 'pilo' };
    assert.ok(!isSamePart(mentionPart(lostMention), mentionPart(elsewhere)));
  });
});

describe('the parts of any annotations', () => {
  itHolds('that have lost their places are found by what was before', annotatedTwice, (random) => {
    const { set, other } = random;
    assert.deepEqual(newlyUnplaced(set, set), []);
    assert.deepEqual(newlyUnplaced(setOf({}), set), unplacedParts(set));
    const fresh = newlyUnplaced(set, other);
    for (const part of fresh)
      assert.ok(unplacedParts(other).some((each) => isSamePart(each, part)));
    for (const part of unplacedParts(other)) {
      assert.equal(part.target.spans, undefined);
      const isKnown = unplacedParts(set).some((each) => equal(each.target, part.target));
      if (isKnown) assert.ok(!fresh.includes(part));
    }
  });

  itHolds('are the same as themselves, read again, and as no other', annotatedTwice, ({ set }) => {
    const parts = unplacedParts(set);
    const copies = unplacedParts(structuredClone(set));
    parts.forEach((part, i) => {
      copies.forEach((copy, j) => {
        const isAlike = part.role === copy.role && equal({ ...part }, { ...copy });
        assert.equal(isSamePart(part, copy), isAlike);
        if (i === j) assert.ok(isAlike);
      });
    });
  });
});

describe('partNow', () => {
  const at = (start: number, words = 'Orsu', prefix?: string) => ({
    entity: 'orsu',
    target: {
      selectors: [{ exact: words, ...(prefix !== undefined && { prefix }) }],
      spans: [{ start, end: start + words.length }],
    },
  });
  const now = (mentions: readonly Mention[], mention: Mention) =>
    partNow(setOf({ mentions }), mentionPart(mention))?.target.spans?.[0]?.start;

  it('is where the one stands that is written alike, however far that is', () => {
    const mentions = [at(0, 'Orsu', 'a'), at(10, 'Orsu', 'b'), at(500, 'Orsu', 'c')];
    assert.equal(now(mentions, at(1, 'Orsu', 'c')), 500);
  });

  it('is the nearest with the same words of the same entity where none is written alike', () => {
    const others = [{ ...at(20), entity: 'faro' }, at(21, 'Nilde Orsu')];
    const mentions = [at(0, 'Orsu', 'a'), ...others, at(30, 'Orsu', 'b')];
    assert.equal(now(mentions, at(20, 'Orsu', 'c')), 30);
    assert.equal(now(mentions, at(14, 'Orsu', 'c')), 0);
  });

  it('has no place where it has none now, and is none where nothing is alike', () => {
    const { spans: _, ...lost } = at(4).target;
    assert.deepEqual(
      partNow(setOf({ mentions: [{ entity: 'orsu', target: lost }] }), mentionPart(at(4))),
      {
        role: 'mention',
        mention: { entity: 'orsu', target: lost },
        target: lost,
      },
    );
    assert.equal(partNow(setOf({ mentions: [at(4, 'Nilde')] }), mentionPart(at(4))), undefined);
    assert.equal(partNow(setOf({ quotes: [lostQuote] }), mentionPart(at(4))), undefined);
  });

  itHolds(
    'is each part itself in the set that has it, unless one before it is the same',
    annotatedTwice,
    ({ set: first }) => {
      for (const mention of first.mentions) {
        const found = partNow(first, mentionPart(mention));
        assert.ok(found && equal(found.target, mention.target));
      }
      for (const quote of first.quotes) {
        const found = partNow(first, contentPart(quote));
        assert.ok(found && equal(found.target, quote.content));
      }
    },
  );
});
