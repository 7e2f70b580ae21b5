import * as vscode from 'vscode';
import { typeInsertion } from '../../core/schema/typeInsertion';
import {
  editsAtOnce,
  fixesAt,
  type FixContext,
  type SidecarFix,
} from '../../core/sidecar/sidecarFixes';
import type { SourceEdit } from '../../core/sidecar/sourceEdit';
import { nodesAt, textAt } from '../../core/sidecar/yamlNode';
import { fixRunning } from '../../host/codeActions';
import { toRange } from '../../host/convert';
import { schemaUri } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';
import {
  articleOfSidecar,
  placeIn,
  rangeIn,
  sidecarFiles,
  sourceIn,
  spansQuoted,
} from '../../workspace/sidecarDocument';
import { typeName } from '../../workspace/typeNames';

/** Problems whose likeliest fix can be made everywhere in a sidecar at once. */
const fixableAtOnce = ['duplicate-annotation', 'entity-elsewhere'] as const;

/** Quick fixes of what a sidecar says: edits of its lines, which can be undone there, and the acts that mend it. */
export function registerQuickFixes(services: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics }) {
      const context = contextOf(services, document);
      const own = diagnostics.filter(({ source }) => source === 'chiosa');
      const found = await Promise.all(
        own.map(async (diagnostic) => [
          ...editsOf(document, diagnostic, context),
          ...(await actsFor(services, document, diagnostic)),
        ]),
      );
      const atOnce = fixableAtOnce.flatMap((code) => allAtOnce(document, code, own, context));
      return [...found.flat(), ...atOnce];
    },
  };
  return vscode.languages.registerCodeActionsProvider(sidecarFiles, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function contextOf({ schemas, corpus }: Services, document: vscode.TextDocument): FixContext {
  const known = (id: string) => corpus.known.get(id)?.entity;
  return { ...sourceIn(document), schema: schemas.of(document.uri), known };
}

function fixesOf(
  document: vscode.TextDocument,
  { code, range }: vscode.Diagnostic,
  context: FixContext,
): SidecarFix[] {
  return typeof code === 'string' ? fixesAt(code, document.offsetAt(range.start), context) : [];
}

function editsOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  context: FixContext,
): vscode.CodeAction[] {
  return fixesOf(document, diagnostic, context).map((fix) => {
    const action = actionFor(titleOf(fix, context), diagnostic);
    action.edit = editOf(document, fix.edits);
    action.isPreferred = fix.isLikely;
    return action;
  });
}

/** One action for all problems of the same sort, where there are several. */
function allAtOnce(
  document: vscode.TextDocument,
  code: (typeof fixableAtOnce)[number],
  own: readonly vscode.Diagnostic[],
  context: FixContext,
): vscode.CodeAction[] {
  const asked = own.filter((each) => each.code === code);
  if (asked.length === 0) return [];
  const offsets = vscode.languages
    .getDiagnostics(document.uri)
    .filter((each) => each.source === 'chiosa' && each.code === code)
    .map(({ range }) => document.offsetAt(range.start));
  const edits = editsAtOnce(code, offsets, context);
  if (edits.length === 0) return [];
  const title =
    code === 'duplicate-annotation'
      ? vscode.l10n.t('Remove All That Stands Twice')
      : vscode.l10n.t('Describe All Speakers as in the Other Articles');
  const action = actionFor(title, ...asked);
  action.edit = editOf(document, edits);
  return [action];
}

/** What is no edit of the sidecar's lines. */
async function actsFor(
  services: Services,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const { code } = diagnostic;
  if (code === 'quote-without-speaker') return speakerAct(services, document, diagnostic);
  if (code === 'text-changed') return carryOverAct(services, document, diagnostic);
  return code === 'unknown-type' ? declaringAct(services, document, diagnostic) : [];
}

async function speakerAct(
  { articles }: Services,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const article = await articleOfSidecar(articles, document);
  const words = placeIn(document, diagnostic.range.start)?.words;
  const text = article?.state.file?.text;
  const [span] = article && words ? spansQuoted(article.state, words) : [];
  if (!article || !text || !span) return [];
  const { line, character: column } = toRange(text, span).start;
  const at = { uri: article.uri.toString(), line, column };
  return [fixRunning(diagnostic, vscode.l10n.t('Set Speaker…'), 'chiosa.setSpeaker', { at })];
}

async function carryOverAct(
  { articles }: Services,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const article = await articleOfSidecar(articles, document);
  if (!article) return [];
  const title = vscode.l10n.t('Carry the Annotations Over to the Article as It Is Now');
  return [fixRunning(diagnostic, title, '_chiosa.carryOver', { uri: article.uri.toString() })];
}

/** A type that the project's schema does not declare yet, where it declares some. */
async function declaringAct(
  { schemas }: Services,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const { source, tree } = sourceIn(document);
  const node = nodesAt(tree, document.offsetAt(diagnostic.range.start)).at(-1);
  const type = node ? textAt(source, node, []) : '';
  const isKnown = schemas.of(document.uri).types.some(({ id }) => id === type);
  const uri = schemaUri(document.uri);
  if (node?.step !== 'type' || type === '' || isKnown || !uri) return [];
  const isThere = [...schemas.all].some(
    (each) => each.uri.toString() === uri.toString() && each.source !== undefined,
  );
  if (!isThere) return [];
  const schema = await vscode.workspace.openTextDocument(uri);
  const edit = typeInsertion(schema.getText(), type);
  if (!edit) return [];
  const action = actionFor(vscode.l10n.t('Declare “{0}” in chiosa.yaml', type), diagnostic);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(uri, rangeIn(schema, edit), edit.text);
  return [action];
}

function actionFor(title: string, ...diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  return action;
}

function editOf(document: vscode.TextDocument, edits: readonly SourceEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) result.replace(document.uri, rangeIn(document, edit), edit.text);
  return result;
}

function titleOf({ kind, words }: SidecarFix, { schema }: FixContext): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'replace':
      return t('Change to {0}', words);
    case 'describe':
      return t('Describe {0} Here as in the Other Articles', words);
    case 'describeNew':
      return t('Describe {0} Here, as {1}', words, typeName(schema.types[0]?.id ?? '', schema));
    case 'remove':
      return t('Remove It');
    case 'version':
      return t('Write “{0}” at the Top', words);
  }
}

/** The argument of `_chiosa.carryOver`: the article. */
export interface CarryOverArgument {
  readonly uri: string;
}

/** Writes the sidecar for the article's present text, as saving the article does. */
export async function carryOver({ articles }: Services, { uri }: CarryOverArgument): Promise<void> {
  await articles.use(vscode.Uri.parse(uri), async (article) => {
    await article.reload();
    await article.save();
  });
}
