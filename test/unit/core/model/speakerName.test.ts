import assert from 'node:assert/strict';
import type { Speaker } from '../../../../src/core/model/annotation';
import { speakerName } from '../../../../src/core/model/speakerName';
import { entityOf, quoteOf, setOf } from '../../../support/builders';

const set = setOf({ entities: [entityOf('Olga Berni')] });
const named = (speaker?: Speaker) =>
  speakerName(set, { ...quoteOf('Torno', [{ start: 0, end: 5 }]), ...(speaker && { speaker }) });

describe('speakerName', () => {
  it('is the name of the entity, whatever words speak for it', () => {
    const target = { selectors: [{ exact: 'la sindaca' }] };
    assert.equal(named({ entity: 'olga-berni', target }), 'Olga Berni');
  });

  it('is the id of an entity that is not described', () => {
    assert.equal(named({ entity: 'pavel' }), 'pavel');
  });

  it('is the words of a speaker without an entity', () => {
    assert.equal(named({ target: { selectors: [{ exact: 'una passante' }] } }), 'una passante');
  });

  it('is nothing where nobody is said to speak', () => {
    assert.equal(named(), undefined);
  });
});
