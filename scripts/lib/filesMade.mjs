// @ts-check
// Waits for files that another process makes, and says to the millisecond when they came.
import fs from 'node:fs';

const timeout = 60_000; // ms

/** What still waits for files. @type {Set<() => void>} */
const waiting = new Set();

/**
 * Waits for a file to be made in a folder.
 * @param {string} where @param {(file: string) => boolean} isIt
 * @returns {Promise<number>} when, in ms
 */
export function fileMade(where, isIt) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Nothing came in ${where} within ${timeout} ms.`));
      stop();
    }, timeout);
    const watcher = fs.watch(where, (event, file) => {
      // It may be gone again by now.
      if (event !== 'rename' || file === null || !isIt(file)) return;
      resolve(performance.now());
      stop();
    });
    const stop = () => {
      clearTimeout(timer);
      watcher.close();
      waiting.delete(stop);
    };
    waiting.add(stop);
  });
}

/** Forgets all that is still waited for. */
export function stopWaiting() {
  for (const stop of waiting) stop();
}
