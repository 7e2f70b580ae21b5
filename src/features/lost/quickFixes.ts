import * as vscode from 'vscode';
import type { AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import type { Span } from '../../core/text/span';
import { fixRunning } from '../../host/codeActions';
import { toProblemRange } from '../../host/convert';
import type { ArticleFile } from '../../core/sidecar/articleFile';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { lineOf, piecesIn } from '../../workspace/placeRow';
import type { Services } from '../../workspace/services';
import { sidecarFiles } from '../../workspace/sidecarDocument';
import { articleUri } from '../../workspace/sidecarFile';
import { placesFor, selectedFor } from './lostParts';

/** So many places are fixes of their own; the list has all. */
const mostPlaces = 3;

const codes = ['anchor-lost', 'anchor-ambiguous'];

/** The quick fixes of a sidecar: what can be done with an annotation that has no certain place. */
export function registerQuickFixes({ articles }: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _range, { diagnostics }) {
      const of = articleUri(uri);
      const article = of && articles.get(of);
      const { file } = article?.state ?? {};
      const lost = diagnostics.filter(isLost);
      if (!article || !file || lost.length === 0) return [];
      const parts = article.state.unanchored();
      return lost.flatMap((diagnostic) => {
        const part = parts.find(({ range }) => toProblemRange(range).isEqual(diagnostic.range));
        return part ? fixesOf(article, file, part, diagnostic) : [];
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider(sidecarFiles, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function isLost({ source, code }: vscode.Diagnostic): boolean {
  return source === 'chiosa' && typeof code === 'string' && codes.includes(code);
}

/** None of them is preferred: a place that was likely enough would have been taken. */
function fixesOf(
  article: AnnotatedArticle,
  file: ArticleFile,
  part: AnnotationPart,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const { uri, state } = article;
  const fix = (title: string, command: string, ...rest: readonly unknown[]) =>
    fixRunning(diagnostic, title, command, { uri, part }, ...rest);
  const take = (title: (words: string, line: number) => string, place: readonly Span[]) => {
    const words = shortened(piecesIn(file.text, place), 40);
    return fix(title(words, lineOf(file.text, place)), '_chiosa.takePlace', place);
  };
  const { t } = vscode.l10n;
  const places = placesFor(state, part).slice(0, mostPlaces);
  const selected = selectedIn(article, file, part);
  return [
    ...places.map((place) =>
      take((words, line) => t('Take “{0}” in line {1}', words, line), place),
    ),
    fix(t('Choose Its Place…'), 'chiosa.findPlace'),
    ...(selected.length > 0
      ? [take((words, line) => t('Take the Selection, “{0}” in line {1}', words, line), selected)]
      : []),
    fix(t('Remove It'), 'chiosa.remove'),
  ];
}

/** What is selected in an editor that shows the article beside its sidecar. */
function selectedIn({ uri }: AnnotatedArticle, file: ArticleFile, part: AnnotationPart): Span[] {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return editor ? selectedFor(part, { file }, editor.selections) : [];
}
