import assert from 'node:assert/strict';
import { nextCandidate } from '../../../../src/core/entities/candidates';
import type { KnownNames } from '../../../../src/core/entities/knownNames';
import { emptySet, type AnnotationSet } from '../../../../src/core/model/annotationSet';
import type { Span } from '../../../../src/core/text/span';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, markedOnce } from '../../../support/marked';

/** All that is offered from a cursor at the beginning, or at the end, until the first comes again. */
function walk(
  text: string,
  {
    direction = 'next',
    set = emptySet,
    known = [],
  }: {
    direction?: 'next' | 'previous';
    set?: AnnotationSet;
    known?: readonly KnownNames[];
  } = {},
): string[] {
  const found: string[] = [];
  const from = direction === 'next' ? 0 : text.length;
  let selected: Span = { start: from, end: from };
  for (;;) {
    const pieces = nextCandidate(set, text, known, selected, direction) ?? [];
    const words = pieces.map((piece) => text.slice(piece.start, piece.end)).join(' + ');
    if (words === '' || found[0] === words) return found;
    found.push(words);
    const start = Math.min(...pieces.map((piece) => piece.start));
    selected = { start, end: Math.max(...pieces.map((piece) => piece.end)) };
  }
}

describe('nextCandidate', () => {
  it('walks through names and quotations in the order of the text, and round', () => {
    const text = 'Con Ugo Bani.\n\nDopo, «Ara tace», dice Dora.';
    assert.deepEqual(walk(text), ['Ugo Bani', 'Ara tace', 'Dora']);
    assert.deepEqual(walk(text, { direction: 'previous' }), ['Dora', 'Ara tace', 'Ugo Bani']);
  });

  it('begins with what begins at the cursor', () => {
    assert.deepEqual(walk('Ugo Bani tace.'), ['Ugo Bani']);
  });

  it('takes all pieces of a split quotation', () => {
    assert.deepEqual(walk('«Non ora», ha detto la sindaca, «e non qui».'), ['Non ora + e non qui']);
  });

  it('leaves out what is annotated, and offers what stands within a quote', () => {
    const { text, spans } = marked('Con ⟦Ugo Bani⟧: «⟦A Porto Selva dicono “mai più”⟧».');
    const [name, content] = spans;
    assert.ok(name && content);
    const set = setOf({
      entities: [entityOf('Ugo Bani')],
      mentions: [mentionOf('ugo-bani', text, name)],
      quotes: [quoteOf(text, [content])],
    });
    assert.deepEqual(walk(text, { set }), ['Porto Selva', 'mai più']);
  });

  it('offers known names in scripts without capitals', () => {
    const known = [new Set(['马尔科'])];
    assert.deepEqual(walk('他见到了马尔科。', { known }), ['马尔科']);
  });

  it('finds nothing where there is nothing', () => {
    const { text, span } = markedOnce('⟦Ugo⟧ tace, e la città pure.');
    const set = setOf({ entities: [entityOf('Ugo')], mentions: [mentionOf('ugo', text, span)] });
    assert.deepEqual(walk(text, { set }), []);
    assert.deepEqual(walk(''), []);
  });
});
