// @ts-check
// How fast the corpus is known: see `scripts/bench.mjs`.
import path from 'node:path';
import { inMs, quantile, report, runBundle } from './benches.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { root } from './setUp.mjs';

const articles = 10_000;
const limits = { coldRatio: 1.5, warm: 2000, change: 20, memory: 500 };

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

export function measureIndex() {
  const folder = temporaryFolder('chiosa-bench');
  try {
    const corpus = /** @type {{ annotations: number }} */ (
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
