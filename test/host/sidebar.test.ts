import assert from 'assert';
import * as vscode from 'vscode';
import { isMore, page } from '../../src/host/pagedTree';
import { Sidebar } from './support/sidebar';
import { closeAll, eventually, openArticle, putCursor, until, write } from './support/workbench';

describe('the rows of the sidebar', () => {
  let sidebar: Sidebar;
  let articles: readonly [vscode.Uri, vscode.Uri];

  before(() => {
    sidebar = new Sidebar();
  });

  after(() => {
    sidebar.dispose();
  });

  beforeEach(async () => {
    sidebar.shown.scope = 'corpus';
    sidebar.shown.options = { grouping: 'type', sorting: 'mentions', filter: 'nerz' };
    articles = await sidebar.twoArticles();
  });

  afterEach(closeAll);

  it('are those of all articles, down to mentions, which are read where they are expanded', async () => {
    assert.deepEqual(await sidebar.labels(sidebar.entities), ['Person | 1']);
    const person = await sidebar.rowAt(sidebar.entities, 'Person');
    assert.deepEqual(await sidebar.labels(sidebar.entities, person), [
      'Ubalda Nerz | 2 · articles: 2',
    ]);
    const nerz = await sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz');
    assert.deepEqual(await sidebar.labels(sidebar.entities, nerz), [
      'laterale-a.txt | 1 · laterale-a.txt',
      'laterale-b.txt | 1 · laterale-b.txt',
    ]);
    const there = await sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz', 'laterale-b.txt');
    assert.deepEqual(await sidebar.labels(sidebar.entities, there), ['Ubalda Nerz | line 1']);
  });

  it('go to the words in another article', async () => {
    const row = await sidebar.rowAt(
      sidebar.entities,
      'Person',
      'Ubalda Nerz',
      'laterale-b.txt',
      'Ubalda Nerz',
    );
    const { command } = sidebar.entities.tree.getTreeItem(row);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), articles[1].toString());
    assert.equal(editor?.document.getText(editor.selection), 'Ubalda Nerz');
  });

  it('go to where the words are now, in an article that was edited since, open or not', async () => {
    const way = ['Person', 'Ubalda Nerz', 'laterale-b.txt', 'Ubalda Nerz'];
    const row = await sidebar.rowAt(sidebar.entities, ...way);
    const { command } = sidebar.entities.tree.getTreeItem(row);
    assert.ok(command);
    const go = async () => {
      await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const { selection, document } = editor;
      assert.equal(document.uri.toString(), articles[1].toString());
      return `${String(selection.start.line)}:${String(selection.start.character)} ${document.getText(selection)}`;
    };
    const text = 'Ubalda Nerz va. «Piove», dice Ubalda Nerz a Rigo Falt.\n';
    await write(articles[1], `Prima una riga.\n\n${text}`);
    // VS Code may have the old text of an article that was open for a moment still.
    await eventually('the place in the new text', async () => {
      assert.equal(await go(), '2:0 Ubalda Nerz');
    });
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), 'Ieri ');
    });
    assert.equal(await go(), '2:5 Ubalda Nerz');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are those of the article that is open, in the scope of articles', async () => {
    sidebar.shown.scope = 'article';
    sidebar.shown.options = { ...sidebar.shown.options, filter: '' };
    await openArticle('Otto Gral.\n', {
      sidecar:
        'chiosa: 1\nentities: { gral: { name: Otto Gral, type: person, mentions: [ { exact: Otto Gral } ] } }\n',
    });
    await eventually('its rows', async () => {
      const person = await sidebar.rowAt(sidebar.entities, 'Person');
      assert.deepEqual(await sidebar.labels(sidebar.entities, person), ['Otto Gral | 1']);
    });
    assert.equal(sidebar.entities.source?.scope, 'article');
  });

  it('are without groups, sorted and filtered as the user wants', async () => {
    sidebar.shown.options = { grouping: 'none', sorting: 'name', filter: 'FALT' };
    sidebar.refresh();
    assert.deepEqual(await sidebar.labels(sidebar.entities), ['Rigo Falt | 2 · articles: 2']);
    sidebar.shown.options = { ...sidebar.shown.options, filter: 'àlt rig' };
    sidebar.refresh();
    assert.deepEqual(await sidebar.labels(sidebar.entities), ['Rigo Falt | 2 · articles: 2']);
    sidebar.shown.options = { ...sidebar.shown.options, filter: 'nerz falt' };
    sidebar.refresh();
    assert.deepEqual(await sidebar.labels(sidebar.entities), []);
  });

  it('come by the page, and the last one brings the next', async () => {
    const names = Array.from({ length: page + 3 }, (_, i) => `Paginato${String(i)}`);
    const of = (name: string) => `  ${name}: { name: ${name}, type: work }`;
    sidebar.shown.scope = 'article';
    sidebar.shown.options = { grouping: 'none', sorting: 'name', filter: '' };
    const { editor } = await openArticle(`${names.join('\n')}\n`, {
      sidecar: ['chiosa: 1', 'entities:', ...names.map(of), ''].join('\n'),
    });
    const rows = await until('a page of them', async () => {
      sidebar.refresh();
      const all = await sidebar.entities.tree.getChildren();
      return all.length === page + 1 ? all : undefined;
    });
    const last = rows.at(-1);
    assert.ok(last && isMore(last));
    const { accessibilityInformation } = sidebar.entities.tree.getTreeItem(last);
    assert.equal(accessibilityInformation?.label, 'Show 3 more rows; not shown yet: 3');
    const next = await sidebar.entities.tree.showMore(last);
    assert.equal(next?.kind === 'entity' && next.entity.name, `Paginato${String(page)}`);
    assert.equal((await sidebar.entities.tree.getChildren()).length, page + 3);
    assert.equal(editor.document.lineCount, page + 4);
  });

  it('lead from the cursor to the row of its mention, also to one behind the page', async () => {
    const names = Array.from({ length: page + 3 }, (_, i) => `Seguito${String(i)}`);
    const of = (name: string) =>
      `  ${name}: { name: ${name}, type: work, mentions: [ { exact: ${name} } ] }`;
    sidebar.shown.scope = 'article';
    sidebar.shown.options = { grouping: 'type', sorting: 'name', filter: '' };
    const { article: uri, editor } = await openArticle(`${names.join('.\n')}.\n`, {
      sidecar: ['chiosa: 1', 'entities:', ...names.map(of), ''].join('\n'),
    });
    const shown = await until('it is read', () => {
      const now = sidebar.active.article;
      const isIt = now?.uri.toString() === uri.toString() && now.state.set.mentions.length > 0;
      return isIt ? now : undefined;
    });
    sidebar.refresh();
    const last = `Seguito${String(page + 2)}`;
    putCursor(editor, last);
    const row = await sidebar.entities.find(
      shown,
      editor.document.offsetAt(editor.selection.active),
    );
    assert.ok(row?.kind === 'mention' && row.mention.entity === last);
    const entity = sidebar.entities.tree.getParent(row);
    assert.ok(entity);
    const type = sidebar.entities.tree.getParent(entity);
    assert.equal(type?.kind, 'type');
    const ids = (await sidebar.entities.tree.getChildren(type)).map(({ id }) => id);
    assert.ok(ids.includes(entity.id), 'its page is shown');
  });
});
