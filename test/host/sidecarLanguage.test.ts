import assert from 'assert';
import * as vscode from 'vscode';
import {
  ask,
  at,
  elsewhere,
  leaveSidecar,
  openSidecar,
  sidecarLines,
  text,
} from './support/sidecars';
import { eventually, putCursor, read, run, sidecarOf, until } from './support/workbench';

async function hoverAt(document: vscode.TextDocument, position: vscode.Position) {
  const hovers = await ask<vscode.Hover[]>('HoverProvider', document, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n---\n');
}

/** The words to which places lead, with the name of their file. */
async function wordsOf(places: readonly (vscode.Location | vscode.LocationLink)[]) {
  const words: string[] = [];
  for (const place of places) {
    const [uri, range] =
      'targetUri' in place
        ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
        : [place.uri, place.range];
    const document = await vscode.workspace.openTextDocument(uri);
    const isSidecar = uri.path.endsWith('.ann.yaml');
    words.push(`${isSidecar ? 'sidecar' : 'article'}: ${document.getText(range)}`);
  }
  return words;
}

/** The sidecar with another id: that of others is known from other tests. */
const withId = (id: string) => sidecarLines.map((line) => line.replace('zoe-marlisa', id));

describe('a sidecar, read as a language', () => {
  afterEach(leaveSidecar);

  it('leads by F12 from quoted words to the article, piece by piece, and from an id to its record', async () => {
    for (const eol of ['\n', '\r\n']) {
      const { document } = await openSidecar(sidecarLines, `\uFEFF${text}`, eol);
      const definition = async (word: string, into = 1) =>
        wordsOf(await ask('DefinitionProvider', document, at(document, word, into)));
      await eventually('the article is read', async () => {
        assert.deepEqual(await definition('exact: Zoë'), ['article: Zoë Marlisa']);
      });
      assert.deepEqual(await definition('exact: ancora'), ['article: ancora']);
      assert.deepEqual(await definition('kind'), ['article: Piove', 'article: ancora']);
      assert.deepEqual(await definition('cue'), ['article: dice']);
      assert.deepEqual(await definition('entity: zoe', 9), ['sidecar: zoe-marlisa']);
      assert.deepEqual(await definition('chiosa'), []);
    }
  });

  it('leads by F12 from an id that it does not describe to another sidecar', async () => {
    await elsewhere('Tea Brunella', 'tea-brunella');
    const { document } = await openSidecar(
      sidecarLines.map((line) => line.replace('entity: zoe-marlisa', 'entity: tea-brunella')),
    );
    const places = await ask<vscode.LocationLink[]>(
      'DefinitionProvider',
      document,
      at(document, 'entity: tea', 9),
    );
    assert.deepEqual(await wordsOf(places), ['sidecar: tea-brunella']);
  });

  it('shows the passage, its words in bold and nothing of the article as Markdown', async () => {
    const evil = '**no** <img src=x> [a](command:b) Zoë Marlisa `c`.\n';
    const { document } = await openSidecar(sidecarLines, evil);
    const card = await until('the passage', () => hoverAt(document, at(document, 'exact: Zoë', 9)));
    assert.match(card, /\$\(person\) \*\*Zoë Marlisa\*\* · Person · line 1/);
    const passage =
      '\\*\\*no\\*\\* \\<img src=x\\> \\[a\\]\\(command:b\\) <strong>Zoë Marlisa</strong>';
    assert.ok(card.includes(passage), card);
    assert.match(await hoverAt(document, at(document, 'exact: Piove', 9)), /no certain place/);
  });

  it('shows of an id what the entity is, and of a key what it means', async () => {
    const { document } = await openSidecar();
    const card = await until('the card', () => hoverAt(document, at(document, 'zoe-marlisa')));
    assert.match(card, /Mentions in this article: 2/);
    assert.match(card, /Also written: Marlisa/);
    assert.match(await hoverAt(document, at(document, 'type: person')), /or a type of the project/);
    const both = await hoverAt(document, at(document, 'cue'));
    assert.match(both, /<strong>dice<\/strong>[^]*introduce the quote/);
  });

  it('finds the references of an id in all articles, its own lines with the declaration, and highlights it', async () => {
    const other = await elsewhere('Zoë Marlisa', 'zoe-due');
    const { document } = await openSidecar(withId('zoe-due'));
    await eventually('both articles refer to her', async () => {
      const found = await ask<vscode.Location[]>(
        'ReferenceProvider',
        document,
        at(document, 'zoe-due'),
      );
      const words = await wordsOf(found);
      assert.deepEqual(words.sort(), [
        'article: Marlisa',
        'article: Zoë Marlisa',
        'article: Zoë Marlisa',
        'article: la Marlisa',
        'sidecar: zoe-due',
        'sidecar: zoe-due',
      ]);
    });
    const marks = await ask<vscode.DocumentHighlight[]>(
      'DocumentHighlights',
      document,
      at(document, 'entity: zoe', 10),
    );
    assert.deepEqual(
      marks.map(({ range, kind }) => [document.getText(range), kind]),
      [
        ['zoe-due', vscode.DocumentHighlightKind.Write],
        ['zoe-due', vscode.DocumentHighlightKind.Read],
      ],
    );
    await vscode.workspace.fs.delete(sidecarOf(other));
  });

  it('has lenses above records and quotes, said when they are shown, that lead to the text', async () => {
    const { document, article } = await openSidecar(withId('zoe-tre'));
    const lenses = async (resolved: number) =>
      (await ask<vscode.CodeLens[]>('CodeLensProvider', document, resolved)).map(
        ({ range, command }) => [range.start.line, command?.title],
      );
    // VS Code gives only those that are said.
    assert.deepEqual(await lenses(0), []);
    assert.equal((await lenses(1)).length, 1);
    assert.deepEqual(await lenses(9), [
      [2, 'mentions: 2 · go to the text'],
      [9, 'la Marlisa · go to the text'],
    ]);
    const [, quote] = await ask<vscode.CodeLens[]>('CodeLensProvider', document, 9);
    assert.ok(quote?.command);
    const { command, arguments: args = [] } = quote.command;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.equal(shown.document.uri.toString(), article.toString());
    assert.deepEqual(
      shown.selections.map((each) => shown.document.getText(each)),
      ['Piove', 'ancora'],
    );
  });

  it('has a lens more above an entity that other articles have too', async () => {
    const other = await elsewhere('Zoë Marlisa', 'zoe-cinque');
    const { document } = await openSidecar(withId('zoe-cinque'));
    await eventually('both articles are known', async () => {
      const lenses = await ask<vscode.CodeLens[]>('CodeLensProvider', document, 9);
      const titles = lenses.map(({ command }) => command?.title);
      assert.ok(titles.includes('all articles: 2, mentions: 3'), titles.join());
    });
    await vscode.workspace.fs.delete(sidecarOf(other));
  });

  it('is left for the text and come back to by a command', async () => {
    const { document, article } = await openSidecar();
    // What is not only looked at stays in its group.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    putCursor(editor, 'exact: Marlisa');
    await run('goToText');
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.equal(shown.document.uri.toString(), article.toString());
    assert.deepEqual(shown.selection.start, at(shown.document, 'la Marlisa', 3));
    await run('goToSidecar');
    const back = vscode.window.activeTextEditor;
    assert.ok(back);
    assert.equal(back.document.uri.toString(), document.uri.toString());
    assert.equal(back.selection.active.line, 7);
    assert.equal(back.viewColumn, editor.viewColumn);
    const again = await vscode.window.showTextDocument(shown.document);
    putCursor(again, 'dice');
    await run('goToSidecar');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 9);
  });

  it('is not gone to from words that nobody has annotated', async () => {
    const { article } = await openSidecar();
    const editor = await vscode.window.showTextDocument(article);
    putCursor(editor, 'Smette');
    await run('goToSidecar');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), article.toString());
  });

  it('has an outline', async () => {
    const { document } = await openSidecar();
    const symbols = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document);
    assert.deepEqual(
      symbols.map(({ name, children }) => [
        name,
        children.map((each) => `${each.name} ${each.detail}`),
      ]),
      [
        ['chiosa', []],
        ['entities', ['Zoë Marlisa zoe-marlisa']],
        ['quotes', ['Piove zoe-marlisa']],
      ],
    );
  });

  it('stays readable while it is being written', async () => {
    const { document, editor } = await openSidecar(withId('zoe-quattro'));
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(13, 0, 13, 30), '    cue: { exact: "dic');
    });
    const found = await wordsOf(
      await ask('DefinitionProvider', document, at(document, 'exact: ancora')),
    );
    assert.deepEqual(found, ['article: ancora']);
    const lenses = await ask<vscode.CodeLens[]>('CodeLensProvider', document, 9);
    assert.equal(lenses.length, 2);
    assert.match(await hoverAt(document, at(document, 'zoe-quattro')), /Mentions in this article/);
  });

  it('renames the entity of the id at the cursor in all articles, by one act', async () => {
    const other = await elsewhere('Ugo Trabucchi', 'ugo-trabucchi');
    const { editor, sidecar } = await openSidecar([
      'chiosa: 1',
      'entities:',
      '  ugo-trabucchi:',
      '    name: Ugo Trabucchi',
      '    type: person',
      '',
    ]);
    putCursor(editor, 'ugo-trabucchi');
    await run('renameEntity', { name: 'Ugo Trabocchi', id: 'ugo-trabocchi' });
    for (const uri of [sidecar, sidecarOf(other)]) {
      assert.match((await read(uri)) ?? '', /^ {2}ugo-trabocchi:\n {4}name: Ugo Trabocchi$/m);
    }
    await run('undo');
    for (const uri of [sidecar, sidecarOf(other)]) {
      assert.match((await read(uri)) ?? '', /^ {2}ugo-trabucchi:\n {4}name: Ugo Trabucchi$/m);
    }
  });
});
