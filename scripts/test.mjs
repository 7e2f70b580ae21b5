// @ts-check
// All checks and tests, one after the other, but what needs no build beside what does:
//
//   npm test -- [--only unit,host,…]
//
// A step that fails does not keep the others from running, except that nothing runs without the build
// it needs. What failed is repeated after the table of all steps. The last line has the numbers of all tests; the
// exit code is 1 if any step failed.
import { parseArgs } from 'node:util';
import { formatCounts, parseCounts, sumCounts } from './lib/counts.mjs';
import { findFailures } from './lib/failures.mjs';
import { packageScript, runLines } from './lib/run.mjs';
import { ensureDependencies } from './lib/setUp.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} script of Node, with its arguments
 * @property {boolean} [tests] it runs tests, and says how many
 * @property {boolean} [built] it needs the step "build"
 * @property {boolean} [aside] it runs beside those that are not aside, and leaves them room
 */

/** @returns {Step[]} */
const allSteps = () => [
  { name: 'typecheck', script: [packageScript('typescript', 'tsc'), '-b'], aside: true },
  { name: 'lint', script: [packageScript('eslint'), '.'], aside: true },
  { name: 'measure', script: ['scripts/measure.mjs'], aside: true },
  {
    name: 'format',
    script: [packageScript('prettier'), '--check', '--log-level=warn', '.'],
    aside: true,
  },
  { name: 'build', script: ['esbuild.mjs', '--tests'] },
  {
    name: 'unit',
    script: [packageScript('mocha'), '--no-color', 'out-test/unit/**/*.test.js'],
    tests: true,
    built: true,
  },
  { name: 'grammar', script: ['scripts/testGrammar.mjs'], tests: true },
  ...hostSteps,
  { name: 'package', script: ['scripts/testPackage.mjs'], tests: true },
  { name: 'user', script: ['scripts/testUser.mjs'], tests: true },
  { name: 'windows', script: ['scripts/testWindows.mjs'], tests: true },
  { name: 'corpus', script: ['scripts/testCorpus.mjs'], tests: true },
  { name: 'keyboard', script: ['scripts/testKeyboard.mjs'], tests: true },
  { name: 'kill', script: ['scripts/testKill.mjs'], tests: true, built: true },
];

/** What restricted mode could keep from working: files are written, the schema is read, git is near. */
const withoutTrust =
  '^(workspace trust|the extension|annotating|annotation mode|git|the disk|entities|the schema of a project|typing in an annotated article|a virtual file system) ';

/** Without acts that differ only in what the core makes of them: what they ask of VS Code others ask too. */
const withoutCore =
  '^(?!a walk of acts|the real articles|difficult articles|a sidecar that cannot be read|acts on all articles|renaming a type|all occurrences|joining|walking|annotating quotes in one act)';

/** The same tests in several VS Codes. */
const hostSteps = [
  ['host'],
  ['web', '--bundle', 'web', '--grep', withoutCore],
  ['min', '--host', 'server-min', '--grep', withoutCore],
  ['untrusted', '--host', 'server', '--untrusted', '--grep', withoutTrust],
  ['italian', '--host', 'server', '--language', 'it', '--grep', 'in Italian'],
  ...['mac', 'windows'].map((platform) => [
    `keys-${platform}`,
    ...['--host', 'server', '--platform', platform, '--grep', 'the keys'],
  ]),
].map(([name = '', ...args]) => ({
  name,
  script: ['scripts/testHost.mjs', ...args],
  tests: true,
  built: true,
}));

/**
 * @typedef {object} Result
 * @property {string} name of the step
 * @property {string | undefined} failure why, if it failed
 * @property {import('./lib/counts.mjs').Counts | undefined} counts
 * @property {string[]} hosts which VS Codes it ran
 * @property {string[]} failures what it said about them
 * @property {number} seconds
 */

