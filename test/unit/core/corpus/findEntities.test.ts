import assert from 'node:assert/strict';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { findEntities } from '../../../../src/core/corpus/findEntities';
import { entityOf } from '../../../support/builders';

const corpus = new Corpus();
corpus.put('a', {
  fields: {},
  entities: [
    { entity: entityOf('Irene Tassoni'), forms: ['Irene Tassoni', 'la sindaca'], mentions: 3 },
    { entity: entityOf('Ente Porti', 'organization'), forms: ['Ente Porti'], mentions: 9 },
    { entity: entityOf('海港局', 'organization'), forms: ['海港局'], mentions: 1 },
  ],
  quotes: [],
});
const wordsFor = (query: string, most = 10) =>
  findEntities(corpus, query, most).map(({ words }) => words);

describe('findEntities', () => {
  it('finds names and other words by letters in their order, the most mentioned first', () => {
    assert.deepEqual(wordsFor('et'), ['Ente Porti', 'Irene Tassoni']);
    assert.deepEqual(wordsFor('  IRE TAS '), ['Irene Tassoni']);
    assert.deepEqual(wordsFor('sindaca'), ['la sindaca']);
    assert.deepEqual(wordsFor('ind'), ['la sindaca']);
    assert.deepEqual(wordsFor('ea'), ['Irene Tassoni']);
    assert.deepEqual(wordsFor('港局'), ['海港局']);
    assert.deepEqual(wordsFor('iT'), ['Irene Tassoni']);
    assert.deepEqual(wordsFor('zz'), []);
  });

  it('finds all for no letters, and not more than asked for', () => {
    assert.equal(wordsFor('').length, 3);
    assert.deepEqual(wordsFor('', 1), ['Ente Porti']);
  });
});
