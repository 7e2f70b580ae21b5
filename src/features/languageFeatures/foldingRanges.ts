import * as vscode from 'vscode';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import type { ArticleStore } from '../../workspace/articleStore';
import { foldsOf } from './folds';

/**
 * Folds long quotes and boilerplate, which is to news what comments are to code, so that VS Code’s commands that
 * fold all comments fold it. Where there is none of these VS Code folds by indentation, as in any text.
 */
export function foldingRanges(articles: ArticleStore): vscode.FoldingRangeProvider {
  return {
    async provideFoldingRanges(document) {
      const shown = await annotationsIn(articles, document);
      const folds = shown && foldsOf(shown.set, shown.text);
      if (!folds || folds.length === 0) return undefined;
      return folds.map(({ of, first, last }) =>
        of === 'boilerplate'
          ? new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Comment)
          : new vscode.FoldingRange(first, last),
      );
    },
  };
}
