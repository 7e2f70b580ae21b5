import assert from 'node:assert/strict';
import { contains, touches } from '../../../../src/core/text/span';
import { paragraphAt } from '../../../../src/core/text/words';
import { wideningAt } from '../../../../src/features/languageFeatures/widening';
import { mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked(
  'Titolo\n«⟦Il ⟦porto dell’⟦Ucraina⟧⟧ è chiuso⟧», dice ⟦Olga Berni⟧, «⟦e basta⟧».\n\nFine',
);
const span = (index: number) => nth(spans, index);
const set = setOf({
  mentions: [1, 2, 3].map((i) => mentionOf('x', text, span(i))),
  quotes: [quoteOf(text, [span(0), span(4)], { speaker: { spans: [span(3)] } })],
});
const at = (offset: number) =>
  wideningAt(set, text, offset).map(({ start, end }) => text.slice(start, end));

describe('the steps of a growing selection', () => {
  const paragraph = text.split('\n')[1] ?? '';
  const quote = 'Il porto dell’Ucraina è chiuso»' + ', dice Olga Berni, «e basta';

  it('go from the word to the mentions, the piece, the quote and the paragraph', () => {
    assert.deepEqual(at(span(2).start + 2), [
      'Ucraina',
      'porto dell’Ucraina',
      'Il porto dell’Ucraina è chiuso',
      quote,
      paragraph,
    ]);
    assert.deepEqual(at(span(4).end), ['basta', 'e basta', quote, paragraph]);
  });

  it('begin with a word as it is written where the name does not hold it', () => {
    assert.deepEqual(at(span(1).start + 8).slice(0, 2), ['dell', 'porto dell’Ucraina']);
  });

  it('go from a name between the pieces of a quote to that quote', () => {
    assert.deepEqual(at(span(3).start), ['Olga', 'Olga Berni', quote, paragraph]);
  });

  it('are the word and the paragraph outside of annotations, and nothing on an empty line', () => {
    assert.deepEqual(at(text.length), ['Fine']);
    assert.deepEqual(at(text.length - 'Fine'.length - 1), []);
  });

  it('leave out what crosses the step before', () => {
    const words = 'uno due tre quattro';
    const crossing = setOf({
      mentions: [
        mentionOf('x', words, { start: 0, end: 7 }),
        mentionOf('x', words, { start: 4, end: 19 }),
      ],
    });
    assert.deepEqual(
      wideningAt(crossing, words, 5).map(({ start, end }) => words.slice(start, end)),
      ['due', 'uno due', words],
    );
  });
});

describe('the steps in any annotated article', () => {
  itHolds(
    'touch the cursor, and each holds the one before and more, up to the paragraph at least',
    annotatedArticles,
    ({ article, set: random }) => {
      const { text: all } = article.text;
      for (let offset = 0; offset <= all.length; offset += 5) {
        const steps = wideningAt(random, all, offset);
        steps.forEach((step, i) => {
          assert.ok(step.start < step.end && touches(step, offset));
          const before = steps[i - 1];
          assert.ok(!before || (contains(step, before) && !contains(before, step)));
        });
        const line = paragraphAt(all, offset);
        assert.ok(steps.length > 0 || line.start === line.end, 'only an empty line is no step');
      }
    },
    300,
  );
});
