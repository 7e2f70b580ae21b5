// @ts-check
// Kills VS Code, with the extension in it, while an annotated article is being saved, and looks whether the
// sidecar is whole: byte by byte the one before, or the one that belongs to the new text.
//
//   node scripts/testKill.mjs [--times 2] [--seed 0.5]
//
// The bundles must have been built (node esbuild.mjs --tests). test/kill/run.ts edits and saves in the extension
// host. Every second kill falls anywhere in a save and a little behind it, and each other one within the writing of
// the sidecar. What a number of kills left is printed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './lib/browser.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { formatCounts } from './lib/counts.mjs';
import { fileMade, stopWaiting } from './lib/filesMade.mjs';
import { startServer } from './lib/serverHost.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';

const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '2' },
    seed: { type: 'string', default: Math.random().toFixed(3) },
  },
});
const times = Number(options.times);
/** Between 0 and 1. */
const seed = Number(options.seed);

/** With so many kills, some must come before the sidecar is replaced and some behind that. */
const many = 20;
/** Saves that are measured before the first kill. */
const measured = 4;

const name = 'long.txt';
const folder = temporaryFolder('chiosa-kill');
const control = temporaryFolder('chiosa-kill');
const article = path.join(folder, name);
const sidecar = `${article}.ann.yaml`;

const textNow = () => fs.readFileSync(article, 'utf8');
const sidecarNow = () => fs.readFileSync(sidecar, 'utf8');
/** What else is in the folder. */
const leftovers = () =>
  fs.readdirSync(folder).filter((file) => !sidecar.endsWith(file) && file !== name);

/** @param {string} script @param {readonly string[]} args */
function runNode(script, args) {
  const file = path.join(root, script);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: folder });
}

/**
 * Every annotation with its words, as the command line shows them. @param {string} file an article
 * @returns {{ annotations: string[], problems: string[] }}
 */
function shown(file) {
  const { stdout, stderr } = runNode('dist/cli.js', ['show', file, '--format', 'jsonl']);
  assert.ok(stdout, stderr);
  /** @type {unknown} */
  const json = JSON.parse(stdout);
  const { entities, quotes, problems } =
    /** @type {{ entities: { id: string, text: string }[], quotes: { content: number[][], cue: number[][], speaker: number[][] }[], problems: { code: string }[] }} */ (
      json
    );
  const text = Array.from(fs.readFileSync(file, 'utf8'));
  const words = (/** @type {number[][]} */ spans) =>
    spans.map(([start, end]) => text.slice(start, end).join('').trim()).join(' … ');
  return {
    annotations: [
      ...entities.map((each) => `${each.id}: ${each.text}`),
      ...quotes.map((quote) => [quote.content, quote.cue, quote.speaker].map(words).join(' | ')),
    ],
    problems: problems.map(({ code }) => code),
  };
}

/**
 * Whichever text a kill leaves with whichever sidecar, no annotation is lost.
 * @param {readonly string[]} annotations that there must be
 */
