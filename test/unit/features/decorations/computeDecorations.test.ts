import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import type { Span } from '../../../../src/core/text/span';
import { computeDecorations } from '../../../../src/features/decorations/computeDecorations';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

/** The words marked with each look, in the whole text or in a stretch of it. */
function wordsByLook(set: AnnotationSet, text: string, stretch?: Span): Record<string, string[]> {
  const marks = computeDecorations(set, text, stretch ?? { start: 0, end: text.length });
  return Object.fromEntries(
    [...marks].map(([key, { spans }]) => [
      key,
      spans.map(({ start, end }) => text.slice(start, end)),
    ]),
  );
}

const entities = [entityOf('Ada', 'person', 'ada'), entityOf('Reno', 'fiume', 'reno')];
const lost = { selectors: [{ exact: 'perduto' }] };

describe('computeDecorations', () => {
  it('marks every piece of a mention and both of its ends, by type, of an unknown entity as other', () => {
    const { text, spans } = marked('⟦Ada⟧ vide ⟦il⟧ grande ⟦Reno⟧ con ⟦Bo⟧.');
    const set = setOf({
      entities,
      mentions: [
        mentionOf('ada', text, nth(spans, 0)),
        mentionOf('reno', text, nth(spans, 1), nth(spans, 2)),
        mentionOf('nessuno', text, nth(spans, 3)),
        { entity: 'ada', target: lost },
      ],
    });
    assert.deepEqual(wordsByLook(set, text), {
      'mention person 0 whole': ['Ada'],
      'mention person 0 left': ['A'],
      'mention person 0 right': ['a'],
      'mention fiume 0 whole': ['il', 'Reno'],
      'mention fiume 0 left': ['i', 'R'],
      'mention fiume 0 right': ['l', 'o'],
      'mention other 0 whole': ['Bo'],
      'mention other 0 left': ['B'],
      'mention other 0 right': ['o'],
    });
  });

  it('marks the pieces of a quote, its cue and its speaker', () => {
    const { text, spans } = marked('«⟦Sì⟧», ⟦dice⟧ ⟦Ada⟧, «⟦ora⟧».');
    const [first, cue, speaker, second] = [0, 1, 2, 3].map((i) => nth(spans, i));
    assert.ok(first && cue && speaker && second);
    const set = setOf({
      quotes: [
        quoteOf(text, [first, second], { cue: [cue], speaker: { spans: [speaker] } }),
        { kind: 'indirect', content: lost },
      ],
    });
    const words = wordsByLook(set, text);
    assert.deepEqual(words['content 0 whole'], ['Sì', 'ora']);
    assert.deepEqual(words['content 0 left'], ['S', 'o']);
    assert.deepEqual(words['content 0 right'], ['ì', 'a']);
    assert.deepEqual(words['cue 0 whole'], ['dice']);
    assert.deepEqual(words['speaker 0 whole'], ['Ada']);
  });

  it('counts the levels inside a mention and those around a quote, up to the last that looks different', () => {
    const { text, spans } = marked('⟦a ⟦b ⟦c ⟦d⟧⟧⟧⟧');
    const mentions = wordsByLook(
      setOf({ entities, mentions: spans.map((span) => mentionOf('ada', text, span)) }),
      text,
    );
    assert.deepEqual(mentions['mention person 0 whole'], ['d']);
    assert.deepEqual(mentions['mention person 1 whole'], ['c d']);
    assert.deepEqual(mentions['mention person 2 whole'], ['a b c d']);
    assert.deepEqual(mentions['mention person 2 whole twin'], ['b c d']);
    const quotes = wordsByLook(setOf({ quotes: spans.map((span) => quoteOf(text, [span])) }), text);
    assert.deepEqual(quotes['content 0 whole'], ['a b c d']);
    assert.deepEqual(quotes['content 1 whole'], ['b c d']);
    assert.deepEqual(quotes['content 2 whole'], ['c d']);
    assert.deepEqual(quotes['content 2 whole twin'], ['d']);
  });

  it('gives every other one of touching spans that look alike a twin', () => {
    const { text, spans } = marked('⟦甲⟧⟦乙⟧⟦丙⟧去了');
    const set = setOf({ entities, mentions: spans.map((span) => mentionOf('ada', text, span)) });
    const words = wordsByLook(set, text);
    assert.deepEqual(words['mention person 0 whole'], ['甲', '丙']);
    assert.deepEqual(words['mention person 0 whole twin'], ['乙']);
    assert.deepEqual(words['mention person 0 left twin'], ['乙']);
  });

  it('takes whole characters for the ends, and the other sides where text runs from right to left', () => {
    const { text, spans } = marked('⟦e\u0301rable 😀⟧ ⟦قال⟧');
    const set = setOf({ entities, mentions: spans.map((span) => mentionOf('ada', text, span)) });
    const words = wordsByLook(set, text);
    assert.deepEqual(words['mention person 0 left'], ['e\u0301', 'ل']);
    assert.deepEqual(words['mention person 0 right'], ['😀', 'ق']);
  });

  it('marks only what overlaps the stretch', () => {
    const { text, spans } = marked('⟦Ada⟧ e ⟦Ada⟧ e ⟦Ada⟧');
    const set = setOf({ entities, mentions: spans.map((span) => mentionOf('ada', text, span)) });
    const { start, end } = nth(spans, 1);
    const marks = computeDecorations(set, text, { start: start + 1, end: end + 2 });
    assert.deepEqual(marks.get('mention person 0 whole')?.spans, [nth(spans, 1)]);
  });
});
