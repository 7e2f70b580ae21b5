import * as vscode from 'vscode';
import type { Mention, Quote, Target } from '../../core/model/annotation';
import { mentionsOf } from '../../core/model/annotationSet';
import { mentionsAt, quoteIndex } from '../../core/model/spanIndex';
import { nodeOf, targetOf, type SidecarPlace } from '../../core/sidecar/sidecarPlace';
import { toOffset } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { ArticleState } from '../../workspace/articleState';
import type { EditedArticle } from '../../workspace/activeArticle';
import { bringToFront, reveal, select, toOpenSidecar } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import {
  articleOfSidecar,
  placeIn,
  rangeIn,
  sourceIn,
  spansQuoted,
} from '../../workspace/sidecarDocument';

/** Where an act is meant, for links. Zero-based, the column in UTF-16 code units. */
export interface GoToArgument {
  readonly at?: { readonly uri: string; readonly line: number; readonly column: number };
}

/** Goes from the annotation at the cursor in the article to what the sidecar says of it. */
export async function goToSidecar({ active }: Services, { at }: GoToArgument): Promise<void> {
  const edited = await active.demand(at && vscode.Uri.parse(at.uri));
  const { article, state } = edited;
  if (state.source === undefined) {
    throw new UserError(
      vscode.l10n.t('This article has no annotations yet, so it has no sidecar.'),
    );
  }
  const annotation = annotationMeant(edited, at && new vscode.Position(at.line, at.column));
  const document = await vscode.workspace.openTextDocument(article.sidecar);
  const { source, tree } = sourceIn(document);
  const node = annotation && nodeOf(source, tree, annotation);
  if (!node) {
    throw new UserError(
      vscode.l10n.t('There is no annotation at the cursor, or its sidecar is being edited.'),
      toOpenSidecar(article.sidecar),
    );
  }
  const { start } = rangeIn(document, node);
  const column = columnOf(article.sidecar) ?? vscode.ViewColumn.Beside;
  select(await bringToFront(article.sidecar, column), [new vscode.Range(start, start)]);
}

/** The group of editors that has a file, which another one may hide. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    ),
  );
  return group?.viewColumn;
}

/** Goes from what stands at the cursor in a sidecar to the words of the article. */
export async function goToText({ articles }: Services, { at }: GoToArgument): Promise<void> {
  const { document, position } = await sidecarMeant(at);
  const article = await articleOfSidecar(articles, document);
  if (!article) throw notInSidecar();
  const place = placeIn(document, position);
  const target = place && targetMeant(article.state, place);
  if (!target) {
    throw new UserError(
      vscode.l10n.t(
        'Nothing of the article is quoted here. Put the cursor on an entity or a quote.',
      ),
    );
  }
  await reveal(article, target);
}

/** The sidecar, and the place in it, that an argument says, or where the cursor is. */
async function sidecarMeant(
  at: GoToArgument['at'],
): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  if (at) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(at.uri));
    return { document, position: new vscode.Position(at.line, at.column) };
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw notInSidecar();
  return { document: editor.document, position: editor.selection.active };
}

function notInSidecar(): UserError {
  return new UserError(vscode.l10n.t('Open a sidecar first, a file *.ann.yaml.'));
}

/** The words that are quoted at a place, or else the first that refer to the entity that is described or named there. */
function targetMeant(state: ArticleState, { words, entity, id }: SidecarPlace): Target | undefined {
  if (words && !id) {
    const spans = spansQuoted(state, words);
    return (
      targetOf(state.set, words) ?? {
        selectors: words.selectors,
        ...(spans.length > 0 && { spans }),
      }
    );
  }
  return entity === undefined ? undefined : mentionsOf(state.set, entity)[0]?.target;
}

/** The mention at a place, or else the innermost quote of which a part stands there. */
function annotationMeant(
  { state, file, selections }: EditedArticle,
  at: vscode.Position | undefined,
): Mention | Quote | undefined {
  const position = at ?? selections[0]?.active;
  if (!position) return undefined;
  const offset = toOffset(file.text, position);
  const length = ({ span }: { readonly span: { start: number; end: number } }) =>
    span.end - span.start;
  const [part] = quoteIndex(state.set)
    .touching(offset)
    .sort((a, b) => length(a) - length(b));
  return mentionsAt(state.set, offset)[0] ?? part?.item.quote;
}
