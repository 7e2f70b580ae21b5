import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockOf, sourceOf, type Blocks } from '../../../../src/core/sidecar/blocks';
import { splicedBytes } from '../../../../src/core/sidecar/splice';
import { itHolds } from '../../../support/property';

const pool = ['a:\n', '- «è già»\n', '# 海\r\n', '- 👩‍🚀: e\u0301\n', ''].map((own) => blockOf(own));
const lists = fc.array(fc.nat(pool.length - 1), { maxLength: 8 });
const sidecars = fc
  .tuple(lists, lists, fc.constantFrom('', 'entities:\n'), fc.constantFrom('quotes:\n', '# –\n'))
  .map(([entities, quotes, head, between]): Blocks => {
    const blocks = (list: readonly number[]) => list.flatMap((i) => pool[i] ?? []);
    return {
      head,
      entities: new Map(blocks(entities).map((block, i) => [String(i), block])),
      between,
      quotes: blocks(quotes),
      tail: '# end\n',
      eol: '\n',
    };
  });

const encode = (source: string) => new TextEncoder().encode(source);

describe('a spliced sidecar', () => {
  itHolds(
    'is the one that all of its blocks make, in UTF-8',
    fc.tuple(sidecars, sidecars),
    ([before, after]) => {
      const source = sourceOf(before);
      assert.deepEqual(splicedBytes(before, after, encode(source)), encode(sourceOf(after)));
    },
  );

  it('is not made of bytes that are more than the source, as with a byte order mark', () => {
    const blocks: Blocks = {
      head: 'chiosa: 1\n',
      entities: new Map(),
      between: '',
      quotes: [],
      tail: '',
      eol: '\n',
    };
    assert.equal(splicedBytes(blocks, blocks, encode('\uFEFFchiosa: 1\n')), undefined);
    assert.deepEqual(splicedBytes(blocks, blocks, encode('chiosa: 1\n')), encode('chiosa: 1\n'));
  });
});
