// @ts-check
// How fast Chiosa is with a long article, 1 MB with 10,000 annotations: see `scripts/bench.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { inMs, quantile, report, runBundle } from './benches.mjs';
import { launchBrowser } from './browser.mjs';
import { remove, temporaryFolder } from './cleanUp.mjs';
import { find, open } from './openings.mjs';
import { readProfile, workIn } from './profile.mjs';
import { startServer } from './serverHost.mjs';
import { root } from './setUp.mjs';
import { Workbench } from './workbench.mjs';

const limits = { openingRatio: 1.3, workPerEvent: 8, longTask: 50 };
const openings = 7;
const presses = 40;
/** Between two key presses, in ms: longer than all rests after which something is drawn or looked at. */
const pause = 600;

/** @typedef {import('./openings.mjs').Opening} Opening */

/** @param {Workbench} workbench */
const closeEditor = (workbench) => workbench.runCommand('View: Close All Editors');

/** @param {import('playwright-core').Page} page @param {{ line: number, column: number }} place from 1 */
async function goTo(page, { line, column }) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget .quick-input-box input').waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.waitForTimeout(pause);
}

/**
 * @typedef {object} Pressed
 * @property {[start: number, end: number][]} windows from each key press to the next, in ms
 * @property {number[]} longTasks of the window, in ms
 */

/**
 * Presses keys and notes when, and what the window's long tasks were.
 * @param {import('playwright-core').Page} page @param {() => Promise<void>} press once
 * @param {number} [count]
 */
async function pressing(page, press, count = presses) {
  /** @type {Pressed} */
  const pressed = { windows: [], longTasks: [] };
  await page.evaluate(() => {
    globalThis.longTasks = [];
  });
  for (let i = 0; i < count; i += 1) {
    const start = Date.now();
    await press();
    await page.waitForTimeout(pause);
    pressed.windows.push([start, Date.now()]);
  }
  pressed.longTasks = await page.evaluate(() => globalThis.longTasks);
  return pressed;
}

/**
 * @typedef {object} Measured
 * @property {Opening[]} bare of the text without annotations, marked as soon as an extension can
 * @property {Opening[]} long of the same text with annotations
 * @property {Record<string, Pressed>} pressed
 */

/**
 * Drives the window.
 * @param {import('playwright-core').Page} page @param {Workbench} workbench
 * @param {{ line: number, column: number }[]} places of names to annotate
 * @param {() => void} startProfile to be called when the files have been opened
 * @returns {Promise<Measured>}
 */
async function drive(page, workbench, places, startProfile) {
  const { keyboard } = page;
  /** @type {Measured} */
  const measured = { bare: [], long: [], pressed: {} };
  for (let i = 0; i < openings; i += 1) {
    measured.bare.push(await open(page, 'bare.txt'));
    await page.waitForTimeout(pause);
    await closeEditor(workbench);
    measured.long.push(await open(page, 'long.txt'));
    await page.waitForTimeout(pause);
    await closeEditor(workbench);
  }
  startProfile();
  for (const name of ['bare.txt', 'long.txt']) {
    await find(page, name);
    await keyboard.press('Enter');
    await page.waitForTimeout(5 * pause);
    await goTo(page, { line: 1001, column: 40 });
    measured.pressed[`moving in ${name}`] = await pressing(page, () => keyboard.press('ArrowDown'));
    await goTo(page, { line: 1001, column: 40 });
    measured.pressed[`typing in ${name}`] = await pressing(page, () => keyboard.press('x'));
    await workbench.runCommand('File: Revert File');
    await page.waitForTimeout(pause);
  }
  await workbench.runCommand('Chiosa: Start Annotation Mode');
  /** @type {Pressed} */
  const acts = { windows: [], longTasks: [] };
  for (const place of places.slice(0, presses)) {
    await goTo(page, place);
    const { windows, longTasks } = await pressing(page, () => keyboard.press('p'), 1);
    acts.windows.push(...windows);
    acts.longTasks.push(...longTasks);
  }
  measured.pressed['annotating in long.txt'] = acts;
  return measured;
}

