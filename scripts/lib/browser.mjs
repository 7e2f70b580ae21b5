// @ts-check
import { ensureBrowser } from './setUp.mjs';

/** @typedef {'linux' | 'mac' | 'windows'} Platform */

/** What a browser on each platform says of it. @type {Record<Platform, string>} */
const systems = {
  linux: 'X11; Linux x86_64',
  mac: 'Macintosh; Intel Mac OS X 10_15_7',
  windows: 'Windows NT 10.0; Win64; x64',
};

/**
 * @typedef {object} BrowserOptions
 * @property {{ width: number, height: number }} [viewport] in CSS pixels
 * @property {Platform} [platform] which the page is told it runs on; VS Code then has that platform's keys
 * @property {string} [language] the one in which VS Code then takes extensions to be read; its own words stay English
 */

/**
 * A browser with one empty page. Caller closes the browser.
 * @param {BrowserOptions} [options]
 */
export async function launchBrowser({
  viewport = { width: 1280, height: 800 },
  platform = 'linux',
  language,
} = {}) {
  const executablePath = ensureBrowser();
  // Imported here, since a script may have to install it first.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      // A page that Playwright answers for counts as public, and may then not ask 127.0.0.1 for the
      // files of the web extension (webExtension.mjs).
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
  const version = `${browser.version().split('.')[0] ?? ''}.0.0.0`;
  const userAgent = `Mozilla/5.0 (${systems[platform]}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;
  const page = await browser.newPage({ viewport, userAgent });
  if (language !== undefined) {
    // What the page of an installed language pack would say, but without its sentences.
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  }
  return { browser, page };
}
