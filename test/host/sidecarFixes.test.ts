import assert from 'assert';
import * as vscode from 'vscode';
import { ask, elsewhere, leaveSidecar, openSidecar, sidecarLines, text } from './support/sidecars';
import { problems, read, until } from './support/workbench';

describe('quick fixes in a sidecar', () => {
  afterEach(leaveSidecar);

  /** Waits for the problem, takes the fix with this title, saves, and gives what the file holds then. */
  async function fixed(lines: readonly string[], code: string, title: string, eol = '\n') {
    const { document, sidecar } = await openSidecar(lines, text, eol);
    const problem = await until(`there is ${code}`, () =>
      vscode.languages.getDiagnostics(sidecar).find((each) => each.code === code),
    );
    const actions = await ask<vscode.CodeAction[]>('CodeActionProvider', document, problem.range);
    const action = actions.find((each) => each.title === title);
    assert.ok(action, `${title} is among ${actions.map((each) => each.title).join(', ')}`);
    if (action.edit) await vscode.workspace.applyEdit(action.edit);
    const { command } = action;
    if (command) {
      await vscode.commands.executeCommand(
        command.command,
        ...((command.arguments ?? []) as unknown[]),
      );
    }
    await document.save();
    const before = vscode.languages.getDiagnostics(sidecar).filter((each) => each.code === code);
    await until('there is one less', () => {
      const now = vscode.languages.getDiagnostics(sidecar).filter((each) => each.code === code);
      return now.length < before.length || now.length === 0;
    });
    return (await read(sidecar)) ?? '';
  }

  const changed = (from: string | RegExp, to: string) =>
    sidecarLines.map((line) => line.replace(from, to));

  it('correct a key, a type and a kind, and leave all else byte for byte', async () => {
    for (const eol of ['\n', '\r\n']) {
      for (const [from, to, code, title] of [
        ['prefix: ', 'prefx: ', 'unknown-key', 'Change to prefix'],
        ['type: person', 'type: persona', 'unknown-type', 'Change to person'],
      ] as const) {
        const result = await fixed(changed(from, to), code, title, eol);
        assert.equal(result, sidecarLines.join(eol));
      }
    }
  });

  it('write the version, and remove what stands twice', async () => {
    const expected = sidecarLines.join('\n');
    const version = await fixed(
      sidecarLines.slice(1),
      'version-missing',
      'Write “chiosa: 1” at the Top',
    );
    assert.equal(version, expected);
    const mention = sidecarLines[6] ?? '';
    const twice = [...sidecarLines.slice(0, 7), mention, ...sidecarLines.slice(7)];
    assert.equal(await fixed(twice, 'duplicate-annotation', 'Remove It'), expected);
    const thrice = [...twice.slice(0, 7), mention, ...twice.slice(7)];
    const title = 'Remove All That Stands Twice';
    assert.equal(await fixed(thrice, 'duplicate-annotation', title), expected);
  });

  it('describe a speaker as other articles do, or take the id that is meant', async () => {
    await elsewhere('Noa Fiorenzani', 'noa-fiorenzani');
    const of = (id: string) => changed('entity: zoe-marlisa', `entity: ${id}`);
    assert.equal(
      await fixed(
        of('noa-fiorenzani'),
        'entity-elsewhere',
        'Describe Noa Fiorenzani Here as in the Other Articles',
      ),
      of('noa-fiorenzani')
        .join('\n')
        .replace(
          'entities:\n',
          'entities:\n  noa-fiorenzani:\n    name: Noa Fiorenzani\n    type: person\n',
        ),
    );
    assert.equal(
      await fixed(of('zoe-marlissa'), 'unknown-entity', 'Change to zoe-marlisa'),
      sidecarLines.join('\n'),
    );
  });

  it('carry the annotations over to an article that has changed', async () => {
    const old = 'text: 9d1f0c2c51b7a8c0d8a6b0c1d0f3b0a2f7c8e9d4';
    const lines = [sidecarLines[0] ?? '', old, ...sidecarLines.slice(1)];
    const title = 'Carry the Annotations Over to the Article as It Is Now';
    const result = await fixed(lines, 'text-changed', title);
    assert.match(result, /^text: (?!9d1f)[0-9a-f]{40}$/m);
  });

  it('are none for what has been mended and not saved', async () => {
    const { document, sidecar, editor } = await openSidecar(
      changed('type: person', 'type: persona'),
    );
    await until('the type is unknown', () =>
      problems(sidecar).some((each) => each.endsWith('unknown-type')),
    );
    const range = new vscode.Range(4, 10, 4, 17);
    await editor.edit((edit) => {
      edit.replace(range, 'work');
    });
    const actions = await ask<vscode.CodeAction[]>('CodeActionProvider', document, range);
    assert.ok(!actions.some(({ title }) => title.startsWith('Change to')));
  });
});
