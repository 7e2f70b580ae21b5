// @ts-check
// Measures the code against the limits that the project has set itself, and prints a table:
// `npm run measure`. It fails where a limit is not kept; a goal (~) is shown and does not fail.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/setUp.mjs';

/** @param {string} folder @returns {{ file: string, text: string, lines: number }[]} TypeScript, sorted */
function sources(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(root, folder, file), 'utf8');
      return { file: path.join(folder, file), text, lines: text.split('\n').length - 1 };
    });
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((a, b) => a + b, 0);

const source = sources('src');
// The checks of what a user sees in a live VS Code are tests too.
const walks = fs
  .readdirSync(path.join(root, 'scripts'), { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => fs.readFileSync(path.join(root, 'scripts', name), 'utf8'))
  .filter((text) => text.includes("from './lib/checks.mjs'"))
  .map((text) => text.split('\n').length - 1);
const test = sources('test').map(({ lines: count }) => count);
const lines = source.map((each) => each.lines).sort((a, b) => a - b);
const largest = source.reduce((a, b) => (a.lines > b.lines ? a : b));
const entry = source.find(({ file }) => file === path.join('src', 'extension.ts'));
const withVscode = source.filter(({ text }) => text.includes("from 'vscode'"));
const coreWithVscode = withVscode.filter(({ file }) => file.startsWith(path.join('src', 'core')));
const anys = sum(
  source.map(({ text }) => (text.match(/(?:[:<,(|]\s*|\bas )any\b(?!\w)/g) ?? []).length),
);
const share = withVscode.length / source.length;
const testToSource = sum([...test, ...walks]) / sum(lines);
const median = lines[Math.floor(lines.length / 2)] ?? 0;

/** @type {[what: string, measured: string, limit: string, isKept: boolean][]} */
const table = [
  ['entry file, lines', String(entry?.lines), '≤ 60', (entry?.lines ?? Infinity) <= 60],
  ['source files', String(source.length), '', true],
  ['source lines', String(sum(lines)), '', true],
  ['file, median lines', String(median), '≤ 90', median <= 90],
  ['file, most lines', `${largest.lines} (${largest.file})`, '≤ 300', largest.lines <= 300],
  ['core files with vscode', String(coreWithVscode.length), '0', coreWithVscode.length === 0],
  [
    'files with vscode',
    `${withVscode.length} of ${source.length} = ${(share * 100).toFixed(0)} %`,
    '< 45 %',
    share < 0.45,
  ],
  ['any', String(anys), '0', anys === 0],
  ['test lines to source lines', testToSource.toFixed(2), '≥ 1.2', testToSource >= 1.2],
];
for (const [what, measured, limit, isKept] of table) {
  console.log(`${isKept ? ' ' : '✗'} ${what.padEnd(28)} ${measured.padEnd(48)} ${limit}`);
}
process.exitCode = table.every(([, , , isKept]) => isKept) ? 0 : 1;
