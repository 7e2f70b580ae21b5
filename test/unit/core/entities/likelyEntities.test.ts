import assert from 'node:assert/strict';
import { likelyEntities } from '../../../../src/core/entities/likelyEntities';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked } from '../../../support/marked';

const { text, spans } = marked(
  'Ezio Malvestri e Irene Malvestri, ⟦la pescatrice⟧, con Nadia al-Tarmazi.',
);
const set = setOf({
  entities: [
    entityOf('Irene Malvestri'),
    entityOf('Ezio Malvestri'),
    entityOf('Nadia al-Tarmazi'),
    entityOf('Hélène Brécourt-Sanval'),
    entityOf('Ente Porti di Calmera', 'organization'),
  ],
  mentions: [mentionOf('irene-malvestri', text, ...spans)],
});

/** The ids of the entities that the words fit, with how well. */
function fitting(words: string): string[] {
  return likelyEntities(set, words)
    .filter(({ likelihood }) => likelihood !== 'other')
    .map(({ entity, likelihood }) => `${likelihood} ${entity.id}`);
}

describe('likelyEntities', () => {
  it('puts the entity of that name first', () => {
    assert.deepEqual(fitting('Ezio Malvestri'), ['same ezio-malvestri', 'shared irene-malvestri']);
  });

  it('offers everybody of a surname, by name', () => {
    assert.deepEqual(fitting('Malvestri'), ['part ezio-malvestri', 'part irene-malvestri']);
  });

  it('knows an entity by the words of its mentions', () => {
    assert.deepEqual(fitting('La Pescatrice'), ['same irene-malvestri']);
  });

  it('does not mind case, accents and hyphens', () => {
    assert.deepEqual(fitting('HELENE BRECOURT SANVAL'), ['same hélène-brécourt-sanval']);
    assert.deepEqual(fitting('Al Tarmazi'), ['part nadia-al-tarmazi']);
  });

  it('knows a longer form of a name', () => {
    assert.deepEqual(fitting('Nadia al-Tarmazi Haddad'), ['part nadia-al-tarmazi']);
  });

  it('puts a shared word behind a part', () => {
    assert.deepEqual(fitting('Porti di Genova'), ['shared ente-porti-di-calmera']);
  });

  it('takes neither nothing nor punctuation for a part of all', () => {
    assert.deepEqual(fitting(''), []);
    assert.deepEqual(fitting('…'), []);
  });

  it('gives all entities, the others by name', () => {
    const all = likelyEntities(set, 'Verdi').map(({ entity }) => entity.id);
    assert.equal(all.length, 5);
    assert.deepEqual(all, [
      'ente-porti-di-calmera',
      'ezio-malvestri',
      'hélène-brécourt-sanval',
      'irene-malvestri',
      'nadia-al-tarmazi',
    ]);
  });

  it('gives none of an empty set, and minds no mention of an entity that is not described', () => {
    assert.deepEqual(likelyEntities(emptySet, 'Rossi'), []);
    assert.deepEqual(likelyEntities(setOf({ mentions: [...set.mentions] }), 'Rossi'), []);
  });
});
