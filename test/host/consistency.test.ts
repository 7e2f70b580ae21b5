import assert from 'assert';
import * as vscode from 'vscode';
import {
  allProblems,
  closeAll,
  eventually,
  read,
  run,
  sidecarOf,
  uriOf,
  write,
} from './support/workbench';

/** A sidecar of the text of all these articles, as Chiosa writes it, that describes one entity. */
const describing = (id: string, name: string, type = 'person') =>
  `chiosa: 1\ntext: 1e162d1ead49a3f73d27aefb061534b25f6b5c09\nentities:\n  ${id}:\n    name: ${name}\n    type: ${type}\n    mentions:\n      - { exact: Moppi }\n`;

/** Articles that no editor shows, with their sidecars, by names and sources. */
async function articles(sources: Readonly<Record<string, string>>): Promise<vscode.Uri[]> {
  for (const [name, source] of Object.entries(sources)) {
    await write(uriOf(name), 'Qui parla Moppi.\n');
    await write(sidecarOf(uriOf(name)), source);
  }
  return Object.keys(sources).map((name) => sidecarOf(uriOf(name)));
}

/** Takes the quick fix with this title, for the problems of the fourth line of a sidecar in an editor. */
async function fix(sidecar: vscode.Uri, title: string): Promise<void> {
  await vscode.window.showTextDocument(sidecar);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    sidecar,
    new vscode.Range(3, 0, 3, 99),
    vscode.CodeActionKind.QuickFix.value,
  );
  const command = actions.find((each) => each.title === title)?.command;
  assert.ok(command, `“${title}” is among ${actions.map((each) => each.title).join(' | ')}`);
  await vscode.commands.executeCommand(
    command.command,
    ...((command.arguments ?? []) as unknown[]),
  );
}

const reported = (sidecar: vscode.Uri | undefined, expected: readonly string[]) =>
  eventually(`${String(sidecar)} has ${expected.join(', ') || 'no problem'}`, () => {
    assert.ok(sidecar);
    assert.deepEqual(allProblems(sidecar), expected);
  });

describe('articles that disagree', () => {
  afterEach(closeAll);

  it('are reported where no editor shows them, and no more when they agree', async () => {
    const [first, second, third] = await articles({
      'accordo/a.txt': describing('ivo-moppi', 'Ivo Moppi'),
      'accordo/b.txt': describing('ivo-moppi', 'Ivo Moppi'),
      'accordo/c.txt': describing('ivo-moppi', 'I. Moppi', 'organization'),
    });
    await reported(third, ['4:3 differing-name', '4:3 differing-type']);
    await reported(first, []);
    await reported(second, []);
    assert.ok(third);
    await write(third, `# moved\n${describing('ivo-moppi', 'Ivo Moppi', 'event')}`);
    await reported(third, ['5:3 differing-type']);
    await write(third, `# moved\n\n${describing('ivo-moppi', 'Ivo Moppi', 'event')}`);
    await reported(third, ['6:3 differing-type']);
    await write(third, describing('ivo-moppi', 'Ivo Moppi'));
    await reported(third, []);
  });

  it('are made to agree in name and in type, one by one, and that is undone', async () => {
    const source = describing('ada-moppi', 'A. Moppi', 'organization');
    const [, , third] = await articles({
      'accordo/d.txt': describing('ada-moppi', 'Ada Moppi'),
      'accordo/e.txt': describing('ada-moppi', 'Ada Moppi'),
      'accordo/f.txt': source,
    });
    assert.ok(third);
    await reported(third, ['4:3 differing-name', '4:3 differing-type']);
    await fix(third, 'Name It “Ada Moppi” as in the Other Articles');
    const named = source.replace('A. Moppi', 'Ada Moppi');
    assert.equal(await read(third), named);
    await reported(third, ['4:3 differing-type']);
    await fix(third, 'Take the Type of the Other Articles, Person');
    assert.equal(await read(third), named.replace('organization', 'person'));
    await reported(third, []);
    await run('undo');
    await run('undo');
    assert.equal(await read(third), source);
    await reported(third, ['4:3 differing-name', '4:3 differing-type']);
  });

  it('are made to agree in their addresses, of which an entity may have several', async () => {
    const linked = (first: string, second: string) =>
      describing('rita-moppi', 'Rita Moppi').replace(
        /( {4}type: .*\n)/,
        `$1    sito: "https://${first}.example"\n    voce: "https://${second}.example"\n`,
      );
    // Keys that no schema knows are reported too, in what an editor shows.
    const linking = (sidecar: vscode.Uri, count: number) =>
      eventually(`${String(count)} addresses differ`, () => {
        const found = allProblems(sidecar).filter((each) => each.includes('differing-link'));
        assert.equal(found.length, count);
      });
    const [, , third] = await articles({
      'accordo/o.txt': linked('a', 'b'),
      'accordo/p.txt': linked('a', 'b'),
      'accordo/q.txt': linked('x', 'y'),
    });
    assert.ok(third);
    await linking(third, 2);
    await fix(third, 'Take https://b.example as in the Other Articles');
    assert.equal(await read(third), linked('x', 'b'));
    await linking(third, 1);
    await run('undo');
    assert.equal(await read(third), linked('x', 'y'));
  });

  it('become one entity of two of the same name, everywhere at once, and that is undone', async () => {
    const rare = describing('moppi-zeno', 'Zeno Moppi');
    const sidecars = await articles({
      'accordo/g.txt': describing('zeno-moppi', 'Zeno Moppi'),
      'accordo/h.txt': describing('zeno-moppi', 'Zeno Moppi'),
      'accordo/i.txt': describing('zeno-moppi', 'Zeno Moppi'),
      'accordo/j.txt': rare,
      'accordo/k.txt': rare,
    });
    const [first, , , fourth, fifth] = sidecars;
    assert.ok(fourth && fifth);
    await reported(first, []);
    await reported(fourth, ['4:3 shared-name']);
    await reported(fifth, ['4:3 shared-name']);
    await fix(fourth, 'Merge into zeno-moppi in All Articles');
    for (const sidecar of [fourth, fifth]) {
      assert.match((await read(sidecar)) ?? '', /^ {2}zeno-moppi:\n {4}name: Zeno Moppi$/m);
      await reported(sidecar, []);
    }
    await run('undo');
    for (const sidecar of [fourth, fifth]) {
      assert.equal(await read(sidecar), rare);
      await reported(sidecar, ['4:3 shared-name']);
    }
  });

  it('say who speaks in one that does not describe its speaker', async () => {
    const [described, speaking] = await articles({
      'accordo/l.txt': describing('lea-moppi', 'Lea Moppi'),
      'accordo/m.txt':
        'chiosa: 1\nquotes:\n  - kind: indirect\n    content:\n      - { exact: Qui parla }\n    speaker: { entity: lea-moppi, exact: Moppi }\n',
    });
    assert.ok(described && speaking);
    await vscode.window.showTextDocument(uriOf('accordo/m.txt'));
    await reported(speaking, ['6:24 entity-elsewhere']);
    await write(described, describing('lia-moppi', 'Lia Moppi'));
    await reported(speaking, ['6:24 unknown-entity']);
    await write(described, describing('lea-moppi', 'Lea Moppi'));
    await reported(speaking, ['6:24 entity-elsewhere']);
  });
});
