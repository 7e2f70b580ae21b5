// @ts-check
// How many tests passed: the line that each runner here closes on.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts @returns {string} the closing line */
export function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * What a runner says in its closing line, or mocha in its last lines (each of which has one number).
 * @param {string} line
 * @returns {Partial<Counts> | undefined}
 */
export function parseCounts(line) {
  const closing = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
  if (closing) {
    const [passed, failed, skipped = '0'] = closing.slice(1);
    return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
  }
  const mocha = /^ {2}(\d+) (passing \(\d+\w+\)|failing|pending)$/.exec(line);
  if (!mocha) return undefined;
  const count = Number(mocha[1]);
  if (mocha[2] === 'failing') return { failed: count };
  return mocha[2] === 'pending' ? { skipped: count } : { passed: count };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return all.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
