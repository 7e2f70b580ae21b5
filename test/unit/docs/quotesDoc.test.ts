import assert from 'node:assert/strict';
import fs from 'node:fs';
import { proposeAttribution } from '../../../src/core/quotes/attribution';
import { emptySet } from '../../../src/core/model/annotationSet';
import { repositoryPath } from '../../support/files';
import { marked } from '../../support/marked';

const rows = fs
  .readFileSync(repositoryPath('docs', 'quotes.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && line.includes('⟦'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/quotes.md', () => {
  it('has examples', () => {
    assert.ok(rows.length > 10);
  });

  for (const [, source = '', cue = '', speaker = ''] of rows) {
    it(`says what is proposed for ${source}`, () => {
      const { text, spans } = marked(source);
      const proposed = proposeAttribution(emptySet, text, spans);
      const words = [proposed.cue, proposed.speaker?.span].map((span) =>
        span ? text.slice(span.start, span.end) : '',
      );
      assert.deepEqual(words, [cue, speaker]);
    });
  }
});
