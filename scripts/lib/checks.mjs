// @ts-check
// Runs checks that build on each other, and counts them.
import path from 'node:path';
import { root } from './setUp.mjs';

/** @typedef {readonly [name: string, check: () => Promise<void> | void]} Check */

/**
 * Runs the checks in order; after one that fails the rest is skipped. Prints a line for each.
 * @param {readonly Check[]} checks
 * @param {import('playwright-core').Page} [page] whose picture is taken where a check fails
 * @param {string} [picture] the name of that picture, in out-test
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runChecks(checks, page, picture = 'failed.png') {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, check] of checks) {
    if (counts.failed > 0) {
      console.log(`  - ${name}`);
      counts.skipped += 1;
      continue;
    }
    try {
      await check();
      console.log(`  ✔ ${name}`);
      counts.passed += 1;
    } catch (error) {
      console.log(`  ✘ ${name}\n${String(error)}`);
      counts.failed += 1;
      await page?.screenshot({ path: path.join(root, 'out-test', picture) }).catch(() => undefined);
    }
  }
  return counts;
}
