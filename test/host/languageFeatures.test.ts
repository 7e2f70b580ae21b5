import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  openArticle,
  removeSchema,
  run,
  select,
  until,
} from './support/workbench';

const text = `Piove su Corva
La sindaca Olga Berni aspetta (per ora).
«Il porto di Corva è chiuso», dice lei, «e
resta chiuso».
Berni tace.

Questo testo è di tutti.
Chi vuole lo copia.
`;

const sidecar = `chiosa: 1
entities:
  corva:
    name: Corva
    type: location
    mentions:
      - { exact: Corva, prefix: "Piove su " }
      - { exact: Corva, prefix: "porto di " }
  nota:
    name: Nota
    type: boilerplate
    mentions:
      - { exact: "Questo testo è di tutti.\\nChi vuole lo copia." }
  olga-berni:
    name: Olga Berni
    type: person
    mentions:
      - { exact: Olga Berni }
      - { exact: Berni, suffix: " tace" }
quotes:
  - kind: direct
    content:
      - { exact: Il porto di Corva è chiuso }
      - { exact: "e\\nresta chiuso" }
    cue: { exact: dice }
    speaker: { entity: olga-berni, exact: lei }
`;

/** What VS Code gives for the document, as its own views ask. */
async function ask<T>(command: string, uri: vscode.Uri, ...further: unknown[]): Promise<T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(command, uri, ...further)) ?? [];
}

function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return ask('vscode.executeDocumentSymbolProvider', uri);
}

/** The references in the article itself: those of other tests name the same people. */
async function referencesIn(article: vscode.Uri, at: vscode.Position): Promise<vscode.Range[]> {
  const found = await ask<vscode.Location>('vscode.executeReferenceProvider', article, at);
  return found.filter(({ uri }) => uri.toString() === article.toString()).map(({ range }) => range);
}

