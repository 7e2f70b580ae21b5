import assert from 'node:assert/strict';
import { mergeEntities } from '../../../../src/core/edit/entityEdits';
import { mergeSets } from '../../../../src/core/merge/mergeSets';
import type { Entity } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ vede ⟦Bea⟧.');
const [ada, bea] = [entityOf('Ada'), entityOf('Bea')];
const mentions = [mentionOf('ada', text, nth(spans, 0)), mentionOf('bea', text, nth(spans, 1))];
const of = (...entities: readonly Entity[]) => setOf({ entities, mentions });
const intoBea = (set: AnnotationSet) => apply(mergeEntities(set, 'ada', bea), set);

/** What the merge says of the entity that ours has made Ada one with. */
function heir(base: AnnotationSet, theirs: AnnotationSet, ours = intoBea(base)): Entity {
  const merged = mergeSets({ base, ours, theirs });
  assert.deepEqual([...merged.entities.keys()], ['bea']);
  const [entity] = merged.entities.values();
  assert.ok(entity);
  return entity;
}

describe('what one side says of an entity that the other has made one with another', () => {
  it('is left to decide, where the other one is described otherwise', () => {
    const ship = { ...bea, type: 'ship' };
    const changed = of({ ...ada, name: 'Ada Perrin', type: 'work' }, ship);
    const { name, type, conflict } = heir(of(ada, ship), changed);
    assert.deepEqual([name, type], ['Bea', 'ship']);
    assert.deepEqual(conflict, { theirs: { name: 'Ada Perrin', type: 'work' } });
  });

  it('is shown where it is ours', () => {
    const [base, ours] = [of(ada, bea), of({ ...ada, name: 'Ada Perrin' }, bea)];
    const merged = mergeSets({ base, ours, theirs: intoBea(base) }).entities.get('bea');
    assert.deepEqual([merged?.name, merged?.conflict], ['Ada Perrin', { theirs: { name: 'Bea' } }]);
  });

  it('is so of further keys too', () => {
    const [was, other] = [{ extra: { nota: 'x' } }, { extra: { nota: 'z' } }];
    const changed = of({ ...ada, extra: { nota: 'y' } }, { ...bea, ...other });
    const { extra, conflict } = heir(of({ ...ada, ...was }, { ...bea, ...other }), changed);
    assert.deepEqual([extra, conflict], [{ nota: 'z' }, { theirs: { nota: 'y' } }]);
  });

  it('holds for the other one, where that was described alike, or has nothing of it', () => {
    const same = { ...bea, name: 'Ada' };
    const renamed = of({ ...ada, name: 'Ada Perrin', extra: { nota: 'y' } }, same);
    const { name, extra, conflict } = heir(of(ada, same), renamed);
    assert.deepEqual([name, extra, conflict], ['Ada Perrin', { nota: 'y' }, undefined]);
  });

  it('is nothing new, where both say the same', () => {
    const { name, conflict } = heir(of(ada, bea), of({ ...ada, name: 'Bea' }, bea));
    assert.deepEqual([name, conflict], ['Bea', undefined]);
  });

  it('is left to decide once, where it is what the other side has made of that one', () => {
    const changed = of({ ...ada, name: 'B.' }, { ...bea, name: 'Bea Perrin' });
    const ours = intoBea(of(ada, { ...bea, name: 'B.' }));
    const { name, conflict } = heir(of(ada, bea), changed, ours);
    assert.deepEqual([name, conflict], ['B.', { theirs: { name: 'Bea Perrin' } }]);
  });

  it('is kept beside what the same side says of the other one', () => {
    const changed = of({ ...ada, name: 'Ada Perrin' }, { ...bea, name: 'Bea Perrin' });
    const { name, conflict } = heir(of(ada, bea), changed);
    assert.deepEqual([name, conflict], ['Bea Perrin', { theirs: { name: 'Ada Perrin' } }]);
  });

  it('holds for its new id, where it was only renamed', () => {
    const base = of(ada);
    const made = apply(mergeEntities(base, 'ada', { ...ada, id: 'bea' }), base);
    const { name, conflict } = heir(base, of({ ...ada, name: 'Ada Perrin' }), made);
    assert.deepEqual([name, conflict], ['Ada Perrin', undefined]);
  });

  it('goes on being undecided, where it was', () => {
    const conflict = { theirs: { type: 'work' } };
    assert.deepEqual(heir(of(ada, bea), of({ ...ada, conflict }, bea)).conflict, conflict);
  });
});
