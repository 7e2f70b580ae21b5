import assert from 'node:assert/strict';
import { mergeEntities, moveMentions } from '../../../../src/core/edit/entityEdits';
import { annotateMentions, removeMention } from '../../../../src/core/edit/mentionEdits';
import { mergeSets } from '../../../../src/core/merge/mergeSets';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, type Change } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  '⟦Ada⟧ vede ⟦Bea⟧. ⟦Ada⟧ tace, ⟦Bea⟧ dice: «⟦Non ora⟧». ⟦Ada⟧ esce.',
);
const [ada1, bea1, ada2, bea2, said, ada3] = [0, 1, 2, 3, 4, 5].map((i) => nth(spans, i));
assert.ok(ada1 && bea1 && ada2 && bea2 && said && ada3);
const [ada, bea, carla] = ['Ada', 'Bea', 'Carla'].map((name) => entityOf(name));
assert.ok(ada && bea && carla);
const [first] = [mentionOf('ada', text, ada1)];
const base = setOf({
  entities: [ada, bea],
  mentions: [first, mentionOf('ada', text, ada2), mentionOf('bea', text, bea1)],
  quotes: [quoteOf(text, [said], { speaker: { entity: 'ada' } })],
});
const after = (...changes: readonly ((set: AnnotationSet) => Change)[]) =>
  changes.reduce((set, change) => apply(change(set), set), base);

/** Each mention as `place entity`, by where it starts. */
function shown({ mentions }: AnnotationSet): string[] {
  return mentions.map(({ entity, target }) => `${target.spans?.[0]?.start ?? '-'} ${entity}`);
}

describe('mergeSets', () => {
  it('has what both have added, the same only once', () => {
    const ours = after((set) => annotateMentions(set, text, [bea2, ada3], bea));
    const theirs = after(
      (set) => annotateMentions(set, text, [bea2], bea),
      (set) => annotateMentions(set, text, [ada3], ada),
    );
    const merged = mergeSets({ base, ours, theirs });
    assert.deepEqual(shown(merged), ['0 ada', '9 bea', '14 ada', '24 bea', '45 bea']);
    assert.deepEqual(merged.mentions.at(-1)?.conflict, { theirs: { entity: 'ada' } });
  });

  it('gives what one side has added to an entity to the one that the other has renamed it to', () => {
    const ours = after((set) => mergeEntities(set, 'ada', carla));
    const theirs = after((set) => annotateMentions(set, text, [ada3], ada));
    for (const sets of [
      { base, ours, theirs },
      { base, ours: theirs, theirs: ours },
    ]) {
      const merged = mergeSets(sets);
      assert.deepEqual(shown(merged), ['0 carla', '9 bea', '14 carla', '45 carla']);
      assert.deepEqual([...merged.entities.keys()].sort(), ['bea', 'carla']);
      assert.equal(merged.quotes[0]?.speaker?.entity, 'carla');
    }
  });

  it('does so where one was made one with another, and with what was said of it', () => {
    const ours = after((set) => mergeEntities(set, 'ada', bea));
    const theirs = after(
      () => ({ entities: [{ before: ada, after: { ...ada, extra: { nota: 'x' } } }] }),
      (set) => annotateMentions(set, text, [ada3], ada),
    );
    const merged = mergeSets({ base, ours, theirs });
    assert.deepEqual(shown(merged), ['0 bea', '9 bea', '14 bea', '45 bea']);
    assert.deepEqual([...merged.entities.values()], [{ ...bea, extra: { nota: 'x' } }]);
  });

  it('makes two of a mention with an unknown key “entity”, since in a conflict that is whose mention it is', () => {
    const noted = (entity: unknown) =>
      after(() => ({ mentions: [{ before: first, after: { ...first, extra: { entity } } }] }));
    const merged = mergeSets({ base, ours: noted('x'), theirs: noted('y') });
    assert.deepEqual(shown(merged), ['0 ada', '0 ada', '9 bea', '14 ada']);
    const [one, other] = merged.mentions;
    assert.deepEqual([one?.extra, other?.extra], [{ entity: 'x' }, { entity: 'y' }]);
    assert.deepEqual([one?.conflict, other?.conflict], [undefined, undefined]);
    assert.deepEqual(shown(mergeSets({ base, ours: base, theirs: noted('y') })), shown(base));
  });

  it('keeps an entity for what one side has added to it, though the other has removed it', () => {
    const ours = after(
      (set) => removeMention(set, first),
      (set) => removeMention(set, mentionOf('ada', text, ada2)),
      ({ quotes }) => ({
        quotes: quotes.map((before) => ({ before })),
        entities: [{ before: ada }],
      }),
    );
    assert.ok(!ours.entities.has('ada'));
    const theirs = after((set) => annotateMentions(set, text, [ada3], ada));
    const merged = mergeSets({ base, ours, theirs });
    assert.deepEqual(shown(merged), ['9 bea', '45 ada']);
    assert.deepEqual(merged.entities.get('ada'), ada);
  });

  it('drops an entity of which each side has removed another part', () => {
    const start = setOf({ entities: [ada], mentions: base.mentions.slice(0, 1) });
    const two = apply(annotateMentions(start, text, [ada2], ada), start);
    const [one, other] = two.mentions;
    assert.ok(one && other);
    const merged = mergeSets({
      base: two,
      ours: apply(removeMention(two, one), two),
      theirs: apply(removeMention(two, other), two),
    });
    assert.deepEqual([shown(merged), merged.entities.size], [[], 0]);
  });

  it('keeps what one has changed and the other removed, in conflict', () => {
    const ours = after((set) => removeMention(set, first));
    const theirs = after((set) => moveMentions(set, [first], bea));
    const [kept] = mergeSets({ base, ours, theirs }).mentions;
    assert.deepEqual(kept, { ...first, entity: 'bea', conflict: { ours: 'removed' } });
    const [same] = mergeSets({ base, ours: theirs, theirs: ours }).mentions;
    assert.deepEqual(same, { ...first, entity: 'bea', conflict: { theirs: 'removed' } });
  });

  it('makes one of an annotation that was moved to where the other side has added it', () => {
    const moved = { ...first, target: mentionOf('ada', text, ada3).target };
    const ours = after(() => ({ mentions: [{ before: first, after: moved }] }));
    const theirs = after((set) => annotateMentions(set, text, [ada3], ada));
    assert.deepEqual(shown(mergeSets({ base, ours, theirs })), ['9 bea', '14 ada', '45 ada']);
  });

  it('merges fields, labels and the keys at the top', () => {
    const with_ = (article: AnnotationSet['article'], extra: AnnotationSet['extra']) => ({
      ...base,
      article,
      extra,
    });
    const merged = mergeSets({
      base: with_({ title: 'A', labels: ['x'] }, { a: 1 }),
      ours: with_({ title: 'B', labels: ['x', 'y'] }, { a: 2 }),
      theirs: with_({ title: 'C', status: 'done', labels: ['z'] }, { a: 3, b: 1 }),
    });
    assert.deepEqual(merged.article, {
      title: 'B',
      status: 'done',
      labels: ['y', 'z'],
      conflict: { theirs: { title: 'C' } },
    });
    assert.deepEqual([merged.extra, merged.conflict], [{ a: 2, b: 1 }, { theirs: { a: 3 } }]);
  });
});
