// @ts-check
// How fast a real corpus answers, PolNeAR's 840 articles with 19,832 quotes: see `scripts/bench.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { benchInVsCode, readingTime } from './benchHost.mjs';
import { inMs, quantile, report, runBundle } from './benches.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { root } from './setUp.mjs';
import { Workbench } from './workbench.mjs';

const limit = 100; // ms
/** Rows of the tree that are expanded. */
const expanded = 8;

/** @typedef {{ what: string, panel?: number[], first: number[], whole: number[], found: number }} Asked see test/bench/polnear/host.ts */

/** @param {string} json */
const parsed = (json) => /** @type {unknown} */ (JSON.parse(json));

export async function measurePolnear() {
  const shared = process.env['CHIOSA_TEST_SHARED'] ?? path.join(root, '..', 'shared');
  const corpora = path.join(shared, 'corpora');
  if (!fs.existsSync(path.join(corpora, 'polnear'))) {
    console.log('polnear: not measured, as the corpus is not on this machine');
    return;
  }
  const folder = temporaryFolder('chiosa-bench');
  try {
    const { articles, quotes } = /** @type {{ articles: number, quotes: number }} */ (
      parsed(runBundle('polnear/write.js', folder, corpora))
    );
    console.log(`PolNeAR: ${articles} articles, ${quotes} quotes (at most ${limit} ms each)`);
    await benchInVsCode(folder, 'polnear/host.js', async ({ control, logs, page, measured }) => {
      const host = path.join(control, 'host.json');
      await measured(async () => {
        await readingTime(logs, 1);
        fs.writeFileSync(path.join(control, 'go'), '');
        while (!fs.existsSync(host)) await page.waitForTimeout(500);
        for (const asked of /** @type {Asked[]} */ (parsed(fs.readFileSync(host, 'utf8')))) {
          reportAsked(asked);
        }
        await measureTree(page);
        fs.writeFileSync(path.join(control, 'stop'), '');
      });
    });
  } finally {
    remove(folder);
  }
}

/** @param {Asked} asked */
function reportAsked({ what, panel, first, whole, found }) {
  const panels = panel ? `panel: most ${inMs(Math.max(...panel))}; ` : '';
  const worst = Math.max(...first);
  report(
    what,
    `${panels}first rows: median ${inMs(quantile(first, 0.5))}, most ${inMs(worst)} of ${first.length}; ` +
      `all ${found}: most ${inMs(Math.max(...whole))}`,
    worst <= limit,
  );
}

/**
 * Expands rows of the entities view by keys, down to the mentions, from the key press until what is below a row
 * stands in the page.
 * @param {import('playwright-core').Page} page
 */
async function measureTree(page) {
  const workbench = new Workbench(page);
  await workbench.openView('Chiosa');
  await workbench.openOnly('Entities');
  await page.locator('.sidebar .monaco-list-row[aria-level="2"]').first().click();
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < expanded; i += 1) {
    for (const depth of ['articles of an entity', 'mentions in an article']) {
      await page.evaluate(notesExpansion);
      await page.keyboard.press('ArrowRight');
      times.push(await page.evaluate(() => globalThis.expansion));
      if (depth === 'articles of an entity') await page.keyboard.press('ArrowDown');
    }
    // Back to the entity, which is closed, and on to the next one.
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(200);
    }
  }
  const worst = Math.max(...times);
  report(
    'a row of the tree expanded',
    `median ${inMs(quantile(times, 0.5))}, most ${inMs(worst)} of ${times.length}`,
    worst <= limit,
  );
}

/** In the page: has the next key press begin a clock that ends when the focused row has rows below it. */
function notesExpansion() {
  globalThis.expansion = new Promise((resolve) => {
    const begin = () => {
      const start = performance.now();
      const look = () => {
        const row = document.querySelector('.sidebar .monaco-list-row.focused');
        const index = Number(row?.getAttribute('data-index'));
        const below = document.querySelector(
          `.sidebar .monaco-list-row[data-index="${index + 1}"]`,
        );
        const isBelow =
          Number(below?.getAttribute('aria-level')) > Number(row?.getAttribute('aria-level'));
        if (isBelow) resolve(performance.now() - start);
        else setTimeout(look, 2);
      };
      look();
    };
    addEventListener('keydown', begin, { capture: true, once: true });
  });
}
