import * as vscode from 'vscode';
import type { Inconsistency } from '../../core/corpus/consistency';
import { fixRunning } from '../../host/codeActions';
import { toProblemRange } from '../../host/convert';
import type { Services } from '../../workspace/services';
import { sidecarFiles } from '../../workspace/sidecarDocument';
import { articleUri } from '../../workspace/sidecarFile';
import { localizedMessage } from '../../workspace/problemMessage';
import { typeName } from '../../workspace/typeNames';
import type { CorpusDiagnostics } from './corpusDiagnostics';

/** The quick fixes of what a sidecar says otherwise than others: saying it as they do, or making one entity of two. */
export function registerCorpusFixes(
  { schemas }: Services,
  shown: CorpusDiagnostics,
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _range, { diagnostics }) {
      const article = articleUri(uri);
      if (!article) return [];
      return diagnostics.flatMap((diagnostic) => {
        const placed = shown
          .in(uri)
          .find(
            ({ problem }) =>
              problem.code === diagnostic.code &&
              localizedMessage(problem) === diagnostic.message &&
              toProblemRange(problem.range).isEqual(diagnostic.range),
          );
        if (!placed) return [];
        const { found } = placed;
        const title = titleOf(found, typeName(found.instead.type, schemas.of(article)));
        return [
          fixRunning(diagnostic, title, '_chiosa.takeFromOthers', { uri: article, ...found }),
        ];
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider(sidecarFiles, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function titleOf({ what, instead, link }: Inconsistency, type: string): string {
  const { t } = vscode.l10n;
  switch (what) {
    case 'differing-name':
      return t('Name It “{0}” as in the Other Articles', instead.name);
    case 'differing-type':
      return t('Take the Type of the Other Articles, {0}', type);
    case 'differing-link':
      return t('Take {0} as in the Other Articles', link?.instead ?? '');
    case 'shared-name':
      return t('Merge into {0} in All Articles', instead.id);
  }
}
