import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolveSelector } from '../../../../src/core/anchor/resolve';
import { describeSpan, type Selector } from '../../../../src/core/anchor/selector';
import { markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

const text = 'Rossi parla. Rossi tace.\nRossi parla. Bianchi tace.\n';

/** Says what the place of a selector in `text` is, or why there is none. */
function placeOf(selector: Selector, sameText: boolean): string {
  const result = resolveSelector(text, selector, sameText);
  if (result.kind !== 'placed') return result.kind;
  return `${text.slice(result.span.start, result.span.end)} at ${result.span.start}`;
}

describe('resolveSelector', () => {
  it('finds words that stand once', () => {
    assert.equal(placeOf({ exact: 'Bianchi' }, true), 'Bianchi at 38');
    assert.equal(placeOf({ exact: 'Bianchi' }, false), 'Bianchi at 38');
  });

  it('finds words by what stands around them', () => {
    assert.equal(placeOf({ exact: 'Rossi', suffix: ' tace' }, true), 'Rossi at 13');
    assert.equal(placeOf({ exact: 'tace', prefix: 'Bianchi ' }, false), 'tace at 46');
  });

  it('finds words at offset 0', () => {
    assert.equal(placeOf({ exact: 'Rossi parla. Rossi' }, true), 'Rossi parla. Rossi at 0');
    assert.equal(placeOf({ exact: 'Rossi', suffix: ' parla. Rossi' }, true), 'Rossi at 0');
  });

  it('finds the occurrence that is said', () => {
    assert.equal(placeOf({ exact: 'Rossi', occurrence: 1 }, true), 'Rossi at 0');
    assert.equal(placeOf({ exact: 'Rossi', occurrence: 3 }, true), 'Rossi at 25');
    assert.equal(placeOf({ exact: 'Rossi', suffix: ' parla', occurrence: 2 }, true), 'Rossi at 25');
  });

  it('is ambiguous where words stand several times and nothing says which', () => {
    assert.equal(placeOf({ exact: 'Rossi' }, true), 'ambiguous');
    assert.equal(placeOf({ exact: 'Rossi', suffix: ' parla' }, false), 'ambiguous');
  });

  it('is lost where the words or their context are not there', () => {
    assert.equal(placeOf({ exact: 'Verdi' }, true), 'lost');
    assert.equal(placeOf({ exact: 'Bianchi', suffix: ' parla' }, true), 'lost');
    assert.equal(placeOf({ exact: 'rossi' }, false), 'lost');
  });

  it('is lost where there is no such occurrence', () => {
    assert.equal(placeOf({ exact: 'Rossi', occurrence: 4 }, true), 'lost');
    assert.equal(placeOf({ exact: 'Rossi', occurrence: 1_000_000_000 }, true), 'lost');
  });

  it('does not trust the occurrence in another text', () => {
    assert.equal(placeOf({ exact: 'Rossi', occurrence: 2 }, false), 'ambiguous');
    assert.equal(placeOf({ exact: 'Bianchi', occurrence: 2 }, false), 'Bianchi at 38');
    assert.equal(placeOf({ exact: 'Bianchi', occurrence: 2 }, true), 'lost');
  });

  it('finds words over several paragraphs', () => {
    assert.equal(placeOf({ exact: 'tace.\nRossi' }, true), 'tace.\nRossi at 19');
  });

  it('takes composed and decomposed letters for different ones', () => {
    const result = resolveSelector('citta\u0300', { exact: 'città' }, true);
    assert.equal(result.kind, 'lost');
  });

  itHolds(
    'finds every span of every text again, in the text that it was described in',
    fc.tuple(lfTexts, stretches),
    ([random, stretch]) => {
      const span = spanAt(random, stretch);
      if (!span) return;
      const found = resolveSelector(random, describeSpan(random, span), true);
      assert.deepEqual(found, { kind: 'placed', span });
    },
  );

  const added = fc.tuple(lfTexts, lfTexts, stretches);
  itHolds(
    'finds spans again behind paragraphs that were added, or does not guess',
    added,
    ([before, random, stretch]) => {
      const span = spanAt(random, stretch);
      if (!span) return;
      const moved = before.length + 1;
      const found = resolveSelector(`${before}\n${random}`, describeSpan(random, span), false);
      assert.notEqual(found.kind, 'lost');
      if (found.kind === 'placed') {
        assert.deepEqual(found.span, { start: span.start + moved, end: span.end + moved });
      }
    },
  );

  itHolds(
    'places a span in another text only where that holds the words and their context once',
    fc.tuple(lfTexts, lfTexts, stretches),
    ([random, other, stretch]) => {
      const span = spanAt(random, stretch);
      if (!span) return;
      const { exact, prefix = '', suffix = '', ...rest } = describeSpan(random, span);
      const found = resolveSelector(other, { exact, prefix, suffix, ...rest }, false);
      const parts = other.split(prefix + exact + suffix).length - 1;
      if (parts === 0) assert.equal(found.kind, 'lost');
      if (parts > 1) assert.equal(found.kind, 'ambiguous');
      if (found.kind === 'placed')
        assert.equal(other.slice(found.span.start, found.span.end), exact);
    },
  );

  it('takes the third of three copies of a paragraph', () => {
    const copies = markedOnce('Il ponte apre.\nIl ponte apre.\nIl ⟦ponte⟧ apre.');
    const selector = describeSpan(copies.text, copies.span);
    assert.deepEqual(selector, { exact: 'ponte', prefix: 'Il ', suffix: ' apre.', occurrence: 3 });
    assert.deepEqual(resolveSelector(copies.text, selector, true), {
      kind: 'placed',
      span: copies.span,
    });
  });
});
