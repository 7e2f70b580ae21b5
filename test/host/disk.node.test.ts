import assert from 'assert';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  folder,
  hover,
  openArticle,
  read,
  run,
  select,
  sidecarOf,
  until,
} from './support/workbench';

const text = 'Ada Perrin said the dam holds.\n';

/** A small file system of its own, mounted in the open folder; undefined where this machine forbids it. */
function mount(name: string, options: string): string | undefined {
  const point = path.join(folder().fsPath, name);
  fs.mkdirSync(point, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', point]);
  return status === 0 ? point : undefined;
}

describe('the disk', () => {
  const mounted: string[] = [];
  afterEach(async () => {
    await closeAll();
    for (const point of mounted.splice(0)) spawnSync('umount', ['-l', point]);
  });

  /** An article with one annotation in a folder that then becomes bad. */
  async function annotatedIn(
    point: string,
  ): Promise<{ editor: vscode.TextEditor; sidecar: vscode.Uri; before: string }> {
    const article = vscode.Uri.file(path.join(point, 'dam.txt'));
    fs.writeFileSync(article.fsPath, text);
    const editor = await vscode.window.showTextDocument(article);
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecarOf(article));
    assert.ok(before);
    return { editor, sidecar: sidecarOf(article), before };
  }

  it('full: the sidecar stays as it was, and so does what is shown', async function () {
    const point = mount('full', 'size=64k');
    if (point === undefined) this.skip();
    mounted.push(point);
    const { editor, sidecar, before } = await annotatedIn(point);
    const filler = fs.openSync(path.join(point, 'filler'), 'w');
    try {
      for (;;) fs.writeSync(filler, Buffer.alloc(4096));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
    fs.closeSync(filler);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(await read(sidecar), before);
    assert.equal(await hover(editor, 'dam'), '');
    assert.deepEqual(fs.readdirSync(point).sort(), ['dam.txt', 'dam.txt.ann.yaml', 'filler']);
  });

  it('read-only: the sidecar stays as it was, and so does what is shown', async function () {
    const point = mount('readonly', 'size=64k');
    if (point === undefined) this.skip();
    mounted.push(point);
    const { editor, sidecar, before } = await annotatedIn(point);
    assert.equal(spawnSync('mount', ['-o', 'remount,ro', point]).status, 0);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(await read(sidecar), before);
    assert.equal(await hover(editor, 'dam'), '');
    assert.match(await hover(editor, 'Ada'), /Ada Perrin/);
  });

  it('has the old sidecar or the new one at every moment, where the article is edited and saved', async () => {
    const { editor, sidecar, before } = await annotatedIn(folder().fsPath);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Yesterday ');
    });
    const seen = new Set<string>();
    const watching = setInterval(() => seen.add(fs.readFileSync(sidecar.fsPath, 'utf8')), 0);
    assert.ok(await editor.document.save());
    const after = await until('the sidecar is written', async () => {
      const source = await read(sidecar);
      return source === before ? undefined : source;
    });
    await until('the new one is seen', () => seen.has(after));
    clearInterval(watching);
    assert.deepEqual([...seen], [before, after]);
  });

  it('keeps the mode of a sidecar, and the link where it is one', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    const real = path.join(folder().fsPath, 'elsewhere.yaml');
    fs.writeFileSync(real, 'chiosa: 1\n', { mode: 0o664 });
    fs.chmodSync(real, 0o664);
    fs.symlinkSync(real, sidecar.fsPath);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(fs.readlinkSync(sidecar.fsPath), real);
    assert.equal(fs.statSync(real).mode & 0o777, 0o664);
    await run('undo');
    assert.equal(fs.readlinkSync(sidecar.fsPath), real);
    assert.doesNotMatch(fs.readFileSync(real, 'utf8'), /exact: dam/);
    await run('redo');
    assert.match(fs.readFileSync(real, 'utf8'), /exact: dam/);
    assert.equal(await read(article), text);
  });

  it('never shows half a sidecar to who reads it meanwhile', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'dam');
    let isDone = false;
    const reader = (async () => {
      while (!isDone) {
        const source = await read(sidecar);
        assert.ok(source === undefined || source.endsWith('}\n'), source);
      }
    })();
    for (let i = 0; i < 10; i += 1) {
      await run('annotateEntity', { type: i % 2 === 0 ? 'work' : 'other' });
      await run('undo');
    }
    isDone = true;
    await reader;
  });
});
