import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areSameItems, equal, keySorted } from '../../../../src/core/model/equal';
import { itHolds } from '../../../support/property';

describe('equal', () => {
  const same: readonly [unknown, unknown][] = [
    [1, 1],
    ['a', 'a'],
    [null, null],
    [NaN, NaN],
    [[], []],
    [{}, {}],
    [
      [1, ['a', null]],
      [1, ['a', null]],
    ],
    [
      { exact: 'a', prefix: 'b' },
      { prefix: 'b', exact: 'a' },
    ],
    [{ spans: [{ a: 1, b: 2 }] }, { spans: [{ b: 2, a: 1 }] }],
  ];
  for (const [a, b] of same) {
    it(`takes ${JSON.stringify(a)} for ${JSON.stringify(b)}`, () => {
      assert.ok(equal(a, b));
    });
  }

  const different: readonly [unknown, unknown][] = [
    [1, '1'],
    [0, false],
    [null, undefined],
    [null, {}],
    [[], {}],
    [{}, []],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: undefined }, {}],
    [{ toString: 1 }, { valueOf: 1 }],
    ['a', ['a']],
    [{ 0: 'a' }, ['a']],
  ];
  for (const [a, b] of different) {
    it(`does not take ${JSON.stringify(a)} for ${JSON.stringify(b)}`, () => {
      assert.ok(!equal(a, b));
      assert.ok(!equal(b, a));
    });
  }

  const json = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );
  const values = fc.jsonValue({ maxDepth: 2 });
  itHolds(
    'agrees with comparing JSON whose keys are in order',
    fc.tuple(values, values),
    ([a, b]) => {
      assert.equal(equal(a, b), json(a) === json(b));
      assert.ok(equal(a, structuredClone(a)));
    },
  );
});

describe('keySorted', () => {
  itHolds(
    'gives the same words for equal values only',
    fc.tuple(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 })),
    ([one, other]) => {
      assert.equal(keySorted(one) === keySorted(other), equal(one, other));
    },
  );

  it('does not mind the order of keys, at any depth', () => {
    assert.equal(
      keySorted([{ b: { d: 1, c: 2 }, a: 1 }]),
      keySorted([{ a: 1, b: { c: 2, d: 1 } }]),
    );
    assert.notEqual(keySorted([1, 2]), keySorted([2, 1]));
  });
});

describe('areSameItems', () => {
  const [one, other] = [{ a: 1 }, { a: 1 }];

  it('takes the very same objects in the same order, and no others that are equal', () => {
    assert.ok(areSameItems([one, other], [one, other]));
    assert.ok(areSameItems([], []));
    assert.ok(!areSameItems([one, other], [other, one]));
    assert.ok(!areSameItems([one], [other]));
    assert.ok(!areSameItems([one], [one, other]));
  });
});

describe('a list and a mapping', () => {
  it('are not equal, whatever they hold', () => {
    assert.ok(!equal(['a'], { 0: 'a' }));
    assert.ok(!equal({ 0: 'a', length: 1 }, ['a']));
    assert.ok(!equal([], {}));
    assert.notEqual(keySorted(['a']), keySorted({ 0: 'a' }));
    assert.notEqual(keySorted([]), keySorted({}));
  });
});
