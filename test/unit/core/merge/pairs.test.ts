import assert from 'node:assert/strict';
import { Pairs } from '../../../../src/core/merge/pairs';

interface Item {
  readonly name: string;
  readonly at: readonly [start: number, end: number];
}
const item = (name: string, start = 0, end = 1): Item => ({ name, at: [start, end] });
const targetOf = ({ at: [start, end] }: Item) => ({ selectors: [], spans: [{ start, end }] });
const nameOf = ({ name }: Item) => name;

describe('Pairs', () => {
  it('pairs by a key, in the order of the lists, each item once', () => {
    const [first, second] = [
      [item('a', 1), item('a', 2), item('b')],
      [item('a', 3), item('c'), item('a', 4), item('a', 5)],
    ];
    const pairs = new Pairs(first, second).byKey(nameOf);
    assert.deepEqual(
      first.map((each) => pairs.secondOf(each)?.at[0]),
      [3, 4, undefined],
    );
    assert.deepEqual(pairs.freeSecond().map(nameOf), ['c', 'a']);
  });

  it('pairs by further keys what has no pair, and leaves what has', () => {
    const [a, b] = [item('a'), item('b')];
    const [b2, c] = [item('b'), item('c')];
    const pairs = new Pairs([a, b], [b2, c]).byKey(nameOf).byKey(() => 'any');
    assert.equal(pairs.secondOf(b), b2);
    assert.equal(pairs.secondOf(a), c);
  });

  it('may have other keys for the second list, and none for some', () => {
    const [a, b] = [item('a'), item('b')];
    const upper = [item('A'), item('B')];
    const pairs = new Pairs([a, b], upper).byKey(
      (each) => (each === b ? undefined : each.name),
      (each) => each.name.toLowerCase(),
    );
    assert.equal(pairs.secondOf(a), upper[0]);
    assert.equal(pairs.secondOf(b), undefined);
  });

  it('pairs those of a group that share most words first', () => {
    const [long, short] = [item('a', 0, 10), item('a', 8, 12)];
    const [one, two, other] = [item('a', 7, 12), item('a', 0, 3), item('b', 0, 10)];
    const pairs = new Pairs([long, short], [one, two, other]).byOverlap(targetOf, nameOf);
    assert.equal(pairs.secondOf(short), one);
    assert.equal(pairs.secondOf(long), two);
    assert.deepEqual(pairs.freeSecond(), [other]);
  });

  it('does not pair what shares no words', () => {
    const pairs = new Pairs([item('a', 0, 2)], [item('a', 2, 4)]).byOverlap(targetOf, nameOf);
    assert.equal(pairs.freeSecond().length, 1);
  });
});
