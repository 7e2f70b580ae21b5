import assert from 'assert';
import * as vscode from 'vscode';
import { blobId } from '../../src/core/text/blobId';
import { fixesOf, records, take, words } from './support/conflicts';
import {
  closeAll,
  eventually,
  hover,
  openArticle,
  problems,
  read,
  run,
  until,
} from './support/workbench';

const head = 'chiosa: 1\nentities:\n';

/** A sidecar in which git has left two versions of the lines behind the first ones. */
function marked(ours: string, theirs: string, base?: string): string {
  const shown = base === undefined ? '' : `||||||| 1a2b3c4\n${base}`;
  return `${head}${records({ olmo: 'person' })}<<<<<<< HEAD\n${ours}${shown}=======\n${theirs}>>>>>>> molo\n`;
}

/** What stands in a file, without the id of the article’s text, once it is as expected. */
async function becomes(sidecar: vscode.Uri, expected: string): Promise<void> {
  await eventually('the sidecar is merged', async () => {
    const source = (await read(sidecar)) ?? '';
    assert.equal(source.replace(/^text: .*\r?\n/m, ''), expected);
  });
}

describe('git’s marks in a sidecar, without git', () => {
  afterEach(closeAll);

  it('are merged by a quick fix, by meaning, in one act that undo takes back', async () => {
    const source = marked(records({ pia: 'person' }), records({ remo: 'person' }), '');
    const { sidecar, article } = await openArticle(words, { sidecar: source });
    const actions = await fixesOf(sidecar, /unresolved merge conflict/);
    await take(actions, 'Merge Annotations by Meaning');
    const merged = head + records({ olmo: 'person', pia: 'person', remo: 'person' });
    await becomes(sidecar, merged);
    await eventually('nothing is wrong', () => {
      assert.deepEqual(problems(sidecar), []);
    });
    await vscode.window.showTextDocument(article);
    await run('undo');
    await eventually('the marks are back', async () => {
      assert.equal(await read(sidecar), source);
    });
    await run('redo');
    await becomes(sidecar, merged);
  });

  it('are merged by the lens at the first of them', async () => {
    const source = marked(records({ pia: 'person' }), records({ sira: 'person' }));
    const { sidecar } = await openArticle(words, { sidecar: source });
    await vscode.window.showTextDocument(sidecar);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      sidecar,
      100,
    );
    const title = 'Merge Annotations by Meaning';
    assert.deepEqual(
      lenses.filter(({ command }) => command?.title === title).map(({ range }) => range.start.line),
      [source.split('\n').indexOf('<<<<<<< HEAD')],
    );
    await take(lenses, title);
    await becomes(sidecar, head + records({ olmo: 'person', pia: 'person', sira: 'person' }));
  });

  it('lose nothing where they do not show what both sides began with', async () => {
    const source = marked(
      records({ pia: 'person' }),
      records({ pia: 'organization', sira: 'person' }),
    );
    const { sidecar, editor } = await openArticle(words, { sidecar: source });
    await run('mergeSidecar');
    const pia = records({ pia: 'person' }) + '    conflict: { theirs: { type: organization } }\n';
    await becomes(sidecar, head + records({ olmo: 'person' }) + pia + records({ sira: 'person' }));
    await eventually('it is shown, and can be changed', async () => {
      assert.match(await hover(editor, 'Sira Vonn'), /Person/);
      assert.deepEqual(problems(sidecar), ['14:15 merge-conflict']);
    });
    const actions = await fixesOf(sidecar, /Both sides of a merge/);
    await take(actions, 'Keep Theirs');
    await becomes(sidecar, head + records({ olmo: 'person', pia: 'organization', sira: 'person' }));
    await run('undo');
    await becomes(sidecar, head + records({ olmo: 'person' }) + pia + records({ sira: 'person' }));
  });

  it('keep their ends of line and the byte order mark', async () => {
    const source = marked(records({ pia: 'person' }), records({ remo: 'person' }));
    const { sidecar } = await openArticle(words, {
      sidecar: `\uFEFF${source.replaceAll('\n', '\r\n')}`,
    });
    await run('mergeSidecar');
    const merged = head + records({ olmo: 'person', pia: 'person', remo: 'person' });
    await becomes(sidecar, `\uFEFF${merged.replaceAll('\n', '\r\n')}`);
  });

  it('stay where a version cannot be read, or marks are gone', async () => {
    const broken = marked(records({ pia: 'person' }), '  remo: [\n');
    const half = marked(records({ pia: 'person' }), '').replace('=======\n', '');
    for (const source of [broken, half]) {
      const { sidecar } = await openArticle(words, { sidecar: source });
      await run('mergeSidecar');
      assert.equal(await read(sidecar), source);
    }
  });

  it('are told of by the act that they forbid, and can be merged from the article', async () => {
    const source = marked(records({ pia: 'person' }), records({ remo: 'person' }));
    const { article, sidecar } = await openArticle(words, { sidecar: source });
    const offered = await until('the article is read', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        article,
        new vscode.Range(0, 0, 0, 0),
      );
      return actions.length > 0 ? actions : undefined;
    });
    await take(offered, 'Merge Annotations by Meaning');
    await becomes(sidecar, head + records({ olmo: 'person', pia: 'person', remo: 'person' }));
  });

  it('of the article itself are left to its editor, and annotations of both sides find their words', async () => {
    const [ours, theirs] = ['Olmo Verzin tace.\n', 'Olmo Verzin parla a Pia Strand.\n'];
    const text = `Prima.\n<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> molo\n`;
    const idOf = (version: string) => blobId(new TextEncoder().encode(`Prima.\n${version}`));
    const source =
      `chiosa: 1\n<<<<<<< HEAD\ntext: ${idOf(ours)}\n=======\ntext: ${idOf(theirs)}\n>>>>>>> molo\n` +
      `entities:\n<<<<<<< HEAD\n  olmo:\n    name: Olmo Verzin\n    type: person\n    mentions:\n` +
      `      - { exact: Olmo Verzin, prefix: "Prima. ", suffix: " tace." }\n=======\n` +
      `  pia:\n    name: Pia Strand\n    type: person\n    mentions:\n` +
      `      - { exact: Pia Strand, prefix: "Olmo Verzin parla a ", suffix: "." }\n>>>>>>> molo\n`;
    const { sidecar, editor } = await openArticle(text, { sidecar: source });
    await run('mergeSidecar');
    await eventually('both are there', async () => {
      assert.match(await hover(editor, 'Olmo Verzin'), /Person/);
      assert.match(await hover(editor, 'Pia Strand'), /Person/);
    });
    await editor.edit((edit) => {
      for (const line of [1, 3, 5]) edit.delete(new vscode.Range(line, 0, line + 1, 0));
    });
    await editor.document.save();
    await eventually('they stand in the text that was decided', async () => {
      assert.match(await hover(editor, 'Olmo Verzin'), /Person/);
      assert.match(await hover(editor, 'Pia Strand'), /Person/);
      assert.deepEqual(problems(sidecar), []);
    });
  });
});
