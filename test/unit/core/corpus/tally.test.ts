import assert from 'node:assert/strict';
import { Tally, type Part } from '../../../../src/core/corpus/tally';
import { entityOf } from '../../../support/builders';

const said = (name: string, forms: readonly string[] = [], quotes = 0): Part => ({
  known: { entity: entityOf(name, 'person', 't'), forms: [name, ...forms], mentions: forms.length },
  quotes,
});

describe('Tally', () => {
  it('adds up what articles say, and says which words are new', () => {
    const tally = new Tally();
    assert.equal(tally.entity, undefined);
    assert.deepEqual(tally.add(said('Tassoni', ['la sindaca'], 2)), ['Tassoni', 'la sindaca']);
    assert.deepEqual(tally.add(said('Tassoni', ['Irene', 'la sindaca'])), ['Irene']);
    assert.deepEqual(tally.add({ quotes: 3 }), []);
    assert.deepEqual(tally.entity, {
      entity: entityOf('Tassoni', 'person', 't'),
      forms: ['Tassoni', 'la sindaca', 'Irene'],
      mentions: 3,
      articles: 2,
      quotes: 5,
    });
  });

  it('takes back what an article says no more, and says which words are gone', () => {
    const tally = new Tally();
    tally.add(said('Tassoni', ['la sindaca'], 2));
    tally.add(said('I. Tassoni', ['la sindaca']));
    tally.add({ quotes: 1 });
    assert.deepEqual(tally.remove(said('Tassoni', ['la sindaca'], 2)), ['Tassoni']);
    assert.equal(tally.entity?.entity.name, 'I. Tassoni');
    assert.equal(tally.entity.quotes, 1);
    assert.deepEqual(tally.remove(said('I. Tassoni', ['la sindaca'])), [
      'I. Tassoni',
      'la sindaca',
    ]);
    assert.equal(tally.entity, undefined, 'a quote alone does not describe it');
  });

  it('calls it as most do, and as the first in the alphabet where as many say another name', () => {
    const tally = new Tally();
    tally.add(said('Tassoni'));
    tally.add(said('Irene Tassoni'));
    const before = tally.entity;
    assert.equal(before?.entity.name, 'Irene Tassoni');
    tally.add(said('Tassoni'));
    assert.equal(tally.entity?.entity.name, 'Tassoni');
    assert.equal(before.entity.name, 'Irene Tassoni', 'what was given does not change');
  });

  it('gives the words that it has for the same words, without what one article adds', () => {
    const tally = new Tally();
    const first = tally.shared(said('Tassoni', ['la sindaca']));
    tally.add(first);
    const wikidata = { ...entityOf('Tassoni', 'person', 't'), extra: { wikidata: 'Q1' } };
    const second = tally.shared({
      known: { entity: wikidata, forms: ['Tassoni'], mentions: 1 },
      quotes: 4,
    });
    assert.equal(second.known?.entity, first.known?.entity);
    assert.equal(second.known?.mentions, 1);
    assert.equal(second.quotes, 4);
    assert.deepEqual(tally.shared({ quotes: 1 }), { quotes: 1 });
  });
});
