import * as vscode from 'vscode';
import { spansOf, wordsOf, type Speaker } from '../../core/model/annotation';
import { quoteIndex } from '../../core/model/spanIndex';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { ArticleText } from '../../core/text/articleText';
import { shortened } from '../../core/text/shortened';
import { overlaps, type Span } from '../../core/text/span';
import { showsText, toRange, toSpan } from '../../host/convert';
import { DisposableStore } from '../../host/disposables';
import { registerForArticles } from '../../workspace/articleLanguages';
import type { ArticleState } from '../../workspace/articleState';
import type { ArticleStore } from '../../workspace/articleStore';
import type { Services } from '../../workspace/services';
import { settings } from '../../workspace/settings';
import { quoteKindName } from '../../workspace/typeNames';

/**
 * The speaker's name behind each quote. Inlay hints and not decorations: VS Code counts them when it wraps
 * lines, and users know how to turn them off.
 */
export function register({ articles }: Services): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      const state = await stateOfText(articles, document, range, token);
      const text = state?.file?.text;
      if (!text || !settings.speakerHints.get(document)) return [];
      const visible = toSpan(text, range);
      const quotes = quoteIndex(state.set).overlapping(visible);
      return [...new Set(quotes.map(({ item }) => item.quote))].flatMap((quote) => {
        const { kind, content, speaker } = quote;
        const last = spansOf(content).at(-1);
        const name = speaker && nameOf(speaker, state.set);
        if (!last || name === undefined || !overlaps(last, visible)) return [];
        const hint = new vscode.InlayHint(behindMarks(text, last), `— ${name}`);
        hint.paddingLeft = true;
        hint.tooltip = `${quoteKindName(kind, state.schema)}: ${wordsOf(content)}`;
        return [hint];
      });
    },
  };
  store.add(
    registerForArticles((languages) =>
      vscode.languages.registerInlayHintsProvider([...languages], provider),
    ),
  );
  store.add(
    articles.onDidChange(() => {
      changed.fire();
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settings.speakerHints.isChangedBy(event)) changed.fire();
    }),
  );
  return store;
}

/**
 * The state of an article, once it is that of the text that the document has: until then the editor moves the hints
 * that it shows, and places in the old text would let them jump.
 */
async function stateOfText(
  articles: ArticleStore,
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
  token: vscode.CancellationToken,
): Promise<ArticleState | undefined> {
  for (;;) {
    const state = articles.get(document.uri)?.state;
    const text = state?.file?.text;
    if (!text || token.isCancellationRequested) return undefined;
    if (showsText(document, text, { first: start.line, last: end.line })) return state;
    await new Promise<void>((resolve) => {
      const goOn = () => {
        for (const listener of listeners) listener.dispose();
        resolve();
      };
      const listeners = [articles.onDidChange(goOn), token.onCancellationRequested(goOn)];
    });
  }
}

/** Behind the quotation marks that close the span, with punctuation before them (`。”`). */
function behindMarks(text: ArticleText, { end }: Span): vscode.Position {
  const marks = /^\p{P}*[\p{Pe}\p{Pf}\p{Pi}"']/u.exec(text.text.slice(end, end + 8))?.[0] ?? '';
  return toRange(text, { start: end, end: end + marks.length }).end;
}

/** The name of the entity that speaks, or the words of the text that say who does. */
function nameOf({ entity, target }: Speaker, set: AnnotationSet): string | undefined {
  const name = entity === undefined ? undefined : set.entities.get(entity)?.name;
  return name ?? (target && shortened(wordsOf(target), 40));
}
