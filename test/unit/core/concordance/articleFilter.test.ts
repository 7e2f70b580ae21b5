import assert from 'node:assert/strict';
import {
  hasFields,
  looksIntoBareArticles,
  mayHaveRows,
} from '../../../../src/core/concordance/articleFilter';
import { parseQuery, type Query } from '../../../../src/core/concordance/query';
import { emptySummary, type ArticleSummary } from '../../../../src/core/corpus/articleSummary';
import type { ArticleFields } from '../../../../src/core/model/annotationSet';
import { entityOf } from '../../../support/builders';

function queryOf(line: string): Query {
  const { query, mistake } = parseQuery(line, ['priority', 'checked']);
  assert.ok(query, mistake?.code);
  return query;
}

const fields: ArticleFields = {
  title: 'Perché il porto chiude',
  outlet: 'La Riva',
  published: '2024-03-05T10:00:00Z',
  language: 'en-GB',
  status: 'reviewed',
  labels: ['Mare', 'porti'],
  extra: { priority: 'High', checked: true, pages: [1, 2] },
};

describe('hasFields', () => {
  const has = (line: string) => hasFields(queryOf(line), fields);

  it('compares fields without case and accents, titles by a part of them', () => {
    assert.ok(has('outlet:"la riva"'));
    assert.ok(!has('outlet:riva'));
    assert.ok(has('title:perche'));
    assert.ok(has('label:mare'));
    assert.ok(!has('label:mar'));
    assert.ok(has('status:reviewed'));
    assert.ok(!has('status:done'));
  });

  it('takes a language for those that are of it', () => {
    assert.ok(has('language:en'));
    assert.ok(has('language:en-gb'));
    assert.ok(!has('language:en-US'));
    assert.ok(!has('language:e'));
    assert.ok(!hasFields(queryOf('language:en'), {}));
  });

  it('takes dates by their ranges, and no article without one', () => {
    assert.ok(has('date:2024-03'));
    assert.ok(has('date:2023..2024-03-05'));
    assert.ok(!has('date:2024-04..'));
    assert.ok(!hasFields(queryOf('date:2024'), {}));
  });

  it('compares attributes of articles, of text and of yes or no', () => {
    assert.ok(has('priority:high'));
    assert.ok(!has('priority:low'));
    assert.ok(has('checked:true'));
    assert.ok(!has('checked:false'));
    assert.ok(!hasFields(queryOf('checked:true'), {}));
    assert.ok(!hasFields({ terms: [{ kind: 'filter', key: 'pages', value: '1' }] }, fields));
  });

  it('wants one of the values of a key, and all keys', () => {
    assert.ok(has('outlet:"la riva" outlet:altro'));
    assert.ok(has('priority:low priority:high'));
    assert.ok(!has('outlet:"la riva" status:done'));
    assert.ok(has('porto entity:x'));
  });
});

describe('mayHaveRows', () => {
  const summary: ArticleSummary = {
    fields: { outlet: 'La Riva' },
    entities: [
      { entity: entityOf('Irene Tassoni'), forms: [], mentions: 2 },
      { entity: entityOf('Ente Porti', 'organization'), forms: [], mentions: 0 },
    ],
    quotes: [{ speaker: 'ente-porti', quotes: 1 }, { quotes: 2 }],
  };
  const may = (line: string) => mayHaveRows(queryOf(line), summary);

  it('goes by mentions, speakers, quotes and fields', () => {
    assert.ok(may('entity:irene-tassoni'));
    assert.ok(may('entity:nobody entity:irene-tassoni'));
    assert.ok(!may('entity:ente-porti'), 'it is not mentioned');
    assert.ok(may('type:person'));
    assert.ok(!may('type:organization'));
    assert.ok(may('speaker:ente-porti kind:direct outlet:"la riva"'));
    assert.ok(!may('speaker:irene-tassoni'));
    assert.ok(!may('outlet:altro'));
    assert.ok(may('outlet:"la riva"'));
  });

  it('lets through what only the article says: words, attributes', () => {
    assert.ok(may('porto'));
    assert.ok(may('porto priority:high'));
  });

  it('takes an article without annotations for words only', () => {
    const bare = (line: string) => mayHaveRows(queryOf(line), undefined);
    assert.ok(bare('porto'));
    assert.ok(!bare('kind:direct'));
    assert.ok(!bare('outlet:"la riva"'));
    assert.ok(!mayHaveRows(queryOf('priority:high'), emptySummary));
    assert.ok(looksIntoBareArticles(queryOf('porto "ha detto" /x/')));
    assert.ok(!looksIntoBareArticles(queryOf('porto outlet:x')));
  });
});
