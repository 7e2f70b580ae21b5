import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  hover,
  openArticle,
  putCursor,
  read,
  run,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

// Names of their own: what other tests annotate is known in the corpus too.

/** A sidecar of somebody who is mentioned by these words, once for each. */
const naming = (id: string, name: string, ...words: readonly string[]) =>
  [
    'chiosa: 1',
    'entities:',
    `  ${id}:`,
    `    name: ${name}`,
    '    type: person',
    ...(words.length > 0 ? ['    mentions:'] : []),
    ...words.map((exact) => `      - { exact: ${exact} }`),
    '',
  ].join('\n');

/** An article that no editor shows, with its sidecar. */
async function closedArticle(name: string, text: string, sidecar: string): Promise<vscode.Uri> {
  await write(uriOf(name), text);
  await write(sidecarOf(uriOf(name)), sidecar);
  return uriOf(name);
}

/** What the ranges of an article have, by the words of its text as VS Code shows it. */
async function wordsAt(places: readonly vscode.Location[]): Promise<string[]> {
  const words: string[] = [];
  for (const { uri, range } of places) {
    const document = await vscode.workspace.openTextDocument(uri);
    words.push(`${uri.path.split('/').at(-1) ?? ''}: ${document.getText(range)}`);
  }
  return words;
}

function referencesAt(editor: vscode.TextEditor, word: string): Thenable<vscode.Location[]> {
  const { document } = editor;
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  return vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, position);
}

/**
 * Takes a row of the list that is shown, counted from 0, until the check holds. Nothing tells when the list is there: in one that
 * comes between two key presses another row would be taken.
 */
async function takeRow(index: number, what: string, check: () => Promise<boolean>): Promise<void> {
  let next = Date.now() + 1500;
  await until(what, async () => {
    if (await check()) return true;
    if (Date.now() < next) return false;
    for (let i = 0; i < index; i += 1) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    next = Date.now() + 1500;
    return false;
  });
}

describe('the places of an entity', () => {
  afterEach(closeAll);

  it('are right in articles with a byte order mark, CRLF, emoji and accents of their own', async () => {
    const hard =
      '\uFEFF🌊 Il faro 👩‍🚒\r\n\r\nParla Nora Velisse\u0300: 😀 tace 海 Velisse\u0300.\r\n';
    const words = ['Nora Velisse\u0300', '"Velisse\u0300", prefix: "海 "'];
    await closedArticle('luoghi/crlf.txt', hard, naming('nora-velisse', 'Nora Velissè', ...words));
    const { editor } = await openArticle('😀😀 Nora Velissè va.\r\n', {
      name: 'qui.txt',
      sidecar: naming('nora-velisse', 'Nora Velissè', 'Nora Velissè'),
    });
    await eventually('both articles refer to her', async () => {
      const found = await wordsAt(await referencesAt(editor, 'Nora'));
      assert.deepEqual(
        found.map((each) => each.replace(/^\d+-/, '')),
        ['qui.txt: Nora Velissè', 'crlf.txt: Nora Velisse\u0300', 'crlf.txt: Velisse\u0300'],
      );
    });
  });

  it('are counted on its card, and fewer when an article goes', async () => {
    const sidecar = naming('teo-mansardi', 'Teo Mansardi', 'Teo Mansardi');
    const other = await closedArticle('luoghi/conta.txt', 'Teo Mansardi sta.\n', sidecar);
    const { editor } = await openArticle('Teo Mansardi va.\n', { sidecar });
    await eventually('both articles count', async () => {
      assert.match(await hover(editor, 'Mansardi'), /In 2 articles: mentions: 2, quotes: 0/);
    });
    await vscode.workspace.fs.delete(sidecarOf(other));
    await eventually('the other one counts no more', async () => {
      const card = await hover(editor, 'Mansardi');
      assert.match(card, /Teo Mansardi/);
      assert.doesNotMatch(card, /In 2 articles/);
    });
  });

  it('of one that is only described are its record, to which the list of symbols leads', async () => {
    const article = await closedArticle(
      'luoghi/solo.txt',
      'Nessuno.\n',
      naming('ilda-cresmani', 'Ilda Cresmani'),
    );
    await eventually('it is listed', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'ildacresmani',
      );
      assert.deepEqual(
        found.map(({ name, containerName }) => `${name} | ${containerName}`),
        ['Ilda Cresmani | Person · mentions: 0, articles: 1'],
      );
    });
    await vscode.commands.executeCommand('workbench.action.quickOpen', '#Ilda Cresmani');
    await takeRow(0, 'the sidecar is shown at the record', () => {
      const shown = vscode.window.activeTextEditor;
      const isSidecar = shown?.document.uri.path === sidecarOf(article).path;
      return Promise.resolve(isSidecar && shown.selection.active.line === 2);
    });
  });

  it('open by F12 from a speaker who is only described in another article', async () => {
    const record = naming('rea-sottile', 'Rea Sottile');
    const other = await closedArticle('luoghi/voce.txt', 'Nessuno.\n', record);
    const { editor } = await openArticle('🎙️ «Piove», dice la Sottile.\r\n', {
      sidecar: `chiosa: 1
quotes:
  - kind: direct
    content:
      - { exact: Piove }
    speaker: { entity: rea-sottile, exact: la Sottile }
`,
    });
    await eventually('the record is known', async () => {
      await vscode.window.showTextDocument(editor.document);
      putCursor(editor, 'la Sottile');
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      const shown = vscode.window.activeTextEditor;
      assert.ok(shown);
      assert.equal(shown.document.uri.path, sidecarOf(other).path);
      assert.deepEqual(shown.selection.active, new vscode.Position(2, 2));
    });
  });
});

