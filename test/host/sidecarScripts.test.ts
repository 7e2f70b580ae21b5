import assert from 'assert';
import * as vscode from 'vscode';
import { ask, at, elsewhere, leaveSidecar, openSidecar } from './support/sidecars';
import { eventually, putCursor, run } from './support/workbench';

// Names of their own, in scripts that lines, words and positions are easily got wrong in.

interface Script {
  readonly what: string;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

const scripts: readonly Script[] = [
  {
    what: 'Arabic',
    text: 'قالت ليلى البحراوي: «المطر قادم» أمس.\n',
    id: 'ليلى-البحراوي',
    name: 'ليلى البحراوي',
    type: 'person',
  },
  {
    what: 'Chinese',
    text: '海雾市长林雨桐说：“雨停了。”\n',
    id: '林雨桐',
    name: '林雨桐',
    type: 'person',
  },
  {
    what: 'letters with marks of their own',
    text: 'E\u0301lodie Me\u0301rande\u0300 parle.\n',
    id: 'élodie-mérandè',
    name: 'E\u0301lodie Me\u0301rande\u0300',
    type: 'person',
  },
  {
    what: 'emoji',
    text: '👩‍🚒👩‍🚒 La 🌊 «Onda 🌊 Verde 😀» parte.\n',
    id: '"onda 🌊 verde"',
    name: '"Onda 🌊 Verde 😀"',
    type: 'work',
  },
];

const sidecarOf = ({ id, name, type }: Script) => [
  'chiosa: 1',
  'entities:',
  `  ${id}:`,
  `    name: ${name}`,
  `    type: ${type}`,
  '    mentions:',
  `      - { exact: ${name} } # 👩‍🚒`,
  'quotes:',
  '  - kind: indirect',
  '    content:',
  `      - { exact: ${name} }`,
  `    speaker: { entity: ${id} }`,
  '',
];

const unquoted = (word: string) => word.replace(/^"|"$/g, '');

async function cardAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await ask<vscode.Hover[]>('HoverProvider', document, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

describe('a sidecar in any script', () => {
  afterEach(leaveSidecar);

  for (const script of scripts) {
    for (const eol of ['\n', '\r\n']) {
      it(`leads to its words, in ${script.what}, lines ending in ${JSON.stringify(eol)}`, async () => {
        const [id, name] = [unquoted(script.id), unquoted(script.name)];
        const words = `\uFEFF${script.text}`.replaceAll('\n', eol);
        const { document, editor, article } = await openSidecar(sidecarOf(script), words, eol);
        const position = at(document, `exact: ${script.name}`, 8);
        await eventually('the passage is shown', async () => {
          assert.ok((await cardAt(document, position)).includes(`<strong>${name}</strong>`));
        });
        const [place] = await ask<vscode.LocationLink[]>('DefinitionProvider', document, position);
        assert.equal(place?.targetUri.toString(), article.toString());
        const shown = await vscode.workspace.openTextDocument(article);
        assert.equal(shown.getText(place?.targetRange), name);
        const record = await ask<vscode.LocationLink[]>(
          'DefinitionProvider',
          document,
          at(document, `entity: ${script.id}`, 10),
        );
        assert.equal(document.getText(record[0]?.targetSelectionRange), script.id);
        const marks = await ask<vscode.DocumentHighlight[]>(
          'DocumentHighlights',
          document,
          at(document, script.id, 2),
        );
        assert.deepEqual(
          marks.map(({ range }) => document.getText(range)),
          [script.id, script.id],
        );
        const symbols = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document);
        assert.deepEqual(
          symbols.flatMap(({ children }) => children).map((each) => [each.name, each.detail]),
          [
            [name, id],
            [name, id],
          ],
        );
        putCursor(editor, script.id);
        await run('goToText');
        const active = vscode.window.activeTextEditor;
        assert.equal(active?.document.getText(active.selection), name);
        await run('goToSidecar');
        assert.equal(vscode.window.activeTextEditor?.selection.active.line, 6);
      });
    }
  }

  it('is offered ids in their own scripts, and as YAML', async () => {
    await elsewhere('大川美咲', '大川美咲');
    const { document } = await openSidecar([
      'chiosa: 1',
      'quotes:',
      '  - kind: indirect',
      '    content: [ { exact: a } ]',
      '    speaker: { entity: 大 }',
      '',
    ]);
    const { items } = await ask<vscode.CompletionList>(
      'CompletionItemProvider',
      document,
      at(document, 'entity: 大', 9),
      undefined,
      50,
    );
    const found = items.find(({ insertText }) => insertText === '大川美咲');
    const [edit] = found?.additionalTextEdits ?? [];
    assert.ok(edit);
    assert.equal(edit.newText, 'entities:\n  大川美咲:\n    name: 大川美咲\n    type: person\n');
    assert.deepEqual(edit.range.start, new vscode.Position(1, 0));
  });
});
