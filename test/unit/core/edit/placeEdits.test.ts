import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlace, isTaken, removePart, removeParts } from '../../../../src/core/edit/placeEdits';
import { targetFor } from '../../../../src/core/edit/target';
import type { Quote, Target } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, isEmpty } from '../../../../src/core/model/change';
import { equal } from '../../../../src/core/model/equal';
import {
  contentPart,
  mentionPart,
  unplacedParts,
  type AnnotationPart,
} from '../../../../src/core/model/parts';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth, only } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { spanAt, stretches } from '../../../support/random';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked(
  '«⟦Il faro resta⟧, ⟦e anche il molo⟧», ⟦promette⟧ ⟦Nilde Orsu⟧. Poi ⟦Orsu⟧ va.',
);
const [content, more, cue, speaker, name] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
assert.ok(content && more && cue && speaker && name);

const orsu = entityOf('Nilde Orsu');
const lost = (exact: string, suffix = ' dice.'): Target => ({ selectors: [{ exact, suffix }] });
const lostMention = { entity: orsu.id, target: lost('N. Orsu'), extra: { sure: false } };
const quote: Quote = {
  kind: 'mixed',
  content: targetFor(text, [content]),
  cue: { target: lost('giura'), extra: { tone: 'solemn' } },
  speaker: { entity: orsu.id, target: lost('N. Orsu') },
  extra: { note: 'x' },
};
const set = setOf({ entities: [orsu], mentions: [lostMention], quotes: [quote] });

function partOf(of: AnnotationSet, role: AnnotationPart['role']): AnnotationPart {
  return only(unplacedParts(of).filter((part) => part.role === role));
}

describe('findPlace', () => {
  it('gives a cue its place and keeps all else of its quote, further keys too', () => {
    const change = findPlace(set, text, partOf(set, 'cue'), [cue]);
    const after = { ...quote, cue: { ...quote.cue, target: targetFor(text, [cue]) } };
    assert.deepEqual(change, { mentions: [], quotes: [{ before: quote, after }] });
    assert.deepEqual(apply(invert(change), apply(change, set)), set);
  });

  for (const role of ['mention', 'speaker'] as const) {
    it(`gives one place to words that are a mention and a speaker, asked for the ${role}`, () => {
      const target = targetFor(text, [speaker]);
      assert.deepEqual(findPlace(set, text, partOf(set, role), [speaker]), {
        mentions: [{ before: lostMention, after: { ...lostMention, target } }],
        quotes: [{ before: quote, after: { ...quote, speaker: { entity: orsu.id, target } } }],
      });
    });
  }

  it('leaves words of another context that are written alike where they are', () => {
    const other = { entity: orsu.id, target: lost('N. Orsu', ' va.') };
    const both = setOf({ entities: [orsu], mentions: [lostMention, other] });
    const part = nth(unplacedParts(both), 0);
    const after = apply(findPlace(both, text, part, [name]), both);
    assert.equal(unplacedParts(after).length, 1);
  });

  it('keeps the further keys of the pieces of a quote, and its kind', () => {
    const pieces = [
      { exact: 'Il faro va', extra: { n: 1 } },
      { exact: 'il molo', extra: { n: 2 } },
    ];
    const split = { ...quote, content: { selectors: pieces } };
    const one = setOf({ entities: [orsu], quotes: [split] });
    const after = apply(findPlace(one, text, partOf(one, 'content'), [content, more]), one);
    const found = only(after.quotes);
    assert.equal(found.kind, 'mixed');
    assert.deepEqual(found.content.spans, [content, more]);
    assert.deepEqual(
      found.content.selectors.map(({ exact, extra }) => [exact, extra]),
      [
        ['Il faro resta', { n: 1 }],
        ['e anche il molo', { n: 2 }],
      ],
    );
  });

  it('gives no words a second mention, but its place to the speaker that is written alike', () => {
    const again = mentionOf(orsu.id, text, speaker);
    const annotated = setOf({ entities: [orsu], mentions: [again, lostMention], quotes: [quote] });
    const change = findPlace(annotated, text, partOf(annotated, 'speaker'), [speaker]);
    assert.deepEqual(change.mentions, []);
    assert.equal(change.quotes?.length, 1);
  });

  it('changes nothing where the part has a place by now', () => {
    const part = partOf(set, 'cue');
    const after = apply(findPlace(set, text, part, [cue]), set);
    assert.ok(isEmpty(findPlace(after, text, part, [cue])));
  });
});

describe('isTaken', () => {
  const again = mentionOf(orsu.id, text, speaker);
  const lostQuote: Quote = { kind: 'direct', content: lost('Il faro va') };
  const annotated = setOf({
    entities: [orsu],
    mentions: [again, lostMention],
    quotes: [quoteOf(text, [content], { cue: [cue] }), lostQuote],
  });

  it('is a place that has a mention, for another one, and one that has a quote', () => {
    const [mention, said] = [partOf(annotated, 'mention'), partOf(annotated, 'content')];
    assert.ok(isTaken(annotated, mention, [speaker]));
    assert.ok(!isTaken(annotated, mention, [content]));
    assert.ok(isTaken(annotated, said, [content]));
    assert.ok(!isTaken(annotated, said, [content, more]));
    assert.ok(!isTaken(annotated, said, [speaker]));
  });

  it('is none for cues and speakers, which quotes may share', () => {
    assert.ok(!isTaken(set, partOf(set, 'cue'), [cue]));
    assert.ok(!isTaken(annotated, partOf(set, 'speaker'), [speaker]));
  });
});

