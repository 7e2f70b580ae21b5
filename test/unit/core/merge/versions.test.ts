import assert from 'node:assert/strict';
import {
  cueAs,
  entityAs,
  fieldsAs,
  furtherKeysAs,
  mentionAs,
  quoteAs,
  speakerAs,
} from '../../../../src/core/merge/versions';
import { targetFor } from '../../../../src/core/edit/target';
import { entityOf, mentionOf, quoteOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ ⟦dice⟧: «⟦No⟧».');
const [ada, cue, said] = [0, 1, 2].map((i) => nth(spans, i));
assert.ok(ada && cue && said);
const words = { exact: 'dice' };
const target = { selectors: [words], spans: [cue] };

describe('the other version', () => {
  it('of a mention has other words, another entity, other keys', () => {
    const mention = { ...mentionOf('ada', text, ada), extra: { a: 1, b: 1 } };
    const undecided = { ...mention, conflict: { theirs: 'removed' as const } };
    assert.deepEqual(mentionAs(undecided, { entity: 'bea', a: null, c: 2 }, text), {
      ...mention,
      entity: 'bea',
      extra: { b: 1, c: 2 },
    });
    assert.deepEqual(mentionAs(mention, words, text).target, target);
    const conflict = { theirs: { entity: 'x' } };
    assert.deepEqual(mentionAs(mention, { conflict }, text), { ...mention, conflict });
  });

  it('of a cue has other words', () => {
    assert.deepEqual(cueAs({ target: targetFor(text, [ada]) }, words, text), { target });
  });

  it('of a speaker may be without words or without an entity, but not without both', () => {
    const speaker = { entity: 'ada', target: targetFor(text, [ada]) };
    assert.deepEqual(speakerAs(speaker, { exact: null }, text), { entity: 'ada' });
    assert.deepEqual(speakerAs(speaker, { entity: null, ...words }, text), { target });
    assert.equal(speakerAs(speaker, { entity: null, exact: null }, text), undefined);
  });

  it('of a quote has another kind or content, and the same parts', () => {
    const quote = quoteOf(text, [said], { cue: [cue], speaker: { entity: 'ada' } });
    assert.deepEqual(quoteAs(quote, { kind: 'mixed', content: [words] }, text), {
      ...quote,
      kind: 'mixed',
      content: target,
    });
  });

  it('of an entity has another name or type, and the same id', () => {
    const entity = entityOf('Ada');
    assert.deepEqual(entityAs(entity, { name: 'A.' }), { ...entity, name: 'A.' });
    assert.deepEqual(entityAs(entity, { type: 'work', x: 1 }), {
      ...entity,
      type: 'work',
      extra: { x: 1 },
    });
  });

  it('of the fields of an article is without those that are null', () => {
    const fields = { title: 'T', status: 'done', extra: { x: 1 } } as const;
    assert.deepEqual(fieldsAs(fields, { title: null, outlet: 'O', x: 2 }), {
      outlet: 'O',
      status: 'done',
      extra: { x: 2 },
    });
  });

  it('of the keys at the top is without those that are null', () => {
    assert.deepEqual(furtherKeysAs({ extra: { x: 1 } }, { x: null }), { extra: {} });
    assert.deepEqual(furtherKeysAs({ extra: { x: 1 } }, { y: 2 }), { extra: { x: 1, y: 2 } });
  });
});
