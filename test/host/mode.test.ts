import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, openArticle, putCursor, read, run, select, until } from './support/workbench';

const text = 'Ada Ricci ha visto Ugo Bassi.\n«Piove», ha detto Bassi a Ricci.\n';

/** What a stray key does: types into the editor that has the focus. */
async function type(words: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text: words });
}

/** Types until a character arrives in the document: VS Code frees and locks a moment later. */
async function isWritable(document: vscode.TextDocument): Promise<boolean> {
  return until('the text can be changed', async () => {
    const before = document.getText();
    await type('z');
    return document.getText() !== before;
  });
}

/** Types until a character does not arrive, and takes back those that did. */
async function isLocked(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await until('the text cannot be changed', async () => {
    await type('z');
    const isKept = document.getText() === before;
    if (!isKept) await vscode.commands.executeCommand('undo');
    return isKept;
  });
}

describe('annotation mode', () => {
  afterEach(async () => {
    await run('stopAnnotationMode');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('keeps stray keys from the article, and annotates it', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    await run('startAnnotationMode');
    await settled();
    await isLocked(editor.document);
    select(editor, 'Ada Ricci');
    await run('annotateEntity', { type: 'person' });
    assert.match((await read(sidecar)) ?? '', /exact: Ada Ricci/);
    assert.equal(await read(article), text);
    assert.equal(editor.document.isDirty, false);
  });

  it('gives the article back when it ends', async () => {
    const { editor } = await openArticle(text);
    await run('toggleAnnotationMode');
    await settled();
    await isLocked(editor.document);
    await run('toggleAnnotationMode');
    assert.ok(await isWritable(editor.document));
  });

  it('locks each article that becomes active, and frees each when it is looked at again', async () => {
    const first = await openArticle(text, { name: 'first.txt' });
    await run('startAnnotationMode');
    const second = await openArticle(text, { name: 'second.txt' });
    await settled();
    await isLocked(second.editor.document);
    await run('stopAnnotationMode');
    assert.ok(await isWritable(second.editor.document));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const again = await vscode.window.showTextDocument(first.article);
    assert.ok(await isWritable(again.document));
  });

  it('leaves files that are no articles alone, however quickly the editors change', async () => {
    const { article, editor } = await openArticle(text);
    await run('startAnnotationMode');
    const code = await vscode.workspace.openTextDocument({ content: '{}', language: 'json' });
    for (let i = 0; i < 5; i += 1) {
      void vscode.window.showTextDocument(code);
      await vscode.window.showTextDocument(article);
    }
    await vscode.window.showTextDocument(code);
    await settled();
    assert.ok(await isWritable(code));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const again = await vscode.window.showTextDocument(article);
    await settled();
    await isLocked(again.document);
    assert.equal(editor.document.getText(), text);
  });

  it('locks an unsaved article as soon as it is saved', async () => {
    const { editor } = await openArticle(text);
    await type('Oggi ');
    await run('startAnnotationMode');
    await settled();
    assert.ok(await editor.document.save());
    await settled();
    await isLocked(editor.document);
  });

  it('walks through the annotations, selecting each', async () => {
    const { editor } = await openArticle(text);
    for (const name of ['Ada Ricci', 'Ugo Bassi']) {
      select(editor, name);
      await run('annotateEntity', { type: 'person' });
    }
    select(editor, 'Piove');
    await run('annotateQuote');
    await run('startAnnotationMode');
    const selected = () => editor.document.getText(editor.selection);
    const walk: string[] = [];
    for (const step of ['next', 'next', 'next', 'previous'] as const) {
      await run(`${step}Annotation`);
      walk.push(selected());
    }
    assert.deepEqual(walk, ['Ada Ricci', 'Ugo Bassi', 'Piove', 'Ugo Bassi']);
  });

  it('repeats the last act on other words', async () => {
    const { sidecar, editor } = await openArticle(text);
    await run('startAnnotationMode');
    select(editor, 'Ugo Bassi');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'Ricci', 2);
    await run('repeat');
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /exact: Ricci, prefix: "[^"]*Bassi a "/);
    assert.equal(source.match(/type: person/g)?.length, 2);
  });
});

/** Waits until VS Code has carried out what the mode asked of it. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}
