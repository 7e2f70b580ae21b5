import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveBoundary, type BoundaryMove } from '../../../../src/core/edit/boundaryEdits';
import { apply, invert } from '../../../../src/core/model/change';
import { spansOf } from '../../../../src/core/model/annotation';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, markedOnce, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

const moves = {
  extendEnd: { boundary: 'end', direction: 'extend' },
  shrinkEnd: { boundary: 'end', direction: 'shrink' },
  extendStart: { boundary: 'start', direction: 'extend' },
  shrinkStart: { boundary: 'start', direction: 'shrink' },
} as const satisfies Readonly<Record<string, BoundaryMove>>;

/** The words of a mention after a move. */
function moved(source: string, move: BoundaryMove): string | undefined {
  const { text, span } = markedOnce(source);
  const set = setOf({
    entities: [entityOf('Rossi')],
    mentions: [mentionOf('rossi', text, span)],
  });
  const result = moveBoundary(set, text, span.start, move);
  if (!result) return undefined;
  const changed = apply(result.change, set);
  assert.deepEqual(spansOf(nth(changed.mentions, 0).target), [result.span]);
  assert.deepEqual(apply(invert(result.change), changed), set);
  return text.slice(result.span.start, result.span.end);
}

describe('moveBoundary', () => {
  const cases: readonly [source: string, keyof typeof moves, words: string | undefined][] = [
    ['con ⟦Irene⟧ Tassoni ieri', 'extendEnd', 'Irene Tassoni'],
    ['con ⟦Irene⟧, dell’Ente, ieri', 'extendEnd', 'Irene, dell’Ente'],
    ['as ⟦Lavrov⟧’s men', 'extendEnd', 'Lavrov’s men'],
    ['con Irene ⟦Tassoni⟧', 'extendEnd', undefined],
    ['con ⟦Irene⟧\nTassoni', 'extendEnd', undefined],
    ['con ⟦Irene Tassoni⟧ ieri', 'shrinkEnd', 'Irene'],
    ['con ⟦Irene Tassoni, ⟧ieri', 'shrinkEnd', 'Irene Tassoni'],
    ['con ⟦Irene⟧ ieri', 'shrinkEnd', undefined],
    ['ieri, all’Ente ⟦Porti⟧', 'extendStart', 'Ente Porti'],
    ['ieri nell’⟦Ente⟧', 'extendStart', 'ieri nell’Ente'],
    ['ieri\n⟦Ente⟧', 'extendStart', undefined],
    ['⟦la sindaca Tassoni⟧', 'shrinkStart', 'sindaca Tassoni'],
    ['⟦dell’Ente⟧', 'shrinkStart', 'Ente'],
    ['⟦Tassoni⟧', 'shrinkStart', undefined],
    ['del ⟦Choe⟧ Son-hui', 'extendEnd', 'Choe Son-hui'],
    ['⟦东京⟧记者', 'extendEnd', '东京记者'],
  ];
  for (const [source, move, words] of cases) {
    it(`by ${move} makes ${words ?? 'nothing'} of ${JSON.stringify(source)}`, () => {
      assert.equal(moved(source, moves[move]), words);
    });
  }

  const { text, spans } = marked('“⟦Non l’accordo⟧”, dice ⟦Rossi⟧, “⟦ma la pace⟧. Punto”.');
  const [first, rossi, second] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
  const set = setOf({
    entities: [entityOf('Rossi'), entityOf('Ente')],
    mentions: [
      mentionOf('rossi', text, rossi),
      mentionOf('ente', text, { start: rossi.start - 5, end: rossi.end }),
    ],
    quotes: [quoteOf(text, [first, second])],
  });
  const words = (offset: number, move: BoundaryMove) => {
    const span = moveBoundary(set, text, offset, move)?.span;
    return span && text.slice(span.start, span.end);
  };

  it('moves the piece of a quote at the cursor, which keeps what is elided', () => {
    assert.equal(words(first.start, moves.shrinkStart), 'l’accordo');
    assert.equal(words(first.start, moves.shrinkEnd), 'Non');
    assert.equal(words(second.start, moves.extendEnd), 'ma la pace. Punto');
  });

  it('moves the shortest mention, and does not put it where another one is', () => {
    assert.equal(words(rossi.end, moves.extendEnd), 'Rossi, “ma');
    assert.equal(words(rossi.end, moves.extendStart), undefined);
  });

  it('does not move a piece into another one', () => {
    const near = setOf({
      quotes: [
        quoteOf('uno due', [
          { start: 0, end: 3 },
          { start: 4, end: 7 },
        ]),
      ],
    });
    assert.equal(moveBoundary(near, 'uno due', 1, moves.extendEnd), undefined);
  });

  it('makes the kind of a quote follow from the marks, other than one that a person has set', () => {
    const { text: marks, span } = markedOnce('Dice “⟦no⟧” e basta.');
    const kindOf = (kind: 'direct' | 'indirect') => {
      const quotes = setOf({ quotes: [quoteOf(marks, [span], { kind })] });
      const { change } = moveBoundary(quotes, marks, span.start, moves.extendEnd) ?? {};
      return change?.quotes?.[0]?.after?.kind;
    };
    assert.equal(kindOf('direct'), 'mixed');
    assert.equal(kindOf('indirect'), 'indirect');
  });

  it('is nothing where there is no annotation', () => {
    assert.equal(moveBoundary(set, text, text.length, moves.extendEnd), undefined);
  });

  itHolds(
    'grows or shrinks a mention at one end only, never to nothing',
    fc.tuple(lfTexts, stretches, fc.constantFrom(...Object.values(moves))),
    ([random, stretch, move]) => {
      const span = spanAt(random, stretch);
      if (!span) return;
      const mentions = [mentionOf('rossi', random, span)];
      const one = setOf({ entities: [entityOf('Rossi')], mentions });
      const after = moveBoundary(one, random, span.start, move)?.span;
      if (!after) return;
      const kept = move.boundary === 'start' ? 'end' : 'start';
      assert.equal(after[kept], span[kept]);
      assert.ok(after.start < after.end);
      const isLonger = after.end - after.start > span.end - span.start;
      assert.equal(isLonger, move.direction === 'extend');
    },
  );
});

