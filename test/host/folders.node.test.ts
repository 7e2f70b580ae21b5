import assert from 'assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  acceptFirst,
  closeAll,
  hover,
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

describe('an article outside of every folder', () => {
  let outside = '';
  before(() => {
    outside = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-outside-'));
  });
  afterEach(closeAll);
  after(() => {
    fs.rmSync(outside, { recursive: true });
  });

  async function openOutside(name: string, text: string) {
    const article = vscode.Uri.file(path.join(outside, name));
    fs.writeFileSync(article.fsPath, text);
    const editor = await vscode.window.showTextDocument(article);
    return { article, sidecar: sidecarOf(article), editor };
  }

  it('is annotated, follows what is done to its sidecar, and is undone', async () => {
    const { sidecar, editor } = await openOutside('fuori.txt', 'Ludmil Karst tace.\n');
    select(editor, 'Ludmil Karst');
    await run('annotateEntity', { type: 'person' });
    const source = fs.readFileSync(sidecar.fsPath, 'utf8');
    const wrong = source.replace('type: person', 'type: wizard');
    // VS Code watches what is outside its folders a little after it was asked to, and tells nobody when.
    let written = 0;
    await until('the problem is shown', () => {
      if (Date.now() - written > 2000) {
        fs.writeFileSync(sidecar.fsPath, wrong);
        written = Date.now();
      }
      return problems(sidecar)[0]?.endsWith('unknown-type');
    });
    fs.writeFileSync(sidecar.fsPath, source);
    await until('it is gone', () => problems(sidecar).length === 0);
    await run('undo');
    assert.equal(fs.existsSync(sidecar.fsPath), false);
  });

  it('has the types of no project, and knows the entities of the folder', async () => {
    const inside = await openArticle('Marbod Nolte è qui.\n');
    select(inside.editor, 'Marbod Nolte');
    await run('annotateEntity', { type: 'person' });
    const schema = uriOf('chiosa.yaml');
    await write(schema, 'types: { ship: }\n');
    try {
      await until('the schema is read', () => problems(inside.sidecar).length > 0);
      const { sidecar, editor } = await openOutside('tipi.md', 'Nolte va.\n');
      select(editor, 'Nolte');
      await run('annotateEntity', { type: 'person' });
      const source = fs.readFileSync(sidecar.fsPath, 'utf8');
      assert.match(source, /marbod-nolte:\n {4}name: Marbod Nolte\n {4}type: person/);
      await until('it is looked at', async () => (await hover(editor, 'Nolte')) !== '');
      assert.deepEqual(problems(sidecar), []);
    } finally {
      await vscode.workspace.fs.delete(schema);
      await vscode.window.showTextDocument(inside.article);
      await until('the default holds', () => problems(inside.sidecar).length === 0);
    }
  });

  it('takes part in acts on all articles that are done in it, with those of the folder', async () => {
    const name = `Norwin ${String(Date.now())}`;
    const inside = await openArticle(`${name} è qui.\n`);
    select(inside.editor, name);
    await run('annotateEntity', { type: 'person' });
    const { sidecar, editor } = await openOutside('atti.txt', `${name} è fuori.\n`);
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, name);
    await run('retypeEntity', { type: 'organization' });
    for (const each of [inside.sidecar, sidecar]) {
      assert.match((await read(each)) ?? '', /type: organization/, each.path);
    }
    await run('undo');
    for (const each of [inside.sidecar, sidecar]) {
      assert.match((await read(each)) ?? '', /type: person/, each.path);
    }
  });
});

describe('files that go and come', () => {
  afterEach(closeAll);

  it('an article that another program writes anew keeps its annotations', async () => {
    const text = 'Olinde Prast parla.\nFine.\n';
    const { article, editor } = await openArticle(text);
    select(editor, 'Olinde Prast');
    await run('annotateEntity', { type: 'person' });
    // As editors and git do: another file is put in its place.
    fs.writeFileSync(`${article.fsPath}.new`, `Prima riga.\n${text}`);
    fs.renameSync(`${article.fsPath}.new`, article.fsPath);
    await until('the editor shows it', () => editor.document.lineAt(0).text === 'Prima riga.');
    await until('it stands right', async () => (await hover(editor, 'Olinde')).includes('Person'));
    assert.equal(await hover(editor, 'Prima'), '');
  });

  it('a folder in the place of the sidecar: nothing is written, and it is said why', async () => {
    const { sidecar, editor } = await openArticle('Quirin Zabel parla.\n');
    fs.mkdirSync(sidecar.fsPath);
    select(editor, 'Quirin Zabel');
    await run('annotateEntity', { type: 'person' });
    assert.deepEqual(fs.readdirSync(sidecar.fsPath), []);
    assert.equal(await hover(editor, 'Quirin'), '');
    await until('it is reported', () => problems(sidecar)[0]?.endsWith('file-unreadable'));
    fs.rmdirSync(sidecar.fsPath);
    await run('annotateEntity', { type: 'person' });
    assert.match((await read(sidecar)) ?? '', /exact: Quirin Zabel/);
  });

  it('articles that are gone or no text are left out of acts on all articles', async () => {
    const name = `Sixt ${String(Date.now())}`;
    const gone = await openArticle(`${name} va.\n`);
    select(gone.editor, name);
    await run('annotateEntity', { type: 'person' });
    const orphan = await read(gone.sidecar);
    await closeAll();
    fs.rmSync(gone.article.fsPath);
    const binary = uriOf('sixt.txt');
    await write(binary, Uint8Array.from([...new TextEncoder().encode(name), 0, 1]));
    const { sidecar, editor } = await openArticle(`${name} e ${name}.\n`);
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    await acceptFirst(run('annotateAllOccurrences', { scope: 'corpus' }));
    assert.equal((await read(sidecar))?.match(/- \{ exact/g)?.length, 2);
    await run('retypeEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /type: work/);
    assert.equal(await read(gone.sidecar), orphan);
    assert.equal(await read(sidecarOf(binary)), undefined);
    fs.rmSync(gone.sidecar.fsPath);
  });
});
