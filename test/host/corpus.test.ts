import assert from 'assert';
import * as vscode from 'vscode';
import {
  acceptFirst,
  acceptUntil,
  closeAll,
  openArticle,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

/** What is named so is of one test only. */
let count = 0;
const newName = () => {
  count += 1;
  return `Quirina ${String(Date.now())}${String(count)}`;
};

const idOf = (name: string) => name.toLowerCase().replace(' ', '-');
const sidecarNaming = (name: string) =>
  `chiosa: 1\nentities:\n  ${idOf(name)}:\n    name: ${name}\n    type: person\n    mentions:\n      - { exact: ${name} }\n`;

/** Presses the button of the message that was shown last. */
async function pressButton(): Promise<void> {
  await vscode.commands.executeCommand('notifications.focusLastToast');
  await vscode.commands.executeCommand('notification.acceptPrimaryAction');
}

/** Whether the file has the active tab: VS Code asks before it shows a large one. */
function isShown(uri: vscode.Uri): boolean {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

describe('acts on all articles', () => {
  const written: vscode.Uri[] = [];

  // Messages of tests before would have the focus, and those without a button keep it.
  beforeEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  afterEach(async () => {
    await closeAll();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  /** A file that is there for one test. */
  async function put(uri: vscode.Uri, content: string | Uint8Array): Promise<vscode.Uri> {
    await write(uri, content);
    written.push(uri);
    return uri;
  }

  /** An article in which the entity has another id, after an act that all articles were to have part in. */
  async function withOtherId(name: string): Promise<void> {
    const source = sidecarNaming(name);
    const { editor, sidecar } = await openArticle(`${name} parla.\n`, { sidecar: source });
    putCursor(editor, name);
    await run('renameEntity', { name, id: `${idOf(name)}-due` });
    assert.ok((await read(sidecar))?.includes(`  ${idOf(name)}-due:\n`));
  }

  const unfit: Readonly<Record<string, (name: string) => Promise<vscode.Uri>>> = {
    'a sidecar that cannot be read': async (name) => {
      const article = await put(uriOf(`0-broken-${name}.txt`), `${name} tace.\n`);
      return put(sidecarOf(article), `- ${idOf(name)}\n`);
    },
    'a sidecar that is not UTF-8': async (name) => {
      const article = await put(uriOf(`latin-${name}.txt`), `${name} tace.\n`);
      const bytes = new TextEncoder().encode(`${sidecarNaming(name)}# perch`);
      return put(sidecarOf(article), Uint8Array.from([...bytes, 0xe8]));
    },
    'an article of more than 10 MB': async (name) => {
      const article = await put(uriOf(`large-${name}.txt`), `${name} tace.\n`.repeat(500_000));
      await put(sidecarOf(article), sidecarNaming(name));
      return article;
    },
    'a sidecar without its article': async (name) =>
      put(sidecarOf(uriOf(`gone-${name}.txt`)), sidecarNaming(name)),
  };
  for (const [what, make] of Object.entries(unfit)) {
    it(`say that they leave out ${what}, and open it`, async () => {
      const name = newName();
      const left = await make(name);
      const before = await read(left);
      await withOtherId(name);
      assert.equal(await read(left), before);
      await until('the message opens what was left out', async () => {
        await pressButton();
        return isShown(left);
      });
    });
  }

  it('show a list of what they leave out where that is more than one file', async () => {
    const name = newName();
    const left: vscode.Uri[] = [];
    for (const make of Object.values(unfit)) left.push(await make(name));
    await withOtherId(name);
    await acceptUntil('the list of the message opens a file', async () => {
      await pressButton();
      return left.some(isShown);
    });
  });

  it('say nothing of broken sidecars that they would not change', async () => {
    const name = newName();
    const article = await put(uriOf(`other-${name}.txt`), 'Nessuno tace.\n');
    const other = await put(sidecarOf(article), '- nobody\n');
    await withOtherId(name);
    await pressButton();
    assert.ok(!isShown(other));
  });

  it('do not annotate where the sidecar cannot be read, and say so', async () => {
    const name = newName();
    const left = await unfit['a sidecar that cannot be read']?.(name);
    const other = await put(uriOf(`other-${name}.txt`), `Anche ${name}.\n`);
    written.push(sidecarOf(other));
    const { editor } = await openArticle(`${name} parla.\n`);
    select(editor, name);
    await run('annotateEntity', { type: 'person' });
    await acceptFirst(run('annotateAllOccurrences', { scope: 'corpus' }));
    assert.ok(await read(sidecarOf(other)));
    // Other tests have left files that are no articles: this one is the first of the list then.
    await pressButton();
    await acceptUntil('the message, or its list, opens the sidecar', () => left && isShown(left));
  });
});
