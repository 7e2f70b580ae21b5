import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  closeAll,
  openArticle,
  problems,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

// Names of their own: what other tests annotate is known in the corpus too.

/** What the sidecar says of each entity: `id type words, words, …`. */
async function entities(sidecar: vscode.Uri): Promise<string[]> {
  const source = (await read(sidecar)) ?? '';
  return [...source.matchAll(/^ {2}(\S+):\n {4}name: .*\n {4}type: (.*)\n((?: {4,}.*\n)*)/gm)].map(
    ([, id = '', type = '', rest = '']) => {
      const words = [...rest.matchAll(/^ {6}- (?:\{ )?exact: ([^,}\n]+)/gm)].map(
        ([, exact]) => exact,
      );
      return `${id} ${type} ${words.join(', ')}`;
    },
  );
}

describe('joining', () => {
  afterEach(closeAll);

  it('snaps what is selected to words, and takes it as it is on demand', async () => {
    const { sidecar, editor } = await openArticle('Il sì dell’Ostravia (Vessiana) e Brunforte.\n');
    select(editor, 'dell’Ostrav', '(Vess');
    await run('annotateEntity', { type: 'location' });
    select(editor, 'Brun');
    await run('annotateEntity', { key: 'l', exact: true });
    assert.deepEqual(await entities(sidecar), [
      'brun location Brun',
      'ostravia location Ostravia',
      'vessiana location Vessiana',
    ]);
  });

  it('takes the longest known name at the cursor', async () => {
    const { sidecar, editor } = await openArticle(
      'Oleksij Dubrenko parla. Poi Oleksij Dubrenko va.\n',
    );
    select(editor, 'Oleksij Dubrenko');
    await run('annotateEntity', { key: 'p' });
    putCursor(editor, 'Dubrenko', 2);
    await run('annotateEntity', { key: 'p' });
    assert.deepEqual(await entities(sidecar), [
      'oleksij-dubrenko person Oleksij Dubrenko, Oleksij Dubrenko',
    ]);
  });

  it('joins other spellings and surnames, several cursors at once, as one act', async () => {
    const { sidecar, editor } = await openArticle(
      'Andrej Mirovskij, Andrey Mirovsky, Mirovskyj e Teodor Kvalin; poi Kvalin.\n',
    );
    select(
      editor,
      'Mirovskyj',
      'Andrey Mirovsky',
      'Andrej Mirovskij',
      ['Kvalin', 2],
      'Teodor Kvalin',
    );
    await run('annotateEntity', { type: 'person' });
    assert.deepEqual(await entities(sidecar), [
      'andrej-mirovskij person Andrej Mirovskij, Andrey Mirovsky, Mirovskyj',
      'teodor-kvalin person Teodor Kvalin, Kvalin',
    ]);
    await run('undo');
    assert.equal(await read(sidecar), undefined);
  });

  it('joins an entity of another article with its id, and leaves its id to it otherwise', async () => {
    await openArticle('Nulla.\n', {
      sidecar: [
        'chiosa: 1',
        'entities:',
        '  zenobia-p:',
        '    name: Zenobia Parvati',
        '    type: person',
        '  olmedia:',
        '    name: Olmedia',
        '    type: organization',
        '',
      ].join('\n'),
    });
    await closeAll();
    const { sidecar, editor } = await openArticle('Parvati va a Olmedia.\n');
    select(editor, 'Parvati');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Olmedia');
    await run('annotateEntity', { type: 'location' });
    assert.deepEqual(await entities(sidecar), [
      'olmedia-2 location Olmedia',
      'zenobia-p person Parvati',
    ]);
    assert.match((await read(sidecar)) ?? '', /name: Zenobia Parvati/);
  });

  it('joins an entity of a sidecar whose article is gone, also while that is open', async () => {
    const gone = sidecarOf(uriOf('gone.txt'));
    const source = 'chiosa: 1\nentities:\n  tecla-m:\n    name: Tecla Mombrisa\n    type: person\n';
    await write(gone, source);
    try {
      await vscode.window.showTextDocument(gone);
      await until('it is read', () => problems(gone).length > 0);
      const { sidecar, editor } = await openArticle('Mombrisa tace.\n');
      select(editor, 'Mombrisa');
      await run('annotateEntity', { type: 'person' });
      assert.deepEqual(await entities(sidecar), ['tecla-m person Mombrisa']);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(gone);
    }
  });

  it('joins nothing of a folder that has been deleted', async () => {
    const folder = uriOf('going');
    const inside = vscode.Uri.joinPath(folder, 'deep', 'going.txt');
    await write(inside, 'Nulla.\n');
    const source = 'chiosa: 1\nentities:\n  nives-t:\n    name: Nives Torrana\n    type: person\n';
    await write(sidecarOf(inside), source);
    const { sidecar, editor } = await openArticle('Torrana tace.\n');
    const becomes = (id: string) =>
      until(`it is ${id}`, async () => {
        select(editor, 'Torrana');
        await run('annotateEntity', { type: 'person' });
        const found = await entities(sidecar);
        await run('undo');
        return found[0] === `${id} person Torrana`;
      });
    await becomes('nives-t');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await becomes('torrana');
  });

  it('asks where a name that comes near may be meant, the likeliest first', async () => {
    const { sidecar, editor } = await openArticle('Dalio Brontesi e Dalia Brontesi.\n');
    select(editor, 'Dalio Brontesi');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Dalia Brontesi');
    await acceptFirst(run('annotateEntity', { type: 'person' }));
    assert.deepEqual(await entities(sidecar), [
      'dalio-brontesi person Dalio Brontesi, Dalia Brontesi',
    ]);
  });

  it('does nothing for a key that no type has', async () => {
    const { sidecar, editor } = await openArticle('Olmedia tace.\n');
    select(editor, 'Olmedia');
    await run('annotateEntity', { key: '§' });
    assert.equal(await read(sidecar), undefined);
  });

  it('links a nominal mention to the entity mentioned last before, and moves it again', async () => {
    const { sidecar, editor } = await openArticle(
      'Urbano Felzi vede Corinna Drei. Poi la ministra parla.\n',
    );
    select(editor, 'Urbano Felzi');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Corinna Drei');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'la ministra ');
    await acceptFirst(run('linkMention'));
    assert.deepEqual(await entities(sidecar), [
      'corinna-drei person Corinna Drei, la ministra',
      'urbano-felzi person Urbano Felzi',
    ]);
    putCursor(editor, 'ministra');
    await acceptFirst(run('linkMention'));
    assert.deepEqual(await entities(sidecar), [
      'corinna-drei person Corinna Drei',
      'urbano-felzi person Urbano Felzi, la ministra',
    ]);
    await run('undo');
    await run('undo');
    assert.deepEqual(await entities(sidecar), [
      'corinna-drei person Corinna Drei',
      'urbano-felzi person Urbano Felzi',
    ]);
  });

  it('moves the ends of an annotation word by word, however quickly the key is pressed', async () => {
    const { sidecar, editor } = await openArticle('Ecco il porto di Sallustra, a nord.\n');
    select(editor, 'Sallustra');
    await run('annotateEntity', { type: 'location' });
    putCursor(editor, 'Sallustra');
    await Promise.all([run('extendStart'), run('extendStart'), run('extendEnd'), run('extendEnd')]);
    assert.deepEqual(await entities(sidecar), ['sallustra location "porto di Sallustra']);
    assert.match((await read(sidecar)) ?? '', /exact: "porto di Sallustra, a nord"/);
    await Promise.all([run('shrinkEnd'), run('shrinkEnd'), run('shrinkEnd'), run('shrinkEnd')]);
    assert.deepEqual(await entities(sidecar), ['sallustra location porto']);
    await run('shrinkEnd');
    await run('shrinkStart');
    assert.deepEqual(await entities(sidecar), ['sallustra location porto']);
    for (let i = 0; i < 8; i += 1) await run('undo');
    assert.deepEqual(await entities(sidecar), ['sallustra location Sallustra']);
  });
});