describe('an entity that is renamed', () => {
  afterEach(closeAll);

  /** An article with somebody whose name begins so, when that is known. */
  async function openNamed(name: string, id: string) {
    const opened = await openArticle(`Parla ${name}.\n`, { sidecar: naming(id, name, name) });
    await until('it is read', async () => (await hover(opened.editor, name)).includes(name));
    putCursor(opened.editor, name);
    return opened;
  }

  it('keeps its id by the first row of the question, and has one like its name by the second', async () => {
    for (const [row, id] of [
      [0, 'bice-orlati'],
      [1, 'bice-orlatini'],
    ] as const) {
      const { sidecar } = await openNamed('Bice Orlati', 'bice-orlati');
      const act = run('renameEntity', { name: 'Bice Orlatini' });
      await takeRow(row, 'it is renamed', async () =>
        ((await read(sidecar)) ?? '').includes(`  ${id}:\n    name: Bice Orlatini\n`),
      );
      await act;
      await vscode.workspace.fs.delete(sidecar);
      await closeAll();
    }
  });

  it('is not offered the id of somebody else in another article', async () => {
    await closedArticle(
      'luoghi/preso.txt',
      'Nessuno.\n',
      naming('gea-fantoli', 'Gea Fantoli, un’altra'),
    );
    const { sidecar, editor } = await openNamed('Gea Fant', 'gea-fant');
    await eventually('the other one is known', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'geafantoliunaltra',
      );
      assert.equal(found.length, 1);
    });
    await vscode.window.showTextDocument(editor.document);
    const act = run('renameEntity', { name: 'Gea Fantoli' });
    await takeRow(1, 'it has an id of its own', async () =>
      /^ {2}gea-fantoli-2:\n {4}name: Gea Fantoli$/m.test((await read(sidecar)) ?? ''),
    );
    await act;
  });

  it('is as it was where the user leaves the question, or changes nothing', async () => {
    const { sidecar } = await openNamed('Lia Pradelli', 'lia-pradelli');
    const before = await read(sidecar);
    for (const argument of [{ name: 'Lia Pradella' }, {}]) {
      let isOver = false;
      const act = run('renameEntity', argument).finally(() => (isOver = true));
      await until('it is over', async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isOver;
      });
      await act;
    }
    await run('renameEntity', { name: 'Lia Pradelli' });
    assert.equal(await read(sidecar), before);
  });
});
