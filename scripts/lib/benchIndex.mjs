// @ts-check
// How fast the corpus is known: see `scripts/bench.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { inMs, quantile, report, runBundle } from './benches.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer } from './serverHost.mjs';
import { root } from './setUp.mjs';
import { Workbench } from './workbench.mjs';

const articles = 10_000;
const limits = { coldRatio: 1.5, warm: 2000, change: 20, memory: 500, delay: 100 };

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
    await measureInVsCode(folder);
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

/**
 * Opens the folder twice in the same VS Code: the second time it knows from before what has not changed.
 * @param {string} folder
 */
async function measureInVsCode(folder) {
  const control = temporaryFolder('chiosa-bench');
  const server = await startServer({ env: { CHIOSA_BENCH: control }, testing: true });
  const { browser, page } = await launchBrowser();
  try {
    /** @type {() => void} */
    let end = () => undefined;
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.exposeFunction('codeAutomationExit', () => {
      end();
    });
    const remote = `vscode-remote://${server.authority}`;
    const url = server.url(folder, [
      ['skipWelcome', 'true'],
      ['extensionDevelopmentPath', remote + root],
      ['extensionTestsPath', remote + path.join(root, 'out-bench', 'index', 'host.js')],
    ]);
    for (const [round, what] of ['cold in VS Code', 'warm in VS Code'].entries()) {
      const ended = new Promise((resolve) => {
        end = () => {
          resolve(undefined);
        };
      });
      await new Workbench(page).open(url);
      const duration = await readingTime(server.logs, round + 1);
      fs.writeFileSync(path.join(control, 'stop'), '');
      await ended;
      fs.rmSync(path.join(control, 'stop'));
      const host = /** @type {Host} */ (
        parsed(fs.readFileSync(path.join(control, 'host.json'), 'utf8'))
      );
      reportInVsCode(what, duration, host, round === 1);
    }
  } finally {
    await browser.close();
    await server.stop();
    remove(control);
  }
}

/**
 * Waits until the extension has logged so many times how long it took to read the corpus. @returns the last, in ms
 * @param {string} logs @param {number} count
 */
async function readingTime(logs, count) {
  for (;;) {
    const files = fs.existsSync(logs)
      ? fs.readdirSync(logs, { recursive: true, encoding: 'utf8' })
      : [];
    const times = files
      .filter((file) => file.endsWith('Chiosa.log'))
      .sort()
      .map((file) => fs.readFileSync(path.join(logs, file), 'utf8'))
      .flatMap((log) => [...log.matchAll(/sidecars: \d+, .*in (\d+) ms/g)])
      .map(([, ms]) => Number(ms));
    if (times.length >= count) return times.at(-1) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** @param {string} what @param {number} duration @param {Host} host @param {boolean} isWarm */
function reportInVsCode(what, duration, { longestDelay, delay, memory }, isWarm) {
  report(
    what,
    inMs(duration) + (isWarm ? ` (at most ${inMs(limits.warm)})` : ''),
    !isWarm || duration <= limits.warm,
  );
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
