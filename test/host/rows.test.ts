import assert from 'assert';
import * as vscode from 'vscode';
import type { Mention } from '../../src/core/model/annotation';
import { mentionPart } from '../../src/core/model/parts';
import { parse } from 'yaml';
import {
  acceptFirst,
  acceptUntil,
  closeAll,
  hover,
  openArticle,
  putCursor,
  read,
  run,
  select,
  speakerHints,
  until,
} from './support/workbench';

const words = (source: string | undefined) =>
  [...(source ?? '').matchAll(/^ {2}(\S+):$|- \{ exact: ([^,]+),/gm)].map(
    ([, id, exact]) => id ?? exact,
  );

describe('commands that ask', () => {
  afterEach(closeAll);

  it('annotate as a known entity first where a name is known, else as a person', async () => {
    const { sidecar, editor } = await openArticle('Tilde Vorg va. Poi Vorg torna.\n');
    select(editor, 'Tilde Vorg');
    await acceptFirst(run('annotateEntity'));
    assert.match((await read(sidecar)) ?? '', /tilde-vorg:\n.*\n {4}type: person/);
    select(editor, ['Vorg', 2]);
    await acceptFirst(run('annotateEntity'));
    assert.deepEqual(words(await read(sidecar)), ['tilde-vorg', 'Tilde Vorg', 'Vorg']);
  });

  it('change nothing where the user leaves the list', async () => {
    const { sidecar, editor } = await openArticle('Tilde Sarn va: «Ciao».\n');
    select(editor, 'Tilde Sarn');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Ciao');
    await run('annotateQuote');
    const before = await read(sidecar);
    for (const command of [
      'annotateEntity',
      'setSpeaker',
      'setQuoteKind',
      'renameEntity',
    ] as const) {
      putCursor(editor, command === 'renameEntity' ? 'Sarn' : 'Ciao');
      let isOver = false;
      const act = run(command).finally(() => (isOver = true));
      await until(`${command} is over`, async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isOver;
      });
      await act;
    }
    assert.equal(await read(sidecar), before);
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /quotes:/, 'they are no acts to undo');
  });

  it('list the keys of the mode, of which a chosen one acts on what is selected', async () => {
    const { sidecar, editor } = await openArticle('Wendel Krup legge.\n');
    select(editor, 'Wendel Krup');
    await run('startAnnotationMode');
    const listed = run('showKeys');
    await acceptUntil('the first key is that of persons', async () =>
      (await read(sidecar))?.includes('type: person'),
    );
    await listed;
    await run('stopAnnotationMode');
  });

  it('ask which annotation goes where several are at the cursor, the mention first', async () => {
    const { sidecar, editor } = await openArticle('«Arriva Gesa», dice lei.\n');
    select(editor, 'Gesa');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Arriva Gesa');
    await run('annotateQuote');
    putCursor(editor, 'Gesa');
    await acceptFirst(run('remove'));
    const source = (await read(sidecar)) ?? '';
    assert.doesNotMatch(source, /gesa:/);
    assert.match(source, /exact: Arriva Gesa/);
  });

  it('propose the inferred kind of a quote and the present type of an entity last', async () => {
    const { sidecar, editor } = await openArticle('Secondo Rolf Tann piove.\n');
    select(editor, 'Rolf Tann');
    await run('annotateEntity', { type: 'person' });
    await acceptFirst(run('retypeEntity'));
    assert.match(
      (await read(sidecar)) ?? '',
      /type: organization/,
      'what it is already is no choice',
    );
    select(editor, 'piove');
    await run('annotateQuote');
    assert.match((await read(sidecar)) ?? '', /kind: indirect/);
  });

  it('merge into the entity with the likest name, of which name and type stay', async () => {
    const { sidecar, editor } = await openArticle('Selma Quist, poi Ubaldo e Selma Kwist.\n');
    select(editor, 'Ubaldo');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Selma Quist');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Selma Kwist');
    await run('annotateEntity', { type: 'organization' });
    const before = await read(sidecar);
    putCursor(editor, 'Kwist');
    await acceptFirst(run('mergeEntities'));
    assert.deepEqual(words(await read(sidecar)), [
      'selma-quist',
      'Selma Quist',
      'Selma Kwist',
      'ubaldo',
      'Ubaldo',
    ]);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });
});

