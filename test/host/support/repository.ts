import assert from 'assert';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { git } from '../../support/git';
import { closeAll, folder, until } from './workbench';

interface GitApi {
  getRepository(uri: vscode.Uri): { readonly rootUri: vscode.Uri } | null;
  openRepository(root: vscode.Uri): Promise<unknown>;
}

let count = 0;

/** A git repository of its own below the open folder, for one test. */
export class OwnRepository {
  readonly root: string;

  /** @param name of its folder, new in each test */
  constructor(name: string) {
    count += 1;
    this.root = path.join(folder().fsPath, `${String(count)}-${name}`);
    fs.mkdirSync(this.root);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Test');
    this.git('config', 'user.email', 'test@example.org');
    this.git('config', 'core.autocrlf', 'false');
  }

  /** @returns what git says @throws where it fails */
  git(...args: readonly string[]): string {
    return git(this.root, ...args);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.#path(name)), { recursive: true });
      fs.writeFileSync(this.#path(name), content);
    }
  }

  read(name: string): string {
    return fs.readFileSync(this.#path(name), 'utf8');
  }

  remove(name: string): void {
    fs.rmSync(this.#path(name));
  }

  commit(files: Readonly<Record<string, string>>): void {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=Before');
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.file(this.#path(name));
  }

  /** Opens a file, and the repository in VS Code. @param root of another work tree, which the file is in */
  async open(name: string, root = this.root): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.file(path.join(root, name));
    const editor = await vscode.window.showTextDocument(uri);
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const api = (await extension?.activate())?.getAPI(1);
    assert.ok(api, 'VS Code has git');
    // By itself VS Code opens those that it finds, some time.
    await api.openRepository(vscode.Uri.file(root));
    await until('the repository is open', () => {
      const found = api.getRepository(uri)?.rootUri.fsPath;
      return found !== undefined && fs.realpathSync(found) === fs.realpathSync(root);
    });
    return editor;
  }

  /** What `git status` says, a line each, sorted. */
  status(): string[] {
    return this.git('-c', 'core.quotePath=false', 'status', '--porcelain', '-uall')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.trim())
      .sort();
  }

  /** The first line of the last commit, and the files that it changes, each with its kind of change. */
  last(): { subject: string; files: string[] } {
    const [subject = '', ...files] = this.git(
      '-c',
      'core.quotePath=false',
      'show',
      '--no-renames',
      '--name-status',
      '--format=%s',
    )
      .split('\n')
      .filter((line) => line !== '');
    return { subject, files: files.map((line) => line.replace('\t', ' ')).sort() };
  }

  async dispose(): Promise<void> {
    await closeAll();
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  #path(name: string): string {
    return path.join(this.root, name);
  }
}