/** Rows of the outline, two spaces for each level. */
function rows(symbols: readonly vscode.DocumentSymbol[], margin = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${margin}${name} | ${detail}`,
    ...rows(children, `${margin}  `),
  ]);
}

/** Where the n-th occurrence (from 1) of a word begins, and one character on. */
function within({ document }: vscode.TextEditor, word: string, nth = 1): vscode.Position {
  let at = -1;
  for (let i = 0; i < nth; i += 1) at = document.getText().indexOf(word, at + 1);
  assert.ok(at >= 0, word);
  return document.positionAt(at + 1);
}

function wordsIn({ document }: vscode.TextEditor, ranges: readonly vscode.Range[]): string[] {
  return ranges.map((range) => document.getText(range).replaceAll('\r\n', '\n'));
}

/** A range of a selection, and all that it grows to. */
function stepsOf(range?: vscode.SelectionRange): vscode.Range[] {
  return range ? [range.range, ...stepsOf(range.parent)] : [];
}

/** An annotated article, when VS Code has been told of it. */
async function openAnnotated(words = text): Promise<Awaited<ReturnType<typeof openArticle>>> {
  const opened = await openArticle(words, { sidecar });
  await until('it has symbols', async () => (await symbols(opened.article)).length > 0);
  return opened;
}

describe('an annotated article is moved about in as code is:', () => {
  afterEach(async () => {
    await closeAll();
    await removeSchema();
  });

  it('its outline has quotes with their speakers, and in them their mentions', async () => {
    const { article } = await openAnnotated();
    const found = await symbols(article);
    assert.deepEqual(rows(found), [
      'Corva | Location',
      'Olga Berni | Person',
      'Olga Berni: “Il porto di Corva è chiuso … e resta chiuso” | Direct quote',
      '  Corva | Location',
      'Olga Berni | Person · “Berni”',
      'Nota | boilerplate · “Questo testo è di tutti. Chi vuole lo copia.”',
    ]);
    const quote = found[2];
    assert.ok(quote);
    assert.equal(quote.kind, vscode.SymbolKind.String);
    assert.deepEqual(quote.range, new vscode.Range(2, 1, 3, 12));
    assert.deepEqual(quote.selectionRange, new vscode.Range(2, 1, 2, 27));
  });

  it('its outline follows what is annotated and typed', async () => {
    const { editor, article } = await openAnnotated();
    select(editor, 'Piove');
    await run('annotateEntity', { type: 'event' });
    await eventually('the new mention is there', async () => {
      assert.equal(rows(await symbols(article))[0], 'Piove | Event');
    });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Oggi\n');
    });
    const [first] = await symbols(article);
    assert.deepEqual(first?.range, new vscode.Range(1, 0, 1, 5));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a mention highlights what refers to its entity, a quote its parts, other words their like', async () => {
    const { editor, article } = await openAnnotated();
    const at = async (word: string, nth = 1) => {
      const position = within(editor, word, nth);
      const found = await ask<vscode.DocumentHighlight>(
        'vscode.executeDocumentHighlights',
        article,
        position,
      );
      const words = wordsIn(
        editor,
        found.map(({ range }) => range),
      );
      return words.map(
        (each, i) => `${vscode.DocumentHighlightKind[found[i]?.kind ?? -1]} ${each}`,
      );
    };
    assert.deepEqual(await at('Berni', 2), ['Write Olga Berni', 'Read lei', 'Read Berni']);
    assert.deepEqual(await at('dice'), [
      'Write Il porto di Corva è chiuso',
      'Write e\nresta chiuso',
      'Text dice',
      'Read lei',
    ]);
    assert.deepEqual(await at('testo'), ['Write Questo testo è di tutti.\nChi vuole lo copia.']);
    assert.deepEqual(await at('aspetta'), ['Text aspetta']);
  });

  it('a selection grows from the word to the name, the piece, the quote and the paragraph', async () => {
    const { editor, article } = await openAnnotated();
    const [found] = await ask<vscode.SelectionRange>(
      'vscode.executeSelectionRangeProvider',
      article,
      [within(editor, 'Berni')],
    );
    const words = wordsIn(editor, stepsOf(found));
    assert.deepEqual(words.slice(0, 3), ['Berni', 'Olga Berni', text.split('\n')[1]]);
    assert.equal(words.at(-1), text);
  });

  it('long quotes and boilerplate fold, boilerplate as comments do', async () => {
    const { article } = await openAnnotated();
    const folds = await ask<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', article);
    assert.deepEqual(
      folds.map(({ start, end, kind }) => [start, end, kind]),
      [
        [2, 3, undefined],
        [6, 7, vscode.FoldingRangeKind.Comment],
      ],
    );
  });

  it('the definition of a mention and of a speaker is the record in the sidecar', async () => {
    const { editor, article, sidecar: file } = await openAnnotated();
    for (const [word, origin] of [
      ['Berni', 'Olga Berni'],
      ['lei', 'lei'],
    ] as const) {
      const [found] = await ask<vscode.LocationLink>(
        'vscode.executeDefinitionProvider',
        article,
        within(editor, word),
      );
      assert.ok(found);
      assert.equal(found.targetUri.toString(), file.toString());
      assert.deepEqual(found.targetSelectionRange, new vscode.Range(13, 2, 13, 12));
      assert.equal(found.targetRange.start.line, 13);
      assert.ok(found.originSelectionRange);
      assert.deepEqual(wordsIn(editor, [found.originSelectionRange]), [origin]);
    }
    const none = await ask('vscode.executeDefinitionProvider', article, within(editor, 'porto'));
    assert.deepEqual(none, []);
  });

  it('F12 goes to the record', async () => {
    const { editor, sidecar: file } = await openAnnotated();
    const position = within(editor, 'lei');
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await eventually('the sidecar is shown', () => {
      const shown = vscode.window.activeTextEditor;
      assert.ok(shown);
      assert.equal(shown.document.uri.toString(), file.toString());
      assert.deepEqual(shown.selection.active, new vscode.Position(13, 2));
    });
  });

  it('the references of an entity are its mentions and where it speaks', async () => {
    const { editor, article } = await openAnnotated();
    for (const word of ['Berni', 'lei']) {
      const found = await referencesIn(article, within(editor, word));
      assert.deepEqual(wordsIn(editor, found), ['Olga Berni', 'lei', 'Berni']);
    }
  });

  it('the places are right where lines end with CRLF', async () => {
    const { editor, article } = await openAnnotated(text.replaceAll('\n', '\r\n'));
    const [, olga] = await symbols(article);
    assert.ok(olga);
    assert.deepEqual(wordsIn(editor, [olga.selectionRange]), ['Olga Berni']);
  });

  it('the places are right after typing, at once', async () => {
    const { editor, article } = await openAnnotated();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), 'Ieri. ');
    });
    const found = await referencesIn(article, within(editor, 'Berni'));
    assert.deepEqual(wordsIn(editor, found), ['Olga Berni', 'lei', 'Berni']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('in a file whose name means something in patterns', async () => {
    const { article } = await openArticle(text, { sidecar, name: '[a]{b}!.txt' });
    await eventually('it has symbols', async () => {
      assert.equal((await symbols(article)).length, 5);
    });
  });
});

describe('a text without annotations', () => {
  afterEach(closeAll);

  it('has nothing of that, and keeps what VS Code does by itself', async () => {
    const annotated = await openAnnotated();
    const { article, editor } = await openArticle(text.replace('resta', '  resta'));
    assert.deepEqual(await symbols(article), []);
    const position = within(editor, 'ora');
    assert.deepEqual(await ask('vscode.executeDefinitionProvider', article, position), []);
    assert.deepEqual(await ask('vscode.executeReferenceProvider', article, position), []);
    const [found] = await ask<vscode.SelectionRange>(
      'vscode.executeSelectionRangeProvider',
      article,
      [position],
    );
    assert.ok(wordsIn(editor, stepsOf(found)).includes('(per ora)'), 'brackets are a step');
    await vscode.window.showTextDocument(annotated.article);
    assert.ok((await symbols(annotated.article)).length > 0);
  });

  it('has symbols from when it is annotated until that is taken back', async () => {
    const { article, editor } = await openArticle(text);
    select(editor, 'Olga Berni');
    await run('annotateEntity', { type: 'person' });
    await eventually('there is one', async () => {
      assert.deepEqual(rows(await symbols(article)), ['Olga Berni | Person']);
    });
    await run('undo');
    await eventually('there is none', async () => {
      assert.deepEqual(await symbols(article), []);
    });
  });
});
