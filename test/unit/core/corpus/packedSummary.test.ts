import assert from 'node:assert/strict';
import {
  emptySummary,
  readSummary,
  summaryOf,
  type ArticleSummary,
} from '../../../../src/core/corpus/articleSummary';
import {
  areSayingTheSame,
  packed,
  unpacked,
  unpackedEntity,
  entitiesOf,
} from '../../../../src/core/corpus/packedSummary';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

/** Of what is said of an entity, a corpus keeps its id, its name and its type. */
const kept = (summary: ArticleSummary): ArticleSummary => ({
  ...summary,
  entities: summary.entities.map(({ entity: { id, name, type }, ...rest }) => ({
    entity: { id, name, type },
    ...rest,
  })),
});

describe('a summary in numbers', () => {
  const vocabulary = new Vocabulary();

  itHolds('says what it was made of, and is plain data', annotatedArticles, ({ set }) => {
    const summary = summaryOf(set);
    const inNumbers = packed(summary, vocabulary);
    assert.deepEqual(unpacked(inNumbers, vocabulary), kept(summary));
    assert.deepEqual(unpacked(structuredClone(inNumbers), vocabulary), kept(summary));
    assert.deepEqual(
      [...entitiesOf(inNumbers, vocabulary)].map((each) => unpackedEntity(each, vocabulary)),
      kept(summary).entities,
    );
  });

  it('takes three numbers for an entity that is known by its name alone', () => {
    const entity = entityOf('Irene Tassoni');
    const of = (...forms: readonly string[]) =>
      packed({ ...emptySummary, entities: [{ entity, forms, mentions: 2 }] }, vocabulary).entities;
    assert.equal(of('Irene Tassoni').length, 3);
    assert.equal(of('Irene Tassoni', 'lei').length, 5);
    assert.equal(of('lei').length, 4, 'other words than its name');
  });

  it('knows quotes of nobody from those of an entity', () => {
    const quotes = [{ speaker: 'x', quotes: 2 }, { quotes: 5 }, { speaker: '', quotes: 1 }];
    const summary = { ...emptySummary, quotes };
    assert.deepEqual(unpacked(packed(summary, vocabulary), vocabulary), summary);
  });
});

describe('areSayingTheSame', () => {
  const vocabulary = new Vocabulary();
  const isSame = (
    ...summaries: readonly [ArticleSummary | undefined, ArticleSummary | undefined]
  ) => {
    const [a, b] = summaries.map((each) => each && packed(each, vocabulary));
    return areSayingTheSame(a, b);
  };

  itHolds(
    'holds for what is written for an article and read again, and not for what is said otherwise',
    annotatedArticles,
    ({ article, set }) => {
      const [one, again] = [1, 2].map(() => readSummary(writeSidecar(set, article)));
      assert.ok(one && isSame(one, again));
      const { isInBlocks: _, ...inOtherLines } = one;
      assert.ok(isSame(one, inOtherLines));
      const others: readonly ArticleSummary[] = [
        { ...one, problems: 1 + (one.problems ?? 0) },
        { ...one, fields: { ...one.fields, title: `${one.fields.title ?? ''}.` } },
        { ...one, quotes: [...one.quotes, { quotes: 1 }] },
        {
          ...one,
          entities: [...one.entities, { entity: entityOf('Nuova'), forms: [], mentions: 0 }],
        },
      ];
      for (const other of others) assert.ok(!isSame(one, other));
    },
  );

  it('tells an article that says nothing from none', () => {
    assert.ok(isSame(undefined, undefined));
    assert.ok(!isSame(undefined, emptySummary));
    assert.ok(!isSame(emptySummary, undefined));
  });
});
