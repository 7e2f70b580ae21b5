import assert from 'node:assert/strict';
import { nameWithin } from '../../../../src/core/text/elision';
import { marked, nth } from '../../../support/marked';

/** The word is marked, and in it its name. */
const names: readonly string[] = [
  'il governo ⟦dell’⟦Ucraina⟧⟧',
  "il governo ⟦dell'⟦Ucraina⟧⟧",
  'il governo ⟦dell´⟦Ucraina⟧⟧',
  'le musée ⟦d’⟦Orsay⟧⟧',
  'il dit ⟦qu’⟦Emmanuel⟧⟧ viendra',
  'porta ⟦d’un’⟦Europa⟧⟧ nuova',
  'el port ⟦d’⟦Olot⟧⟧',
  '⟦L’⟦Ucraina⟧⟧ resiste',
  'È tardi. ⟦L’⟦Ucraina⟧⟧ resiste',
  'Dice: “⟦Nell’⟦Ucraina⟧⟧ resiste”',
  'LA CRISI ⟦DELL’⟦UCRAINA⟧⟧',
  'con Massimo ⟦⟦D’Alema⟧⟧',
  '⟦⟦D’Alema⟧⟧ non risponde',
  '⟦⟦N’Golo⟧⟧ a marqué',
  'IL RITORNO DI ⟦⟦D’ALEMA⟧⟧',
  'il senatore ⟦⟦Dell’Utri⟧⟧',
  'su ⟦⟦L’Espresso⟧⟧ di oggi',
  'Mr ⟦⟦O’Neil⟧⟧ said',
  'a ⟦⟦Sant’Egidio⟧⟧',
  'in ⟦⟦Val-d’Oise⟧⟧',
  'signor ⟦⟦Zelens’kyj⟧⟧',
  'il gruppo ⟦⟦al-Qa’ida⟧⟧',
  'as ⟦⟦Lavrov⟧’s⟧ plane',
  "as ⟦⟦Lavrov⟧'s⟧ plane",
  "MOSCOW: ⟦⟦LAVROV⟧'S⟧ PLANE",
  'the ⟦⟦U.S.⟧’s⟧ reply',
  'alla ⟦⟦Zanichelli⟧⟧',
];

describe('nameWithin', () => {
  for (const source of names) {
    it(`is marked in ${source}`, () => {
      const { text, spans } = marked(source);
      assert.deepEqual(nameWithin(text, nth(spans, 0)), nth(spans, 1));
    });
  }
});
