// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { atExit } from './cleanUp.mjs';
import { root } from './setUp.mjs';

/**
 * The script of a command that an installed package brings: to be run by Node, which, other than npx,
 * works alike on every system.
 * @param {string} name of the package
 * @param {string} [command] if it is not the package's name
 */
export function packageScript(name, command = name) {
  const folder = path.join(root, 'node_modules', name);
  /** @type {unknown} */
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { bin } = /** @type {{ bin?: string | Record<string, string> }} */ (manifest);
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (!script) throw new Error(`The package ${name} has no command ${command}.`);
  return path.join(folder, script);
}

/**
 * Runs a program in the repository's folder and hands over what it prints, line by line.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {(line: string) => void} options.onLine
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<number>} the exit code; 1 if a signal ended it
 */
export function runLines(command, args, { onLine, env = process.env, signal }) {
  const child = spawn(command, args, { cwd: root, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = atExit(() => child.kill());
  for (const input of [child.stdout, child.stderr])
    readline.createInterface({ input }).on('line', onLine);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (error.name === 'AbortError') return; // it is ending
      reject(error);
    });
    child.once('close', (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}
