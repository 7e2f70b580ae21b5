// @ts-check
// Measures all of it: `npm run bench`; or one part: `npm run bench -- anchoring`, `npm run bench -- long`,
// `npm run bench -- index`, `npm run bench -- sidebar`, `npm run bench -- merge`, `npm run bench -- polnear`.
//
// anchoring: whether spans are found again in later editions of real articles, and how fast, against the
//    matcher of Hypothesis (docs/anchoring.md). `npm run bench -- anchoring development` measures on the articles
//    that weights may be tuned on.
// long: how fast Chiosa is with a long article, 1 MB with 10,000 annotations.
// 1. Reading and writing its sidecar, against the YAML library that does it in full; and carrying its annotations
//    into a text that differs in one place.
// 2. In real VS Code: the time until the first marks stand in the text, against the time until VS Code shows
//    the same text without annotations; the extension's own work for each key press, by the profiler of the
//    extension host; the long tasks of the window, against those of the same keys in the bare text.
// index: how fast the corpus is known, 10,000 articles with 1,000,000 annotations, against the fastest YAML parser
//    of the registry, and how much memory that takes; the same in real VS Code.
// sidebar: how fast its views answer with 100,000 entities, mentions and quotes, in an article and in a corpus.
// merge: how many conflicts are left, and annotations lost, where two branches annotate one article, against git's merge
//    by lines; and where annotations stand when the article was corrected on a branch (docs/merging.md).
// polnear: how fast Ctrl+T, concordances and the tree answer in VS Code over a real corpus, where this machine has it.
//
// Prints all figures, and fails where a limit is not kept.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { measureIndex } from './lib/benchIndex.mjs';
import { measureLong } from './lib/benchLong.mjs';
import { measurePolnear } from './lib/benchPolnear.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';

/** @param {readonly string[]} args */
function measureAnchoring(args) {
  const file = path.join(root, 'out-bench', 'anchoring', 'anchoring.js');
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/** @param {string} script */
function runAlone(script) {
  const file = path.join(root, 'out-bench', script);
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/** @type {Readonly<Record<string, (args: readonly string[]) => unknown>>} */
const parts = {
  anchoring: measureAnchoring,
  long: measureLong,
  index: measureIndex,
  sidebar: () => {
    runAlone('sidebar.js');
  },
  merge: () => {
    runAlone(path.join('merge', 'merge.js'));
  },
  polnear: measurePolnear,
};

ensureDependencies();
const [part, ...rest] = process.argv.slice(2);
if (part !== undefined && !Object.hasOwn(parts, part)) {
  throw new Error(`There is no part “${part}”.`);
}
const build = spawnSync(process.execPath, ['esbuild.mjs', '--bench'], {
  cwd: root,
  stdio: 'inherit',
});
if (build.status !== 0) throw new Error('The build failed.');
for (const [name, measure] of Object.entries(parts)) {
  if (part === undefined || part === name) await measure(rest);
}
