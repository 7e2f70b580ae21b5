import * as vscode from 'vscode';
import { levelOf } from '../../core/concordance/query';
import { actionRunning, refactoring } from '../../host/codeActions';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import type { ConcordanceDocuments } from './documents';
import { concordances } from './place';

/** The lightbulb on rows: what their words can become. */
export function registerRowActions(
  { schemas }: Services,
  documents: ConcordanceDocuments,
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, { start }) {
      const at = documents.at(uri, start.line);
      if (!at) return [];
      const { concordance, row, article } = at;
      const { t } = vscode.l10n;
      const go = action(t('Go to the Text'), 'chiosa.goToRow');
      const remove = action(t('Remove Annotation'), 'chiosa.removeAnnotationsOfRows');
      if (levelOf(concordance.query) === 'quote') {
        return [
          go,
          action(t('Set Speaker…'), 'chiosa.linkRows'),
          action(t('Set Kind of Quote…'), 'chiosa.retypeRows'),
          remove,
        ];
      }
      const schema = schemas.of(article.uri);
      return [
        go,
        ...schema.types.map(({ id }) =>
          action(t('Annotate as {0}', typeName(id, schema)), 'chiosa.annotateRows', { type: id }),
        ),
        action(t('Link to a Known Entity…'), 'chiosa.linkRows'),
        ...(row.hit.mention
          ? [action(t('Change Type of Entity…'), 'chiosa.retypeRows'), remove]
          : []),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(concordances, provider, {
    providedCodeActionKinds: [refactoring],
  });
}

function action(title: string, command: string, ...args: readonly object[]): vscode.CodeAction {
  return actionRunning(refactoring, title, command, ...args);
}
