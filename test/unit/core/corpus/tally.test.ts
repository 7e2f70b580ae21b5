import assert from 'node:assert/strict';
import { Tally, type Part } from '../../../../src/core/corpus/tally';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import { entityOf } from '../../../support/builders';
import { partOf } from '../../../support/packed';

const vocabulary = new Vocabulary();
const said = (name: string, forms: readonly string[] = [], quotes = 0): Part =>
  partOf(vocabulary, quotes, {
    entity: entityOf(name, 'person', 't'),
    forms: [name, ...forms],
    mentions: forms.length,
  });
const wordsOf = (numbers: readonly number[]) => numbers.map((each) => vocabulary.words(each));

describe('Tally', () => {
  it('adds up what articles say, and says which words are new', () => {
    const tally = new Tally(vocabulary);
    assert.equal(tally.entity, undefined);
    assert.deepEqual(wordsOf(tally.add(said('Tassoni', ['la sindaca'], 2))), [
      'Tassoni',
      'la sindaca',
    ]);
    assert.deepEqual(wordsOf(tally.add(said('Tassoni', ['Irene', 'la sindaca']))), ['Irene']);
    assert.deepEqual(wordsOf(tally.add({ quotes: 3 })), []);
    assert.deepEqual(tally.entity, {
      entity: entityOf('Tassoni', 'person', 't'),
      forms: ['Tassoni', 'la sindaca', 'Irene'],
      mentions: 3,
      articles: 2,
      quotes: 5,
    });
  });

  it('takes back what an article says no more, and says which words are gone', () => {
    const tally = new Tally(vocabulary);
    tally.add(said('Tassoni', ['la sindaca'], 2));
    tally.add(said('I. Tassoni', ['la sindaca']));
    tally.add({ quotes: 1 });
    assert.deepEqual(wordsOf(tally.remove(said('Tassoni', ['la sindaca'], 2))), ['Tassoni']);
    assert.equal(tally.entity?.entity.name, 'I. Tassoni');
    assert.equal(tally.entity.quotes, 1);
    assert.deepEqual(wordsOf(tally.remove(said('I. Tassoni', ['la sindaca']))), [
      'I. Tassoni',
      'la sindaca',
    ]);
    assert.equal(tally.entity, undefined, 'a quote alone does not describe it');
  });

  it('calls it as most do, and as the first in the alphabet where as many say another name', () => {
    const tally = new Tally(vocabulary);
    tally.add(said('Tassoni'));
    tally.add(said('Irene Tassoni'));
    const before = tally.entity;
    assert.equal(before?.entity.name, 'Irene Tassoni');
    tally.add(said('Tassoni'));
    assert.equal(tally.entity?.entity.name, 'Tassoni');
    assert.equal(before.entity.name, 'Irene Tassoni', 'what was given does not change');
  });

  it('counts the articles, and those that say the same', () => {
    const tally = new Tally(vocabulary);
    assert.deepEqual([tally.articles, tally.most, tally.said], [0, undefined, []]);
    for (const name of ['Tassoni', 'Irene Tassoni', 'Tassoni']) tally.add(said(name));
    tally.add({ quotes: 1 });
    assert.equal(tally.articles, 3, 'a quote alone does not describe it');
    assert.equal(tally.most?.name, 'Tassoni');
    const counts = tally.said.map(({ item, count }) => [item.name, count]);
    assert.deepEqual(counts, [
      ['Tassoni', 2],
      ['Irene Tassoni', 1],
    ]);
    tally.remove(said('Irene Tassoni'));
    assert.equal(tally.said.length, 1);
  });
});
