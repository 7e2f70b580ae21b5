// @ts-check
// What must not outlive a script: its temporary folders and the processes it started.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Runs `task` when this process ends, however it ends (short of a kill that no process can catch).
 * @param {() => void} task must be synchronous
 * @returns {() => void} takes the task back
 */
export function atExit(task) {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

let listening = false;
function listen() {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const task of tasks) task();
  });
  // A signal's default is to end the process without 'exit'.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(1));
  }
}

/**
 * A new folder among the system's temporary ones, gone when this process ends. Its path is kept short:
 * VS Code makes sockets in it, whose paths end at 107 characters.
 * @param {string} name the start of its name
 */
export function temporaryFolder(name) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`)));
  atExit(() => {
    remove(folder);
  });
  return folder;
}

/** Removes a folder in which a process that is ending may still write. @param {string} folder */
export function remove(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
