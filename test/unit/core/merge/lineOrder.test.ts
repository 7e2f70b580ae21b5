import assert from 'node:assert/strict';
import { inLineOrder } from '../../../../src/core/merge/lineOrder';
import type { SidecarData } from '../../../../src/core/sidecar/shape';

function sidecar(...words: readonly string[]) {
  const mentions = words.map((exact) => ({ exact }));
  const quotes = words.map((exact) => ({ kind: 'direct', content: [{ exact }] }));
  return { chiosa: 1, entities: { x: { name: 'X', type: 'person', mentions } }, quotes };
}

/** The words of the mentions, and of the quotes, in the order that a merge of two sidecars has. */
function ordered(frame: readonly string[], other: readonly string[]): string[][] {
  const all = [...new Set([...frame, ...other])].sort();
  const data = inLineOrder(
    sidecar(...all),
    sidecar(...frame) as unknown as SidecarData,
    sidecar(...other) as unknown as SidecarData,
  ) as ReturnType<typeof sidecar>;
  return [
    data.entities.x.mentions.map(({ exact }) => exact),
    data.quotes.flatMap(({ content }) => content.map(({ exact }) => exact)),
  ];
}

describe('inLineOrder', () => {
  it('puts what only one has behind what it stands behind there', () => {
    for (const order of ordered(['d', 'b', 'a'], ['e', 'd', 'c', 'a', 'f'])) {
      assert.deepEqual(order, ['e', 'd', 'c', 'b', 'a', 'f']);
    }
  });

  it('keeps several that follow each other together', () => {
    for (const order of ordered(['z', 'a'], ['z', 'y', 'x', 'a'])) {
      assert.deepEqual(order, ['z', 'y', 'x', 'a']);
    }
  });

  it('puts what neither has at the end, and has nothing to order where there are no lists', () => {
    const frame = sidecar('b', 'a') as unknown as SidecarData;
    const { entities } = inLineOrder(sidecar('c', 'a', 'b'), frame, frame) as ReturnType<
      typeof sidecar
    >;
    assert.deepEqual(
      entities.x.mentions.map(({ exact }) => exact),
      ['b', 'a', 'c'],
    );
    assert.deepEqual(inLineOrder({ chiosa: 1 }, frame, frame), { chiosa: 1 });
  });
});
