// @ts-check
// What the scripts need before they can do their work: the packages of a lockfile, and a browser.
// Imports nothing but Node's own modules, since it runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const onWindows = process.platform === 'win32';

// --- packages

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages by folder */

/** @param {string} lockfile @returns {LockedPackages} */
function readLock(lockfile) {
  /** @type {unknown} */
  const lock = JSON.parse(fs.readFileSync(lockfile, 'utf8'));
  return /** @type {{ packages: LockedPackages }} */ (lock).packages;
}

/**
 * Are the packages of `folder` those of its lockfile? Compares npm's own stamp, the list of what it
 * installed, which it writes last; times of files would say little after a checkout.
 * @param {string} folder
 */
function isInstalled(folder) {
  const stamp = path.join(folder, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(stamp)) return false;
  const installed = readLock(stamp);
  const wanted = Object.entries(readLock(path.join(folder, 'package-lock.json')));
  return wanted.every(([where, { version, optional }]) => {
    if (!where.startsWith('node_modules/')) return true; // the folder's own package, or a local one
    const found = installed[where];
    return found ? found.version === version : optional === true;
  });
}

/**
 * Installs the packages of the lockfile in `folder`, without their install scripts, unless they are
 * there already. Returns whether it installed anything.
 * @param {string} folder
 */
export function installLocked(folder) {
  if (isInstalled(folder)) return false;
  const started = Date.now();
  const name = path.relative(root, folder) || 'the repository';
  console.log(`[set-up] installing the packages of ${name}`);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: onWindows, // npm is a .cmd there
  });
  console.log(`[set-up] installed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return true;
}

/** The packages that the build, the tests and the scripts use. */
export function ensureDependencies() {
  installLocked(root);
}

// --- browser

/**
 * The file that starting `command` in a shell would run.
 * @param {string} command
 * @returns {string | undefined}
 */
export function findOnPath(command) {
  const names = onWindows ? [`${command}.exe`, `${command}.cmd`] : [command];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

const browserCommands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/** Where installers put browsers that no PATH knows. @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', path.join(os.homedir(), 'Applications')].map((folder) =>
        path.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (onWindows) {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .flatMap((variable) => process.env[variable] ?? [])
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** Where Playwright keeps its downloads, and what a Chromium is called in there. */
const playwright = {
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  caches: { darwin: 'Library/Caches', win32: 'AppData/Local' },
  /** @type {Partial<Record<NodeJS.Platform, string[]>>} */
  executables: {
    darwin: [
      'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: ['chrome.exe'],
  },
};

/** The Chromiums that Playwright has downloaded for this user, newest first. @returns {string[]} */
function playwrightDownloads() {
  const cache = path.join(os.homedir(), playwright.caches[process.platform] ?? '.cache');
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(cache, 'ms-playwright');
  if (!fs.existsSync(folder)) return [];
  const names = playwright.executables[process.platform] ?? ['chrome'];
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((revision) => path.join(folder, revision))
    .flatMap((revision) => fs.readdirSync(revision).map((part) => path.join(revision, part)))
    .flatMap((part) => names.map((name) => path.join(part, name)));
}

/**
 * Is it there, and does it start? (A browser that was downloaded may lack the system's libraries.)
 * On Windows and macOS asking for the version would open a window, and libraries are no trouble.
 * @param {string} executable
 */
function runs(executable) {
  if (!fs.existsSync(executable)) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(executable, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** @returns {string | undefined} */
function findBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there.`);
    return named;
  }
  const known = browserCommands.flatMap((command) => findOnPath(command) ?? []);
  return [...known, ...usualPlaces(), ...playwrightDownloads()].find(runs);
}

/** Without a network this ends after some seconds. */
function downloadBrowser() {
  ensureDependencies();
  const cli = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: 600_000,
  });
}

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !findOnPath('apt-get')) return;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}

/**
 * The executable of a Chromium, Chrome or Edge: the system's, or else one that Playwright or apt-get
 * can bring.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  /** @type {[how: string, install: () => void][]} */
  const ways = [
    ['download one with Playwright', downloadBrowser],
    ['install one with apt-get', installDebianPackage],
  ];
  for (const [how, install] of ways) {
    console.log(`[set-up] no Chromium, Chrome or Edge here: trying to ${how}`);
    install();
    const brought = findBrowser();
    if (brought) return brought;
  }
  throw new Error(
    'This needs a Chromium, Chrome or Edge and found none. Install one (on Debian: apt-get install ' +
      'chromium; elsewhere: npx playwright-core install chromium), or set CHROMIUM to its executable.',
  );
}
