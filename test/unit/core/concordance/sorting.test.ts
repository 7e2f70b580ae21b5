import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Row } from '../../../../src/core/concordance/row';
import { orders, sorted } from '../../../../src/core/concordance/sorting';
import { itHolds } from '../../../support/property';

function rowAt(article: number, start: number, [left, keyword, right]: readonly string[]): Row {
  return {
    article,
    hit: { spans: [] },
    extent: { start, end: start + 1 },
    line: 0,
    left: left ?? '',
    keyword: keyword ?? '',
    right: right ?? '',
    names: {},
  };
}
const rows = [
  rowAt(1, 5, ['la grande', 'nave', 'parte']),
  rowAt(0, 9, ['una bella', 'Nave', '“Èlba”, dice']),
  rowAt(0, 2, ['che bella', 'barca', '2 volte']),
  rowAt(2, 0, ['', 'nave', '10 volte']),
];
const places = (order: (typeof orders)[number], dates: readonly (string | undefined)[] = []) =>
  sorted(rows, order, dates).map(
    ({ article, extent }) => `${String(article)}:${String(extent.start)}`,
  );

describe('sorted', () => {
  it('is in the order of articles and of the text', () => {
    assert.deepEqual(places('article'), ['0:2', '0:9', '1:5', '2:0']);
  });

  it('has the oldest articles first, those without a date last', () => {
    assert.deepEqual(places('date', ['2024-05-01', undefined, '2023']), [
      ...['2:0', '0:2', '0:9', '1:5'],
    ]);
  });

  it('goes by the words before, from the last one on', () => {
    assert.deepEqual(places('left'), ['2:0', '0:2', '0:9', '1:5']);
  });

  it('goes by the keyword without case, equal ones in the order of the text', () => {
    assert.deepEqual(places('keyword'), ['0:2', '0:9', '1:5', '2:0']);
  });

  it('goes by the words behind, without marks and accents, and numbers by their value', () => {
    assert.deepEqual(places('right'), ['0:2', '2:0', '0:9', '1:5']);
  });

  it('goes by characters in scripts without spaces', () => {
    const chinese = [
      rowAt(0, 0, ['他说海港', '大', '']),
      rowAt(1, 0, ['我们的港', '大', '']),
      rowAt(2, 0, ['海岸', '大', '']),
    ];
    const order = sorted(chinese, 'left', []).map(({ article }) => article);
    // Both that end with 港 stand together.
    assert.equal(Math.abs(order.indexOf(0) - order.indexOf(1)), 1);
  });

  const words = fc.array(fc.constantFrom('a', 'B', 'è', '港', '.', ' ', '7'), { maxLength: 4 });
  const random = fc.array(
    fc
      .tuple(fc.nat(2), fc.nat(3), words, words)
      .map(([article, start, left, right]) =>
        rowAt(article, start, [left.join(''), 'x', right.join('')]),
      ),
  );
  itHolds(
    'keeps all rows, and is the same from any order',
    random,
    (all) => {
      for (const order of orders) {
        const once = sorted(all, order, ['2024', '2023']);
        assert.deepEqual(new Set(once), new Set(all));
        const shape = (each: readonly Row[]) =>
          each.map(({ article, extent, left, right }) => [article, extent, left, right]);
        if (order === 'article') continue;
        const again = sorted(once, order, ['2024', '2023']);
        assert.deepEqual(shape(again), shape(once));
      }
    },
    200,
  );

  it('sorts 20,000 rows well within a second', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      rowAt(i % 840, i, [`parola ${String((i * 7919) % 1000)} di`, 'x', `poi ${String(i % 37)}`]),
    );
    const began = performance.now();
    assert.equal(sorted(many, 'left', []).length, 20_000);
    const took = performance.now() - began;
    assert.ok(took < 2000, `it took ${String(took)} ms`);
  });
});
