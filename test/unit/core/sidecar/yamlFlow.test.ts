import assert from 'node:assert/strict';
import { readFlow } from '../../../../src/core/sidecar/yamlFlow';
import { dataOf, GrowingNode } from '../../../../src/core/sidecar/yamlNode';

/** What the flow collection at the beginning of a source says, and the source up to its end. */
function read(source: string, column = -1): [unknown, string] {
  const owner = new GrowingNode('', { start: 0, end: 0 });
  const end = readFlow(source, owner, 0, column);
  assert.deepEqual(owner.flow, { start: 0, end });
  return [dataOf(source, owner), source.slice(0, end)];
}

describe('readFlow', () => {
  it('reads mappings and lists, one in the other', () => {
    const source = '{ a: [ 1, "b, }" ], c d: { e: f:g }, \'h\': [], i }';
    assert.deepEqual(read(`${source} # j: k`), [
      { a: [1, 'b, }'], 'c d': { e: 'f:g' }, h: undefined, i: undefined },
      source,
    ]);
    assert.deepEqual(read('[ { a: b }, c: d ] e'), [[{ a: 'b' }, 'c: d'], '[ { a: b }, c: d ]']);
  });

  it('goes on in lines that are indented, comments passed over', () => {
    const source = '{\n  a: b, # c: {\n  d: [\n    e ]\n}';
    assert.deepEqual(read(`${source}\nf: g`, 0), [{ a: 'b', d: ['e'] }, source]);
  });

  it('ends what is not closed where its words do', () => {
    assert.deepEqual(read('{ a: [ b, "c\nd: e', 0), [{ a: ['b', 'c'] }, '{ a: [ b, "c']);
    assert.deepEqual(read('[ a, b:'), [['a', 'b:'], '[ a, b:']);
    assert.deepEqual(read('{'), [undefined, '{']);
  });
});
