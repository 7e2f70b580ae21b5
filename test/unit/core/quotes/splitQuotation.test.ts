import assert from 'node:assert/strict';
import { contentAt } from '../../../../src/core/quotes/splitQuotation';

/** The pieces that a cursor at `|` means where these words are annotated already. */
const contentOf = (source: string, ...annotated: readonly string[]) => {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return contentAt(text, offset, (piece) => annotated.includes(words(piece)))?.map(words);
};

describe('contentAt', () => {
  it('is what stands in the innermost marks', () => {
    assert.deepEqual(contentOf('«Disse “n|o”»'), ['no']);
    assert.deepEqual(contentOf('«Di|sse “no”»'), ['Disse “no”']);
  });

  it('is what stands around it where that is annotated', () => {
    assert.deepEqual(contentOf('«Disse “n|o”»', 'no'), ['Disse “no”']);
    assert.deepEqual(contentOf('«Disse “n|o”»', 'no', 'Disse “no”'), ['no']);
  });

  it('is nothing outside of marks', () => {
    assert.equal(contentOf('ha det|to «no»'), undefined);
  });

  const split: readonly [source: string, ...pieces: string[]][] = [
    ['«N|o», ha detto Bani, «non ora»', 'No', 'non ora'],
    ['«No», ha detto Bani, «non o|ra»', 'No', 'non ora'],
    ['“N|o,” he said, “not now”', 'No,', 'not now'],
    ['«No», dice Bani, «non o|ra», aggiunge, «e non qui»', 'No', 'non ora', 'e non qui'],
  ];
  for (const [source, ...pieces] of split) {
    it(`takes all pieces of ${source}`, () => {
      assert.deepEqual(contentOf(source), pieces);
    });
  }

  const apart: readonly string[] = [
    '«N|o», ha detto Bani. «Non ora»',
    '«N|o», ha detto Bani, «Non ora»',
    '«N|o» e «non ora»',
    '«N|o», il ponte, «non ora»',
    '«N|o» a Bani, ha detto, «non ora»',
    '«N|o», ha detto Bani: «non ora»',
  ];
  for (const source of apart) {
    it(`takes one piece of ${source}`, () => {
      assert.deepEqual(contentOf(source), ['No']);
    });
  }

  it('leaves pieces that are annotated', () => {
    assert.deepEqual(contentOf('«No», dice Bani, «non o|ra»', 'No'), ['non ora']);
  });
});
