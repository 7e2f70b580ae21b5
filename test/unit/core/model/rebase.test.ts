import assert from 'node:assert/strict';
import { setSpeaker } from '../../../../src/core/edit/quoteEdits';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { invert, rebase } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Rossi⟧ dice: “⟦Non ora⟧”. ⟦Verdi⟧ tace, e ⟦Rossi⟧ pure.');
const rossi = entityOf('Rossi');
const verdi = entityOf('Verdi');
const mention = mentionOf('rossi', text, nth(spans, 0));
const otherMention = mentionOf('rossi', text, nth(spans, 3));
const ofVerdi = mentionOf('verdi', text, nth(spans, 2));
const quote = quoteOf(text, [nth(spans, 1)]);

describe('rebase', () => {
  it('changes further what they have changed, part by part, and doubles nothing', () => {
    const base = setOf({ entities: [rossi], quotes: [quote] });
    const cue = { target: otherMention.target };
    const theirs = setOf({ entities: [rossi], quotes: [{ ...quote, cue }] });
    const after = { ...quote, speaker: { entity: 'rossi' } };
    const result = rebase({ quotes: [{ before: quote, after }] }, base, theirs);
    assert.deepEqual(result.quotes, [{ ...quote, cue, speaker: { entity: 'rossi' } }]);
  });

  it('takes the part away that was to go, and leaves the others as they have them now', () => {
    const said = { ...quote, speaker: { entity: 'rossi' }, extra: { tema: 'acqua' } };
    const base = setOf({ entities: [rossi], quotes: [said] });
    const theirs = setOf({ entities: [rossi], quotes: [{ ...said, kind: 'mixed' as const }] });
    const result = rebase(setSpeaker(said, undefined), base, theirs);
    assert.deepEqual(result.quotes, [{ ...quote, kind: 'mixed', extra: { tema: 'acqua' } }]);
  });

  it('changes the very quote among several that begin at one place', () => {
    const { start, end } = nth(spans, 1);
    const short = quoteOf(text, [{ start, end: end - 4 }]);
    const base = setOf({ entities: [rossi], quotes: [quote, short] });
    const cue = { target: mention.target };
    const theirs = setOf({ entities: [rossi], quotes: [quote, { ...short, cue }] });
    const result = rebase(setSpeaker(short, { entity: 'rossi' }), base, theirs);
    assert.deepEqual(result.quotes, [quote, { ...short, cue, speaker: { entity: 'rossi' } }]);
  });

  it('brings a quote back that they have removed while it got its speaker', () => {
    const base = setOf({ entities: [rossi], quotes: [quote] });
    const theirs = setOf({ entities: [rossi] });
    const { quotes } = rebase(setSpeaker(quote, { entity: 'rossi' }), base, theirs);
    assert.deepEqual(quotes, [{ ...quote, speaker: { entity: 'rossi' } }]);
  });

  it('changes an entity further that they have changed, part by part', () => {
    const base = setOf({ entities: [rossi] });
    const theirs = setOf({
      entities: [{ ...rossi, name: 'Mario Rossi', extra: { wikidata: 'Q1' } }],
    });
    const retyped = { entities: [{ before: rossi, after: { ...rossi, type: 'organization' } }] };
    assert.deepEqual(
      [...rebase(retyped, base, theirs).entities.values()],
      [{ ...rossi, name: 'Mario Rossi', type: 'organization', extra: { wikidata: 'Q1' } }],
    );
    const renamed = { entities: [{ before: rossi, after: { ...rossi, name: 'Anna Rossi' } }] };
    assert.equal(rebase(renamed, base, theirs).entities.get('rossi')?.name, 'Anna Rossi');
  });

  it('changes one field of the article and leaves those that they have changed', () => {
    const before = { title: 'Acque alte', status: 'draft' } as const;
    const base = { ...emptySet, article: before };
    const theirs = { ...emptySet, article: { ...before, outlet: 'La Piena', title: 'Acque' } };
    const act = { article: { before, after: { title: 'Acque alte', language: 'it' } } };
    assert.deepEqual(rebase(act, base, theirs).article, {
      title: 'Acque',
      outlet: 'La Piena',
      language: 'it',
    });
    const back = { ...emptySet, article: { ...act.article.after, outlet: 'La Piena' } };
    assert.deepEqual(rebase(invert(act), back, back).article, { ...before, outlet: 'La Piena' });
  });

  it('changes one further key and leaves those that they have written beside it', () => {
    const described = { ...rossi, extra: { sex: 'm' } };
    const theirs = setOf({ entities: [{ ...described, extra: { sex: 'm', wikidata: 'Q1' } }] });
    const base = setOf({ entities: [described] });
    const act = { entities: [{ before: rossi, after: described }] };
    const back = rebase(invert(act), base, theirs);
    assert.deepEqual(back.entities.get('rossi')?.extra, { wikidata: 'Q1' });
    assert.deepEqual(rebase(invert(act), base, base).entities.get('rossi'), rossi);
  });

  it('takes a name back although they have given the entity another type since', () => {
    const renamed = { ...rossi, name: 'Anna Rossi' };
    const act = { entities: [{ before: rossi, after: renamed }] };
    const theirs = setOf({ entities: [{ ...renamed, type: 'work' }] });
    const result = rebase(invert(act), setOf({ entities: [renamed] }), theirs);
    assert.deepEqual([...result.entities.values()], [{ ...rossi, type: 'work' }]);
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

  it('does not bring back an entity that nothing needs, when it is changed or changed back', () => {
    const renamed = { ...rossi, name: 'Mario Rossi' };
    const change = { entities: [{ before: rossi, after: renamed }] };
    const base = setOf({ entities: [rossi] });
    assert.deepEqual([...rebase(change, base, emptySet).entities.values()], []);
    assert.deepEqual([...rebase(invert(change), emptySet, emptySet).entities.values()], []);
  });

  it('keeps their entity where both have one of an id', () => {
    const theirRossi = { ...rossi, name: 'Mario Rossi' };
    const base = setOf({ entities: [rossi] });
    const theirs = setOf({ entities: [theirRossi] });
    const result = rebase({ mentions: [{ after: mention }] }, base, theirs);
    assert.deepEqual([...result.entities.values()], [theirRossi]);
  });
});
