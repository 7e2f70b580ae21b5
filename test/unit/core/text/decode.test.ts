import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeUtf8, maxArticleBytes } from '../../../../src/core/text/decode';
import { bytesOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { fileTexts } from '../../../support/random';

/** Text with some bytes in it that are not UTF-8. */
function withBytes(before: string, bytes: readonly number[], after = ''): Uint8Array {
  return Uint8Array.from([...bytesOf(before), ...bytes, ...bytesOf(after)]);
}

function problemOf(bytes: Uint8Array) {
  const { problem } = decodeUtf8(bytes);
  assert.ok(problem, 'there is a problem');
  return problem;
}

describe('decodeUtf8', () => {
  it('gives the text with its ends of line as they are', () => {
    assert.equal(decodeUtf8(bytesOf('uno\r\ndue\rtre\n😀')).text, 'uno\r\ndue\rtre\n😀');
  });

  it('takes a byte order mark away, but only one and only at the start', () => {
    assert.equal(decodeUtf8(bytesOf('\uFEFFRoma\uFEFF')).text, 'Roma\uFEFF');
    assert.equal(decodeUtf8(bytesOf('\uFEFF')).text, '');
  });

  it('reads an empty file', () => {
    assert.deepEqual(decodeUtf8(new Uint8Array()), { text: '' });
  });

  itHolds('reads whatever is UTF-8', fileTexts, (text) => {
    assert.equal(decodeUtf8(bytesOf(`\uFEFF${text}`)).text, text);
  });

  it('keeps a replacement character that is in the file', () => {
    assert.equal(decodeUtf8(bytesOf('a\uFFFDb')).text, 'a\uFFFDb');
  });

  describe('says where a file stops being UTF-8', () => {
    const cases: readonly [
      what: string,
      bytes: Uint8Array,
      line: number,
      column: number,
      byte: string,
    ][] = [
      ['a byte of Latin-1', withBytes('una citt', [0xe0], ' d’arte'), 0, 8, '0xe0'],
      ['a Latin-1 ï, which begins as U+FFFD does', withBytes('na', [0xef], 've'), 0, 2, '0xef'],
      ['a cut fullwidth comma at the end', withBytes('记者', [0xef, 0xbc]), 0, 2, '0xef'],
      ['a cut emoji at the end', withBytes('fine\n', [0xf0, 0x9f, 0x98]), 1, 0, '0xf0'],
      ['a cut U+FFFD before other text', withBytes('a', [0xef, 0xbf], 'b'), 0, 1, '0xef'],
      ['a lone surrogate', withBytes('a', [0xed, 0xa0, 0xbd]), 0, 1, '0xed'],
      ['an overlong slash', withBytes('a\r\nb', [0xc0, 0xaf]), 1, 1, '0xc0'],
      ['a continuation byte', withBytes('😀', [0x80]), 0, 2, '0x80'],
      ['behind a U+FFFD of the file', withBytes('\uFFFD\uFFFD', [0xff]), 0, 2, '0xff'],
      ['behind CR, LF and CRLF', withBytes('a\rb\nc\r\nde', [0xff], 'f'), 3, 2, '0xff'],
      ['behind a byte order mark', withBytes('\uFEFFRoma', [0xff]), 0, 4, '0xff'],
    ];
    for (const [what, bytes, line, column, byte] of cases) {
      it(what, () => {
        const { code, range, detail } = problemOf(bytes);
        assert.deepEqual(
          { code, start: range.start, detail },
          { code: 'file-not-utf8', start: { line, column }, detail: { byte } },
        );
      });
    }

    const bad = fc.constantFrom(
      [0xff],
      [0xef],
      [0xef, 0xbf],
      [0xc3],
      [0xf0, 0x9f],
      [0xed, 0xb0, 0x80],
    );
    itHolds(
      'whatever comes before',
      fc.tuple(fileTexts, bad, fileTexts),
      ([before, bytes, after]) => {
        const lines = before.split(/\r\n?|\n/);
        const { code, range } = problemOf(withBytes(before, bytes, `.${after}`));
        assert.equal(code, 'file-not-utf8');
        assert.deepEqual(range.start, { line: lines.length - 1, column: lines.at(-1)?.length });
      },
    );
  });

  it('says where the NUL of a binary file is', () => {
    const { code, range } = problemOf(bytesOf('PK\n\u0003ab\u0000c\u0000'));
    assert.equal(code, 'file-binary');
    assert.deepEqual(range.start, { line: 1, column: 3 });
  });

  it('takes UTF-16 for binary', () => {
    assert.equal(problemOf(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0])).code, 'file-binary');
  });

  it('reads a file of the largest size and none above', () => {
    const largest = new Uint8Array(maxArticleBytes).fill(0x61);
    assert.equal(decodeUtf8(largest).text?.length, maxArticleBytes);
    assert.equal(problemOf(new Uint8Array(maxArticleBytes + 1).fill(0x61)).code, 'file-too-large');
  });

  it('says how large a file of 20 MB is, at its start', () => {
    const { code, range, detail } = problemOf(new Uint8Array(20_000_000).fill(0x61));
    assert.equal(code, 'file-too-large');
    assert.deepEqual(range.start, { line: 0, column: 0 });
    assert.deepEqual(detail, { size: '20.0 MB', limit: '10.0 MB' });
  });
});
