import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

const text = 'Ada Perrin said the dam holds. “It holds,” Perrin repeated.\n';
const entities =
  'entities:\n  ada-perrin:\n    name: Ada Perrin\n    type: person\n    mentions:\n      - { exact: Ada Perrin }\n';

interface Case {
  readonly sidecar: string;
  readonly expected: string;
  /** Whether what can be read is shown. */
  readonly isShown: boolean;
}

const cases: Readonly<Record<string, Case>> = {
  'broken YAML': {
    sidecar: `chiosa: 1\n${entities}quotes: [ { kind: direct\n`,
    expected: '9:1 yaml-syntax',
    isShown: true,
  },
  'a conflict of git': {
    sidecar: `chiosa: 1\n<<<<<<< HEAD\n${entities}=======\nentities: {}\n>>>>>>> theirs\n`,
    expected: '2:1 merge-conflict',
    isShown: true,
  },
  'a newer version': {
    sidecar: `chiosa: 2\n${entities}`,
    expected: '1:9 version-newer',
    isShown: true,
  },
  'no version': { sidecar: entities, expected: '1:1 version-missing', isShown: true },
  'a wrong type': {
    sidecar: `chiosa: 1\n${entities}      - { exact: 12 }\n`,
    expected: '8:18 invalid-value',
    isShown: true,
  },
  'a duplicate key': {
    sidecar: `chiosa: 1\n${entities}    type: work\n`,
    expected: '8:5 duplicate-key',
    isShown: true,
  },
  'a list instead of a mapping': {
    sidecar: '- 1\n',
    expected: '1:1 invalid-value',
    isShown: false,
  },
};

describe('a sidecar that cannot be read', () => {
  afterEach(closeAll);

  for (const [name, { sidecar: source, expected, isShown }] of Object.entries(cases)) {
    it(`${name}: says where, shows the rest, and is not written`, async () => {
      const { sidecar, editor } = await openArticle(text, { sidecar: source });
      const found = await until('the problem is reported', () => problems(sidecar)[0]);
      assert.equal(found, expected);
      assert.equal((await hover(editor, 'Ada')).includes('Ada Perrin'), isShown);
      select(editor, 'dam');
      await run('annotateEntity', { type: 'work' });
      assert.equal(await read(sidecar), source);
      assert.equal(await hover(editor, 'dam'), '');
    });
  }

  it('a selector that is not found: is reported at its line and kept by later acts', async () => {
    const lost = `chiosa: 1\n${entities}      - { exact: Ada Perron }\n`;
    const { sidecar, editor } = await openArticle(text, { sidecar: lost });
    assert.deepEqual(
      await until('it is reported', () => problems(sidecar).length > 0 && problems(sidecar)),
      ['8:9 anchor-lost'],
    );
    assert.equal(await read(sidecar), lost);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    assert.match((await read(sidecar)) ?? '', /- \{ exact: Ada Perron \}/);
  });
});

// VS Code itself does not open a binary file as text: the command line's tests have that case.
describe('a sidecar opened by itself', () => {
  afterEach(closeAll);

  it('has its problems shown', async () => {
    const article = uriOf('alone.txt');
    await write(article, text);
    await write(sidecarOf(article), `chiosa: 1\n${entities}      - { exact: Ada Perron }\n`);
    await vscode.window.showTextDocument(sidecarOf(article));
    assert.deepEqual(
      await until('it is reported', () => problems(sidecarOf(article))[0]),
      '8:9 anchor-lost',
    );
  });

  it('is told that its article is missing', async () => {
    const orphan = sidecarOf(uriOf('gone.txt'));
    await write(orphan, `chiosa: 1\n${entities}`);
    await vscode.window.showTextDocument(orphan);
    assert.equal(await until('it is reported', () => problems(orphan)[0]), '1:1 article-missing');
  });
});

describe('an article that is no text', () => {
  afterEach(closeAll);

  const articles: Readonly<Record<string, [Uint8Array, string]>> = {
    'not UTF-8': [
      Uint8Array.from([...new TextEncoder().encode('riga\nperch'), 0xe8, 0x0a]),
      '2:6 file-not-utf8',
    ],
    '20 MB': [new Uint8Array(20_000_000).fill(97), '1:1 file-too-large'],
  };
  for (const [name, [bytes, expected]] of Object.entries(articles)) {
    it(`${name}: says where and is not annotated`, async () => {
      const { article, sidecar, editor } = await openArticle(bytes);
      assert.equal(await until('the problem is reported', () => problems(article)[0]), expected);
      editor.selection = new vscode.Selection(0, 0, 0, 4);
      await run('annotateEntity', { type: 'work' });
      assert.equal(await read(sidecar), undefined);
    });
  }
});
