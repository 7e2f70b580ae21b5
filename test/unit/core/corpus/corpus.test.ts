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

  it('tells whether an article says something else than before', () => {
    const corpus = new Corpus();
    const summary = () => says([known('t', 'Tassoni', ['la sindaca'])], { t: 2, u: 1 });
    assert.ok(corpus.put('a', summary()));
    assert.ok(!corpus.put('a', summary()));
    assert.ok(corpus.put('a', says([known('t', 'Tassoni')], { t: 2, u: 1 })));
    assert.ok(corpus.put('a', says([known('t', 'Tassoni')], { t: 2, u: 2 })));
    assert.ok(corpus.put('a', says([], {})));
    assert.ok(corpus.put('a', undefined));
    assert.ok(!corpus.put('a', undefined));
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
    assert.equal(corpus.firstNaming('t'), 'a');
    assert.equal(corpus.get('t')?.quotes, 3);
    assert.equal(corpus.get('gone'), undefined);
    assert.deepEqual(corpus.articlesNaming('gone'), ['a']);
    corpus.put('a', undefined);
    assert.deepEqual([...corpus.articles], ['b', 'c']);
    assert.equal(corpus.summaryOf('a'), undefined);
    assert.deepEqual(corpus.articlesNaming('t'), ['b']);
    assert.deepEqual(corpus.articlesNaming('gone'), []);
    assert.equal(corpus.firstNaming('gone'), undefined);
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
      const naming = [corpus, fresh].map((each) => each.articlesNaming(id));
      assert.deepEqual(
        [corpus, fresh].map((each) => each.firstNaming(id)),
        naming.map(([first]) => first),
      );
      assert.deepEqual(naming[0], naming[1]);
      const { forms, ...entity } = corpus.get(id) ?? {};
      const { forms: freshForms, ...freshEntity } = fresh.get(id) ?? {};
      assert.deepEqual(entity, freshEntity);
      assert.deepEqual(new Set(forms), new Set(freshForms));
    }
    for (const name of ['Anna', 'Bruno']) assert.equal(corpus.has(name), fresh.has(name));
    assert.equal(corpus.entities.length, fresh.entities.length);
  });

  const said = fc.record({
    ids: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
    name: fc.constantFrom('Anna', 'Bruno', 'Città', 'Citta\u0300'),
    forms: fc.uniqueArray(fc.constantFrom('lei', 'la  prof', 'la prof'), { maxLength: 2 }),
    quotes: fc.dictionary(fc.constantFrom('x', 'w'), fc.nat({ max: 2 }), { noNullPrototype: true }),
  });
  const summaries = said.map(({ ids, name, forms, quotes }) =>
    says(
      ids.map((id) => known(id, name, forms)),
      quotes,
    ),
  );

  /** All that a corpus can be asked, in no order. */
  const answers = (corpus: Corpus) => ({
    entities: ['w', 'x', 'y', 'z'].map((id) => {
      const { forms = [], ...rest } = corpus.get(id) ?? {};
      return { ...rest, forms: [...forms].sort(), naming: corpus.articlesNaming(id) };
    }),
    known: ['Anna', 'Bruno', 'Città', 'lei', 'la prof'].map((words) => corpus.has(words)),
    articles: [...corpus.articles].sort(),
    listed: corpus.entities.map(({ entity }) => entity.id).sort(),
  });

  itHolds(
    'is as it was once an article that was put in is taken out again, or says the same again',
    fc.tuple(fc.array(summaries, { maxLength: 4 }), summaries, summaries),
    ([before, one, other]) => {
      const corpus = new Corpus();
      before.forEach((summary, i) => {
        corpus.put(`n${String(i)}`, summary);
      });
      const at = answers(corpus);
      corpus.put('new', one);
      const then = answers(corpus);
      corpus.put('new', other);
      corpus.put('new', structuredClone(one));
      assert.deepEqual(answers(corpus), then);
      corpus.put('new', undefined);
      assert.deepEqual(answers(corpus), at);
      corpus.put('never', undefined);
      assert.deepEqual(answers(corpus), at);
    },
  );

  itHolds('adds up what the articles say', fc.array(summaries, { maxLength: 5 }), (all) => {
    const corpus = new Corpus();
    all.forEach((summary, i) => {
      corpus.put(String(i), summary);
    });
    for (const { entity, mentions, articles: count, quotes, forms } of corpus.entities) {
      const parts = all.flatMap(({ entities }) =>
        entities.filter((each) => each.entity.id === entity.id),
      );
      assert.equal(count, parts.length);
      assert.equal(
        mentions,
        parts.reduce((sum, part) => sum + part.mentions, 0),
      );
      const spoken = all.flatMap((each) => each.quotes.filter((q) => q.speaker === entity.id));
      assert.equal(
        quotes,
        spoken.reduce((sum, each) => sum + each.quotes, 0),
      );
      assert.deepEqual(new Set(forms), new Set(parts.flatMap((part) => part.forms)));
      assert.equal(forms[0], entity.name);
    }
  });

  it('gives the same list as long as nothing is said otherwise', () => {
    const corpus = new Corpus();
    corpus.put('a', says([known('t', 'Tassoni')]));
    const list = corpus.entities;
    corpus.put('a', says([known('t', 'Tassoni')]));
    assert.equal(corpus.entities, list);
    corpus.put('a', says([known('t', 'Tassoni', ['lei'])]));
    assert.notEqual(corpus.entities, list);
  });
});
