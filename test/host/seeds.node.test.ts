import assert from 'assert';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ShownArticle } from '../support/cli';
import { cli, everyPlaceHasItsCard, shown } from './support/commandLine';
import {
  closeAll,
  folder,
  hover,
  read,
  run,
  select,
  sidecarOf,
  until,
  write,
} from './support/workbench';

// Real Italian news articles, which are not part of this project: the place is in the environment.
const shared = process.env['CHIOSA_TEST_SHARED'];
const seeds = shared === undefined ? undefined : path.join(shared, 'seeds');

async function openSeed(
  number: number,
): Promise<{ editor: vscode.TextEditor; uri: vscode.Uri; bytes: Buffer }> {
  assert.ok(seeds);
  const name = fs.readdirSync(seeds).find((file) => file.startsWith(`00${String(number)}_`));
  assert.ok(name);
  const bytes = fs.readFileSync(path.join(seeds, name));
  const uri = vscode.Uri.joinPath(folder(), name);
  await write(uri, bytes);
  return { editor: await vscode.window.showTextDocument(uri), uri, bytes };
}

/** Marks every occurrence of the words, one by one, except where they stand behind `notAfter`. */
async function annotateAll(
  editor: vscode.TextEditor,
  words: string,
  type: string,
  notAfter?: string,
): Promise<void> {
  const text = editor.document.getText();
  for (let at = text.indexOf(words), nth = 1; at >= 0; at = text.indexOf(words, at + 1), nth += 1) {
    if (notAfter !== undefined && text.slice(0, at).endsWith(notAfter)) continue;
    select(editor, [words, nth]);
    await run('annotateEntity', { type });
  }
}

const countOf = (text: string, words: string) => text.split(words).length - 1;

/** What all the seeds have in common, after annotating: nothing of the article changed, all is back, all is clean. */
async function finish(uri: vscode.Uri, bytes: Buffer): Promise<ShownArticle> {
  assert.deepEqual(
    Buffer.from(await vscode.workspace.fs.readFile(uri)),
    bytes,
    'the article is as it was',
  );
  const before = await read(sidecarOf(uri));
  await closeAll();
  const editor = await vscode.window.showTextDocument(uri);
  assert.equal(await read(sidecarOf(uri)), before);
  const result = await shown(uri);
  await everyPlaceHasItsCard(editor, result);
  const points = Array.from(bytes.toString('utf8'));
  for (const { start, end, text } of result.entities)
    assert.equal(points.slice(start, end).join(''), text);
  const { status, err } = await cli('check', path.basename(uri.path));
  assert.equal(status, 0, err);
  assert.deepEqual(result.problems, []);
  await followsEditing(editor, uri, result);
  return result;
}

/** A note put before an article, and its longest line moved to its end: everything follows, its words the same. */
async function followsEditing(
  editor: vscode.TextEditor,
  uri: vscode.Uri,
  before: ShownArticle,
): Promise<void> {
  const { document } = editor;
  const source = await read(sidecarOf(uri));
  const lines = Array.from({ length: document.lineCount }, (_, i) => document.lineAt(i));
  const isOnce = ({ text }: vscode.TextLine) => countOf(document.getText(), text) === 1;
  const [line] = lines.filter(isOnce).sort((a, b) => b.text.length - a.text.length);
  assert.ok(line);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), 'Nota della redazione: testo aggiornato.\n\n');
    edit.delete(line.rangeIncludingLineBreak);
    edit.insert(end, `\n\n${line.text}\n`);
  });
  assert.ok(await document.save());
  await until('the sidecar follows', async () => (await read(sidecarOf(uri))) !== source);
  const after = await shown(uri);
  assert.deepEqual(after.problems, []);
  const wordsOf = ({ entities, quotes }: ShownArticle) => [
    entities.map(({ id, text }) => `${id}: ${text}`).sort(),
    quotes.map(({ content }) => content.map(([from, to]) => to - from)).sort(),
  ];
  assert.deepEqual(wordsOf(after), wordsOf(before));
  await everyPlaceHasItsCard(editor, after);
}

