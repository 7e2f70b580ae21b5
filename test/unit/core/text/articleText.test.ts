import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ArticleText, type Position } from '../../../../src/core/text/articleText';
import { itHolds } from '../../../support/property';
import { fileTexts, spanAt, stretches } from '../../../support/random';

/** What `ArticleText` should say, found by going through the file's text from its start each time. */
class Scan {
  readonly text: string;
  /** For each offset of the LF text, and for its end: the offset in the file. */
  readonly fileOffsets: number[] = [];

  constructor(readonly file: string) {
    let text = '';
    for (let at = 0; at < file.length; at += 1) {
      this.fileOffsets.push(at);
      if (file[at] === '\r' && file[at + 1] === '\n') at += 1;
      text += file[at] === '\r' ? '\n' : (file[at] ?? '');
    }
    this.fileOffsets.push(file.length);
    this.text = text;
  }

  positionAt(offset: number): Position {
    let [line, column] = [0, 0];
    for (let at = 0; at < offset; at += 1) {
      if (this.text[at] === '\n') [line, column] = [line + 1, 0];
      else column += 1;
    }
    return { line, column };
  }

  codePoints(offset: number): number {
    return Array.from(this.file.slice(0, this.fileOffsets[offset])).length;
  }
}

/** All ends of line, whole and half surrogate pairs, close together. */
const mixes = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'é', '😀', '\uD83D', '\uDE00', ' '), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(''));
const texts = fc.oneof(mixes, fileTexts);

/** Whether an offset is between the halves of a pair: only there is the count of code points open. */
function splitsPair(text: string, offset: number): boolean {
  return (
    /[\uD800-\uDBFF]$/.test(text.slice(0, offset)) && /^[\uDC00-\uDFFF]/.test(text.slice(offset))
  );
}

describe('ArticleText', () => {
  it('has every end of line as one LF', () => {
    const { text, lineCount } = new ArticleText('uno\r\ndue\rtre\n\nquattro\r\r\n');
    assert.equal(text, 'uno\ndue\ntre\n\nquattro\n\n');
    assert.equal(lineCount, 7);
  });

  it('has one line where there is no text', () => {
    const article = new ArticleText('');
    assert.equal(article.lineCount, 1);
    assert.deepEqual(article.lineSpan(0), { start: 0, end: 0 });
    assert.deepEqual(article.positionAt(0), { line: 0, column: 0 });
    assert.equal(article.offsetAt({ line: 0, column: 0 }), 0);
    assert.equal(article.codePointOffset(0), 0);
  });

  itHolds(
    'finds lines, positions and code points as a naive scan does, whatever the ends of line',
    texts,
    (file) => {
      const article = new ArticleText(file);
      const scan = new Scan(file);
      assert.equal(article.text, scan.text);
      assert.equal(article.lineCount, scan.text.split('\n').length);
      for (let offset = 0; offset <= scan.text.length; offset += 1) {
        const position = scan.positionAt(offset);
        assert.deepEqual(article.positionAt(offset), position);
        assert.equal(article.offsetAt(position), offset);
        if (!splitsPair(scan.text, offset)) {
          assert.equal(article.codePointOffset(offset), scan.codePoints(offset));
        }
      }
    },
  );

  itHolds('has lines that are the text between LFs', texts, (file) => {
    const article = new ArticleText(file);
    const lines = Array.from({ length: article.lineCount }, (_, line) => {
      const { start, end } = article.lineSpan(line);
      return article.text.slice(start, end);
    });
    assert.deepEqual(lines, article.text.split('\n'));
  });

  it('moves what is outside to the nearest place', () => {
    const article = new ArticleText('Roma\r\nMilano');
    assert.deepEqual(article.positionAt(-5), { line: 0, column: 0 });
    assert.deepEqual(article.positionAt(99), { line: 1, column: 6 });
    assert.equal(article.offsetAt({ line: -1, column: 3 }), 0);
    assert.equal(article.offsetAt({ line: 0, column: 99 }), 4);
    assert.equal(article.offsetAt({ line: 1, column: -2 }), 5);
    assert.equal(article.offsetAt({ line: 9, column: 0 }), 11);
  });

  it('has no line behind the last', () => {
    const article = new ArticleText('Roma\nMilano');
    assert.throws(() => article.lineSpan(2), RangeError);
    assert.throws(() => article.lineSpan(-1), RangeError);
  });

  it('counts a CRLF as two code points and an emoji as one', () => {
    const article = new ArticleText('😀\r\n🇮🇹 sì\n\rno');
    // In the file: 😀 0, CR 1, LF 2, 🇮 3, 🇹 4, space 5, s 6, ì 7, LF 8, CR 9, n 10.
    assert.equal(article.codePointOffset(article.text.indexOf('🇮🇹')), 3);
    assert.equal(article.codePointOffset(article.text.indexOf('sì')), 6);
    assert.equal(article.codePointOffset(article.text.indexOf('no')), 10);
    assert.equal(article.codePointOffset(article.text.length), 12);
  });

  it('takes no longer than a moment for a megabyte', () => {
    const article = new ArticleText('Il ponte 🌉 è chiuso da ieri.\r\n'.repeat(35_000));
    const last = article.text.length;
    for (let offset = 0; offset < last; offset += 50) {
      const position = article.positionAt(offset);
      assert.equal(article.offsetAt(position), offset);
      assert.ok(article.codePointOffset(offset) >= offset - position.line - 1);
    }
  });

  itHolds(
    'says the same of a text after an edit as of the edited text read anew',
    fc.tuple(fileTexts, stretches, fc.constantFrom('', 'x', '\n', 'a\r\nb', '\r', '😀\n\n')),
    ([file, stretch, words]) => {
      const before = new ArticleText(file);
      const span = spanAt(before.text, stretch);
      if (!span) return;
      const after = before.edited(span, words);
      const lf = words.replace(/\r\n?/g, '\n');
      const expected = before.text.slice(0, span.start) + lf + before.text.slice(span.end);
      const anew = new ArticleText(expected);
      assert.equal(after.text, expected);
      assert.equal(after.lineCount, anew.lineCount);
      for (let line = 0; line < anew.lineCount; line += 1) {
        assert.deepEqual(after.lineSpan(line), anew.lineSpan(line));
      }
      // What is before the edit counts CRLFs as before; what is behind it has as many fewer as are gone.
      assert.equal(after.codePointOffset(span.start), before.codePointOffset(span.start));
      const behind = (text: ArticleText, from: number) =>
        text.codePointOffset(text.text.length) - text.codePointOffset(from);
      assert.equal(behind(after, span.start + lf.length), behind(before, span.end));
    },
  );
});
