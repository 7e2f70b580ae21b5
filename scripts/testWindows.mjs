// @ts-check
// Opens one folder in two windows of a live VS Code with the packaged extension, and works in both:
//
//   node scripts/testWindows.mjs [--host server|server-min]
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runChecks } from './lib/checks.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { marksOf } from './lib/marks.mjs';
import { until, walkThrough } from './lib/walk.mjs';
import { Workbench } from './lib/workbench.mjs';

const { values: options } = parseArgs({
  options: { host: { type: 'string', default: 'server' } },
});

const article = 'molo.txt';
const text = `Il molo di Portolungo riapre

Il sindaco Dario Nesti ha inaugurato il molo. Greta Olmi era con lui.
`;

/** One window, as its user has it. */
class Window {
  #page;
  #workbench;
  #marks;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
    this.#workbench = new Workbench(page);
    this.#marks = marksOf(page);
    page.setDefaultTimeout(30_000);
  }

  /** @param {string} url */
  async open(url) {
    await this.#workbench.open(url);
    await this.#workbench.openFile(article);
  }

  /** Selects the words by the editor's own search. @param {string} words */
  async select(words) {
    const { keyboard } = this.#page;
    await this.#page.locator('.editor-instance .view-line').first().click();
    await keyboard.press('Control+Home');
    await keyboard.press('Control+F');
    await keyboard.type(words);
    await this.#page.locator('.find-widget .matchesCount:has-text("1 of")').waitFor();
    await keyboard.press('Escape');
  }

  /** @param {string} words @param {string} type the label of an entity type */
  async annotate(words, type) {
    await this.select(words);
    await this.#page.keyboard.press('Control+K');
    await this.#page.keyboard.press('A');
    await this.#workbench.choose(`New ${type}`, `:has-text("New ${type}")`);
  }

  /** Types at the begin of the article. @param {string} words */
  async type(words) {
    await this.#page.locator('.editor-instance .view-line').first().click();
    await this.#page.keyboard.press('Control+Home');
    await this.#page.keyboard.type(words);
    await this.shows(words.trimEnd());
  }

  async save() {
    await this.#page.keyboard.press('Control+S');
  }

  /** @param {string} words of a line */
  async shows(words) {
    await this.#page.locator(`.editor-instance .view-line:has-text("${words}")`).waitFor();
  }

  /** Waits until there are marks of so many mentions, each drawn as a whole and at both ends. @param {number} count */
  async showsMarks(count) {
    await this.#page.keyboard.press('Control+Home');
    await this.#marks.all.nth(3 * count - 1).waitFor();
    await this.#marks.all.nth(3 * count).waitFor({ state: 'detached' });
  }

  /** The card of a word. @param {string} word */
  async hovers(word) {
    const card = await this.#workbench.hoverWord(word);
    await this.#workbench.restMouse();
    return card;
  }

  isUnsaved() {
    return this.#page.locator('.tab.active.dirty').isVisible();
  }

  /** @param {string} title */
  run(title) {
    return this.#workbench.runCommand(title);
  }
}

/**
 * @param {Window} first @param {Window} second
 * @param {string} url @param {string} folder
 * @returns {import('./lib/checks.mjs').Check[]}
 */
function checks(first, second, url, folder) {
  const sidecar = path.join(folder, `${article}.ann.yaml`);
  const source = () => (fs.existsSync(sidecar) ? fs.readFileSync(sidecar, 'utf8') : '');
  const onDisk = () => fs.readFileSync(path.join(folder, article), 'utf8');
  /** Whether the sidecar has the id of the article's text, as git gives it. */
  const isOfText = () => {
    const blob = `blob ${Buffer.byteLength(onDisk())}\0${onDisk()}`;
    return source().includes(`text: ${createHash('sha1').update(blob).digest('hex')}\n`);
  };
  return [
    [
      'shows in both windows what is annotated in one',
      async () => {
        await first.open(url);
        await second.open(url);
        await first.annotate('Dario Nesti', 'Person');
        await until(() => source().includes('exact: Dario Nesti'), 'the sidecar is written');
        await first.showsMarks(1);
        await second.showsMarks(1);
      },
    ],
    [
      'keeps what was annotated in both',
      async () => {
        await second.annotate('Portolungo', 'Location');
        await until(() => source().includes('exact: Portolungo'), 'the second one is written');
        assert.match(source(), /exact: Dario Nesti/);
        await first.showsMarks(2);
        await second.showsMarks(2);
      },
    ],
    [
      'moves the marks of the other window too, when the article is edited and saved in one',
      async () => {
        await first.type('Oggi ');
        await first.save();
        await until(() => onDisk() === `Oggi ${text}`, 'the article is saved');
        await second.shows('Oggi Il molo');
        await second.showsMarks(2);
        assert.match(await second.hovers('Portolungo'), /Location/);
        assert.match(await second.hovers('Dario Nesti'), /Person/);
        await until(isOfText, 'the sidecar is that of the new text');
      },
    ],
    [
      'loses nothing of an unsaved edit, nor of the annotations, when the other window saves',
      async () => {
        await second.type('Domani ');
        await first.type('Ieri ');
        await first.save();
        await until(() => onDisk() === `Ieri Oggi ${text}`, 'the first window saves');
        await first.annotate('Greta Olmi', 'Person');
        await until(() => source().includes('exact: Greta Olmi'), 'the third one is written');
        await second.shows('Domani Oggi Il molo');
        assert.ok(await second.isUnsaved());
        await second.showsMarks(3);
        assert.match(source(), /exact: Dario Nesti[^]*exact: Greta Olmi[^]*exact: Portolungo/);
        assert.ok(isOfText());
      },
    ],
    [
      'has the text of the disk and all marks again when the unsaved edit is given up',
      async () => {
        await second.run('File: Revert File');
        await second.shows('Ieri Oggi Il molo');
        await second.showsMarks(3);
        await first.showsMarks(3);
        assert.match(source(), /exact: Dario Nesti[^]*exact: Greta Olmi[^]*exact: Portolungo/);
      },
    ],
  ];
}

const folder = temporaryFolder('chiosa-windows');
fs.writeFileSync(path.join(folder, article), text);
// In a browser VS Code would save by itself.
const settings = { 'files.autoSave': 'off' };
await walkThrough({ host: options.host, settings }, async ({ server, browser, page }) => {
  const other = await browser.newPage({ viewport: page.viewportSize() });
  const list = checks(new Window(page), new Window(other), server.url(folder), folder);
  return runChecks(list, other, 'windows.png');
});
