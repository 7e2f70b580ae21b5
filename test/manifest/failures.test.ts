import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFailures } from '../../scripts/lib/failures.mjs';

/** What mocha prints of a file of tests, as `npm test` has it print. */
function runMocha(source: string): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-failures-'));
  try {
    const file = path.join(folder, 'some.test.cjs');
    fs.writeFileSync(file, source);
    const mocha = path.join(process.cwd(), 'node_modules', 'mocha', 'bin', 'mocha.js');
    const { stdout } = spawnSync(process.execPath, [mocha, '--no-color', '--no-config', file]);
    return stdout.toString().split('\n');
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `line ${String(index + 1)}`);

describe('what is repeated of a step that failed', () => {
  it('is each failed test with its error and where it stands, as mocha lists them', () => {
    const found = findFailures(
      runMocha(`
        describe('the weir', () => {
          it('holds', () => {});
          it('opens', () => { throw new Error('the gate is stuck'); });
          it('shuts', () => { throw new Error('no power'); });
        });
      `),
    ).join('\n');
    assert.match(found, /^ {2}2 failing\n/);
    assert.match(
      found,
      /1\) the weir\s+opens:\s+Error: the gate is stuck\s+at [^\n]*some\.test\.cjs:4/,
    );
    assert.match(found, /2\) the weir\s+shuts:\s+Error: no power/);
    assert.doesNotMatch(found, /holds/);
  });

  it('is the end of what it printed, where it lists no failures', () => {
    assert.deepEqual(findFailures(numbered(3)), numbered(3));
    assert.deepEqual(findFailures(numbered(100)), numbered(100).slice(60));
  });

  it('is the beginning of a list that is very long, and says that there is more', () => {
    const found = findFailures(['  passed', '  300 failing', ...numbered(300)]);
    assert.deepEqual(found.slice(0, 2), ['  300 failing', 'line 1']);
    assert.equal(found.at(-1), '… and 181 more lines, above');
    assert.equal(found.length, 121);
  });
});
