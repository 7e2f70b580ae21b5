import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  hover,
  openArticle,
  putCursor,
  read,
  removeSchema,
  run,
  until,
  uriOf,
  write,
} from './support/workbench';

/** A sidecar in which somebody is mentioned, and says something. */
const naming = (id: string, name: string, words = name) => `chiosa: 1
entities:
  ${id}:
    name: ${name}
    type: person
    mentions:
      - { exact: ${words} }
quotes:
  - kind: indirect
    content:
      - { exact: che piove }
    speaker: { entity: ${id}, exact: ${words} }
`;

/** The rows of “Go to Symbol in Workspace” that are ours. */
async function symbols(query: string): Promise<vscode.SymbolInformation[]> {
  const all = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return (all ?? []).filter(({ containerName }) => containerName.includes('mentions:'));
}

const names = async (query: string) => (await symbols(query)).map(({ name }) => name);

/** An article that no editor shows, with its sidecar. */
async function closedArticle(name: string, text: string, sidecar: string): Promise<vscode.Uri> {
  await write(uriOf(name), text);
  await write(uriOf(`${name}.ann.yaml`), sidecar);
  return uriOf(name);
}

describe('the corpus', () => {
  afterEach(closeAll);

  it('lists the entities of closed articles, where they are mentioned and how often', async () => {
    const text = 'Dice Wilma Orsot che piove.\n';
    const first = await closedArticle('indice/a.txt', text, naming('wilma-orsot', 'Wilma Orsot'));
    await closedArticle(
      'indice/b/c.txt',
      'La Orsot dice che piove.\n',
      naming('wilma-orsot', 'Wilma Orsot', 'La Orsot'),
    );
    await eventually('both are known', async () => {
      const [symbol] = await symbols('wilmaorsot');
      assert.match(symbol?.containerName ?? '', /^Person · mentions: 2, articles: 2$/);
      assert.equal(symbol?.location.uri.toString(), first.toString());
    });
    assert.deepEqual(await names('la orsot'), ['La Orsot']);
  });

  it('follows files that appear, change and go, alone or with their folder', async () => {
    const text = 'Dice Zelinda Moppi che piove.\n';
    await closedArticle('indice/d/e.txt', text, naming('zelinda-moppi', 'Zelinda Moppi'));
    await eventually('it is known', async () => {
      assert.deepEqual(await names('zelinda'), ['Zelinda Moppi']);
    });
    const changed = naming('zelinda-moppi', 'Zelinda Moppi').replace('name: Z', 'name: M. Z');
    await write(uriOf('indice/d/e.txt.ann.yaml'), changed);
    await eventually('its other name is known', async () => {
      assert.deepEqual(await names('m. zelinda'), ['M. Zelinda Moppi']);
    });
    await vscode.workspace.fs.delete(uriOf('indice/d'), { recursive: true });
    await eventually('it is gone', async () => {
      assert.deepEqual(await names('zelinda'), []);
    });
  });

  it('leaves out packages of others, and what the schema or the settings leave out', async () => {
    const text = 'Dice Ugo Fressi che piove.\n';
    await closedArticle('node_modules/p/f.txt', text, naming('ugo-fressi', 'Ugo Fressi'));
    await closedArticle('indice/g.txt', text, naming('ada-fressi', 'Ada Fressi', 'Ugo Fressi'));
    await eventually('the other one is known', async () => {
      assert.deepEqual(await names('fressi'), ['Ada Fressi']);
    });
    await write(uriOf('chiosa.yaml'), 'articles: [ "others/**" ]\n');
    await eventually('the schema is read', async () => {
      assert.deepEqual(await names('fressi'), []);
    });
    await removeSchema();
    await eventually('it is known again', async () => {
      assert.deepEqual(await names('fressi'), ['Ada Fressi']);
    });
    const files = vscode.workspace.getConfiguration('files');
    const before = files.inspect<object>('exclude')?.workspaceValue;
    await files.update('exclude', { '**/indice': true }, vscode.ConfigurationTarget.Workspace);
    await eventually('the settings are read', async () => {
      assert.deepEqual(await names('fressi'), []);
    });
    await files.update('exclude', before, vscode.ConfigurationTarget.Workspace);
  });

  it('finds all references of an entity, from a closed article too, and its record elsewhere', async () => {
    const sidecar = naming('rosa-tiepi', 'Rosa Tiepi');
    const text = 'Dice Rosa Tiepi che piove.\n';
    const other = await closedArticle('indice/h.txt', text, sidecar);
    const here = await openArticle('Tiepi dice che piove.\n', {
      sidecar: `chiosa: 1
quotes:
  - kind: indirect
    content:
      - { exact: che piove }
    speaker: { entity: rosa-tiepi, exact: Tiepi }
`,
    });
    const at = new vscode.Position(0, 2);
    await eventually('both articles refer to her', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        here.article,
        at,
      );
      assert.deepEqual(
        places.map(({ uri, range }) => [uri.path, range.start.character, range.end.character]),
        [
          [here.article.path, 0, 5],
          [other.path, 5, 15],
        ],
      );
    });
    const [record] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      here.article,
      at,
    );
    assert.ok(record);
    assert.equal(record.targetUri.path, `${other.path}.ann.yaml`);
    assert.equal(record.targetSelectionRange?.start.line, 2);
  });

  it('renames an entity with its id in all articles, quotes follow, and one undo takes it back', async () => {
    const text = 'Dice Pia Bertoz che piove.\n';
    const sources = new Map<string, string>();
    for (const name of ['indice/i.txt', 'indice/j.txt']) {
      const sidecar = naming('pia-bertoz', 'Pia Bertoz');
      await closedArticle(name, text, sidecar);
      sources.set(`${name}.ann.yaml`, sidecar);
    }
    await eventually('she is known', async () => {
      assert.match((await symbols('piabertoz'))[0]?.containerName ?? '', /articles: 2/);
    });
    const editor = await vscode.window.showTextDocument(uriOf('indice/i.txt'));
    await until('the article is read', async () => (await hover(editor, 'Bertoz')) !== '');
    assert.match(await hover(editor, 'Bertoz'), /In 2 articles: mentions: 2, quotes: 2/);
    putCursor(editor, 'Bertoz');
    await run('renameEntity', { name: 'Pia Bertozzi', id: 'pia-bertozzi' });
    for (const name of sources.keys()) {
      const source = await until('it is renamed', async () => {
        const now = await read(uriOf(name));
        return now?.includes('Bertozzi') ? now : undefined;
      });
      assert.match(source, /^ {2}pia-bertozzi:\n {4}name: Pia Bertozzi$/m);
      assert.match(source, /entity: pia-bertozzi/);
      assert.ok(!source.includes('pia-bertoz:'));
    }
    await run('undo');
    for (const [name, source] of sources) {
      await eventually('it is as it was', async () => {
        // By the first act it says which text it is of.
        assert.equal((await read(uriOf(name)))?.replace(/^text: .*\n/m, ''), source);
      });
    }
  });
});
