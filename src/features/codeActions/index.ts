import * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import type { Schema } from '../../core/model/schema';
import { actionRunning, refactoring } from '../../host/codeActions';
import { toOffset } from '../../host/convert';
import { registerForArticles } from '../../workspace/articleLanguages';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';

/** The lightbulb: on a selection what it can become, on an annotation what can be done with it. */
export function register({ articles }: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const state = articles.get(document.uri)?.state;
      if (!state?.file) return [];
      if (!range.isEmpty) return actionsOnSelection(state.schema);
      return actionsOn(state.set, toOffset(state.file.text, range.start));
    },
  };
  return registerForArticles((languages) =>
    vscode.languages.registerCodeActionsProvider([...languages], provider, {
      providedCodeActionKinds: [refactoring],
    }),
  );
}

function actionsOnSelection(schema: Schema): vscode.CodeAction[] {
  return [
    ...schema.types.map(({ id }) =>
      action(vscode.l10n.t('Annotate as {0}', typeName(id, schema)), 'chiosa.annotateEntity', {
        type: id,
      }),
    ),
    action(vscode.l10n.t('Annotate as Quote'), 'chiosa.annotateQuote'),
  ];
}

function actionsOn(set: AnnotationSet, offset: number): vscode.CodeAction[] {
  const onMention = mentionsAt(set, offset).length > 0;
  const onQuote = quotesAt(set, offset).length > 0;
  return [
    ...(onMention
      ? [
          action(vscode.l10n.t('Annotate All Occurrences…'), 'chiosa.annotateAllOccurrences'),
          action(vscode.l10n.t('Link to a Known Entity…'), 'chiosa.linkMention'),
          action(vscode.l10n.t('Change Type of Entity…'), 'chiosa.retypeEntity'),
          action(vscode.l10n.t('Go to Next Mention'), 'chiosa.nextMention'),
        ]
      : []),
    ...(onQuote ? [action(vscode.l10n.t('Set Speaker…'), 'chiosa.setSpeaker')] : []),
    ...(onMention || onQuote ? [action(vscode.l10n.t('Remove Annotation'), 'chiosa.remove')] : []),
  ];
}

function action(title: string, command: string, ...args: readonly object[]): vscode.CodeAction {
  return actionRunning(refactoring, title, command, ...args);
}
