// @ts-check
// What the benchmarks share: running their bundles, and printing figures beside their limits.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './setUp.mjs';

/** @param {readonly number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
/** @param {number} ms */
export const inMs = (ms) => `${ms.toFixed(1)} ms`;

/**
 * What a bundle of the benchmarks prints.
 * @param {string} script @param {...string} args
 */
export function runBundle(script, ...args) {
  const file = path.join(root, 'out-bench', script);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', file, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * Prints a figure, and fails the run where its limit is not kept.
 * @param {string} what @param {string} figures @param {boolean} isKept
 */
export function report(what, figures, isKept) {
  console.log(`${isKept ? ' ' : '✗'} ${what.padEnd(26)} ${figures}`);
  if (!isKept) process.exitCode = 1;
}
