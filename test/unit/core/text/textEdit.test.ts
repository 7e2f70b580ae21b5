import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ArticleText } from '../../../../src/core/text/articleText';
import { hullOf, movedBy } from '../../../../src/core/text/textEdit';
import { itHolds } from '../../../support/property';
import { fileTexts, spanAt, stretches } from '../../../support/random';

const span = { start: 10, end: 20 };

describe('movedBy', () => {
  const cases: readonly [
    what: string,
    start: number,
    end: number,
    length: number,
    now?: [number, number],
  ][] = [
    ['words before move it', 2, 4, 5, [13, 23]],
    ['words behind do not', 20, 25, 3, [10, 20]],
    ['words put at its start are not part of it', 10, 10, 3, [13, 23]],
    ['words put at its end are not part of it', 20, 20, 3, [10, 20]],
    ['words put inside are', 15, 15, 3, [10, 23]],
    ['words gone inside make it shorter', 12, 15, 0, [10, 17]],
    ['words gone at its start too', 8, 12, 0, [8, 16]],
    ['words gone at its end too', 18, 25, 0, [10, 18]],
    ['a word replaced at its start goes out of it', 8, 12, 4, [12, 20]],
    ['words replaced inside stay in it', 10, 20, 4, [10, 14]],
    ['nothing is left when all is gone', 10, 20, 0],
    ['nothing is left when more than it is replaced', 9, 21, 12],
  ];
  for (const [what, start, end, length, now] of cases) {
    it(`${what}: [${start}, ${end}) → ${length}`, () => {
      const moved = movedBy({ span: { start, end }, length }, span);
      assert.deepEqual(moved, now && { start: now[0], end: now[1] });
    });
  }

  itHolds(
    'keeps the words of a span that an edit does not touch',
    fc.tuple(fileTexts, stretches, stretches, fc.string({ maxLength: 5 })),
    ([file, [at, length], other, words]) => {
      const before = new ArticleText(file);
      const edited = spanAt(before.text, [at, length]);
      const kept = spanAt(before.text, other);
      if (!edited || !kept || (edited.start < kept.end && kept.start < edited.end)) return;
      const after = before.edited(edited, words);
      const grown = after.text.length - before.text.length + edited.end - edited.start;
      const now = movedBy({ span: edited, length: grown }, kept);
      assert.ok(now);
      assert.equal(after.text.slice(now.start, now.end), before.text.slice(kept.start, kept.end));
    },
  );
});

describe('hullOf', () => {
  const edits = fc.array(
    fc.record({
      span: fc.tuple(fc.nat(40), fc.nat(5)).map(([start, size]) => ({ start, end: start + size })),
      length: fc.nat(6),
    }),
    { minLength: 1, maxLength: 5 },
  );

  itHolds(
    'has the edits leave what is before it, and shift what is behind it',
    fc.tuple(edits, fc.nat(60), fc.integer({ min: 1, max: 6 })),
    ([list, start, size]) => {
      const words = { start, end: start + size };
      const { span: hull, growth } = hullOf(list);
      const now = list.reduce<typeof words | undefined>(
        (at, edit) => at && movedBy(edit, at),
        words,
      );
      if (words.end <= hull.start) assert.deepEqual(now, words);
      if (words.start >= hull.end) {
        assert.deepEqual(now, { start: words.start + growth, end: words.end + growth });
      }
    },
  );

  it('is no larger than what the edits touch', () => {
    const insertions = [5, 8].map((start) => ({ span: { start, end: start }, length: 2 }));
    assert.deepEqual(hullOf(insertions), { span: { start: 5, end: 6 }, growth: 4 });
    assert.deepEqual(hullOf([{ span: { start: 3, end: 7 }, length: 1 }]), {
      span: { start: 3, end: 7 },
      growth: -3,
    });
  });
});
