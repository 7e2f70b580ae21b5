import assert from 'node:assert/strict';
import * as z from 'zod';
import '../../../../src/core/sidecar/zodConfig';

const shape = z.object({
  name: z.string().min(1),
  list: z.array(z.string()).optional(),
  map: z.record(z.string(), z.string()).optional(),
  kind: z.enum(['a', 'b']).optional(),
  count: z.int().optional(),
});

function sentencesOf(value: object): string[] {
  return shape.safeParse({ name: 'x', ...value }).error?.issues.map(({ message }) => message) ?? [];
}

describe('the sentences of Zod', () => {
  it('are for the person who wrote the file by hand', () => {
    assert.deepEqual(sentencesOf({}), []);
    assert.deepEqual(sentencesOf({ name: undefined }), ['this is missing']);
    assert.deepEqual(sentencesOf({ name: 5 }), ['this must be text: put it in quotation marks']);
    assert.deepEqual(sentencesOf({ name: '' }), ['this must not be empty']);
    assert.deepEqual(sentencesOf({ list: 'x' }), ['this must be a list']);
    assert.deepEqual(sentencesOf({ map: [] }), [
      'this must be a mapping of names to what they are',
    ]);
    assert.deepEqual(sentencesOf({ kind: 'c' }), ['this is one of a, b']);
    assert.deepEqual(sentencesOf({ count: 1.5 }), ['this must be a whole number']);
  });
});
