import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folded } from '../../../../src/core/entities/spelling';
import type { Quote } from '../../../../src/core/model/annotation';
import { testOf, wordsOfEntity, wordsOfQuote } from '../../../../src/features/sidebar/filter';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

/** Whether a filter finds words. */
const finds = (filter: string, words: string) => testOf(filter)?.(folded(words));

describe('a filter of the sidebar', () => {
  it('is none where it is empty, or nothing but white space or accents', () => {
    for (const filter of ['', ' ', '\t \n', '\u00A0\u3000', '\u0301', ' \u0301 \u0308']) {
      assert.equal(testOf(filter), undefined, JSON.stringify(filter));
    }
  });

  it('finds letters with accents by the same ones, however both are composed, and by plain ones', () => {
    const [composed, apart] = ['Andr\u00E9 Ch\u00E2tel', 'Andre\u0301 Cha\u0302tel'];
    for (const words of [composed, apart]) {
      for (const filter of [composed, apart, 'andre chatel', 'CHATEL ANDR\u00C9']) {
        assert.ok(finds(filter, words), `${filter} in ${words}`);
      }
    }
    assert.ok(finds('Chàtel', composed), 'another accent is none too');
    assert.ok(!finds('andrea', composed));
  });

  it('takes letters with strokes and ligatures for plain ones', () => {
    assert.ok(finds('lodz', 'Łódź'));
    assert.ok(finds('Łódź', 'LODZ'));
    assert.ok(finds('strasse oevre', 'Straße, Œvre'));
    assert.ok(finds('istanbul', 'İSTANBUL'));
    assert.ok(!finds('lod', 'Lido'));
  });

  it('finds Arabic with and without vowel signs', () => {
    assert.ok(finds('محمد', 'مُحَمَّد العلي'));
    assert.ok(finds('مُحَمَّد', 'محمد العلي'));
    assert.ok(!finds('محمود', 'محمد العلي'));
  });

  it('finds Chinese by any of its characters that stand together, and parts by spaces of any width', () => {
    assert.ok(finds('港局', '东海港局'));
    assert.ok(!finds('东港', '东海港局'));
    assert.ok(finds('港局　东海', '东海港局'));
  });

  it('tells one emoji from others, which it does not halve', () => {
    assert.ok(finds('😀', 'Bar 😀'));
    assert.ok(!finds('😀', 'Bar 😁'));
  });

  it('wants each of its words somewhere, whatever their order, and whole', () => {
    assert.ok(finds('lund ann', 'Anna Lund'));
    assert.ok(finds('an an', 'Ivan'), 'two words may be found in one place');
    assert.ok(!finds('lund bo', 'Anna Lund'));
    assert.ok(finds('a.b*', 'x A.B* y'));
    assert.ok(!finds('a.b', 'axb'), 'a point is a point');
  });

  const letters = fc.constantFrom('a', 'É', 'e\u0301', 'Ł', 'ß', '海', 'م', '😀', '-', ' ');
  const words = fc.array(letters, { maxLength: 6 }).map((all) => all.join(''));
  itHolds(
    'finds all words by themselves, in capitals or small, with other words around',
    fc.tuple(words, words, words),
    ([before, name, after]) => {
      if (!name.trim()) return;
      const all = `${before}${name}${after}`;
      for (const filter of [name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD')]) {
        assert.ok(finds(filter, all), `${filter} in ${all}`);
      }
    },
  );
});

describe('the words that a filter looks in', () => {
  it('are those of an entity: its name, although no form has it, its forms and its id', () => {
    const entity = entityOf('Renée Zò', 'person', 'Q42-Zo');
    const words = wordsOfEntity({ entity, forms: ['la Sindaca'], mentions: 0 });
    for (const filter of ['renee', 'sindaca', 'q42', 'zò sindaca']) {
      assert.ok(testOf(filter)?.(words), filter);
    }
    assert.ok(!testOf('person')?.(words), 'its type is none of them');
  });

  it('do not run from one form into the next', () => {
    const entity = entityOf('Uno', 'person', 'x');
    const words = wordsOfEntity({ entity, forms: ['ab', 'cd'], mentions: 2 });
    assert.ok(!testOf('bc')?.(words));
  });

  it('are those of all pieces of a quote', () => {
    const quote: Quote = {
      kind: 'direct',
      content: { selectors: [{ exact: 'Il MOLO' }, { exact: 'è chiuso' }] },
    };
    assert.ok(testOf('molo e chiuso')?.(wordsOfQuote(quote)));
    assert.ok(!testOf('aperto')?.(wordsOfQuote(quote)));
  });

  it('are other ones for what took the place of an entity or a quote', () => {
    const known = { entity: entityOf('Prima', 'person', 'x'), forms: [], mentions: 0 };
    assert.ok(testOf('prima')?.(wordsOfEntity(known)));
    const later = { ...known, entity: entityOf('Dopo', 'person', 'x') };
    assert.ok(!testOf('prima')?.(wordsOfEntity(later)));
    const said: Quote = { kind: 'direct', content: { selectors: [{ exact: 'no' }] } };
    assert.equal(wordsOfQuote(said), 'no');
    assert.equal(wordsOfQuote({ ...said, content: { selectors: [{ exact: 'SÌ' }] } }), 'si');
  });
});
