import assert from 'assert';
import * as vscode from 'vscode';
import { ArticleStore } from '../../src/workspace/articleStore';
import { CorpusIndex } from '../../src/workspace/corpusIndex';
import { SchemaStore } from '../../src/workspace/schemaStore';
import { SummaryFile } from '../../src/workspace/summaryFile';
import { TextMemory } from '../../src/workspace/textMemory';
import { closeAll, eventually, sidecarOf, until, uriOf, write } from './support/workbench';

// What the index of all articles tells of them, made of services of its own.

const naming = (name: string) =>
  `chiosa: 1\nentities:\n  ${name.toLowerCase()}: { name: ${name}, type: person }\n`;

describe('the index of all articles', () => {
  let corpus: CorpusIndex;
  let services: readonly vscode.Disposable[];
  /** The keys of articles that were told of, by what was told. */
  const changed: string[] = [];
  const learned: string[] = [];

  before(async () => {
    const log = vscode.window.createOutputChannel('The index of all articles', { log: true });
    const schemas = new SchemaStore();
    const memory = new TextMemory();
    const articles = new ArticleStore(schemas, memory, log);
    corpus = new CorpusIndex(articles, schemas, new SummaryFile(undefined), log);
    services = [
      corpus,
      articles,
      memory,
      schemas,
      log,
      corpus.onDidChange((key) => changed.push(key)),
      corpus.onDidLearn((key) => learned.push(key)),
    ];
    await corpus.now();
  });

  after(async () => {
    for (const each of services) each.dispose();
    await closeAll();
  });

  it('tells that an article says something else, and not that it says the same in other lines', async () => {
    const article = uriOf('imparato-a.txt');
    const key = sidecarOf(article).toString();
    const told = (keys: readonly string[]) => keys.filter((each) => each === key).length;
    await write(article, 'Imparata va.\n');
    await write(sidecarOf(article), naming('Imparata'));
    await until('it is told', () => told(learned) > 0);
    const before = [told(changed), told(learned)] as const;
    await write(sidecarOf(article), `# letta\n${naming('Imparata')}`);
    await until('it is read again', () => told(changed) > before[0]);
    assert.equal(told(learned), before[1]);
    await write(sidecarOf(article), naming('Imparata').replace('person', 'work'));
    await eventually('the other type is told', () => {
      assert.ok(told(learned) > before[1]);
      assert.equal(corpus.known.get('imparata')?.entity.type, 'work');
    });
  });

  it('forgets the articles of a folder that goes, in however short a time it has come', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const name = `Sparita${String(round)}`;
      const parent = uriOf(`spariti-${String(round)}`);
      const article = vscode.Uri.joinPath(parent, 'uno/due/a.txt');
      await write(article, `${name} va.\n`);
      await write(sidecarOf(article), naming(name));
      const entity = () => corpus.known.get(name.toLowerCase());
      await until('it is known', entity);
      await vscode.workspace.fs.delete(parent, { recursive: true });
      await until('it is forgotten', () => !entity());
    }
  });

  it('knows articles in their new places when their folder has another name', async () => {
    const [before, after] = ['migrati-prima', 'migrati-dopo'].map(uriOf);
    assert.ok(before && after);
    await write(vscode.Uri.joinPath(before, 'uno/a.txt'), 'Migranda va.\n');
    await write(vscode.Uri.joinPath(before, 'uno/a.txt.ann.yaml'), naming('Migranda'));
    const keys = () => corpus.known.articlesNaming('migranda');
    await until('it is known', () => keys().length > 0);
    await vscode.workspace.fs.rename(before, after);
    const moved = vscode.Uri.joinPath(after, 'uno/a.txt.ann.yaml').toString();
    await eventually('it is known there and no more here', () => {
      assert.deepEqual(keys(), [moved]);
    });
    await vscode.workspace.fs.delete(after, { recursive: true });
    await until('it is forgotten', () => keys().length === 0);
  });
});
