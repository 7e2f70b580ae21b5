// @ts-check
// Packages the extension, installs the package in a VS Code, and looks whether it works there:
//
//   node scripts/testPackage.mjs [--host server|server-min]
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { launchBrowser } from './lib/browser.mjs';
import { runChecks } from './lib/checks.mjs';
import { formatCounts } from './lib/counts.mjs';
import { copySamples } from './lib/folders.mjs';
import { startServer } from './lib/serverHost.mjs';
import { ensureDependencies } from './lib/setUp.mjs';
import { packageExtension } from './lib/vsix.mjs';
import { Workbench } from './lib/workbench.mjs';

const { values: options } = parseArgs({
  options: { host: { type: 'string', default: 'server' } },
});

/**
 * @param {Workbench} workbench @param {string} url @param {string} article
 * @returns {import('./lib/checks.mjs').Check[]}
 */
const checks = (workbench, url, article) => [
  [
    'opens the samples with the package installed',
    async () => {
      await workbench.open(url);
      await workbench.openFile(article);
    },
  ],
  ['has an icon in the activity bar', () => workbench.activityIcon('Chiosa').waitFor()],
  [
    'is active: its view has rows for the article',
    async () => {
      await workbench.openView('Chiosa');
      assert.ok((await workbench.rows()).length > 0);
    },
  ],
];

async function main() {
  ensureDependencies();
  const samples = copySamples();
  const article = fs.readdirSync(samples).find((name) => /^it.*\.txt$/.test(name));
  assert.ok(article, 'There is no Italian sample.');
  const kind = options.host === 'server-min' ? 'server-min' : 'server';
  const server = await startServer({ kind, extensions: [packageExtension()] });
  const { browser, page } = await launchBrowser();
  const workbench = new Workbench(page);
  const url = server.url(samples);
  const counts = await runChecks(checks(workbench, url, article), page, 'package.png');
  await browser.close();
  await server.stop();
  console.log(`[host] VS Code ${server.version}, ${kind}, the packaged extension`);
  console.log(formatCounts(counts));
  return counts.failed === 0;
}

process.exit((await main()) ? 0 : 1);
