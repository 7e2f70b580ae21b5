import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ArticleText } from '../../../../src/core/text/articleText';
import { hullOf, type TextEdit } from '../../../../src/core/text/textEdit';
import { itHolds } from '../../../support/property';
import { fileTexts, spanAt, stretches } from '../../../support/random';

describe('hullOf', () => {
  itHolds(
    'has the edits leave what is before it, and shift what is behind it',
    fc.tuple(
      fileTexts,
      fc.array(fc.tuple(stretches, fc.string({ maxLength: 5 })), { minLength: 1 }),
    ),
    ([file, changes]) => {
      const before = new ArticleText(file);
      let after = before;
      const list: TextEdit[] = [];
      for (const [stretch, words] of changes) {
        const span = spanAt(after.text, stretch);
        if (!span) continue;
        const { length } = after.text;
        after = after.edited(span, words);
        list.push({ span, length: after.text.length - length + span.end - span.start });
      }
      const { span: hull, growth } = hullOf(list);
      if (list.length === 0) return;
      assert.equal(after.text.slice(0, hull.start), before.text.slice(0, hull.start));
      assert.equal(after.text.slice(hull.end + growth), before.text.slice(hull.end));
      assert.equal(after.text.length - before.text.length, growth);
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
