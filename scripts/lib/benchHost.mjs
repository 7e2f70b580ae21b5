// @ts-check
// A benchmark in the extension host of a live VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { startServer } from './serverHost.mjs';
import { root } from './setUp.mjs';
import { Workbench } from './workbench.mjs';

/**
 * @typedef {object} Bench
 * @property {string} control the folder in which the bundle and the benchmark tell each other things
 * @property {string} logs the folder of VS Code's logs
 * @property {import('playwright-core').Page} page
 * @property {(meanwhile: () => Promise<unknown>) => Promise<unknown>} measured opens the folder, does something meanwhile
 *   and gives what the bundle has left in `host.json` when it ends
 */

/**
 * Opens a folder in a VS Code whose extension host runs a bundle of the benchmarks.
 * @param {string} folder @param {string} bundle its path in out-bench
 * @param {(bench: Bench) => Promise<void>} measure
 */
export async function benchInVsCode(folder, bundle, measure) {
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
    const url = server.testsUrl(folder, path.join(root, 'out-bench', bundle));
    /** @param {() => Promise<unknown>} meanwhile */
    const measured = async (meanwhile) => {
      const ended = new Promise((resolve) => {
        end = () => {
          resolve(undefined);
        };
      });
      await new Workbench(page).open(url);
      await meanwhile();
      await ended;
      /** @type {unknown} */
      const left = JSON.parse(fs.readFileSync(path.join(control, 'host.json'), 'utf8'));
      return left;
    };
    await measure({ control, logs: server.logs, page, measured });
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
export async function readingTime(logs, count) {
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
