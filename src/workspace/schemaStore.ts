import * as vscode from 'vscode';
import type { Problem } from '../core/check/problem';
import { defaultSchema, type Schema } from '../core/model/schema';
import { matchesGlob } from '../core/schema/glob';
import { schemaFileName } from '../core/schema/location';
import { readSchema } from '../core/schema/read';
import { DisposableStore } from '../host/disposables';
import { unreadable } from './fileErrors';
import { readSource } from './sidecarFile';

/** The `chiosa.yaml` of a folder of the workspace, as the disk has it. */
export interface ProjectSchema {
  readonly uri: vscode.Uri;
  /** Undefined where there is no file. */
  readonly source?: string;
  /** What it says; while it has an error, what it said last, or the default. */
  readonly schema: Schema;
  readonly problems: readonly Problem[];
}

/** The schemas of the folders of the workspace. The only reader of `chiosa.yaml` in the extension. */
export class SchemaStore implements vscode.Disposable {
  readonly #projects = new Map<string, ProjectSchema>();
  readonly #disposables = new DisposableStore();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<ProjectSchema>());
  /** The `chiosa.yaml` of a folder is there, says something else, or is gone. */
  readonly onDidChange = this.#didChange.event;
  #queue: Promise<void> = Promise.resolve();

  constructor() {
    const { workspace } = vscode;
    workspace.workspaceFolders?.forEach((folder) => {
      this.#watch(folder);
    });
    this.#disposables.add(
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        removed.forEach((folder) => {
          this.#forget(folder);
        });
        added.forEach((folder) => {
          this.#watch(folder);
        });
      }),
    );
    // Where files are not watched, what the user saves is known all the same.
    this.#disposables.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.isSchema(uri)) this.#read(uri);
      }),
    );
  }

  /** The schemas that there are, or were. */
  get all(): Iterable<ProjectSchema> {
    return this.#projects.values();
  }

  /** The names of the attributes that articles have in one of them or more. */
  get articleAttributes(): string[] {
    const attributes = [...this.all].flatMap(({ schema }) => schema.attributes.article);
    return [...new Set(attributes.map(({ name }) => name))];
  }

  /** What the project of a file annotates; the default for a file outside of the workspace. */
  of(uri: vscode.Uri): Schema {
    const file = schemaUri(uri);
    return (file && this.#projects.get(file.toString())?.schema) ?? defaultSchema;
  }

  /** The schema of the first folder, for what is of no single article. */
  ofWorkspace(): Schema {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    return first ? this.of(first.uri) : defaultSchema;
  }

  /** Whether a file is the schema of its project. */
  isSchema(uri: vscode.Uri): boolean {
    return schemaUri(uri)?.toString() === uri.toString();
  }

  /** Whether the project of a file takes it for an article, whatever its language is. */
  includes(uri: vscode.Uri): boolean {
    const { articles } = this.of(uri);
    const path = vscode.workspace.asRelativePath(uri, false);
    return articles === undefined || articles.some((pattern) => matchesGlob(pattern, path));
  }

  dispose(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#disposables.dispose();
  }

  #watch({ uri: folder }: vscode.WorkspaceFolder): void {
    const uri = vscode.Uri.joinPath(folder, schemaFileName);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, schemaFileName),
    );
    const read = () => {
      this.#read(uri);
    };
    watcher.onDidCreate(read);
    watcher.onDidChange(read);
    watcher.onDidDelete(read);
    this.#watchers.set(uri.toString(), watcher);
    read();
  }

  #forget({ uri: folder }: vscode.WorkspaceFolder): void {
    const uri = vscode.Uri.joinPath(folder, schemaFileName);
    const key = uri.toString();
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#projects.delete(key);
    this.#didChange.fire({ uri, schema: defaultSchema, problems: [] });
  }

  /** One after the other, so that what was read last is what stays. */
  #read(uri: vscode.Uri): void {
    this.#queue = this.#queue.then(async () => {
      const before = this.#projects.get(uri.toString());
      const project = await readProject(uri, before);
      // Its folder may have left the workspace meanwhile.
      if (project.source === before?.source || !this.#watchers.has(uri.toString())) return;
      this.#projects.set(uri.toString(), project);
      this.#didChange.fire(project);
    });
  }
}

/** Where the schema of a file's project is, or would be; undefined outside of the workspace. */
export function schemaUri(uri: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder && vscode.Uri.joinPath(folder.uri, schemaFileName);
}

async function readProject(
  uri: vscode.Uri,
  before: ProjectSchema | undefined,
): Promise<ProjectSchema> {
  const last = before?.schema ?? defaultSchema;
  try {
    const decoded = await readSource(uri);
    if (!decoded) return { uri, schema: defaultSchema, problems: [] };
    if (decoded.problem) return { uri, source: '', schema: last, problems: [decoded.problem] };
    const { schema = last, problems } = readSchema(decoded.text);
    return { uri, source: decoded.text, schema, problems };
  } catch (error) {
    return { uri, source: '', schema: last, problems: [unreadable(error)] };
  }
}
