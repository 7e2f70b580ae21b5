import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { findEntities } from '../../../../src/core/corpus/findEntities';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

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

  it('finds in a whole paragraph no more than what it says', () => {
    const long = new Corpus();
    const paragraph = `Chi scrive è della redazione del porto ${'e non ne risponde '.repeat(9)}`;
    const entity = entityOf('Nota', 'work');
    long.put('a', {
      fields: {},
      entities: [{ entity, forms: [paragraph], mentions: 1 }],
      quotes: [],
    });
    assert.deepEqual(findEntities(long, 'redpo', 10), []);
    assert.deepEqual(
      findEntities(long, 'Redazione del', 10).map((each) => each.words),
      [paragraph],
    );
  });

  it('finds all for no letters, and not more than asked for', () => {
    assert.equal(wordsFor('').length, 3);
    assert.deepEqual(wordsFor('', 1), ['Ente Porti']);
  });

  const letters = fc.array(fc.constantFrom('a', 'B', 'è', '海', '😀', ' '), { maxLength: 6 });
  const words = letters.map((all) => all.join(''));
  itHolds(
    'finds those that have the letters of a query, at any places in their order, and no others',
    fc.tuple(fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), words),
    ([all, query]) => {
      const random = new Corpus();
      random.put('a', {
        fields: {},
        entities: all.map((forms, i) => ({
          entity: entityOf(forms[0] ?? '', 'person', String(i)),
          forms,
          mentions: i,
        })),
        quotes: [],
      });
      const inOrder = Array.from(query.toLowerCase().replace(/ /g, ''));
      const pattern = new RegExp(inOrder.join('.*'), 'u');
      const expected = all.flatMap((forms, i) =>
        forms.some((form) => pattern.test(form.toLowerCase())) ? [String(i)] : [],
      );
      const found = findEntities(random, query, 10);
      assert.deepEqual(
        found.map(({ found: { entity } }) => entity.id),
        expected.reverse(),
      );
      for (const { found: entity, words: shown } of found) {
        assert.ok(entity.forms.includes(shown) && pattern.test(shown.toLowerCase()));
      }
    },
  );
});
