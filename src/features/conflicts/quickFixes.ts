import * as vscode from 'vscode';
import { conflictsOf, decisionsFor, type OpenConflict } from '../../core/merge/openConflicts';
import { extentOf } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import { nodeOf } from '../../core/sidecar/sidecarPlace';
import { nodeAtPath, type YamlNode } from '../../core/sidecar/yamlNode';
import { touches } from '../../core/text/span';
import { actionRunning, fixRunning, refactoring } from '../../host/codeActions';
import { toOffset } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { registerForArticles } from '../../workspace/articleLanguages';
import { hasMarksOfGit } from '../../workspace/articleState';
import { toMerge } from '../../workspace/demandWritable';
import type { Services } from '../../workspace/services';
import {
  articleOfSidecar,
  sidecarFiles,
  sourceIn,
  type SidecarSource,
} from '../../workspace/sidecarDocument';
import { passageOf } from './conflictWords';
import { decisionName } from './pickDecision';

/** Quick fixes of conflicts in sidecars, and the lightbulb on what is in conflict in articles. */
export function registerQuickFixes({ articles }: Services): vscode.Disposable {
  const { languages, CodeActionKind } = vscode;
  const inSidecars: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics }) {
      const own = diagnostics.filter(
        ({ source, code }) => source === 'chiosa' && code === 'merge-conflict',
      );
      const article = own.length > 0 ? await articleOfSidecar(articles, document) : undefined;
      if (!article) return [];
      return own.flatMap((each) => fixesOf(article, document, each));
    },
  };
  const inArticles: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const article = articles.get(document.uri);
      return article ? actionsAt(article, range.start) : [];
    },
  };
  return disposeAll(
    languages.registerCodeActionsProvider(sidecarFiles, inSidecars, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
    registerForArticles((selector) =>
      languages.registerCodeActionsProvider([...selector], inArticles, {
        providedCodeActionKinds: [refactoring],
      }),
    ),
  );
}

/** Of git's marks, merging; of what a merge has left, each way to decide it, and the list with what they mean. */
function fixesOf(
  { uri, state }: AnnotatedArticle,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  if (hasMarksOfGit(state)) {
    const { title, command } = toMerge(uri);
    const fix = fixRunning(diagnostic, title, command, { uri });
    fix.isPreferred = true;
    return [fix];
  }
  const read = sourceIn(document);
  const offset = document.offsetAt(diagnostic.range.start);
  const open = conflictsOf(state.set).find((each) => {
    const node = nodeOfConflict(read, each);
    return node && touches(node, offset);
  });
  if (!open) return [];
  const decide = decisionsFor(state.set, open).map((decision) =>
    fixRunning(diagnostic, decisionName(decision), '_chiosa.decideConflict', {
      uri,
      open,
      decision,
    }),
  );
  const title = vscode.l10n.t('Resolve Annotation Conflicts…');
  return [...decide, fixRunning(diagnostic, title, 'chiosa.resolveConflicts', { ...open, uri })];
}

/** Where a sidecar says a conflict. */
function nodeOfConflict({ source, tree }: SidecarSource, open: OpenConflict): YamlNode | undefined {
  switch (open.owner) {
    case 'mention':
      return below(nodeOf(source, tree, open.mention), 'conflict');
    case 'quote':
      return below(nodeOf(source, tree, open.quote), 'conflict');
    case 'cue':
    case 'speaker':
      return below(nodeOf(source, tree, open.quote), open.owner, 'conflict');
    case 'entity':
      return below(tree, 'entities', open.entity.id, 'conflict');
    case 'article':
      return below(tree, 'article', 'conflict');
    case 'further':
      return below(tree, 'conflict');
  }
}

function below(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  return node && nodeAtPath(node, path);
}

function actionsAt({ uri, state }: AnnotatedArticle, at: vscode.Position): vscode.CodeAction[] {
  const { file, set } = state;
  if (hasMarksOfGit(state)) {
    const { title, command } = toMerge(uri);
    return [actionRunning(refactoring, title, command, { uri })];
  }
  if (!file) return [];
  const offset = toOffset(file.text, at);
  const open = conflictsOf(set).find((each) => isAbout(each, set, offset));
  const title = vscode.l10n.t('Resolve Annotation Conflict…');
  return open
    ? [actionRunning(refactoring, title, 'chiosa.resolveConflicts', { ...open, uri })]
    : [];
}

/** Whether a conflict is of what stands at an offset of the article: of an entity, at each of its mentions. */
function isAbout(open: OpenConflict, set: AnnotationSet, offset: number): boolean {
  const targets =
    open.owner === 'entity'
      ? mentionsOf(set, open.entity.id).map(({ target }) => target)
      : [passageOf(open, set)];
  return targets.some((target) => {
    const extent = target && extentOf(target);
    return extent !== undefined && touches(extent, offset);
  });
}
