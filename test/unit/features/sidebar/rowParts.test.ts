import assert from 'node:assert/strict';
import type { Conflict } from '../../../../src/core/model/conflict';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { hasConflict, partOf } from '../../../../src/features/sidebar/rowParts';
import type { Row } from '../../../../src/features/sidebar/rows';
import { entityOf, mentionOf, quoteOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ ⟦dice⟧: «⟦Non ora⟧».');
const uri = 'file:///a.txt';
const entity = entityOf('Ada');
const mention = mentionOf(entity.id, text, nth(spans, 0));
const quote = quoteOf(text, [nth(spans, 2)], {
  cue: [nth(spans, 1)],
  speaker: { spans: [nth(spans, 0)] },
});
const { cue, speaker } = quote;
assert.ok(cue && speaker);
const conflict: Conflict = { theirs: 'removed' };

const ofEntity = (of = entity): Row => ({ kind: 'entity', id: 'e', entity: of, mentions: 1 });
const ofMention = (of = mention): Row => ({ kind: 'mention', id: 'm', uri, mention: of, line: 1 });
const ofQuote = (of = quote): Row => ({ kind: 'quote', id: 'q', uri, quote: of, line: 1 });
const cuePart = { role: 'cue', quote, target: cue.target } as const;
const groups: readonly Row[] = [
  { kind: 'type', id: 't', type: 'person', entities: 1 },
  { kind: 'quoteKind', id: 'k', quoteKind: 'direct', quotes: 1 },
  { kind: 'speaker', id: 's', name: 'Ada', speaker: { ...speaker, conflict }, quotes: 1 },
  { kind: 'article', id: 'a', article: { uri, path: 'a.txt' }, of: 'quotes', count: 1 },
  { kind: 'lost', id: 'lost', parts: [cuePart] },
];

describe('what of its article a row is for', () => {
  it('is a mention, the content of a quote, or the part that has no place', () => {
    assert.deepEqual(partOf(ofMention()), { role: 'mention', mention, target: mention.target });
    assert.deepEqual(partOf(ofQuote()), { role: 'content', quote, target: quote.content });
    const row: Row = { kind: 'part', id: 'p', uri, part: cuePart, set: emptySet };
    assert.equal(partOf(row), cuePart);
  });

  it('is nothing where the row has others below it', () => {
    assert.deepEqual([ofEntity(), ...groups].filter(partOf), []);
  });
});

describe('a row', () => {
  it('has a conflict where its entity, its mention, its quote or a part of that has one', () => {
    const rows: readonly Row[] = [
      ofEntity({ ...entity, conflict }),
      ofMention({ ...mention, conflict }),
      ofQuote({ ...quote, conflict }),
      ofQuote({ ...quote, cue: { ...cue, conflict } }),
      ofQuote({ ...quote, speaker: { ...speaker, conflict } }),
    ];
    assert.deepEqual(rows.map(hasConflict), [true, true, true, true, true]);
  });

  it('has none where nothing is left to decide, or where it groups others', () => {
    const bare = quoteOf(text, [nth(spans, 2)]);
    const rows = [ofEntity(), ofMention(), ofQuote(), ofQuote(bare), ...groups];
    assert.deepEqual(rows.filter(hasConflict), []);
  });
});
