import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { numbers } from '../numbers';
import { measureBranches, type Tally } from './branches';
import { measureCorrected } from './corrected';

// How a merge by meaning compares with git's merge by lines, and where annotations stand after the article was
// corrected on a branch. Prints the figures; fails where a limit is not kept.

const runs = 1000;
/** So many are to stand right: between git’s marks, words may stand in the other side’s version of a paragraph too. */
const enough = 0.999;
const out = (line: string) => process.stdout.write(`${line}\n`);

function report(what: string, figures: string, isKept = true): void {
  out(`${isKept ? ' ' : '✗'} ${what.padEnd(34)} ${figures}`);
  if (!isKept) process.exitCode = 1;
}

function figuresOf({ conflicted, broken, lost }: Tally): string {
  const share = `${((conflicted / runs) * 100).toFixed(1)} %`;
  return `conflicts: ${share.padStart(7)}, unreadable: ${broken}, annotations lost: ${lost}`;
}

function compare(folder: string, disagreeing: number): void {
  const people = disagreeing > 0 ? `1 in ${disagreeing} seen otherwise` : 'all seen alike';
  out(`\n${runs} merges of two branches with 50 annotations each, ${people}`);
  const result = measureBranches(runs, numbers(7), folder, disagreeing);
  const { git, ours, disagreed, wrong } = result;
  report('git merge-file', figuresOf(git));
  const isRare = disagreeing > 0 || ours.conflicted * 100 <= git.conflicted;
  report('chiosa merge', figuresOf(ours), isRare && ours.lost === 0 && ours.broken === 0);
  report(
    'merges with real disagreement',
    `${disagreed}; told otherwise by chiosa: ${wrong}`,
    wrong === 0,
  );
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-bench-'));
try {
  compare(folder, 0);
  compare(folder, 25);
  out('\nThe article is corrected on one branch and annotated on the other');
  for (const [what, { right, wrong, missing }] of measureCorrected(numbers(11), folder)) {
    const total = right + wrong + missing;
    const figures = `right: ${right} of ${total}, wrong: ${wrong}, without a place: ${missing}`;
    report(what, figures, right >= enough * total);
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
