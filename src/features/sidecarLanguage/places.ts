import * as vscode from 'vscode';
import { idPlaces } from '../../core/sidecar/sidecarPlace';
import { nodeAtPath } from '../../core/sidecar/yamlNode';
import { toRange } from '../../host/convert';
import { placesElsewhere, placesIn, recordElsewhere } from '../../workspace/entityPlaces';
import type { Services } from '../../workspace/services';
import {
  articleOfSidecar,
  placeIn,
  rangeIn,
  sourceIn,
  spansQuoted,
} from '../../workspace/sidecarDocument';

/** “Go to Definition” leads from quoted words to the article, and from the id of an entity to its record. */
export function definitions(services: Services): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const place = placeIn(document, position);
      const article = place && (await articleOfSidecar(services.articles, document));
      if (!article) return undefined;
      const { entity, id, words } = place;
      if (entity !== undefined && id) {
        const record =
          recordHere(document, entity) ?? (await recordElsewhere(services, article.uri, entity));
        return record && [{ ...record, originSelectionRange: rangeIn(document, id) }];
      }
      const { file } = article.state;
      if (!words || !file) return undefined;
      const spans = spansQuoted(article.state, words);
      return spans
        .filter((_, index) => words.piece === undefined || words.piece === index)
        .map((span): vscode.LocationLink => {
          const targetRange = toRange(file.text, span);
          return {
            originSelectionRange: rangeIn(document, place.span),
            targetUri: article.uri,
            targetRange,
            targetSelectionRange: targetRange,
          };
        });
    },
  };
}

/** “Find All References” finds where all articles refer to an entity, and where this sidecar has its id. */
export function references(services: Services): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const entity = placeIn(document, position)?.entity;
      const article = entity !== undefined && (await articleOfSidecar(services.articles, document));
      if (!article) return undefined;
      const { set, file } = article.state;
      const here = file ? placesIn(article.uri, { set, text: file.text }, entity) : [];
      const elsewhere = await placesElsewhere(services, article.uri, entity, token);
      const declared = includeDeclaration ? idsIn(document, entity) : [];
      const own = declared.map((range) => new vscode.Location(document.uri, range));
      return [...own, ...here, ...elsewhere];
    },
  };
}

/** The id at the cursor, wherever the sidecar has it. */
export const highlights: vscode.DocumentHighlightProvider = {
  provideDocumentHighlights(document, position) {
    const { entity, id } = placeIn(document, position) ?? {};
    if (entity === undefined || !id) return undefined;
    const { Read, Write } = vscode.DocumentHighlightKind;
    const isRecord = recordHere(document, entity) !== undefined;
    return idsIn(document, entity).map(
      (range, index) => new vscode.DocumentHighlight(range, isRecord && index === 0 ? Write : Read),
    );
  },
};

function idsIn(document: vscode.TextDocument, entity: string): vscode.Range[] {
  const { source, tree } = sourceIn(document);
  return idPlaces(source, tree, entity).map((span) => rangeIn(document, span));
}

function recordHere(
  document: vscode.TextDocument,
  entity: string,
): vscode.LocationLink | undefined {
  const record = nodeAtPath(sourceIn(document).tree, ['entities', entity]);
  return (
    record?.key && {
      targetUri: document.uri,
      targetRange: rangeIn(document, record),
      targetSelectionRange: rangeIn(document, record.key),
    }
  );
}
