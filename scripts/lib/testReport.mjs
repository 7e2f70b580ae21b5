// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setUp.mjs';

const testMark = '[test] ';
const statsMark = '[test-stats] ';

/**
 * Tells what a test run in a VS Code prints (test/support) from the much that VS Code itself prints:
 * shows the one, and writes all to a log file.
 */
export class TestReport {
  #log;

  /** What the run reported at its end. @type {import('./counts.mjs').Counts | undefined} */
  counts;

  /** Of the VS Code that the run was in, by its own report. @type {string | undefined} */
  version;

  /** @param {string} name of the log file below out-test, without extension */
  constructor(name) {
    const folder = path.join(root, 'out-test');
    fs.mkdirSync(folder, { recursive: true });
    /** Where a picture of the window goes when the run fails. */
    this.screenshot = path.join(folder, `${name}.png`);
    this.logFile = path.join(folder, `${name}.log`);
    this.#log = fs.openSync(this.logFile, 'w');
    fs.rmSync(this.screenshot, { force: true });
  }

  /** @param {string} line */
  accept(line) {
    this.log(line);
    if (line.startsWith(statsMark)) {
      /** @type {unknown} */
      const stats = JSON.parse(line.slice(statsMark.length));
      const { version, ...counts } =
        /** @type {import('./counts.mjs').Counts & { version: string }} */ (stats);
      this.counts = counts;
      this.version = version;
    } else if (line.startsWith(testMark)) {
      console.log(line.slice(testMark.length));
    }
  }

  /** To the log file only. @param {string} text */
  log(text) {
    fs.writeSync(this.#log, `${text}\n`);
  }
}
