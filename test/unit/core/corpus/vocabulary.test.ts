import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

describe('Vocabulary', () => {
  const entities = fc
    .tuple(
      fc.constantFrom('a', 'ab', 'b', ''),
      fc.constantFrom('a', 'bc', 'b', '', '1 2'),
      fc.constantFrom('c', 'bc', ''),
    )
    .map(([id, name, type]) => ({ id, name, type }));

  itHolds('tells entities apart by id, name and type', fc.tuple(entities, entities), ([a, b]) => {
    const vocabulary = new Vocabulary();
    const [first, second] = [vocabulary.numberOf(a), vocabulary.numberOf(b)];
    const isSame = a.id === b.id && a.name === b.name && a.type === b.type;
    assert.equal(first === second, isSame);
    assert.deepEqual([vocabulary.entity(first), vocabulary.entity(second)], [a, b]);
    assert.deepEqual([vocabulary.numberOf(a), vocabulary.numberOf(b)], [first, second]);
    assert.deepEqual(
      [first, second].map((each) => vocabulary.words(vocabulary.nameOf(each)[0])),
      [a.name, b.name],
    );
  });

  it('gives the same words the same number, from 0', () => {
    const vocabulary = new Vocabulary();
    assert.deepEqual(
      ['a', 'b', 'a', '', 'b'].map((each) => vocabulary.numberOfWords(each)),
      [0, 1, 0, 2, 1],
    );
    assert.equal(vocabulary.words(1), 'b');
    assert.throws(() => vocabulary.words(3), RangeError);
    assert.throws(() => vocabulary.entity(0), RangeError);
  });

  it('leaves out what one article adds to an entity', () => {
    const vocabulary = new Vocabulary();
    const entity = entityOf('Irene Tassoni');
    const number = vocabulary.numberOf({ ...entity, extra: { wikidata: 'Q1' } });
    assert.deepEqual(vocabulary.entity(number), entity);
    assert.equal(vocabulary.numberOf(entity), number);
  });
});