/** @param {string} folder @param {{ line: number, column: number }[]} places */
async function measure(folder, places) {
  const control = temporaryFolder('chiosa-bench');
  const env = { CHIOSA_BENCH: control };
  const server = await startServer({ env, testing: true, settings: { 'files.autoSave': 'off' } });
  const { browser, page } = await launchBrowser();
  try {
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const ended = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.addInitScript(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    const workbench = new Workbench(page);
    await workbench.open(server.testsUrl(folder, path.join(root, 'out-bench', 'profile.js')));
    await page.waitForTimeout(5 * pause);
    const measured = await drive(page, workbench, places, () => {
      fs.writeFileSync(path.join(control, 'start'), '');
    });
    fs.writeFileSync(path.join(control, 'stop'), '');
    await ended;
    const { began, profile } = readProfile(path.join(control, 'profile.json'));
    return { version: server.version, measured, began, profile };
  } finally {
    await browser.close();
    await server.stop();
    remove(control);
  }
}

/**
 * @typedef {object} Written what test/bench/write.ts says
 * @property {number} characters
 * @property {number} annotations
 * @property {{ line: number, column: number }[]} places from 1
 */

/** @param {Measured} measured */
function reportOpening({ bare, long }) {
  const text = quantile(
    bare.map((each) => each.text),
    0.5,
  );
  const [earliest, marks] = [bare, long].map((all) =>
    quantile(
      all.map((each) => each.marks),
      0.5,
    ),
  );
  const ratio = (/** @type {number} */ ms) => `${inMs(ms)} = ${(ms / text).toFixed(2)}`;
  report(
    'opening',
    `bare text ${inMs(text)} (medians of ${openings}); first marks ${ratio(marks ?? 0)} ` +
      `(at most ${limits.openingRatio}); a mark set the moment that VS Code tells an extension of the editor ` +
      ratio(earliest ?? 0),
    (marks ?? 0) <= limits.openingRatio * text,
  );
}

/** @param {Awaited<ReturnType<typeof measure>>} run */
function reportKeys({ measured, began, profile }) {
  const long = (
    /** @type {Pressed | undefined} */ { longTasks } = { windows: [], longTasks: [] },
  ) => longTasks.filter((duration) => duration > limits.longTask);
  for (const [what, pressed] of Object.entries(measured.pressed)) {
    if (what.endsWith('bare.txt')) continue;
    const work = workIn(profile, began, pressed.windows, '/dist/extension.js');
    const p95 = quantile(work, 0.95);
    report(
      what,
      `own work for each key press: median ${inMs(quantile(work, 0.5))}, 95th percentile ${inMs(p95)}, ` +
        `most ${inMs(Math.max(...work))} (95th percentile below ${limits.workPerEvent} ms)`,
      p95 < limits.workPerEvent,
    );
    const rival = measured.pressed[what.replace('long.txt', 'bare.txt')];
    const [ours, theirs] = [long(pressed), long(rival)];
    report(
      '',
      `tasks of the window above ${limits.longTask} ms: ${ours.length}` +
        (rival ? ` (${theirs.length} in the bare text)` : '') +
        (ours.length > 0 ? `, the longest ${inMs(Math.max(...ours))}` : ''),
      ours.length <= theirs.length,
    );
  }
}

export async function measureLong() {
  const core = runBundle('core.js');
  console.log(core);
  if (core.includes('✗')) process.exitCode = 1;
  const folder = temporaryFolder('chiosa-bench');
  /** @type {unknown} */
  const json = JSON.parse(runBundle('write.js', folder));
  const written = /** @type {Written} */ (json);
  const run = await measure(folder, written.places);
  console.log(
    `VS Code ${run.version}: ${written.characters} characters, ${written.annotations} annotations, ${presses} key presses each`,
  );
  reportOpening(run.measured);
  reportKeys(run);
  remove(folder);
}
