import type * as vscode from 'vscode';
import type { EntityId } from '../../core/model/annotation';
import { referenceAt } from '../../core/model/references';
import { toOffset, toRange } from '../../host/convert';
import { inParallel } from '../../host/inParallel';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import { placesIn, placesInArticle, recordIn, recordOf } from '../../workspace/entityPlaces';
import type { Services } from '../../workspace/services';

/** “Go to Definition” leads from what refers to an entity to what the sidecar says of it, or else another one. */
export function definitions({ articles, corpus }: Services): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const shown = await annotationsIn(articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      if (!reference) return undefined;
      const { entity, span } = reference;
      const [elsewhere] = others(corpus, entity, document.uri);
      const record =
        recordOf(shown.article, entity) ??
        (elsewhere && (await recordIn(articles, elsewhere, entity)));
      return record && [{ ...record, originSelectionRange: toRange(shown.text, span) }];
    },
  };
}

/** “Find All References” finds where the articles refer to the entity; the sidecars are no places of articles. */
export function references({ articles, corpus }: Services): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _, token) {
      const shown = await annotationsIn(articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      if (!reference) return undefined;
      const { entity } = reference;
      await corpus.whole(token);
      const uris = others(corpus, entity, document.uri);
      const found: vscode.Location[][] = [];
      await inParallel(uris, async (uri, index) => {
        if (token.isCancellationRequested) return;
        found[index] = await placesInArticle(articles, uri, entity);
      });
      return [...placesIn(document.uri, shown, entity), ...found.flat()];
    },
  };
}

/** The other articles of the corpus that name an entity. */
function others(corpus: Services['corpus'], entity: EntityId, here: vscode.Uri): vscode.Uri[] {
  return corpus.articlesNaming(entity).filter((uri) => uri.toString() !== here.toString());
}
