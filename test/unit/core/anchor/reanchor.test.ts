import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAll, reanchor, type WrittenSelector } from '../../../../src/core/anchor/reanchor';
import { describeSpan } from '../../../../src/core/anchor/selector';
import type { Span } from '../../../../src/core/text/span';
import { marked, markedOnce, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

const rest = 'Il consiglio di Rivalta si riunisce domani per votare sul nuovo mercato del pesce.';
const old = markedOnce(`Secondo il prefetto, ⟦Errani⟧ mente.\n\n${rest}`);
const selectors = [[describeSpan(old.text, old.span)]];

describe('reanchor', () => {
  it('carries spans where the old text is at hand', () => {
    const now = markedOnce(`${rest}\n\nSecondo il prefetto, ⟦Errani⟧ mente.`);
    const placed = [[{ kind: 'placed', span: now.span }]];
    assert.deepEqual(reanchor(old.text, now.text, selectors), placed);
    assert.deepEqual(reanchor(undefined, now.text, selectors), placed);
  });

  it('offers what is found for words that are gone, and does not place it', () => {
    const text = `${rest}\n\nErrani tace.`;
    assert.deepEqual(reanchor(old.text, text, selectors), [
      [{ kind: 'lost', candidates: [{ start: rest.length + 2, end: rest.length + 8 }] }],
    ]);
  });

  it('offers nothing where nothing is like it', () => {
    assert.deepEqual(reanchor(old.text, rest, selectors), [[{ kind: 'lost', candidates: [] }]]);
  });

  it('has no place for a selector that does not lead to one in its own text', () => {
    const [[place] = []] = reanchor(old.text, old.text, [[{ exact: 'Merzagora' }]]);
    assert.equal(place?.kind, 'lost');
  });
});

describe('anchorAll', () => {
  const placed = (...spans: readonly Span[]) => spans.map((span) => ({ kind: 'placed', span }));
  const kinds = (text: string, ...list: readonly WrittenSelector[]) =>
    anchorAll(text, [list])[0]?.map(({ kind }) => kind);

  it('has an answer for each selector of each list, and none for none', () => {
    assert.deepEqual(anchorAll('', []), []);
    assert.deepEqual(anchorAll('', [[], []]), [[], []]);
    assert.deepEqual(
      anchorAll('Norsa tace.', [[], [{ selector: { exact: 'Errani' }, text: '' }]]),
      [[], [{ kind: 'lost', candidates: [] }]],
    );
  });

  it('loses all in a text that has become empty, and offers nothing there', () => {
    const selector = describeSpan(old.text, old.span);
    for (const text of [old.text, undefined]) {
      assert.deepEqual(anchorAll('', [[{ selector, text }]]), [[{ kind: 'lost', candidates: [] }]]);
    }
  });

  it('takes the number for one of the text that it was written for, and of no other', () => {
    const text = 'Norsa va. Norsa va. Norsa va.';
    const second = { exact: 'Norsa', occurrence: 2 };
    assert.deepEqual(anchorAll(text, [[{ selector: second, text }]]), [
      placed({ start: 10, end: 15 }),
    ]);
    assert.deepEqual(kinds(text, { selector: second, text: 'Norsa va. Norsa sta.' }), ['placed']);
    assert.deepEqual(kinds(text, { selector: { exact: 'Norsa' }, text }), ['ambiguous']);
  });

  it('carries selectors of several texts, each from its own', () => {
    const texts = ['Oggi Norsa tace del ponte.', 'Del ponte oggi tace anche Errani.'];
    const now = marked('Oggi, pare, ⟦Norsa⟧ tace del ponte. Del ponte oggi tace anche ⟦Errani⟧.');
    const written = ['Norsa', 'Errani'].map((exact, i) => ({
      selector: { exact },
      text: `${nth(texts, i)}\n\n${rest}`,
    }));
    assert.deepEqual(anchorAll(`${now.text}\n\n${rest}`, [written]), [placed(...now.spans)]);
  });

  it('gives each of two equal paragraphs that change places with others one of the two', () => {
    const other = 'Domani si vota a Rivalta sul nuovo mercato del pesce, dopo mesi di attesa.';
    const copy = 'Il ponte apre, dice ⟦Norsa⟧.';
    const before = marked([rest, copy, other, copy].join('\n\n'));
    const after = marked([other, copy, rest, copy].join('\n\n'));
    const selectors = before.spans.map((span) => describeSpan(before.text, span));
    assert.deepEqual(
      selectors.map(({ occurrence }) => occurrence),
      [1, 2],
    );
    for (const text of [before.text, undefined]) {
      assert.deepEqual(reanchor(text, after.text, [selectors]), [placed(...after.spans)]);
    }
  });

  it('finds what was lost before only where its words stand once with all of their context', () => {
    const selector = { exact: 'Norsa', prefix: 'dice ', suffix: ' a tutti' };
    const lost = { selector, text: undefined, wasLost: true };
    const now = marked(`${rest} Lo dice  ⟦Norsa⟧ a tutti.`);
    assert.deepEqual(anchorAll(now.text, [[lost]]), [placed(...now.spans)]);
    assert.deepEqual(kinds(`${rest} Lo dice Norsa a molti.`, lost), ['lost']);
    assert.deepEqual(kinds(`${now.text} ${now.text}`, lost), ['ambiguous']);
    const counted = { ...lost, selector: { ...selector, occurrence: 1 } };
    assert.deepEqual(kinds(now.text, counted), ['ambiguous']);
  });

  it('places nothing that cannot be seen', () => {
    const selector = { exact: '\u200d' };
    for (const wasLost of [true, false]) {
      const [[found] = []] = anchorAll('Norsa\u200d tace.', [
        [{ selector, text: undefined, wasLost }],
      ]);
      assert.notEqual(found?.kind, 'placed');
    }
  });

  itHolds(
    'places each of several selectors in their own text where each stands, whatever else is asked',
    fc.tuple(lfTexts, fc.array(stretches, { maxLength: 5 })),
    ([text, list]) => {
      const spans = list.flatMap((stretch) => spanAt(text, stretch) ?? []);
      const written = spans.map((span) => ({ selector: describeSpan(text, span), text }));
      const gone = { selector: { exact: '⊘ perso' }, text };
      const [found, none] = anchorAll(text, [written, [gone]]);
      assert.deepEqual(found, placed(...spans));
      assert.equal(none?.[0]?.kind, 'lost');
    },
  );

  itHolds(
    'gives places and candidates that are in the text and not empty, in any other text',
    fc.tuple(lfTexts, lfTexts, fc.array(stretches, { minLength: 1, maxLength: 4 }), fc.boolean()),
    ([before, after, list, isAtHand]) => {
      const spans = list.flatMap((stretch) => spanAt(before, stretch) ?? []);
      const written = spans.map((span) => ({
        selector: describeSpan(before, span),
        text: isAtHand ? before : undefined,
      }));
      const [found = []] = anchorAll(after, [written]);
      assert.equal(found.length, spans.length);
      for (const each of found) {
        const all = each.kind === 'placed' ? [each.span] : each.candidates;
        for (const { start, end } of all)
          assert.ok(0 <= start && start < end && end <= after.length);
      }
    },
    500,
  );
});
