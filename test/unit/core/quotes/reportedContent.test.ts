import assert from 'node:assert/strict';
import { reportedContents } from '../../../../src/core/quotes/reportedContent';
import { reportingPhrasesIn } from '../../../../src/core/quotes/reportingPhrases';
import { nth } from '../../../support/marked';

/** What the first phrase of a sentence that reports may report. */
const contentsOf = (text: string) => {
  const span = { start: 0, end: text.length };
  const phrases = reportingPhrasesIn(text, span);
  const contents = reportedContents({ ...span, article: text, text, phrases }, nth(phrases, 0));
  return contents.map((pieces) => pieces.map(({ start, end }) => text.slice(start, end)));
};

describe('reportedContents', () => {
  const cases: readonly [source: string, ...contents: string[][]][] = [
    ['Bani ha detto che il ponte è chiuso.', ['il ponte è chiuso']],
    ['Bani ha detto che è chiuso; Tassoni tace.', ['è chiuso']],
    ['Il ponte, ha detto Bani, è chiuso.', ['Il ponte', 'è chiuso']],
    ['Bani said he knew.', ['he knew']],
    ['Bani said nothing, Tasson knew, and added that it rained.', ['nothing, Tasson knew']],
    ['According to Bani, it rains.', ['it rains']],
    ['Secondo Bani: il ponte è chiuso.', ['il ponte è chiuso']],
    ['Secondo Bani – il ponte è chiuso.', ['il ponte è chiuso']],
    ['Secondo Bani (PD) il ponte è chiuso.'],
    ['Secondo Bani'],
    ['According to Bani,'],
    ['Il ponte è chiuso per Bani.'],
    ['Bani said on Monday.'],
  ];
  for (const [source, ...contents] of cases) {
    it(`has ${contents.length} of ${source}`, () => {
      assert.deepEqual(contentsOf(source), contents);
    });
  }
});
