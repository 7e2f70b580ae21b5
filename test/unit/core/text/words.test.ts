import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../../src/core/text/span';
import { paragraphAt, trimmed, wordAt } from '../../../../src/core/text/words';
import { marked, markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts } from '../../../support/random';

const cut = (text: string, span: Span | undefined) => span && text.slice(span.start, span.end);

/** The word at a cursor, written as `|`. */
function wordAtCursor(source: string): string | undefined {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  return cut(text, wordAt(text, offset));
}

describe('wordAt', () => {
  const cases: readonly [source: string, word: string | undefined][] = [
    ['il mini|stro russo', 'ministro'],
    ['il |ministro', 'ministro'],
    ['il ministro|', 'ministro'],
    ['|Roma', 'Roma'],
    ['dell’|Ucraina', 'Ucraina'],
    ["dell'Ucra|ina", 'Ucraina'],
    ['del|l’Ucraina', 'dell'],
    ['l|’Ente', 'l'],
    ['Saint-|Malo', 'Saint-Malo'],
    ['Brécourt‐Sanv|al', 'Brécourt‐Sanval'],
    ['cit|ta\u0300 alta', 'citta\u0300'],
    ['citta\u0300|, alta', 'citta\u0300'],
    ['قال الو|زير', 'الوزير'],
    ['记|者说', '记者'],
    ['记者|说', '说'],
    ['D’Al|ema', 'D’Alema'],
    ['per conto di D’Al|ema', 'D’Alema'],
    ['Lavr|ov’s', 'Lavrov'],
    ['Lavrov’s|', 's'],
    ['il 12|5° posto', '125'],
    ['– |– –', undefined],
    ['“|”', undefined],
    ['🌊| mare', undefined],
    ['|', undefined],
    ['Roma\n|\nMilano', undefined],
    ['Roma\n|Milano', 'Milano'],
    ['Roma|\nMilano', 'Roma'],
    ['|\nMilano', undefined],
  ];
  for (const [source, word] of cases) {
    it(`is ${word ?? 'none'} in ${JSON.stringify(source)}`, () => {
      assert.equal(wordAtCursor(source), word);
    });
  }

  itHolds(
    'is on the line of the cursor, touches it and has no white space',
    fc.tuple(lfTexts, fc.nat()),
    ([text, number]) => {
      const offset = number % (text.length + 1);
      const word = wordAt(text, offset);
      if (!word) return;
      assert.ok(word.start <= offset && offset <= word.end && word.start < word.end);
      assert.doesNotMatch(text.slice(word.start, word.end), /\s/u);
    },
  );
});

describe('trimmed', () => {
  it('takes white space of all kinds off both ends', () => {
    const { text, spans } = marked('a⟦ \u00A0\n⟦Il ponte⟧\t\u3000⟧b');
    assert.deepEqual(trimmed(text, spans[0] ?? { start: 0, end: 0 }), spans[1]);
  });

  it('leaves a span without white space at its ends', () => {
    const { text, span } = markedOnce('⟦Il ponte⟧');
    assert.deepEqual(trimmed(text, span), span);
  });

  it('is nothing where nothing else is in it', () => {
    const { text, span } = markedOnce('a⟦ \n ⟧b');
    assert.equal(trimmed(text, span), undefined);
    assert.equal(trimmed(text, { start: 1, end: 1 }), undefined);
  });
});

describe('paragraphAt', () => {
  it('is the line of the offset, without its end', () => {
    const { text, spans } = marked('⟦Titolo⟧\n⟦⟧\n⟦Il ponte è chiuso.⟧');
    for (const span of spans) {
      assert.deepEqual(paragraphAt(text, span.start), span);
      assert.deepEqual(paragraphAt(text, span.end), span);
    }
  });

  it('is the first line at the start of a text that begins with an empty one', () => {
    assert.deepEqual(paragraphAt('\nRoma', 0), { start: 0, end: 0 });
    assert.deepEqual(paragraphAt('', 0), { start: 0, end: 0 });
  });

  itHolds('holds the offset, and no end of line', fc.tuple(lfTexts, fc.nat()), ([text, number]) => {
    const offset = number % (text.length + 1);
    const { start, end } = paragraphAt(text, offset);
    assert.ok(start <= offset && offset <= end);
    assert.ok(!text.slice(start, end).includes('\n'));
    assert.ok(start === 0 || text[start - 1] === '\n');
    assert.ok(end === text.length || text[end] === '\n');
  });
});
