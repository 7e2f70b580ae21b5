// @ts-check
// Runs what the CI jobs of docs/git.md run, in a clone of a project that has the command line as npm packs it:
//
//   node scripts/testJobs.mjs
//
// Servers do the rest: checking out, bringing Node, showing the annotations of the log and the SARIF file.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runChecks } from './lib/checks.mjs';
import { temporaryFolder } from './lib/cleanUp.mjs';
import { formatCounts } from './lib/counts.mjs';
import { copySamples } from './lib/folders.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';

/** @typedef {{ jobs: { annotations: { steps: { run?: string }[] } } }} GitHubJobs */
/** @typedef {{ annotations: { script: string[] } }} GitLabJobs */

/** The commands of both jobs. @returns {{ github: string[], gitlab: string[] }} */
function readJobs() {
  const page = fs.readFileSync(path.join(root, 'docs', 'git.md'), 'utf8');
  const [github = '', gitlab = ''] = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(
    ([, yaml = '']) => yaml,
  );
  /** @type {unknown} */
  const hub = parse(github);
  /** @type {unknown} */
  const lab = parse(gitlab);
  return {
    github: /** @type {GitHubJobs} */ (hub).jobs.annotations.steps.flatMap(({ run }) => run ?? []),
    gitlab: /** @type {GitLabJobs} */ (lab).annotations.script,
  };
}

/** @param {string} folder @param {string} command of a shell, which ends with an error where one of it fails */
function shell(folder, command) {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
  });
}

/** A repository of the samples, whose project has the packed command line. @returns {string} its folder */
function makeProject() {
  const packed = temporaryFolder('chiosa-packed');
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed];
  const file = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim();
  const folder = copySamples();
  fs.writeFileSync(path.join(folder, '.gitignore'), 'node_modules/\n');
  fs.copyFileSync(path.join(packed, file), path.join(folder, file));
  for (const command of [
    `npm install --save-dev --no-audit --no-fund --silent ./${file}`,
    'git init --quiet --initial-branch=main && git add --all',
    'git -c user.name=Test -c user.email=test@localhost commit --quiet --no-gpg-sign --message=All',
  ]) {
    const { status, stderr } = shell(folder, command);
    assert.equal(status, 0, stderr);
  }
  return folder;
}

/**
 * A job in a clone. @param {string} project @param {readonly string[]} commands
 * @param {(clone: string) => void} [change] what is wrong in the clone
 * @returns {{ status: number | null, out: string, clone: string }}
 */
function runJob(project, commands, change) {
  const clone = path.join(temporaryFolder('chiosa-job'), 'clone');
  execFileSync('git', ['clone', '--quiet', project, clone]);
  change?.(clone);
  let out = '';
  for (const command of commands) {
    const { status, stdout } = shell(clone, command);
    out += stdout;
    if (status !== 0) return { status, out, clone };
  }
  return { status: 0, out, clone };
}

/** Has one mention that its article has not. @param {string} clone */
function loseMention(clone) {
  const [sidecar = ''] = fs.readdirSync(clone).filter((name) => name.endsWith('.ann.yaml'));
  const file = path.join(clone, sidecar);
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/exact: \S+/, 'exact: Qwxyz'));
}

/** @typedef {{ version: string, runs: { results: { level: string }[] }[] }} Sarif */

/** What the SARIF file of a job says, but for notes. @param {string} clone */
function sarifResults(clone) {
  /** @type {unknown} */
  const log = JSON.parse(fs.readFileSync(path.join(clone, 'annotations.sarif'), 'utf8'));
  const { version, runs } = /** @type {Sarif} */ (log);
  assert.equal(version, '2.1.0');
  return runs.flatMap(({ results }) => results).filter(({ level }) => level !== 'note');
}

async function main() {
  ensureDependencies();
  const { github, gitlab } = readJobs();
  const project = makeProject();
  const counts = await runChecks([
    [
      'the job of GitHub passes where nothing is wrong',
      () => {
        const { status, out } = runJob(project, github);
        assert.equal(status, 0, out);
        assert.doesNotMatch(out, /^::(?:error|warning)/m);
      },
    ],
    [
      'the job of GitHub fails where something is, and marks the line',
      () => {
        const { status, out } = runJob(project, github, loseMention);
        assert.equal(status, 1);
        assert.match(out, /^::\w+ file=[^,]*\.ann\.yaml,line=\d+,/m);
      },
    ],
    [
      'the job of GitLab passes where nothing is wrong, and leaves a SARIF file',
      () => {
        const { status, out, clone } = runJob(project, gitlab);
        assert.equal(status, 0, out);
        assert.deepEqual(sarifResults(clone), []);
      },
    ],
    [
      'the job of GitLab fails where something is, and leaves a SARIF file that says what',
      () => {
        const { status, clone } = runJob(project, gitlab, loseMention);
        assert.equal(status, 1);
        assert.ok(sarifResults(clone).length > 0);
      },
    ],
  ]);
  console.log(formatCounts(counts));
  return counts.failed === 0;
}

process.exit((await main()) ? 0 : 1);
