import assert from 'node:assert/strict';
import { withCommentsOf } from '../../../../src/core/merge/comments';

const base = `chiosa: 1
entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: Ada, suffix: " vede" }
      - { exact: Ada, suffix: " tace" }
quotes:
  - kind: direct
    content:
      - { exact: Non ora }
`;

/** The base with comments in the lines that have some words, or before them. */
function commented(words: string, comment: string, isBehind = false, source = base): string {
  return source.replace(new RegExp(`^( *)(.*${words}.*)$`, 'm'), (line, margin: string) =>
    isBehind ? `${line} ${comment}` : `${margin}${comment}\n${line}`,
  );
}

const carried = (other: string, result = base, frame = base) =>
  withCommentsOf(other, { base, frame, result });

describe('withCommentsOf', () => {
  for (const isBehind of [false, true]) {
    it(`brings comments ${isBehind ? 'behind' : 'before'} lines of all sorts`, () => {
      for (const words of [
        'chiosa',
        'entities',
        'ada:',
        'name',
        ' tace',
        'quotes',
        'kind',
        'Non ora',
      ]) {
        const other = commented(words, '# nota', isBehind);
        assert.equal(carried(other), other, words);
      }
    });
  }

  it('brings one at the end of the file there', () => {
    assert.equal(carried(`${base}# fine\n`), `${base}# fine\n`);
    assert.equal(carried(`${base}# fine\n`, base.trimEnd()), `${base}# fine\n`);
  });

  it('leaves alone what is known already: of the base, or of the frame', () => {
    assert.equal(carried(base), base);
    const noted = commented('name', '# nota');
    assert.equal(withCommentsOf(noted, { base: noted, frame: base, result: base }), base);
    assert.equal(carried(noted, noted, noted), noted);
  });

  it('leaves alone a comment of the base that has got another line under it', () => {
    const noted = commented(' tace', '# nota');
    const other = noted.replace('" tace"', '" tace, poi esce"');
    assert.equal(withCommentsOf(other, { base: noted, frame: noted, result: noted }), noted);
  });

  it('brings the same words for another line', () => {
    const [frame, other] = [commented('name', '# nota'), commented('kind', '# nota')];
    assert.equal(carried(other, frame, frame), commented('kind', '# nota', false, frame));
  });

  it('puts one before a line that has one behind it already', () => {
    const frame = commented('name', '# mia', true);
    const result = carried(commented('name', '# tua', true), frame, frame);
    assert.match(result, /^ {4}# tua\n {4}name: Ada # mia$/m);
  });

  it('finds an item by its words where its context is another by now', () => {
    const result = base.replace('" tace"', '" tace ancora"').replace(/ {6}.*vede.*\n/, '');
    const other = commented(' tace', '# nota');
    assert.match(carried(other, result), /# nota\n {6}- \{ exact: Ada, suffix: " tace ancora" \}/);
  });

  it('puts one at what was around its line where that is gone, or at the end', () => {
    const other = commented('Non ora', '# nota');
    const without = base.replace('{ exact: Non ora }', '{ exact: Mai }');
    assert.match(carried(other, without), /\n# nota\nquotes:/);
    assert.match(carried(other, base.replace(/quotes[^]*/, '')), /tace" \}\n# nota\n$/);
  });

  it('keeps the ends of lines, and takes no # in words for a comment', () => {
    const result = base.replaceAll('\n', '\r\n');
    const other = commented('name', '# nota').replace('Non ora', '"Non #1"');
    assert.equal(carried(other, result), commented('name', '# nota').replaceAll('\n', '\r\n'));
  });

  it('puts comments at the end of a file in which they could not stand in their lines', () => {
    const result = base.replace('name: Ada', 'name: "Ada\n      Perrin"');
    const written = carried(commented('name', '# nota', true), result);
    assert.equal(written, `${result}# nota\n`);
  });
});
