import assert from 'node:assert/strict';
import { diffSets } from '../../../../src/core/diff/diffSets';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';

const { text, spans } = markedArticle('La sindaca ⟦Irene ⟦Tassoni⟧⟧ dice: «⟦Non prima di marzo⟧».');
const byStart = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
const [whole, surname, content] = byStart;
assert.ok(whole && surname && content);
const mayor = entityOf('Irene Tassoni');
const other = entityOf('Tassoni');

/** What differs, as `thing change parts`. */
function changes(before: AnnotationSet, after: AnnotationSet): string[] {
  return diffSets(before, after).map((each) =>
    [each.thing, each.change, ...('parts' in each ? each.parts : [])].join(' '),
  );
}

describe('diffSets', () => {
  const base = setOf({
    entities: [mayor],
    mentions: [mentionOf(mayor.id, text, whole)],
    quotes: [quoteOf(text, [content])],
  });

  it('finds nothing between equal sets', () => {
    assert.deepEqual(changes(base, base), []);
  });

  it('tells what is added and removed', () => {
    const none = setOf({});
    assert.deepEqual(changes(none, base), ['entity added', 'mention added', 'quote added']);
    assert.deepEqual(changes(base, none), ['entity removed', 'mention removed', 'quote removed']);
  });

  it('tells which parts of annotations differ', () => {
    const now = setOf({
      article: { status: 'done', extra: { desk: 'city' } },
      entities: [{ ...mayor, type: 'work' }],
      mentions: [mentionOf(mayor.id, text, surname)],
      quotes: [quoteOf(text, [content], { kind: 'mixed', speaker: { entity: mayor.id } })],
      extra: { note: 1 },
    });
    assert.deepEqual(changes(base, now), [
      'sidecar changed note',
      'article changed status desk',
      'entity changed type',
      'mention changed words',
      'quote changed kind speaker',
    ]);
  });

  it('takes an entity with another id or name for the same one, renamed, with its mentions', () => {
    const renamed = setOf({
      entities: [other],
      mentions: [mentionOf(other.id, text, whole)],
      quotes: base.quotes,
    });
    assert.deepEqual(changes(base, renamed), ['entity renamed id name']);
    const named = { ...base, entities: new Map([[mayor.id, { ...mayor, name: 'I. Tassoni' }]]) };
    assert.deepEqual(changes(base, named), ['entity renamed name']);
  });

  it('tells that an entity was merged into another one', () => {
    const two = setOf({
      entities: [mayor, other],
      mentions: [mentionOf(mayor.id, text, whole), mentionOf(other.id, text, surname)],
    });
    const one = setOf({
      entities: [mayor],
      mentions: [mentionOf(mayor.id, text, whole), mentionOf(mayor.id, text, surname)],
    });
    assert.deepEqual(changes(two, one), ['entity merged id name']);
  });

  it('tells that a mention is of another entity, where both are still there', () => {
    const entities = [mayor, other];
    const before = setOf({ entities, mentions: [mentionOf(mayor.id, text, whole)] });
    const after = setOf({ entities, mentions: [mentionOf(other.id, text, whole)] });
    assert.deepEqual(changes(before, after), ['mention changed entity']);
  });
});
