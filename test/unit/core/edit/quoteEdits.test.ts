import assert from 'node:assert/strict';
import {
  annotateQuote,
  extendQuote,
  isInQuote,
  quoteNear,
  setCue,
  setQuoteKind,
  setSpeaker,
  speakerFor,
} from '../../../../src/core/edit/quoteEdits';
import { targetFor } from '../../../../src/core/edit/target';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { apply, isEmpty } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('“⟦Il ponte⟧”, ⟦ha detto⟧ ⟦la ministra ⟦Rossi⟧⟧, “⟦resta chiuso⟧”.');
const [start, cue, speaker, name, end] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
assert.ok(start && cue && speaker && name && end);
const quote = quoteOf(text, [start, end]);

describe('annotateQuote', () => {
  it('adds a quote of several pieces, whose kind follows from the marks', () => {
    assert.deepEqual(annotateQuote(emptySet, text, [end, start]), { quotes: [{ after: quote }] });
  });

  it('takes the kind, the cue and the speaker that are said', () => {
    const said = { cue, speaker: { span: speaker, entity: 'rossi' } };
    assert.deepEqual(annotateQuote(emptySet, text, [start, end], { ...said, kind: 'mixed' }), {
      quotes: [
        {
          after: quoteOf(text, [start, end], {
            kind: 'mixed',
            cue: [cue],
            speaker: { entity: 'rossi', spans: [speaker] },
          }),
        },
      ],
    });
  });

  it('takes a speaker without words', () => {
    const change = annotateQuote(emptySet, text, [start], { speaker: { entity: 'rossi' } });
    assert.deepEqual(change.quotes?.[0]?.after?.speaker, { entity: 'rossi' });
  });

  it('does nothing where the quote is there already', () => {
    assert.ok(isEmpty(annotateQuote(setOf({ quotes: [quote] }), text, [end, start])));
  });

  it('adds a quote inside a quote', () => {
    const set = setOf({ quotes: [quote] });
    assert.equal(apply(annotateQuote(set, text, [start]), set).quotes.length, 2);
  });
});

describe('extendQuote', () => {
  const pieces = (
    added: readonly { start: number; end: number }[],
    of = quoteOf(text, [start]),
  ) => {
    const { quotes } = apply(extendQuote(text, of, added), setOf({ quotes: [of] }));
    return nth(quotes, 0).content.spans?.map((span) => text.slice(span.start, span.end));
  };

  it('adds a piece', () => {
    assert.deepEqual(pieces([end]), ['Il ponte', 'resta chiuso']);
  });

  it('puts an earlier piece first', () => {
    assert.deepEqual(pieces([start], quoteOf(text, [end])), ['Il ponte', 'resta chiuso']);
  });

  it('grows a piece that the added span overlaps', () => {
    assert.deepEqual(pieces([{ start: 4, end: cue.end }]), ['Il ponte”, ha detto']);
  });

  it('makes one of all the pieces that the added span overlaps', () => {
    assert.deepEqual(pieces([{ start: 5, end: end.start + 1 }], quote), [text.slice(1, -2)]);
  });

  it('finds the kind anew and keeps the rest', () => {
    const whole = { ...quoteOf(text, [start], { speaker: { entity: 'rossi' } }), extra: { sì: 1 } };
    const change = extendQuote(text, whole, [speaker]);
    assert.deepEqual(change.quotes?.[0]?.after, {
      ...whole,
      kind: 'mixed',
      content: targetFor(text, [start, speaker]),
    });
  });
});

describe('setSpeaker and setCue', () => {
  it('say who said it, and take it back', () => {
    const set = setOf({ quotes: [quote] });
    const said = apply(setSpeaker(quote, { entity: 'rossi' }), set);
    assert.deepEqual(said.quotes, [{ ...quote, speaker: { entity: 'rossi' } }]);
    assert.deepEqual(apply(setSpeaker(nth(said.quotes, 0), undefined), said), set);
  });

  it('say which words introduce the quote', () => {
    const set = setOf({ quotes: [quote] });
    const changed = apply(setCue(text, quote, [cue]), set);
    assert.deepEqual(changed.quotes, [{ ...quote, cue: { target: targetFor(text, [cue]) } }]);
  });
});

