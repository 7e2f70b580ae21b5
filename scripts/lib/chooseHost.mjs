// @ts-check
import { canDownload, hasDisplay, isDownloaded } from './desktopHost.mjs';

/** @typedef {'desktop' | import('./serverHost.mjs').ServerKind} Host a VS Code to run tests in */

const names = /** @type {const} */ (['desktop', 'server', 'server-min']);

/**
 * The host that is asked for; for "auto" the desktop's VS Code where it can run, and else the server's.
 * @param {string} wanted
 * @returns {Promise<{ host: Host, why: string }>} `why` completes "desktop: …"
 */
export async function chooseHost(wanted) {
  const asked = names.find((name) => name === wanted);
  if (asked) return { host: asked, why: 'asked for' };
  if (wanted !== 'auto') {
    throw new Error(`There is no host "${wanted}": the hosts are auto, ${names.join(', ')}.`);
  }
  const executable = process.env['VSCODE_EXECUTABLE'];
  if (executable) return { host: 'desktop', why: `VSCODE_EXECUTABLE is ${executable}` };
  if (!hasDisplay()) return { host: 'server', why: 'there is no display here' };
  if (isDownloaded()) return { host: 'desktop', why: 'a VS Code is in .vscode-test' };
  if (await canDownload()) return { host: 'desktop', why: 'VS Code can be downloaded' };
  return { host: 'server', why: 'VS Code for the desktop cannot be downloaded from here' };
}
