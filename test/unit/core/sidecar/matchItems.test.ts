import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchItems } from '../../../../src/core/sidecar/matchItems';
import { itHolds } from '../../../support/property';

const quote = (exact: string, speaker?: string) => ({
  content: [{ exact }],
  ...(speaker !== undefined && { speaker }),
});

describe('matchItems', () => {
  it('finds each item that is there', () => {
    assert.deepEqual(matchItems(['a', 'b', 'c'], ['c', 'a', 'd']), [2, 0, undefined]);
  });

  it('does not mind the order of keys', () => {
    assert.deepEqual(matchItems([{ prefix: 'a', exact: 'b' }], [{ exact: 'b', prefix: 'a' }]), [0]);
  });

  it('finds each of several that say the same once', () => {
    assert.deepEqual(matchItems(['a', 'a'], ['a', 'a', 'a']), [0, 1, undefined]);
    assert.deepEqual(matchItems(['a', 'a', 'a'], ['a', 'a']), [0, 1]);
  });

  it('takes a quote with the same content for the same quote', () => {
    assert.deepEqual(matchItems([quote('a'), quote('b')], [quote('b', 'x'), quote('a')]), [1, 0]);
    assert.deepEqual(matchItems([quote('a')], [quote('b')]), [undefined]);
  });

  it('prefers an equal quote to one with the same content', () => {
    assert.deepEqual(
      matchItems([quote('a'), quote('a', 'x')], [quote('a', 'x'), quote('a')]),
      [1, 0],
    );
    assert.deepEqual(
      matchItems([quote('a'), quote('a', 'x')], [quote('a', 'y'), quote('a', 'x')]),
      [0, 1],
    );
  });

  it('takes no mention for another', () => {
    assert.deepEqual(matchItems([{ exact: 'a' }], [{ exact: 'a', prefix: 'b' }]), [undefined]);
  });

  const items = fc.constantFrom('a', 'b', null, 5, quote('a'), quote('a', 'x'), quote('b'), [1]);
  const lists = fc.array(items, { maxLength: 8 });
  itHolds(
    'uses no item twice and leaves no equal one over',
    fc.tuple(lists, lists),
    ([old, now]) => {
      const matches = matchItems(old, now);
      const used = matches.filter((match) => match !== undefined);
      assert.equal(matches.length, now.length);
      assert.equal(new Set(used).size, used.length);
      assert.ok(used.every((match) => match < old.length));
      const words = (item: unknown) => JSON.stringify(item);
      const left = now.filter((_, index) => matches[index] === undefined).map(words);
      const unused = old.filter((_, index) => !used.includes(index)).map(words);
      assert.ok(left.every((item) => !unused.includes(item)));
    },
  );
});
