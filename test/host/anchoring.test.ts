import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

const text =
  'Al porto di Sassoverde la guardiana Ilde Marras apre il cancello alle sei.\n\n' +
  '«Il molo regge», assicura Marras, «e reggerà anche domani».\n\n' +
  'Il sindaco Oreste Puddu tace. Chi chiama trova il telefono spento.\n';

/** The article with two people annotated, and the quote with its cue and its speaker. */
async function annotated() {
  const opened = await openArticle(text);
  const { editor, sidecar } = opened;
  for (const name of ['Ilde Marras', 'Oreste Puddu']) {
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
  }
  select(editor, 'Il molo regge', 'e reggerà anche domani');
  await run('annotateQuote');
  const source = (await read(sidecar)) ?? '';
  assert.match(source, /quotes:/);
  return { ...opened, source };
}

const stands = (editor: vscode.TextEditor, words: string, card: RegExp) =>
  eventually(`${words} is annotated`, async () => {
    assert.match(await hover(editor, words), card);
  });

/** Waits until the sidecar is another one than `before`, and gives it. */
const written = (sidecar: vscode.Uri, before: string) =>
  until('the sidecar is written', async () => {
    const source = await read(sidecar);
    return source === before ? undefined : source;
  });

/** Puts words in the place of others, all at once. */
async function replace(editor: vscode.TextEditor, ...pairs: [string, string][]): Promise<void> {
  const { document } = editor;
  const done = await editor.edit((edit) => {
    for (const [words, others] of pairs) {
      const at = document.getText().indexOf(words);
      assert.ok(at >= 0, words);
      const range = new vscode.Range(
        document.positionAt(at),
        document.positionAt(at + words.length),
      );
      edit.replace(range, others);
    }
  });
  assert.ok(done);
}

/** The sidecar leads to the words anew, where the article is opened again. */
async function reopened(article: vscode.Uri): Promise<vscode.TextEditor> {
  await closeAll();
  return vscode.window.showTextDocument(article);
}

describe('an annotated article that is edited', () => {
  afterEach(closeAll);

  it('and saved has its sidecar written, and reads so when it is opened again', async () => {
    const { article, editor, sidecar, source } = await annotated();
    await replace(editor, ['la guardiana', 'come ogni giorno la guardiana'], ['apre', 'aprirà']);
    await stands(editor, 'Ilde', /Ilde Marras/);
    assert.equal(await read(sidecar), source, 'nothing is written before it is saved');
    assert.ok(await editor.document.save());
    const after = await written(sidecar, source);
    assert.match(
      after,
      /exact: Ilde Marras, prefix: ".*ogni giorno la guardiana ", suffix: " aprirà/,
    );
    assert.notEqual(/^text: .*$/m.exec(after)?.[0], /^text: .*$/m.exec(source)?.[0]);
    const again = await reopened(article);
    await stands(again, 'Ilde', /Ilde Marras/);
    await stands(again, 'molo', /Direct quote.*in 2 pieces/);
    await until(
      'nothing is reported',
      () => !problems(sidecar).some((each) => /anchor|text-changed/.test(each)),
    );
  });

  it('and thrown away leaves the sidecar as it was', async () => {
    const { editor, sidecar, source } = await annotated();
    await replace(editor, ['Ilde Marras', 'qualcuno'], ['Il molo regge', 'Il molo cede']);
    await until('it is gone', async () => !(await hover(editor, 'qualcuno')).includes('Person'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await stands(editor, 'Ilde', /Ilde Marras/);
    await stands(editor, 'molo', /Direct quote/);
    assert.equal(await read(sidecar), source);
  });

  it('keeps what has lost its words, says so, and has it back by undo, byte for byte', async () => {
    const { editor, sidecar, source } = await annotated();
    await replace(editor, ['la guardiana Ilde Marras apre', 'si apre']);
    assert.ok(await editor.document.save());
    const after = await written(sidecar, source);
    const id = /^text: (\w+)$/m.exec(source)?.[1] ?? '';
    assert.match(after, new RegExp(`exact: Ilde Marras,.* text: ${id} \\}`));
    await until('it is reported', () =>
      problems(sidecar).some((each) => each.endsWith('anchor-lost')),
    );
    await stands(editor, 'Puddu', /Oreste Puddu/);
    await vscode.commands.executeCommand('undo');
    await stands(editor, 'Ilde', /Ilde Marras/);
    assert.equal(await read(sidecar), after, 'not before it is saved');
    assert.ok(await editor.document.save());
    await eventually('the sidecar is as it was', async () => {
      assert.equal(await read(sidecar), source);
    });
    await until(
      'nothing is reported',
      () => !problems(sidecar).some((each) => each.includes('anchor')),
    );
  });

  it('follows letters that are mended, and words that are cut out and put in elsewhere', async () => {
    const { article, editor, sidecar, source } = await annotated();
    await replace(editor, ['Oreste Puddu', 'Oreste Pudda']);
    await stands(editor, 'Pudda', /Oreste Puddu/);
    const { document } = editor;
    const line = document.lineAt(0);
    await editor.edit((edit) => {
      edit.delete(line.rangeIncludingLineBreak);
    });
    await eventually('the rest stands', async () => {
      assert.match(await hover(editor, 'Pudda'), /Oreste Puddu/);
    });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(document.lineCount, 0), `${line.text}\n`);
    });
    await stands(editor, 'Ilde', /Ilde Marras/);
    assert.ok(await document.save());
    await written(sidecar, source);
    const again = await reopened(article);
    await stands(again, 'Ilde', /Ilde Marras/);
    await stands(again, 'Pudda', /Oreste Puddu/);
    await stands(again, 'regge', /Direct quote/);
  });

  it('keeps its annotations where lines are moved, and blanks at their ends go as it is saved', async () => {
    const { editor, sidecar, source } = await annotated();
    select(editor, 'Oreste');
    await vscode.commands.executeCommand('editor.action.moveLinesUpAction');
    await vscode.commands.executeCommand('editor.action.moveLinesUpAction');
    await vscode.commands.executeCommand('editor.action.moveLinesUpAction');
    await replace(editor, ['alle sei.', 'alle sei.   ']);
    await vscode.commands.executeCommand('editor.action.trimTrailingWhitespace');
    assert.ok(await editor.document.save());
    assert.match(await written(sidecar, source), /exact: Oreste Puddu/);
    for (const [words, card] of [
      ['Puddu', /Oreste Puddu/],
      ['Ilde', /Ilde Marras/],
      ['molo', /Direct quote/],
    ] as const)
      await stands(editor, words, card);
    assert.deepEqual(
      problems(sidecar).filter((each) => each.includes('anchor')),
      [],
    );
  });

  it('in no editor, as by replacing in files, has its sidecar written from its old text', async () => {
    const old = 'Marras apre il molo. Piove a dirotto. Marras chiude la porta.\n';
    const { editor, sidecar } = await openArticle(old);
    select(editor, ['Marras', 2]);
    await run('annotateEntity', { type: 'person' });
    const source = (await read(sidecar)) ?? '';
    const edit = new vscode.WorkspaceEdit();
    const others = ['in-no-editor.txt', 'in-none-either.txt'].map(uriOf);
    for (const article of others) {
      await write(article, old);
      await write(sidecarOf(article), source);
      for (const [words, instead] of [
        ['Piove a dirotto', 'Nevica'],
        ['chiude la porta', 'dipinge il cancello'],
      ] as const) {
        const at = old.indexOf(words);
        edit.replace(article, new vscode.Range(0, at, 0, at + words.length), instead);
      }
    }
    // Of several files, VS Code saves at once what belongs to a refactoring.
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    for (const article of others) {
      const after = await written(sidecarOf(article), source);
      assert.match(after, /exact: Marras, .*suffix: " dipinge[^}]*" \}/);
      for (const uri of [article, sidecarOf(article)]) await vscode.workspace.fs.delete(uri);
    }
  });

  it('is not written over a sidecar that has unsaved changes in an editor', async () => {
    const { editor, sidecar, source } = await annotated();
    const { document } = await vscode.window.showTextDocument(sidecar, {
      viewColumn: vscode.ViewColumn.Beside,
    });
    const comment = new vscode.WorkspaceEdit();
    comment.insert(sidecar, new vscode.Position(0, 0), '# mine\n');
    await vscode.workspace.applyEdit(comment);
    await replace(editor, ['tace', 'tace ancora']);
    assert.ok(await editor.document.save());
    await stands(editor, 'Puddu', /Oreste Puddu/);
    assert.equal(await read(sidecar), source);
    assert.ok(await document.save());
    const after = await until('it is written behind that', async () => {
      const now = await read(sidecar);
      return now?.includes('tace ancora') ? now : undefined;
    });
    assert.match(after, /^# mine\n/);
  });
});

