// @ts-check
// Annotates whole articles in a live VS Code with the packaged extension, by the keyboard alone, and
// counts the presses:
//
//   node scripts/testKeyboard.mjs [--host server|server-min]
//
// For each article, test/fixtures/keyboard has the keys that an annotator presses once annotation mode has
// begun (*.keys), and what must come of them, decided by a person: a sidecar, or for the real article, which
// is no part of this project, places in it (*.places).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Annotator } from './lib/annotator.mjs';
import { runChecks } from './lib/checks.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { sumCounts } from './lib/counts.mjs';
import { placesOf } from './lib/places.mjs';
import { root } from './lib/setUp.mjs';
import { walkThrough } from './lib/walk.mjs';
import { Workbench } from './lib/workbench.mjs';

const { values: options } = parseArgs({
  options: { host: { type: 'string', default: 'server' } },
});

const fixtures = path.join(root, 'test', 'fixtures', 'keyboard');
/** So many key presses an annotation may cost; a quote with its cue and speaker is one annotation. */
const target = 2.5;
const settings = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };

/**
 * @typedef {object} Task
 * @property {string} name of its files in `fixtures`
 * @property {string | undefined} article the file, if this machine has it
 */

/** @returns {Task[]} */
function tasks() {
  const shared = process.env['CHIOSA_TEST_SHARED'] ?? path.resolve(root, '..', 'shared');
  const seeds = path.join(shared, 'seeds');
  const seed = fs.existsSync(seeds)
    ? fs.readdirSync(seeds).find((file) => file.startsWith('004_'))
    : undefined;
  return [
    { name: 'traghetti', article: path.join(fixtures, 'traghetti.txt') },
    { name: 'seed-004', article: seed === undefined ? undefined : path.join(seeds, seed) },
  ];
}

/** Compares what the keys made with what was expected. @param {string} name @param {string} file the article */
function compare(name, file) {
  const sidecar = path.join(fixtures, `${name}.txt.ann.yaml`);
  if (fs.existsSync(sidecar)) {
    assert.equal(fs.readFileSync(`${file}.ann.yaml`, 'utf8'), fs.readFileSync(sidecar, 'utf8'));
    return;
  }
  const expected = fs.readFileSync(path.join(fixtures, `${name}.places`), 'utf8');
  assert.equal(placesOf(file, shown(file)), expected.replace(/^#.*\n/gm, ''));
}

/** @param {string} file an article @returns {import('./lib/places.mjs').Shown} what the command line shows of it */
function shown(file) {
  const args = [path.join(root, 'dist', 'cli.js'), 'show', file, '--format', 'jsonl'];
  /** @type {unknown} */
  const article = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return /** @type {import('./lib/places.mjs').Shown} */ (article);
}

/**
 * @param {import('playwright-core').Page} page @param {string} name
 * @param {string} url of the folder with the article @param {string} file the article
 * @returns {import('./lib/checks.mjs').Check[]}
 */
function checks(page, name, url, file) {
  const workbench = new Workbench(page);
  const annotator = new Annotator(page, `${file}.ann.yaml`);
  const bytes = fs.readFileSync(file);
  const source = () => fs.readFileSync(`${file}.ann.yaml`, 'utf8');
  const mode = (/** @type {string} */ text) =>
    page.locator(`.statusbar-item:has-text("${text}")`).waitFor();
  return [
    [
      `${name}: annotation mode is begun by keys`,
      async () => {
        await workbench.open(url);
        await workbench.openFile(path.basename(file));
        await mode('Annotate');
        await page.keyboard.press('Control+K');
        await page.keyboard.press('G');
        await mode('Annotating');
      },
    ],
    [
      `${name}: all names and quotes are annotated as expected, by the keyboard alone`,
      async () => {
        await annotator.follow(fs.readFileSync(path.join(fixtures, `${name}.keys`), 'utf8'));
        await page.screenshot({ path: path.join(root, 'out-test', `keyboard-${name}.png`) });
        compare(name, file);
        assert.deepEqual(fs.readFileSync(file), bytes, 'the article is as it was');
      },
    ],
    [
      `${name}: at most ${target} presses for each`,
      () => {
        const { entities, quotes } = shown(file);
        const count = entities.length + quotes.length;
        const each = (annotator.presses / count).toFixed(2);
        console.log(
          `    ${annotator.presses} key presses for ${count} annotations: ${each} each (target ${target})`,
        );
        assert.ok(annotator.presses <= target * count, `${each} presses for each annotation`);
        return Promise.resolve();
      },
    ],
    [
      `${name}: the last act is taken back and done again by keys, and the mode is left`,
      async () => {
        const after = source();
        await annotator.press('Control+Z');
        assert.notEqual(source(), after);
        await annotator.press('Control+Shift+Z');
        assert.equal(source(), after);
        await page.keyboard.press('Control+K');
        await page.keyboard.press('G');
        await mode('Annotate');
      },
    ],
  ];
}

await walkThrough({ host: options.host, settings, patience: 15_000 }, async ({ server, page }) => {
  /** @type {import('./lib/counts.mjs').Counts[]} */
  const all = [];
  for (const { name, article } of tasks()) {
    if (article === undefined) {
      console.log(`  - ${name}: this machine does not have the article`);
      all.push({ passed: 0, failed: 0, skipped: 1 });
      continue;
    }
    const folder = temporaryFolder('chiosa-keys');
    const file = path.join(folder, `${name}.txt`);
    fs.copyFileSync(article, file);
    const list = checks(page, name, server.url(folder), file);
    all.push(await runChecks(list, page, `keyboard-${name}-failed.png`));
  }
  return sumCounts(all);
});
