import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  hover,
  openArticle,
  read,
  run,
  select,
  speakerHints,
  until,
} from './support/workbench';

const text = 'Ada Brisco said the weir holds. “It holds,” Brisco repeated.\n';
const sidecar = `chiosa: 1
entities:
  ada-brisco:
    name: Ada Brisco
    type: person
    mentions:
      - { exact: Ada Brisco }
  weir:
    name: weir
    type: work
    mentions:
      - { exact: weir }
`;

/** An annotated article in an editor, its marks there. */
async function annotated() {
  const opened = await openArticle(text, { sidecar });
  await until('the annotations', async () => (await hover(opened.editor, 'weir')).includes('Work'));
  return opened;
}

const insert = (editor: vscode.TextEditor, words: string) =>
  editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), words);
  });

describe('typing in an annotated article', () => {
  afterEach(closeAll);

  it('moves the annotations along, and lets them be made again once it is taken back', async () => {
    const { editor, sidecar: file } = await annotated();
    await insert(editor, 'xyz ');
    await until('the mark has moved', async () => (await hover(editor, 'weir')).includes('Work'));
    await vscode.commands.executeCommand('undo');
    await until('the text is as before', () => !editor.document.isDirty);
    select(editor, 'Brisco repeated');
    await until('annotating goes on', async () => {
      select(editor, ['Brisco', 2]);
      await run('annotateEntity', { entity: 'ada-brisco' });
      return (await read(file))?.includes('{ exact: Brisco, ');
    });
  });

  it('shows the speaker behind the quote and nowhere else, as soon as it asks for it', async () => {
    const quotes = 'quotes:\n  - kind: direct\n    content: [{ exact: It holds }]\n';
    const speaker = '    speaker: { entity: ada-brisco }\n';
    const { editor } = await openArticle(text, { sidecar: `${sidecar}${quotes}${speaker}` });
    await until('the hint', async () => (await speakerHints(editor)).length > 0);
    for (const words of ['xyz ', 'uvw ', 'rst ']) {
      await insert(editor, words);
      const hints = await speakerHints(editor);
      const behind = editor.document.getText().indexOf('” Brisco') + 1;
      assert.deepEqual(hints, [`1:${String(behind + 1)} — Ada Brisco`]);
    }
  });

  it('brings back what was deleted when that is taken back', async () => {
    const { editor } = await annotated();
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(0, 0, 0, 10));
    });
    await until('nothing is there', async () => !(await hover(editor, 'said')).includes('Person'));
    await vscode.commands.executeCommand('undo');
    await until('it is there again', async () => (await hover(editor, 'Ada')).includes('Person'));
  });

  it('keeps them in place when the article is saved at once and typed in again', async () => {
    const { editor } = await annotated();
    await insert(editor, 'Yesterday evening ');
    await editor.document.save();
    await until('it stands right', async () => (await hover(editor, 'weir')).includes('Work'));
    await insert(editor, 'x');
    await until('it stands right again', async () =>
      (await hover(editor, 'weir')).includes('Work'),
    );
    assert.equal(await hover(editor, 'repeated'), '');
  });

  it('keeps an act that cannot be undone while the article is unsaved', async () => {
    const { editor, sidecar: file } = await openArticle('The weir holds.\n');
    select(editor, 'weir');
    await run('annotateEntity', { type: 'event' });
    await insert(editor, 'x');
    await run('undo');
    assert.match((await read(file)) ?? '', /exact: weir/);
    await vscode.commands.executeCommand('undo');
    await until('the text is as before', () => !editor.document.isDirty);
    await run('undo');
    assert.equal(await read(file), undefined);
  });

  it('lets a key mean what was selected when it was pressed', async () => {
    const { editor, sidecar: file } = await openArticle('Ida Trelli met Bea Morvan there.\n');
    select(editor, 'Ida Trelli');
    const act = run('annotateEntity', { type: 'person' });
    select(editor, 'Bea Morvan');
    await act;
    assert.match((await read(file)) ?? '', /ida-trelli/);
    assert.doesNotMatch((await read(file)) ?? '', /bea-morvan/);
  });
});