/** @param {Step} step @returns {Promise<Result>} */
async function runStep({ name, script, tests, aside }) {
  /** @type {string[]} */
  const said = [];
  // Of two steps that run at once, one would write into the other.
  const say = aside ? (/** @type {string} */ line) => void said.push(line) : console.log;
  say(`\n=== ${name}`);
  const started = Date.now();
  /** @type {import('./lib/counts.mjs').Counts | undefined} */
  let counts;
  /** @type {string[]} */
  const hosts = [];
  /** @type {string[]} */
  const lines = [];
  const code = await runLines(process.execPath, script, {
    onLine: (line) => {
      lines.push(line);
      const found = tests ? parseCounts(line) : undefined;
      if (found) counts = { passed: 0, failed: 0, skipped: 0, ...counts, ...found };
      if (line.startsWith('[host] VS Code ')) hosts.push(line.slice('[host] '.length));
      // Of closing lines, this script prints only its own.
      if (!found || line.startsWith(' ')) say(line);
    },
  });
  if (aside) console.log(said.join('\n'));
  const failure = findFailure(code, tests === true, counts);
  const failures = failure ? findFailures(lines) : [];
  return { name, failure, counts, hosts, failures, seconds: (Date.now() - started) / 1000 };
}

/**
 * @param {number} code @param {boolean} tests @param {import('./lib/counts.mjs').Counts | undefined} counts
 * @returns {string | undefined}
 */
function findFailure(code, tests, counts) {
  if (tests && !counts) return 'it did not say how many tests passed';
  if (counts && counts.passed + counts.failed === 0) return 'it ran no test';
  if (counts && counts.failed > 0) return `${counts.failed} failed`;
  return code === 0 ? undefined : `exit code ${code}`;
}

/** @param {readonly Result[]} results */
function printTable(results) {
  const rows = [['step', 'result', 'seconds']];
  for (const { name, failure, counts, seconds } of results) {
    const numbers = counts ? formatCounts(counts) : '';
    const failed = failure ? `FAILED (${failure})` : '';
    rows.push([name, [numbers, failed].filter(Boolean).join(' ') || 'ok', seconds.toFixed(1)]);
  }
  const [first = 0, second = 0] = [0, 1].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log('');
  for (const [step = '', result = '', seconds = ''] of rows) {
    console.log(`${step.padEnd(first)}  ${result.padEnd(second)}  ${seconds.padStart(7)}`);
  }
}

/** @param {string | undefined} only names of steps, with commas between @returns {Step[]} */
function chooseSteps(only) {
  const steps = allSteps();
  if (only === undefined) return steps;
  const names = only.split(',');
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    const known = steps.map((step) => step.name).join(', ');
    throw new Error(`There is no step "${unknown}": the steps are ${known}.`);
  }
  const chosen = steps.filter((step) => names.includes(step.name));
  const needsBuild = chosen.some((step) => step.built);
  return steps.filter((step) => chosen.includes(step) || (needsBuild && step.name === 'build'));
}

/** Runs steps one after the other. @param {readonly Step[]} steps */
async function runAll(steps) {
  /** @type {Result[]} */
  const results = [];
  for (const step of steps) {
    const unbuilt = step.built && results.some(({ name, failure }) => name === 'build' && failure);
    const none = { counts: undefined, hosts: [], failures: [], seconds: 0 };
    results.push(
      unbuilt ? { name: step.name, failure: 'not built', ...none } : await runStep(step),
    );
  }
  return results;
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  ensureDependencies();
  const steps = chooseSteps(values.only);
  const [aside, others] = [true, false].map((isAside) =>
    steps.filter((step) => (step.aside ?? false) === isAside),
  );
  const results = (await Promise.all([runAll(aside ?? []), runAll(others ?? [])])).flat();
  printTable(results);
  for (const { name, hosts } of results)
    for (const host of hosts) console.log(`${name} ran in ${host}`);
  for (const { name, failures } of results)
    if (failures.length > 0)
      console.log(`\n=== ${name}, what failed\n${failures.join('\n').trimEnd()}`);
  const failed = results.filter(({ failure }) => failure).map(({ name }) => name);
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  const counts = results.flatMap((result) => result.counts ?? []);
  if (counts.length > 0) console.log(`\n${formatCounts(sumCounts(counts))}`);
  return failed.length === 0;
}

process.exit((await main()) ? 0 : 1);
