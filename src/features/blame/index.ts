import * as vscode from 'vscode';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import { toOffset } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { registerForArticles } from '../../workspace/articleLanguages';
import type { Services } from '../../workspace/services';
import { blameCard } from './blameCard';
import { Blames } from './blames';

/**
 * Who made the annotation under the mouse, and when, by the commits of its sidecar: a card of its own, which VS Code adds
 * to the others when it is there, so that they never wait for git.
 */
export function register({ articles }: Services): vscode.Disposable {
  const blames = new Blames();
  const provider: vscode.HoverProvider = {
    async provideHover(document, position, token) {
      const article = articles.get(document.uri);
      const text = article?.state.file?.text;
      if (!text) return undefined;
      const offset = toOffset(text, position);
      const { set } = article.state;
      const item = mentionsAt(set, offset)[0] ?? quotesAt(set, offset)[0];
      if (!item) return undefined;
      const blame = await blames.of(article, item);
      if (!blame || token.isCancellationRequested) return undefined;
      return new vscode.Hover(blameCard(blame, document.uri.toString()));
    },
  };
  return disposeAll(
    blames,
    articles.onDidClose(({ uri }) => {
      blames.forget(uri);
    }),
    registerForArticles((languages) =>
      vscode.languages.registerHoverProvider([...languages], provider),
    ),
  );
}
