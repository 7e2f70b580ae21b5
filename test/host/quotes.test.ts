import assert from 'assert';
import {
  acceptFirst,
  closeAll,
  openArticle,
  problems,
  putCursor,
  read,
  run,
  select,
} from './support/workbench';

const text = [
  'Il ponte di Valdirame resta chiuso',
  '',
  '«Il ponte non riapre», ha detto la sindaca Irene Tassoni. «Non prima di marzo», ha aggiunto Tassoni, «e non per i camion».',
  '',
  '“Bani ha detto ‘subito’ a tutti“, racconta D’Amico. L’assessore ha spiegato che la colpa è della ditta.',
  '',
].join('\n');

describe('annotating quotes in one act', () => {
  afterEach(closeAll);

  it('takes what stands in the marks around the cursor, its cue and its speaker, undone at once', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecar);
    putCursor(editor, 'ponte non');
    await run('annotateQuote');
    assert.deepEqual((await read(sidecar))?.split('quotes:\n')[1]?.split('\n'), [
      '  - kind: direct',
      '    content:',
      '      - { exact: Il ponte non riapre, prefix: "«", suffix: "», ha detto la sindaca Irene" }',
      '    cue: { exact: ha detto, prefix: "«Il ponte non riapre», ", suffix: " la sindaca Irene Tassoni. «Non" }',
      '    speaker: { entity: irene-tassoni, exact: la sindaca Irene Tassoni, prefix: "«Il ponte non riapre», ha detto ", suffix: ". «Non prima di marzo», ha" }',
      '',
    ]);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('takes both pieces of a split quote', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'camion');
    await run('annotateQuote');
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /- \{ exact: Non prima di marzo,[^]*- \{ exact: e non per i camion,/);
    assert.match(source, /cue: \{ exact: ha aggiunto,/);
    assert.match(source, /speaker: \{ exact: Tassoni,/);
  });

  it('takes the inner quotation first, then the outer one', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'subito');
    await run('annotateQuote');
    await run('annotateQuote');
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /exact: "Bani ha detto ‘subito’ a tutti",[^]*exact: subito,/);
    assert.match(source, /speaker: \{ exact: D’Amico,[^]*speaker: \{ exact: Bani,/);
  });

  it('takes the clause that is reported without marks, its cue and its speaker', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'ditta');
    await run('annotateQuote');
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /kind: indirect[^]*exact: la colpa è della ditta,/);
    assert.match(source, /cue: \{ exact: ha spiegato,[^]*speaker: \{ exact: L’assessore,/);
  });

  it('makes whole words of a selection, and exactly that on demand', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'colpa è della dit');
    await run('annotateQuote');
    assert.match((await read(sidecar)) ?? '', /kind: indirect[^]*exact: colpa è della ditta,/);
    await run('undo');
    await run('annotateQuote', { exact: true });
    assert.match((await read(sidecar)) ?? '', /exact: colpa è della dit,/);
  });

  it('joins the quotation at the cursor to the quote before it', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'ponte non');
    await run('addToQuote');
    assert.equal(await read(sidecar), undefined, 'there is no quote before');
    await run('annotateQuote');
    putCursor(editor, 'prima di marzo');
    await run('addToQuote');
    const source = (await read(sidecar)) ?? '';
    assert.equal(source.match(/- kind/g)?.length, 1);
    assert.match(source, /- \{ exact: Il ponte non riapre,[^]*- \{ exact: Non prima di marzo,/);
  });

  it('sets the kind, as an argument of either command', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'ponte non');
    await run('annotateQuote', { kind: 'mixed' });
    assert.match((await read(sidecar)) ?? '', /kind: mixed/);
    await run('setQuoteKind', { kind: 'indirect' });
    assert.match((await read(sidecar)) ?? '', /kind: indirect/);
    await run('undo');
    assert.match((await read(sidecar)) ?? '', /kind: mixed/);
  });

  it('takes the whole reporting phrase at the cursor as cue, or the one that the quote has around it', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'la colpa è della ditta');
    await run('annotateQuote');
    select(editor, 'assessore');
    await run('setCue');
    assert.match((await read(sidecar)) ?? '', /cue: \{ exact: assessore,/);
    putCursor(editor, 'spiegato');
    await run('setCue');
    assert.match((await read(sidecar)) ?? '', /cue: \{ exact: ha spiegato,/);
    select(editor, 'assessore');
    await run('setCue');
    putCursor(editor, 'colpa');
    await run('setCue');
    assert.match((await read(sidecar)) ?? '', /cue: \{ exact: ha spiegato,/);
  });

  it('gives a quote the entity of its speaker once the name is annotated, undone at once', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'ponte non');
    await run('annotateQuote');
    const before = (await read(sidecar)) ?? '';
    assert.match(before, /speaker: \{ exact: la sindaca/);
    select(editor, 'Irene Tassoni');
    await run('annotateEntity', { type: 'person' });
    assert.match(
      (await read(sidecar)) ?? '',
      /speaker: \{ entity: irene-tassoni, exact: la sindaca/,
    );
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('offers the likeliest speaker first, so that Enter takes it', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'D’Amico');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'tutti');
    await run('annotateQuote');
    select(editor, 'la colpa è della ditta');
    await run('annotateQuote');
    putCursor(editor, 'colpa');
    await acceptFirst(run('setSpeaker'));
    assert.match(
      (await read(sidecar)) ?? '',
      /exact: la colpa[^]*speaker: \{ entity: d-amico, exact: L’assessore,/,
    );
  });

  it('offers the present speaker first, so that Enter changes nothing', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'D’Amico');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'tutti');
    await run('annotateQuote');
    const before = (await read(sidecar)) ?? '';
    assert.match(before, /speaker: \{ entity: d-amico,/);
    await acceptFirst(run('setSpeaker'));
    assert.equal(await read(sidecar), before);
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /quotes:/);
  });

  it('adds a speaker that other articles know to the article', async () => {
    const first = await openArticle('Parla Zaira Quorri.\n');
    select(first.editor, 'Zaira Quorri');
    await run('annotateEntity', { type: 'person' });
    const { sidecar, editor } = await openArticle('La sindaca dice: “Va tutto bene.”\n');
    putCursor(editor, 'tutto');
    await run('annotateQuote');
    const before = await read(sidecar);
    await run('setSpeaker', { entity: 'zaira-quorri' });
    const source = (await read(sidecar)) ?? '';
    assert.match(source, /name: Zaira Quorri[^]*entity: zaira-quorri/);
    assert.deepEqual(problems(sidecar), []);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('takes the speaker from a quote, and repeats that on another', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'ponte non');
    await run('annotateQuote');
    putCursor(editor, 'tutti');
    await run('annotateQuote');
    assert.equal((await read(sidecar))?.match(/speaker:/g)?.length, 2);
    await run('setSpeaker', { none: true });
    assert.equal((await read(sidecar))?.match(/speaker:/g)?.length, 1);
    putCursor(editor, 'ponte non');
    await run('repeat');
    assert.doesNotMatch((await read(sidecar)) ?? '', /speaker:/);
  });

  it('says what to do where the cursor is in no quotation', async () => {
    const { sidecar, editor } = await openArticle(text);
    putCursor(editor, 'Valdirame');
    await run('annotateQuote');
    assert.equal(await read(sidecar), undefined);
  });
});
