import assert from 'node:assert/strict';
import { diffSets } from '../../../../src/core/diff/diffSets';
import type { Difference } from '../../../../src/core/diff/difference';
import { restoring } from '../../../../src/core/diff/restoring';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import { referredTo } from '../../../../src/core/model/conflict';
import { branches } from '../../../support/branches';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedTwice } from '../../../support/randomSets';

const { text, spans } = markedArticle('La sindaca ⟦Irene ⟦Tassoni⟧⟧ dice: «⟦Non prima di marzo⟧».');
const byStart = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
const [whole, surname, content] = byStart;
assert.ok(whole && surname && content);
const mayor = entityOf('Irene Tassoni');
const other = entityOf('Tassoni');

/** `after` with those differences from `before` taken back that are meant. */
function restored(
  before: AnnotationSet,
  after: AnnotationSet,
  isMeant: (difference: Difference) => boolean = () => true,
): AnnotationSet {
  const differences = diffSets(before, after).filter(isMeant);
  return apply(restoring(differences, { before, after }), after);
}

function givesBefore(before: AnnotationSet, after: AnnotationSet): void {
  const then = restored(before, after);
  // What a set does not describe and refers to all the same stays described.
  const referred = referredTo(then);
  const left = diffSets(before, then).filter(
    (each) => each.thing !== 'entity' || each.change !== 'added' || !referred.has(each.after.id),
  );
  assert.deepEqual(left, []);
}

describe('restoring', () => {
  const base = setOf({
    article: { status: 'draft' },
    entities: [mayor],
    mentions: [mentionOf(mayor.id, text, whole)],
    quotes: [quoteOf(text, [content], { speaker: { entity: mayor.id } })],
    extra: { note: 1 },
  });

  it('brings back what was removed, and takes away what was added', () => {
    const none = setOf({});
    assert.deepEqual(restored(base, none), base);
    assert.deepEqual(restored(none, base), none);
  });

  it('brings the entity with a mention that comes back, and takes it away with one that goes', () => {
    const none = setOf({});
    const ofMention = ({ thing }: Difference) => thing === 'mention';
    const { entities, mentions, quotes } = restored(base, none, ofMention);
    assert.deepEqual([[...entities.values()], mentions, quotes], [[mayor], base.mentions, []]);
    const alone = setOf({ entities: [mayor], mentions: base.mentions });
    assert.deepEqual(restored(none, alone, ofMention), none);
    const stays = restored(none, base, ofMention);
    assert.deepEqual([...stays.entities.keys()], [mayor.id], 'the quote refers to it');
  });

  it('gives what was changed its former version, and leaves the rest', () => {
    const after = setOf({
      article: { status: 'done' },
      entities: [{ ...mayor, type: 'work' }],
      mentions: [mentionOf(mayor.id, text, surname)],
      quotes: [quoteOf(text, [content], { kind: 'mixed', speaker: { entity: mayor.id } })],
    });
    assert.deepEqual(restored(base, after), base);
    const ofQuote = restored(base, after, ({ thing }) => thing === 'quote');
    assert.deepEqual(ofQuote, { ...after, quotes: base.quotes });
  });

  it('takes a renaming back with all that refers to the entity', () => {
    const renamed = setOf({
      ...base,
      entities: [other],
      mentions: [mentionOf(other.id, text, whole), mentionOf(other.id, text, surname)],
      quotes: [quoteOf(text, [content], { speaker: { entity: other.id } })],
    });
    const then = restored(base, renamed, ({ thing }) => thing === 'entity');
    assert.deepEqual(then.mentions, [
      mentionOf(mayor.id, text, whole),
      mentionOf(mayor.id, text, surname),
    ]);
    assert.deepEqual([...then.entities.values()], [mayor]);
    assert.equal(then.quotes[0]?.speaker?.entity, mayor.id);
  });

  it('brings back a mention of a renamed entity under the name that this has now', () => {
    const two = setOf({
      entities: [mayor],
      mentions: [mentionOf(mayor.id, text, whole), mentionOf(mayor.id, text, surname)],
    });
    const after = setOf({ entities: [other], mentions: [mentionOf(other.id, text, whole)] });
    const { mentions } = restored(two, after, ({ thing }) => thing === 'mention');
    assert.deepEqual(
      mentions.map(({ entity }) => entity),
      [other.id, other.id],
    );
  });

  it('parts what was merged', () => {
    const two = setOf({
      entities: [mayor, other],
      mentions: [mentionOf(mayor.id, text, whole), mentionOf(other.id, text, surname)],
    });
    const one = setOf({
      entities: [mayor],
      mentions: [mentionOf(mayor.id, text, whole), mentionOf(mayor.id, text, surname)],
    });
    assert.deepEqual(restored(two, one), two);
  });

  itHolds('all that somebody has done to a sidecar gives what it said before', branches, (each) => {
    givesBefore(each.base, each.ours);
    givesBefore(each.ours, each.theirs);
  });

  itHolds('all between any two sets gives the first one', annotatedTwice, ({ set, other: now }) => {
    givesBefore(set, now);
  });
});
