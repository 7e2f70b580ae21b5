import * as vscode from 'vscode';
import { extentOf, type EntityId } from '../core/model/annotation';
import { referencesTo } from '../core/model/references';
import { recordPlace } from '../core/sidecar/recordPlace';
import { toProblemRange, toRange } from '../host/convert';
import type { AnnotatedArticle } from './annotatedArticle';
import type { StandingAnnotations } from './annotatedDocuments';
import { openDocument } from './articleWords';

/** Says where an entity is referred to: by mentions, and by the words of speakers. */
export type EntityPlaces = (entity: EntityId) => Promise<readonly vscode.Location[]>;

/** The places of entities in one article. */
export function placesIn({ article, set, text }: StandingAnnotations): EntityPlaces {
  return (entity) =>
    Promise.resolve(
      referencesTo(set, entity).flatMap((target) => {
        const extent = extentOf(target);
        return extent ? [new vscode.Location(article.uri, toRange(text, extent))] : [];
      }),
    );
}

/** Where the sidecar of an article describes the entity, by the lines of its editor where there is one. */
export function recordOf(
  { sidecar, state }: AnnotatedArticle,
  entity: EntityId,
): vscode.LocationLink | undefined {
  const onDisk = state.source?.();
  const source = openDocument(sidecar)?.getText() ?? onDisk;
  if (source === undefined) return undefined;
  const place = recordPlace(source, entity, source === onDisk ? state.layout?.blocks : undefined);
  return (
    place && {
      targetUri: sidecar,
      targetRange: toProblemRange(place.record),
      targetSelectionRange: toProblemRange(place.key),
    }
  );
}
