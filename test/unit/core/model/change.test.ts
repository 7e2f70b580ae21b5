import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setSpeaker } from '../../../../src/core/edit/quoteEdits';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, isEmpty, rebase, type Change } from '../../../../src/core/model/change';
import { equal } from '../../../../src/core/model/equal';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedTwice } from '../../../support/randomSets';

const { text, spans } = marked('⟦Rossi⟧ dice: “⟦Non ora⟧”. ⟦Verdi⟧ tace, e ⟦Rossi⟧ pure.');
const rossi = entityOf('Rossi');
const verdi = entityOf('Verdi');
const mention = mentionOf('rossi', text, nth(spans, 0));
const otherMention = mentionOf('rossi', text, nth(spans, 3));
const ofVerdi = mentionOf('verdi', text, nth(spans, 2));
const quote = quoteOf(text, [nth(spans, 1)]);
const lost = { entity: 'rossi', target: { selectors: [{ exact: 'Bianchi' }] } };

/** A random change made for `set`: some of it goes, some is replaced, some comes from `other`. */
function changeFrom(set: AnnotationSet, other: AnnotationSet, choices: readonly number[]): Change {
  let at = 0;
  const choose = () => choices[at++ % choices.length] ?? 0;
  const mix = <T>(ours: readonly T[], theirs: readonly T[]) => [
    ...ours.flatMap((before) => {
      const after = theirs[choose() % (theirs.length + 1)];
      if (choose() % 3 === 0) return [{ before }];
      return choose() % 2 === 0 && after !== undefined ? [{ before, after }] : [];
    }),
    ...theirs.filter(() => choose() % 2 === 0).map((after) => ({ after })),
  ];
  const added = [...other.entities.values()].filter(({ id }) => !set.entities.has(id));
  const changed = [...set.entities.values()].map((before) => ({
    before,
    after: { ...before, name: `${before.name}!` },
  }));
  return {
    article: { before: set.article, after: other.article },
    entities: [...changed.filter(() => choose() % 2 === 0), ...added.map((after) => ({ after }))],
    mentions: mix(set.mentions, other.mentions),
    quotes: mix(set.quotes, other.quotes),
  };
}
const choices = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 });

describe('apply', () => {
  it('adds, in the order of the text', () => {
    const set = setOf({ mentions: [otherMention, lost, mention] });
    assert.deepEqual(set.mentions, [mention, otherMention, lost]);
  });

  it('removes and replaces what it finds by its value', () => {
    const set = setOf({ entities: [rossi], mentions: [mention, otherMention] });
    const change = { mentions: [{ before: structuredClone(mention) }] };
    assert.deepEqual(apply(change, set).mentions, [otherMention]);
    const renamed = { ...rossi, name: 'Anna Rossi' };
    const replaced = apply({ entities: [{ before: rossi, after: renamed }] }, set);
    assert.deepEqual([...replaced.entities.values()], [renamed]);
  });

  it('does nothing for what is not there', () => {
    const set = setOf({ mentions: [mention] });
    assert.deepEqual(apply({ mentions: [{ before: ofVerdi }] }, set), set);
  });

  it('removes one of two that say the same', () => {
    const set = setOf({ mentions: [mention, mention] });
    assert.deepEqual(apply({ mentions: [{ before: mention }] }, set).mentions, [mention]);
  });

  it('leaves the set that it is given as it was', () => {
    const set = setOf({ entities: [rossi], mentions: [mention], quotes: [quote] });
    const before = structuredClone(set);
    apply({ mentions: [{ before: mention }], entities: [{ before: rossi }] }, set);
    assert.deepEqual(set, before);
  });

  itHolds(
    'gives the same set whichever way leads to it',
    fc.tuple(annotatedTwice, fc.nat()),
    ([{ set }, number]) => {
      const { mentions: all, quotes } = set;
      const at = number % (all.length + 1);
      const turned = [...all.slice(at), ...all.slice(0, at)];
      const again = setOf({
        ...set,
        entities: [...set.entities.values()],
        mentions: turned,
        quotes,
      });
      assert.deepEqual(again, set);
    },
  );
});

describe('invert', () => {
  itHolds(
    'takes any change back',
    fc.tuple(annotatedTwice, choices),
    ([{ set, other }, numbers]) => {
      const change = changeFrom(set, other, numbers);
      const changed = apply(change, set);
      assert.deepEqual(apply(invert(change), changed), set);
      assert.deepEqual(apply(invert(invert(change)), set), changed);
    },
  );

  it('brings back one of two that said the same', () => {
    const set = setOf({ quotes: [quote, quote] });
    const change = setSpeaker(quote, { entity: 'rossi' });
    assert.deepEqual(apply(invert(change), apply(change, set)), set);
  });

  it('takes back a change that adds, removes and replaces at once', () => {
    const set = setOf({ entities: [rossi], mentions: [mention, lost], quotes: [quote] });
    const change: Change = {
      article: { before: {}, after: { title: 'Titolo' } },
      entities: [{ after: verdi }, { before: rossi, after: { ...rossi, type: 'other' } }],
      mentions: [{ before: mention, after: ofVerdi }, { before: lost }, { after: otherMention }],
      quotes: [{ before: quote, after: { ...quote, kind: 'mixed' } }],
    };
    const changed = apply(change, set);
    assert.deepEqual(changed.mentions, [ofVerdi, otherMention]);
    assert.deepEqual(apply(invert(change), changed), set);
  });
});

describe('isEmpty', () => {
  it('is so for a change that does nothing', () => {
    assert.ok(isEmpty({}));
    assert.ok(isEmpty({ mentions: [], quotes: [], entities: [] }));
    assert.ok(
      isEmpty({
        entities: [{ before: rossi, after: { ...rossi } }],
        mentions: [{ before: mention, after: structuredClone(mention) }],
        quotes: [{ before: quote, after: structuredClone(quote) }],
      }),
    );
  });

  it('is not so for any other', () => {
    assert.ok(!isEmpty({ mentions: [{ after: mention }] }));
    assert.ok(!isEmpty({ quotes: [{ before: quote }] }));
    assert.ok(!isEmpty({ entities: [{ before: rossi, after: { ...rossi, type: 'other' } }] }));
    assert.ok(!isEmpty({ article: { before: {}, after: { title: 'Acque alte' } } }));
  });
});

describe('rebase', () => {
  itHolds(
    'is applying where nobody has changed anything',
    fc.tuple(annotatedTwice, choices),
    ([{ set, other }, numbers]) => {
      const isNew = (item: unknown) =>
        ![...set.mentions, ...set.quotes].some((old) => equal(item, old));
      const [mentions, quotes] = [other.mentions.filter(isNew), other.quotes.filter(isNew)];
      const change = changeFrom(set, { ...other, mentions, quotes }, numbers);
      const rebased = rebase(change, set, set);
      assert.deepEqual(rebased.mentions, apply(change, set).mentions);
      assert.deepEqual(rebased.quotes, apply(change, set).quotes);
    },
  );
});
