import * as vscode from 'vscode';
import { renameType as typeChange } from '../../core/edit/typeEdits';
import { typePlaces } from '../../core/schema/typePlaces';
import { actionRunning } from '../../host/codeActions';
import { argumentOf, registerCommand, showError } from '../../host/commands';
import { toProblemRange } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { withProgress } from '../../host/progress';
import { UserError } from '../../host/userError';
import { schemaFileName } from '../../core/schema/location';
import { annotatedFiles, lookAtEach, naming } from '../../workspace/articleFiles';
import {
  inverseRename,
  isRenamed,
  renameEdit,
  renameInSchema,
  saysRenamed,
  type SchemaRename,
} from '../../workspace/schemaRename';
import { schemaUri, type ProjectSchema } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import { demandSchemaUri } from './openSchema';

const files: vscode.DocumentSelector = { pattern: `**/${schemaFileName}` };

/** Renames a type of the schema, and with it the type of all entities of the project that have it. */
export function registerTypeRenaming(services: Services): vscode.Disposable {
  const renamer = new TypeRenamer(services);
  return disposeAll(
    registerCommand('chiosa.renameType', services.log, (argument) =>
      renamer.run(argumentOf(argument)),
    ),
    vscode.languages.registerRenameProvider(files, renamer),
    vscode.languages.registerCodeActionsProvider(files, renamer, {
      providedCodeActionKinds: [vscode.CodeActionKind.Refactor],
    }),
    services.schemas.onDidChange((project) => {
      renamer.follow(project).catch((error: unknown) => showError(error, services.log));
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      renamer.followTyping(event);
    }),
  );
}

/** The argument of `chiosa.renameType`, for links: what is not said is asked. */
interface RenameTypeArgument {
  readonly type?: string;
}

class TypeRenamer implements vscode.RenameProvider, vscode.CodeActionProvider {
  readonly #services: Services;
  /** What the editor is renaming, or only shows how it would: once the schema says so, the sidecars follow. */
  #renaming: SchemaRename | undefined;
  /** The schemas in which an editor has undone or redone something that may not be saved yet. */
  readonly #turned = new Set<string>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** Asks which type is to be renamed and how, and changes the schema and the sidecars. */
  async run({ type }: RenameTypeArgument): Promise<void> {
    const uri = demandSchemaUri(this.#services);
    const document = await openIfThere(uri);
    const ids = new Set(document && typePlaces(document.getText()).map(({ id }) => id));
    if (!document || ids.size === 0) {
      throw new UserError(vscode.l10n.t('There is no type to rename: chiosa.yaml declares none.'), {
        title: vscode.l10n.t('Open Schema'),
        command: 'chiosa.openSchema',
      });
    }
    const from = type !== undefined && ids.has(type) ? type : await this.#pick(uri, [...ids]);
    const to = from && (await this.#askId(from, ids));
    if (!to) return;
    await document.save();
    await renameEverywhere(this.#services, { uri, from, to });
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position) {
    const place = placeAt(document, position);
    if (!place) throw new Error(vscode.l10n.t('Only the ids of types can be renamed here.'));
    return { range: place.range, placeholder: place.id };
  }

  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): vscode.WorkspaceEdit | undefined {
    const place = placeAt(document, position);
    const to = newName.trim();
    if (!place || to === place.id) return undefined;
    const ids = new Set(typePlaces(document.getText()).map(({ id }) => id));
    const misfit = misfitOf(to, ids);
    if (misfit !== undefined) throw new Error(misfit);
    this.#renaming = { uri: document.uri, from: place.id, to };
    return renameEdit(document, this.#renaming);
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const place = placeAt(document, range.start);
    if (!place) return [];
    const title = vscode.l10n.t('Rename type “{0}” everywhere…', place.id);
    const { Refactor } = vscode.CodeActionKind;
    return [actionRunning(Refactor, title, 'chiosa.renameType', { type: place.id })];
  }

  /**
   * Once the schema says the new id, the entities of the project get it too; where an editor has made it say the
   * old one again, they follow as well. A schema that comes from outside has its own sidecars with it.
   */
  async follow({ uri }: ProjectSchema): Promise<void> {
    const renaming = this.#renaming;
    if (renaming?.uri.toString() !== uri.toString() || !(await isRenamed(renaming))) {
      if (this.#turned.delete(uri.toString())) await this.#services.articles.followSchema(uri);
      return;
    }
    this.#renaming = undefined;
    await renameEverywhere(this.#services, renaming);
  }

  /** Where the user goes on writing without the renaming, it was not wanted. */
  followTyping({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (reason !== undefined && this.#services.schemas.isSchema(document.uri)) {
      this.#turned.add(document.uri.toString());
    }
    const renaming = this.#renaming;
    if (renaming?.uri.toString() !== document.uri.toString()) return;
    const isTyped = contentChanges.length > 0 && reason === undefined;
    if (isTyped && !saysRenamed(document.getText(), renaming)) this.#renaming = undefined;
  }

  async #pick(uri: vscode.Uri, ids: readonly string[]): Promise<string | undefined> {
    const schema = this.#services.schemas.of(uri);
    const items = ids.map((label) => ({ label, description: typeName(label, schema) }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Rename Type'),
      placeHolder: vscode.l10n.t('Which type is to have another id?'),
    });
    return picked?.label;
  }

  async #askId(from: string, ids: ReadonlySet<string>): Promise<string | undefined> {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename Type “{0}”', from),
      value: from,
      prompt: vscode.l10n.t('The new id, in chiosa.yaml and in all sidecars.'),
      validateInput: (value) => (value === from ? undefined : misfitOf(value.trim(), ids)),
    });
    const to = text?.trim();
    return to === from ? undefined : to;
  }
}

/** What is wrong with a new id; undefined for a good one. */
function misfitOf(id: string, taken: ReadonlySet<string>): string | undefined {
  if (id === '') return vscode.l10n.t('Write an id.');
  return taken.has(id) ? vscode.l10n.t('There is a type “{0}” already.', id) : undefined;
}

function placeAt(document: vscode.TextDocument, position: vscode.Position) {
  return typePlaces(document.getText())
    .map(({ id, range }) => ({ id, range: toProblemRange(range) }))
    .find(({ range }) => range.contains(position));
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Renames a type in the schema, unless that says so already, and in all sidecars of its project: one act. */
async function renameEverywhere(
  { articles, schemas }: Services,
  rename: SchemaRename,
): Promise<void> {
  const { uri: schema, from, to } = rename;
  const title = vscode.l10n.t('The type “{0}” is renamed “{1}”', from, to);
  const find = async (token: vscode.CancellationToken) => {
    const all = await annotatedFiles(schemas, token);
    const own = all.filter((uri) => schemaUri(uri)?.toString() === schema.toString());
    return naming(own, [from], token);
  };
  try {
    const { found, leftOut } = await withProgress(title, (watch) =>
      lookAtEach(articles, watch, find, (each) => [
        { ...each, change: typeChange(each.state.set, from, to) },
      ]),
    );
    await articles.applyAll(title, found, leftOut, rename);
  } catch (error) {
    // The editor may have renamed it in the schema before the sidecars were looked at.
    if (error instanceof vscode.CancellationError) await renameInSchema(inverseRename(rename));
    throw error;
  }
}
