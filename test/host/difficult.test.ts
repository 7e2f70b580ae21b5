import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  closeAll,
  eventually,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

const mentionsIn = (source: string | undefined) => source?.match(/- \{ exact/g)?.length ?? 0;

/** What Chiosa says stands at each of the words: the first line of the hover card. */
async function said(editor: vscode.TextEditor, ...words: readonly string[]): Promise<string[]> {
  const cards: string[] = [];
  for (const each of words) cards.push((await hover(editor, each)).split('  \n')[0] ?? '');
  return cards;
}

describe('difficult articles', () => {
  afterEach(closeAll);

  it('an empty one, and one of white space: nothing to annotate, and no sidecar', async () => {
    for (const text of ['', '\uFEFF', ' \r\n\t\r\n\u00a0\n']) {
      const { sidecar, editor } = await openArticle(text);
      await vscode.commands.executeCommand('editor.action.selectAll');
      await run('annotateEntity', { type: 'person' });
      await run('annotateEntity', { type: 'person', exact: true });
      await run('annotateQuote');
      await run('annotateQuote', { exact: true });
      await run('remove');
      await run('undo');
      assert.equal(await read(sidecar), undefined, JSON.stringify(text));
      assert.equal(editor.document.isDirty, false);
    }
  });

  it('one line of 40 000 characters: each place is found, by the words around it', async () => {
    const sentence = `Il porto di Sassoverde apre. ${'Niente di nuovo qui. '.repeat(8)}`;
    const line = `${sentence.repeat(200)}Poi Tullia Grond chiude.`;
    const { sidecar, editor } = await openArticle(line);
    const at = line.indexOf('Tullia');
    editor.selection = new vscode.Selection(0, at, 0, at + 'Tullia Grond'.length);
    await run('annotateEntity', { type: 'person' });
    assert.match((await read(sidecar)) ?? '', /\{ exact: Tullia Grond, prefix: ".{1,60}Poi "/);
    assert.match(await hover(editor, 'Grond'), /Tullia Grond/);
    select(editor, 'Sassoverde');
    await run('annotateEntity', { type: 'location' });
    await acceptFirst(run('annotateAllOccurrences'));
    assert.equal(mentionsIn(await read(sidecar)), 201);
    assert.match(await hover(editor, 'Sassoverde', 150), /Mentions in this article: 200/);
    assert.deepEqual(problems(sidecar), []);
    await run('undo');
    assert.equal(mentionsIn(await read(sidecar)), 2);
  });

  it('all ends of line at once: each annotation stands where its words do', async () => {
    const { article, sidecar, editor } = await openArticle(
      'Una Kroll.\r\nDue Marn.\rTre Pohl.\nQuattro Quint.\u0085Cinque Rast.\u000bSei Stam.\f\n',
    );
    const before = await read(article);
    const names = ['Una Kroll', 'Due Marn', 'Tre Pohl', 'Quattro Quint', 'Cinque Rast', 'Sei Stam'];
    for (const name of names) {
      select(editor, name);
      await run('annotateEntity', { type: 'person' });
    }
    assert.deepEqual(
      await said(editor, ...names),
      names.map((name) => `$(person) **${name}** · Person`),
    );
    assert.deepEqual(problems(sidecar), []);
    assert.equal(await read(article), before);
  });

  it('letters of several characters and all scripts, several cursors at once: undone at once', async () => {
    const names = ['Zoe\u0301 Brűn', '👩‍👩‍👧 Кири́лл', 'ليلى حدّاد', '王小明', 'ศรีสุดา', 'İpek Işıl'];
    const { sidecar, editor } = await openArticle(`${names.join('、 ')}。\r\n`, {
      name: 'étè 雨.md',
    });
    select(editor, ...names);
    await run('annotateEntity', { type: 'person', exact: true });
    const source = await read(sidecar);
    assert.equal(mentionsIn(source), names.length, source);
    for (const name of names) assert.match(await hover(editor, name), /· Person/, name);
    const ids = [...(source ?? '').matchAll(/^ {2}(\S+):$/gm)].map(([, id]) => id);
    assert.equal(new Set(ids).size, names.length, ids.join());
    await closeAll();
    const again = await vscode.window.showTextDocument(editor.document.uri);
    await until('it is read', async () => (await hover(again, '王小明')).includes('Person'));
    for (const name of names) assert.match(await hover(again, name), /· Person/, name);
    await run('undo');
    assert.equal(await read(sidecar), undefined);
  });

  it('names with brackets, braces and blanks in the name of the file are watched like others', async () => {
    const { sidecar, editor } = await openArticle('Enno Wark tace.\n', {
      name: 'a [b] {c,d} #e %20 & f.txt',
    });
    select(editor, 'Enno Wark');
    await run('annotateEntity', { type: 'person' });
    const source = (await read(sidecar)) ?? '';
    await write(sidecar, source.replace('type: person', 'type: work'));
    await until('it is seen', async () => (await hover(editor, 'Enno')).includes('Work'));
  });

  it('endings in capitals are of articles too, for acts on all articles', async () => {
    const name = `Iduna ${String(Date.now())}`;
    const others = ['LUNEDI.TXT', 'Martedi.Md', 'MERCOLEDI.NEWS'].map(uriOf);
    for (const uri of others) await write(uri, `${name} torna.\n`);
    const { editor } = await openArticle(`${name} parte.\n`);
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    await acceptFirst(run('annotateAllOccurrences', { scope: 'corpus' }));
    for (const uri of others) assert.equal(mentionsIn(await read(sidecarOf(uri))), 1, uri.path);
    await run('undo');
    for (const uri of others) assert.equal(await read(sidecarOf(uri)), undefined, uri.path);
  });
});

describe('typing in a difficult article', () => {
  afterEach(closeAll);

  it('moves annotations along at several places at once, lines added and taken', async () => {
    const { sidecar, editor } = await openArticle(
      '\uFEFFAnselm Dorr qui.\r\n\r\n🌧️ “Piove”, dice Berit Ekk.\r\n\r\nCarsten Fohl dorme.\r\n',
    );
    for (const name of ['Anselm Dorr', 'Berit Ekk', 'Carsten Fohl']) {
      select(editor, name);
      await run('annotateEntity', { type: 'person' });
    }
    const cards = ['Anselm', 'Berit', 'Carsten'];
    const expected = await said(editor, ...cards);
    const { document } = editor;
    const position = (words: string) => document.positionAt(document.getText().indexOf(words));
    await editor.edit((edit) => {
      edit.insert(position('Anselm'), 'Oggi\n🌊 ');
      edit.delete(new vscode.Range(1, 0, 2, 0));
      edit.insert(position('dice'), 'così ');
      edit.insert(position('Carsten'), 'Ma\r\n');
      edit.insert(position('dorme'), 'quindici\n');
    });
    await eventually('they have moved', async () => {
      assert.deepEqual(await said(editor, ...cards), expected);
    });
    assert.deepEqual(await said(editor, 'così', 'Oggi', 'quindici', 'Ma'), ['', '', '', '']);
    assert.ok(await document.save());
    await eventually('they are found in the new text', async () => {
      assert.deepEqual(await said(editor, ...cards), expected);
      assert.deepEqual(problems(sidecar), []);
    });
    select(editor, 'quindici');
    await run('annotateEntity', { type: 'other' });
    assert.equal(mentionsIn(await read(sidecar)), 4);
  });

  it('another end of line for the whole article leaves every annotation in its place', async () => {
    const { sidecar, editor } = await openArticle('Ilka Jost.\n\nKnut Lohr.\nFine.\n');
    select(editor, 'Ilka Jost', 'Knut Lohr');
    await run('annotateEntity', { type: 'person' });
    await editor.edit((edit) => {
      edit.setEndOfLine(vscode.EndOfLine.CRLF);
    });
    assert.ok(await editor.document.save());
    select(editor, 'Fine');
    await run('annotateEntity', { type: 'other' });
    assert.equal(mentionsIn(await read(sidecar)), 3);
    assert.deepEqual(await said(editor, 'Ilka', 'Knut'), [
      '$(person) **Ilka Jost** · Person',
      '$(person) **Knut Lohr** · Person',
    ]);
    assert.match((await read(editor.document.uri)) ?? '', /Jost\.\r\n\r\nKnut/);
    await until('there is no problem', () => problems(sidecar).length === 0);
  });
});
