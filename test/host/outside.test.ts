import assert from 'assert';
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
  until,
  write,
} from './support/workbench';

const text = 'Ada Perrin said the dam holds. “It holds,” Perrin repeated.\n';
const annotated = (words: string, type: string) =>
  `chiosa: 1\nentities:\n  x:\n    name: ${words}\n    type: ${type}\n    mentions:\n      - { exact: ${words} }\n`;

describe('changes from outside', () => {
  afterEach(closeAll);

  it('show at once, whether the sidecar appears, changes or goes', async () => {
    const { sidecar, editor } = await openArticle(text);
    await write(sidecar, annotated('Ada Perrin', 'person'));
    await until('the new sidecar is seen', async () =>
      (await hover(editor, 'Ada')).includes('Person'),
    );
    await write(sidecar, annotated('Ada Perrin', 'work'));
    await until('the change is seen', async () => (await hover(editor, 'Ada')).includes('Work'));
    await vscode.workspace.fs.delete(sidecar);
    await until('the removal is seen', async () => (await hover(editor, 'Ada')) === '');
  });

  it('are kept by an act on what was there before', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    const mine = (await read(sidecar)) ?? '';
    // Written and acted upon before any watcher can have said so.
    await write(sidecar, `# checked by hand\n${mine}article:\n  title: The dam\n`);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    const both = (await read(sidecar)) ?? '';
    assert.match(both, /^# checked by hand\n/);
    assert.match(both, /title: The dam/);
    assert.match(both, /exact: Ada Perrin/);
    assert.match(both, /exact: dam/);
  });

  it('are kept by an undo, which takes back only its own act', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    await write(
      sidecar,
      `${(await read(sidecar)) ?? ''}quotes:\n  - kind: direct\n    content: [ { exact: It holds } ]\n`,
    );
    await run('undo');
    const source = (await read(sidecar)) ?? '';
    assert.doesNotMatch(source, /exact: dam/);
    assert.match(source, /It holds/);
  });

  it('keep comments, unknown keys and odd formatting but for the line that an act needs', async () => {
    const odd = [
      '# La bibbia di redazione: vedi il wiki',
      'chiosa: 1   # formato',
      'reviewer: "ada"',
      'entities:',
      '    ada-perrin:',
      "        name: 'Ada Perrin'",
      '        type: person # sindaca?',
      '        wikidata: Q1',
      '        mentions:',
      '        - {exact: "Ada Perrin", sure: true}   # prima',
      '',
      '# fine',
      '',
    ].join('\r\n');
    const { sidecar, editor } = await openArticle(text, { sidecar: odd });
    await until('it is read', async () => (await hover(editor, 'Ada')).includes('Person'));
    select(editor, ['Perrin', 2]);
    await run('annotateEntity', { entity: 'ada-perrin' });
    const after = ((await read(sidecar)) ?? '').split('\r\n');
    const added = after.filter((line) => !odd.split('\r\n').includes(line));
    assert.deepEqual(
      added.map((line) => line.replace(/[0-9a-f]{40}/, 'ID')),
      [
        'text: ID',
        '        - { exact: Perrin, prefix: "said the dam holds. “It holds,” ", suffix: " repeated." }',
      ],
    );
    assert.deepEqual(
      after.filter((line) => !added.includes(line)),
      odd.split('\r\n'),
    );
  });

  it('of the article move its annotations or report them as lost', async () => {
    const long = `Ada Perrin opened the meeting of the council in the old town hall.\n\n${text}`;
    const { article, sidecar, editor } = await openArticle(long);
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    const before = await read(sidecar);
    await write(article, `Breaking news.\n\n${long.replace('the dam', 'the wall')}`);
    await until('the loss is reported', () =>
      problems(sidecar).some((each) => each.endsWith('anchor-lost')),
    );
    assert.match(await hover(editor, 'Ada'), /Person/);
    assert.equal(await hover(editor, 'wall'), '');
    assert.equal(await read(sidecar), before);
    select(editor, ['Perrin', 3]);
    await run('annotateEntity', { type: 'person' });
    const after = (await read(sidecar)) ?? '';
    assert.match(
      after,
      /exact: dam,.* text: [0-9a-f]{40} \}/,
      'it says which text it was written for',
    );
  });

  it('of an entity that an undo would remove are kept', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    const mine = (await read(sidecar)) ?? '';
    await write(
      sidecar,
      `${mine.replace('type: person', 'type: person\n    wikidata: Q1')}      - { exact: Perrin, prefix: "“It holds,” " }\n`,
    );
    await run('undo');
    const source = (await read(sidecar)) ?? '';
    assert.doesNotMatch(source, /exact: Ada Perrin/);
    assert.match(source, /wikidata: Q1[^]*exact: Perrin/);
  });

  it('of a quote are kept when its speaker was being picked meanwhile', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'It holds');
    await run('annotateQuote');
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    putCursor(editor, 'It holds');
    const mine = (await read(sidecar)) ?? '';
    const picking = run('setSpeaker');
    // VS Code does not say when its list is drawn; accepting before that picks nothing.
    const drawn = () => new Promise((resolve) => setTimeout(resolve, 600));
    await drawn();
    const cue = '$1    cue: { exact: repeated }\n';
    await write(sidecar, mine.replace(/(- \{ exact: It holds.*\n)/, cue));
    await until('it is seen', async () => (await hover(editor, 'It holds')).includes('repeated'));
    await acceptFirst(picking);
    await until('the speaker is written', async () => (await read(sidecar))?.includes('speaker'));
    const source = (await read(sidecar)) ?? '';
    assert.equal(source.match(/kind: direct/g)?.length, 1, source);
    assert.match(source, /cue: \{ exact: repeated \}\n {4}speaker: \{ entity: ada-perrin/);
  });

  it('of the article’s text keep an act from being undone at places that are others now', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    const before = await read(sidecar);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Late news. ');
    });
    await editor.document.save();
    const after = await until('the sidecar says which text it is of', async () => {
      const source = await read(sidecar);
      return source === before ? undefined : source;
    });
    await run('undo');
    assert.equal(await read(sidecar), after);
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    await run('undo');
    assert.doesNotMatch((await read(sidecar)) ?? '', /type: person/, 'the history goes on');
  });

  it('that take the sidecar away do not keep an act from being undone', async () => {
    const { sidecar, editor } = await openArticle(text);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    await vscode.workspace.fs.delete(sidecar);
    await run('undo');
    assert.equal(await read(sidecar), undefined);
    await run('redo');
    assert.match((await read(sidecar)) ?? '', /exact: dam/);
  });
});
