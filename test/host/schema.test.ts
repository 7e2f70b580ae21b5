import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  acceptUntil,
  auroraSidecar,
  closeAll,
  eventually,
  hover,
  openArticle,
  problems,
  putCursor,
  read,
  removeSchema,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

const text = 'The Aurora left Perrin Bay. “No comment,” said Ada Perrin.\n';
const ships = [
  'types:',
  '  person: { key: p }',
  '  # everything that floats',
  '  ship: { key: v, label: Vessel }',
  'attributes:',
  '  entity: { imo: text }',
  '  mention:',
  '    metonym: { values: boolean, types: [ ship ] }',
  '  quote: { stance: [ for, against ] }',
  '  article: { desk: [ city, sports ] }',
  '',
].join('\n');

/** Waits until VS Code has surely drawn a list: it does not say so. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 1500));

describe('the schema of a project', () => {
  const schema = uriOf('chiosa.yaml');

  afterEach(async () => {
    await closeAll();
    await removeSchema();
  });

  /** An article of a project with this schema, with the Aurora annotated as a ship. */
  async function openShip(source = ships) {
    await write(schema, source);
    const opened = await openArticle(text, { sidecar: auroraSidecar });
    select(opened.editor, 'Aurora');
    await until('the schema is read', async () => {
      // Until then the one of the test before may say that this is no article.
      await run('annotateEntity', { type: 'ship' });
      return (await hover(opened.editor, 'Aurora')).includes('Vessel');
    });
    return opened;
  }

  it('gives types of its own, and is read again when it changes', async () => {
    const { sidecar, editor } = await openShip();
    // Problems are looked for after a rest.
    const noProblems = () => until('there is no problem', () => problems(sidecar).length === 0);
    assert.match((await read(sidecar)) ?? '', /type: ship/);
    await noProblems();
    await write(schema, ships.replace('ship:', 'boat:').replace('[ ship ]', '[ boat ]'));
    const found = await until('the type is unknown now', () => problems(sidecar)[0]);
    assert.match(found, /unknown-type$/);
    await write(schema, ships.replace('Vessel', 'Schiff'));
    await until('the new name shows', async () =>
      (await hover(editor, 'Aurora')).includes('Schiff'),
    );
    await noProblems();
    await vscode.workspace.fs.delete(schema);
    await until('the defaults hold', () => problems(sidecar).length > 0);
  });

  it('stays in use while it has an error, which is shown at its place', async () => {
    const { sidecar, editor } = await openShip();
    await write(schema, ships.replace('key: v', 'key: q').replace('Vessel', 'Schiff'));
    const found = await until('the problem is reported', () => problems(schema)[0]);
    assert.equal(found, '4:16 reserved-key');
    assert.match(await hover(editor, 'Aurora'), /Vessel/);
    assert.deepEqual(problems(sidecar), []);
    await write(schema, ships);
    await until('the problem is gone', () => problems(schema).length === 0);
  });

  it('says which files are articles', async () => {
    await write(schema, 'articles: [ "**/*-in.txt" ]\n');
    const inside = await openArticle(text, { name: 'in.txt' });
    const outside = await openArticle(text, { name: 'out.txt' });
    await until('files outside are left alone', async () => {
      await vscode.window.showTextDocument(outside.article);
      select(outside.editor, 'Aurora');
      await run('annotateEntity', { type: 'work' });
      const isAnnotated = (await read(outside.sidecar)) !== undefined;
      if (isAnnotated) await run('undo');
      return !isAnnotated;
    });
    const editor = await vscode.window.showTextDocument(inside.article);
    select(editor, 'Aurora');
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(inside.sidecar)) ?? '', /exact: Aurora/);
  });

  it('leaves an open article out as soon as it says so, also in annotation mode', async () => {
    const { editor } = await openShip();
    await run('startAnnotationMode');
    await write(schema, `${ships}articles: [ "only/**" ]\n`);
    await until('it has no marks', async () => (await hover(editor, 'Aurora')) === '');
    await until('it can be typed into', async () => {
      await vscode.commands.executeCommand('type', { text: 'x' });
      return editor.document.isDirty;
    });
    await run('stopAnnotationMode');
    await vscode.commands.executeCommand('undo');
    await editor.document.save();
  });

  it('leaves files out of acts on all articles, as packages are', async () => {
    await openShip(`${ships}articles: [ "**/*-article.txt" ]\n`);
    const name = `Zelda ${String(Date.now())}`;
    const left = [uriOf('zelda.txt'), uriOf('node_modules/zelda/zelda-article.txt')];
    const other = uriOf('zelda-article.txt');
    for (const uri of [...left, other]) await write(uri, `${name} is here.\n`);
    const { editor } = await openArticle(`${name} left.\n`);
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    const going = run('annotateAllOccurrences', { scope: 'corpus' });
    await acceptFirst(going);
    assert.ok(await read(sidecarOf(other)));
    for (const uri of left) assert.equal(await read(sidecarOf(uri)), undefined, uri.path);
  });

  it('gives attributes, which are set, shown and undone', async () => {
    const { sidecar, editor } = await openShip();
    const before = await read(sidecar);
    putCursor(editor, 'Aurora');
    await run('setAttribute', { attribute: 'metonym' });
    assert.match((await read(sidecar)) ?? '', /\{ exact: Aurora.*, metonym: true \}/);
    await eventually('nothing is wrong', () => {
      assert.deepEqual(problems(sidecar), []);
    });
    assert.match(await hover(editor, 'Aurora'), /metonym: true/);
    await run('setAttribute', { attribute: 'metonym' });
    assert.equal(await read(sidecar), before);
    await run('undo');
    assert.match((await read(sidecar)) ?? '', /metonym: true/);

    select(editor, 'No comment');
    await run('annotateQuote');
    await acceptFirst(run('setAttribute'));
    assert.match((await read(sidecar)) ?? '', /stance: for/);
  });

  it('has no attributes for what is at the cursor: nothing happens', async () => {
    const { sidecar, editor } = await openShip('types: { ship: { label: Vessel } }\n');
    const before = await read(sidecar);
    putCursor(editor, 'Aurora');
    await run('setAttribute');
    assert.equal(await read(sidecar), before);
  });

  it('is made and opened, with everything in it a comment', async () => {
    await run('openSchema');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), schema.toString());
    assert.match((await read(schema)) ?? '', /^# types:$/m);
    assert.deepEqual(problems(schema), []);
  });

  it('helps to write it and sidecars', async () => {
    const { sidecar } = await openShip();
    const labels = async (uri: vscode.Uri, before: string) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const offset = document.getText().indexOf(before) + before.length;
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        document.positionAt(offset),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.deepEqual((await labels(sidecar, 'type: ')).slice(0, 2), ['person', 'ship']);
    assert.ok((await labels(sidecar, '- { ')).includes('metonym'));
    assert.ok((await labels(schema, 'types: [ ')).includes('person'));
    const document = await vscode.workspace.openTextDocument(schema);
    const editor = await vscode.window.showTextDocument(document);
    assert.match(await hover(editor, 'key'), /single key/);
  });
});

describe('the fields of an article', () => {
  afterEach(closeAll);

  it('are set one after the other in a form, and each is undone', async () => {
    const { sidecar } = await openArticle('\n  The Aurora is back \nText.\n');
    const editing = run('editArticleFields');
    await acceptUntil('the title is written, as its proposal, the first line', async () =>
      (await read(sidecar))?.includes('title: The Aurora is back'),
    );
    await drawn();
    for (let i = 0; i < 4; i += 1) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    }
    await acceptUntil('the status, a draft, is written', async () =>
      (await read(sidecar))?.includes('status: draft'),
    );
    await drawn();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await editing;
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /status/);
    await run('undo');
    assert.equal(await read(sidecar), undefined);
  });
});
