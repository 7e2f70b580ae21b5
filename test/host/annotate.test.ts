import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  hover,
  openArticle,
  putCursor,
  read,
  run,
  select,
  uriOf,
  write,
} from './support/workbench';

const text = [
  'Il ponte di Valdirame resta chiuso',
  '',
  'La sindaca Irene Tassoni ha detto che “il ponte non riapre“. «Non prima di marzo», ha aggiunto Tassoni, «e non per i camion».',
  '',
  "Per l'assessore D'Amico la colpa è della ditta.",
  '',
].join('\n');

describe('annotating', () => {
  afterEach(closeAll);

  it('writes a name as a mention of a new entity, beside the article and not into it', async () => {
    const { article, sidecar, editor } = await openArticle(text);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    assert.equal(
      await read(sidecar),
      [
        'chiosa: 1',
        // git hash-object
        'text: 4b5d9a6e08eb0d7264e94a4047cfaa540ee62180',
        'entities:',
        '  irene-tassoni:',
        '    name: Irene Tassoni',
        '    type: person',
        '    mentions:',
        '      - { exact: Irene Tassoni, prefix: "La sindaca ", suffix: " ha detto che “il ponte non" }',
        '',
      ].join('\n'),
    );
    assert.equal(await read(article), text);
    assert.equal(editor.document.isDirty, false);
  });

  it('takes the word at the cursor where nothing is selected, without what is elided', async () => {
    const { sidecar, editor } = await openArticle('Il sì dell’Ucraina arriva tardi.\n');
    putCursor(editor, 'Ucraina');
    await run('annotateEntity', { type: 'location' });
    assert.match((await read(sidecar)) ?? '', /exact: Ucraina, prefix: Il sì dell’,/);
  });

  it('joins the surname to the person whose name is known', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    select(editor, ['Tassoni', 2]);
    await run('annotateEntity', { type: 'person' });
    const source = (await read(sidecar)) ?? '';
    assert.equal(source.match(/type: person/g)?.length, 1);
    assert.equal(source.match(/- \{ exact/g)?.length, 2);
    assert.match(await hover(editor, 'Tassoni', 2), /Irene Tassoni[^]*Mentions in this article: 2/);
  });

  it('annotates at several cursors at once', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'ponte', ['ponte', 2]);
    await run('annotateEntity', { type: 'work' });
    const source = (await read(sidecar)) ?? '';
    assert.equal(source.match(/- \{ exact: ponte/g)?.length, 2);
  });

  it('makes one split quote of several selections, with speaker and cue, marks typed wrongly', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    select(editor, '«Non prima di marzo»', 'e non per i camion');
    await run('annotateQuote');
    select(editor, 'ha aggiunto');
    await run('setCue');
    select(editor, ['Tassoni', 2]);
    await run('annotateEntity', { type: 'person' });
    // VS Code may still tell of the selection before.
    select(editor, ['Tassoni', 2]);
    await run('setSpeaker');
    select(editor, 'il ponte non riapre');
    await run('annotateQuote');
    const source = (await read(sidecar)) ?? '';
    assert.ok(
      source.endsWith(
        [
          'quotes:',
          '  - kind: direct',
          '    content:',
          '      - { exact: il ponte non riapre, prefix: "Irene Tassoni ha detto che “", suffix: "“. «Non prima di marzo», ha" }',
          '    cue: { exact: ha detto, prefix: "La sindaca Irene Tassoni ", suffix: " che “il ponte non riapre“. «Non" }',
          '    speaker: { entity: irene-tassoni, exact: La sindaca Irene Tassoni, suffix: " ha detto che “il ponte non" }',
          '  - kind: direct',
          '    content:',
          '      - { exact: Non prima di marzo, prefix: "che “il ponte non riapre“. «", suffix: "», ha aggiunto Tassoni, «e non" }',
          '      - { exact: e non per i camion, prefix: "marzo», ha aggiunto Tassoni, «", suffix: "»." }',
          '    cue: { exact: ha aggiunto, prefix: "riapre“. «Non prima di marzo», ", suffix: " Tassoni, «e non per i camion»." }',
          '    speaker: { entity: irene-tassoni, exact: Tassoni, prefix: "prima di marzo», ha aggiunto ", suffix: ", «e non per i camion»." }',
          '',
        ].join('\n'),
      ),
      source,
    );
    const card = await hover(editor, 'e non per i camion');
    assert.match(
      card,
      /Direct quote[^]*in 2 pieces[^]*Irene Tassoni \\\(“Tassoni”\\\)[^]*ha aggiunto/u,
    );
  });

  it('adds a further piece to a quote', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Non prima di marzo');
    await run('annotateQuote');
    select(editor, 'e non per i camion');
    await run('addToQuote');
    assert.equal((await read(sidecar))?.match(/^ {6}- /gm)?.length, 2);
  });

  it('writes nothing for a quotation mark alone', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, '“');
    await run('annotateQuote');
    assert.equal(await read(sidecar), undefined);
  });

  it('gives the same bytes for the same act done twice', async () => {
    const { sidecar, editor } = await openArticle(text);
    const act = async () => {
      select(editor, 'Irene Tassoni');
      await run('annotateEntity', { type: 'person' });
      select(editor, 'il ponte non riapre');
      await run('annotateQuote');
      return read(sidecar);
    };
    const first = await act();
    assert.ok(first);
    assert.equal(await act(), first);
  });

  it('undoes and redoes each act, down to no sidecar at all, byte for byte', async () => {
    const { sidecar, editor } = await openArticle(text);
    const states: (string | undefined)[] = [await read(sidecar)];
    const did = async (act: Promise<void>) => {
      await act;
      states.push(await read(sidecar));
    };
    select(editor, 'Irene Tassoni');
    await did(run('annotateEntity', { type: 'person' }));
    select(editor, 'il ponte non riapre');
    await did(run('annotateQuote'));
    select(editor, 'ha detto che');
    await did(run('setCue'));
    await did(run('setSpeaker', { entity: 'irene-tassoni' }));
    putCursor(editor, 'il ponte non riapre');
    await did(run('remove', { kind: 'quote' }));
    assert.equal(
      new Set(states).size,
      states.length - 1,
      'each act but the last changes something new',
    );
    for (const state of states.slice(0, -1).reverse()) {
      await run('undo');
      assert.equal(await read(sidecar), state);
    }
    for (const state of states.slice(1)) {
      await run('redo');
      assert.equal(await read(sidecar), state);
    }
  });

  it('removes an entity with its last mention', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Valdirame');
    await run('annotateEntity', { type: 'location' });
    putCursor(editor, 'Valdirame');
    await run('remove');
    assert.doesNotMatch((await read(sidecar)) ?? '', /valdirame/);
  });

  it('has its annotations back when the article is closed and opened again', async () => {
    const { article, editor } = await openArticle(text);
    select(editor, 'Valdirame');
    await run('annotateEntity', { type: 'location' });
    await closeAll();
    const again = await vscode.window.showTextDocument(article);
    assert.match(await hover(again, 'Valdirame'), /Valdirame[^]*Location/);
  });

  it('works the same in Markdown, CRLF, a byte order mark, emoji and right-to-left text', async () => {
    const lines = [
      '\uFEFF# 🌉 Ponte',
      '',
      'قالت سلمى الدرعاوي: «الجسر مغلق».',
      'Élodie Brançon 👩‍🔧 répond.',
      '',
    ];
    const crlf = lines.join('\r\n');
    const { article, sidecar, editor } = await openArticle(crlf, { name: 'ponte.md' });
    select(editor, 'سلمى الدرعاوي');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Élodie Brançon');
    await run('annotateEntity', { type: 'person' });
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /exact: سلمى الدرعاوي/);
    assert.match(source, /\{ exact: Élodie Brançon, suffix: " 👩\\u200d🔧 répond\." \}/u);
    assert.equal(await read(article), crlf);
    assert.match(await hover(editor, 'Élodie'), /Élodie Brançon/);
  });

  it('says that text must be saved first, and writes nothing until then', async () => {
    const { sidecar, editor } = await openArticle(text);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Ultima ora. ');
    });
    select(editor, 'Valdirame');
    await run('annotateEntity', { type: 'location' });
    assert.equal(await read(sidecar), undefined);
    await editor.document.save();
    await run('annotateEntity', { type: 'location' });
    assert.match(
      (await read(sidecar)) ?? '',
      /exact: Valdirame, prefix: "Ultima ora\. Il ponte di "/,
    );
  });

  it('leaves files alone whose language is none of articles', async () => {
    const uri = uriOf('config.json');
    await write(uri, '{"name": "Valdirame"}\n');
    const editor = await vscode.window.showTextDocument(uri);
    select(editor, 'Valdirame');
    await run('annotateEntity', { type: 'location' });
    assert.equal(await read(uriOf('config.json.ann.yaml')), undefined);
  });
});
