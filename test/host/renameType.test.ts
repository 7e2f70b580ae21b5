import assert from 'assert';
import * as vscode from 'vscode';
import {
  auroraSidecar,
  closeAll,
  hover,
  openArticle,
  problems,
  read,
  removeSchema,
  run,
  select,
  until,
  uriOf,
  write,
} from './support/workbench';

const ships =
  'types:\n  ship: { key: v, label: Vessel }\nattributes:\n  mention:\n    metonym: { values: boolean, types: [ ship ] }\n';
const renamed = ships.replace('ship:', 'vessel:').replace('[ ship ]', '[ vessel ]');

describe('renaming a type', () => {
  const schema = uriOf('chiosa.yaml');

  afterEach(async () => {
    await closeAll();
    await removeSchema();
  });

  /** An article with a ship annotated, of a project with ships, and its schema in the editor. */
  async function openShip() {
    await write(schema, ships);
    const { editor, sidecar } = await openArticle('The Aurora left Perrin Bay.\n', {
      sidecar: auroraSidecar,
    });
    select(editor, 'Aurora');
    await until('the schema is read', async () => {
      await run('annotateEntity', { type: 'ship' });
      return (await hover(editor, 'Aurora')).includes('Vessel');
    });
    const { document } = await vscode.window.showTextDocument(schema);
    return { document, sidecar, before: await read(sidecar) };
  }

  /** What F2 would do, which is not done yet. */
  function edits(document: vscode.TextDocument): Thenable<vscode.WorkspaceEdit> {
    const position = document.positionAt(document.getText().indexOf('ship') + 1);
    return vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      schema,
      position,
      'vessel',
    );
  }

  /** Renames the ship by F2. */
  async function rename(document: vscode.TextDocument): Promise<void> {
    await vscode.workspace.applyEdit(await edits(document));
    await document.save();
    assert.equal(await read(schema), renamed);
  }

  /** Waits until a sidecar says the type, and gives it. */
  const saying = (sidecar: vscode.Uri, type: string) =>
    until(`the sidecar says ${type}`, async () => {
      const source = await read(sidecar);
      return source?.includes(`type: ${type}`) ? source : undefined;
    });

  it('changes the schema and all sidecars, and keeps comments', async () => {
    const closed = uriOf('closed.txt');
    const closedSidecar = uriOf('closed.txt.ann.yaml');
    await write(closed, 'Text.\n');
    await write(closedSidecar, 'chiosa: 1\nentities: { x: { name: X, type: ship } } # hand\n');
    const { document, sidecar } = await openShip();
    await rename(document);
    await saying(sidecar, 'vessel');
    assert.match(await saying(closedSidecar, 'vessel'), /# hand/);
    await vscode.workspace.fs.delete(closed);
    await vscode.workspace.fs.delete(closedSidecar);
  });

  it('is one act: one undo takes back the schema and the sidecars', async () => {
    const { document, sidecar, before } = await openShip();
    await rename(document);
    const after = await saying(sidecar, 'vessel');
    await run('undo');
    assert.deepEqual([await read(schema), await read(sidecar)], [ships, before]);
    await run('redo');
    assert.deepEqual([await read(schema), await read(sidecar)], [renamed, after]);
    await run('undo');
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /exact: Aurora/);
    assert.equal(await read(schema), ships);
  });

  it('is undone and redone in the sidecars where the editor undoes and redoes it in the schema', async () => {
    const { document, sidecar } = await openShip();
    await rename(document);
    await saying(sidecar, 'vessel');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await document.save();
    assert.equal(await read(schema), ships);
    await saying(sidecar, 'ship');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('redo');
    await document.save();
    await saying(sidecar, 'vessel');
    await run('undo');
    assert.equal(await read(schema), ships);
    await saying(sidecar, 'ship');
  });

  it('is not undone in the sidecars by a schema that comes from outside, as by a checkout', async () => {
    const { document, sidecar } = await openShip();
    await rename(document);
    const after = await saying(sidecar, 'vessel');
    await write(schema, ships);
    const found = await until('the type is unknown', () => problems(sidecar)[0]);
    assert.match(found, /unknown-type$/);
    assert.equal(await read(sidecar), after);
  });

  it('is refused where the schema has unsaved changes, and can be undone when it is saved', async () => {
    const { document, sidecar, before } = await openShip();
    await rename(document);
    const after = await saying(sidecar, 'vessel');
    const comment = new vscode.WorkspaceEdit();
    comment.insert(schema, new vscode.Position(0, 0), '# Of the port\n');
    await vscode.workspace.applyEdit(comment);
    await run('undo');
    assert.deepEqual([await read(schema), await read(sidecar)], [renamed, after]);
    await document.save();
    await run('undo');
    assert.deepEqual(
      [await read(schema), await read(sidecar)],
      [`# Of the port\n${ships}`, before],
    );
  });

  it('is not undone any more where the schema has another type instead, and the act before is next', async () => {
    const { document, sidecar } = await openShip();
    await rename(document);
    const after = await saying(sidecar, 'vessel');
    await write(schema, renamed.replaceAll('vessel', 'boat'));
    await until('the editor shows it', () => document.getText().includes('boat'));
    await run('undo');
    assert.equal(await read(sidecar), after);
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /exact: Aurora/);
  });

  it('is forgotten where it was only looked at', async () => {
    const { document, sidecar, before } = await openShip();
    await edits(document);
    for (const [from, to] of [
      ['ship', 'shi'],
      ['shi', 'vessel'],
    ] as const) {
      const typed = new vscode.WorkspaceEdit();
      const end = document.positionAt(document.getText().length);
      const text = document.getText().replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
      typed.replace(schema, new vscode.Range(new vscode.Position(0, 0), end), text);
      await vscode.workspace.applyEdit(typed);
    }
    await document.save();
    assert.equal(await read(schema), renamed);
    const found = await until('the type is unknown now', () => problems(sidecar)[0]);
    assert.match(found, /unknown-type$/);
    assert.equal(await read(sidecar), before);
  });
});