describe('an annotated article that is changed outside', () => {
  afterEach(closeAll);
  const [first = '', second = '', third = ''] = text.split('\n\n');

  it('while it is open has its annotations follow, also in a paragraph that has moved', async () => {
    const { article, editor, sidecar, source } = await annotated();
    await write(article, [third.trim(), second, `Aggiornato. ${first}`].join('\n\n'));
    await stands(editor, 'Puddu', /Oreste Puddu/);
    await stands(editor, 'Ilde', /Ilde Marras/);
    await stands(editor, 'molo', /Direct quote/);
    assert.equal(await read(sidecar), source, 'looking at it writes nothing');
  });

  it('while it is closed has them found by their words and what stands around them', async () => {
    const { source } = await annotated();
    const article = uriOf('changed-before.txt');
    await write(article, `Aggiornato.\n\n${text.replace('apre il', 'chiude il')}`);
    await write(sidecarOf(article), source);
    const editor = await vscode.window.showTextDocument(article);
    await stands(editor, 'Ilde', /Ilde Marras/);
    await stands(editor, 'molo', /Direct quote/);
    await until('it is said', () =>
      problems(sidecarOf(article)).some((each) => each.endsWith('text-changed')),
    );
    assert.equal(await read(sidecarOf(article)), source, 'looking at it writes nothing');
    for (const uri of [article, sidecarOf(article)]) await vscode.workspace.fs.delete(uri);
  });

  it('together with its sidecar shows what both say now', async () => {
    const { article, editor, sidecar } = await annotated();
    const other = uriOf('other-of-both.txt');
    await write(other, `Nuovo. ${text}`);
    const shown = await vscode.window.showTextDocument(other);
    select(shown, 'Sassoverde');
    await run('annotateEntity', { type: 'location' });
    const theirs = await read(sidecarOf(other));
    assert.ok(theirs);
    await vscode.window.showTextDocument(article);
    await Promise.all([write(sidecar, theirs), write(article, `Nuovo. ${text}`)]);
    await stands(editor, 'Sassoverde', /Location/);
    await until('the others are gone', async () => (await hover(editor, 'Ilde')) === '');
    await until('no problem is left', () => problems(sidecar).length === 0);
    assert.equal(await read(sidecar), theirs);
    for (const uri of [other, sidecarOf(other)]) await vscode.workspace.fs.delete(uri);
  });
});
