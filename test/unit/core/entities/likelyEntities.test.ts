import assert from 'node:assert/strict';
import { knownEntities } from '../../../../src/core/entities/knownEntities';
import {
  fittingEntities,
  likelyEntities,
  likelihoodOf,
} from '../../../../src/core/entities/likelyEntities';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { comparedName } from '../../../../src/core/entities/spelling';
import { marked } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { names } from '../../../support/random';

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
  return fittingEntities(knownEntities(set), words).map(
    ({ known, likelihood }) => `${likelihood} ${known.entity.id}`,
  );
}

describe('likelyEntities', () => {
  it('puts the entity of that name first', () => {
    assert.deepEqual(fitting('Ezio Malvestri'), ['same ezio-malvestri', 'shared irene-malvestri']);
  });

  it('offers everybody of a surname, those mentioned most first', () => {
    assert.deepEqual(fitting('Malvestri'), ['surname irene-malvestri', 'surname ezio-malvestri']);
  });

  it('knows an entity by the words of its mentions', () => {
    assert.deepEqual(fitting('La Pescatrice'), ['same irene-malvestri']);
  });

  it('does not mind case, accents and hyphens', () => {
    assert.deepEqual(fitting('HELENE BRECOURT SANVAL'), ['same hélène-brécourt-sanval']);
    assert.deepEqual(fitting('Al Tarmazi'), ['surname nadia-al-tarmazi']);
    assert.deepEqual(fitting('al-Tarmazi'), ['surname nadia-al-tarmazi']);
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
    const all = likelyEntities(knownEntities(set), 'Verdi').map(({ known }) => known.entity.id);
    assert.equal(all.length, 5);
    assert.deepEqual(all, [
      'irene-malvestri',
      'ente-porti-di-calmera',
      'ezio-malvestri',
      'hélène-brécourt-sanval',
      'nadia-al-tarmazi',
    ]);
  });

  it('gives none of an empty set, and minds no mention of an entity that is not described', () => {
    assert.deepEqual(likelyEntities(knownEntities(emptySet), 'Rossi'), []);
    const undescribed = knownEntities(setOf({ mentions: [...set.mentions] }));
    assert.deepEqual(likelyEntities(undescribed, 'Rossi'), []);
  });
});

describe('likelihoodOf', () => {
  const cases: readonly [likelihood: string, words: string, type: string, ...forms: string[]][] = [
    ['same', 'Choe Sonhui', 'person', 'Choe Son-hui'],
    ['same', 'CHOE SON HUI', 'person', 'Choe Son-hui'],
    ['same', 'D’Alema', 'person', "D'Alema"],
    ['spelling', 'Sergei Lavrov', 'person', 'Sergej Lavrov'],
    ['spelling', 'Bashar el-Assad', 'person', 'Bashar al-Assad'],
    ['spelling', 'Bashar Assad', 'person', 'Bashar al-Assad'],
    ['spelling', 'Corea', 'location', 'Korea'],
    ['surname', 'Zelenskij', 'person', 'Volodymyr Zelensky'],
    ['surname', 'Assad', 'person', 'Bashar al-Assad'],
    ['surname', 'von der Leyen', 'person', 'Ursula von der Leyen'],
    ['surname', 'Anna Verdi', 'person', 'Verdi'],
    ['part', 'Carlo Verdi', 'person', 'Verdi', 'Anna Verdi'],
    ['shared', 'Carlo Verdi', 'person', 'Anna Verdi', 'Verdi'],
    ['similar', 'Poutine', 'person', 'Putin'],
    ['similar', 'Muhammad', 'person', 'Mohamed'],
    ['similar', 'Maria Rossi', 'person', 'Mario Rossi'],
    ['part', 'Irene', 'person', 'Irene Tassoni'],
    ['part', 'Corea', 'location', 'Corea del Nord'],
    ['other', 'Kiev', 'location', 'Kyiv'],
    ['other', 'Iraq', 'location', 'Iran'],
    ['other', 'Slovenia', 'location', 'Slovakia'],
    ['other', 'Khan', 'person', 'Chan'],
    ['part', 'Salvador', 'location', 'El Salvador'],
  ];
  for (const [likelihood, words, type, ...forms] of cases) {
    it(`is ${likelihood} for ${words}, where ${forms.join(', ')} is known`, () => {
      const entity = entityOf(forms[0] ?? '', type);
      assert.equal(likelihoodOf({ entity, forms, mentions: 0 }, words), likelihood);
    });
  }

  itHolds('is “same” for each form of an entity that has letters', names, (name) => {
    const known = { entity: entityOf('Verdi'), forms: ['Verdi', name], mentions: 1 };
    const hasLetters = comparedName(name).folded !== '';
    assert.equal(likelihoodOf(known, name), hasLetters ? 'same' : 'other');
  });
});

describe('a name that is the same', () => {
  const entity = entityOf('Élise Łukaszewicz-Ødegård');
  const known = { entity, forms: [entity.name], mentions: 1 };

  it('is so composed or not, with or without accents, in capitals and with other hyphens', () => {
    for (const words of [
      entity.name.normalize('NFD'),
      entity.name.toUpperCase(),
      'Elise Lukaszewicz-Odegard',
      'elise lukaszewicz odegard',
      'Élise\u00a0Łukaszewicz‑Ødegård',
      '«Élise Łukaszewicz–Ødegård»',
    ]) {
      assert.equal(likelihoodOf(known, words), 'same', words);
    }
  });

  it('is so in scripts without capitals, and never across scripts', () => {
    for (const [name, other] of [
      ['فلاديمير بوتين', 'بوتين'],
      ['习近平', '近平'],
      ['नरेंद्र मोदी', 'मोदी'],
    ] as const) {
      const one = { entity: entityOf(name), forms: [name], mentions: 1 };
      assert.equal(likelihoodOf(one, name.normalize('NFD')), 'same', name);
      assert.notEqual(likelihoodOf(one, other), 'same', other);
      assert.equal(likelihoodOf(one, 'Putin'), 'other');
    }
  });
});
