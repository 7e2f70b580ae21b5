import assert from 'assert';
import * as vscode from 'vscode';

// What host tests do over and over: files in the open folder, selections, what the user then sees.

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The folder that is open in the window. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

export async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
}

/** A file's content with its byte order mark, or undefined where there is none. */
export async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decoder.decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

export function sidecarOf(article: vscode.Uri): vscode.Uri {
  return article.with({ path: `${article.path}.ann.yaml` });
}

let count = 0;
/** An article of this name, new to VS Code in each test, open in the editor. */
export async function openArticle(
  text: string | Uint8Array,
  { name = 'article.txt', sidecar }: { name?: string; sidecar?: string } = {},
): Promise<{ article: vscode.Uri; sidecar: vscode.Uri; editor: vscode.TextEditor }> {
  count += 1;
  const article = uriOf(`${String(count)}-${name}`);
  await write(article, text);
  if (sidecar !== undefined) await write(sidecarOf(article), sidecar);
  const editor = await vscode.window.showTextDocument(article);
  return { article, sidecar: sidecarOf(article), editor };
}

/**
 * A sidecar with the Aurora, a ship that is not mentioned yet. Who annotates her joins it and is asked nothing,
 * however many ships of that name the articles of other tests have.
 */
export const auroraSidecar = [
  'chiosa: 1',
  'entities:',
  '  aurora:',
  '    name: Aurora',
  '    type: ship',
  '',
].join('\n');

/** Selects the n-th occurrence (from 1) of each of the words in the editor. */
export function select(editor: vscode.TextEditor, ...words: (string | [string, number])[]): void {
  const text = editor.document.getText();
  editor.selections = words.map((each) => {
    const [exact, nth] = typeof each === 'string' ? ([each, 1] as const) : each;
    let at = -1;
    for (let i = 0; i < nth; i += 1) {
      at = text.indexOf(exact, at + 1);
      assert.ok(at >= 0, `“${exact}” stands ${String(nth)} times`);
    }
    const { document } = editor;
    return new vscode.Selection(document.positionAt(at), document.positionAt(at + exact.length));
  });
}

/** Puts the cursor into the n-th occurrence (from 1) of the word. */
export function putCursor(editor: vscode.TextEditor, word: string, nth = 1): void {
  select(editor, [word, nth]);
  const position = editor.selection.start.translate(0, 1);
  editor.selection = new vscode.Selection(position, position);
}

export async function run(command: string, argument?: object): Promise<void> {
  await vscode.commands.executeCommand(`chiosa.${command}`, ...(argument ? [argument] : []));
}

/** The text of all hover cards at the n-th occurrence of a word, the spaces of Markdown as spaces. */
export async function hover(editor: vscode.TextEditor, word: string, nth = 1): Promise<string> {
  const before = editor.selections;
  select(editor, [word, nth]);
  const position = editor.selection.start.translate(0, 1);
  editor.selections = before;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .map((value) => value.replaceAll('&nbsp;', ' '))
    .join('\n---\n');
}

/** What Chiosa says of a file in the Problems panel, as `line:column code`, lines and columns from 1. */
export function problems(uri: vscode.Uri): string[] {
  return allProblems(uri).filter((each) => !/ (?:differing-|shared-name)/.test(each));
}

/** Those too that it has only because of what other articles say, of other tests perhaps. */
export function allProblems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'chiosa')
    .map(({ range, code }) => {
      const { line, character } = range.start;
      return `${String(line + 1)}:${String(character + 1)} ${typeof code === 'object' ? String(code.value) : String(code)}`;
    });
}

/** Waits until the check gives something, for at most 15 s. */
export async function until<T>(what: string, check: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await check();
    if (value) return value;
    assert.ok(Date.now() < end, `in 15 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Waits until an assertion holds, for at most 15 s; one that never does says what it last found. */
export async function eventually(what: string, holds: () => void | Promise<void>): Promise<void> {
  let found: unknown;
  await until(what, async () => {
    try {
      await holds();
      return true;
    } catch (error) {
      found = error;
      return false;
    }
  }).catch((late: unknown) => {
    throw found instanceof Error ? found : late;
  });
}

/**
 * Deletes the schema of the open folder, where there is one, and waits until nothing that it said holds any
 * more: what a last one said is seen to come and to go.
 */
export async function removeSchema(): Promise<void> {
  const schema = uriOf('chiosa.yaml');
  if ((await read(schema)) === undefined) return;
  await write(schema, 'types: { last: { label: The last type } }\n');
  const { editor } = await openArticle('Opus.\n', {
    sidecar:
      'chiosa: 1\nentities: { opus: { name: Opus, type: last, mentions: [ { exact: Opus } ] } }\n',
  });
  const isLast = async () => (await hover(editor, 'Opus')).includes('The last type');
  await until('the last schema is read', isLast);
  await vscode.workspace.fs.delete(schema);
  await until('no schema is there', async () => !(await isLast()));
  await closeAll();
}

/**
 * Takes the first row of a list, or what a box holds, until the check gives something. VS Code does not say
 * when it has drawn them, and what is taken before that has no effect.
 */
export async function acceptUntil<T>(what: string, check: () => T | Promise<T>): Promise<void> {
  let next = Date.now() + 300;
  await until(what, async () => {
    const value = await check();
    if (!value && Date.now() >= next) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      next = Date.now() + 1000;
    }
    return value;
  });
}

/** Waits for an act that asks, taking what it proposes first. */
export async function acceptFirst(act: Promise<void>): Promise<void> {
  let isOver = false;
  const over = act.finally(() => (isOver = true));
  await acceptUntil('the act is over', () => isOver);
  await over;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Sets a setting of Chiosa for this user; undefined puts it back to its default. */
export async function configure(setting: string, value: unknown): Promise<void> {
  const { Global } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration('chiosa').update(setting, value, Global);
}

/** The speakers that the editor shows behind quotes, as `line:column — Name`, lines and columns from 1. */
export async function speakerHints({ document }: vscode.TextEditor): Promise<string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    document.validateRange(all),
  );
  return hints.map(({ position: { line, character }, label }) => {
    const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    return `${String(line + 1)}:${String(character + 1)} ${words}`;
  });
}
