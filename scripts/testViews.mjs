// @ts-check
// Works with the sidebar’s views as a person does, in a live VS Code with the packaged extension on a folder of articles:
//
//   node scripts/testViews.mjs [--host server|server-min]
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

const text = 'Il molo è chiuso.\n\n«Riapre a maggio», ha detto Alma Verzi a Ivo Serra.\n';
const sidecar = `chiosa: 1
entities:
  alma-verzi:
    name: Alma Verzi
    type: person
    mentions:
      - { exact: Alma Verzi }
  ivo-serra:
    name: Ivo Sérra
    type: person
    mentions:
      - { exact: Ivo Serra }
  molo:
    name: Molo
    type: location
    mentions:
      - { exact: molo }
quotes:
  - kind: direct
    content:
      - { exact: Riapre a maggio }
    cue: { exact: ha detto }
    speaker: { entity: alma-verzi, exact: Alma Verzi }
`;
/** As many as two pages and more. */
const names = Array.from({ length: 1100 }, (_, i) => `Nome${String(i)}x`);

/** @param {string} folder */
function writeArticles(folder) {
  for (const name of ['uno.txt', 'due.txt']) {
    fs.writeFileSync(path.join(folder, name), text);
    fs.writeFileSync(path.join(folder, `${name}.ann.yaml`), sidecar);
  }
  fs.writeFileSync(path.join(folder, 'tre.txt'), 'Niente, per ora.\n');
  const records = names.map(
    (name) =>
      `  ${name.toLowerCase()}: { name: ${name}, type: work, mentions: [ { exact: ${name} } ] }`,
  );
  const long = path.join(folder, 'altri', 'lungo.txt');
  fs.mkdirSync(path.dirname(long));
  fs.writeFileSync(long, `${names.join('.\n')}.\n`);
  fs.writeFileSync(`${long}.ann.yaml`, ['chiosa: 1', 'entities:', ...records, ''].join('\n'));
}

/** What the checks look at, and do. */
class Views {
  /** @param {import('playwright-core').Page} page @param {string} folder */
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
    this.workbench = new Workbench(page);
  }

  /** @param {string} label the beginning of what a screen reader says of the row */
  row(label) {
    return this.page.locator(`.sidebar .monaco-list-row[aria-label^="${label}"]`).first();
  }

  /** Waits until a selected row is read aloud so. @param {string} label its beginning */
  async isSelected(label) {
    await this.page.locator(`.sidebar .monaco-list-row.selected[aria-label^="${label}"]`).waitFor();
  }

  /** @param {string} name of an article */
  source(name) {
    return fs.readFileSync(path.join(this.folder, `${name}.ann.yaml`), 'utf8');
  }

  /**
   * Drags a row to one of another view: VS Code asks the extension what is dragged, and drops nothing before it knows.
   * @param {import('playwright-core').Locator} from @param {import('playwright-core').Locator} to
   */
  async dragSlowly(from, to) {
    const { mouse } = this.page;
    await from.hover();
    await mouse.down();
    await to.hover();
    await this.page.waitForTimeout(600);
    await to.hover({ position: { x: 60, y: 8 } });
    await this.page.waitForTimeout(300);
    await mouse.up();
  }

  /** Takes the last act back. */
  async undo() {
    await this.workbench.runCommand('Chiosa: Undo Annotation');
  }
}

/** @param {Views} views @param {string} url @returns {import('./lib/checks.mjs').Check[]} */
function checksOfRows(views, url) {
  const { page, workbench } = views;
  return [
    [
      'shows the entities and quotes of all articles while none is open',
      async () => {
        await workbench.open(url);
        await workbench.openView('Chiosa');
        await views.row('Alma Verzi, Person, mentions: 2, articles: 2').waitFor();
        await views.row('Alma Verzi, quotes: 2, articles: 2').waitFor();
      },
    ],
    [
      'reads an article when it is expanded, and goes to the words in it by Enter',
      async () => {
        await views.row('Alma Verzi, Person').click();
        await views.row('due.txt, mentions: 1').click();
        await views.row('Mention “Alma Verzi”, line 3').click();
        await page.locator('.tab.active:has-text("due.txt")').waitFor();
        await page.locator('.statusbar-item:has-text("(10 selected)")').waitFor();
      },
    ],
    [
      'shows those of the article that is open now, and all again by a command',
      async () => {
        await views.row('Alma Verzi, Person, mentions: 1').waitFor();
        await workbench.runCommand('Chiosa: Show Entities of All Articles');
        await views.row('Alma Verzi, Person, mentions: 2, articles: 2').waitFor();
        await workbench.runCommand('Chiosa: Show Entities of the Article');
        await views.row('Ivo Sérra, Person, mentions: 1').waitFor();
      },
    ],
    [
      'groups and sorts as the palette says',
      async () => {
        await workbench.runCommand('Chiosa: Show Entities Without Groups');
        await workbench.runCommand('Chiosa: Sort Entities by First Place in the Article');
        await page
          .locator('.sidebar .monaco-list-row[data-index="0"][aria-label^="Molo, Location"]')
          .waitFor();
        await workbench.runCommand('Chiosa: Group Entities by Type');
        await workbench.runCommand('Chiosa: Sort Entities by Number of Mentions');
        await views.row('Person, entities: 2').waitFor();
      },
    ],
    [
      'filters as one types, without case and accents; Escape takes it back, Enter keeps it',
      async () => {
        await views.row('Molo, Location').click();
        await page.keyboard.press('Control+F');
        await page.locator('.quick-input-widget input').waitFor();
        await page.keyboard.type('SERRA');
        await views.row('Molo, Location').waitFor({ state: 'detached' });
        await page.keyboard.press('Escape');
        await views.row('Molo, Location').waitFor();
        await workbench.runAskingCommand('Chiosa: Filter Entities…');
        await page.keyboard.type('serra');
        await page.keyboard.press('Enter');
        await page.locator('.sidebar .message:has-text("Filter: serra")').waitFor();
        await views.row('Molo, Location').waitFor({ state: 'detached' });
        await workbench.runCommand('Chiosa: Clear Filter of Entities');
        await views.row('Molo, Location').waitFor();
      },
    ],
  ];
}

