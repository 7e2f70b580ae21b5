// @ts-check
// A live VS Code with the packaged extension, and somebody who works in it.
import assert from 'node:assert/strict';
import { launchBrowser } from './browser.mjs';
import { formatCounts } from './counts.mjs';
import { startServer } from './serverHost.mjs';
import { ensureDependencies } from './setUp.mjs';
import { packageExtension } from './vsix.mjs';

/**
 * @typedef {object} Live
 * @property {import('./serverHost.mjs').Server} server
 * @property {import('playwright-core').Browser} browser
 * @property {import('playwright-core').Page} page
 */

/**
 * Has `walk` work in a live VS Code, prints what came of it and ends the process. The environment variable
 * CHIOSA_PACKAGE names a package that has been made; without it, one is made.
 * @param {{ host: string, settings?: Record<string, unknown>, patience?: number }} options `host` `server-min`: the oldest
 *   VS Code that is supported, otherwise the newest; `patience`: how long the page may take for anything, in ms
 * @param {(live: Live) => Promise<import('./counts.mjs').Counts>} walk
 */
export async function walkThrough({ host, settings = {}, patience = 30_000 }, walk) {
  ensureDependencies();
  const kind = host === 'server-min' ? 'server-min' : 'server';
  const server = await startServer({
    kind,
    settings,
    extensions: [process.env['CHIOSA_PACKAGE'] ?? packageExtension()],
  });
  const { browser, page } = await launchBrowser();
  page.setDefaultTimeout(patience);
  const counts = await walk({ server, browser, page });
  await browser.close();
  await server.stop();
  console.log(`[host] VS Code ${server.version}, ${kind}, the packaged extension`);
  console.log(formatCounts(counts));
  process.exit(counts.failed === 0 ? 0 : 1);
}

/**
 * Waits for what the page cannot be asked for: what stands on the disk.
 * @param {() => boolean} isTrue @param {string} what
 */
export async function until(isTrue, what) {
  for (let i = 0; i < 400 && !isTrue(); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  assert.ok(isTrue(), what);
}
