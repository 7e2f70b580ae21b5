import * as vscode from 'vscode';
import { toOffset, toRange } from '../../host/convert';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import type { ArticleStore } from '../../workspace/articleStore';
import { highlightsAt, type HighlightRole } from './highlights';

/**
 * Highlights what belongs to the annotation at the cursor, in place of the words with the same letters. Without
 * one, VS Code highlights those.
 */
export function documentHighlights(articles: ArticleStore): vscode.DocumentHighlightProvider {
  return {
    async provideDocumentHighlights(document, position) {
      const shown = await annotationsIn(articles, document);
      if (!shown) return undefined;
      const { set, text } = shown;
      const highlights = highlightsAt(set, toOffset(text, position));
      if (highlights.length === 0) return undefined;
      return highlights.map(
        ({ span, role }) => new vscode.DocumentHighlight(toRange(text, span), kindOf(role)),
      );
    },
  };
}

function kindOf(role: HighlightRole): vscode.DocumentHighlightKind {
  switch (role) {
    case 'first':
    case 'content':
      return vscode.DocumentHighlightKind.Write;
    case 'further':
    case 'speaker':
      return vscode.DocumentHighlightKind.Read;
    case 'cue':
      return vscode.DocumentHighlightKind.Text;
  }
}
