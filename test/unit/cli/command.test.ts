import assert from 'node:assert/strict';
import { exitStatus, parsePathsAndFormat, UsageError } from '../../../src/cli/command';

const formats = ['text', 'json'] as const;
const parsed = (...args: readonly string[]) => parsePathsAndFormat(args, [...formats]);

describe('parsePathsAndFormat', () => {
  it('takes paths, and the first format where none is said', () => {
    assert.deepEqual(parsed('a b.txt', 'è'), { paths: ['a b.txt', 'è'], format: 'text' });
    assert.deepEqual(parsed(), { paths: [], format: 'text' });
  });

  it('takes a format anywhere, in both notations', () => {
    assert.deepEqual(parsed('--format', 'json', 'a'), { paths: ['a'], format: 'json' });
    assert.deepEqual(parsed('a', '--format=json', 'b'), { paths: ['a', 'b'], format: 'json' });
  });

  it('takes what follows two dashes for paths', () => {
    assert.deepEqual(parsed('--', '--format', '-x'), { paths: ['--format', '-x'], format: 'text' });
  });

  for (const args of [
    ['--format', 'xml'],
    ['--format='],
    ['--format'],
    ['--what'],
    ['-x', 'a'],
    ['--format', 'TEXT'],
  ]) {
    it(`does not take ${args.join(' ')}`, () => {
      assert.throws(() => parsed(...args), UsageError);
    });
  }

  it('says which formats there are', () => {
    assert.throws(() => parsed('--format', 'xml'), {
      message: '--format is one of text, json, not “xml”.',
    });
  });
});

describe('exitStatus', () => {
  it('is what scripts rely on', () => {
    assert.deepEqual(exitStatus, { fine: 0, problems: 1, usage: 2, inaccessible: 3 });
  });
});
