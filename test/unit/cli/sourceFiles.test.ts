import assert from 'node:assert/strict';
import { readIfThere, readSource, unreadable } from '../../../src/cli/sourceFiles';
import { withFolder } from '../../support/files';

describe('readSource', () => {
  it('gives the words of a file, or why there are none', () =>
    withFolder({ 'è.yaml': '\uFEFFsì\r\n', 'b.yaml': 'a\0', 'c/d': '' }, async (folder) => {
      const read = async (file: string) => {
        const source = await readSource(file, folder);
        return (
          source && [source.text, source.mark, ...source.problems.map((each) => each.problem.code)]
        );
      };
      assert.deepEqual(await read('è.yaml'), ['sì\r\n', '\uFEFF']);
      assert.deepEqual(await read('b.yaml'), [undefined, '', 'file-binary']);
      assert.deepEqual(await read('c'), [undefined, '', 'file-unreadable']);
      assert.equal(await read('gone.yaml'), undefined);
    }));
});

describe('readIfThere', () => {
  it('gives the bytes, an error, or nothing', () =>
    withFolder({ a: 'A', 'c/d': '' }, async (folder) => {
      assert.deepEqual([...((await readIfThere(`${folder}/a`)) as Uint8Array)], [65]);
      assert.ok((await readIfThere(`${folder}/c`)) instanceof Error);
      assert.equal(await readIfThere(`${folder}/gone`), undefined);
    }));
});

describe('unreadable', () => {
  it('is a problem with the file as a whole', () => {
    const { file, problem } = unreadable('a.txt', new Error('no'));
    assert.deepEqual(
      [file, problem.code, problem.detail],
      ['a.txt', 'file-unreadable', { reason: 'no' }],
    );
  });
});
