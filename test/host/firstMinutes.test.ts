import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  openArticle,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  until,
  write,
} from './support/workbench';

const text = 'Ada Ricci ha visto Ugo Bassi.\n';

/** The titles of Chiosa's entries under the lightbulb, for what is selected. */
async function lightbulb(editor: vscode.TextEditor): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
    'refactor.chiosa',
  );
  return actions.map(({ title }) => title);
}

describe('the sample', () => {
  afterEach(closeAll);

  it('is an article of the user’s own, which can be annotated', async () => {
    await run('openSample');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    select(editor, 'Livia Sarno');
    await run('annotateEntity', { type: 'person' });
    const sidecar = sidecarOf(editor.document.uri);
    assert.match((await read(sidecar)) ?? '', /name: Livia Sarno/);
    await vscode.workspace.fs.delete(sidecar);
  });

  it('is opened again as the user has left it', async () => {
    await run('openSample');
    const sample = vscode.window.activeTextEditor?.document.uri;
    assert.ok(sample);
    const mine = `Mine. ${(await read(sample)) ?? ''}`;
    await write(sample, mine);
    await run('openSample');
    assert.equal(await read(sample), mine);
    await vscode.workspace.fs.delete(sample);
  });
});

describe('the lightbulb', () => {
  afterEach(closeAll);

  it('offers on a selection what it can become', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Ada Ricci');
    await until('the article is read', async () => (await lightbulb(editor)).length > 0);
    const titles = await lightbulb(editor);
    assert.ok(titles.includes('Annotate as Person'), titles.join());
    assert.ok(titles.includes('Annotate as Quote'));
    assert.equal(await read(sidecar), undefined);
  });

  it('offers on an annotation what can be done with it, and elsewhere nothing', async () => {
    const { editor } = await openArticle(text);
    select(editor, 'Ada Ricci');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'Ricci');
    assert.ok((await lightbulb(editor)).includes('Remove Annotation'));
    putCursor(editor, 'visto');
    assert.deepEqual(await lightbulb(editor), []);
  });
});
