import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../../src/core/entities/corpus';
import type { KnownEntity } from '../../../../src/core/entities/knownEntities';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

const known = (id: string, name: string, forms: readonly string[] = []): KnownEntity => ({
  entity: entityOf(name, 'person', id),
  forms: [name, ...forms],
  mentions: forms.length,
});

describe('Corpus', () => {
  it('makes one entity of those that have the same id', () => {
    const corpus = new Corpus();
    corpus.put('a', [known('tassoni', 'Irene Tassoni', ['Tassoni'])]);
    corpus.put('b', [known('tassoni', 'Irene Tassoni', ['la sindaca', 'Tassoni'])]);
    assert.deepEqual(corpus.entities, [
      {
        entity: entityOf('Irene Tassoni', 'person', 'tassoni'),
        forms: ['Irene Tassoni', 'Tassoni', 'la sindaca'],
        mentions: 3,
        articles: 2,
      },
    ]);
    assert.equal(corpus.get('tassoni'), corpus.entities[0]);
  });

  it('calls an entity as most articles do, without what one of them adds', () => {
    const corpus = new Corpus();
    corpus.put('a', [known('t', 'Tassoni')]);
    corpus.put('b', [known('t', 'I. Tassoni')]);
    const { entity } = known('t', 'Tassoni');
    corpus.put('c', [{ entity: { ...entity, extra: { wikidata: 'Q1' } }, forms: [], mentions: 0 }]);
    assert.deepEqual(corpus.get('t')?.entity, entity);
  });

  it('knows the names of all, however they are spaced and composed, until the last is gone', () => {
    const corpus = new Corpus();
    corpus.put('a', [known('t', 'Citta\u0300  alta')]);
    corpus.put('b', [known('t', 'Città alta')]);
    assert.ok(corpus.has('Città alta'));
    corpus.put('a', []);
    assert.ok(corpus.has('Città alta'));
    corpus.put('b', []);
    assert.ok(!corpus.has('Città alta'));
    assert.deepEqual(corpus.entities, []);
    assert.equal(corpus.get('t'), undefined);
  });

  const articles = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
      fc.constantFrom('Anna', 'Bruno'),
    ),
    { maxLength: 8 },
  );
  itHolds('knows only what the articles said last, in whichever order', articles, (puts) => {
    const corpus = new Corpus();
    const last = new Map<string, KnownEntity[]>();
    for (const [article, ids, name] of puts) {
      const entities = ids.map((id) => known(id, name));
      corpus.put(article, entities);
      last.set(article, entities);
    }
    const fresh = new Corpus();
    for (const [article, entities] of [...last].reverse()) fresh.put(article, entities);
    for (const id of ['x', 'y', 'z']) {
      const { forms, ...entity } = corpus.get(id) ?? {};
      const { forms: freshForms, ...freshEntity } = fresh.get(id) ?? {};
      assert.deepEqual(entity, freshEntity);
      assert.deepEqual(new Set(forms), new Set(freshForms));
    }
    for (const name of ['Anna', 'Bruno']) assert.equal(corpus.has(name), fresh.has(name));
    assert.equal(corpus.entities.length, fresh.entities.length);
  });
});
