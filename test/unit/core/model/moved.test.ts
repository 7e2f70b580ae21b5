import assert from 'node:assert/strict';
import fc from 'fast-check';
import { targetFor } from '../../../../src/core/edit/target';
import type { Quote } from '../../../../src/core/model/annotation';
import { moved } from '../../../../src/core/model/moved';
import type { Span } from '../../../../src/core/text/span';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const text = 'Anna disse: «Sì, vengo». Bruno no.';
const [anna, bruno, said] = [
  { start: 0, end: 4 },
  { start: 25, end: 30 },
  { start: 13, end: 22 },
];
const set = setOf({
  entities: [entityOf('Anna'), entityOf('Bruno')],
  mentions: [mentionOf('anna', text, anna), mentionOf('bruno', text, bruno)],
  quotes: [
    quoteOf(text, [said], {
      cue: [{ start: 5, end: 10 }],
      speaker: { entity: 'anna', spans: [anna] },
    }),
  ],
});

describe('moved', () => {
  it('moves what stands behind an edit, and leaves the very objects before it', () => {
    const { set: now } = moved(set, [{ span: { start: 23, end: 23 }, length: 4 }]);
    assert.equal(now.mentions[0], set.mentions[0]);
    assert.equal(now.quotes[0], set.quotes[0]);
    assert.deepEqual(now.mentions[1]?.target.spans, [{ start: 29, end: 34 }]);
  });

  it('follows edits one after the other, in all parts of a quote', () => {
    const { set: now } = moved(set, [
      { span: { start: 0, end: 0 }, length: 2 },
      { span: { start: 7, end: 7 }, length: 1 },
    ]);
    const [quote] = now.quotes;
    assert.deepEqual(quote?.speaker?.target?.spans, [{ start: 2, end: 6 }]);
    assert.deepEqual(quote.cue?.target.spans, [{ start: 8, end: 13 }]);
    assert.deepEqual(quote.content.spans, [{ start: 16, end: 25 }]);
  });

  it('has no place for what is gone, and puts it behind all others', () => {
    const { set: now } = moved(set, [{ span: { start: 0, end: 5 }, length: 0 }]);
    assert.deepEqual(
      now.mentions.map(({ entity, target }) => [entity, target.spans?.[0]?.start]),
      [
        ['bruno', 20],
        ['anna', undefined],
      ],
    );
    assert.equal(now.mentions[1]?.target.selectors[0]?.exact, 'Anna');
  });

  it('says whether anything was edited within an annotation, or all have been shifted at most', () => {
    const isIntact = (start: number, end: number, length: number) =>
      moved(set, [{ span: { start, end }, length }]).isIntact;
    assert.equal(isIntact(0, 0, 3), false, 'words at the very beginning of the first');
    assert.equal(isIntact(11, 11, 3), true, 'words between all');
    assert.equal(isIntact(4, 4, 3), false, 'words at the end of Anna');
    assert.equal(isIntact(25, 25, 3), false, 'words at the beginning of Bruno');
    assert.equal(isIntact(2, 2, 1), false, 'words in Anna');
    assert.equal(isIntact(26, 27, 1), false, 'a letter of Bruno, replaced by another');
    assert.equal(isIntact(16, 16, 1), false, 'words in the quote');
  });
});

