import assert from 'assert';
import * as vscode from 'vscode';
import { ask, elsewhere, leaveSidecar, openSidecar, text } from './support/sidecars';
import {
  acceptUntil,
  eventually,
  read,
  removeSchema,
  until,
  uriOf,
  write,
} from './support/workbench';

const schema = uriOf('chiosa.yaml');

const project = [
  '# what we annotate',
  'types:',
  '  person: { key: p }',
  '  ship: { key: v, label: Vessel } # floats',
  'quoteKinds: { direct: {}, mixed: {} }',
  'attributes:',
  '  entity: { imo: { values: text, types: [ ship ] } }',
  '  mention: { metonym: boolean }',
  '  quote: { stance: [ for, against ] }',
  '',
].join('\n');

const mended = [
  'chiosa: 1',
  'entities:',
  '  zoe-marlisa:',
  '    name: Zoë Marlisa',
  '    type: person',
  '    mentions:',
  '      - { exact: Zoë Marlisa, metonym: true } # sì',
  'quotes:',
  '  - kind: direct',
  '    content:',
  '      - { exact: Piove }',
  '    speaker: { entity: zoe-marlisa }',
  '    stance: against',
  '',
];

describe('quick fixes in a project with a schema', () => {
  before(async () => {
    await write(schema, project);
  });
  afterEach(leaveSidecar);
  after(removeSchema);

  /** The sidecar with a problem, and its quick fixes by their titles. */
  async function fixesOf(code: string, ...changes: readonly [from: string, to: string][]) {
    const lines = mended.map((line) =>
      changes.reduce((changed, [from, to]) => changed.replace(from, to), line),
    );
    const opened = await openSidecar(lines, text);
    const { document, sidecar } = opened;
    const found = await until(`there is ${code}`, () => {
      const problem = vscode.languages.getDiagnostics(sidecar).find((each) => each.code === code);
      return problem?.message.includes('work') === true ? undefined : problem;
    });
    const actions = await ask<vscode.CodeAction[]>('CodeActionProvider', document, found.range);
    return { ...opened, fixes: new Map(actions.map((each) => [each.title, each])), lines };
  }

  /** Takes a fix, and gives what the file holds once it is saved. */
  async function take(
    { document, sidecar, fixes }: Awaited<ReturnType<typeof fixesOf>>,
    title: string,
  ): Promise<string> {
    const { edit } = fixes.get(title) ?? {};
    assert.ok(edit, `${title} is among ${[...fixes.keys()].join(', ')}`);
    await vscode.workspace.applyEdit(edit);
    await document.save();
    return (await read(sidecar)) ?? '';
  }

  it('offer each kind of quotes', async () => {
    const found = await fixesOf('unknown-quote-kind', ['kind: direct', 'kind: indirect']);
    assert.deepEqual(
      [...found.fixes.keys()].filter((title) => title.startsWith('Change')),
      ['Change to direct', 'Change to mixed'],
    );
    assert.equal(await take(found, 'Change to direct'), mended.join('\n'));
  });

  it('offer the values that an attribute may have', async () => {
    const stance = await fixesOf('unknown-attribute-value', ['against', 'neutral']);
    assert.ok(stance.fixes.has('Change to for'));
    assert.equal(await take(stance, 'Change to against'), mended.join('\n'));
    const metonym = await fixesOf('unknown-attribute-value', ['metonym: true', 'metonym: sì']);
    assert.ok(metonym.fixes.has('Change to false'));
    assert.equal(await take(metonym, 'Change to true'), mended.join('\n'));
  });

  it('remove an attribute that entities of the type do not have', async () => {
    const found = await fixesOf('misplaced-attribute', [
      '    type: person',
      '    type: person\n    imo: "1234"',
    ]);
    assert.equal(await take(found, 'Remove It'), mended.join('\n'));
  });

  it('declare a type in the schema, whose other lines stay', async () => {
    const found = await fixesOf('unknown-type', ['type: person', 'type: lighthouse']);
    const { edit } = found.fixes.get('Declare “lighthouse” in chiosa.yaml') ?? {};
    assert.ok(edit);
    await vscode.workspace.applyEdit(edit);
    const document = await vscode.workspace.openTextDocument(schema);
    await document.save();
    assert.equal(await read(schema), project.replace('floats\n', 'floats\n  lighthouse:\n'));
    await until('the type is known', () =>
      vscode.languages.getDiagnostics(found.sidecar).every(({ code }) => code !== 'unknown-type'),
    );
    await write(schema, project);
  });

  it('describe one speaker that nobody knows, as the first type, or all that others describe', async () => {
    const unknown = await fixesOf('unknown-entity', ['entity: zoe-marlisa', 'entity: ubaldo-renk']);
    const record = '  ubaldo-renk:\n    name: Ubaldo Renk\n    type: person\n';
    const described = await take(unknown, 'Describe Ubaldo Renk Here, as Person');
    assert.equal(
      described,
      unknown.lines.join('\n').replace('entities:\n', `entities:\n${record}`),
    );
    await leaveSidecar();
    await elsewhere('Mira Qualunque', 'mira-qualunque');
    await elsewhere('Vito Qualsiasi', 'vito-qualsiasi');
    const second =
      '\n  - kind: direct\n    content: [ { exact: Smette } ]\n    speaker: { entity: mira-qualunque }';
    const all = await fixesOf(
      'entity-elsewhere',
      ['entity: zoe-marlisa', 'entity: vito-qualsiasi'],
      ['    stance: against', `    stance: against${second}`],
    );
    const result = await take(all, 'Describe All Speakers as in the Other Articles');
    const records = [
      ['mira-qualunque', 'Mira Qualunque'],
      ['vito-qualsiasi', 'Vito Qualsiasi'],
    ].map(([id, name]) => `  ${id ?? ''}:\n    name: ${name ?? ''}\n    type: person\n`);
    const expected = all.lines.join('\n').replace('entities:\n', `entities:\n${records.join('')}`);
    assert.equal(result, expected);
  });

  it('set the speaker of a quote without one, as in the article', async () => {
    const found = await fixesOf(
      'quote-without-speaker',
      ['    speaker: { entity: zoe-marlisa }\n', ''],
      ['    speaker: { entity: zoe-marlisa }', '    # nobody yet'],
    );
    const { command } = found.fixes.get('Set Speaker…') ?? {};
    assert.ok(command);
    const [argument] = command.arguments as [{ at: { uri: string; line: number; column: number } }];
    assert.equal(argument.at.uri, found.article.toString());
    assert.deepEqual([argument.at.line, argument.at.column], [1, 1]);
    const act = vscode.commands.executeCommand(command.command, argument);
    await acceptUntil('she says it', async () =>
      ((await read(found.sidecar)) ?? '').includes('entity: zoe-marlisa'),
    );
    await act;
  });

  it('complete types and attributes of the project', async () => {
    const { document } = await openSidecar(
      mended.map((line) => line.replace('type: person', 'type: ')),
    );
    await eventually('they are offered', async () => {
      const { items } = await ask<vscode.CompletionList>(
        'CompletionItemProvider',
        document,
        new vscode.Position(4, 10),
      );
      assert.deepEqual(
        items.map(({ label }) => (typeof label === 'string' ? label : label.label)),
        ['person', 'ship'],
      );
    });
  });
});
