import assert from 'node:assert/strict';
import {
  annotateMentions,
  annotateReferences,
  removeMention,
  removeMentions,
} from '../../../../src/core/edit/mentionEdits';
import { apply, invert, isEmpty } from '../../../../src/core/model/change';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Rossi⟧ dice: “⟦Non ora⟧”. ⟦Verdi⟧ tace, e ⟦Rossi⟧ pure.');
const [first, said, verdiSpan, second] = [
  nth(spans, 0),
  nth(spans, 1),
  nth(spans, 2),
  nth(spans, 3),
];
const rossi = entityOf('Rossi');
const verdi = entityOf('Verdi');

describe('annotateMentions', () => {
  it('adds the mentions and an entity that is new', () => {
    const set = apply(annotateMentions(emptySet, text, [first, second], rossi), emptySet);
    assert.deepEqual([...set.entities.values()], [rossi]);
    assert.deepEqual(set.mentions, [
      mentionOf('rossi', text, first),
      mentionOf('rossi', text, second),
    ]);
  });

  it('leaves an entity of the set as it is', () => {
    const known = { ...rossi, name: 'Anna Rossi', extra: { wikidata: 'Q1' } };
    const set = setOf({ entities: [known] });
    const changed = apply(annotateMentions(set, text, [first], rossi), set);
    assert.deepEqual([...changed.entities.values()], [known]);
  });

  it('does nothing for what is a mention of the entity already', () => {
    const set = setOf({ entities: [rossi], mentions: [mentionOf('rossi', text, first)] });
    assert.ok(isEmpty(annotateMentions(set, text, [first], rossi)));
  });

  it('makes one mention of a span that is given twice', () => {
    const set = apply(annotateMentions(emptySet, text, [first, { ...first }], rossi), emptySet);
    assert.deepEqual(set.mentions, [mentionOf('rossi', text, first)]);
  });

  it('moves a mention of another entity, with what a person wrote beside it', () => {
    const mention = { ...mentionOf('rossi', text, verdiSpan), extra: { note: 'chi?' } };
    const set = setOf({ entities: [rossi], mentions: [mention, mentionOf('rossi', text, first)] });
    const changed = apply(annotateMentions(set, text, [verdiSpan], verdi), set);
    assert.deepEqual(changed.mentions, [
      mentionOf('rossi', text, first),
      { ...mention, entity: 'verdi' },
    ]);
    assert.deepEqual([...changed.entities.keys()], ['rossi', 'verdi']);
  });

  it('lets a speaker follow that is the words it moves', () => {
    const said = quoteOf(text, [verdiSpan], { speaker: { entity: 'rossi', spans: [first] } });
    const set = setOf({
      entities: [rossi],
      mentions: [mentionOf('rossi', text, first)],
      quotes: [said],
    });
    const changed = apply(annotateMentions(set, text, [first], verdi), set);
    assert.equal(changed.quotes[0]?.speaker?.entity, 'verdi');
    assert.deepEqual([...changed.entities.keys()], ['verdi']);
  });

  it('removes an entity whose last mention it moves', () => {
    const set = setOf({ entities: [rossi], mentions: [mentionOf('rossi', text, first)] });
    const changed = apply(annotateMentions(set, text, [first], verdi), set);
    assert.deepEqual([...changed.entities.keys()], ['verdi']);
    assert.deepEqual(apply(invert(annotateMentions(set, text, [first], verdi)), changed), set);
  });

  it('lets mentions overlap', () => {
    const set = apply(annotateMentions(emptySet, text, [first], rossi), emptySet);
    const wide = { start: first.start, end: said.end };
    assert.equal(apply(annotateMentions(set, text, [wide], verdi), set).mentions.length, 2);
  });
});

describe('annotateReferences', () => {
  it('gives each span its own entity, in one change that can be taken back', () => {
    const references = [
      { span: verdiSpan, entity: verdi },
      { span: first, entity: rossi },
      { span: second, entity: rossi },
    ];
    const change = annotateReferences(emptySet, text, references);
    const set = apply(change, emptySet);
    assert.deepEqual([...set.entities.keys()].sort(), ['rossi', 'verdi']);
    assert.deepEqual(
      set.mentions.map(({ entity }) => entity),
      ['rossi', 'verdi', 'rossi'],
    );
    assert.deepEqual(apply(invert(change), set), emptySet);
  });

  it('removes an entity that loses all mentions at once, not one that gets another', () => {
    const set = setOf({
      entities: [rossi, verdi],
      mentions: [mentionOf('rossi', text, first), mentionOf('verdi', text, verdiSpan)],
    });
    const swapped = annotateReferences(set, text, [
      { span: first, entity: verdi },
      { span: verdiSpan, entity: rossi },
    ]);
    assert.equal(apply(swapped, set).entities.size, 2);
    const both = annotateReferences(set, text, [
      { span: first, entity: entityOf('Neri') },
      { span: verdiSpan, entity: entityOf('Neri') },
    ]);
    assert.deepEqual([...apply(both, set).entities.keys()], ['neri']);
  });
});

