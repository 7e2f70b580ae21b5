import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bridge, bridgeFiles } from '../../../support/bridge';
import { repositoryPath, withFolder } from '../../../support/files';
import { commitAll, git } from '../../../support/git';

const program = repositoryPath('out-test', 'git’s install', 'cli.js');
const broken = bridge.sidecar.replace('type: person', 'type: 5');

/** Runs a program in a folder. */
function run(folder: string, name: string, ...args: readonly string[]) {
  const { GIT_DIR: _, ...env } = process.env;
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
  const all = name === 'git' ? [...identity, ...args] : args;
  return spawnSync(name, all, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}

const chiosa = (folder: string, ...args: readonly string[]) =>
  run(folder, process.execPath, program, ...args);

/** All files of git’s folder that `install` may change, with their contents and modes. */
function setUpOf(folder: string): string {
  const files = ['config', 'info/attributes', 'hooks/pre-commit'];
  return JSON.stringify(
    files.map((name) => {
      const file = git(folder, 'rev-parse', '--git-path', name);
      const place = path.resolve(folder, file);
      return fs.existsSync(place)
        ? [name, fs.readFileSync(place, 'utf8'), fs.statSync(place).mode]
        : [name];
    }),
  );
}

const write = (folder: string, file: string, content: string) => {
  fs.writeFileSync(path.join(folder, file), content);
};

describe('chiosa git install', function () {
  this.timeout(60_000);

  before(() => {
    const entryPoints = [repositoryPath('src', 'cli', 'bin.ts')];
    buildSync({ entryPoints, bundle: true, platform: 'node', outfile: program });
  });
  after(() => {
    fs.rmSync(path.dirname(program), { recursive: true });
  });

  /** A repository in which it is installed. */
  const installed = (test: (folder: string) => unknown, more: readonly string[] = []) =>
    withFolder({ ...bridgeFiles, 'città/il ponte.txt': bridge.first }, async (folder) => {
      git(folder, 'init', '--quiet', ...more);
      commitAll(folder);
      write(folder, 'città/il ponte.txt.ann.yaml', bridge.sidecar);
      assert.equal(chiosa(folder, 'git', 'install').stderr, '');
      await test(folder);
    });

  for (const [what, more] of [
    ['a repository', []],
    ['a repository with SHA-256', ['--object-format=sha256']],
  ] as const) {
    it(`refuses a commit of a bad sidecar in ${what}, with its place, and not one that is not staged`, () =>
      installed((folder) => {
        write(folder, 'ponte.txt.ann.yaml', broken);
        const other = run(folder, 'git', 'add', 'città');
        assert.equal(other.status, 0);
        assert.equal(run(folder, 'git', 'commit', '-m', 'Other').status, 0);
        const all = run(folder, 'git', 'commit', '-a', '-m', 'Bad');
        assert.equal(all.status, 1, all.stderr);
        assert.match(all.stderr + all.stdout, /^ponte\.txt\.ann\.yaml:6:11: error: /m);
        assert.equal(run(folder, 'git', 'commit', '-a', '--no-verify', '-m', 'Bad').status, 0);
      }, more));
  }

  it('checks what is staged, whatever the work tree says since', () =>
    installed((folder) => {
      write(folder, 'ponte.txt.ann.yaml', broken);
      git(folder, 'add', 'ponte.txt.ann.yaml');
      write(folder, 'ponte.txt.ann.yaml', bridge.sidecar);
      const { status, stdout } = chiosa(path.join(folder, 'città'), 'check', '--staged');
      assert.equal(status, 1);
      assert.match(stdout, /^\.\.[\\/]ponte\.txt\.ann\.yaml:6:11: error: /);
    }));

  it('finds annotations of a corrected article by the text that git has', () =>
    installed((folder) => {
      write(folder, 'ponte.txt', bridge.second);
      git(folder, 'add', 'ponte.txt');
      const { status, stdout } = chiosa(folder, 'check', '--staged');
      assert.equal(status, 0, stdout);
      assert.match(stdout, /info: .*text-changed/);
    }));

  for (const file of ['ponte.txt.ann.yaml', 'città/il ponte.txt.ann.yaml']) {
    it(`merges ${file} by meaning, and shows what has changed in words`, () =>
      installed((folder) => {
        git(folder, 'add', '--all');
        git(folder, 'commit', '--quiet', '--message=Base');
        git(folder, 'checkout', '--quiet', '-b', 'other');
        const line = '      - { exact: Tassoni }\n';
        const change = (words: string) => {
          write(folder, file, bridge.sidecar.replace(line, `${line}      - { exact: ${words} }\n`));
        };
        change('prima cittadina');
        const { stdout } = run(folder, 'git', 'diff');
        assert.match(stdout, /^\+mention of Irene Tassoni: “prima cittadina”$/m);
        run(folder, 'git', 'commit', '-a', '-m', 'Other');
        git(folder, 'checkout', '--quiet', '-');
        change('La sindaca');
        run(folder, 'git', 'commit', '-a', '-m', 'Ours');
        const merge = run(folder, 'git', 'merge', '-m', 'Merge', 'other');
        assert.equal(merge.status, 0, merge.stdout + merge.stderr);
        const merged = fs.readFileSync(path.join(folder, file), 'utf8');
        for (const words of ['La sindaca', 'Tassoni', 'prima cittadina']) {
          assert.ok(merged.includes(`{ exact: ${words} }`), merged);
        }
      }));
  }

  it('does the same where it is done twice, and all is undone by --uninstall', () =>
    withFolder(bridgeFiles, (folder) => {
      commitAll(folder);
      git(folder, 'config', 'merge.chiosa.driver', 'true');
      const before = setUpOf(folder);
      chiosa(folder, 'git', 'install');
      const once = setUpOf(folder);
      chiosa(folder, 'git', 'install');
      assert.equal(setUpOf(folder), once);
      assert.notEqual(once, before);
      assert.equal(chiosa(folder, 'git', 'install', '--uninstall').status, 0);
      assert.equal(setUpOf(folder), before);
    }));

  it('lets a hook that is there run on, and restores it', () =>
    withFolder(bridgeFiles, (folder) => {
      commitAll(folder);
      const hook = path.join(folder, '.git', 'hooks', 'pre-commit');
      fs.mkdirSync(path.dirname(hook), { recursive: true });
      fs.writeFileSync(hook, '#!/usr/bin/env bash\necho ran > ran\nexit 0', { mode: 0o755 });
      const before = setUpOf(folder);
      assert.equal(chiosa(folder, 'git', 'install').status, 0);
      assert.equal(run(folder, 'git', 'commit', '--allow-empty', '-m', 'Fine').status, 0);
      assert.ok(fs.existsSync(path.join(folder, 'ran')));
      write(folder, 'ponte.txt.ann.yaml', broken);
      assert.equal(run(folder, 'git', 'commit', '-a', '-m', 'Bad').status, 1);
      chiosa(folder, 'git', 'install', '--uninstall');
      assert.equal(setUpOf(folder), before);
    }));

  it('extends the hook that husky runs, not the one that husky makes', () =>
    withFolder(
      {
        ...bridgeFiles,
        '.husky/pre-commit': 'echo ran > ran\n',
        '.husky/_/h': 'sh -e "$(dirname "$(dirname "$0")")/pre-commit"\n',
        '.husky/_/pre-commit': '#!/usr/bin/env sh\n. "${0%/*}/h"\n',
      },
      (folder) => {
        commitAll(folder);
        fs.chmodSync(path.join(folder, '.husky', '_', 'pre-commit'), 0o755);
        git(folder, 'config', 'core.hooksPath', '.husky/_');
        const hook = () => fs.readFileSync(path.join(folder, '.husky', 'pre-commit'), 'utf8');
        assert.equal(chiosa(folder, 'git', 'install').status, 0);
        assert.ok(!hook().includes(program), 'it says no path of this machine');
        write(folder, 'ponte.txt.ann.yaml', broken);
        assert.equal(run(folder, 'git', 'commit', '-a', '-m', 'Bad').status, 1);
        write(folder, 'ponte.txt.ann.yaml', bridge.sidecar);
        assert.equal(run(folder, 'git', 'commit', '--allow-empty', '-m', 'Fine').status, 0);
        assert.ok(fs.existsSync(path.join(folder, 'ran')));
        chiosa(folder, 'git', 'install', '--uninstall');
        assert.equal(hook(), 'echo ran > ran\n');
      },
    ));

  it('finds the hook again where git has come to look for hooks elsewhere', () =>
    installed((folder) => {
      const hook = (...place: readonly string[]) => path.join(folder, ...place, 'pre-commit');
      git(folder, 'config', 'core.hooksPath', 'ganci');
      assert.equal(chiosa(folder, 'git', 'install').status, 0);
      assert.equal(fs.existsSync(hook('.git', 'hooks')), false);
      assert.equal(fs.existsSync(hook('ganci')), true);
      git(folder, 'config', '--unset', 'core.hooksPath');
      assert.equal(chiosa(folder, 'git', 'install', '--uninstall').status, 0);
      assert.equal(fs.existsSync(hook('ganci')), false);
    }));

  it('leaves alone what cannot be extended safely, and says what to do', () =>
    withFolder(bridgeFiles, (folder) => {
      commitAll(folder);
      const hook = path.join(folder, '.git', 'hooks', 'pre-commit');
      fs.mkdirSync(path.dirname(hook), { recursive: true });
      fs.writeFileSync(hook, '#!/usr/bin/env python3\n', { mode: 0o755 });
      const python = chiosa(folder, 'git', 'install');
      assert.equal(python.status, 1);
      assert.match(python.stderr, /is no shell script[^]*git config chiosa\.command/);
      assert.equal(fs.readFileSync(hook, 'utf8'), '#!/usr/bin/env python3\n');
      git(folder, 'config', 'core.hooksPath', path.dirname(folder));
      assert.match(chiosa(folder, 'git', 'install').stderr, /outside of this repository/);
    }));

  it('works in work trees and submodules', () =>
    installed((folder) => {
      const [tree, outer] = [`${folder}-tree`, `${folder}-outer`];
      try {
        git(folder, 'worktree', 'add', '--quiet', tree);
        write(tree, 'ponte.txt.ann.yaml', broken);
        assert.equal(run(tree, 'git', 'commit', '-a', '-m', 'Bad').status, 1);
        fs.mkdirSync(outer);
        git(outer, 'init', '--quiet');
        const add = ['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet'];
        git(outer, ...add, folder, 'inner');
        const inner = path.join(outer, 'inner');
        assert.equal(chiosa(inner, 'git', 'install').status, 0);
        write(inner, 'ponte.txt.ann.yaml', broken);
        assert.equal(run(inner, 'git', 'commit', '-a', '-m', 'Bad').status, 1);
      } finally {
        for (const each of [tree, outer]) fs.rmSync(each, { recursive: true, force: true });
      }
    }));

  it('checks and merges with core.autocrlf', () =>
    installed((folder) => {
      git(folder, 'config', 'core.autocrlf', 'true');
      write(folder, 'ponte.txt', bridge.first.replaceAll('\n', '\r\n'));
      write(folder, 'ponte.txt.ann.yaml', bridge.sidecar.replaceAll('\n', '\r\n'));
      const { status, stderr, stdout } = run(folder, 'git', 'commit', '--allow-empty', '-am', 'A');
      assert.equal(status, 0, stdout + stderr);
    }));

  it('says clearly where there is no repository, or a bare one', () =>
    withFolder({}, (folder) => {
      assert.deepEqual([chiosa(folder, 'git', 'install').status], [3]);
      assert.match(chiosa(folder, 'git', 'install').stderr, /not a git repository/);
      git(folder, 'init', '--quiet', '--bare');
      assert.match(chiosa(folder, 'git', 'install').stderr, /no work tree/);
    }));
});
