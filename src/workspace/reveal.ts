import * as vscode from 'vscode';
import { spansOf, wordsOf, type Target } from '../core/model/annotation';
import { partNow, type AnnotationPart } from '../core/model/parts';
import { shortened } from '../core/text/shortened';
import { toRange } from '../host/convert';
import { UserError, type MessageAction } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';

/** Brings a file to the front: in the group of editors that shows it, or else in `otherwise`. */
export async function bringToFront(
  uri: vscode.Uri,
  otherwise = vscode.ViewColumn.Active,
): Promise<vscode.TextEditor> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === uri.toString(),
  );
  return vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? otherwise });
}

/** Selects the words of an annotation in the editor. @throws {UserError} where their place is not certain */
export async function reveal(
  { uri, state, sidecar }: AnnotatedArticle,
  target: Target,
): Promise<void> {
  const text = state.file?.text;
  const ranges = text ? spansOf(target).map((span) => toRange(text, span)) : [];
  if (ranges.length === 0) {
    throw new UserError(
      vscode.l10n.t('“{0}” has no certain place in the article.', shortened(wordsOf(target))),
      toOpenSidecar(sidecar),
    );
  }
  select(await bringToFront(uri), ranges);
}

/** The button of a message that opens a sidecar. */
export function toOpenSidecar(sidecar: vscode.Uri): MessageAction {
  return { title: vscode.l10n.t('Open Sidecar'), command: 'vscode.open', arguments: [sidecar] };
}

/**
 * The same of a part as it was known once, where it stands now: the article may have changed since.
 * @throws {UserError} as `reveal`, and where it is not annotated any more
 */
export async function revealPart(article: AnnotatedArticle, part: AnnotationPart): Promise<void> {
  await article.reload();
  const now = partNow(article.state.set, part);
  if (!now) {
    const words = shortened(wordsOf(part.target));
    throw new UserError(vscode.l10n.t('“{0}” is not annotated in the article any more.', words));
  }
  await reveal(article, now.target);
}

/** Selects the ranges, and shows the first. */
export function select(editor: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
  editor.selections = ranges.map(({ start, end }) => new vscode.Selection(start, end));
  const [first] = ranges;
  if (!first) return;
  editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
