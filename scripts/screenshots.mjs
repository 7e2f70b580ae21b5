// @ts-check
// Takes the pictures of the documentation anew, with the packaged extension on the sample articles:
//
//   npm run screenshots
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './lib/browser.mjs';
import { copySamples } from './lib/folders.mjs';
import { startServer } from './lib/serverHost.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';
import { packageExtension } from './lib/vsix.mjs';
import { Workbench } from './lib/workbench.mjs';

/** The article on the pictures: the first of the samples with such a name. */
const article = /^it.*\.txt$/;
/** A person whose card one picture shows; named in the text above the first quote labelled with it. */
const person = 'Marta Collovini';

const folder = path.join(root, 'media', 'screenshots');
const size = { width: 1280, height: 800 };
const settings = {
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'workbench.colorTheme': 'Default Light Modern',
};

ensureDependencies();
const samples = copySamples();
const file = fs.readdirSync(samples).find((name) => article.test(name));
if (!file) throw new Error(`No sample's name matches ${String(article)}.`);

const server = await startServer({ settings, extensions: [packageExtension()] });
const { browser, page } = await launchBrowser({ viewport: size });
const workbench = new Workbench(page);
fs.mkdirSync(folder, { recursive: true });

await workbench.open(server.url(samples));
await workbench.openFile(file);
await workbench.openView('Chiosa');
await workbench.rows();
await workbench.clickWord(person);
await workbench.restMouse();
await workbench.screenshot(path.join(folder, 'overview.png'));

await workbench.hoverWord(person);
await workbench.screenshot(path.join(folder, 'hover.png'));

await browser.close();
await server.stop();
console.log(`Wrote overview.png and hover.png in ${path.relative(root, folder)}.`);
