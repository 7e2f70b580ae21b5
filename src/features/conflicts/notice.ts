import * as vscode from 'vscode';
import { offer } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { hasMarksOfGit } from '../../workspace/articleState';
import { toMerge } from '../../workspace/demandWritable';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';

/** Says of an article that is worked on, once, that git could not merge its sidecar. */
export function registerNotice({ active }: Services): vscode.Disposable {
  const told = new Set<string>();
  const look = () => {
    const { article } = active;
    if (!article) return;
    const key = article.uri.toString();
    const isUnmerged = hasMarksOfGit(article.state);
    if (isUnmerged && !told.has(key)) void tell(article.uri, article.sidecar);
    if (isUnmerged) told.add(key);
    else told.delete(key);
  };
  look();
  return disposeAll(active.onDidChange(look));
}

async function tell(article: vscode.Uri, sidecar: vscode.Uri): Promise<void> {
  const message = vscode.l10n.t(
    'Git could not merge {0}. Shown are the annotations of one side (ours), and none can be changed.',
    nameOf(sidecar),
  );
  await offer(vscode.window.showWarningMessage, message, toMerge(article));
}
