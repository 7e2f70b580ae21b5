import assert from 'node:assert/strict';
import { passageMeant } from '../../../../src/core/quotes/passage';
import { markedOnce } from '../../../support/marked';

describe('passageMeant', () => {
  const cases: readonly [source: string, words: string | undefined][] = [
    ['ha detto ⟦che il po⟧nte', 'che il ponte'],
    ['ha de⟦tto che⟧ il ponte', 'detto che'],
    ['dice:⟦ «Non ora.» ⟧e poi', 'Non ora.'],
    ['dice: «⟦Non ora!⟧»', 'Non ora!'],
    ['l’⟦accordo⟧', 'accordo'],
    ['⟦ «» ⟧', undefined],
  ];
  for (const [source, words] of cases) {
    it(`is ${words ?? 'nothing'} for ${source}`, () => {
      const { text, span } = markedOnce(source);
      const passage = passageMeant(text, span);
      assert.equal(passage && text.slice(passage.start, passage.end), words);
    });
  }
});