describe('removePart', () => {
  it('takes a mention away, and its entity with it where nothing else needs that', () => {
    const alone = setOf({ entities: [orsu], mentions: [lostMention] });
    const after = apply(removePart(alone, partOf(alone, 'mention')), alone);
    assert.deepEqual([after.mentions, after.entities.size], [[], 0]);
    assert.equal(apply(removePart(set, partOf(set, 'mention')), set).entities.size, 1);
  });

  it('takes a quote away whose content is lost', () => {
    const gone = setOf({ quotes: [{ ...quote, content: lost('Il faro va') }] });
    assert.deepEqual(apply(removePart(gone, partOf(gone, 'content')), gone).quotes, []);
  });

  it('takes only the cue, with its further keys', () => {
    const after = only(apply(removePart(set, partOf(set, 'cue')), set).quotes);
    const { cue: _, ...rest } = quote;
    assert.deepEqual(after, rest);
  });

  it('takes only the words of a speaker that is an entity', () => {
    const after = only(apply(removePart(set, partOf(set, 'speaker')), set).quotes);
    assert.deepEqual(after, { ...quote, speaker: { entity: orsu.id } });
  });

  it('takes a speaker that is nothing but words', () => {
    const said = { ...quote, cue: undefined, speaker: { target: lost('lei') } };
    const { cue: _, ...bySomebody } = said;
    const one = setOf({ quotes: [bySomebody] });
    const after = only(apply(removePart(one, partOf(one, 'speaker')), one).quotes);
    assert.ok(!('speaker' in after));
    assert.deepEqual(after.content, quote.content);
  });
});

describe('removeParts', () => {
  it('takes several parts of one quote, and mentions, by one change', () => {
    const many = setOf({ entities: [orsu], mentions: [lostMention], quotes: [quote] });
    const parts = [partOf(many, 'mention'), partOf(many, 'cue'), partOf(many, 'speaker')];
    const change = removeParts(many, parts);
    const after = apply(change, many);
    const { cue: _, ...rest } = quote;
    assert.deepEqual(after.quotes, [{ ...rest, speaker: { entity: orsu.id } }]);
    assert.deepEqual([after.mentions.length, after.entities.size], [0, 1], 'she speaks still');
    assert.deepEqual(apply(invert(change), after), many);
  });

  it('takes the entity too, where the quote that is by it goes', () => {
    const many = setOf({ entities: [orsu], mentions: [lostMention], quotes: [quote] });
    const after = apply(removeParts(many, [partOf(many, 'mention'), contentPart(quote)]), many);
    assert.deepEqual([after.mentions.length, after.quotes.length, after.entities.size], [0, 0, 0]);
  });

  it('takes nothing that is there no more', () => {
    const empty = setOf({ entities: [orsu] });
    const change = removeParts(empty, [mentionPart(lostMention), contentPart(quote)]);
    assert.ok(isEmpty(change));
    assert.deepEqual(apply(invert(change), apply(change, empty)), empty);
  });
});

describe('any part that is lost, of any annotations', () => {
  const cases = fc.tuple(annotatedArticles, fc.nat(), stretches);

  itHolds('has the place that it is given, unless that is taken', cases, (drawn) => {
    const [{ article, set: random }, index, stretch] = drawn;
    const { text: words } = article.text;
    const all = unplacedParts(random);
    const [part, span] = [all[index % all.length], spanAt(words, stretch)];
    if (!part || !span) return;
    const change = findPlace(random, words, part, [span]);
    const after = apply(change, random);
    assert.deepEqual(apply(invert(change), after), random);
    if (isTaken(random, part, [span])) return;
    const left = unplacedParts(after);
    assert.ok(left.length < all.length);
    for (const each of left) assert.ok(all.some(({ target }) => equal(target, each.target)));
    assert.equal(after.mentions.length, random.mentions.length);
    assert.equal(after.quotes.length, random.quotes.length);
    const targets = [...after.mentions.map(({ target }) => target), ...after.quotes.map(contentOf)];
    const parts = part.role === 'mention' || part.role === 'content' ? targets : cuesIn(after);
    assert.ok(parts.some((target) => equal(target?.spans, [span])));
  });

  itHolds('is gone once it is removed, and all as before once that is undone', cases, (drawn) => {
    const [{ set: random }, index] = drawn;
    const all = unplacedParts(random);
    const part = all[index % all.length];
    if (!part) return;
    const change = removePart(random, part);
    const after = apply(change, random);
    assert.ok(unplacedParts(after).length < all.length);
    const lostSpeaker = part.role === 'speaker' || part.role === 'cue';
    assert.equal(
      random.quotes.length - after.quotes.length,
      lostSpeaker || part.role === 'mention' ? 0 : 1,
    );
    assert.deepEqual(apply(invert(change), after), random);
  });
});

const contentOf = ({ content: target }: Quote): Target => target;

/** The cues and the words of speakers. */
function cuesIn({ quotes }: AnnotationSet): (Target | undefined)[] {
  return quotes.flatMap(({ cue: said, speaker: by }) => [said?.target, by?.target]);
}