describe('a row of the sidebar', () => {
  afterEach(closeAll);

  /** The row of a mention or an entity, as the view passes it; the sample has one mention of each. */
  const mentionRow = (entity: string, exact: string, start: number) => ({
    entity,
    target: {
      selectors: [{ exact, prefix: '', suffix: '' }],
      spans: [{ start, end: start + exact.length }],
    },
  });

  it('of a mention goes to its words, of a lost one says so', async () => {
    const { article, editor } = await openArticle('Osvin Rade qui.\n\nAltro.\n', {
      sidecar:
        'chiosa: 1\nentities:\n  o-r:\n    name: O R\n    type: person\n    mentions:\n      - { exact: Osvin Rade }\n      - { exact: Osvin Rode }\n',
    });
    await until('it is read', async () => (await hover(editor, 'Osvin')) !== '');
    putCursor(editor, 'Altro');
    const reveal = (mention: Mention) =>
      vscode.commands.executeCommand('_chiosa.reveal', {
        uri: article.toString(),
        part: mentionPart(mention),
      });
    await reveal({ entity: 'o-r', target: { selectors: [{ exact: 'Osvin Rode' }] } });
    assert.equal(editor.selection.active.line, 2, 'the cursor stays');
    await reveal(mentionRow('o-r', 'Osvin Rade', 0));
    assert.equal(editor.document.getText(editor.selection), 'Osvin Rade');
  });

  it('of a mention, dropped onto an entity, becomes one of it, and quotes said by it follow', async () => {
    const text = 'Pirmin e Jorn. «No», dice Jorn.\n';
    const { article, sidecar, editor } = await openArticle(text);
    select(editor, 'Pirmin');
    await run('annotateEntity', { type: 'person' });
    select(editor, ['Jorn', 2]);
    await run('annotateEntity', { type: 'person' });
    select(editor, 'No');
    await run('annotateQuote');
    assert.deepEqual(await speakerHints(editor), ['1:20 — Jorn']);
    const before = await read(sidecar);
    const [, selector = ''] = /- (\{ exact: Jorn.*\})/.exec(before ?? '') ?? [];
    const start = text.lastIndexOf('Jorn');
    const mention = {
      entity: 'jorn',
      target: { selectors: [parse(selector) as object], spans: [{ start, end: start + 4 }] },
    };
    await vscode.commands.executeCommand('_chiosa.moveMentions', {
      mentions: [{ uri: article.toString(), item: mention }],
      into: 'pirmin',
    });
    assert.deepEqual(words((await read(sidecar))?.split('quotes:')[0]), [
      'pirmin',
      'Pirmin',
      'Jorn',
    ]);
    assert.deepEqual(await speakerHints(editor), ['1:20 — Pirmin']);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('that is there no longer changes nothing', async () => {
    const { article, sidecar, editor } = await openArticle('Gisbert e Otmar.\n');
    select(editor, 'Gisbert');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecar);
    const mention = mentionRow('otmar', 'Otmar', 10);
    const part = { role: 'mention', mention, target: mention.target };
    await vscode.commands.executeCommand('_chiosa.removeAnnotations', {
      parts: [{ uri: article.toString(), item: part }],
      entities: [{ entity: 'otmar', uri: article.toString() }],
    });
    await run('mergeEntities', {
      entity: { id: 'otmar', name: 'Otmar', type: 'person' },
      into: 'gisbert',
    });
    await run('retypeEntity', { entity: 'otmar', type: 'work' });
    assert.equal(await read(sidecar), before);
  });
});
