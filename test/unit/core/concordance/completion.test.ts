import assert from 'node:assert/strict';
import { complete, knownValues } from '../../../../src/core/concordance/completion';
import { filterKeys } from '../../../../src/core/concordance/query';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { defaultSchema, type Schema } from '../../../../src/core/model/schema';
import { entityOf } from '../../../support/builders';

const corpus = new Corpus();
corpus.put('a', {
  fields: {
    outlet: 'La Riva',
    published: '2024-03-05',
    language: 'it',
    labels: ['mare'],
    title: 'Il porto',
  },
  entities: [
    { entity: entityOf('Irene Tassoni'), forms: ['Irene Tassoni'], mentions: 3 },
    { entity: entityOf('Ente Porti', 'organization'), forms: ['Ente Porti'], mentions: 9 },
    { entity: entityOf('Ada', 'person', 'la ada'), forms: ['Ada'], mentions: 0 },
  ],
  quotes: [
    { speaker: 'la ada', quotes: 2 },
    { speaker: 'irene-tassoni', quotes: 1 },
  ],
});
corpus.put('b', { fields: { outlet: 'Eco', published: '2023-12-01' }, entities: [], quotes: [] });
const schema: Schema = {
  ...defaultSchema,
  types: [{ id: 'ship' }],
  attributes: {
    ...defaultSchema.attributes,
    article: [
      { name: 'desk', values: ['esteri', 'cronaca'] },
      { name: 'checked', values: 'boolean' },
      { name: 'note', values: 'text' },
    ],
  },
};
const known = knownValues(corpus, [schema]);
const terms = (line: string) => complete(line, known).suggestions.map(({ term }) => term);
const lines = (line: string) => complete(line, known).suggestions.map((each) => each.line);

describe('complete', () => {
  it('begins with all keys', () => {
    const keys = [...filterKeys, 'desk', 'checked', 'note'].map((key) => `${key}:`);
    assert.deepEqual(terms(''), keys);
    assert.deepEqual(terms('porto '), keys);
  });

  it('completes a key, and words to the entity that has them', () => {
    assert.deepEqual(terms('la'), ['language:', 'label:']);
    assert.deepEqual(lines('porto sp'), ['porto speaker:']);
    assert.deepEqual(terms('tass'), ['entity:irene-tassoni']);
    assert.deepEqual(complete('en', known).suggestions.at(-1)?.name, 'Irene Tassoni');
    assert.deepEqual(terms('"ente p'), ['entity:ente-porti']);
  });

  it('completes entities by id and name, those mentioned most first', () => {
    assert.deepEqual(terms('entity:'), ['entity:ente-porti', 'entity:irene-tassoni']);
    assert.deepEqual(lines('porto entity:TASS'), ['porto entity:irene-tassoni ']);
    assert.deepEqual(terms('speaker:'), ['speaker:irene-tassoni', 'speaker:"la ada"']);
    assert.deepEqual(terms('speaker:"la'), ['speaker:"la ada"']);
  });

  it('completes values that are known', () => {
    assert.deepEqual(terms('type:'), ['type:organization', 'type:person', 'type:ship']);
    assert.deepEqual(terms('kind:'), ['kind:direct', 'kind:mixed', 'kind:indirect']);
    assert.deepEqual(terms('status:do'), ['status:done']);
    assert.deepEqual(terms('outlet:'), ['outlet:Eco', 'outlet:"La Riva"']);
    assert.deepEqual(terms('date:2024'), ['date:2024', 'date:2024-03']);
    assert.deepEqual(terms('label:'), ['label:mare']);
    assert.deepEqual(terms('title:'), ['title:"Il porto"']);
    assert.deepEqual(terms('language:'), ['language:it']);
    assert.deepEqual(terms('desk:'), ['desk:esteri', 'desk:cronaca']);
    assert.deepEqual(terms('checked:f'), ['checked:false']);
    assert.deepEqual(terms('note:'), []);
    assert.deepEqual(terms('nokey:x'), []);
  });

  it('knows a value that is not whole yet', () => {
    const isOpen = (line: string) => complete(line, known).isOpen;
    assert.ok(isOpen('entity:ire'));
    assert.ok(isOpen('entity:'));
    assert.ok(!isOpen('entity:irene-tassoni'));
    assert.ok(!isOpen('entity:nobody'));
    assert.ok(!isOpen('porto'));
    assert.ok(!isOpen('title:port'));
  });
});
