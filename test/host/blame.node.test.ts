import assert from 'assert';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { demandRepository } from '../../src/host/git';
import { git } from '../support/git';
import {
  closeAll,
  eventually,
  folder as folderOf,
  hover,
  run,
  select,
  until,
} from './support/workbench';

const text = 'Zeno Crick apre la diga. «Nevica», dice Zeno Crick a Livia Prunn.\n';

describe('who made an annotation', () => {
  let root = '';
  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
    // The oldest VS Code opens no repositories outside of its folder.
    root = fs.mkdtempSync(path.join(folderOf().fsPath, 'chiosa-blame-'));
  });
  afterEach(async () => {
    await run('closeComparison');
    await closeAll();
  });
  after(() => {
    if (root !== '') fs.rmSync(root, { recursive: true });
  });

  /** An article in a repository of its own, which VS Code has open, in an editor. */
  async function inRepository(name: string) {
    const folder = path.join(root, name);
    fs.mkdirSync(folder);
    git(folder, 'init', '--quiet', '--initial-branch=main');
    const article = vscode.Uri.file(path.join(folder, 'la diga.txt'));
    fs.writeFileSync(article.fsPath, text);
    const repository = await demandRepository(article);
    const editor = await vscode.window.showTextDocument(article);
    const commit = async (author: string, message: string) => {
      git(folder, 'add', '--all');
      git(
        folder,
        'commit',
        '--quiet',
        '--allow-empty',
        `--author=${author} <a@localhost>`,
        `--message=${message}`,
      );
      const hash = git(folder, 'rev-parse', 'HEAD');
      await repository.status();
      await until('VS Code knows the commit', () => repository.state.HEAD?.commit === hash);
      return hash.slice(0, 7);
    };
    return { folder, article, editor, commit, repository };
  }

  it('is said by its card, by meaning, though the text was corrected and the annotation changed', async () => {
    const { editor, commit } = await inRepository('three');
    select(editor, 'Zeno Crick');
    await run('annotateEntity', { type: 'person' });
    await eventually('nobody has committed it', async () => {
      assert.match(await hover(editor, 'Zeno Crick'), /Not committed yet/);
    });
    const first = await commit('Irene Mott', 'Annotate the dam');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Ieri, prima di sera: ');
    });
    await editor.document.save();
    select(editor, 'Nevica');
    await run('annotateQuote');
    const second = await commit('Saul Pratt', 'Quotes');
    select(editor, 'Nevica');
    await run('setQuoteKind', { kind: 'mixed' });
    const third = await commit('Irene Mott', 'Kinds');
    select(editor, 'Livia Prunn');
    await run('annotateEntity', { type: 'person' });
    await eventually('the card says who made the mention', async () => {
      const card = await hover(editor, 'Zeno Crick');
      assert.ok(card.includes(`\`${first}\` Annotate the dam`), card);
      assert.match(card, /Irene Mott, .*ago|Irene Mott, now/);
      assert.doesNotMatch(card, /Saul Pratt|changed/);
    });
    const quote = await hover(editor, 'Nevica');
    assert.ok(quote.includes(`\`${second}\` Quotes`), quote);
    assert.match(quote, new RegExp(`changed: Irene Mott.*${third}`));
    assert.match(await hover(editor, 'Livia Prunn'), /Not committed yet/);
  });

  it('leads to what its commit did', async () => {
    const { article, editor, commit } = await inRepository('link');
    select(editor, 'Zeno Crick');
    await run('annotateEntity', { type: 'person' });
    await commit('Irene Mott', 'One');
    let link = '';
    await eventually('the card has a link', async () => {
      link =
        /command:chiosa\.compareAnnotations\?([^)]*)/.exec(
          await hover(editor, 'Zeno Crick'),
        )?.[1] ?? '';
      assert.notEqual(link, '');
    });
    const [argument] = JSON.parse(decodeURIComponent(link)) as [
      { uri: string; ref: string | null },
    ];
    assert.deepEqual([argument.uri, argument.ref], [article.toString(), null]);
    await run('compareAnnotations', argument);
    await eventually('it was added', async () => {
      assert.match(await hover(editor, 'Zeno Crick'), /Added: mention/);
    });
  });

  it('is older than what is looked at, where a thousand commits came since', async function () {
    this.timeout(120_000);
    const { folder, article, editor, commit } = await inRepository('many');
    select(editor, 'Zeno Crick');
    await run('annotateEntity', { type: 'person' });
    await commit('Irene Mott', 'One');
    const sidecar = `${article.fsPath}.ann.yaml`;
    const source = fs.readFileSync(sidecar, 'utf8');
    const commits = Array.from({ length: 1000 }, (_, i) => {
      const content = Buffer.from(`${source}note: ${String(i)}\n`);
      return [
        'commit refs/heads/main',
        `committer Saul Pratt <s@localhost> ${String(1_700_000_000 + i)} +0000`,
        `data 1\nx${i === 0 ? '\nfrom refs/heads/main^0' : ''}`,
        `M 100644 inline ${path.basename(sidecar)}`,
        `data ${String(content.length)}\n${content.toString()}`,
      ].join('\n');
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('\n') });
    git(folder, 'reset', '--quiet', '--hard');
    await commit('Irene Mott', 'Last');
    await eventually('the card says so', async () => {
      assert.match(await hover(editor, 'Zeno Crick'), /Older than Saul Pratt/);
    });
  });

  it('is found on both sides of a merge', async () => {
    const { folder, editor, commit, article } = await inRepository('merged');
    select(editor, 'Nevica');
    await run('annotateQuote');
    await commit('Irene Mott', 'Base');
    git(folder, 'checkout', '--quiet', '-b', 'side');
    select(editor, 'Zeno Crick');
    await run('annotateEntity', { type: 'person' });
    const side = await commit('Saul Pratt', 'Side');
    const annotated = fs.readFileSync(`${article.fsPath}.ann.yaml`, 'utf8');
    git(folder, 'checkout', '--quiet', 'main');
    fs.appendFileSync(`${article.fsPath}.ann.yaml`, 'note: ours\n');
    await commit('Irene Mott', 'Main');
    git(folder, 'merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    fs.writeFileSync(`${article.fsPath}.ann.yaml`, `${annotated}note: ours\n`);
    await commit('Irene Mott', 'Merge');
    await eventually('the side branch made it', async () => {
      const card = await hover(editor, 'Zeno Crick');
      assert.ok(card.includes(`\`${side}\` Side`), card);
    });
    assert.match(await hover(editor, 'Nevica'), /Base/);
  });

  it('is not asked of a repository around that of the article', async () => {
    const { folder, commit } = await inRepository('around');
    await commit('Irene Mott', 'One');
    const inner = path.join(folder, 'inner');
    fs.mkdirSync(inner);
    const article = vscode.Uri.file(path.join(inner, 'la chiusa.txt'));
    fs.writeFileSync(article.fsPath, text);
    const editor = await vscode.window.showTextDocument(article);
    select(editor, 'Zeno Crick');
    await run('annotateEntity', { type: 'person' });
    await eventually('the outer one says that it is new', async () => {
      assert.match(await hover(editor, 'Zeno Crick'), /Not committed yet/);
    });
    fs.writeFileSync(path.join(inner, '.git'), 'gitdir: gone\n');
    await eventually('nobody can say', async () => {
      const card = await hover(editor, 'Zeno Crick');
      assert.match(card, /Zeno Crick/);
      assert.doesNotMatch(card, /Not committed yet/);
    });
  });
});
