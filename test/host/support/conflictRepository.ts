import assert from 'assert';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { words } from './conflicts';
import { sidecarOf, until, uriOf } from './workbench';

let count = 0;

/** A repository of its own, in the folder that is open, with an article that two branches annotate. */
export class Repository {
  readonly folder: vscode.Uri;
  readonly article: vscode.Uri;
  readonly sidecar: vscode.Uri;

  constructor(name: string) {
    count += 1;
    this.folder = uriOf(`conflitti ${String(count)} è`);
    this.article = vscode.Uri.joinPath(this.folder, name);
    this.sidecar = sidecarOf(this.article);
    fs.mkdirSync(this.folder.fsPath);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Test');
    this.git('config', 'user.email', 'test@localhost');
    this.git('config', 'core.autocrlf', 'false');
    this.git('config', 'merge.conflictStyle', 'merge');
  }

  git(...args: readonly string[]): string {
    const options = { cwd: this.folder.fsPath, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', args, options).trim();
  }

  /** Writes article and sidecar, and commits them; without `source` there is no sidecar. */
  commit(message: string, source: string | undefined, text = words): void {
    fs.writeFileSync(this.article.fsPath, text);
    if (source === undefined) fs.rmSync(this.sidecar.fsPath, { force: true });
    else fs.writeFileSync(this.sidecar.fsPath, source);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', `--message=${message}`);
  }

  /** Makes the branches `main` and `molo` of a common commit. */
  branch(base: string | undefined, main: string | undefined, molo: string | undefined): void {
    this.commit('Prima', base);
    this.git('switch', '--quiet', '--create', 'molo');
    this.commit('Il molo', molo);
    this.git('switch', '--quiet', 'main');
    this.commit('La riva', main);
  }

  /** Has git do what ends in a conflict. */
  conflict(...args: readonly string[]): void {
    assert.throws(() => this.git(...args));
  }

  async open(): Promise<vscode.TextEditor> {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const api = (await git?.activate())?.getAPI(1);
    assert.ok(api, 'there is git');
    await until('git knows the repository', () => api.openRepository(this.folder));
    return vscode.window.showTextDocument(this.article);
  }

  get unmerged(): string {
    return this.git('ls-files', '--unmerged');
  }
}

interface GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
}
