import * as vscode from 'vscode';
import { saysNothing } from '../../core/corpus/articleSummary';
import type { ArticleStatus } from '../../core/model/annotationSet';
import { sidecarUri } from '../../workspace/sidecarFile';
import type { Services } from '../../workspace/services';
import { nameOf } from './articleItems';
import { figuresOf } from './articleTree';

/** Of articles that are annotated, by how far they are: beside their names in the explorer and on their tabs. */
const badges: Readonly<Record<ArticleStatus | 'none', string>> = {
  none: '○',
  draft: '◔',
  reviewed: '◑',
  done: '✓',
};

/** Marks the articles that have annotations wherever VS Code lists files. @param onDidChange when some, or any, are others */
export function articleBadges(
  { corpus }: Services,
  onDidChange: vscode.Event<vscode.Uri[] | undefined>,
): vscode.FileDecorationProvider {
  let isRead = false;
  return {
    onDidChangeFileDecorations: onDidChange,
    provideFileDecoration(uri) {
      // The explorer shows files before anybody opens one.
      if (!isRead) void corpus.now();
      isRead = true;
      const summary = corpus.known.summaryOf(sidecarUri(uri).toString());
      if (!summary || saysNothing(summary)) return undefined;
      const { mentions, quotes } = figuresOf(summary);
      const { status } = summary.fields;
      return {
        badge: badges[status ?? 'none'],
        tooltip: vscode.l10n.t(
          'Annotated ({0}): mentions: {1}, quotes: {2}',
          nameOf(status),
          mentions,
          quotes,
        ),
      };
    },
  };
}
