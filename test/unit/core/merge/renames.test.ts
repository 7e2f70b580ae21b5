import assert from 'node:assert/strict';
import { mergeEntities, moveMentions } from '../../../../src/core/edit/entityEdits';
import { withOneId } from '../../../../src/core/merge/renames';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, type Change } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧, ⟦Ada⟧, ⟦Bea⟧: «⟦No⟧».');
const [ada, bea] = [entityOf('Ada'), entityOf('Bea')];
const [carla, dora] = [entityOf('Carla'), entityOf('Dora')];
const base = setOf({
  entities: [ada, bea],
  mentions: [0, 1]
    .map((i) => mentionOf('ada', text, nth(spans, i)))
    .concat(mentionOf('bea', text, nth(spans, 2))),
  quotes: [quoteOf(text, [nth(spans, 3)], { speaker: { entity: 'ada' } })],
});
const after = (change: (set: AnnotationSet) => Change) => apply(change(base), base);
const idsIn = (set: AnnotationSet) => [...set.entities.keys()].sort();

describe('withOneId', () => {
  it('renames in all sets what one side has renamed', () => {
    const ours = after((set) => mergeEntities(set, 'ada', carla));
    const sets = withOneId({ base, ours, theirs: base });
    for (const set of [sets.base, sets.ours, sets.theirs]) {
      assert.deepEqual(idsIn(set), ['bea', 'carla']);
      assert.equal(set.quotes[0]?.speaker?.entity, 'carla');
    }
    assert.equal(sets.theirs.entities.get('carla')?.name, 'Ada', 'the name is told by the merge');
  });

  it('follows from one rename to the next', () => {
    const ours = after((set) => mergeEntities(set, 'ada', bea));
    const theirs = after((set) => mergeEntities(set, 'bea', carla));
    const sets = withOneId({ base, ours, theirs });
    assert.deepEqual(Object.values(sets).map(idsIn), [['carla'], ['carla'], ['carla']]);
  });

  it('makes one of several in the same way, however the base lists them', () => {
    const one = after((set) => mergeEntities(set, 'ada', carla));
    const theirs = apply(mergeEntities(one, 'bea', carla), one);
    const described = [[ada, bea] as const, [bea, ada] as const].map((entities) => {
      const listed = { ...base, entities: new Map(entities.map((each) => [each.id, each])) };
      const sets = withOneId({ base: listed, ours: listed, theirs });
      return [sets.base, sets.ours].map(({ entities }) => entities.get('carla')?.name);
    });
    assert.deepEqual(described, [
      ['Ada', 'Ada'],
      ['Ada', 'Ada'],
    ]);
  });

  it('takes the first id where each side has made one entity of two the other way round', () => {
    const ours = after((set) => mergeEntities(set, 'ada', bea));
    const theirs = after((set) => mergeEntities(set, 'bea', ada));
    const sets = withOneId({ base, ours, theirs });
    assert.deepEqual(Object.values(sets).map(idsIn), [['ada'], ['ada'], ['ada']]);
  });

  it('leaves alone what both have renamed otherwise, and what was split', () => {
    const ours = after((set) => mergeEntities(set, 'ada', carla));
    const theirs = after((set) => mergeEntities(set, 'ada', dora));
    assert.deepEqual(idsIn(withOneId({ base, ours, theirs }).base), ['ada', 'bea']);
    const split = after((set) => moveMentions(set, set.mentions.slice(0, 1), carla));
    const rest = apply(mergeEntities(split, 'ada', dora), split);
    assert.deepEqual(idsIn(withOneId({ base, ours: rest, theirs: base }).theirs), ['ada', 'bea']);
  });

  it('leaves alone what was removed', () => {
    const ours = after(({ mentions, quotes }) => ({
      mentions: mentions.slice(0, 2).map((before) => ({ before })),
      quotes: quotes.map((before) => ({ before })),
      entities: [{ before: ada }],
    }));
    assert.deepEqual(idsIn(ours), ['bea']);
    assert.deepEqual(idsIn(withOneId({ base, ours, theirs: base }).theirs), ['ada', 'bea']);
  });
});
