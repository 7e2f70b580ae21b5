// @ts-check
// Runs the tests of test/host inside a real VS Code:
//
//   node scripts/testHost.mjs [--host auto|desktop|server|server-min] [--bundle node|web]
//                             [--grep REGEXP] [--untrusted] [--timeout SECONDS]
//                             [--platform linux|mac|windows] [--language it]
//
// The tests must have been built (node esbuild.mjs --tests). --bundle web runs the extension's browser
// bundle in a web worker, --untrusted opens the folder in restricted mode, --platform gives the server's
// page the keys of another platform, --language has it take extensions to be read in another language.
// Without --host, the environment variable VSCODE_HOST decides. What VS Code itself says goes to out-test/*.log.
import fs from 'node:fs';
import path from 'node:path';
import util, { parseArgs } from 'node:util';
import { launchBrowser } from './lib/browser.mjs';
import { chooseHost } from './lib/chooseHost.mjs';
import { formatCounts } from './lib/counts.mjs';
import { runDesktopTests } from './lib/desktopHost.mjs';
import { copyTestWorkspace } from './lib/folders.mjs';
import { startServer } from './lib/serverHost.mjs';
import { untrustedSettings } from './lib/settings.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';
import { TestReport } from './lib/testReport.mjs';
import { injectWebExtension } from './lib/webExtension.mjs';

const { values: options } = parseArgs({
  options: {
    host: { type: 'string', default: process.env['VSCODE_HOST'] ?? 'auto' },
    bundle: { type: 'string', default: 'node' },
    grep: { type: 'string', default: '' },
    untrusted: { type: 'boolean', default: false },
    timeout: { type: 'string', default: '600' },
    platform: { type: 'string', default: 'linux' },
    language: { type: 'string' },
  },
});

/** Half of what a window costs is to draw it, which no test here looks at. */
const smallViewport = { width: 1000, height: 600 };
const plainSettings = { 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false };

const platform = /** @type {import('./lib/browser.mjs').Platform} */ (options.platform);

/**
 * @typedef {object} TestRun
 * @property {string} folder to open
 * @property {string} tests a script that exports `run`
 * @property {boolean} web in a web worker
 * @property {boolean} trust
 * @property {Record<string, unknown>} settings
 * @property {Record<string, string>} env
 * @property {AbortSignal} signal the time is up
 * @property {TestReport} report
 */

/** @param {boolean} web @param {boolean} trust @returns {Record<string, string>} */
function testEnvironment(web, trust) {
  // Real articles, which may not be published with the code, can lie beside it. Tests over them skip
  // where there are none. A web worker can read no files.
  const shared = path.resolve(root, '..', 'shared');
  return {
    TEST_GREP: options.grep,
    CHIOSA_TEST_PLATFORM: platform,
    CHIOSA_TEST_LANGUAGE: options.language ?? 'en',
    ...(trust ? {} : { CHIOSA_TEST_UNTRUSTED: '1' }),
    ...(!web && fs.existsSync(shared) ? { CHIOSA_TEST_SHARED: shared } : {}),
  };
}

/**
 * @param {import('./lib/serverHost.mjs').ServerKind} kind @param {TestRun} run
 * @returns {Promise<number>} the exit code
 */
async function runInServer(kind, { folder, tests, web, trust, settings, env, signal, report }) {
  const server = await startServer({ kind, settings, trust, env, testing: true });
  const { browser, page } = await launchBrowser({
    viewport: smallViewport,
    platform,
    ...(options.language ? { language: options.language } : {}),
  });
  try {
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        report.accept(util.format(...args));
      },
    );
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      page.once('crash', () => {
        reject(new Error('The page crashed.'));
      });
      signal.addEventListener('abort', () => {
        reject(new Error(`The tests did not end within ${options.timeout} s.`));
      });
    });
    page.on('pageerror', (error) => {
      report.log(`pageerror ${error.stack ?? error.message}`);
    });
    if (web) await injectWebExtension(page, { extension: root, tests, env });
    const url = web
      ? server.url(folder, [['skipWelcome', 'true']])
      : server.testsUrl(folder, tests);
    await page.goto(url);
    const code = await ended;
    if (code !== 0 || !report.counts) await page.screenshot({ path: report.screenshot });
    return code;
  } catch (error) {
    await page.screenshot({ path: report.screenshot }).catch(() => undefined);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    report.log(`--- the server's output\n${server.log()}`);
  }
}

async function chooseTestHost() {
  const web = options.bundle === 'web';
  if (web && options.host === 'auto') {
    return { host: /** @type {const} */ ('server'), why: 'the web bundle needs a browser' };
  }
  const chosen = await chooseHost(options.host);
  if (web && chosen.host === 'desktop') {
    throw new Error('The web bundle runs in the server hosts only.');
  }
  return chosen;
}

/** @param {import('./lib/chooseHost.mjs').Host} host @returns {TestRun} */
function prepare(host) {
  const web = options.bundle === 'web';
  const trust = !options.untrusted;
  const tests = path.join(root, 'out-test', web ? 'web' : 'host', 'run.js');
  if (!fs.existsSync(tests)) throw new Error('Build the tests first: node esbuild.mjs --tests');
  return {
    folder: copyTestWorkspace(),
    tests,
    web,
    trust,
    settings: { ...plainSettings, ...(trust ? {} : untrustedSettings) },
    env: testEnvironment(web, trust),
    signal: AbortSignal.timeout(Number(options.timeout) * 1000),
    report: new TestReport(
      [
        ...[host, options.bundle, platform, ...(options.language ? [options.language] : [])],
        ...(trust ? [] : ['untrusted']),
      ].join('-'),
    ),
  };
}

/**
 * @param {import('./lib/chooseHost.mjs').Host} host @param {TestRun} run
 * @returns {Promise<boolean>} did all tests pass, and was there one?
 */
async function carryOut(host, run) {
  const { report } = run;
  const code =
    host === 'desktop'
      ? await runDesktopTests({
          ...run,
          onLine: (line) => {
            report.accept(line);
          },
        })
      : await runInServer(host, run);
  if (!report.counts || !report.version) throw new Error('The tests did not report.');
  const place = run.web ? 'web worker' : 'Node';
  const mode = run.trust ? '' : ', restricted mode';
  console.log(`[host] VS Code ${report.version}, ${host}, ${place} extension host${mode}`);
  console.log(formatCounts(report.counts));
  return code === 0 && report.counts.failed === 0 && report.counts.passed > 0;
}

async function main() {
  ensureDependencies();
  const { host, why } = await chooseTestHost();
  console.log(`[host] ${host}: ${why}`);
  const run = prepare(host);
  try {
    return await carryOut(host, run);
  } catch (error) {
    run.report.log(util.inspect(error));
    const message = error instanceof Error ? error.message : String(error);
    console.error(`[host] ${message} See ${path.relative(root, run.report.logFile)}.`);
    return false;
  }
}

process.exit((await main()) ? 0 : 1);
