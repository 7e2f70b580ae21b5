// Builds everything that runs: the extension for the desktop and for the browser, the command line,
// with --tests the test bundles, and with --bench the benchmark. Usage: node esbuild.mjs [--tests] [--bench] [--watch]
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const withTests = process.argv.includes('--tests');
const withBench = process.argv.includes('--bench');
const watch = process.argv.includes('--watch');

/** What ships must stay small: the limits are in bytes, minified. */
const budgets = {
  'dist/extension.js': 750_000,
  'dist/summaryWorker.js': 600_000,
  'dist/web.js': 750_000,
  'dist/cli.js': 600_000,
};

/** @param {string} folder @param {RegExp} name @returns {string[]} paths of the files below `folder`, sorted */
function filesBelow(folder, name) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => path.join(root, folder, file))
    .sort();
}

/**
 * `import 'tests'` imports every test file that there is, so that none can be forgotten.
 * @param {string} folder @param {RegExp} name @returns {import('esbuild').Plugin}
 */
const allTests = (folder, name) => ({
  name: 'all-tests',
  setup(build) {
    build.onResolve({ filter: /^tests$/ }, () => ({ path: 'tests', namespace: 'all-tests' }));
    build.onLoad({ filter: /.*/, namespace: 'all-tests' }, () => ({
      contents: filesBelow(folder, name)
        .map((file) => `import ${JSON.stringify(file)};`)
        .join('\n'),
      resolveDir: root,
    }));
  },
});

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  external: ['vscode'],
};
/** @type {import('esbuild').BuildOptions} */
const forNode = { ...common, platform: 'node', target: 'node20' };
/** @type {import('esbuild').BuildOptions} */
const forBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  conditions: ['browser'],
  mainFields: ['browser', 'module', 'main'],
};

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  { ...forNode, minify: true, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  {
    ...forNode,
    minify: true,
    entryPoints: ['src/node/summaryWorker.ts'],
    outfile: 'dist/summaryWorker.js',
  },
  { ...forBrowser, minify: true, entryPoints: ['src/extension.ts'], outfile: 'dist/web.js' },
  {
    ...forNode,
    minify: true,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** @returns {import('esbuild').BuildOptions[]} */
const tests = () => [
  {
    ...forNode,
    entryPoints: [
      ...filesBelow('test/unit', /\.test\.ts$/),
      ...filesBelow('test/manifest', /\.test\.ts$/),
    ],
    outdir: 'out-test/unit',
    outbase: 'test',
    external: ['vscode', 'mocha', 'esbuild', 'typescript'],
  },
  {
    ...forNode,
    entryPoints: ['test/support/runInNode.ts'],
    outfile: 'out-test/host/run.js',
    external: ['vscode', 'mocha'],
    plugins: [allTests('test/host', /\.test\.ts$/)],
  },
  {
    ...forBrowser,
    entryPoints: ['test/support/runInBrowser.ts'],
    outfile: 'out-test/web/run.js',
    define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'undefined' },
    banner: { js: 'globalThis.process ??= { env: {} };' },
    plugins: [allTests('test/host', /(?<!\.node)\.test\.ts$/)],
  },
  {
    ...forNode,
    entryPoints: ['test/kill/run.ts', 'test/kill/write.ts'],
    outdir: 'out-test/kill',
  },
];

/** @type {import('esbuild').BuildOptions} */
const bench = {
  ...forNode,
  entryPoints: [
    'test/bench/core.ts',
    'test/bench/write.ts',
    'test/bench/profile.ts',
    'test/bench/sidebar.ts',
    'test/bench/merge/merge.ts',
    'test/bench/anchoring/anchoring.ts',
    'test/bench/index/writeCorpus.ts',
    'test/bench/index/yamlWorker.ts',
    'test/bench/index/cold.ts',
    'test/bench/index/host.ts',
    'test/bench/polnear/write.ts',
    'test/bench/polnear/host.ts',
  ],
  outdir: 'out-bench',
};

const targets = [...product, ...(withTests ? tests() : []), ...(withBench ? [bench] : [])];
if (watch) {
  const contexts = await Promise.all(targets.map((target) => esbuild.context(target)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  if (withTests) fs.rmSync(path.join(root, 'out-test'), { recursive: true, force: true });
  let tooLarge = false;
  for (const target of targets) {
    const { metafile } = await esbuild.build(target);
    const name = target.outfile;
    if (!name || !(name in budgets)) continue;
    fs.writeFileSync(path.join(root, `${name}.meta.json`), JSON.stringify(metafile));
    const size = fs.statSync(path.join(root, name)).size;
    const budget = budgets[/** @type {keyof typeof budgets} */ (name)];
    console.log(
      `${name}: ${String(Math.round(size / 1000))} kB (at most ${String(budget / 1000)} kB)`,
    );
    tooLarge ||= size > budget;
  }
  if (tooLarge) {
    console.error('A bundle is over its budget: see the sizes above.');
    process.exitCode = 1;
  }
}
