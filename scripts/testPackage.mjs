// @ts-check
// Packages the extension, installs the package in a VS Code, and looks whether it works there, and its command line:
//
//   node scripts/testPackage.mjs [--host server|server-min]
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
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
 * The command line as it is packaged, in a folder of articles.
 * @param {string} extensions @param {string} folder
 * @returns {(...args: string[]) => { status: number | null, stdout: string, stderr: string }}
 */
function commandLine(extensions, folder) {
  const [name] = fs.readdirSync(extensions).filter((each) => each.startsWith('chiosa.'));
  assert.ok(name, 'The extension is not installed.');
  const program = path.join(extensions, name, 'dist', 'cli.js');
  return (...args) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
}

/** Commits all files of a folder. @param {string} folder */
function commitAll(folder) {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--message=All', '--no-gpg-sign'],
  ]) {
    execFileSync('git', [...who, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/**
 * @param {ReturnType<typeof commandLine>} chiosa @param {string} folder @param {string} article its name
 * @returns {import('./lib/checks.mjs').Check[]}
 */
const commandLineChecks = (chiosa, folder, article) => [
  [
    'has a command line that finds nothing wrong with the samples',
    () => {
      const { status, stderr } = chiosa('check');
      assert.equal(status, 0, stderr);
      return Promise.resolve();
    },
  ],
  [
    'carries a sample over to a text that has changed',
    () => {
      commitAll(folder);
      const file = path.join(folder, article);
      fs.writeFileSync(file, `Aggiornamento.\n\n${fs.readFileSync(file, 'utf8')}`);
      const { status, stdout, stderr } = chiosa('reanchor');
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^it.*\.ann\.yaml: carried: \d+, lost: 0, ambiguous: 0\n$/);
      assert.equal(chiosa('reanchor').stdout, '');
      return Promise.resolve();
    },
  ],
];

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
  const all = [
    ...checks(workbench, url, article),
    ...commandLineChecks(commandLine(server.extensions, samples), samples, article),
  ];
  const counts = await runChecks(all, page, 'package.png');
  await browser.close();
  await server.stop();
  console.log(`[host] VS Code ${server.version}, ${kind}, the packaged extension`);
  console.log(formatCounts(counts));
  return counts.failed === 0;
}

process.exit((await main()) ? 0 : 1);
