import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparedName, folded, spellingDistance } from '../../../../src/core/entities/spelling';
import { itHolds } from '../../../support/property';
import { names } from '../../../support/random';

const key = (name: string) => comparedName(name).key;

describe('comparedName', () => {
  const spellings: readonly (readonly string[])[] = [
    ['Sergej', 'Sergei', 'Sergey', 'Sergeij'],
    ['Zelenskij', 'Zelensky', 'Zelenskyy', 'Zelens’kyj', "Zelens'kyj", 'Zelenskiy'],
    ['Chekhov', 'Tchekhov', 'Tschechow', 'Čechov', 'Čehov'],
    ['Prigozhin', 'Prigožin', 'Prigozin'],
    ['Mikhail', 'Michail', 'Mihail'],
    ['Aleksej', 'Alexey', 'Alexei'],
    ['Rachmaninov', 'Rakhmaninoff', 'Rachmaninow'],
    ['Kharkiv', 'Charkiv', 'Harkiv'],
    ['Yana', 'Jana', 'Iana'],
    ['Mahmoud', 'Mahmud', 'Mahmood'],
    ['Corea', 'Korea'],
  ];
  for (const [first = '', ...others] of spellings) {
    it(`has one key for ${first} and ${others.join(', ')}`, () => {
      for (const other of others) assert.equal(key(other), key(first));
    });
  }

  it('has other keys for other names', () => {
    const others = ['Kyiv', 'Kiev', 'Maria', 'Mario', 'Rossi', 'Russo', 'Iran', 'Iraq', 'Petrov'];
    assert.equal(new Set(others.map(key)).size, others.length);
  });

  it('does not mind case, accents, strokes, hyphens and apostrophes', () => {
    const folded = (name: string) => comparedName(name).folded;
    assert.equal(folded('Hélène Brécourt-Sanval'), folded('HELENE BRECOURT SANVAL'));
    assert.equal(folded('Łukasz Øster'), 'lukaszoster');
    assert.equal(folded('D’Alema'), folded("D'alema"));
    assert.equal(folded('Citta\u0300'), folded('Città'));
    assert.deepEqual(
      comparedName('Son-hui').parts.map((part) => part.folded),
      ['son', 'hui'],
    );
  });

  it('leaves other scripts as they are', () => {
    assert.equal(key('记者'), '记者');
    assert.equal(key('الوزير'), 'الوزير');
  });

  itHolds('is the same for both cases of a name', names, (name) => {
    // A few letters have no pair: the long s, the sharp s and their like.
    const isPaired = name.toUpperCase().toLowerCase() === name.toLowerCase();
    if (isPaired) assert.deepEqual(comparedName(name.toUpperCase()), comparedName(name));
  });
});

describe('spellingDistance', () => {
  it('counts consonants whole and vowels half', () => {
    assert.equal(spellingDistance('putin', 'putine', 1), 0.5);
    assert.equal(spellingDistance('mohamed', 'muhamad', 1), 1);
    assert.equal(spellingDistance('ivanov', 'ivanof', 1), 1);
    assert.equal(spellingDistance('iran', 'irak', 2), 1);
    assert.equal(spellingDistance('', 'ab', 2), 1.5);
  });

  it('is infinite beyond the limit', () => {
    assert.equal(spellingDistance('slovenia', 'slovakia', 1), Infinity);
    assert.equal(spellingDistance('a', 'abcdefgh', 1), Infinity);
  });

  const words = fc.string({ unit: fc.constantFrom('a', 'e', 'k', 't'), maxLength: 8 });
  itHolds('is a distance', fc.tuple(words, words, words), ([a, b, c]) => {
    const between = (left: string, right: string) => spellingDistance(left, right, 100);
    assert.equal(between(a, b) === 0, a === b);
    assert.equal(between(a, b), between(b, a));
    assert.ok(between(a, c) <= between(a, b) + between(b, c));
  });
});

describe('folded', () => {
  it('has neither case nor accents, and is the same of composed letters and of others', () => {
    assert.equal(folded('Città ÀLTA'), 'citta alta');
    assert.equal(folded('Citta\u0300'), folded('Città'));
    assert.equal(folded('ŁÓDŹ, Søren'), 'lodz, soren');
    assert.equal(folded("Mar-a-Lago's"), "mar-a-lago's", 'all else stays');
  });
});
