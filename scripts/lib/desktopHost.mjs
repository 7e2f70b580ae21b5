// @ts-check
// VS Code for the desktop: one that is installed, or one that @vscode/test-electron downloads.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { atExit, temporaryFolder } from './cleanUp.mjs';
import { runLines } from './run.mjs';
import { makeUser } from './settings.mjs';
import { findOnPath, root } from './setUp.mjs';

/** Can a window be shown here? */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

// --- finding one

/**
 * The program behind the `code` command, a script that starts it and goes away: a window can be ended
 * only through the program itself. The command, where the program is not in one of the usual places.
 * @param {string} command
 */
function programOf(command) {
  const folder = path.dirname(fs.realpathSync(command));
  const programs = [
    path.join(folder, '..', 'code'), // Linux: /usr/share/code/bin/code
    path.join(folder, '..', 'Code.exe'), // Windows: Microsoft VS Code\bin\code.cmd
    path.join(folder, '..', '..', '..', 'MacOS', 'Code'), // macOS: Contents/Resources/app/bin/code
    path.join(folder, '..', '..', '..', 'MacOS', 'Electron'), // the same, in older versions
  ];
  return programs.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile()) ?? command;
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      ['Code', 'Electron'].map((name) =>
        path.join(folder, 'Visual Studio Code.app', 'Contents', 'MacOS', name),
      ),
    );
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA: own, ProgramFiles: all } = process.env;
    return [own && path.join(own, 'Programs'), all]
      .flatMap((folder) => folder ?? [])
      .map((folder) => path.join(folder, 'Microsoft VS Code', 'Code.exe'));
  }
  return ['/usr/share/code/code', '/opt/visual-studio-code/code'];
}

/**
 * The VS Code that VSCODE_EXECUTABLE names, or else the one that is installed.
 * @returns {string | undefined}
 */
export function findDesktop() {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  const command = findOnPath('code');
  if (command) return programOf(command);
  return usualPlaces().find((file) => fs.existsSync(file));
}

/** Has @vscode/test-electron finished a download here? */
export function isDownloaded() {
  const folder = path.join(root, '.vscode-test');
  if (!fs.existsSync(folder)) return false;
  return fs
    .readdirSync(folder)
    .some((name) => fs.existsSync(path.join(folder, name, 'is-complete')));
}

/**
 * Can a VS Code be downloaded from here?
 * @param {number} [timeout] ms
 * @returns {Promise<boolean>}
 */
export function canDownload(timeout = 5000) {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeout);
    const url = 'https://update.code.visualstudio.com/api/releases/stable';
    https
      .get(url, { signal }, (response) => {
        response.destroy();
        resolve(response.statusCode === 200);
      })
      .on('error', () => {
        resolve(false);
      });
  });
}

// --- running one

/** @param {Record<string, unknown>} settings @returns {string[]} arguments for a profile of its own */
function profileArguments(settings) {
  const folder = temporaryFolder('chiosa-vs');
  const user = path.join(folder, 'user');
  makeUser(user, settings);
  return [
    `--user-data-dir=${user}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    // Electron's sandbox does not work as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Runs tests in a VS Code, which ends with them.
 * @param {object} options
 * @param {string} options.folder to open
 * @param {string} options.tests a script that exports `run`
 * @param {boolean} options.trust
 * @param {Record<string, unknown>} options.settings
 * @param {Record<string, string>} options.env
 * @param {AbortSignal} options.signal ends it
 * @param {(line: string) => void} options.onLine
 * @returns {Promise<number>} the exit code
 */
export async function runDesktopTests({ folder, tests, trust, settings, env, signal, onLine }) {
  const executable = process.env['VSCODE_EXECUTABLE'] ?? (await download());
  const args = [
    folder,
    ...profileArguments(settings),
    ...(trust ? ['--disable-workspace-trust'] : []),
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${tests}`,
  ];
  return runLines(executable, args, { onLine, signal, env: { ...process.env, ...env } });
}

async function download() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({
    version: process.env['VSCODE_VERSION'] ?? 'stable',
    cachePath: path.join(root, '.vscode-test'),
    reporter: new SilentReporter(),
  });
}

/**
 * Opens a window with the extension as it is in the repository.
 * @param {string} executable @param {string} folder
 * @returns {Promise<void>} settled when the window is closed
 */
export function openDesktop(executable, folder) {
  const args = [
    folder,
    ...profileArguments({}),
    '--new-window',
    '--wait', // for the `code` command; the program itself waits anyway
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${root}`,
  ];
  const child = spawn(executable, args, { stdio: 'inherit', shell: executable.endsWith('.cmd') });
  atExit(() => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      resolve();
    });
  });
}
