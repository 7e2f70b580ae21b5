import assert from 'node:assert/strict';
import path from 'node:path';
import { Projects } from '../../../src/cli/projects';
import { asLine, reported, schemaProblems, statusOf, unwritable } from '../../../src/cli/report';
import { problem, type ProblemCode } from '../../../src/core/check/problem';
import { withFolder } from '../../support/files';

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

describe('unwritable', () => {
  it('is a problem with the file as a whole, and says why', () => {
    assert.equal(
      asLine(unwritable('a.txt', new Error('no'))),
      'a.txt:1:1: error: This file cannot be written: no [file-unwritable]\n',
    );
  });
});

describe('schemaProblems', () => {
  it('are those of the folders of articles, each once', () =>
    withFolder(
      { 'in/chiosa.yaml': 'types: { a: { key: q } }\n', 'in/it/a.txt': '' },
      async (folder) => {
        const files = ['b.txt', 'in/it/a.txt', 'in/c.txt', 'in/it/d.txt'];
        const problems = await schemaProblems(files, new Projects(folder));
        assert.deepEqual(
          problems.map(({ file, code }) => [file, code]),
          [[path.join('in', 'chiosa.yaml'), 'reserved-key']],
        );
      },
    ));
});

describe('statusOf', () => {
  it('is 3 for what could not be read or written, 1 for errors and warnings, 0 for notes', () => {
    const statuses = (...codes: readonly ProblemCode[]) => statusOf(codes.map(found));
    assert.equal(statuses(), 0);
    assert.equal(statuses('unknown-key', 'text-changed', 'quote-without-speaker'), 0);
    assert.equal(statuses('unknown-key', 'unknown-type'), 1);
    assert.equal(statuses('anchor-lost'), 1);
    assert.equal(statuses('file-not-utf8'), 1);
    assert.equal(statuses('yaml-syntax', 'file-unreadable', 'unknown-key'), 3);
    assert.equal(statusOf([unwritable('a.txt', new Error('no'))]), 3);
  });
});
