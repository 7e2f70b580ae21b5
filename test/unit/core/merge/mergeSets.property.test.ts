import assert from 'node:assert/strict';
import { decide } from '../../../../src/core/merge/decide';
import { mergeSets } from '../../../../src/core/merge/mergeSets';
import { conflictsOf, decisionsFor, type Decision } from '../../../../src/core/merge/openConflicts';
import { renamesOf } from '../../../../src/core/merge/renames';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import { versionIn, type Conflict } from '../../../../src/core/model/conflict';
import { keySorted } from '../../../../src/core/model/equal';
import { branches, type Branches } from '../../../support/branches';
import { asText, factsOf } from '../../../support/facts';
import { itHolds } from '../../../support/property';

/** A set as a value in which the order of entities says nothing. */
function valueOf(set: AnnotationSet): unknown {
  return JSON.parse(keySorted({ ...set, entities: Object.fromEntries(set.entities) }));
}

function isTheOtherWhereOneDidNothing({ base, ours }: Branches): void {
  for (const sets of [
    { base, ours, theirs: ours },
    { base, ours, theirs: base },
    { base, ours: base, theirs: ours },
  ]) {
    assert.deepEqual(valueOf(mergeSets(sets)), valueOf(ours));
  }
}

function isTheSameBothWays({ base, ours, theirs }: Branches): void {
  const one = mergeSets({ base, ours, theirs });
  const other = mergeSets({ base, ours: theirs, theirs: ours });
  assert.deepEqual(asText(factsOf(one)), asText(factsOf(other)));
}

/** What a side has added is there, as it is shown or in a conflict. */
function hasWhatWasAdded(sets: Branches): void {
  const known = new Set(wordsIn(sets.base));
  const merged = new Set(wordsIn(mergeSets(sets)));
  for (const side of [sets.ours, sets.theirs]) {
    const missing = wordsIn(side).filter((fact) => !known.has(fact) && !merged.has(fact));
    assert.deepEqual(missing, []);
  }
}

/** Another name that a side has given an entity is there, as it is shown or in a conflict, if the entity is. */
function hasNamesGiven(sets: Branches): void {
  const merged = mergeSets(sets);
  const said = JSON.stringify([...merged.entities.values()]);
  for (const side of [sets.ours, sets.theirs]) {
    for (const [id, { name }] of side.entities) {
      const was = sets.base.entities.get(id);
      const other = side === sets.ours ? sets.theirs : sets.ours;
      const isLeft = merged.entities.has(id) || renamesOf(sets.base, other).has(id);
      if (!was || was.name === name || !isLeft) continue;
      assert.ok(said.includes(JSON.stringify(name)), `${id} has the name ${name}`);
    }
  }
}

/** The words of all mentions, and of the contents, cues and speakers of quotes. */
function wordsIn(set: AnnotationSet): string[] {
  const { mentions, quotes } = factsOf(set);
  return [...mentions, ...quotes].flatMap((facts) =>
    [...facts].filter((fact) => /^(?:(?:cue|speaker)\.)?(?:words|content)=/.test(fact)),
  );
}

function describesWhatIsReferredTo(sets: Branches): void {
  const known = new Set([sets.ours, sets.theirs].flatMap(({ entities }) => [...entities.keys()]));
  const { mentions, quotes, entities } = mergeSets(sets);
  for (const { entity } of mentions) assert.ok(entities.has(entity));
  for (const { speaker } of quotes) {
    const id = speaker?.entity;
    assert.ok(id === undefined || entities.has(id) || !known.has(id));
  }
}

/** Deciding all for theirs gives what deciding all for ours gives where the sides are exchanged. */
function canBeDecided({ article, base, ours, theirs }: Branches): void {
  const one = decidedAll(mergeSets({ base, ours, theirs }), article.text.text, 'theirs');
  const other = decidedAll(
    mergeSets({ base, ours: theirs, theirs: ours }),
    article.text.text,
    'ours',
  );
  assert.deepEqual(asText(factsOf(one)), asText(factsOf(other)));
}

function decidedAll(set: AnnotationSet, text: string, decision: Decision): AnnotationSet {
  const [open] = conflictsOf(set);
  if (!open) return set;
  assert.ok(decisionsFor(set, open).includes(decision));
  const after = apply(decide(set, text, open, decision), set);
  assert.equal(decisionsLeft(after), decisionsLeft(set) - 1, 'one decision less');
  return decidedAll(after, text, decision);
}

/** How often somebody has to decide at most: a version may have something undecided itself. */
function decisionsLeft(set: AnnotationSet): number {
  const lengthOf = (conflict: Conflict): number => {
    const inner = versionIn(conflict)?.conflict;
    return 1 + (inner ? lengthOf(inner) : 0);
  };
  return conflictsOf(set).reduce((sum, { conflict }) => sum + lengthOf(conflict), 0);
}

describe('a merge of any two branches', () => {
  itHolds(
    'is the one where the other did nothing, the same both ways, has all, and can be decided',
    branches,
    (each) => {
      isTheOtherWhereOneDidNothing(each);
      isTheSameBothWays(each);
      hasWhatWasAdded(each);
      hasNamesGiven(each);
      describesWhatIsReferredTo(each);
      canBeDecided(each);
    },
    10_000,
  );
});
