// @ts-check
// How fast the corpus is known: see `scripts/bench.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { benchInVsCode, readingTime } from './benchHost.mjs';
import { inMs, quantile, report, runBundle } from './benches.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { root } from './setUp.mjs';

const articles = 10_000;
const limits = { coldRatio: 1.5, warm: 2000, change: 20, memory: 500, delay: 100, renameRatio: 3 };

/**
 * @typedef {object} Cold what test/bench/index/cold.ts says
 * @property {number} sidecars
 * @property {number} entities
 * @property {{ ours: number, rival: number }[]} times in ms, of each round
 * @property {number} memory in MB
 * @property {number} kept in MB
 * @property {number} warm in ms
 * @property {number[]} changes in ms
 */

/** @param {string} json */
const parsed = (json) => /** @type {unknown} */ (JSON.parse(json));

export async function measureIndex() {
  const folder = temporaryFolder('chiosa-bench');
  try {
    const corpus = /** @type {{ annotations: number, widespread: string }} */ (
      parsed(runBundle('index/writeCorpus.js', folder, String(articles)))
    );
    const cold = /** @type {Cold} */ (
      parsed(
        runBundle(
          'index/cold.js',
          folder,
          path.join(root, 'dist', 'summaryWorker.js'),
          path.join(root, 'out-bench', 'index', 'yamlWorker.js'),
        ),
      )
    );
    console.log(
      `corpus: ${cold.sidecars} sidecars, ${corpus.annotations} annotations, ${cold.entities} entities`,
    );
    reportCold(cold);
    await measureInVsCode(folder, corpus.widespread);
  } finally {
    remove(folder);
  }
}

/** @param {Cold} cold */
function reportCold({ times, memory, kept, warm, changes }) {
  const median = (/** @type {'ours' | 'rival'} */ whose) =>
    quantile(
      times.map((each) => each[whose]),
      0.5,
    );
  const [ours, rival] = [median('ours'), median('rival')];
  const ratio = ours / rival;
  report(
    'cold',
    `${inMs(ours)}, js-yaml parsing the same files ${inMs(rival)} (medians of ${times.length}, on all cores) = ` +
      `${ratio.toFixed(2)} (at most ${limits.coldRatio})`,
    ratio <= limits.coldRatio,
  );
  report(
    'warm, without VS Code',
    `${inMs(warm)} from ${kept.toFixed(1)} MB that were kept (at most ${inMs(limits.warm)})`,
    warm <= limits.warm,
  );
  const worst = quantile(changes, 0.95);
  report(
    'one sidecar changed',
    `median ${inMs(quantile(changes, 0.5))}, 95th percentile ${inMs(worst)} (at most ${inMs(limits.change)})`,
    worst <= limits.change,
  );
  report(
    'memory',
    `${memory.toFixed(0)} MB (at most ${limits.memory} MB)`,
    memory <= limits.memory,
  );
}

/** @typedef {{ longestDelay: number, delay: number, memory: number }} Host what test/bench/index/host.ts says */
/** @typedef {Host & { files: number, rename: number, bare: number, safe: number }} Renamed the same, in ms */

/**
 * Opens the folder in the same VS Code again and again: the second time it knows from before what has not changed. The
 * third time an entity is renamed.
 * @param {string} folder @param {string} entity
 */
async function measureInVsCode(folder, entity) {
  await benchInVsCode(folder, 'index/host.js', async ({ control, logs, measured }) => {
    for (const [round, what] of ['cold in VS Code', 'warm in VS Code'].entries()) {
      let duration = 0;
      const host = await measured(async () => {
        duration = await readingTime(logs, round + 1);
        fs.writeFileSync(path.join(control, 'stop'), '');
      });
      fs.rmSync(path.join(control, 'stop'));
      reportInVsCode(what, duration, /** @type {Host} */ (host), round === 1);
    }
    fs.writeFileSync(path.join(control, 'rename'), entity);
    reportRenamed(/** @type {Renamed} */ (await measured(() => Promise.resolve())));
  });
}

/** @param {string} what @param {number} duration @param {Host} host @param {boolean} isWarm */
function reportInVsCode(what, duration, host, isWarm) {
  report(
    what,
    inMs(duration) + (isWarm ? ` (at most ${inMs(limits.warm)})` : ''),
    !isWarm || duration <= limits.warm,
  );
  reportHost(host);
}

/** @param {Renamed} renamed */
function reportRenamed({ files, rename, bare, safe, ...host }) {
  const ratio = rename / bare;
  report(
    'entity renamed in VS Code',
    `${inMs(rename)} in ${files} articles; reading and writing these sidecars ${inMs(bare)} = ${ratio.toFixed(2)} ` +
      `(at most ${limits.renameRatio}); reading the articles too and syncing what is written ${inMs(safe)} = ` +
      (rename / safe).toFixed(2),
    ratio <= limits.renameRatio,
  );
  reportHost(host);
}

/** @param {Host} host */
function reportHost({ longestDelay, delay, memory }) {
  report(
    '',
    `keys wait in the extension host: 99th percentile ${inMs(delay)}, most ${inMs(longestDelay)} ` +
      `(99th percentile at most ${inMs(limits.delay)})`,
    delay <= limits.delay,
  );
  report(
    '',
    `memory of the extension host ${memory.toFixed(0)} MB (at most ${limits.memory} MB)`,
    memory <= limits.memory,
  );
}
