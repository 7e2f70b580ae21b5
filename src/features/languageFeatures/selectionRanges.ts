import * as vscode from 'vscode';
import { toOffset, toRange } from '../../host/convert';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import type { ArticleStore } from '../../workspace/articleStore';
import { wideningAt } from './widening';

/** The steps of “Expand Selection” in an article. VS Code adds its own, such as lines. */
export function selectionRanges(articles: ArticleStore): vscode.SelectionRangeProvider {
  return {
    async provideSelectionRanges(document, positions) {
      const shown = await annotationsIn(articles, document);
      if (!shown) return undefined;
      const { set, text } = shown;
      const article = new vscode.SelectionRange(toRange(text, { start: 0, end: text.text.length }));
      return positions.map((position) =>
        wideningAt(set, text.text, toOffset(text, position)).reduceRight(
          (parent, span) => new vscode.SelectionRange(toRange(text, span), parent),
          article,
        ),
      );
    },
  };
}
