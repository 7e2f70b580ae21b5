import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextLength, describeSpan } from '../../../../src/core/anchor/selector';
import { occurrencesOf } from '../../../../src/core/anchor/occurrences';
import { paragraphAt } from '../../../../src/core/text/words';
import { marked, markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

/** The selector of the one marked span of a text. */
function describeMarked(source: string) {
  const { text, span } = markedOnce(source);
  return describeSpan(text, span);
}

const cases = fc
  .tuple(lfTexts, stretches)
  .map(([text, stretch]) => ({ text, span: spanAt(text, stretch) }));

/** Tries a property of the context on both sides of random spans. */
function itHoldsForContexts(
  title: string,
  holds: (context: string, side: 'before' | 'after', around: string) => void,
): void {
  itHolds(title, cases, ({ text, span }) => {
    if (!span) return;
    const { prefix = '', suffix = '' } = describeSpan(text, span);
    const [first, last] = [paragraphAt(text, span.start), paragraphAt(text, span.end)];
    holds(prefix, 'before', text.slice(first.start, span.start));
    holds(suffix, 'after', text.slice(span.end, last.end));
  });
}

describe('describeSpan', () => {
  it('takes the words around as context', () => {
    assert.deepEqual(describeMarked('Ieri il ministro ⟦Rossi⟧ ha detto di no.'), {
      exact: 'Rossi',
      prefix: 'Ieri il ministro ',
      suffix: ' ha detto di no.',
    });
  });

  it('says no context where there is none', () => {
    assert.deepEqual(describeMarked('⟦Rossi⟧'), { exact: 'Rossi' });
    assert.deepEqual(describeMarked('Titolo\n⟦Rossi⟧\nFine'), { exact: 'Rossi' });
  });

  it('cuts context at a word, 32 code points away at most', () => {
    const selector = describeMarked(
      'La presidente del consorzio che ha costruito il ponte, ⟦Anna Rossi⟧, ha spiegato ai giornalisti che non c’era altro modo.',
    );
    assert.deepEqual(selector, {
      exact: 'Anna Rossi',
      prefix: 'consorzio che ha costruito il ponte, '.slice(10),
      suffix: ', ha spiegato ai giornalisti che',
    });
  });

  it('takes words that end or begin just where context may be no longer', () => {
    const before = 'di una cosa sola che so ha detto';
    const behind = 'e di altre due che non sa nessun';
    assert.deepEqual(
      [before, behind].map((words) => words.length),
      [32, 32],
    );
    const alone = describeMarked(`${before}⟦X⟧${behind}`);
    assert.deepEqual([alone.prefix, alone.suffix], [before, behind], 'nothing is cut');
    const spaced = describeMarked(`Parla ${before}⟦X⟧${behind} altro`);
    assert.deepEqual([spaced.prefix, spaced.suffix], [before, behind], 'between words');
    const within = describeMarked(`Parla${before}⟦X⟧${behind}o altro`);
    assert.equal(within.prefix, before.slice('di '.length), 'not within a word');
    assert.equal(within.suffix, behind.slice(0, -' nessun'.length));
  });

  it('begins and ends context with a word, not with the space beside it', () => {
    const { prefix, suffix } = describeMarked(
      'Ieri ha parlato a lungo del ponte la sindaca ⟦Bani⟧ in aula e tutti i presenti l’hanno applaudita.',
    );
    assert.equal(prefix, 'parlato a lungo del ponte la sindaca '.slice(8));
    assert.equal(suffix, ' in aula e tutti i presenti');
    const spaces = describeMarked(
      `a  bcd efghi lmn opq rst uvz abcde ⟦X⟧ abcd efg hil mno pqr stu vzab c  d`,
    );
    assert.equal(spaces.prefix, 'bcd efghi lmn opq rst uvz abcde ');
    assert.equal(spaces.suffix, ' abcd efg hil mno pqr stu vzab c');
  });

  it('takes white space where there is nothing else', () => {
    const { prefix, suffix } = describeMarked(`a${' '.repeat(40)}⟦X⟧${'\u3000'.repeat(40)}b`);
    assert.equal(prefix, ' '.repeat(32));
    assert.equal(suffix, '\u3000'.repeat(32));
  });

  it('keeps all marks of the last character, or none', () => {
    const letter = 'e\u0323\u0301';
    const { suffix } = describeMarked(`⟦mare⟧xy${letter.repeat(20)}`);
    assert.equal(suffix, `xy${letter.repeat(10)}`);
    const shifted = describeMarked(`⟦mare⟧x${letter.repeat(20)}`);
    assert.equal(shifted.suffix, `x${letter.repeat(10)}`);
  });

  it('cuts text without spaces between characters', () => {
    const { prefix, suffix } = describeMarked(`${'港'.repeat(40)}⟦记者⟧${'桥'.repeat(40)}`);
    assert.equal(prefix, '港'.repeat(32));
    assert.equal(suffix, '桥'.repeat(32));
  });

  it('counts code points, not UTF-16 code units', () => {
    const { prefix, suffix } = describeMarked(`${'🌊'.repeat(40)}⟦mare⟧${'🌊'.repeat(40)}`);
    assert.equal(prefix, '🌊'.repeat(32));
    assert.equal(suffix, '🌊'.repeat(32));
  });

  it('does not cut an accent from its letter', () => {
    const { prefix, suffix } = describeMarked(
      `${'e\u0301'.repeat(20)}x⟦mare⟧x${'e\u0301'.repeat(20)}`,
    );
    assert.equal(prefix, `${'e\u0301'.repeat(15)}x`);
    assert.equal(suffix, `x${'e\u0301'.repeat(15)}`);
  });

  it('does not begin a prefix with an accent whose base is the space that was cut away', () => {
    const { prefix } = describeMarked(`${'a'.repeat(30)} \u0301bcd e ⟦mare⟧`);
    assert.equal(prefix, 'bcd e ');
  });

  it('stays within the paragraph', () => {
    assert.deepEqual(describeMarked('Prima.\nIl ⟦ponte⟧ è qui.\nDopo.'), {
      exact: 'ponte',
      prefix: 'Il ',
      suffix: ' è qui.',
    });
  });

  it('describes a span over several paragraphs', () => {
    assert.deepEqual(describeMarked('Disse: “⟦Non qui.\n\nNon ora⟧”.'), {
      exact: 'Non qui.\n\nNon ora',
      prefix: 'Disse: “',
      suffix: '”.',
    });
  });

  it('says which one where a paragraph is repeated', () => {
    const { text, spans } = marked(
      'Il ⟦ponte⟧ è chiuso.\nIl ⟦ponte⟧ è chiuso.\nIl ⟦ponte⟧ è aperto.',
    );
    const selectors = spans.map((span) => describeSpan(text, span));
    assert.deepEqual(
      selectors.map(({ occurrence }) => occurrence),
      [1, 2, undefined],
    );
  });

  it('counts repetitions that overlap', () => {
    const text = 'ananana';
    const { occurrence } = describeSpan(text, { start: 0, end: 7 });
    assert.equal(occurrence, undefined);
    assert.deepEqual(occurrencesOf(text, 'ana'), [0, 2, 4]);
  });

  itHoldsForContexts(
    'has context that stands right beside the span, in its paragraph',
    (context, side, around) => {
      assert.ok(side === 'before' ? around.endsWith(context) : around.startsWith(context));
    },
  );

  itHoldsForContexts(
    'has all of the paragraph as context where that is short, else at most 32 code points',
    (context, _, around) => {
      const length = Array.from(context).length;
      if (Array.from(around).length <= contextLength) assert.equal(context, around);
      else assert.ok(length <= contextLength && length > 0, `${length} code points`);
    },
  );

  itHoldsForContexts('has whole words as context, where one fits', (context, side, around) => {
    const points = Array.from(around);
    if (points.length <= contextLength) return;
    if (side === 'before') {
      const window = points.slice(-contextLength).join('');
      const fits = /\s\p{M}*[^\s\p{M}]/u.test(window);
      if (fits) assert.match(around.slice(0, -context.length), /\s\p{M}*$/u);
    } else {
      const window = points.slice(0, contextLength).join('');
      if (/\S\s/u.test(window)) assert.match(around.slice(context.length), /^\s/u);
    }
  });

  itHoldsForContexts(
    'never has half a surrogate pair, and begins no cut prefix with a combining mark',
    (context, side, around) => {
      assert.doesNotMatch(context, /\p{Cs}/u);
      const isCut = context.length < around.length;
      if (side === 'before' && isCut && !/^\p{M}+$/u.test(context))
        assert.doesNotMatch(context, /^\p{M}/u);
      if (side === 'after' && isCut && !/^\p{M}+$/u.test(context)) {
        assert.doesNotMatch(around.slice(context.length), /^\p{M}/u);
      }
    },
  );

  itHolds('is the same each time', cases, ({ text, span }) => {
    if (span) assert.deepEqual(describeSpan(text, span), describeSpan(text, span));
  });
});

describe('occurrencesOf', () => {
  it('gives every place in the order of the text', () => {
    assert.deepEqual(occurrencesOf('ponte, ponte e ponte', 'ponte'), [0, 7, 15]);
    assert.deepEqual(occurrencesOf('ponte', 'porta'), []);
  });

  it('gives no more places than asked for', () => {
    assert.deepEqual(occurrencesOf('aaaaaa', 'a', 2), [0, 1]);
    assert.deepEqual(occurrencesOf('aaaaaa', 'a', 0), []);
  });

  it('finds no words nowhere, and ends', () => {
    assert.deepEqual(occurrencesOf('ponte', ''), []);
    assert.deepEqual(occurrencesOf('', ''), []);
  });

  itHolds(
    'agrees with looking at every offset',
    fc.tuple(lfTexts, stretches),
    ([text, stretch]) => {
      const span = spanAt(text, stretch);
      if (!span) return;
      const needle = text.slice(span.start, span.end);
      const offsets = Array.from({ length: text.length }, (_, at) => at);
      assert.deepEqual(
        occurrencesOf(text, needle),
        offsets.filter((at) => text.startsWith(needle, at)),
      );
    },
  );
});
