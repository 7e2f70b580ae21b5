import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, hover, openArticle, read, run, until, uriOf, write } from './support/workbench';

const text = 'Ada Perrin parla. Il lago sale.\n';
const schema = uriOf('chiosa.yaml');

/** What VS Code has of the extension's manifest. */
interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly contributes: {
    readonly yamlValidation: readonly { readonly url: string }[];
    readonly languages: readonly { readonly aliases: readonly string[] }[];
  };
}

/** The sentences of a file in the Problems panel, sorted, once there are some. */
async function messagesOf(uri: vscode.Uri): Promise<string[]> {
  await until('there are problems', () => vscode.languages.getDiagnostics(uri).length > 0);
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ message }) => message)
    .sort();
}

// In a run of its own, whose VS Code takes extensions to be read in Italian.
describe('in Italian', () => {
  before(function () {
    if (process.env['CHIOSA_TEST_LANGUAGE'] !== 'it') this.skip();
    assert.equal(vscode.env.language, 'it');
  });

  afterEach(async () => {
    await closeAll();
    if ((await read(schema)) !== undefined) await vscode.workspace.fs.delete(schema);
  });

  it('says what is wrong in a sidecar, reasons and all', async () => {
    const { sidecar } = await openArticle(text, {
      sidecar:
        'chiosa: 1\narticle: { title: 5, status: finito }\nentities: { ada: { name: Ada } }\nquotes: Ada: parla\n',
    });
    assert.deepEqual(await messagesOf(sidecar), [
      'Questo non è YAML valido: in questa riga comincia una seconda chiave, o il rientro della riga è sbagliato. Metti tra virgolette (") le parole con i due punti.',
      '«article.status»: qui va una di queste parole: draft, reviewed, done',
      '«article.title»: qui va del testo: mettilo tra virgolette (")',
      '«entities.ada.type»: manca',
      '«quotes»: qui va un elenco',
    ]);
  });

  it('says what is wrong in the schema', async () => {
    await write(schema, 'types: { nave: { key: NN } }\n');
    assert.deepEqual(await messagesOf(schema), [
      '«types.nave.key»: un tasto è una sola lettera dalla a alla z, o una cifra',
    ]);
  });

  it('writes the schema to begin with, and says what its keys mean', async () => {
    await run('openSchema');
    const template = (await read(schema)) ?? '';
    assert.match(template, /^# Che cosa annota questo progetto\./);
    assert.doesNotMatch(template, /\b(?:the|of|and|which|are)\b/i);
    await write(schema, 'types: { nave: { key: v } }\n');
    const editor = await vscode.window.showTextDocument(schema);
    await until('it is read again', () => editor.document.getText().startsWith('types'));
    assert.match(await hover(editor, 'key'), /^Il tasto che in modalità annotazione/);
  });

  it('says what the keys of a sidecar mean', async () => {
    const { sidecar } = await openArticle(text, { sidecar: 'chiosa: 1\n\n' });
    const document = await vscode.workspace.openTextDocument(sidecar);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      sidecar,
      document.positionAt('chiosa: 1\n'.length),
    );
    const descriptions = items.map(({ label, documentation }) => [
      typeof label === 'string' ? label : label.label,
      documentation instanceof vscode.MarkdownString ? documentation.value : documentation,
    ]);
    assert.deepEqual(
      descriptions.find(([label]) => label === 'entities'),
      ['entities', 'Le entità, secondo i loro identificatori.'],
      JSON.stringify(descriptions),
    );
  });

  it('shows hover cards', async () => {
    const { editor } = await openArticle(text, {
      sidecar:
        'chiosa: 1\nentities: { ada: { name: Ada, type: person, mentions: [ { exact: Ada Perrin } ] } }\n',
    });
    const card = await until('its card', () => hover(editor, 'Ada'));
    assert.match(card, /Persona[^]*Menzioni in questo articolo: 1[^]*Scritto anche: Ada Perrin/);
  });

  it('has a manifest that VS Code and its YAML extension read so', () => {
    const manifests = vscode.extensions.all.map(({ packageJSON }) => packageJSON as Manifest);
    const manifest = manifests.find(({ name }) => name === 'chiosa');
    assert.match(manifest?.description ?? '', /^Annota nell’editor/);
    const { yamlValidation, languages } = manifest?.contributes ?? {};
    assert.ok(yamlValidation?.every(({ url }) => url.endsWith('.schema.it.json')));
    assert.deepEqual(languages?.[0]?.aliases, ['Articolo di giornale']);
  });
});
