import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArticleSummary } from '../../../../src/core/corpus/articleSummary';
import { Corpus } from '../../../../src/core/corpus/corpus';
import type { KnownEntity } from '../../../../src/core/entities/knownEntities';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

const known = (id: string, name: string, forms: readonly string[] = []): KnownEntity => ({
  entity: entityOf(name, 'person', id),
  forms: [name, ...forms],
  mentions: forms.length,
});

/** @param quotes how many each speaker says */
const says = (
  entities: readonly KnownEntity[],
  quotes: Readonly<Record<string, number>> = {},
): ArticleSummary => ({
  fields: {},
  entities,
  quotes: Object.entries(quotes).map(([speaker, count]) => ({ speaker, quotes: count })),
});

describe('Corpus', () => {
  it('makes one entity of those that have the same id', () => {
    const corpus = new Corpus();
    corpus.put('a', says([known('tassoni', 'Irene Tassoni', ['Tassoni'])]));
    corpus.put('b', says([known('tassoni', 'Irene Tassoni', ['la sindaca', 'Tassoni'])]));
    assert.deepEqual(corpus.entities, [
      {
        entity: entityOf('Irene Tassoni', 'person', 'tassoni'),
        forms: ['Irene Tassoni', 'Tassoni', 'la sindaca'],
        mentions: 3,
        articles: 2,
        quotes: 0,
      },
    ]);
    assert.equal(corpus.get('tassoni'), corpus.entities[0]);
  });

  it('calls an entity as most articles do, without what one of them adds', () => {
    const corpus = new Corpus();
    corpus.put('a', says([known('t', 'Tassoni')]));
    corpus.put('b', says([known('t', 'I. Tassoni')]));
    const { entity } = known('t', 'Tassoni');
    corpus.put(
      'c',
      says([{ entity: { ...entity, extra: { wikidata: 'Q1' } }, forms: [], mentions: 0 }]),
    );
    assert.deepEqual(corpus.get('t')?.entity, entity);
  });

  it('knows the names of all, however they are spaced and composed, until the last is gone', () => {
    const corpus = new Corpus();
    corpus.put('a', says([known('t', 'Citta\u0300  alta')]));
    corpus.put('b', says([known('t', 'Città alta')]));
    assert.ok(corpus.has('Città alta'));
    corpus.put('a', says([]));
    assert.ok(corpus.has('Città alta'));
    corpus.put('b', says([]));
    assert.ok(!corpus.has('Città alta'));
    assert.deepEqual(corpus.entities, []);
    assert.equal(corpus.get('t'), undefined);
  });

  it('knows which articles describe an entity or have quotes of it, and how many', () => {
    const corpus = new Corpus();
    corpus.put('a', says([known('t', 'Tassoni')], { t: 2, gone: 1 }));
    corpus.put('b', says([], { t: 1 }));
    corpus.put('c', says([]));
    assert.deepEqual(corpus.articlesNaming('t'), ['a', 'b']);
    assert.equal(corpus.get('t')?.quotes, 3);
    assert.equal(corpus.get('gone'), undefined);
    assert.deepEqual(corpus.articlesNaming('gone'), ['a']);
    corpus.put('a', undefined);
    assert.deepEqual([...corpus.articles], ['b', 'c']);
    assert.equal(corpus.summaryOf('a'), undefined);
    assert.deepEqual(corpus.articlesNaming('t'), ['b']);
    assert.deepEqual(corpus.articlesNaming('gone'), []);
    assert.equal(corpus.get('t'), undefined, 'nobody describes it any more');
  });

  const articles = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
      fc.constantFrom('Anna', 'Bruno'),
      fc.dictionary(fc.constantFrom('x', 'w'), fc.nat({ max: 2 }), { noNullPrototype: true }),
    ),
    { maxLength: 8 },
  );
  itHolds('knows only what the articles said last, in whichever order', articles, (puts) => {
    const corpus = new Corpus();
    const last = new Map<string, ArticleSummary>();
    for (const [article, ids, name, quotes] of puts) {
      const entities = ids.map((id) => known(id, name));
      const summary = says(entities, quotes);
      corpus.put(article, summary);
      last.set(article, summary);
    }
    const fresh = new Corpus();
    for (const [article, summary] of [...last].reverse()) fresh.put(article, summary);
    for (const id of ['w', 'x', 'y', 'z']) {
      const naming = [corpus, fresh].map((each) => [...each.articlesNaming(id)].sort());
      assert.deepEqual(naming[0], naming[1]);
      const { forms, ...entity } = corpus.get(id) ?? {};
      const { forms: freshForms, ...freshEntity } = fresh.get(id) ?? {};
      assert.deepEqual(entity, freshEntity);
      assert.deepEqual(new Set(forms), new Set(freshForms));
    }
    for (const name of ['Anna', 'Bruno']) assert.equal(corpus.has(name), fresh.has(name));
    assert.equal(corpus.entities.length, fresh.entities.length);
  });
});
