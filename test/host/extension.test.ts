import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, hover, openArticle, run, select } from './support/workbench';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension', () => {
  afterEach(closeAll);

  it('is active, with every command of its manifest', async () => {
    const extension = vscode.extensions.getExtension<undefined>('chiosa.chiosa');
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as Manifest;
    const registered = await vscode.commands.getCommands(true);
    const missing = contributes.commands.filter(({ command }) => !registered.includes(command));
    assert.deepEqual(missing, []);
  });

  it('lets words of the article do nothing in a hover card', async () => {
    const hostile = 'Mr <b>[x](command:workbench.action.quit)</b> $(alert) spoke.\n';
    const { editor } = await openArticle(hostile);
    select(editor, '<b>[x](command:workbench.action.quit)</b> $(alert)');
    await run('annotateEntity', { type: 'person' });
    const position = editor.document.positionAt(5);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      position,
    );
    const [card] = hovers.flatMap(({ contents }) => contents);
    assert.ok(card instanceof vscode.MarkdownString);
    assert.doesNotMatch(card.value, /[^\\]\[x\]\(command:workbench/);
    assert.doesNotMatch(card.value, /<b>/);
    assert.ok(typeof card.isTrusted === 'object');
    assert.ok(card.isTrusted.enabledCommands.every((command) => command.startsWith('chiosa.')));
  });

  it('gives the corpus linguist a card for each quote around an entity', async () => {
    const { editor } = await openArticle('“I told Ada,” Ben said.\n');
    select(editor, 'Ada');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'I told Ada,');
    await run('annotateQuote');
    const all = (await hover(editor, 'Ada')).split('---');
    // Who made it is said beside them.
    const cards = all.filter((card) => !card.includes('$(git-commit)'));
    assert.equal(cards.length, 2);
  });
});
