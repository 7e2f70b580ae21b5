import assert from 'node:assert/strict';
import { isHollow, saysTheSame } from '../../../../src/core/sidecar/sameMeaning';

const [a, b] = [{ exact: 'a' }, { exact: 'b' }];
const entities = (mentions: unknown) => ({ entities: { x: { name: 'X', type: 't', mentions } } });

describe('saysTheSame', () => {
  const same: readonly [what: string, one: unknown, other: unknown][] = [
    ['keys in another order', { chiosa: 1, x: { p: 1, q: 2 } }, { x: { q: 2, p: 1 }, chiosa: 1 }],
    ['mentions in another order', entities([a, b, a]), entities([b, a, a])],
    [
      'quotes in another order',
      { quotes: [{ content: [a] }, { content: [b] }] },
      { quotes: [{ content: [b] }, { content: [a] }] },
    ],
    ['no mentions', entities([]), { entities: { x: { name: 'X', type: 't' } } }],
    ['nothing at all', { entities: {}, quotes: [], article: {}, x: { y: [] } }, {}],
  ];
  for (const [what, one, other] of same) {
    it(`takes sidecars for the same with ${what}`, () => {
      assert.ok(saysTheSame(one, other));
      assert.ok(saysTheSame(other, one));
    });
  }

  const different: readonly [what: string, one: unknown, other: unknown][] = [
    ['another value', { x: 1 }, { x: 2 }],
    ['a mention more', entities([a]), entities([a, a])],
    ['a mention of another entity', entities([a]), { entities: { y: entities([a]).entities.x } }],
    [
      'content in another order',
      { quotes: [{ content: [a, b] }] },
      { quotes: [{ content: [b, a] }] },
    ],
    ['pieces in another order', entities([{ spans: [a, b] }]), entities([{ spans: [b, a] }])],
    ['an unknown list in another order', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }],
    ['a key that says nothing', { x: null }, {}],
    ['an empty item in a list', { tags: [{}] }, { tags: [] }],
    ['words for a number', { x: '1' }, { x: 1 }],
    ['no mapping', [], 'x'],
  ];
  for (const [what, one, other] of different) {
    it(`does not take sidecars for the same with ${what}`, () => {
      assert.ok(!saysTheSame(one, other));
      assert.ok(!saysTheSame(other, one));
    });
  }
});

describe('isHollow', () => {
  it('is so for an empty list or mapping only', () => {
    assert.ok(isHollow([]) && isHollow({}));
    for (const value of [null, undefined, '', 0, false, [0], { a: undefined }])
      assert.ok(!isHollow(value));
  });
});
