import type * as vscode from 'vscode';
import { referenceAt } from '../../core/model/references';
import { toOffset, toRange } from '../../host/convert';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import type { ArticleStore } from '../../workspace/articleStore';
import { placesIn, recordOf } from '../../workspace/entityPlaces';

/** “Go to Definition” leads from what refers to an entity to what the sidecar says of it. */
export function definitions(articles: ArticleStore): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const shown = await annotationsIn(articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      const record = reference && recordOf(shown.article, reference.entity);
      return record && [{ ...record, originSelectionRange: toRange(shown.text, reference.span) }];
    },
  };
}

/** “Find All References” finds where the article refers to the entity; the sidecar is no place of the article. */
export function references(articles: ArticleStore): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position) {
      const shown = await annotationsIn(articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      return reference && [...(await placesIn(shown)(reference.entity))];
    },
  };
}