(seeds && fs.existsSync(seeds) ? describe : describe.skip)('the real articles', () => {
  afterEach(closeAll);

  it('0: one Lavrov, the quote with cue and speaker, both copies of the repeated paragraph', async () => {
    const { editor, uri, bytes } = await openSeed(0);
    const text = editor.document.getText();
    await annotateAll(editor, 'Sergej Lavrov', 'person');
    const surnames = countOf(text, 'Lavrov');
    await annotateAll(editor, 'Lavrov', 'person', 'Sergej ');
    await annotateAll(editor, 'Kim Jong Un', 'person');
    await annotateAll(editor, 'Pyongyang', 'location');
    select(editor, 'in vari settori');
    await run('annotateQuote');
    select(editor, 'ha affermato');
    await run('setCue');
    select(editor, 'il titolare della diplomazia russa');
    await run('setSpeaker', { entity: 'sergej-lavrov' });
    const cue = await hover(editor, 'vari settori');
    assert.match(cue, /Sergej Lavrov[^]*ha affermato/);

    const { entities, quotes } = await finish(uri, bytes);
    const lavrov = entities.filter(({ id }) => id === 'sergej-lavrov');
    assert.equal(lavrov.length, surnames);
    assert.deepEqual(
      [...new Set(entities.filter((e) => e.text.includes('Lavrov')).map((e) => e.id))],
      ['sergej-lavrov'],
    );
    const [headline, , teaser, body] = text.split('\n').map((line) => text.indexOf(line));
    assert.ok(headline !== undefined && teaser !== undefined && body !== undefined);
    assert.equal(lavrov.filter(({ text: words }) => words === 'Sergej Lavrov').length, 2);
    assert.ok(
      new Set(lavrov.map(({ start }) => start)).size === surnames,
      'each copy at its own place',
    );
    assert.match((await read(sidecarOf(uri))) ?? '', /occurrence: 2/);
    const [quote] = quotes;
    assert.ok(quote?.cue && quote.speaker);
    const words = ([start, end]: [number, number]) => Array.from(text).slice(start, end).join('');
    assert.deepEqual(
      [
        quote.kind,
        quote.content.map(words),
        quote.cue.map(words),
        quote.speaker.map(words),
        quote.speakerEntity,
      ],
      [
        'direct',
        ['in vari settori'],
        ['ha affermato'],
        ['il titolare della diplomazia russa'],
        'sergej-lavrov',
      ],
    );
  });

  it('1: names beside elisions and straight apostrophes', async () => {
    const { editor, uri, bytes } = await openSeed(1);
    const text = editor.document.getText();
    for (const [words, type] of [
      ['Sergei Lavrov', 'person'],
      ['Choe Son Hui', 'person'],
      ['Guido Crosetto', 'person'],
      ['NATO', 'organization'],
      ['Ucraina', 'location'],
    ] as const) {
      await annotateAll(editor, words, type);
    }
    const { entities } = await finish(uri, bytes);
    const expected = ['Sergei Lavrov', 'Choe Son Hui', 'Guido Crosetto', 'NATO', 'Ucraina'];
    assert.equal(
      entities.length,
      expected.reduce((sum, words) => sum + countOf(text, words), 0),
    );
  });

  it('2: quotes in curly marks, a headline and a byline that stand twice', async () => {
    const { editor, uri, bytes } = await openSeed(2);
    await annotateAll(editor, 'Daniele Bianchi', 'person');
    await annotateAll(editor, 'Oleg Burmistrov', 'person');
    select(
      editor,
      'Allo stesso tempo siamo categoricamente contrari all’introduzione di nuove misure restrittive',
    );
    await run('annotateQuote');
    select(editor, 'ha aggiunto');
    await run('setCue');
    await run('setSpeaker', { entity: 'oleg-burmistrov', at: { line: 20, column: 10 } });
    const { entities, quotes } = await finish(uri, bytes);
    assert.equal(entities.length, 4);
    assert.deepEqual(
      quotes.map((q) => [q.kind, q.speakerEntity, q.cue?.length]),
      [['direct', 'oleg-burmistrov', 1]],
    );
  });

  it('3: a quote of a few words, boilerplate at the end', async () => {
    const { editor, uri, bytes } = await openSeed(3);
    const text = editor.document.getText();
    await annotateAll(editor, 'Sergej Lavrov', 'person');
    await annotateAll(editor, 'Lavrov', 'person', 'Sergej ');
    select(editor, '“fratellanza combattiva invincibile”');
    await run('annotateQuote');
    select(editor, 'ha descritto');
    await run('setCue');
    select(editor, ['Lavrov', 3]);
    await run('setSpeaker');
    const { entities, quotes } = await finish(uri, bytes);
    assert.equal(entities.length, countOf(text, 'Lavrov'));
    assert.deepEqual(
      quotes.map((q) => [q.kind, q.speakerEntity]),
      [['direct', 'sergej-lavrov']],
    );
  });

  it('4: the split quote is one quote with two content spans, closing marks typed as “ do no harm', async () => {
    const { editor, uri, bytes } = await openSeed(4);
    const text = editor.document.getText();
    await annotateAll(editor, 'Sergei Lavrov', 'person');
    await annotateAll(editor, 'Lavrov', 'person', 'Sergei ');
    // Where another article has been annotated before, its Sergej is this Sergei.
    const sidecar = (await read(sidecarOf(uri))) ?? '';
    const lavrov = /^ {2}(serge[ij]-lavrov):$/m.exec(sidecar)?.[1] ?? '';
    select(editor, '“sono sull’orlo di un conflitto militare diretto“');
    await run('annotateQuote');
    select(editor, 'ha detto');
    await run('setCue');
    select(editor, 'Sergei Lavrov');
    await run('setSpeaker');
    const pieces = [
      'Non importa chi vincerà',
      'non vediamo alcuna prospettiva che la linea anti-russa degli Stati Uniti possa cambiare',
    ];
    select(editor, ...pieces.map((piece) => `“${piece}”`));
    await run('annotateQuote');
    select(editor, 'ha aggiunto');
    await run('setCue');
    select(editor, 'il capo della diplomazia russa');
    await run('setSpeaker', { entity: lavrov });
    const { quotes } = await finish(uri, bytes);
    const words = ([start, end]: [number, number]) => Array.from(text).slice(start, end).join('');
    assert.deepEqual(
      quotes.map((q) => [
        q.kind,
        q.content.map(words),
        q.cue?.map(words),
        q.speaker?.map(words),
        q.speakerEntity,
      ]),
      [
        [
          'direct',
          ['sono sull’orlo di un conflitto militare diretto'],
          ['ha detto'],
          ['Sergei Lavrov'],
          lavrov,
        ],
        ['direct', pieces, ['ha aggiunto'], ['il capo della diplomazia russa'], lavrov],
      ],
    );
  });
});
