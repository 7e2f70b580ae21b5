import assert from 'node:assert/strict';
import {
  changedPairs,
  mergedList,
  mentionSort,
  quoteSort,
} from '../../../../src/core/merge/mergedList';
import type { Mention } from '../../../../src/core/model/annotation';
import { mentionOf, quoteOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦La ⟦sindaca⟧⟧ ⟦Ada⟧ e ⟦Bea⟧: «⟦Non ⟦ora⟧⟧».');
const [long, short, ada, bea, all, part] = [0, 1, 2, 3, 4, 5].map((i) => nth(spans, i));
assert.ok(long && short && ada && bea && all && part);
const lost = (entity: string, exact: string): Mention => ({
  entity,
  target: { selectors: [{ exact }] },
});

describe('changedPairs', () => {
  it('pairs what has other boundaries, but not with what is of another entity', () => {
    const before = mentionOf('ada', text, long);
    const now = [mentionOf('bea', text, short), mentionOf('ada', text, short)];
    const pairs = changedPairs([before], now, mentionSort);
    assert.equal(pairs.secondOf(before), now[1]);
  });

  it('pairs what has another entity at the same place', () => {
    const [before, now] = [mentionOf('ada', text, ada), mentionOf('bea', text, ada)];
    assert.equal(changedPairs([before], [now], mentionSort).secondOf(before), now);
  });

  it('pairs what has no place in one of the lists by its words', () => {
    const placed = mentionOf('ada', text, ada);
    const gone = lost('ada', 'Ada');
    assert.equal(changedPairs([placed], [gone], mentionSort).secondOf(placed), gone);
    assert.equal(changedPairs([gone], [placed], mentionSort).secondOf(gone), placed);
    const other = lost('bea', 'Ada');
    assert.equal(changedPairs([placed], [other], mentionSort).secondOf(placed), undefined);
  });

  it('pairs quotes whose contents share words', () => {
    const [before, now] = [quoteOf(text, [all]), quoteOf(text, [part])];
    assert.equal(changedPairs([before], [now], quoteSort).secondOf(before), now);
  });
});

describe('mergedList', () => {
  it('has both of two that only overlap and were added', () => {
    const [ours, theirs] = [[mentionOf('ada', text, long)], [mentionOf('ada', text, short)]];
    const merged = mergedList({ base: [], ours, theirs }, mentionSort);
    assert.deepEqual(merged, [...ours, ...theirs]);
  });

  it('has them in the order of the text, those without a place last', () => {
    const ours = [mentionOf('bea', text, bea), lost('x', 'X')];
    const theirs = [mentionOf('ada', text, ada)];
    const merged = mergedList({ base: [], ours, theirs }, mentionSort);
    assert.deepEqual(
      merged.map(({ entity }) => entity),
      ['ada', 'bea', 'x'],
    );
  });

  it('leaves twice what one side has twice', () => {
    const twice = [mentionOf('ada', text, ada), mentionOf('ada', text, ada)];
    assert.equal(mergedList({ base: [], ours: twice, theirs: [] }, mentionSort).length, 2);
    assert.equal(mergedList({ base: [], ours: twice, theirs: twice }, mentionSort).length, 2);
    const once = twice.slice(1);
    assert.equal(mergedList({ base: [], ours: twice, theirs: once }, mentionSort).length, 2);
    assert.equal(mergedList({ base: twice, ours: twice, theirs: once }, mentionSort).length, 1);
  });
});
