import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  closeAll,
  openArticle,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  write,
} from './support/workbench';

const text = [
  'La sindaca Nives Olmar apre il mercato di Borgo Olmar.',
  'Olmar saluta; OLMAR ride. “Torno”, dice Nives Olmar.',
  '',
].join('\n');

const words = (source: string | undefined) =>
  [...(source ?? '').matchAll(/- \{ exact: ([^,]+),/g)].map(([, exact]) => exact);

describe('all occurrences', () => {
  afterEach(closeAll);

  it('are annotated in the article, and undone at once', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Nives Olmar');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecar);
    await acceptFirst(run('annotateAllOccurrences'));
    assert.deepEqual(words(await read(sidecar)), ['Nives Olmar', 'Nives Olmar']);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('are those of the other names where the form stands nowhere else', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, ['Nives Olmar', 2]);
    await run('annotateEntity', { type: 'person' });
    const entity = /^ {2}(\S+):$/m.exec((await read(sidecar)) ?? '')?.[1];
    select(editor, 'Borgo Olmar');
    await run('annotateEntity', { type: 'location' });
    select(editor, ['Olmar', 3]);
    await run('annotateEntity', { entity });
    await acceptFirst(run('annotateAllOccurrences'));
    // «Olmar» in «Borgo Olmar» is a part of another name.
    assert.deepEqual(words(await read(sidecar)).sort(), [
      'Borgo Olmar',
      'Nives Olmar',
      'Nives Olmar',
      'Olmar',
    ]);
  });

  it('are annotated in the whole corpus by one act, which leaves other files alone', async () => {
    const name = `Zefira ${String(Date.now())}`;
    const other = await openArticle(`Anche ${name} scrive, e ${name} firma.\n`);
    const third = await openArticle(`E ${name}.\n`);
    const none = await openArticle('Qui non c’è nessuno.\n');
    const { article, sidecar, editor } = await openArticle(`${name} parla.\n`);
    await write(article.with({ path: `${article.path}.bin.txt` }), new Uint8Array([0xff, 0xfe, 1]));
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    await acceptFirst(run('annotateAllOccurrences', { scope: 'corpus' }));
    assert.deepEqual(words(await read(other.sidecar)), [name, name]);
    assert.equal(words(await read(sidecar)).length, 1);
    assert.equal(await read(none.sidecar), undefined);
    assert.deepEqual(words(await read(third.sidecar)), [name]);
    await run('undo');
    assert.equal(await read(other.sidecar), undefined);
    assert.equal(await read(third.sidecar), undefined);
    assert.equal(words(await read(sidecar)).length, 1);
    await run('redo');
    assert.deepEqual(words(await read(other.sidecar)), [name, name]);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, article.path);
  });
});

describe('entities', () => {
  afterEach(closeAll);

  /** Two articles that name the same entity, the second one closed. */
  async function twoArticles() {
    const name = `Nives ${String(Date.now())}`;
    const body = `Parla ${name}, poi tace. “Basta”, dice ${name} a Borgo.\n`;
    const first = await openArticle(body);
    select(first.editor, [name, 1], [name, 2]);
    await run('annotateEntity', { type: 'person' });
    const source = await read(first.sidecar);
    await closeAll();
    const second = await openArticle(body, { sidecar: source ?? '' });
    const entity = /^ {2}(\S+):$/m.exec(source ?? '')?.[1] ?? '';
    return { first, second, name, entity, source };
  }

  it('get another type in all articles, by one act', async () => {
    const { first, second, name, source } = await twoArticles();
    putCursor(second.editor, name);
    await run('retypeEntity', { type: 'organization' });
    for (const { sidecar } of [first, second]) {
      assert.match((await read(sidecar)) ?? '', /type: organization/);
    }
    await run('undo');
    for (const { sidecar } of [first, second]) assert.equal(await read(sidecar), source);
    await run('redo');
    for (const { sidecar } of [first, second]) {
      assert.match((await read(sidecar)) ?? '', /type: organization/);
    }
  });

  it('are merged in all articles, from the sidebar too, and speakers follow', async () => {
    const { first, second, name, entity } = await twoArticles();
    select(second.editor, 'Borgo');
    await run('annotateEntity', { type: 'person' });
    select(second.editor, 'Basta');
    await run('annotateQuote');
    await run('setSpeaker', { entity });
    // The row as the sidebar passes it.
    await run('mergeEntities', { entity: { id: entity, name, type: 'person' }, into: 'borgo' });
    for (const { sidecar } of [first, second]) {
      const source = (await read(sidecar)) ?? '';
      assert.match(source, /^ {2}borgo:$/m);
      assert.ok(!source.includes(`${entity}:`), source);
    }
    assert.match((await read(second.sidecar)) ?? '', /speaker: \{? ?(entity: )?/);
    assert.match((await read(second.sidecar)) ?? '', /entity: borgo/);
  });

  it('are split: the mention at the cursor and what it says go to a new one', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Nives Olmar', ['Nives Olmar', 2]);
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Torno');
    await run('annotateQuote');
    select(editor, ['Nives Olmar', 2]);
    await run('setSpeaker');
    const before = await read(sidecar);
    const [, entity = ''] = /^ {2}(\S+):$/m.exec(before ?? '') ?? [];
    await acceptFirst(run('splitEntity'));
    const source = (await read(sidecar)) ?? '';
    const [, split = ''] = /speaker: \{ entity: ([^,]+),/.exec(source) ?? [];
    assert.notEqual(split, entity);
    assert.ok(split.startsWith('nives-olmar'), source);
    assert.equal(source.match(/type: person/g)?.length, 2);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('that are split off get an id that no other article has', async () => {
    const name = `Ornella ${String(Date.now())}`;
    const id = name.toLowerCase().replace(' ', '-');
    const others = [id, `${id}-3`].map((key) => `${key}: { name: Altra, type: person }`);
    await openArticle('Nessuno.\n', {
      sidecar: `chiosa: 1\nentities: { ${others.join(', ')} }\n`,
    });
    await closeAll();
    const { sidecar, editor } = await openArticle(`${name} parla a ${name}.\n`);
    select(editor, [name, 1], [name, 2]);
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, name, 2);
    await acceptFirst(run('splitEntity'));
    assert.match((await read(sidecar)) ?? '', new RegExp(`^  ${id}-4:$`, 'm'));
  });

  it('lose nothing where one article has another text by now: the rest is undone', async () => {
    const { first, second, entity, source } = await twoArticles();
    const id = `${entity}-due`;
    await run('renameEntity', { entity, id, name: 'Nives Due' });
    await write(first.article, 'Del tutto diverso.\n');
    const changed = await read(first.sidecar);
    assert.ok(changed?.includes(`  ${id}:\n`));
    await run('undo');
    assert.equal(await read(second.sidecar), source);
    assert.equal(await read(first.sidecar), changed);
    await run('redo');
    assert.ok((await read(second.sidecar))?.includes(`  ${id}:\n`));
  });

  it('change in all articles but those that cannot be written, which can be changed later', async () => {
    const { first, second, name, source } = await twoArticles();
    await write(sidecarOf(first.article), `${source ?? ''}quotes: {\n`);
    const broken = await read(first.sidecar);
    putCursor(second.editor, name);
    await run('retypeEntity', { type: 'organization' });
    assert.equal(await read(first.sidecar), broken);
    assert.match((await read(second.sidecar)) ?? '', /type: organization/);
  });
});
