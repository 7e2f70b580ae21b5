import assert from 'node:assert/strict';
import { asLine, reported, statusOf } from '../../../src/cli/report';
import { problem, type ProblemCode } from '../../../src/core/check/problem';

const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 9 } };
const found = (code: ProblemCode) =>
  reported({ file: 'a b.txt', problem: problem(code, range, { key: 'è' }) });

describe('reported', () => {
  it('counts lines and columns from 1, and says severity and sentence', () => {
    assert.deepEqual(found('duplicate-key'), {
      file: 'a b.txt',
      line: 3,
      column: 8,
      severity: 'error',
      code: 'duplicate-key',
      message: 'The key “è” stands here twice. Keep one of the two.',
    });
  });
});

describe('asLine', () => {
  it('is a line as compilers print it', () => {
    assert.equal(
      asLine(found('unknown-key')),
      'a b.txt:3:8: info: “è” is not a key of the format. It is kept as it is. [unknown-key]\n',
    );
  });
});

describe('statusOf', () => {
  it('is 3 for what could not be read, 1 for errors and warnings, 0 for notes', () => {
    const statuses = (...codes: readonly ProblemCode[]) => statusOf(codes.map(found));
    assert.equal(statuses(), 0);
    assert.equal(statuses('unknown-key', 'text-changed', 'quote-without-speaker'), 0);
    assert.equal(statuses('unknown-key', 'unknown-type'), 1);
    assert.equal(statuses('anchor-lost'), 1);
    assert.equal(statuses('file-not-utf8'), 1);
    assert.equal(statuses('yaml-syntax', 'file-unreadable', 'unknown-key'), 3);
  });
});
