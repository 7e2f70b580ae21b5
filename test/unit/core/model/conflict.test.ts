import assert from 'node:assert/strict';
import {
  joined,
  pinned,
  referredTo,
  versionIn,
  withConflict,
  type Conflict,
} from '../../../../src/core/model/conflict';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const name: Conflict = { theirs: { name: 'Ada' } };
const type: Conflict = { theirs: { type: 'work' } };
const gone: Conflict = { theirs: 'removed' };

describe('versionIn', () => {
  it('is what the other side has, if it has not removed it', () => {
    assert.deepEqual(versionIn(name), { name: 'Ada' });
    assert.equal(versionIn(gone), undefined);
    assert.equal(versionIn({ ours: 'removed' }), undefined);
  });
});

describe('joined', () => {
  it('is the one where there is no other, or the same', () => {
    assert.equal(joined(name, undefined), name);
    assert.equal(joined(undefined, gone), gone);
    assert.equal(joined(undefined, undefined), undefined);
    assert.equal(joined(name, structuredClone(name)), name);
  });

  it('holds both versions, the second in the first', () => {
    assert.deepEqual(joined(name, type), { theirs: { name: 'Ada', conflict: type } });
    const three = joined(joined(name, type), { theirs: { x: 1 } });
    assert.deepEqual(three, {
      theirs: {
        name: 'Ada',
        conflict: { theirs: { type: 'work', conflict: { theirs: { x: 1 } } } },
      },
    });
  });

  it('holds a removal in the version', () => {
    const both = { theirs: { name: 'Ada', conflict: gone } };
    assert.deepEqual(joined(name, gone), both);
    assert.deepEqual(joined(gone, name), both);
    assert.equal(joined(gone, { ours: 'removed' }), gone);
  });
});

describe('withConflict', () => {
  it('adds to what was undecided before', () => {
    const entity = entityOf('Bea');
    assert.equal(withConflict(entity, undefined), entity);
    const once = withConflict(entity, type);
    assert.deepEqual(once, { ...entity, conflict: type });
    assert.deepEqual(withConflict(once, name).conflict, joined(name, type));
  });
});

describe('pinned', () => {
  const text = 'a'.repeat(40);

  it('marks the selectors of a version, whatever words they are of', () => {
    const versions = [
      [{ exact: 'Ada' }, { exact: 'Ada', text }],
      [{ spans: [{ exact: 'A' }] }, { spans: [{ exact: 'A', text }] }],
      [
        { content: [{ exact: 'A' }], kind: 'mixed' },
        { content: [{ exact: 'A', text }], kind: 'mixed' },
      ],
      [{ conflict: { theirs: { exact: 'A' } } }, { conflict: { theirs: { exact: 'A', text } } }],
    ];
    for (const [version = {}, marked] of versions) {
      assert.deepEqual(pinned({ theirs: version }, text), { theirs: marked });
    }
  });

  it('leaves what says its text already, and what has no words', () => {
    const other = { theirs: { exact: 'Ada', text: 'b'.repeat(40) } };
    assert.deepEqual(pinned(other, text), other);
    for (const conflict of [name, gone, { theirs: { exact: null } }] as const) {
      assert.deepEqual(pinned(conflict, text), conflict);
    }
  });
});

describe('referredTo', () => {
  it('has the entities of mentions, of speakers and of the versions of these', () => {
    const { text, spans } = marked('⟦Ada⟧ dice: «⟦Sì⟧».');
    const mention = {
      ...mentionOf('ada', text, nth(spans, 0)),
      conflict: { theirs: { entity: 'bea', conflict: { theirs: { entity: 'carla' } } } },
    };
    const quote = quoteOf(text, [nth(spans, 1)], { speaker: { entity: 'dora' } });
    const said = {
      ...quote,
      speaker: { ...quote.speaker, conflict: { theirs: { entity: 'elsa' } } },
    };
    const { mentions, quotes } = setOf({ mentions: [mention], quotes: [said] });
    assert.deepEqual(
      [...referredTo({ mentions, quotes })],
      ['ada', 'bea', 'carla', 'dora', 'elsa'],
    );
  });
});
