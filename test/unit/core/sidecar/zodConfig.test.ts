import assert from 'node:assert/strict';
import * as z from 'zod';
import { isReason } from '../../../../src/core/check/messages';
import '../../../../src/core/sidecar/zodConfig';

const shape = z.object({
  name: z.string().min(1),
  list: z.array(z.string()).optional(),
  map: z.record(z.string().min(1), z.string()).optional(),
  object: z.looseObject({}).optional(),
  kind: z.enum(['a', 'b']).optional(),
  count: z.int().optional(),
  part: z.number().optional(),
  other: z.bigint().optional(),
});

function reasonsOf(value: object): string[] {
  return shape.safeParse({ name: 'x', ...value }).error?.issues.map(({ message }) => message) ?? [];
}

describe('what Zod says of a misfit', () => {
  it('is the name of a reason', () => {
    assert.deepEqual(reasonsOf({}), []);
    assert.deepEqual(reasonsOf({ name: undefined }), ['invalid-value/missing']);
    assert.deepEqual(reasonsOf({ name: 5 }), ['invalid-value/text']);
    assert.deepEqual(reasonsOf({ name: '' }), ['invalid-value/empty']);
    assert.deepEqual(reasonsOf({ list: 'x' }), ['invalid-value/list']);
    assert.deepEqual(reasonsOf({ map: [] }), ['invalid-value/names']);
    assert.deepEqual(reasonsOf({ map: { '': 'x' } }), ['invalid-value/empty']);
    assert.deepEqual(reasonsOf({ object: [] }), ['invalid-value/mapping']);
    assert.deepEqual(reasonsOf({ kind: 'c' }), ['invalid-value/one-of']);
    assert.deepEqual(reasonsOf({ count: 1.5 }), ['invalid-value/whole-number']);
    assert.deepEqual(reasonsOf({ part: 'x' }), ['invalid-value/number']);
  });

  it('is no reason where there is no sentence for it', () => {
    const [message = ''] = reasonsOf({ other: 'x' });
    assert.ok(message !== '' && !isReason(message), message);
  });
});