describe('removeMention', () => {
  const mentions = [mentionOf('rossi', text, first), mentionOf('rossi', text, second)];
  const [one, two] = [nth(mentions, 0), nth(mentions, 1)];

  it('leaves the entity where something else refers to it', () => {
    const set = setOf({ entities: [rossi], mentions });
    const changed = apply(removeMention(set, nth(set.mentions, 0)), set);
    assert.deepEqual(changed.mentions, [two]);
    assert.deepEqual([...changed.entities.keys()], ['rossi']);
    const quoted = setOf({
      entities: [rossi],
      mentions: [one],
      quotes: [quoteOf(text, [said], { speaker: { entity: 'rossi' } })],
    });
    const said2 = apply(removeMention(quoted, nth(quoted.mentions, 0)), quoted);
    assert.deepEqual([...said2.entities.keys()], ['rossi']);
  });

  it('removes with the last mention an entity that nothing else refers to', () => {
    const set = setOf({ entities: [rossi, verdi], mentions: [one] });
    const change = removeMention(set, nth(set.mentions, 0));
    assert.deepEqual([...apply(change, set).entities.keys()], ['verdi']);
    assert.deepEqual(apply(invert(change), apply(change, set)), set);
  });

  it('leaves an entity about which a person wrote something', () => {
    const known = { ...rossi, extra: { wikidata: 'Q1' } };
    const set = setOf({ entities: [known], mentions: [one] });
    assert.deepEqual(
      [...apply(removeMention(set, nth(set.mentions, 0)), set).entities.values()],
      [known],
    );
  });
});

describe('removeMentions', () => {
  const mentions = [mentionOf('rossi', text, first), mentionOf('rossi', text, second)];
  const quote = quoteOf(text, [said], { speaker: { entity: 'rossi' } });
  const set = setOf({ entities: [rossi, verdi], mentions, quotes: [quote] });

  it('removes the entity with the last of them, where the quotes of it go too', () => {
    const left = apply(removeMentions(set, mentions), set);
    assert.deepEqual([left.mentions.length, left.entities.has('rossi')], [0, true]);
    const change = { ...removeMentions(set, mentions, [quote]), quotes: [{ before: quote }] };
    assert.deepEqual([...apply(change, set).entities.keys()], ['verdi']);
    assert.deepEqual(apply(invert(change), apply(change, set)), set);
  });

  it('finds them by their values, and counts mentions that are written twice', () => {
    const twice = { ...set, mentions: [...set.mentions, nth(set.mentions, 1)], quotes: [] };
    const copies = structuredClone(mentions);
    assert.ok(apply(removeMentions(twice, copies), twice).entities.has('rossi'));
    const once = { ...set, quotes: [] };
    assert.ok(!apply(removeMentions(once, copies), once).entities.has('rossi'));
  });
});

describe('annotateReferences, given mentions of other entities', () => {
  const set = setOf({
    entities: [rossi, verdi],
    mentions: [mentionOf('rossi', text, first), mentionOf('verdi', text, verdiSpan)],
    quotes: [quoteOf(text, [said], { speaker: { entity: 'rossi', spans: [first] } })],
  });
  const swap = annotateReferences(set, text, [
    { span: first, entity: verdi },
    { span: verdiSpan, entity: rossi },
  ]);

  it('exchanges two names, and neither entity goes', () => {
    const changed = apply(swap, set);
    assert.deepEqual([...changed.entities.keys()].sort(), ['rossi', 'verdi']);
    assert.deepEqual(
      changed.mentions.map(({ entity }) => entity),
      ['verdi', 'rossi'],
    );
    assert.deepEqual(apply(invert(swap), changed), set);
  });

  it('takes the speaker along whose words they are', () => {
    const [quote] = apply(swap, set).quotes;
    assert.deepEqual(
      quote,
      quoteOf(text, [said], { speaker: { entity: 'verdi', spans: [first] } }),
    );
  });

  it('says nothing of a mention that is one of its entity already', () => {
    const change = annotateReferences(set, text, [
      { span: first, entity: rossi },
      { span: second, entity: verdi },
    ]);
    assert.deepEqual(change.mentions, [{ after: mentionOf('verdi', text, second) }]);
    assert.deepEqual([change.entities, change.quotes], [[], []]);
  });

  it('keeps what a person wrote on the mention', () => {
    const noted = { ...mentionOf('rossi', text, first), extra: { metonym: true } };
    const before = setOf({ entities: [rossi], mentions: [noted] });
    const after = apply(annotateMentions(before, text, [first], verdi), before);
    assert.deepEqual(after.mentions, [{ ...noted, entity: 'verdi' }]);
    assert.deepEqual([...after.entities.keys()], ['verdi'], 'nobody refers to the other one');
  });

  it('leaves a mention of several pieces beside a new one of its first piece', () => {
    const split = mentionOf('rossi', text, first, second);
    const before = setOf({ entities: [rossi], mentions: [split] });
    const after = apply(annotateMentions(before, text, [first], verdi), before);
    assert.equal(after.mentions.length, 2);
    assert.ok(after.entities.has('rossi') && after.entities.has('verdi'));
  });
});
