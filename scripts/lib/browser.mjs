// @ts-check
import { ensureBrowser } from './setUp.mjs';

/**
 * @typedef {object} BrowserOptions
 * @property {{ width: number, height: number }} [viewport] in CSS pixels
 */

/**
 * A browser with one empty page. Caller closes the browser.
 * @param {BrowserOptions} [options]
 */
export async function launchBrowser({ viewport = { width: 1280, height: 800 } } = {}) {
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
  const page = await browser.newPage({ viewport });
  return { browser, page };
}
