import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setSpeaker } from '../../../../src/core/edit/quoteEdits';
import { emptySet, type AnnotationSet } from '../../../../src/core/model/annotationSet';
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
  });

  it('is not so for any other', () => {
    assert.ok(!isEmpty({ mentions: [{ after: mention }] }));
    assert.ok(!isEmpty({ article: { before: {}, after: { title: 'Acque alte' } } }));
  });
});

describe('rebase', () => {
  it('changes further what they have changed, part by part, and doubles nothing', () => {
    const base = setOf({ entities: [rossi], quotes: [quote] });
    const cue = { target: otherMention.target };
    const theirs = setOf({ entities: [rossi], quotes: [{ ...quote, cue }] });
    const after = { ...quote, speaker: { entity: 'rossi' } };
    const result = rebase({ quotes: [{ before: quote, after }] }, base, theirs);
    assert.deepEqual(result.quotes, [{ ...quote, cue, speaker: { entity: 'rossi' } }]);
  });

  it('keeps what they have changed where it was to be removed', () => {
    const base = setOf({ entities: [rossi], quotes: [quote] });
    const changed = { ...quote, speaker: { entity: 'rossi' } };
    const theirs = setOf({ entities: [rossi], quotes: [changed] });
    assert.deepEqual(rebase({ quotes: [{ before: quote }] }, base, theirs).quotes, [changed]);
  });

  it('does not remove an entity that they have described further or mentioned again', () => {
    const base = setOf({ entities: [rossi], mentions: [mention] });
    const removal = { entities: [{ before: rossi }], mentions: [{ before: mention }] };
    const described = { ...rossi, extra: { wikidata: 'Q1' } };
    const theirs = setOf({ entities: [described], mentions: [mention] });
    assert.deepEqual([...rebase(removal, base, theirs).entities.values()], [described]);
    const mentioned = setOf({ entities: [rossi], mentions: [mention, otherMention] });
    const result = rebase(removal, base, mentioned);
    assert.deepEqual([result.mentions, [...result.entities.values()]], [[otherMention], [rossi]]);
  });

  it('makes the change on what somebody else has changed', () => {
    const base = setOf({ entities: [rossi], mentions: [mention] });
    const theirs = setOf({ entities: [rossi, verdi], mentions: [mention, ofVerdi] });
    const change = { mentions: [{ after: otherMention }] };
    assert.deepEqual(rebase(change, base, theirs).mentions, [mention, ofVerdi, otherMention]);
  });

  it('does not add what they have added too', () => {
    const theirs = setOf({ entities: [rossi], mentions: [mention], quotes: [quote] });
    const change = {
      entities: [{ after: rossi }],
      mentions: [{ after: mention }],
      quotes: [{ after: quote }],
    };
    assert.deepEqual(rebase(change, emptySet, theirs), theirs);
  });

  it('replaces what they have not, where they have the new one already', () => {
    const base = setOf({ quotes: [quote] });
    const after = { ...quote, speaker: { entity: 'rossi' } };
    const theirs = setOf({ entities: [rossi], quotes: [quote, after] });
    assert.deepEqual(rebase(setSpeaker(quote, after.speaker), base, theirs).quotes, [after]);
  });

  it('does not mind that they have removed it already', () => {
    const base = setOf({ entities: [rossi], mentions: [mention, otherMention] });
    const theirs = setOf({ entities: [rossi], mentions: [otherMention] });
    assert.deepEqual(rebase({ mentions: [{ before: mention }] }, base, theirs), theirs);
  });

  it('brings back an entity that a mention or a speaker needs', () => {
    const base = setOf({ entities: [rossi, verdi], mentions: [mention], quotes: [quote] });
    const theirs = setOf({ quotes: [quote] });
    const added = rebase({ mentions: [{ after: otherMention }] }, base, theirs);
    assert.deepEqual([...added.entities.values()], [rossi]);
    const said = rebase(setSpeaker(quote, { entity: 'verdi' }), base, theirs);
    assert.deepEqual([...said.entities.values()], [verdi]);
  });

  it('keeps their entity where both have one of an id', () => {
    const theirRossi = { ...rossi, name: 'Mario Rossi' };
    const base = setOf({ entities: [rossi] });
    const theirs = setOf({ entities: [theirRossi] });
    const result = rebase({ mentions: [{ after: mention }] }, base, theirs);
    assert.deepEqual([...result.entities.values()], [theirRossi]);
  });

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
