import assert from 'node:assert/strict';
import type { Target } from '../../../src/core/model/annotation';
import { emptySet, type AnnotationSet } from '../../../src/core/model/annotationSet';
import { computeDecorations } from '../../../src/features/decorations/computeDecorations';

const at = (...spans: [number, number][]): Target => ({
  selectors: spans.map(() => ({ exact: 'x' })),
  spans: spans.map(([start, end]) => ({ start, end })),
});

const set: AnnotationSet = {
  ...emptySet,
  entities: new Map([
    ['ada', { id: 'ada', name: 'Ada', type: 'person' }],
    ['rhine', { id: 'rhine', name: 'Rhine', type: 'river' }],
  ]),
  mentions: [
    { entity: 'ada', target: at([0, 3]) },
    { entity: 'ada', target: at([10, 12], [15, 18]) },
    { entity: 'rhine', target: at([20, 25]) },
    { entity: 'nobody', target: at([26, 27]) },
    { entity: 'ada', target: { selectors: [{ exact: 'lost' }] } },
  ],
  quotes: [
    {
      kind: 'direct',
      content: at([30, 40], [50, 60]),
      cue: { target: at([41, 45]) },
      speaker: { entity: 'ada', target: at([46, 49]) },
    },
    { kind: 'indirect', content: { selectors: [{ exact: 'lost' }] }, speaker: { entity: 'ada' } },
  ],
};

describe('computeDecorations', () => {
  const computed = computeDecorations(set);

  it('marks every piece of every mention by its type, of an unknown entity as other', () => {
    assert.deepEqual(Object.fromEntries(computed.entities), {
      person: [
        { start: 0, end: 3 },
        { start: 10, end: 12 },
        { start: 15, end: 18 },
      ],
      river: [{ start: 20, end: 25 }],
      other: [{ start: 26, end: 27 }],
    });
  });

  it('marks the pieces of a quote, their ends, its cue and its speaker', () => {
    assert.deepEqual(computed.quotes, [
      { start: 30, end: 40 },
      { start: 50, end: 60 },
    ]);
    assert.deepEqual(computed.quoteStarts, [
      { start: 30, end: 31 },
      { start: 50, end: 51 },
    ]);
    assert.deepEqual(computed.quoteEnds, [
      { start: 39, end: 40 },
      { start: 59, end: 60 },
    ]);
    assert.deepEqual(computed.cues, [{ start: 41, end: 45 }]);
    assert.deepEqual(computed.speakers, [{ start: 46, end: 49 }]);
  });
});
