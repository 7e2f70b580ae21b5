import * as vscode from 'vscode';
import { wordsOf } from '../../core/model/annotation';
import { newlyUnplaced, type AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import { offer } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';

/** So many are named; the lists have all. */
const mostNamed = 3;

/**
 * Says what an article has lost by an edit, once, when the user saves it. A save that comes by itself, after a while or
 * when another window gets the focus, may come in the middle of writing: of that the sidebar tells quietly.
 */
export function registerSaveMessage({ articles }: Services): vscode.Disposable {
  const onDisk = new WeakMap<AnnotatedArticle, ArticleState>();
  const beforeSave = new WeakMap<AnnotatedArticle, ArticleState>();
  const remember = (article: AnnotatedArticle) => {
    if (article.state.isShownAsOnDisk) onDisk.set(article, article.state);
  };
  for (const article of articles.all) remember(article);
  return disposeAll(
    articles.onDidChange(remember),
    vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      const article = articles.get(document.uri);
      if (!article) return;
      const state = onDisk.get(article);
      const isByUser = reason === vscode.TextDocumentSaveReason.Manual;
      if (isByUser && state) beforeSave.set(article, state);
      else beforeSave.delete(article);
    }),
    articles.onDidSave((article) => {
      const before = beforeSave.get(article);
      beforeSave.delete(article);
      const lost = before ? newlyUnplaced(before.set, article.state.set) : [];
      if (lost.length > 0) void tell(article, lost);
    }),
  );
}

async function tell({ uri }: AnnotatedArticle, lost: readonly AnnotationPart[]): Promise<void> {
  const { t } = vscode.l10n;
  const words = [...new Set(lost.map(({ target }) => shortened(wordsOf(target), 40)))];
  const named = words.slice(0, mostNamed).map((each) => t('“{0}”', each));
  const list = [...named, ...(words.length > mostNamed ? ['…'] : [])].join(', ');
  const message = t('Kept in the sidecar, but not found in {0} any more: {1}', nameOf(uri), list);
  await offer(vscode.window.showWarningMessage, message, {
    title: t('Find Lost Annotation…'),
    command: 'chiosa.findPlace',
    arguments: [{ uri }],
  });
}
