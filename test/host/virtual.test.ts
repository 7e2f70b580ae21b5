import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, hover, run, select, sidecarOf } from './support/workbench';

/** A file system of one folder in memory, as extensions provide them. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  isFull = false;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = uri.path === '/';
    const size = isFolder ? 0 : this.readFile(uri).length;
    const type = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, size, ctime: 0, mtime: this.#version };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  #version = 1;
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.isFull) throw vscode.FileSystemError.Unavailable('no space left');
    this.#version += 1;
    this.files.set(uri.path, content);
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('a virtual file system', () => {
  let registration: vscode.Disposable | undefined;
  afterEach(async () => {
    await closeAll();
    registration?.dispose();
  });

  let schemes = 0;
  async function openIn(files: MemoryFiles, isReadonly: boolean): Promise<vscode.TextEditor> {
    schemes += 1;
    const scheme = `memory${String(schemes)}`;
    registration = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly });
    const uri = vscode.Uri.from({ scheme, path: '/dam.txt' });
    files.files.set(uri.path, new TextEncoder().encode('Ada Perrin said the dam holds.\n'));
    return vscode.window.showTextDocument(uri);
  }

  it('is annotated like any other', async () => {
    const files = new MemoryFiles();
    const editor = await openIn(files, false);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    const written = files.files.get(sidecarOf(editor.document.uri).path);
    assert.match(new TextDecoder().decode(written), /exact: dam/);
    assert.match(await hover(editor, 'dam'), /Work/);
  });

  it('that is read-only shows annotations and changes nothing', async () => {
    const files = new MemoryFiles();
    const sidecar = new TextEncoder().encode(
      'chiosa: 1\nentities: { ada-perrin: { name: Ada Perrin, type: person, mentions: [ { exact: Ada Perrin } ] } }\n',
    );
    files.files.set('/dam.txt.ann.yaml', sidecar);
    const editor = await openIn(files, true);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(files.files.get('/dam.txt.ann.yaml'), sidecar);
    assert.match(await hover(editor, 'Ada'), /Ada Perrin/);
  });

  it('that refuses to write loses nothing', async () => {
    const files = new MemoryFiles();
    const editor = await openIn(files, false);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    const before = files.files.get('/dam.txt.ann.yaml');
    files.isFull = true;
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    assert.equal(files.files.get('/dam.txt.ann.yaml'), before);
    assert.equal(await hover(editor, 'Ada'), '');
  });
});
