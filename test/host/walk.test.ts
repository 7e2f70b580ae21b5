import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, openArticle, putCursor, read, run, select } from './support/workbench';

const words = ['Tazio', 'Borgo Rana', 'Elda Rana', 'il ponte', 'Non oggi', 'ha detto'];
const text = `${words.join(', ')}. Poi ancora: ${words.join(' e ')}.\n`;

/** The same numbers each time: the minimal standard generator of Park and Miller (1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe('a walk of acts', () => {
  afterEach(closeAll);

  it('over two articles is taken back and made again, byte for byte', async function () {
    this.timeout(120_000);
    const articles = [await openArticle(text), await openArticle(text)];
    const next = numbers(7);
    const state = () => Promise.all(articles.map(({ sidecar }) => read(sidecar)));
    const pick = <T>(items: readonly T[]) => items[next(items.length)] as T;
    const acts = [
      (editor: vscode.TextEditor) => {
        select(editor, [pick(words), 1 + next(2)]);
        return run('annotateEntity', { type: pick(['person', 'location']), exact: true });
      },
      (editor: vscode.TextEditor) => {
        select(editor, [pick(words), 1 + next(2)]);
        return run('annotateQuote', { exact: true });
      },
      (editor: vscode.TextEditor) => {
        putCursor(editor, pick(words), 1 + next(2));
        return run('retypeEntity', { type: pick(['person', 'organization']) });
      },
      (editor: vscode.TextEditor) => {
        putCursor(editor, pick(words), 1 + next(2));
        return run('mergeEntities', { entity: pick(['tazio', 'elda-rana']), into: 'borgo-rana' });
      },
      (editor: vscode.TextEditor) => {
        putCursor(editor, pick(words), 1 + next(2));
        return run('remove', { kind: pick(['mention', 'quote']) });
      },
      () => run('undo'),
      () => run('redo'),
    ];
    for (let n = 0; n < 30; n += 1) {
      const { article } = pick(articles);
      await pick(acts)(await vscode.window.showTextDocument(article));
    }
    const walked = [await state()];
    while (walked.at(-1)?.some((source) => source !== undefined)) {
      await run('undo');
      walked.push(await state());
      assert.ok(walked.length <= 40, 'no more steps than acts');
    }
    assert.ok(walked.length > 5, `${String(walked.length)} steps`);
    for (const expected of walked.reverse().slice(1)) {
      await run('redo');
      assert.deepEqual(await state(), expected);
    }
  });
});
