// @ts-check
// All checks and tests, two at once, since most of what a window in VS Code does is to wait:
//
//   npm test -- [--only unit,host,…]
//
// A step that fails does not keep the others from running, except those that need what it makes. What a
// step prints comes when it is over; what failed is repeated after the table of all steps. The last line
// has the numbers of all tests; the exit code is 1 if any step failed.
import { parseArgs } from 'node:util';
import { formatCounts, parseCounts, sumCounts } from './lib/counts.mjs';
import { findFailures } from './lib/failures.mjs';
import { packageScript, runLines } from './lib/run.mjs';
import { installServers } from './lib/serverHost.mjs';
import { ensureDependencies } from './lib/setUp.mjs';
import { packageFile } from './lib/vsix.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} script of Node, with its arguments
 * @property {boolean} [tests] it runs tests, and says how many
 * @property {'build' | 'package'} [needs] the step that makes what it runs
 * @property {boolean} [alone] it writes what others read: all before it are over first, and those after it wait
 */

/** @returns {Step[]} */
const allSteps = () => [
  { name: 'build', script: ['esbuild.mjs', '--tests'], alone: true },
  {
    name: 'unit',
    // Beside other steps, on a slow machine, some take more than mocha's two seconds.
    script: [packageScript('mocha'), '--no-color', '--timeout=20000', 'out-test/unit/**/*.test.js'],
    tests: true,
    needs: 'build',
  },
  { name: 'typecheck', script: [packageScript('typescript', 'tsc'), '-b'] },
  { name: 'lint', script: [packageScript('eslint'), '.'] },
  { name: 'measure', script: ['scripts/measure.mjs'] },
  {
    name: 'format',
    script: [packageScript('prettier'), '--check', '--log-level=warn', '.'],
  },
  { name: 'grammar', script: ['scripts/testGrammar.mjs'], tests: true },
  ...hostSteps,
  { name: 'package', script: ['scripts/testPackage.mjs'], tests: true, alone: true },
  ...['user', 'keyboard', 'views', 'windows', 'corpus'].map((name) => ({
    name,
    script: [`scripts/test${name.replace(/^./, (first) => first.toUpperCase())}.mjs`],
    tests: true,
    needs: /** @type {const} */ ('package'),
  })),
  { name: 'kill', script: ['scripts/testKill.mjs'], tests: true, needs: 'build' },
  { name: 'jobs', script: ['scripts/testJobs.mjs'], tests: true, needs: 'build' },
];

/** What restricted mode could keep from working: files are written, the schema is read, git is near. */
const withoutTrust =
  '^(workspace trust|the extension|annotating|git|the disk|the schema of a project|a virtual file system|git’s marks in a sidecar,|a comparison with|setting git up where|committing annotations without) ';

/** Each way of asking VS Code for something, which the browser has to have, where files are read otherwise too. */
const everyWay =
  '^(the extension|annotating|the rows of the sidebar|rows of the sidebar|a concordance|the rows of a concordance|a sidecar, read as|completion in a sidecar|an annotated article is|the disk|git|a hover card|the corpus|a virtual file system|changes from outside|the schema of a project|git’s marks in a sidecar,|a comparison with) ';

/** The same for the oldest VS Code that is supported, which runs the very code that the newest one does. */
const oldWays =
  '^(the extension|annotating|rows of the sidebar|a concordance|a sidecar, read as|an annotated article is|the disk|git|a hover card|the corpus|a comparison|who made) ';

/** The same tests in several VS Codes. */
const hostSteps = [
  ['host', '--timeout', '1200'],
  ['web', '--bundle', 'web', '--grep', everyWay],
  ['min', '--host', 'server-min', '--grep', oldWays],
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
  needs: /** @type {const} */ ('build'),
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
async function runStep({ name, script, tests, needs }) {
  console.log(`… ${name}`);
  const started = Date.now();
  /** @type {import('./lib/counts.mjs').Counts | undefined} */
  let counts;
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const lines = [];
  const code = await runLines(process.execPath, script, {
    env: { ...process.env, ...(needs === 'package' ? { CHIOSA_PACKAGE: packageFile } : {}) },
    onLine: (line) => {
      lines.push(line);
      const found = tests ? parseCounts(line) : undefined;
      if (found) counts = { passed: 0, failed: 0, skipped: 0, ...counts, ...found };
      // Of closing lines, this script prints only its own.
      if (!found || line.startsWith(' ')) said.push(line);
    },
  });
  // Of two steps that run at once, one would write into the other.
  console.log([`\n=== ${name}`, ...said].join('\n'));
  const failure = findFailure(code, tests === true, counts);
  const failures = failure ? findFailures(lines) : [];
  const mark = '[host] VS Code ';
  const hosts = lines
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice('[host] '.length));
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
  return steps.filter(
    (step) => chosen.includes(step) || chosen.some(({ needs }) => needs === step.name),
  );
}

/** @param {Step} step @param {string} missing the step that it needs @returns {Promise<Result>} */
function skip({ name }, missing) {
  const failure = `not run without ${missing}`;
  return Promise.resolve({ name, failure, counts: undefined, hosts: [], failures: [], seconds: 0 });
}

/**
 * Runs steps, two at once. @param {readonly Step[]} steps
 * @returns {Promise<Result[]>} in the order of the steps
 */
async function runAll(steps) {
  /** By the names of the steps. @type {Map<string, Result>} */
  const results = new Map();
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  let isAlone = false;
  for (const step of steps) {
    while (running.size >= (step.alone || isAlone ? 1 : 2)) await Promise.race(running);
    isAlone = step.alone ?? false;
    const needed = results.get(step.needs ?? '');
    const run = needed?.failure ? skip(step, needed.name) : runStep(step);
    const over = run.then((result) => {
      results.set(step.name, result);
      running.delete(over);
    });
    running.add(over);
  }
  await Promise.all(running);
  return steps.flatMap(({ name }) => results.get(name) ?? []);
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  ensureDependencies();
  const steps = chooseSteps(values.only);
  // Two steps that install at once would be in each other's way.
  if (steps.some(({ needs, name }) => needs && name !== 'unit')) installServers();
  const results = await runAll(steps);
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