function compareAll(annotations) {
  const copy = path.join(temporaryFolder('chiosa-kill'), name);
  for (const text of sidecars.keys()) {
    for (const [itsText, source] of sidecars) {
      fs.writeFileSync(copy, text);
      fs.writeFileSync(`${copy}.ann.yaml`, source);
      const now = shown(copy);
      assert.deepEqual(now.annotations, annotations);
      assert.deepEqual(now.problems, text === itsText ? [] : ['text-changed']);
    }
  }
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const isTemporary = (/** @type {string} */ file) => file.endsWith('.tmp');
const told = (/** @type {string} */ what) =>
  // One that is being removed is heard of too.
  fileMade(control, (file) => file === what && fs.existsSync(path.join(control, what)));

/** Forgets what was told, and what was waited for and never came. */
function forget() {
  stopWaiting();
  for (const file of fs.readdirSync(control)) fs.rmSync(path.join(control, file));
}

/** Has the article edited and saved. */
function beginSave() {
  forget();
  const events = {
    saving: told('saving'),
    writing: fileMade(folder, isTemporary),
    written: fileMade(folder, (file) => sidecar.endsWith(file)),
    saved: told('saved'),
  };
  // Those that never come, since VS Code is killed or there is nothing to write, are no errors.
  for (const event of Object.values(events)) event.catch(() => undefined);
  fs.writeFileSync(path.join(control, 'go'), '');
  return events;
}

/** The sidecar that belongs to each text, as the extension writes it. @type {Map<string, string>} */
const sidecars = new Map();

const isAtRest = () => sidecars.get(textNow()) === sidecarNow();

/**
 * Saves some times and looks how long that takes.
 * @returns {Promise<Record<'save' | 'write', number>>} in ms, what the first save takes, as those do that are killed,
 *   and the median from the begin of the sidecar until it is there
 */
async function measure() {
  /** @type {Record<'save' | 'write', number>[]} */
  const all = [];
  for (let i = 0; i < measured; i += 1) {
    const { saving, writing, written, saved } = beginSave();
    const start = await saving;
    const [begun, there, end] = await Promise.all([writing, written, saved]);
    all.push({ save: end - start, write: there - begun });
    const known = sidecars.get(textNow());
    if (known !== undefined) assert.equal(sidecarNow(), known, 'the same text has another sidecar');
    sidecars.set(textNow(), sidecarNow());
  }
  assert.equal(sidecars.size, 2, 'the article goes to and fro between two texts');
  return { save: all[0]?.save ?? 0, write: median(all.map(({ write }) => write)) };
}

/** @param {import('playwright-core').Page} page @param {number} [port] */
async function startVsCode(page, port = 0) {
  const server = await startServer({
    testing: true,
    port,
    env: { CHIOSA_KILL: control },
    settings: { 'files.autoSave': 'off', 'files.hotExit': 'off' },
  });
  forget();
  const isOpen = told('saved');
  await page.goto(server.testsUrl(folder, path.join(root, 'out-test', 'kill', 'run.js')));
  await isOpen;
  return server;
}

/** @param {number} until in ms; a timer is late by more than a sidecar takes to write */
function spin(until) {
  while (performance.now() < until);
}

/**
 * @typedef {object} Outcome of a kill
 * @property {'old' | 'new'} kept the sidecar
 * @property {boolean} isCut whether VS Code, which writes the article in place, left only a part of it
 * @property {boolean} isLeft whether there is a new temporary file
 */

/**
 * Kills VS Code in a save and looks at what is left.
 * @param {import('./lib/serverHost.mjs').Server} server
 * @param {{ after: 'saving' | 'writing', delay: number }} moment in ms
 * @returns {Promise<Outcome>}
 */
async function killOnce(server, { after, delay }) {
  const old = sidecarNow();
  const [newText, fresh] = [...sidecars].find(([, source]) => source !== old) ?? [];
  assert.ok(isAtRest() && newText !== undefined);
  const before = leftovers().length;
  const start = await beginSave()[after];
  spin(start + delay);
  await server.kill();
  const found = sidecarNow();
  assert.ok(
    found === old || found === fresh,
    `${delay.toFixed(2)} ms after ${after}, of the sidecar of ${old.length} characters ${found.length} are left`,
  );
  assert.ok(leftovers().every(isTemporary), leftovers().join());
  const isCut = !sidecars.has(textNow());
  if (isCut) fs.writeFileSync(article, newText);
  return { kept: found === old ? 'old' : 'new', isCut, isLeft: leftovers().length > before };
}

/** @param {readonly Outcome[]} outcomes @param {string} which */
function report(outcomes, which) {
  const count = (/** @type {(outcome: Outcome) => boolean} */ is) => outcomes.filter(is).length;
  const kept = {
    old: count((each) => each.kept === 'old'),
    new: count((each) => each.kept === 'new'),
  };
  console.log(
    `  ✔ ${outcomes.length} kills ${which}: ${kept.old} left the old sidecar, ${kept.new} the new one; ` +
      `${count(({ isLeft }) => isLeft)} a temporary file, ${count(({ isCut }) => isCut)} only a part of the article`,
  );
}

async function main() {
  ensureDependencies();
  const { status, stderr } = runNode('out-test/kill/write.js', [folder]);
  assert.equal(status, 0, stderr);
  const { annotations } = shown(article);
  const leftLongAgo = path.join(folder, '.chiosa-3f0c2a51-7d1e-4b60-9c2f-8a5e6d7b1c90.tmp');
  fs.writeFileSync(leftLongAgo, 'chiosa: 1');
  fs.utimesSync(leftLongAgo, 0, 0);
  const { browser, page } = await launchBrowser();
  let server = await startVsCode(page);
  const { port } = new URL(`http://${server.authority}`);
  const took = await measure();
  assert.deepEqual(leftovers(), []);
  console.log('  ✔ a temporary file of long ago is gone after a save');
  compareAll(annotations);
  console.log('  ✔ each text and each sidecar agree on all annotations');
  console.log(
    `    ${annotations.length} of them, ${sidecarNow().length} characters; the first save took ${took.save.toFixed(1)} ms, ` +
      `to write the sidecar ${took.write.toFixed(1)} ms (median of ${measured}); seed ${seed}`,
  );
  /** @type {Record<'saving' | 'writing', Outcome[]>} */
  const outcomes = { saving: [], writing: [] };
  for (let i = 0; i < times; i += 1) {
    if (i > 0) server = await startVsCode(page, Number(port));
    if (!isAtRest()) await beginSave().saved;
    const after = i % 2 === 0 ? 'saving' : 'writing';
    // Multiples of the golden ratio spread evenly, however many there are.
    const share = (seed + i * 0.618_033_988_749_895) % 1;
    // That the writing has begun is heard a little late.
    const delay = after === 'saving' ? share * 1.5 * took.save : share ** 2 * 3 * took.write;
    outcomes[after].push(await killOnce(server, { after, delay }));
  }
  report(outcomes.saving, 'anywhere in a save');
  report(outcomes.writing, 'while the sidecar was written');
  const kept = Object.values(outcomes).flatMap((each) => each.map((outcome) => outcome.kept));
  if (times >= many) assert.equal(new Set(kept).size, 2, 'the moments are ill chosen');
  await browser.close();
  console.log(`[host] VS Code ${server.version}, server, the extension under development`);
  console.log(formatCounts({ passed: times + 2, failed: 0, skipped: 0 }));
}

await main().catch((/** @type {unknown} */ error) => {
  console.log(`  ✘ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  console.log(formatCounts({ passed: 0, failed: 1, skipped: 0 }));
  process.exit(1);
});
