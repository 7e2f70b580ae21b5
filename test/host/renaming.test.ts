import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  openArticle,
  read,
  run,
  sidecarOf,
  uriOf,
  write,
} from './support/workbench';

/** As Chiosa writes them, but for the comments that a person has put between and behind the lines. */
const inBlocks = (id: string, name: string) =>
  [
    '# della guardiana',
    'chiosa: 1',
    'entities:',
    '  # lei',
    `  ${id}:`,
    `    name: ${name}`,
    '    type: person',
    '    mentions:',
    `      - { exact: ${name} }`,
    '    note: ha le chiavi # tutte',
    '',
  ].join('\n');
const inFlow = (id: string, name: string) =>
  `chiosa: 1\nentities: { ${id}: { name: ${name}, type: person, mentions: [ { exact: ${name} } ] } }\n`;

/** An article that is in no editor, with its sidecar. */
async function closedArticle(file: string, words: string, sidecar: string): Promise<vscode.Uri> {
  const article = uriOf(file);
  await write(article, words);
  await write(sidecarOf(article), sidecar);
  return sidecarOf(article);
}

describe('an entity that is renamed in articles that nobody has open', () => {
  afterEach(closeAll);

  /** Five closed articles, the last of which has a sidecar that cannot be read, and an open one. */
  async function sixArticles() {
    const name = `Orsolina B${String(Date.now())}`;
    const id = name.toLowerCase().replace(' ', '-');
    const words = `La guardiana ${name} apre.\n`;
    const written = inBlocks(id, name);
    const closed = {
      a: written,
      b: written.replaceAll('\n', '\r\n'),
      c: inFlow(id, name),
      d: `\uFEFF${written}`,
      e: `${written}quotes: {\n`,
    };
    const sidecars: vscode.Uri[] = [];
    for (const [letter, sidecar] of Object.entries(closed)) {
      sidecars.push(await closedArticle(`${id}-${letter}.txt`, words, sidecar));
    }
    const open = await openArticle(words, { sidecar: written });
    await eventually('the corpus knows them', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        name,
      );
      assert.ok(found.some(({ containerName }) => /articles: [56]$/.test(containerName)));
    });
    const sources = () => Promise.all([open.sidecar, ...sidecars].map(read));
    return { id, name, sidecars, sources };
  }

  it('has the new name in the lines that describe it, and where these are as Chiosa writes them all else stays byte for byte', async () => {
    const { id, name, sources } = await sixArticles();
    const before = await sources();
    await run('renameEntity', { entity: id, id, name: 'Nilde Sarti' });
    const after = await sources();
    const renamed = (source = '') => source.replace(`name: ${name}`, 'name: Nilde Sarti');
    const [open = '', a, b, c = '', d = '', broken] = after;
    assert.deepEqual([a, b], before.slice(1, 3).map(renamed));
    for (const each of [open, c, d]) assert.match(each, /name: Nilde Sarti\n/);
    assert.equal(broken, before[5], 'what cannot be read is left alone');
    await run('undo');
    const undone = await sources();
    assert.deepEqual(undone.slice(1, 3), before.slice(1, 3));
    for (const each of undone) assert.ok(each?.includes(`name: ${name}`), each);
    await run('redo');
    assert.deepEqual(await sources(), after);
    await run('undo');
  });

  it('is taken back though the text has changed meanwhile, and keeps what others have written into the sidecar', async () => {
    const { id, name, sidecars, sources } = await sixArticles();
    await run('renameEntity', { entity: id, id, name: 'Nilde Sarti' });
    const [first] = sidecars;
    assert.ok(first);
    const now = (await read(first)) ?? '';
    await write(uriOf(`${id}-a.txt`), 'Del tutto diverso.\n');
    await write(
      first,
      now.replace('ha le chiavi', 'non le ha più').replace('type: person', 'type: other'),
    );
    await run('undo');
    const [, undone = ''] = await sources();
    assert.ok(undone.includes(`name: ${name}\n`), undone);
    assert.match(undone, /type: other\n/);
    assert.match(undone, /non le ha più # tutte\n/);
  });
});