/** @param {Views} views @returns {import('./lib/checks.mjs').Check[]} */
function checksOfActs(views) {
  const { page, workbench } = views;
  const { keyboard } = page;
  return [
    [
      'selects the row of the mention and of the quote at the cursor',
      async () => {
        await workbench.clickWord('Serra');
        await views.isSelected('Mention “Ivo Serra”, line 3');
        await workbench.clickWord('maggio');
        await views.isSelected('Direct quote: Riapre a maggio, line 3');
        await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
      },
    ],
    [
      'removes the row with the focus, or several that are selected, by Delete, and takes it back',
      async () => {
        const before = views.source('due.txt');
        // Its row is open, as the cursor was in the mention: a click closes it.
        await views.row('Ivo Sérra, Person').click();
        await keyboard.press('ArrowRight');
        await keyboard.press('ArrowDown'); // to its mention, which is not selected
        await keyboard.press('Delete');
        await until(() => !views.source('due.txt').includes('Ivo Serra'), 'it is gone');
        assert.match(views.source('due.txt'), /alma-verzi/);
        await keyboard.press('Control+Z');
        await until(() => views.source('due.txt').includes('Ivo Serra'), 'it is back');
        await views.row('Molo, Location').click();
        await views.row('Alma Verzi, Person').click({ modifiers: ['Control'] });
        await keyboard.press('Delete');
        await until(() => !/- \{ exact: (?:molo|Alma Verzi)/.test(views.source('due.txt')), 'both');
        await views.undo();
        const saidIn = (/** @type {string} */ source) => source.replace(/^text: .*\n/m, '');
        await until(() => saidIn(views.source('due.txt')) === saidIn(before), 'as before');
      },
    ],
    [
      'merges an entity that is dropped onto another one, in all articles',
      async () => {
        await views.row('Molo, Location').waitFor();
        await views.row('Ivo Sérra, Person').dragTo(views.row('Alma Verzi, Person'));
        const isMerged = (/** @type {string} */ name) => !views.source(name).includes('ivo-serra');
        await until(() => isMerged('uno.txt') && isMerged('due.txt'), 'both are merged');
        await views.undo();
        await until(() => !isMerged('uno.txt') && !isMerged('due.txt'), 'both are back');
      },
    ],
    [
      'makes somebody the speaker of a quote that is dropped onto a row of the other view',
      async () => {
        await views.dragSlowly(views.row('Direct quote: Riapre'), views.row('Ivo Sérra, Person'));
        await until(() => views.source('due.txt').includes('speaker: { entity: ivo-serra'), 'said');
        await views.undo();
        await until(() => views.source('due.txt').includes('speaker: { entity: alma-v'), 'back');
      },
    ],
  ];
}

/** @param {Views} views @returns {import('./lib/checks.mjs').Check[]} */
function checksOfLongLists(views) {
  const { page, workbench } = views;
  const { keyboard } = page;
  return [
    [
      'shows long lists by the page, further by Enter, and the row of a place behind them',
      async () => {
        await workbench.openFile('lungo.txt');
        await workbench.runCommand('Chiosa: Sort Entities by First Place in the Article');
        await views.row('Nome0x, Work').click();
        await keyboard.press('End');
        const more = views.row('Show 500 more rows; not shown yet: 600');
        await more.waitFor();
        // The view may be drawn anew meanwhile, and a key that comes then opens nothing.
        for (let tries = 0; tries < 5 && (await more.isVisible()); tries += 1) {
          await keyboard.press('Enter');
          await page.waitForTimeout(1500);
        }
        await more.waitFor({ state: 'detached' });
        await page.locator('.editor-instance .view-line').first().click();
        await keyboard.press('Control+End');
        await keyboard.press('ArrowUp');
        await views.isSelected('Mention “Nome1099x”, line 1100');
      },
    ],
    [
      'lists articles without annotations too',
      async () => {
        await views.workbench.openOnly('Articles');
        await views.row('tre.txt, not annotated yet').waitFor();
        await views.row('uno.txt, entities: 3, quotes: 1').waitFor();
      },
    ],
  ];
}

const folder = temporaryFolder('chiosa-views');
writeArticles(folder);
await walkThrough({ host: options.host, patience: 15_000 }, ({ server, page }) => {
  const views = new Views(page, folder);
  const checks = [
    ...checksOfRows(views, server.url(folder)),
    ...checksOfActs(views),
    ...checksOfLongLists(views),
  ];
  return runChecks(checks, page, 'views.png');
});
