import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, openArticle, putCursor, run, select } from './support/workbench';

const selected = ({ document, selections }: vscode.TextEditor) =>
  selections.map((selection) => document.getText(selection)).join(' … ');

/** What is selected after each of some commands. */
async function walk(editor: vscode.TextEditor, ...commands: readonly string[]): Promise<string[]> {
  const walked: string[] = [];
  for (const command of commands) {
    await run(command);
    walked.push(selected(editor));
  }
  return walked;
}

function toStart(editor: vscode.TextEditor): void {
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}

describe('walking', () => {
  afterEach(closeAll);

  it('goes from a mention to the next one of its entity, from the last to the first', async () => {
    const { editor } = await openArticle(
      '👩‍🔧 Dorina Pletz lavora.\r\nPletz ride, Eligio tace. Ma Pletz.\r\n',
    );
    select(editor, 'Dorina Pletz', ['Pletz', 2], ['Pletz', 3]);
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Eligio');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'Dorina');
    const lines: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await run('nextMention');
      lines.push(editor.selection.start.line, editor.selection.start.character);
    }
    assert.deepEqual(lines, [1, 0, 1, 28, 0, 6]);
    assert.equal(selected(editor), 'Dorina Pletz');
  });

  it('selects all pieces of a split quote, and stays where nothing is annotated', async () => {
    const { editor } = await openArticle('«Il fiume», dice Berta, «sale ancora». Piove.\n');
    toStart(editor);
    assert.deepEqual(await walk(editor, 'nextAnnotation', 'previousAnnotation'), ['', '']);
    select(editor, 'Il fiume', 'sale ancora');
    await run('annotateQuote');
    putCursor(editor, 'Piove');
    assert.deepEqual(await walk(editor, 'previousAnnotation'), ['Il fiume … sale ancora']);
  });

  it('goes to what may be annotated, leaving out what is, in both directions', async () => {
    const { editor } = await openArticle(
      'Ieri Wanda Frosk ha visto il lago.\nDice: «Troppo freddo per me». Poi Wanda Frosk va a Lumbria.\n',
    );
    toStart(editor);
    const first = await walk(editor, 'nextCandidate', 'nextCandidate', 'nextCandidate');
    assert.equal(first[0], 'Wanda Frosk');
    assert.ok(first[1]?.includes('Troppo freddo per me'), first.join());
    select(editor, 'Wanda Frosk');
    await run('annotateEntity', { type: 'person' });
    toStart(editor);
    const [next = ''] = await walk(editor, 'nextCandidate');
    assert.ok(next.includes('Troppo freddo'), next);
    const back = await walk(editor, 'nextCandidate', 'nextCandidate', 'previousCandidate');
    assert.deepEqual(back, ['Wanda Frosk', 'Lumbria', 'Wanda Frosk']);
    assert.deepEqual(editor.selection.start.line, 1);
  });

  it('goes on from key to key, however quickly they come', async () => {
    const { editor } = await openArticle('Ecco Anno Belk, Cora Dess, Egon Falk e Gera Holt.\n');
    for (const name of ['Anno Belk', 'Cora Dess', 'Egon Falk', 'Gera Holt']) {
      select(editor, name);
      await run('annotateEntity', { type: 'person' });
    }
    toStart(editor);
    await Promise.all([run('nextAnnotation'), run('nextAnnotation'), run('nextAnnotation')]);
    assert.equal(selected(editor), 'Egon Falk');
    // An act right behind means where the walk has come.
    await Promise.all([run('previousAnnotation'), run('remove')]);
    toStart(editor);
    assert.deepEqual(await walk(editor, 'nextAnnotation', 'nextAnnotation'), [
      'Anno Belk',
      'Egon Falk',
    ]);
  });

  it('does nothing in an empty article', async () => {
    const { editor } = await openArticle('');
    const commands = ['nextAnnotation', 'nextCandidate', 'previousCandidate', 'nextMention'];
    assert.deepEqual(await walk(editor, ...commands), ['', '', '', '']);
  });
});
