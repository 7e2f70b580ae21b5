// @ts-check
// Takes the pictures of the documentation anew, with the packaged extension on the sample articles:
//
//   npm run screenshots
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './lib/browser.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { copySamples } from './lib/folders.mjs';
import { startServer } from './lib/serverHost.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';
import { packageExtension } from './lib/vsix.mjs';
import { Workbench } from './lib/workbench.mjs';

/** The article on the pictures: the first of the samples with such a name. */
const article = /^it.*\.txt$/;
/** A person whose card one picture shows; named in the text above the first quote labelled with it. */
const person = 'Marta Collovini';

/** The editor's themes, by the ends of the names of the pictures of nested and touching spans. */
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};
const nested = path.join(root, 'test', 'fixtures', 'looks');
/** As high as the article in `nested`, in CSS pixels, so that the pictures show nothing else. */
const nestedHeight = 363;

/** Until the window has seen the settings and is drawn in another theme, in ms. */
const themePause = 2000;

const folder = path.join(root, 'media', 'screenshots');
/** As high as all mentions of the person are, in CSS pixels. */
const concordanceHeight = 480;
const size = { width: 1280, height: 800 };
const settings = {
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'workbench.colorTheme': themes.light,
};

/** @param {Workbench} workbench @param {string} url of the samples */
async function takeOverview(workbench, url) {
  const samples = fs.readdirSync(path.join(root, 'media', 'samples'));
  const file = samples.find((name) => article.test(name));
  if (!file) throw new Error(`No sample's name matches ${String(article)}.`);
  await workbench.open(url);
  await workbench.openFile(file);
  await workbench.openView('Chiosa');
  await workbench.rows();
  await workbench.clickWord(person);
  await workbench.restMouse();
  await workbench.screenshot(path.join(folder, 'overview.png'));
  await workbench.hoverWord(person);
  await workbench.screenshot(path.join(folder, 'hover.png'));
}

/** All mentions of the person at the cursor. @param {Workbench} workbench @param {import('playwright-core').Page} page */
async function takeConcordance(workbench, page) {
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Chiosa: Concordance');
  await page.locator('.view-line:has-text("Rows:")').waitFor();
  await workbench.restMouse();
  await page.setViewportSize({ width: size.width, height: concordanceHeight });
  await workbench.screenshot(path.join(folder, 'concordance.png'));
}

/**
 * @param {Workbench} workbench @param {import('playwright-core').Page} page
 * @param {string} url of the folder @param {string} copy the folder, whose settings choose the theme
 */
async function takeNested(workbench, page, url, copy) {
  await page.setViewportSize({ width: 900, height: 560 });
  await workbench.open(url);
  await workbench.openFile('portoluce.txt');
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.clickWord('nemmeno');
  await workbench.restMouse();
  const editor = page.locator('.editor-instance .monaco-editor').first();
  for (const [name, theme] of Object.entries(themes)) {
    fs.mkdirSync(path.join(copy, '.vscode'), { recursive: true });
    const chosen = JSON.stringify({ 'workbench.colorTheme': theme });
    fs.writeFileSync(path.join(copy, '.vscode', 'settings.json'), chosen);
    const { x = 0, y = 0, width = 0 } = (await editor.boundingBox()) ?? {};
    await page.waitForTimeout(themePause);
    const file = path.join(folder, `spans-${name}.png`);
    await page.screenshot({ path: file, clip: { x, y, width, height: nestedHeight } });
  }
}

ensureDependencies();
const samples = copySamples();
const looks = path.join(temporaryFolder('chiosa'), 'looks');
fs.cpSync(nested, looks, { recursive: true });
const server = await startServer({ settings, extensions: [packageExtension()] });
const { browser, page } = await launchBrowser({ viewport: size });
const workbench = new Workbench(page);
fs.mkdirSync(folder, { recursive: true });

await takeOverview(workbench, server.url(samples));
await takeConcordance(workbench, page);
await takeNested(workbench, page, server.url(looks), looks);

await browser.close();
await server.stop();
console.log(`Wrote the pictures in ${path.relative(root, folder)}.`);
