import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  acceptUntil,
  closeAll,
  eventually,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  until,
} from './support/workbench';

const text =
  'La sindaca Nerea Tolmin apre il porto.\n\n«Il molo regge», assicura Tolmin ai pescatori.\n';

/** Written for this text, as its id says, in which a mention, a cue and a speaker are not found all the same. */
const source = `chiosa: 1
text: aded93e45fc629ed8ad7d31a78706e4163156a58
# By hand.
entities:
  nerea-tolmin:
    name: Nerea Tolmin
    type: person
    mentions:
      - { exact: Neria Tolmin, prefix: "La sindaca ", suffix: " apre il ponte.", sure: high }
quotes:
  - kind: direct
    content:
      - { exact: Il molo regge, prefix: "«", suffix: "», assicura Tolmin ai pescatori." }
    cue: { exact: ha giurato in piazza }
    speaker: { entity: nerea-tolmin, exact: il vicesindaco Brando }
`;

/** A mention and the content of a quote that are not found, and each of them much like words of the text. */
const several = `chiosa: 1
text: aded93e45fc629ed8ad7d31a78706e4163156a58
entities:
  nerea-tolmin:
    name: Nerea Tolmin
    type: person
    mentions:
      - { exact: Neria Tolmin, prefix: "La sindaca ", suffix: " apre il ponte." }
quotes:
  - kind: direct
    content:
      - { exact: Il molo legge, prefix: "«", suffix: "», assicura Brando ai pescatori." }
`;

const lostCodes = (sidecar: vscode.Uri) =>
  problems(sidecar).filter((each) => each.includes('anchor-'));

/** An article with a sidecar of which some is lost, as the Problems panel says. */
async function openLost(sidecarSource = source) {
  const opened = await openArticle(text, { sidecar: sidecarSource });
  await until('it is reported', () => lostCodes(opened.sidecar).length > 0);
  return opened;
}

/** The quick fixes in a line of the sidecar, from 1. */
async function fixes(sidecar: vscode.Uri, line: number): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    sidecar,
    new vscode.Range(line - 1, 0, line - 1, 999),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ command }) => command?.command.includes('chiosa.'));
}

const titles = (actions: readonly vscode.CodeAction[]) => actions.map(({ title }) => title);

async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const command = actions.find((each) => each.title === title)?.command;
  assert.ok(command, `“${title}” is among ${titles(actions).join(' | ')}`);
  await vscode.commands.executeCommand(
    command.command,
    ...((command.arguments ?? []) as unknown[]),
  );
}

/** The same for a line, once it is offered there: that is some time after the act before. */
async function takeFix(sidecar: vscode.Uri, line: number, title: string): Promise<void> {
  let actions: readonly vscode.CodeAction[] = [];
  // VS Code gives up asking while the sidecar changes.
  await eventually(`“${title}” is offered`, async () => {
    actions = await fixes(sidecar, line);
    assert.ok(titles(actions).includes(title));
  });
  await take(actions, title);
}

const beside = { viewColumn: vscode.ViewColumn.Beside };

