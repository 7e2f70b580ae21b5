import assert from 'node:assert/strict';
import {
  blocksWriting,
  isOfGit,
  problem,
  problemKinds,
  severityOf,
  startOfFile,
  type ProblemCode,
} from '../../../../src/core/check/problem';

const codes = Object.keys(problemKinds) as ProblemCode[];

describe('problem', () => {
  it('is a value with a code, a place and details', () => {
    assert.deepEqual(problem('unknown-key', startOfFile, { key: 'sì' }), {
      code: 'unknown-key',
      range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
      detail: { key: 'sì' },
    });
    assert.deepEqual(problem('text-changed', startOfFile).detail, {});
  });

  it('has its code by the reason, where there is one', () => {
    assert.deepEqual(problem('invalid-value/list', startOfFile, { path: 'quotes' }), {
      code: 'invalid-value',
      reason: 'invalid-value/list',
      range: startOfFile,
      detail: { path: 'quotes' },
    });
  });
});

describe('severityOf', () => {
  it('is what scripts rely on', () => {
    const of = (severity: string) => codes.filter((code) => severityOf(code) === severity);
    assert.deepEqual(of('warning'), [
      'unknown-type',
      'unknown-quote-kind',
      'unknown-attribute-value',
      'misplaced-attribute',
      'differing-name',
      'differing-type',
      'differing-link',
      'duplicate-annotation',
    ]);
    assert.deepEqual(of('info'), [
      'unknown-key',
      'entity-elsewhere',
      'shared-name',
      'quote-without-speaker',
      'text-changed',
    ]);
    assert.equal(of('error').length, codes.length - 13);
  });
});

describe('blocksWriting', () => {
  it('is so for whatever a write would destroy', () => {
    const blocking = codes.filter((code) => blocksWriting([problem(code, startOfFile)]));
    assert.deepEqual(blocking, [
      'yaml-syntax',
      'duplicate-key',
      'merge-conflict',
      'version-missing',
      'version-newer',
      'invalid-value',
      'file-too-large',
      'file-binary',
      'file-not-utf8',
      'file-unreadable',
    ]);
  });

  it('is not so for what a merge has left to decide, unless git’s marks are left', () => {
    const kept = [
      problem('merge-conflict/versions', startOfFile),
      problem('merge-conflict/removed', startOfFile),
    ];
    assert.ok(!blocksWriting(kept));
    const marks = problem('merge-conflict', startOfFile);
    assert.ok(blocksWriting([...kept, marks]));
    assert.deepEqual([...kept, marks].filter(isOfGit), [marks]);
  });

  it('is so where one of several does', () => {
    const [note, bad] = [problem('unknown-key', startOfFile), problem('yaml-syntax', startOfFile)];
    assert.ok(blocksWriting([note, bad, note]));
    assert.ok(!blocksWriting([note, note]));
    assert.ok(!blocksWriting([]));
  });

  it('is never so for a mere note or warning', () => {
    for (const code of codes.filter((each) => severityOf(each) !== 'error')) {
      assert.ok(!blocksWriting([problem(code, startOfFile)]), code);
    }
  });
});