describe('setQuoteKind', () => {
  it('sets the kind, whatever the marks say', () => {
    const set = setOf({ quotes: [quote] });
    assert.equal(nth(apply(setQuoteKind(quote, 'indirect'), set).quotes, 0).kind, 'indirect');
  });
});

describe('speakerFor', () => {
  const set = setOf({ entities: [entityOf('Rossi')], mentions: [mentionOf('rossi', text, name)] });

  it('takes the entity whose mention the words hold, or are a part of', () => {
    const target = targetFor(text, [speaker]);
    assert.deepEqual(speakerFor(set, text, [speaker]), { entity: 'rossi', target });
    const part = { start: name.start, end: name.end - 1 };
    assert.equal(speakerFor(set, text, [part]).entity, 'rossi');
  });

  it('takes the entity that is said', () => {
    assert.equal(speakerFor(set, text, [speaker], 'verdi').entity, 'verdi');
  });

  it('is words alone where they mention nobody', () => {
    assert.deepEqual(speakerFor(set, text, [cue]), { target: targetFor(text, [cue]) });
  });
});

describe('quoteNear', () => {
  const page = marked(
    '“⟦Sì⟧”, dice Rossi. “⟦Disse: ‘⟦no⟧’, e basta⟧”, dice Verdi.\n“⟦Forse⟧”, dice Neri.\nFine.',
  );
  const quotes = page.spans.map((span) => quoteOf(page.text, [span]));
  const set = setOf({ quotes });
  const near = (words: string) => {
    const at = page.text.indexOf(words);
    const found = quoteNear(set, page.text, { start: at, end: at + words.length });
    return found?.content.selectors[0]?.exact;
  };

  it('is the shortest one that the span touches', () => {
    assert.equal(near('no'), 'no');
    assert.equal(near('basta'), 'Disse: ‘no’, e basta');
  });

  it('is else the nearest one of the paragraph', () => {
    assert.equal(near('Verdi'), 'Disse: ‘no’, e basta');
    assert.equal(near('dice Rossi'), 'Sì');
    assert.equal(near('Neri'), 'Forse');
  });

  it('is none where the paragraph has none', () => {
    assert.equal(near('Fine'), undefined);
    assert.equal(quoteNear(emptySet, page.text, { start: 0, end: 0 }), undefined);
  });

  it('is the one before where two are as near', () => {
    const two = marked('“⟦Sì⟧” Rossi “⟦No⟧”');
    const both = setOf({ quotes: two.spans.map((span) => quoteOf(two.text, [span])) });
    const at = two.text.indexOf('Rossi');
    const found = quoteNear(both, two.text, { start: at, end: at + 5 });
    assert.equal(found?.content.selectors[0]?.exact, 'Sì');
  });
});

describe('isInQuote', () => {
  it('is so for spans that share words with a piece', () => {
    assert.ok(isInQuote(quote, { start: 3, end: 5 }));
    assert.ok(isInQuote(quote, { start: 0, end: 2 }));
    assert.ok(!isInQuote(quote, cue));
  });

  it('is so for a cursor at either end', () => {
    assert.ok(isInQuote(quote, { start: start.end, end: start.end }));
    assert.ok(isInQuote(quote, { start: end.start, end: end.start }));
    assert.ok(!isInQuote(quote, { start: start.end + 1, end: start.end + 1 }));
  });
});

