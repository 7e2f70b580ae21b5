import assert from 'assert';
import * as vscode from 'vscode';
import { closedArticle, concordance, isKnown, keywords, selectRows } from './support/concordances';
import {
  closeAll,
  eventually,
  read,
  run,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

/** What a sidecar says of people that are mentioned once, in lines as Chiosa writes them. */
const inBlocks = (...names: readonly string[]) =>
  `entities:\n${names
    .map((name) => `  ${name.toLowerCase()}:\n    name: ${name}\n    type: person\n`)
    .map((lines, i) => `${lines}    mentions:\n      - { exact: ${names[i] ?? ''} }\n`)
    .join('')}`;

describe('the rows of a concordance', () => {
  const names = ['x.txt', 'y.txt', 'z.txt'];
  const text = (day: string) => `${day}: Il signor Vlasto e la Ozrim. Vlasto parte.\n`;
  let articles: vscode.Uri[];

  beforeEach(async () => {
    articles = await Promise.all(names.map((name) => closedArticle(`atti/${name}`, text(name))));
    for (const article of articles) {
      if ((await read(sidecarOf(article))) !== undefined) {
        await vscode.workspace.fs.delete(sidecarOf(article));
      }
    }
  });
  afterEach(closeAll);

  const sources = () => Promise.all(articles.map((article) => read(sidecarOf(article))));

  it('are annotated in three articles by one act, retyped, linked, removed, and each is undone at once', async () => {
    const editor = await concordance('Vlasto');
    assert.deepEqual(await keywords(editor, 6), Array(6).fill('Vlasto'));
    selectRows(editor, 0, 2, 4);
    await run('annotateRows', { key: 'p' });
    await eventually('a mention in each article', async () => {
      for (const source of await sources()) {
        assert.match(source ?? '', /^ {2}vlasto:\n {4}name: Vlasto\n {4}type: person$/m);
        assert.equal(source?.match(/exact: Vlasto/g)?.length, 1);
      }
    });
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);

    await until('the index knows the entity', () => isKnown('Vlasto', 3));
    const mentions = await concordance('entity:vlasto');
    await keywords(mentions, 3);
    selectRows(mentions, 0);
    await run('retypeRows', { type: 'organization' });
    await eventually('another type everywhere', async () => {
      for (const source of await sources()) assert.match(source ?? '', /^ {4}type: organization$/m);
    });
    await run('undo');
    await eventually('the old type', async () => {
      for (const source of await sources()) assert.match(source ?? '', /^ {4}type: person$/m);
    });
    assert.equal(vscode.window.activeTextEditor?.document, mentions.document);

    mentions.selection = new vscode.Selection(3, 0, 5, 0);
    await run('removeAnnotationsOfRows');
    await keywords(mentions, 1);
    const [x, y, z] = await sources();
    assert.deepEqual([x, y], [undefined, undefined]);
    assert.match(z ?? '', /Vlasto/);
    await run('undo');
    await keywords(mentions, 3);
    await run('redo');
    await keywords(mentions, 1);
  });

  it('join the entities of their articles, and are moved to others', async () => {
    await write(
      sidecarOf(articles[1] ?? uriOf('')),
      'chiosa: 1\nentities: { ozrim-ente: { name: Ozrim, type: organization, mentions: [ { exact: Ozrim } ] } }\n',
    );
    const all = await concordance('/Ozrim/');
    await keywords(all, 3);
    await until('the index knows the entity', () => isKnown('Ozrim', 1));
    await vscode.commands.executeCommand('editor.action.selectAll');
    await run('annotateRows', { type: 'organization' });
    await eventually('all are the one that is known', async () => {
      for (const source of await sources()) assert.match(source ?? '', /ozrim-ente:/);
    });
    const words = await concordance('Vlasto');
    await keywords(words, 6);
    selectRows(words, 1);
    await run('linkRows', { entity: 'ozrim-ente' });
    await eventually('the words are linked', async () => {
      assert.match((await sources())[0] ?? '', /exact: Vlasto/);
    });
  });

  it('have several entities, which are retyped in all articles and lines, and back byte for byte', async () => {
    const words = 'Salmeno e la Brunza.\n';
    const [both, one, inFlow] = await Promise.all([
      closedArticle('tipi/x.txt', words, inBlocks('Brunza', 'Salmeno')),
      closedArticle('tipi/y.txt', words, inBlocks('Brunza').replaceAll('\n', '\r\n')),
      closedArticle(
        'tipi/z.txt',
        words,
        'entities: { salmeno: { name: Salmeno, type: person, mentions: [ { exact: Salmeno } ] } }\n',
      ),
    ]);
    const files = [both, one, inFlow].map(sidecarOf);
    const before = await Promise.all(files.map(read));
    await until('the index knows them', async () =>
      Promise.all([isKnown('Salmeno', 2), isKnown('Brunza', 2)]).then((all) => all.every(Boolean)),
    );
    const rows = await concordance('/Salmeno|Brunza/ type:person');
    await keywords(rows, 4);
    selectRows(rows, 0, 1);
    await run('retypeRows', { type: 'event' });
    await eventually('each has the type wherever it is', async () => {
      const now = await Promise.all(files.map(read));
      const retyped = before.map((source) => source?.replaceAll('type: person', 'type: event'));
      assert.deepEqual(now.slice(0, 2), retyped.slice(0, 2));
      assert.match(now[2] ?? '', /type: event/);
    });
    await run('undo');
    await eventually('as they were', async () => {
      const now = await Promise.all(files.map(read));
      assert.deepEqual(now.slice(0, 2), before.slice(0, 2));
      assert.match(now[2] ?? '', /type: person/);
    });
  });

  it('leave out an article whose text has changed, and tell', async () => {
    const editor = await concordance('Vlasto');
    await keywords(editor, 6);
    await write(articles[0] ?? uriOf(''), 'Altro: Vlasto è qui.\n');
    await vscode.commands.executeCommand('editor.action.selectAll');
    await run('annotateRows', { key: 'p' });
    await eventually('the others are annotated', async () => {
      const [x, y, z] = await sources();
      assert.equal(x, undefined);
      assert.ok(y?.includes('vlasto') && z?.includes('vlasto'));
    });
    // It is run again after the act.
    await keywords(editor, 5);
  });
});