describe('what is lost', () => {
  afterEach(closeAll);

  it('is offered its likely places in the sidecar; one is taken, and undone byte for byte', async () => {
    const { sidecar, editor } = await openLost();
    assert.deepEqual(lostCodes(sidecar).length, 3);
    await vscode.window.showTextDocument(sidecar);
    const actions = await fixes(sidecar, 9);
    assert.deepEqual(
      titles(actions).filter((title) => !title.startsWith('Take “')),
      ['Choose Its Place…', 'Remove It'],
    );
    assert.ok(actions.every(({ isPreferred }) => !isPreferred));
    await take(actions, 'Take “Nerea Tolmin” in line 1');
    const taken = (await read(sidecar)) ?? '';
    assert.match(taken, /- \{ exact: Nerea Tolmin, .*suffix: " apre il porto\.".*sure: high \}/);
    assert.match(taken, /# By hand\./);
    await eventually('its problem is gone', () => {
      assert.equal(lostCodes(sidecar).length, 2);
    });
    await run('undo');
    assert.equal(await read(sidecar), source);
    await eventually('its problem is back', () => {
      assert.equal(lostCodes(sidecar).length, 3);
    });
    await run('redo');
    assert.equal(await read(sidecar), taken);
    await vscode.window.showTextDocument(editor.document);
    assert.match(await hover(editor, 'Nerea'), /Nerea Tolmin/);
  });

  it('takes what is selected in the article beside the sidecar', async () => {
    const { sidecar, editor } = await openLost();
    await vscode.window.showTextDocument(sidecar, beside);
    assert.ok(!titles(await fixes(sidecar, 14)).some((title) => title.includes('Selection')));
    select(editor, 'assicura');
    const title = 'Take the Selection, “assicura” in line 3';
    await takeFix(sidecar, 14, title);
    assert.match((await read(sidecar)) ?? '', / {4}cue: \{ exact: assicura, prefix: /);
    await run('undo');
    assert.equal(await read(sidecar), source);
  });

  it('is removed: of a speaker only the words, of a cue only that', async () => {
    const { sidecar } = await openLost();
    await vscode.window.showTextDocument(sidecar);
    await takeFix(sidecar, 15, 'Remove It');
    assert.match((await read(sidecar)) ?? '', /speaker: \{ entity: nerea-tolmin \}/);
    await takeFix(sidecar, 14, 'Remove It');
    assert.doesNotMatch((await read(sidecar)) ?? '', /cue:/);
    assert.match((await read(sidecar)) ?? '', /exact: Il molo regge/);
    await run('undo');
    await run('undo');
    assert.equal(await read(sidecar), source);
  });

  it('is chosen from a list of places, whose first is the likeliest, and then selected', async () => {
    const alone = source.replace(/ {4}cue:[^]*/, '');
    const { sidecar, editor } = await openLost(alone);
    select(editor, 'molo');
    await acceptFirst(run('findPlace'));
    assert.match((await read(sidecar)) ?? '', /exact: Nerea Tolmin, /);
    assert.equal(editor.document.getText(editor.selection), 'Nerea Tolmin');
    await run('undo');
    assert.equal(await read(sidecar), alone);
  });

  it('is asked for first where there are several, and then the next is', async () => {
    const { sidecar, editor } = await openLost(several);
    select(editor, 'molo');
    const act = run('findPlace');
    await acceptUntil('both have their places', () => lostCodes(sidecar).length === 0);
    await act;
    const found = (await read(sidecar)) ?? '';
    assert.match(found, /exact: Nerea Tolmin, /);
    assert.match(found, /exact: Il molo regge, /);
    await run('undo');
    assert.match((await read(sidecar)) ?? '', /exact: Nerea Tolmin, [^]*exact: Il molo legge, /);
    await run('undo');
    assert.equal(await read(sidecar), several);
  });

  it('is left as it was by who leaves the list, who is where he was', async () => {
    const { sidecar, editor } = await openLost();
    select(editor, 'porto');
    let isOver = false;
    const act = run('findPlace').finally(() => (isOver = true));
    await until('it is over', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    await act;
    assert.equal(await read(sidecar), source);
    assert.equal(editor.document.getText(editor.selection), 'porto');
  });

  it('takes words that the user goes to select, when he comes back', async () => {
    const alone = source
      .replace(/mentions:[^]*quotes:/, 'mentions: []\nquotes:')
      .replace(/ {4}speaker:[^]*/, '');
    const { sidecar, editor } = await openLost(alone);
    await acceptFirst(run('findPlace'));
    assert.equal(
      await read(sidecar),
      alone,
      'nothing is like the words, so others are to be selected',
    );
    select(editor, 'assicura');
    await acceptFirst(run('findPlace'));
    assert.match((await read(sidecar)) ?? '', / {4}cue: \{ exact: assicura, prefix: /);
  });

  it('is not asked for while the article has unsaved changes, whose places nobody has looked for', async () => {
    const { sidecar, editor } = await openLost();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'x');
    });
    await run('findPlace');
    assert.equal(await read(sidecar), source);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is told of when the user saves the article, with the way to it', async () => {
    const { sidecar, editor } = await openArticle('Nerea Tolmin arriva.\n\nParte Nerea Tolmin.\n');
    select(editor, 'Nerea Tolmin');
    await run('annotateEntity', { type: 'person' });
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(0, 0, 0, 12), 'Qualcuno');
    });
    await editor.document.save();
    await until('it is lost', () => lostCodes(sidecar).length > 0);
    await until('its place is found by the button of the message', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await read(sidecar))?.includes('prefix: "Parte "');
    });
  });

  it('is found from a row of the sidebar, in an article that is behind another editor', async () => {
    const { article, sidecar } = await openLost();
    await vscode.window.showTextDocument(sidecar);
    const part = {
      role: 'mention',
      mention: {
        entity: 'nerea-tolmin',
        target: {
          selectors: [{ exact: 'Neria Tolmin', prefix: 'La sindaca ', suffix: ' apre il ponte.' }],
        },
        extra: { sure: 'high' },
      },
    };
    const act = run('findPlace', { part });
    await acceptUntil('it has its place', async () =>
      (await read(sidecar))?.includes('exact: Nerea Tolmin'),
    );
    await act;
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.equal(shown.document.uri.toString(), article.toString());
    assert.equal(shown.document.getText(shown.selection), 'Nerea Tolmin');
    const after = await read(sidecar);
    await run('findPlace', { part });
    await run('remove', { part });
    assert.equal(await read(sidecar), after, 'it is lost no longer');
  });

  it('does not become a second mention of words that have one', async () => {
    const { sidecar, editor } = await openLost();
    select(editor, 'Nerea Tolmin');
    await run('annotateEntity', { type: 'person' });
    const before = (await read(sidecar)) ?? '';
    await vscode.window.showTextDocument(sidecar, beside);
    const line = before.split('\n').findIndex((each) => each.includes('Neria')) + 1;
    await eventually('it is still reported', () => {
      assert.ok(lostCodes(sidecar).some((each) => each.startsWith(`${String(line)}:`)));
    });
    const actions = await fixes(sidecar, line);
    assert.ok(!titles(actions).includes('Take “Nerea Tolmin” in line 1'));
    await take(actions, 'Take the Selection, “Nerea Tolmin” in line 1');
    assert.equal(await read(sidecar), before);
  });

  it('is nothing in an article whose annotations all have their places', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Nerea Tolmin');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecar);
    await run('findPlace');
    assert.equal(await read(sidecar), before);
  });
});
