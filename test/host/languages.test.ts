import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  configure,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  until,
} from './support/workbench';

const text = 'Ada Perrin said the dam holds. “It holds,” Perrin repeated.\n';
const perrin =
  'chiosa: 1\nentities:\n  ada-perrin:\n    name: Ada Perrin\n    type: person\n    mentions:\n      - { exact: Ada Perrin }\n';
const lost = `${perrin}      - { exact: Ada Perron }\n`;

/** An article whose annotations and problem are shown. */
async function openAnnotated() {
  const opened = await openArticle(text, { sidecar: lost });
  await until('the annotations', async () =>
    (await hover(opened.editor, 'Ada')).includes('Ada Perrin'),
  );
  return opened;
}

describe('the languages of articles', () => {
  afterEach(async () => {
    await configure('articleLanguages', undefined);
    await closeAll();
  });

  it('decide whether a file is one, also while it is open', async () => {
    const { sidecar, editor } = await openAnnotated();
    await until('the problem is shown', () => problems(sidecar).length > 0);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'json');
    await until('its problems go', () => problems(sidecar).length === 0);
    assert.equal(await hover(editor, 'Ada'), '');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await until('they are back', () => problems(sidecar).length > 0);
    assert.match(await hover(editor, 'Ada'), /Ada Perrin/);
  });

  it('are those of the setting, also while an article is open', async () => {
    const { sidecar, editor } = await openAnnotated();
    await until('the problem is shown', () => problems(sidecar).length > 0);
    await configure('articleLanguages', ['markdown']);
    await until('its problems go', () => problems(sidecar).length === 0);
    assert.equal(await hover(editor, 'Ada'), '');
    const before = await read(sidecar);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.equal(await read(sidecar), before);
    await configure('articleLanguages', undefined);
    await until('they are back', () => problems(sidecar).length > 0);
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /exact: dam/);
  });
});
