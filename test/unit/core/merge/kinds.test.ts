import assert from 'node:assert/strict';
import { entityKind, mentionKind, quoteKind } from '../../../../src/core/merge/kinds';
import type { Mention, Quote } from '../../../../src/core/model/annotation';
import { entityOf, mentionOf, quoteOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada ⟦Perrin⟧⟧ ⟦ha detto⟧ ⟦ieri⟧: «⟦Non ora⟧, ⟦no⟧».');
const [whole, last, cue, day, content, end] = [0, 1, 2, 3, 4, 5].map((i) => nth(spans, i));
assert.ok(whole && last && cue && day && content && end);

describe('a mention', () => {
  const base = mentionOf('ada', text, whole);

  it('takes its entity from one side and its boundaries from the other', () => {
    const ours = { ...base, entity: 'perrin' };
    const theirs = { ...mentionOf('ada', text, last), extra: { nota: 1 } };
    assert.deepEqual(mentionKind.merge({ base, ours, theirs }), { ...theirs, entity: 'perrin' });
  });

  it('says in a conflict whose it is, and which words, on the other side', () => {
    const ours: Mention = { ...base, entity: 'perrin' };
    const theirs = { ...mentionOf('bea', text, last) };
    const merged = mentionKind.merge({ ours, theirs });
    assert.deepEqual(merged.conflict, {
      theirs: {
        entity: 'bea',
        exact: 'Perrin',
        prefix: 'Ada ',
        suffix: ' ha detto ieri: «Non ora, no».',
      },
    });
    assert.equal(merged.entity, 'perrin');
  });

  it('is the same with another selector for the same place, and another with another key', () => {
    const written = { ...base, target: { ...base.target, selectors: [{ exact: 'Ada Perrin' }] } };
    assert.ok(mentionKind.isSame(base, written));
    assert.ok(!mentionKind.isSame(base, { ...base, extra: { x: 1 } }));
    assert.ok(!mentionKind.isSame(base, { ...base, entity: 'bea' }));
  });
});

describe('a quote', () => {
  const base = quoteOf(text, [content], { kind: 'mixed' });
  const withCue = quoteOf(text, [content], { kind: 'mixed', cue: [cue] });
  const said = (entity: string, kind: Quote['kind'] = 'mixed') =>
    quoteOf(text, [content], { kind, speaker: { entity } });

  it('takes kind, content, cue and speaker each from the side that has changed it', () => {
    const ours = { ...quoteOf(text, [content, end]), cue: withCue.cue };
    const theirs = said('ada');
    assert.ok(ours.cue);
    const merged = quoteKind.merge({ base, ours: { ...ours, cue: ours.cue }, theirs });
    assert.equal(merged.kind, 'direct');
    assert.deepEqual(merged.content, ours.content);
    assert.deepEqual([merged.cue, merged.speaker], [ours.cue, theirs.speaker]);
    assert.equal(merged.conflict, undefined);
  });

  it('has a conflict where it belongs: in its cue, its speaker, or its own keys', () => {
    const ours = {
      ...said('ada', 'direct'),
      cue: { target: { selectors: [{ exact: 'ieri' }], spans: [day] } },
    };
    const theirs = {
      ...said('bea', 'indirect'),
      cue: { target: { selectors: [{ exact: 'ha detto' }], spans: [cue] } },
    };
    const { conflict, cue: words, speaker } = quoteKind.merge({ base, ours, theirs });
    assert.deepEqual(conflict, { theirs: { kind: 'indirect' } });
    assert.deepEqual(words?.conflict, { theirs: { exact: 'ha detto' } });
    assert.deepEqual(speaker?.conflict, { theirs: { entity: 'bea' } });
  });

  it('says the keys of a conflict in the order of the format', () => {
    const ours = quoteOf(text, [end], { kind: 'direct' });
    const theirs = quoteOf(text, [day], { kind: 'indirect' });
    const { conflict } = quoteKind.merge({ base, ours, theirs });
    assert.deepEqual(Object.keys(conflict?.theirs ?? {}), ['kind', 'content']);
  });

  it('keeps a cue that one side has changed and the other removed', () => {
    assert.ok(withCue.cue);
    const changed = { ...withCue, cue: { ...withCue.cue, extra: { x: 1 } } };
    const ours = quoteKind.merge({ base: withCue, ours: changed, theirs: base });
    assert.deepEqual(ours.cue, { ...changed.cue, conflict: { theirs: 'removed' } });
    const theirs = quoteKind.merge({ base: withCue, ours: base, theirs: changed });
    assert.deepEqual(theirs.cue, { ...changed.cue, conflict: { ours: 'removed' } });
    assert.equal(quoteKind.merge({ base: withCue, ours: withCue, theirs: base }).cue, undefined);
  });

  it('says of a speaker that the other side has no words or no entity for it', () => {
    const speaking = quoteOf(text, [content], { speaker: { entity: 'ada', spans: [whole] } });
    const ours = quoteOf(text, [content], { speaker: { entity: 'bea', spans: [last] } });
    const theirs = quoteOf(text, [content], { speaker: { spans: [whole] } });
    const merged = quoteKind.merge({ base: speaking, ours, theirs });
    assert.deepEqual(merged.speaker?.conflict, { theirs: { entity: null } });
    const other = quoteOf(text, [content], { speaker: { entity: 'ada' } });
    const words = quoteKind.merge({ base: speaking, ours, theirs: other }).speaker;
    assert.deepEqual(words?.conflict, { theirs: { exact: null } });
    assert.equal(words.entity, 'bea');
  });

  it('is the same only with the same parts', () => {
    assert.ok(quoteKind.isSame(base, structuredClone(base)));
    for (const other of [
      withCue,
      said('ada'),
      quoteOf(text, [end]),
      { ...base, extra: { x: 1 } },
    ]) {
      assert.ok(!quoteKind.isSame(base, other));
    }
  });
});

describe('an entity', () => {
  it('has a name and a type that sides may disagree about', () => {
    const base = entityOf('Ada', 'person', 'ada');
    const merged = entityKind.merge({
      base,
      ours: { ...base, name: 'Ada P.', type: 'work' },
      theirs: { ...base, name: 'A. Perrin' },
    });
    assert.deepEqual(merged, {
      id: 'ada',
      name: 'Ada P.',
      type: 'work',
      conflict: { theirs: { name: 'A. Perrin' } },
    });
    assert.ok(!entityKind.isSame(base, merged));
  });
});
