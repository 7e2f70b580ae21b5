import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findConflict, versionsIn } from '../../../../src/core/sidecar/conflictMarkers';
import { itHolds } from '../../../support/property';

/** The lines that are left to read, and the lines (from 1) on which a conflict begins. */
function readable(source: string) {
  const conflict = findConflict(source);
  return {
    lines: conflict?.ours
      .split(/\r?\n/)
      .map((line) => line.trimEnd())
      .filter(Boolean),
    marks: conflict?.marks.map((mark) => source.slice(0, mark).split('\n').length),
  };
}

describe('findConflict', () => {
  it('finds none where there is none', () => {
    assert.equal(findConflict('chiosa: 1\nentities: {}\n'), undefined);
    assert.equal(findConflict(''), undefined);
  });

  it('leaves “ours” readable', () => {
    const source = 'a: 1\n<<<<<<< HEAD\nb: ours\n=======\nb: theirs\n>>>>>>> branch\nc: 3\n';
    assert.deepEqual(readable(source), { lines: ['a: 1', 'b: ours', 'c: 3'], marks: [2] });
  });

  it('leaves out the base that diff3 and zdiff3 show', () => {
    const source =
      '<<<<<<< HEAD\nb: ours\n||||||| 1a2b3c4\nb: base\n=======\nb: theirs\n>>>>>>> branch\nc: 3\n';
    assert.deepEqual(readable(source), { lines: ['b: ours', 'c: 3'], marks: [1] });
  });

  it('gives “theirs” as well, without ours and the base', () => {
    const source =
      'a: 1\n<<<<<<< HEAD\nb: ours\n||||||| 1a2b3c4\nb: base\n=======\nb: theirs\n>>>>>>> branch\nc: 3\n';
    const theirs = findConflict(source)?.theirs;
    assert.deepEqual(
      theirs?.split('\n').filter((line) => line.trim() !== ''),
      ['a: 1', 'b: theirs', 'c: 3'],
    );
    assert.equal(theirs.indexOf('b: theirs'), source.indexOf('b: theirs'));
  });

  it('finds several conflicts', () => {
    const one = '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n';
    assert.deepEqual(readable(`${one}y: 0\n${one}`), {
      lines: ['x: 1', 'y: 0', 'x: 1'],
      marks: [1, 7],
    });
  });

  it('works with CRLF, and with marks that nothing follows', () => {
    const source = '<<<<<<<\r\nx: 1\r\n=======\r\nx: 2\r\n>>>>>>>\r\n';
    assert.deepEqual(readable(source), { lines: ['x: 1'], marks: [1] });
  });

  it('takes what follows an opening mark without others for “ours”', () => {
    assert.deepEqual(readable('<<<<<<< HEAD\nx: 1\n'), { lines: ['x: 1'], marks: [1] });
  });

  it('does not take other lines for marks', () => {
    for (const line of [
      '=======',
      '>>>>>>> x',
      '|||||||',
      '<<<<<<<<',
      '<<<<<<<x',
      ' <<<<<<< HEAD',
      '# <<<<<<<',
    ]) {
      assert.equal(findConflict(`a: 1\n${line}\nb: 2\n`), undefined, line);
    }
  });

  const lines = fc.constantFrom(
    '<<<<<<< a',
    '||||||| b',
    '=======',
    '>>>>>>> c',
    'x: 1',
    'é😀: "a"',
    '',
  );
  const sources = fc
    .array(fc.tuple(lines, fc.constantFrom('\n', '\r\n')), { maxLength: 20 })
    .map((all) => all.map((line) => line.join('')).join(''));
  itHolds('keeps every offset and every end of line', sources, (source) => {
    const conflict = findConflict(source);
    if (!conflict) return;
    assert.equal(conflict.ours.length, source.length);
    assert.equal(conflict.theirs.length, source.length);
    assert.equal(conflict.ours.replace(/[^\r\n]/g, ''), source.replace(/[^\r\n]/g, ''));
    for (const mark of conflict.marks) assert.equal(source.slice(mark, mark + 7), '<<<<<<<');
    for (let at = 0; at < source.length; at += 1) {
      assert.ok(conflict.ours[at] === source[at] || conflict.ours[at] === ' ');
    }
    assert.equal(findConflict(conflict.ours), undefined);
  });
});

describe('versionsIn', () => {
  it('gives both sides as they were written, and what git calls them', () => {
    const source =
      'a: 1\r\n<<<<<<< HEAD\r\nb: ours\r\n=======\r\nb: theirs\r\n>>>>>>> 1a2b3c4 (Molo, annotato)\r\nc: 3';
    assert.deepEqual(versionsIn(source), {
      base: undefined,
      ours: 'a: 1\r\nb: ours\r\nc: 3',
      theirs: 'a: 1\r\nb: theirs\r\nc: 3',
      names: { ours: 'HEAD', theirs: '1a2b3c4 (Molo, annotato)' },
    });
  });

  it('gives the base where all conflicts show it', () => {
    const one = '<<<<<<<\nx: 1\n||||||| 1a2b3c4\nx: 0\n=======\nx: 2\n>>>>>>>\n';
    const { base, names } = versionsIn(`${one}y: 0\n${one}`) ?? {};
    assert.equal(base, 'x: 0\ny: 0\nx: 0\n');
    assert.deepEqual(names, { ours: '', theirs: '' });
  });

  it('gives none where there are no marks, or not all of a conflict', () => {
    const [start, middle, end] = ['<<<<<<< a\n', '=======\n', '>>>>>>> b\n'];
    for (const marks of [
      [],
      [start],
      [start, middle],
      [start, end],
      [start, start, middle, end],
      [start, middle, middle, end],
      [start, middle, end, start, '||||||| c\n', middle, end],
    ]) {
      assert.equal(versionsIn(['a: 1\n', ...marks].join('b: 2\n')), undefined, marks.join(''));
    }
  });
});
