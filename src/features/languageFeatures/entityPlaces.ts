import type * as vscode from 'vscode';
import { referenceAt } from '../../core/model/references';
import { toOffset, toRange } from '../../host/convert';
import { annotationsIn } from '../../workspace/annotatedDocuments';
import { placesElsewhere, placesIn, recordElsewhere, recordOf } from '../../workspace/entityPlaces';
import type { Services } from '../../workspace/services';

/** “Go to Definition” leads from what refers to an entity to what the sidecar says of it, or else another one. */
export function definitions(services: Services): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const shown = await annotationsIn(services.articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      if (!reference) return undefined;
      const { entity, span } = reference;
      const record =
        recordOf(shown.article, entity) ?? (await recordElsewhere(services, document.uri, entity));
      return record && [{ ...record, originSelectionRange: toRange(shown.text, span) }];
    },
  };
}

/** “Find All References” finds where the articles refer to the entity; the sidecars are no places of articles. */
export function references(services: Services): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _, token) {
      const shown = await annotationsIn(services.articles, document);
      const reference = shown && referenceAt(shown.set, toOffset(shown.text, position));
      if (!reference) return undefined;
      const { entity } = reference;
      const elsewhere = await placesElsewhere(services, document.uri, entity, token);
      return [...placesIn(document.uri, shown, entity), ...elsewhere];
    },
  };
}
