import assert from 'assert';
import * as vscode from 'vscode';
import { ask, at, elsewhere, leaveSidecar, openSidecar } from './support/sidecars';

async function completions(document: vscode.TextDocument, position: vscode.Position, resolve = 0) {
  const { items } = await ask<vscode.CompletionList>(
    'CompletionItemProvider',
    document,
    position,
    undefined,
    resolve,
  );
  return items;
}

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === 'string' ? label : label.label;

describe('completion in a sidecar', () => {
  afterEach(leaveSidecar);

  it('offers the keys that are not there yet, with what their values need', async () => {
    const { document } = await openSidecar([
      'chiosa: 1',
      'entities:',
      '  pia-vessilli:',
      '    name: Pia Vessilli',
      '    ',
      'quotes:',
      '  - content: [ { exact: Piove,  } ]',
      '    ',
      '',
    ]);
    const keys = async (position: vscode.Position) =>
      (await completions(document, position)).map((item) => {
        const { insertText } = item;
        const written = insertText instanceof vscode.SnippetString ? insertText.value : insertText;
        return `${labelOf(item)} → ${String(written)}`;
      });
    assert.deepEqual(await keys(new vscode.Position(4, 4)), [
      'type → type: ',
      'mentions → mentions:\n  - ',
    ]);
    assert.deepEqual(await keys(new vscode.Position(7, 4)), [
      'kind → kind: ',
      'speaker → speaker: { $0 \\}',
      'cue → cue: { $0 \\}',
    ]);
    assert.deepEqual((await keys(at(document, 'Piove, ', 7))).sort(), [
      'occurrence → occurrence: ',
      'prefix → prefix: ',
      'suffix → suffix: ',
      'text → text: ',
    ]);
  });

  it('offers the entities of the file first and then of the corpus, which it describes when one is chosen', async () => {
    await elsewhere('Lia Quercetani', 'lia-quercetani');
    const { document, editor } = await openSidecar([
      'chiosa: 1',
      'entities:',
      '  pia-vessilli:',
      '    name: Pia Vessilli',
      '    type: person',
      'quotes:',
      '  - kind: direct',
      '    content: [ { exact: Piove } ]',
      '    speaker: { entity: lia-quer',
      '',
    ]);
    const position = at(document, 'entity: lia-quer', 16);
    const items = await completions(document, position, 100);
    assert.equal(items[0] && labelOf(items[0]), 'pia-vessilli');
    const other = items.find((item) => labelOf(item) === 'lia-quercetani');
    assert.ok(other);
    assert.equal(other.detail, 'Person · mentions: 1, articles: 1');
    const [extra] = other.additionalTextEdits ?? [];
    assert.ok(extra);
    const { insertText } = other;
    assert.ok(typeof insertText === 'string');
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(position.translate(0, -8), position), insertText);
      edit.replace(extra.range, extra.newText);
    });
    const record =
      '  lia-quercetani:\n    name: Lia Quercetani\n    type: person\n  pia-vessilli:\n';
    assert.ok(document.getText().includes(record), document.getText());
    assert.ok(document.getText().includes('speaker: { entity: lia-quercetani\n'));
  });

  it('offers a record of an entity of the corpus among the ids', async () => {
    await elsewhere('Elio Santarossi', 'elio-santarossi', 'work');
    const { document } = await openSidecar(['chiosa: 1', 'entities:', '  elio', '']);
    const items = await completions(document, new vscode.Position(2, 6));
    const found = items.find((item) => labelOf(item) === 'elio-santarossi');
    const { insertText } = found ?? {};
    assert.ok(insertText instanceof vscode.SnippetString);
    assert.equal(insertText.value, 'elio-santarossi:\n  name: Elio Santarossi\n  type: work\n');
  });
});
