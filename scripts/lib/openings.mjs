// @ts-check
// Opens files in the workbench by keys, and measures how long that takes.

/** Until a list that is narrowed by what was typed has come to rest, in ms. */
const pause = 600;

/** @typedef {{ text: number, marks: number }} Opening ms from the key press until they stand in the page */

/**
 * Has a file found, so that Enter opens it.
 * @param {import('playwright-core').Page} page @param {string} name
 */
export async function find(page, name) {
  await page.keyboard.press('ControlOrMeta+P');
  await page.locator('.quick-input-widget .quick-input-box input').waitFor();
  await page.keyboard.type(name);
  // Before the list is narrowed by the name, Enter takes what was opened last.
  const first = page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
  await first.and(page.locator(`:has-text("${name}"):not(:has-text("yaml"))`)).waitFor();
  await page.waitForTimeout(pause);
}

/**
 * Opens a file by its name and waits until its text and the first marks in it are there.
 * @param {import('playwright-core').Page} page @param {string} name
 * @returns {Promise<Opening>}
 */
export async function open(page, name) {
  await find(page, name);
  // In the page, so that no message between it and us is measured.
  await page.evaluate((title) => {
    const isThere = (/** @type {string} */ drawn) =>
      document.querySelector('.tab.active')?.textContent.includes(title) &&
      document.querySelector(`.editor-instance ${drawn}`);
    globalThis.opening = new Promise((resolve) => {
      const begin = () => {
        const start = performance.now();
        let text = 0;
        const look = () => {
          const now = performance.now() - start;
          if (text === 0 && isThere('.view-line span span')) text = now;
          if (isThere('.view-lines [class*="ced-"], .view-overlays [class*="ced-"]')) {
            resolve({ text, marks: now });
          } else setTimeout(look, 4);
        };
        look();
      };
      addEventListener('keydown', begin, { capture: true, once: true });
    });
  }, name);
  await page.keyboard.press('Enter');
  return page.evaluate(() => globalThis.opening);
}
