import * as vscode from 'vscode';
import { spansOf, wordsOf, type Target } from '../core/model/annotation';
import { shortened } from '../core/text/shortened';
import { toRange } from '../host/convert';
import { UserError } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';

/** Selects the words of an annotation in the editor. @throws {UserError} where their place is not certain */
export async function reveal(
  { uri, state, sidecar }: AnnotatedArticle,
  target: Target,
): Promise<void> {
  const text = state.file?.text;
  const ranges = text ? spansOf(target).map((span) => toRange(text, span)) : [];
  const [first] = ranges;
  if (!first) {
    throw new UserError(
      vscode.l10n.t('“{0}” has no certain place in the article.', shortened(wordsOf(target))),
      { title: vscode.l10n.t('Open Sidecar'), command: 'vscode.open', arguments: [sidecar] },
    );
  }
  const editor = await vscode.window.showTextDocument(uri);
  editor.selections = ranges.map((range) => new vscode.Selection(range.start, range.end));
  editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
