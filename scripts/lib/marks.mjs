// @ts-check
// Looks at the marks that the extension has drawn in the editor.
import assert from 'node:assert/strict';

/** @param {import('playwright-core').Page} page */
export function marksOf(page) {
  const all = page.locator('.view-overlays .cdr[class*="ced-"]');
  const now = () =>
    all.evaluateAll((marks) =>
      marks
        .map((mark) => mark.getBoundingClientRect())
        .map(({ left, top, width }) => [top, left, width].map(Math.round).join(' '))
        .sort(),
    );
  /** Where the marks stand on the screen, in whole pixels. While they are drawn anew they stand nowhere. */
  const places = async () => {
    for (let i = 0; i < 100 && (await now()).includes('0 0 0'); i += 1)
      await page.waitForTimeout(40);
    return now();
  };
  /** Waits until the marks stand there, and as long as it takes to draw them anew. @param {string[]} wanted */
  const stayAt = async (wanted) => {
    const areThere = async () => (await places()).join() === wanted.join();
    for (let i = 0; i < 200 && !(await areThere()); i += 1) await page.waitForTimeout(40);
    await page.waitForTimeout(1000);
    assert.deepEqual(await places(), wanted);
  };
  /** Waits until the marks are where they were a second before. @returns {Promise<string[]>} their places */
  const atRest = async () => {
    for (let before = await places(); ; before = await places()) {
      await page.waitForTimeout(1000);
      if ((await places()).join() === before.join()) return before;
    }
  };
  return { all, places, atRest, stayAt };
}