describe('moved, for a quote', () => {
  // «Sì», disse Anna, «vengo».
  const words = '«Sì», disse Anna, «vengo».';
  const [yes, cue, speaker, coming] = ['Sì', 'disse', 'Anna', 'vengo'].map((each) => ({
    start: words.indexOf(each),
    end: words.indexOf(each) + each.length,
  }));
  assert.ok(yes && cue && speaker && coming);
  const parts = { cue: [cue], speaker: { entity: 'anna', spans: [speaker] } };
  const whole = quoteOf(words, [yes, coming], parts);
  const noted = {
    ...whole,
    cue: { target: targetFor(words, [cue]), extra: { tempo: 'passato' } },
    speaker: { ...whole.speaker, extra: { tono: 'lieto' } },
    extra: { tema: 'visita' },
  };
  const after = (quote: Quote, start: number, gone: number, length: number) => {
    const before = setOf({ quotes: [quote] });
    const { set: now } = moved(before, [{ span: { start, end: start + gone }, length }]);
    const [result] = now.quotes;
    assert.ok(result);
    return result;
  };
  const starts = ({ content, cue: by, speaker: who }: Quote) =>
    [content, by?.target, who?.target].map((target) => target?.spans?.map(({ start }) => start));

  it('moves only the parts behind the edit, and in the order of the text', () => {
    assert.deepEqual(starts(after(whole, 0, 0, 3)), [[4, 22], [9], [15]]);
    assert.deepEqual(starts(after(whole, 4, 0, 3)), [[1, 22], [9], [15]]);
    assert.deepEqual(starts(after(whole, 11, 0, 3)), [[1, 22], [6], [15]]);
    assert.deepEqual(starts(after(whole, 16, 0, 3)), [[1, 22], [6], [12]]);
  });

  it('moves a speaker or a cue that stands behind what was said', () => {
    const said = quoteOf(words, [yes], parts);
    assert.deepEqual(starts(after(said, 4, 0, 3)), [[1], [9], [15]]);
    assert.deepEqual(starts(after(said, 11, 0, 3)), [[1], [6], [15]]);
    const bySomebody = quoteOf(words, [yes], { speaker: { spans: [speaker] } });
    assert.deepEqual(starts(after(bySomebody, 11, 0, 3)), [[1], undefined, [15]]);
    const cued = quoteOf(words, [yes], { cue: [cue] });
    assert.deepEqual(starts(after(cued, 4, 0, 3)), [[1], [9], undefined]);
    assert.deepEqual(Object.keys(after(cued, 4, 0, 3)).sort(), ['content', 'cue', 'kind']);
  });

  it('is the very same object where nothing of it has moved', () => {
    assert.equal(after(whole, coming.end, 0, 3), setOf({ quotes: [whole] }).quotes[0] ?? whole);
    assert.equal(after(whole, words.length, 0, 3), whole);
  });

  it('keeps who said it and what a person wrote', () => {
    const now = after(noted, 0, 0, 3);
    assert.deepEqual([now.kind, now.extra], [noted.kind, noted.extra]);
    assert.deepEqual(now.cue?.extra, { tempo: 'passato' });
    assert.deepEqual([now.speaker?.entity, now.speaker?.extra], ['anna', { tono: 'lieto' }]);
    const unsaid = quoteOf(words, [yes], { speaker: { entity: 'anna' } });
    assert.deepEqual(after(unsaid, 0, 0, 3).speaker, { entity: 'anna' });
  });

  it('has no certain place once a piece of it is gone, and keeps its selectors', () => {
    const now = after(whole, yes.start, 2, 0);
    assert.deepEqual(now.content, { selectors: whole.content.selectors });
    assert.deepEqual(starts(now), [undefined, [4], [10]]);
  });
});

describe('moved, for a whole set', () => {
  it('keeps what has no place in the text', () => {
    const lost = { entity: 'anna', target: { selectors: [{ exact: 'Annina' }] } };
    const rich = {
      ...setOf({ ...set, entities: [...set.entities.values()], mentions: [...set.mentions, lost] }),
      article: { title: 'Sì' },
      extra: { nota: 'x' },
    };
    const { set: now } = moved(rich, [{ span: { start: 0, end: 0 }, length: 1 }]);
    assert.deepEqual(
      [now.article, now.extra, now.entities],
      [rich.article, rich.extra, rich.entities],
    );
    assert.equal(now.mentions.at(-1), lost);
  });

  it('follows an edit that takes words away and one that brings others, in one go', () => {
    const { set: now } = moved(set, [
      { span: { start: 25, end: 30 }, length: 0 },
      { span: { start: 25, end: 25 }, length: 5 },
    ]);
    assert.equal(now.mentions[1]?.target.spans, undefined, 'other words are another name');
    const { set: grown } = moved(set, [{ span: { start: 26, end: 29 }, length: 7 }]);
    assert.deepEqual(grown.mentions[1]?.target.spans, [{ start: 25, end: 34 }]);
  });
});

describe('moved, by what is typed and taken back', () => {
  itHolds(
    'leaves every place as it was',
    fc.tuple(annotatedArticles, fc.nat(10_000), fc.integer({ min: 1, max: 40 })),
    ([{ article, set: annotated }, at, length]) => {
      const start = at % (article.text.text.length + 1);
      const { set: there } = moved(annotated, [{ span: { start, end: start }, length }]);
      const { set: back } = moved(there, [{ span: { start, end: start + length }, length: 0 }]);
      assert.deepEqual(back, annotated);
      for (const [i, { target }] of there.mentions.entries()) {
        const before = annotated.mentions[i]?.target.spans ?? [];
        const widths = (spans: readonly Span[] = []) => spans.map((span) => span.end - span.start);
        const [was, is] = [widths(before), widths(target.spans)];
        assert.ok(is.every((width, n) => width === was[n] || width === (was[n] ?? 0) + length));
      }
    },
    200,
  );
});
