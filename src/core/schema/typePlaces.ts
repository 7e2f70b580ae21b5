import type { Problem } from '../check/problem';
import { attributeOwners } from '../model/schema';
import { inFull, parseSchema } from './read';

/** A place in a `chiosa.yaml` where the id of a type stands. Lines and columns as in `Problem`. */
export interface TypePlace {
  readonly id: string;
  readonly range: Problem['range'];
}

/** Every place where the id of a type stands: where it is declared, and where attributes name it. */
export function typePlaces(source: string): TypePlace[] {
  const { data, rangeOf, keyRangeOf } = parseSchema(source);
  const declared = Object.keys(data.types ?? {}).map((id) => ({
    id,
    range: keyRangeOf(['types', id]),
  }));
  const named = attributeOwners.flatMap((owner) =>
    Object.entries(data.attributes?.[owner] ?? {}).flatMap(([name, attribute]) =>
      (inFull(attribute).types ?? []).map((id, index) => ({
        id,
        range: rangeOf(['attributes', owner, name, 'types', index]),
      })),
    ),
  );
  return [...declared, ...named];
}
