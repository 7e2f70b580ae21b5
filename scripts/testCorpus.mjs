// @ts-check
// Opens a folder of annotated articles in a live VS Code with the packaged extension, and works in all of them at once:
//
//   node scripts/testCorpus.mjs [--host server|server-min]
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runChecks } from './lib/checks.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { until, walkThrough } from './lib/walk.mjs';
import { Workbench } from './lib/workbench.mjs';

const { values: options } = parseArgs({
  options: { host: { type: 'string', default: 'server' } },
});

/** @param {string} day @param {string} status */
const sidecar = (day, status) => `chiosa: 1
article:
  title: Il faro, ${day}
  status: ${status}
entities:
  alma-verzi:
    name: Alma Verzi
    type: person
    mentions:
      - { exact: Alma Verzi }
quotes:
  - kind: direct
    content:
      - { exact: Il faro resta acceso }
    cue: { exact: ha detto }
    speaker: { entity: alma-verzi, exact: Alma Verzi }
`;
const days = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì'];

/** @param {string} day */
const text = (day) => `Il faro di ${day}

«Il faro resta acceso», ha detto Alma Verzi. Era ${day}.
`;

/** @param {string} folder */
function writeArticles(folder) {
  for (const [i, day] of days.entries()) {
    const file = path.join(folder, 'faro', `${String(i + 1)}.txt`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text(day));
    fs.writeFileSync(`${file}.ann.yaml`, sidecar(day, i < 2 ? 'done' : 'draft'));
  }
}

/* eslint-disable max-lines-per-function -- the steps of a walk stand on each other and read from top to bottom */

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url @param {string} folder
 * @returns {import('./lib/checks.mjs').Check[]}
 */
function checks(page, url, folder) {
  const workbench = new Workbench(page);
  const { keyboard } = page;
  const sidecars = days.map((_, i) => path.join(folder, 'faro', `${String(i + 1)}.txt.ann.yaml`));
  const sources = () => sidecars.map((file) => fs.readFileSync(file, 'utf8'));
  /** @param {import('playwright-core').Locator} row @param {string} badge */
  const hasBadge = async (row, badge) => {
    const label = row.locator('.monaco-icon-label');
    const shown = () => label.evaluate((element) => getComputedStyle(element, '::after').content);
    for (let i = 0; i < 400 && (await shown()) !== `"${badge}"`; i += 1)
      await page.waitForTimeout(40);
    assert.equal(await shown(), `"${badge}"`);
  };
  const firstRow = page.locator('.explorer-folders-view .monaco-list-row[aria-label="1.txt"]');
  const quickInput = page.locator('.quick-input-widget .quick-input-box input');
  return [
    [
      'sees the articles by state, with their figures and how many are done',
      async () => {
        await workbench.open(url);
        await workbench.openView('Chiosa');
        await workbench.openOnly('Articles');
        await page.locator('.pane-header:has-text("done: 2 of 5")').waitFor();
        const labels = (await workbench.rows('faro')).map(({ label }) => label);
        assert.deepEqual(
          labels.filter((label) => label.startsWith('Il faro')),
          ['mercoledì', 'giovedì', 'venerdì', 'lunedì', 'martedì'].map(
            (day) => `Il faro, ${day}, entities: 1, quotes: 1`,
          ),
        );
      },
    ],
    [
      'sees in the explorer a badge on each, and its sidecar below it',
      async () => {
        await workbench.openView('Explorer');
        await page.locator('.explorer-folders-view .monaco-list-row:has-text("faro")').click();
        await firstRow.waitFor();
        assert.equal(
          await firstRow.getAttribute('aria-expanded'),
          'false',
          'the sidecar is folded away',
        );
        await hasBadge(firstRow, '✓');
      },
    ],
    [
      'goes to a person of the folder by Ctrl+T, with no article open',
      async () => {
        await keyboard.press('Control+T');
        await quickInput.waitFor();
        await keyboard.type('verzi');
        await page.locator('.quick-input-list .monaco-list-row:has-text("Alma Verzi")').waitFor();
        await page
          .locator('.quick-input-list .monaco-list-row:has-text("mentions: 5, articles: 5")')
          .waitFor();
        // While a list is still narrowed by what was typed last, Enter takes nothing.
        await page.waitForTimeout(600);
        await keyboard.press('Enter');
        await page.locator('.statusbar-item:has-text("Ln 3, Col 34")').waitFor();
        await page.locator('.tab.active:has-text("1.txt")').waitFor();
      },
    ],
    [
      'peeks at all references of the person by Shift+F12',
      async () => {
        const peek = page.locator('.reference-zone-widget');
        // There are none before the article has been read, and VS Code says so.
        for (let tries = 0; tries < 10 && !(await peek.isVisible()); tries += 1) {
          await keyboard.press('Shift+F12');
          await page.waitForTimeout(1000);
        }
        await peek.locator('.head:has-text("References (5)")').waitFor();
        await keyboard.press('Escape');
        await peek.waitFor({ state: 'detached' });
      },
    ],
    [
      'renames her in all articles by F2, with her id, and takes it back',
      async () => {
        const before = sources();
        await keyboard.press('F2');
        await quickInput.waitFor();
        await keyboard.press('Control+A');
        await keyboard.type('Alma Verzini');
        await keyboard.press('Enter');
        // The second row, once the list has taken the place of the box.
        await page
          .locator('.quick-input-list .monaco-list-row:has-text("Change the id to alma-verzini")')
          .waitFor();
        await page.waitForTimeout(600);
        await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await until(
          () =>
            sources().every((source) =>
              /^ {2}alma-verzini:\n {4}name: Alma Verzini$/m.test(source),
            ),
          'all sidecars have the new name and the new id',
        );
        assert.ok(sources().every((source) => source.includes('entity: alma-verzini')));
        await workbench.clickWord('acceso');
        await keyboard.press('Control+K');
        await keyboard.press('Shift+Z');
        const isBefore = () =>
          sources().every((source, i) => source.replace(/^text: .*\n/m, '') === before[i]);
        await until(isBefore, 'all sidecars are as they were');
      },
    ],
    [
      'knows all of it again after a reload, also what has changed meanwhile',
      async () => {
        const [first = ''] = sidecars;
        fs.writeFileSync(first, sidecar('lunedì', 'done').replaceAll('Verzi\n', 'Verzotti\n'));
        // It is known where no article is opened, too.
        await workbench.runCommand('View: Close All Editors');
        await workbench.open(url);
        await hasBadge(firstRow, '✓');
        await keyboard.press('Control+T');
        await quickInput.waitFor();
        await keyboard.type('alma');
        await page
          .locator('.quick-input-list .monaco-list-row:has-text("mentions: 5, articles: 5")')
          .waitFor();
        await keyboard.press('Escape');
      },
    ],
  ];
}

const folder = temporaryFolder('chiosa-corpus');
writeArticles(folder);
await walkThrough({ host: options.host }, ({ server, page }) =>
  runChecks(checks(page, server.url(folder), folder), page, 'corpus.png'),
);
