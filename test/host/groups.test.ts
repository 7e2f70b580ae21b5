import assert from 'assert';
import * as vscode from 'vscode';
import { mentionPart } from '../../src/core/model/parts';
import { closeAll, hover, openArticle, read, run, select, until } from './support/workbench';

const text = 'Ada Perrin said the dam holds. “It holds,” Perrin repeated.\n';
const perrin =
  'chiosa: 1\nentities:\n  ada-perrin:\n    name: Ada Perrin\n    type: person\n    mentions:\n      - { exact: Ada Perrin }\n';

/** What each group of editors shows in front, the active group first. */
function inFront(): string[] {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  return [activeTabGroup, ...all.filter((group) => group !== activeTabGroup)].map(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputText ? activeTab.input.uri.path : '',
  );
}

/** What the row of a mention passes to the command that goes to it. */
const placeOf = (article: vscode.Uri, entity: string, words: string) => ({
  uri: article.toString(),
  part: mentionPart({ entity, target: { selectors: [{ exact: words }] } }),
});

/** An article whose annotations are shown. */
async function openAnnotated() {
  const opened = await openArticle(text, { sidecar: perrin });
  await until('the annotations', async () =>
    (await hover(opened.editor, 'Ada')).includes('Ada Perrin'),
  );
  return opened;
}

describe('groups of editors', () => {
  afterEach(async () => {
    await closeAll();
    await until('one group is left', () => vscode.window.tabGroups.all.length === 1);
  });

  it('that show one article each act where their own cursor is, and show the same', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    select(editor, 'Ada Perrin');
    const beside = await vscode.window.showTextDocument(article, {
      viewColumn: vscode.ViewColumn.Two,
    });
    select(beside, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /exact: dam/);
    assert.doesNotMatch((await read(sidecar)) ?? '', /exact: Ada Perrin/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const left = await until('the other one', () => vscode.window.activeTextEditor);
    assert.match(await hover(left, 'dam'), /Work/, 'the article is open in the other one still');
    await run('annotateEntity', { type: 'person' });
    assert.match((await read(sidecar)) ?? '', /exact: Ada Perrin/);
  });

  it('show the sidecar beside the article, where it is', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    await run('openSidecar');
    assert.deepEqual(inFront(), [article.path], 'there is none yet');
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    await run('openSidecar');
    await until('the sidecar has the focus', () => inFront()[0] === sidecar.path);
    assert.deepEqual(inFront(), [sidecar.path, article.path]);
    await run('openSidecar');
    assert.deepEqual(inFront(), [sidecar.path, article.path], 'once, also from itself');
  });

  it('go to a row of the sidebar where the article is, and leave the sidecar beside it', async () => {
    const { article, sidecar, editor } = await openAnnotated();
    await run('openSidecar');
    await until('the sidecar has the focus', () => inFront()[0] === sidecar.path);
    await vscode.commands.executeCommand(
      '_chiosa.reveal',
      placeOf(article, 'ada-perrin', 'Ada Perrin'),
    );
    assert.deepEqual(inFront(), [article.path, sidecar.path]);
    assert.equal(editor.document.getText(editor.selection), 'Ada Perrin');
  });

  it('show an act that is undone where its article is, and leave the sidecar beside it', async () => {
    const { article, sidecar, editor } = await openAnnotated();
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    await run('openSidecar');
    await until('the sidecar has the focus', () => inFront()[0] === sidecar.path);
    await run('undo');
    assert.deepEqual(inFront(), [article.path, sidecar.path]);
    assert.doesNotMatch((await read(sidecar)) ?? '', /exact: dam/);
  });

  it('follow a link of a hover card to the article of the card', async () => {
    const { article, sidecar, editor } = await openAnnotated();
    await run('openSidecar');
    await until('the sidecar has the focus', () => inFront()[0] === sidecar.path);
    const at = { uri: article.toString(), line: 0, column: 2 };
    await run('nextMention', { at });
    assert.deepEqual(inFront(), [article.path, sidecar.path]);
    assert.equal(editor.document.getText(editor.selection), 'Ada Perrin');
  });
});