describe('edits of a quote that a person has worked on', () => {
  const noted = {
    ...quoteOf(text, [start], { kind: 'indirect', cue: [cue], speaker: { spans: [speaker] } }),
    extra: { tema: 'ponte' },
  };

  it('leave the kind that was set, and all that is not theirs', () => {
    const [extended] = extendQuote(text, noted, [end]).quotes ?? [];
    assert.deepEqual(extended?.after, { ...noted, content: targetFor(text, [start, end]) });
    const [cued] = setCue(text, noted, [name]).quotes ?? [];
    assert.deepEqual(cued?.after, { ...noted, cue: { target: targetFor(text, [name]) } });
    const [kinded] = setQuoteKind(noted, 'mixed').quotes ?? [];
    assert.deepEqual(kinded, { before: noted, after: { ...noted, kind: 'mixed' } });
  });

  it('keep what is written on the cue', () => {
    const before = {
      ...noted,
      cue: { target: targetFor(text, [cue]), extra: { tempo: 'passato' } },
    };
    const [replaced] = setCue(text, before, [name]).quotes ?? [];
    assert.deepEqual(replaced?.after?.cue, {
      target: targetFor(text, [name]),
      extra: { tempo: 'passato' },
    });
  });

  it('write no entity where nobody is named', () => {
    const change = annotateQuote(emptySet, text, [start], { speaker: { span: speaker } });
    assert.deepEqual(change.quotes?.[0]?.after?.speaker, { target: targetFor(text, [speaker]) });
  });
});

describe('speakerFor, of words in pieces', () => {
  it('finds the mention that one of the pieces is', () => {
    const set = setOf({
      entities: [entityOf('Rossi'), entityOf('Bani')],
      mentions: [mentionOf('rossi', text, name)],
    });
    assert.equal(speakerFor(set, text, [cue, name]).entity, 'rossi');
    assert.equal(speakerFor(set, text, [cue, start]).entity, undefined);
    const split = setOf({
      entities: [entityOf('Rossi')],
      mentions: [mentionOf('rossi', text, start, name)],
    });
    assert.equal(speakerFor(split, text, [name]).entity, 'rossi');
    assert.equal(speakerFor(set, text, [name], 'bani').entity, 'bani');
  });
});

describe('the quote near a cursor', () => {
  const near = marked('⟦a b c d e f⟧ g ⟦h⟧ i ⟦l⟧ m n o ⟦p⟧\n⟦q⟧ r');
  const [long, h, l, p, q] = [0, 1, 2, 3, 4].map((i) => nth(near.spans, i));
  assert.ok(long && h && l && p && q);
  const at = (set: ReturnType<typeof setOf>, words: string) => {
    const offset = near.text.indexOf(words);
    return quoteNear(set, near.text, { start: offset, end: offset })?.content.selectors[0]?.exact;
  };

  it('is by its nearest piece the nearest', () => {
    const set = setOf({ quotes: [quoteOf(near.text, [long, l]), quoteOf(near.text, [h])] });
    assert.equal(at(set, 'm'), 'a b c d e f', 'its second piece stands right before');
  });

  it('is the one before where two are as near, however long they are', () => {
    const [before, behind] = [quoteOf(near.text, [long]), quoteOf(near.text, [h])];
    assert.equal(at(setOf({ quotes: [before, behind] }), 'g'), 'a b c d e f');
    const short = [quoteOf(near.text, [h]), quoteOf(near.text, [l])];
    assert.equal(at(setOf({ quotes: short }), 'i'), 'h');
  });

  it('is the shortest where several are touched, and none of another paragraph', () => {
    const inner = quoteOf(near.text, [{ start: 2, end: 5 }]);
    const set = setOf({ quotes: [quoteOf(near.text, [long]), inner] });
    assert.equal(at(set, 'c'), 'b c');
    assert.equal(at(setOf({ quotes: [quoteOf(near.text, [p])] }), 'q'), undefined);
    assert.equal(
      at(setOf({ quotes: [{ kind: 'direct', content: { selectors: [] } }] }), 'q'),
      undefined,
    );
  });

  it('is where a cursor or a selection touches its words', () => {
    const quote = quoteOf(near.text, [h]);
    assert.ok(isInQuote(quote, { start: h.start, end: h.start }));
    assert.ok(isInQuote(quote, { start: h.end, end: h.end }));
    assert.ok(!isInQuote(quote, { start: h.end, end: h.end + 2 }), 'begins behind it');
    assert.ok(!isInQuote(quote, { start: h.start - 2, end: h.start }), 'ends before it');
    assert.ok(isInQuote(quote, { start: h.start - 2, end: h.end }));
  });
});
