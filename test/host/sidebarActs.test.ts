import assert from 'assert';
import * as vscode from 'vscode';
import { removalOf } from '../../src/features/sidebar/removal';
import type { Row } from '../../src/features/sidebar/rows';
import { isOneStep, Sidebar } from './support/sidebar';
import { closeAll } from './support/workbench';

describe('rows of the sidebar', () => {
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
    sidebar.shown.options = { grouping: 'type', sorting: 'mentions', filter: '' };
    articles = await sidebar.twoArticles();
  });

  afterEach(closeAll);

  it('are removed, several in several articles, by one act', async () => {
    const way = (name: string) =>
      sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz', name, 'Ubalda Nerz');
    const rows = [await way('laterale-a.txt'), await way('laterale-b.txt')];
    rows.push(await sidebar.rowAt(sidebar.quotes, 'Ubalda Nerz', 'laterale-a.txt', 'Piove'));
    await isOneStep(
      articles,
      () => vscode.commands.executeCommand('chiosa.removeRows', rows[0], rows),
      ([first = '', second = '']) => {
        assert.doesNotMatch(first, /Ubalda Nerz/, 'with the last that refers to her she goes too');
        assert.doesNotMatch(second, /exact: Ubalda Nerz/);
        assert.match(second, /name: Ubalda Nerz/, 'she says something there');
      },
    );
  });

  it('of an entity are removed with its mentions in all articles', async () => {
    const row = await sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz');
    assert.deepEqual(removalOf([row]).entities, [{ entity: 'ubalda-nerz' }]);
    await isOneStep(
      articles,
      () => vscode.commands.executeCommand('chiosa.removeRows', row),
      (sources) => {
        for (const source of sources) assert.doesNotMatch(source, /exact: Ubalda/);
        for (const source of sources) assert.match(source, /exact: Rigo Falt/);
      },
    );
  });

  it('of entities, dropped onto one, are merged into it in all articles, by one act', async () => {
    const nerz = await sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz');
    const falt = await sidebar.rowAt(sidebar.entities, 'Person', 'Rigo Falt');
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.entities', [nerz, falt], falt),
      (sources) => {
        for (const source of sources) assert.doesNotMatch(source, /ubalda-nerz/);
        for (const source of sources) assert.match(source, /speaker: \{ entity: rigo-falt/);
      },
    );
  });

  it('of mentions in two articles, dropped onto an entity, become its mentions, by one act', async () => {
    const way = (name: string) =>
      sidebar.rowAt(sidebar.entities, 'Person', 'Ubalda Nerz', name, 'Ubalda Nerz');
    const rows = [await way('laterale-a.txt'), await way('laterale-b.txt')];
    const falt = await sidebar.rowAt(sidebar.entities, 'Person', 'Rigo Falt');
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.entities', rows, falt),
      (sources) => {
        for (const source of sources) {
          const [, ofFalt = ''] = source.split('rigo-falt');
          assert.match(ofFalt.split('ubalda-nerz')[0] ?? '', /Ubalda Nerz/);
        }
      },
    );
  });

  it('of quotes in two articles, dropped onto an entity or onto nobody, change who says them, by one act', async () => {
    const way = (name: string) => sidebar.rowAt(sidebar.quotes, 'Ubalda Nerz', name, 'Piove');
    const rows = [await way('laterale-a.txt'), await way('laterale-b.txt')];
    const falt = await sidebar.rowAt(sidebar.entities, 'Person', 'Rigo Falt');
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.quotes', rows, falt),
      (sources) => {
        for (const source of sources) assert.match(source, /speaker: \{ entity: rigo-falt/);
      },
    );
    const nobody: Row = {
      kind: 'speaker',
      id: 's',
      name: undefined,
      speaker: undefined,
      quotes: 0,
    };
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.quotes', rows, nobody),
      (sources) => {
        for (const source of sources) assert.doesNotMatch(source, /speaker/);
      },
    );
  });

  it('of an entity, dropped onto a quote or onto a speaker, says that quote or all of them', async () => {
    const falt = await sidebar.rowAt(sidebar.entities, 'Person', 'Rigo Falt');
    const quote = await sidebar.rowAt(sidebar.quotes, 'Ubalda Nerz', 'laterale-a.txt', 'Piove');
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.entities', [falt], quote),
      ([first = '', second = '']) => {
        assert.match(first, /speaker: \{ entity: rigo-falt/);
        assert.match(second, /speaker: \{ entity: ubalda-nerz/);
      },
    );
    const speaker = await sidebar.rowAt(sidebar.quotes, 'Ubalda Nerz');
    await isOneStep(
      articles,
      () => sidebar.drop('chiosa.entities', [falt], speaker),
      (sources) => {
        for (const source of sources) assert.match(source, /speaker: \{ entity: rigo-falt/);
      },
    );
  });
});
