// @ts-check
// Does what a user does, in a live VS Code with the packaged extension, and looks at what a user sees:
//
//   node scripts/testUser.mjs [--host server|server-min]
import assert from 'node:assert/strict';
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

const article = 'diga.txt';
const text = `La diga di Monteverna tiene

«La diga tiene», ha detto l'ingegnera Livia Sarno. Sarno guida il cantiere da marzo.
`;

/* eslint-disable max-lines-per-function -- the steps of a walk stand on each other and read from top to bottom */
/**
 * One walk from the first look at an article to a sidecar that is broken.
 * @param {Workbench} workbench @param {import('playwright-core').Page} page
 * @param {string} url @param {string} folder
 * @returns {import('./lib/checks.mjs').Check[]}
 */
function checks(workbench, page, url, folder) {
  const sidecar = path.join(folder, `${article}.ann.yaml`);
  const source = () => fs.readFileSync(sidecar, 'utf8');
  const { keyboard } = page;
  /** Selects the words by the editor's own search. @param {string} words */
  const select = async (words) => {
    await keyboard.press('Control+Home');
    await keyboard.press('Control+F');
    await keyboard.type(words);
    await page.locator('.find-widget .matchesCount:has-text("1 of")').waitFor();
    await keyboard.press('Escape');
  };
  const { all: marks, atRest, stayAt } = marksOf(page);
  const toast = page.locator('.notification-list-item-message');

  return [
    [
      'opens a folder that nobody has prepared',
      async () => {
        await workbench.open(url);
        await workbench.openFile(article);
      },
    ],
    [
      'is told by the empty views what to do first',
      async () => {
        await workbench.openView('Chiosa');
        await page
          .locator('.welcome-view-content:has-text("Select a name in the article")')
          .waitFor();
        await page.locator('.welcome-view-content:has-text("No quotes yet")').waitFor();
        await workbench.clickWord('tiene');
      },
    ],
    [
      'annotates a name by keys: selection, chord, type',
      async () => {
        await select('Livia Sarno');
        await keyboard.press('Control+K');
        await keyboard.press('A');
        await workbench.choose('New Person', ':has-text("New Person")');
        await until(() => fs.existsSync(sidecar), 'the sidecar is written');
        assert.match(source(), /livia-sarno:\n {4}name: Livia Sarno\n {4}type: person/);
      },
    ],
    [
      'is offered the known person for the surname alone, first',
      async () => {
        await select('Sarno guida');
        await keyboard.press('ArrowLeft');
        await workbench.runAskingCommand('Chiosa: Annotate as Entity…');
        const first = page.locator('.quick-input-list .monaco-list-row').first();
        await first.waitFor();
        assert.match((await first.getAttribute('aria-label')) ?? '', /Livia Sarno/);
        await keyboard.press('Enter');
        await until(
          () => (source().match(/exact: /g) ?? []).length === 2,
          'the mention is written',
        );
      },
    ],
    [
      'annotates a quote and picks its speaker',
      async () => {
        await select('La diga tiene»');
        await workbench.runCommand('Chiosa: Annotate as Quote');
        await until(() => source().includes('quotes:'), 'the quote is written');
        await workbench.runAskingCommand('Chiosa: Set Speaker of Quote…');
        await workbench.choose('Livia', ':has-text("Livia Sarno")');
        await until(() => source().includes('entity: livia-sarno'), 'the speaker is written');
      },
    ],
    [
      'sees the quote and both mentions marked: each as a whole and at both ends',
      async () => {
        await marks.nth(3 * 3 - 1).waitFor();
      },
    ],
    [
      'sees no mark while the schema leaves the article out, and all of them behind that',
      async () => {
        const schema = path.join(folder, 'chiosa.yaml');
        fs.writeFileSync(schema, 'articles: [ "others/**" ]\n');
        await marks.first().waitFor({ state: 'detached' });
        fs.rmSync(schema);
        await marks.nth(3 * 3 - 1).waitFor();
      },
    ],
    [
      'sees the marks keep to their words while the text changes, and come back with words that were gone',
      async () => {
        // Where the cursor is, it highlights what belongs together.
        const home = () => keyboard.press('Control+Home');
        await home();
        await page.locator('.view-line:has-text("tiene»— Livia Sarno,")').waitFor();
        const before = await atRest();
        await select('La diga tiene»');
        await keyboard.press('ArrowLeft');
        await keyboard.press('ArrowLeft');
        await keyboard.press('x');
        await home();
        await page.locator('.view-line:has-text("x«")').waitFor();
        // The editor may draw the first frame by an estimate of how wide the letters are.
        const wider = await atRest();
        assert.notDeepEqual(wider, before);
        assert.equal(wider.length, before.length);
        await keyboard.press('Control+Z');
        await home();
        await stayAt(before);
        await select('Livia Sarno');
        await keyboard.press('Delete');
        await home();
        // Left are the other mention, the quote, its cue, and what is left of its speaker.
        await marks.nth(2 * 3 + 2).waitFor({ state: 'detached' });
        await keyboard.press('Control+Z');
        await home();
        await stayAt(before);
      },
    ],
    [
      'sees both in the sidebar, and goes to the text with a click',
      async () => {
        const labels = (await workbench.rows('Livia Sarno')).map(({ label }) => label);
        assert.ok(
          labels.some((label) => label.includes('Livia Sarno, Person, mentions: 2')),
          labels.join(),
        );
        assert.ok(
          labels.some((label) => label.includes('Direct quote: La diga tiene, line 3')),
          labels.join(),
        );
        await page.locator('.sidebar .monaco-list-row:has-text("La diga tiene")').last().click();
        await page.locator('.statusbar-item:has-text("(13 selected)")').waitFor();
      },
    ],
    [
      'reads the hover card, and after a reload reads it again',
      async () => {
        assert.match(
          await workbench.hoverWord('Sarno guida'),
          /Livia\sSarno\s·\sPerson[^]*Mentions\sin\sthis\sarticle:\s2/,
        );
        await workbench.restMouse();
        await page.reload();
        await page.locator('.editor-instance .view-line').first().waitFor();
        await page.locator('.sidebar .monaco-list-row:has-text("Livia Sarno")').first().waitFor();
        assert.match(
          await workbench.hoverWord('Sarno guida'),
          /Livia\sSarno\s·\sPerson[^]*Mentions\sin\sthis\sarticle:\s2/,
        );
        assert.equal(fs.readFileSync(path.join(folder, article), 'utf8'), text);
      },
    ],
    [
      'undoes with the chord what is undone in this window only',
      async () => {
        await workbench.restMouse();
        await workbench.clickWord('Monteverna');
        const before = source();
        await select('Monteverna');
        await keyboard.press('Control+K');
        await keyboard.press('A');
        await workbench.choose('New Location', ':has-text("New Location")');
        await until(() => source().includes('monteverna:'), 'the place is written');
        await keyboard.press('Control+K');
        await keyboard.press('Shift+Z');
        await until(() => source() === before, 'the act is taken back');
      },
    ],
    [
      'annotates in annotation mode by single keys, and no stray key changes the article',
      async () => {
        await keyboard.press('Control+K');
        await keyboard.press('G');
        await page.locator('.statusbar-item:has-text("Annotating")').waitFor();
        const before = source();
        await select('Monteverna');
        await keyboard.press('Q');
        await until(() => source().includes('exact: Monteverna'), 'the quote is written');
        await keyboard.press('Control+Z');
        await until(() => source() === before, 'the usual key takes the act back');
        await keyboard.type('; - ');
        await keyboard.press('H');
        await page.locator('.quick-input-list .monaco-list-row:has-text("Location")').waitFor();
        await keyboard.press('Escape');
        await keyboard.press('Control+K');
        await keyboard.press('G');
        await page.locator('.statusbar-item:has-text("Annotate")').waitFor();
        assert.equal(fs.readFileSync(path.join(folder, article), 'utf8'), text);
      },
    ],
    [
      'stops looking in all articles by the button of the list, which stays and takes an answer',
      async () => {
        const many = path.join(folder, 'many');
        fs.mkdirSync(many);
        // So many that the search is not over before it is stopped.
        for (let i = 0; i < 30_000; i += 1) fs.writeFileSync(path.join(many, `${i}.txt`), text);
        await select('diga');
        await keyboard.press('Control+K');
        await keyboard.press('A');
        await workbench.choose('New Work', ':has-text("New Work")');
        await until(() => source().includes('exact: diga'), 'the first one is annotated');
        await keyboard.press('F1');
        const command = 'Chiosa: Annotate All Occurrences';
        await workbench.choose(command, `[aria-label^="${command}"]`);
        const button = (/** @type {string} */ name) =>
          page.locator(`.quick-input-titlebar .action-label[aria-label="${name}"]`);
        const looking = page.locator('.quick-input-title:has-text(" of 30001 files")');
        await button('In All Articles').click();
        await looking.waitFor();
        await button('In This Article').click();
        await button('In All Articles').click();
        await looking.waitFor();
        await page.locator('.editor-instance .view-line').last().click();
        await button('Stop Looking').click();
        await button('In All Articles').waitFor();
        await page.locator('.quick-input-title:has-text("in this article")').waitFor();
        assert.equal(await page.locator('.quick-input-list .monaco-list-row').count(), 1);
        await page.locator('.quick-input-box input').first().press('Enter');
        await until(() => source().match(/exact: diga/g)?.length === 2, 'the other one too');
        fs.rmSync(many, { recursive: true });
      },
    ],
    [
      'is told file, line and column of a sidecar that cannot be read, which stays as it is',
      async () => {
        const broken = `${source()}quotes: {\n`;
        fs.writeFileSync(sidecar, broken);
        await select('Monteverna');
        await workbench.runCommand('Chiosa: Annotate as Quote');
        await toast
          .filter({ hasText: /diga\.txt\.ann\.yaml:\d+:\d+: / })
          .first()
          .waitFor();
        assert.equal(source(), broken);
      },
    ],
  ];
}

const folder = temporaryFolder('chiosa-user');
fs.writeFileSync(path.join(folder, article), text);
await walkThrough({ host: options.host, patience: 15_000 }, ({ server, page }) =>
  runChecks(checks(new Workbench(page), page, server.url(folder), folder), page, 'user.png'),
);
