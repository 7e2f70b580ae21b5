import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  hover,
  openArticle,
  problems,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

const text = 'Ada Perrin said the dam holds. “It holds,” Perrin repeated.\n';
const perrin =
  'chiosa: 1\nentities:\n  ada-perrin:\n    name: Ada Perrin\n    type: person\n    mentions:\n      - { exact: Ada Perrin }\n';
const lost = `${perrin}      - { exact: Ada Perron }\n`;

/** An article whose annotations are shown. */
async function openAnnotated() {
  const opened = await openArticle(text, { sidecar: perrin });
  await until('the annotations', async () =>
    (await hover(opened.editor, 'Ada')).includes('Ada Perrin'),
  );
  return opened;
}

describe('an open article', () => {
  afterEach(closeAll);

  it('takes its problems with it when it is closed', async () => {
    const article = uriOf('closed-soon.txt');
    await write(article, text);
    await write(sidecarOf(article), lost);
    // What an extension opens as a document stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', article);
    await until('the problem is shown', () => problems(sidecarOf(article)).length > 0);
    await closeAll();
    await until('it is gone', () => problems(sidecarOf(article)).length === 0);
  });

  it('that is deleted has nothing written beside it, and no problem of a sidecar that never was', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    select(editor, 'dam');
    await vscode.workspace.fs.delete(article);
    await run('annotateEntity', { type: 'work' });
    assert.equal(await read(sidecar), undefined);
    // Problems are looked for after a rest; those of another article come after those of this one.
    const other = await openArticle(text, { sidecar: lost });
    await until('the other problem', () => problems(other.sidecar).length > 0);
    assert.deepEqual(problems(sidecar), []);
    await write(article, text);
    const again = await vscode.window.showTextDocument(article);
    select(again, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /exact: dam/);
  });

  it('is not annotated while its sidecar has unsaved changes in an editor, which stay', async () => {
    const { article, sidecar } = await openAnnotated();
    const yaml = await vscode.window.showTextDocument(sidecar);
    await yaml.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# by hand\n');
    });
    const editor = await vscode.window.showTextDocument(article);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(await read(sidecar), perrin);
    assert.match(yaml.document.getText(), /^# by hand/);
    assert.ok(await yaml.document.save());
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /^# by hand\n[^]*exact: dam/);
    await until('the editor of the sidecar shows it', () =>
      yaml.document.getText().includes('exact: dam'),
    );
  });

  it('shows what is written into its sidecar by hand, once that is saved', async () => {
    const { sidecar, editor } = await openAnnotated();
    const yaml = await vscode.window.showTextDocument(sidecar, {
      viewColumn: vscode.ViewColumn.Two,
    });
    const at = yaml.document.positionAt(perrin.indexOf('person'));
    await yaml.edit((edit) => {
      edit.replace(new vscode.Range(at, at.translate(0, 'person'.length)), 'work');
    });
    assert.match(await hover(editor, 'Ada'), /Person/);
    assert.ok(await yaml.document.save());
    await until('it shows', async () => (await hover(editor, 'Ada')).includes('Work'));
  });

  it('is a saved file: nothing is annotated in a text that has no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: text,
      language: 'plaintext',
    });
    const editor = await vscode.window.showTextDocument(document);
    putCursor(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(await hover(editor, 'dam'), '');
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
