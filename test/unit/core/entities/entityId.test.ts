import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newEntityId } from '../../../../src/core/entities/entityId';
import { itHolds } from '../../../support/property';
import { names } from '../../../support/random';

const free = () => false;

describe('newEntityId', () => {
  const cases: readonly [name: string, id: string][] = [
    ['Choe Son Hui', 'choe-son-hui'],
    ['Hélène Brécourt-Sanval', 'hélène-brécourt-sanval'],
    ['Barriera dell’Orvenna', 'barriera-dell-orvenna'],
    ["O'Varrick", 'o-varrick'],
    ['L.E.M.A.S.', 'l-e-m-a-s'],
    ['  Rossi,  Anna ', 'rossi-anna'],
    ['Алексей Петров', 'алексей-петров'],
    ['وزارة الخارجية', 'وزارة-الخارجية'],
    ['林乔珩', '林乔珩'],
    ['हिन्दी भाषा', 'हिन्दी-भाषा'],
    ['Expo 2025', 'expo-2025'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['🌊', 'entity'],
    ['—', 'entity'],
    ['', 'entity'],
  ];
  for (const [name, id] of cases) {
    it(`is ${id} for “${name}”`, () => {
      assert.equal(newEntityId(name, free), id);
    });
  }

  it('is the same for composed and decomposed letters', () => {
    assert.equal(newEntityId('Citta\u0300 alta', free), newEntityId('Città alta', free));
  });

  it('is numbered where it is taken', () => {
    const taken = new Set(['anna-rossi', 'anna-rossi-2', 'entity']);
    assert.equal(
      newEntityId('Anna Rossi', (id) => taken.has(id)),
      'anna-rossi-3',
    );
    assert.equal(
      newEntityId('🌊', (id) => taken.has(id)),
      'entity-2',
    );
  });

  it('is short enough for a key of YAML, however much was selected', () => {
    const paragraph = 'Il ponte resta chiuso fino a nuovo ordine. '.repeat(100);
    assert.match(newEntityId(paragraph, free), /^il-ponte-resta-chiuso(?:-\p{L}+)+$/u);
    assert.ok(newEntityId(paragraph, free).length <= 100);
    assert.ok(Array.from(newEntityId('港'.repeat(5000), free)).length <= 100);
  });

  it('is cut behind a whole word, in any script', () => {
    const words = 'a'.repeat(39);
    assert.equal(newEntityId(`${words} ${'b'.repeat(40)}`, free), `${words}-${'b'.repeat(40)}`);
    assert.equal(
      newEntityId(`${words} ${'b'.repeat(40)} c`, free),
      `${words}-${'b'.repeat(40)}`,
      'all that fits',
    );
    assert.equal(newEntityId(`${words} ${'b'.repeat(41)} c`, free), words);
    assert.equal(newEntityId(`${words} b ${'c'.repeat(60)}`, free), `${words}-b`);
    assert.equal(newEntityId('𠮷'.repeat(90), free), '𠮷'.repeat(80), 'code points, not halves');
    assert.equal(newEntityId('e\u0301'.repeat(90), free), 'é'.repeat(80), 'composed first');
  });

  it('is that of the same name, whatever joins its words', () => {
    for (const name of [
      'Choe Son-hui',
      'choe\u00a0son  hui',
      '«Choe» (Son) Hui!',
      'CHOE_SON_HUI',
    ]) {
      assert.equal(newEntityId(name, free), 'choe-son-hui', name);
    }
    assert.equal(newEntityId('dell’Aquila', free), 'dell-aquila');
    assert.equal(newEntityId('فلاديمير بوتين', free), 'فلاديمير-بوتين');
    assert.equal(newEntityId('नरेंद्र मोदी', free), 'नरेंद्र-मोदी', 'with all marks of its letters');
  });

  itHolds('has no white space and no punctuation but hyphens', names, (name) => {
    assert.match(newEntityId(name, free), /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
  });

  itHolds(
    'is never one that is taken',
    fc.tuple(names, fc.uniqueArray(fc.nat(12))),
    ([name, numbers]) => {
      const id = newEntityId(name, free);
      const taken = new Set([id, ...numbers.map((n) => `${id}-${n}`)]);
      assert.ok(!taken.has(newEntityId(name, (candidate) => taken.has(candidate))));
    },
  );
});
