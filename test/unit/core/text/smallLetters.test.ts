import assert from 'node:assert/strict';
import { inSmallLetters } from '../../../../src/core/text/smallLetters';

describe('inSmallLetters', () => {
  it('makes letters small', () => {
    assert.equal(inSmallLetters('Porto di ÈZE, 𝐀 È'), 'porto di èze, 𝐀 è');
    assert.equal(inSmallLetters('𐐀𐐁'), '𐐨𐐩');
  });

  it('leaves letters that would become longer, and only those', () => {
    assert.equal(inSmallLetters('Da İZMIR a ROMA'), 'da İzmir a roma');
  });
});