describe('moveBoundary, of what has more than its place', () => {
  it('keeps the attributes and the entity of a mention', () => {
    const { text, span } = markedOnce('con ⟦Irene⟧ Tassoni ieri');
    const mention = { ...mentionOf('rossi', text, span), extra: { metonym: false } };
    const set = setOf({ entities: [entityOf('Rossi')], mentions: [mention] });
    const [replaced] = moveBoundary(set, text, span.start, moves.extendEnd)?.change.mentions ?? [];
    assert.deepEqual(replaced?.before, mention);
    assert.deepEqual(replaced.after, {
      ...mentionOf('rossi', text, { start: span.start, end: span.end + 8 }),
      extra: { metonym: false },
    });
  });

  it('keeps the speaker of a quote, its other pieces, and their order', () => {
    const { text, spans } = marked(
      'Disse che ⟦il ponte⟧ resta, disse ⟦Bani⟧, ⟦chiuso⟧ fino a marzo.',
    );
    const [first, name, last] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
    const parts = { kind: 'indirect', speaker: { entity: 'bani', spans: [name] } } as const;
    const quote = { ...quoteOf(text, [first, last], parts), extra: { tema: 'ponte' } };
    const set = setOf({ entities: [entityOf('Bani')], quotes: [quote] });
    const after = (offset: number, move: BoundaryMove) => {
      const { change, span } = moveBoundary(set, text, offset, move) ?? {};
      assert.ok(change && span);
      const [changed] = apply(change, set).quotes;
      assert.ok(changed);
      assert.deepEqual([changed.speaker, changed.extra], [quote.speaker, quote.extra]);
      assert.deepEqual(apply(invert(change), apply(change, set)), set);
      return changed.content.selectors.map(({ exact }) => exact);
    };
    assert.deepEqual(after(first.start, moves.extendEnd), ['il ponte resta', 'chiuso']);
    assert.deepEqual(after(first.start, moves.extendStart), ['che il ponte', 'chiuso']);
    assert.deepEqual(after(last.end, moves.extendEnd), ['il ponte', 'chiuso fino']);
    assert.deepEqual(after(first.end, moves.shrinkStart), ['ponte', 'chiuso']);
  });

  it('does not make a mention in pieces the same as another one', () => {
    const { text, spans } = marked('⟦Irene⟧ Tassoni e ⟦Ugo⟧ Bani');
    const [irene, ugo] = [nth(spans, 0), nth(spans, 1)];
    const longer = { start: irene.start, end: irene.end + ' Tassoni'.length };
    const mentions = [mentionOf('a', text, irene, ugo), mentionOf('b', text, longer, ugo)];
    const set = setOf({ entities: [entityOf('A'), entityOf('B')], mentions });
    assert.equal(moveBoundary(set, text, irene.start, moves.extendEnd), undefined);
    assert.ok(moveBoundary(set, text, ugo.end, moves.extendEnd));
  });

  it('does not grow a piece over another one', () => {
    const { text, spans } = marked('Disse che ⟦il ponte⟧ ⟦è⟧ chiuso.');
    const set = setOf({ quotes: [quoteOf(text, spans, { kind: 'indirect' })] });
    assert.equal(moveBoundary(set, text, nth(spans, 0).start, moves.extendEnd), undefined);
    assert.equal(moveBoundary(set, text, nth(spans, 1).end, moves.extendStart), undefined);
  });

  it('follows the marks with the kind, unless a person has set another one', () => {
    const { text, span } = markedOnce('È «⟦chiuso⟧», disse.');
    const kinds = (['direct', 'indirect'] as const).map((kind) => {
      const set = setOf({ quotes: [quoteOf(text, [span], { kind })] });
      const change = moveBoundary(set, text, span.start, moves.extendStart)?.change;
      return change && apply(change, set).quotes[0]?.kind;
    });
    assert.deepEqual(kinds, ['mixed', 'indirect']);
  });
});
