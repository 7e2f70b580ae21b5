import assert from 'node:assert/strict';
import { ArticleText } from '../../../../src/core/text/articleText';
import {
  entityLines,
  mentionLines,
  mergedLines,
  quoteLines,
} from '../../../../src/features/decorations/ruler';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ e ⟦Bo⟧\nnulla\n«⟦Sì⟧», dice ⟦Ada⟧\n');
const set = setOf({
  entities: [entityOf('Ada'), entityOf('Bo', 'place')],
  mentions: [
    mentionOf('ada', text, nth(spans, 0)),
    mentionOf('bo', text, nth(spans, 1)),
    mentionOf('ada', text, nth(spans, 3)),
  ],
  quotes: [quoteOf(text, [nth(spans, 2)], { speaker: { spans: [nth(spans, 3)] } })],
});
const article = new ArticleText(text);
const [firstLine, thirdLine] = [
  { first: 0, last: 0 },
  { first: 2, last: 2 },
];

describe('the overview ruler', () => {
  it('has the lines of mentions by type, of one entity, and of the contents of quotes', () => {
    assert.deepEqual(Object.fromEntries(mentionLines(set, article)), {
      person: [firstLine, thirdLine],
      place: [firstLine],
    });
    assert.deepEqual(entityLines(set, 'ada', article), [firstLine, thirdLine]);
    assert.deepEqual(quoteLines(set, article), [thirdLine]);
  });

  it('has at most 500 ranges of one kind, which miss no line', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => i).filter((i) => i % 7 !== 0);
    const merged = mergedLines(lines, 10_000);
    assert.ok(merged.length <= 500);
    assert.ok(lines.every((line) => merged.some((r) => r.first <= line && line <= r.last)));
    const sparse = Array.from({ length: 500 }, (_, i) => i * 20);
    assert.equal(mergedLines(sparse, 10_000).length, 500);
  });

  it('merges only what is next to each other in a short article', () => {
    assert.deepEqual(mergedLines([0, 0, 1, 3], 40), [
      { first: 0, last: 0 },
      { first: 1, last: 1 },
      { first: 3, last: 3 },
    ]);
  });
});
