// @ts-check
// What a step that failed said about it: repeated at the end of a long log, of which often only the end is kept.

/** As many lines of a step are repeated at most. */
const mostLines = 120;

/** So many, where nothing in them says where the failures begin. */
const lastLines = 40;

/**
 * Mocha's list of failures, from its heading on: each test by name, with its error and stack. Where there is none,
 * as of a step that is no test or that did not come to its end, the last lines.
 * @param {readonly string[]} lines all that the step printed
 * @returns {string[]}
 */
export function findFailures(lines) {
  const heading = lines.findIndex((line) => /^ {2}\d+ failing$/.test(line));
  if (heading === -1) return lines.slice(-lastLines);
  const failures = lines.slice(heading);
  const left = failures.length - mostLines;
  return left > 0 ? [...failures.slice(0, mostLines), `… and ${left} more lines, above`] : failures;
}
