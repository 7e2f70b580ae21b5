import type { Problem } from '../check/problem';
import type { EntityId } from '../model/annotation';
import { lineCount, type Blocks } from './blocks';
import { parseSidecar } from './parse';
import { parseSource } from './parseBlocks';

/** Where a sidecar describes an entity. Lines and columns as in `Problem`. */
export interface RecordPlace {
  /** The id of the entity, as a key. */
  readonly key: Problem['range'];
  /** From the key to the end of what stands below it. */
  readonly record: Problem['range'];
}

/**
 * Where the source of a sidecar describes the entity; undefined where it does not.
 * @param blocks the source cut into its annotations, where that is known: of a long one it saves the reading
 */
export function recordPlace(
  source: string,
  entity: EntityId,
  blocks?: Blocks,
): RecordPlace | undefined {
  return blocks ? placeInBlocks(blocks, entity) : placeInSource(source, entity);
}

/** Gives the keys of the entities that a source describes, by their ids; the source is read once for all of them. */
export function recordKeys(source: string): (entity: EntityId) => Problem['range'] | undefined {
  const { data, keyRangeOf } = parseSource(source);
  const { entities = {} } = data;
  return (entity) =>
    Object.hasOwn(entities, entity) ? keyRangeOf(['entities', entity]) : undefined;
}

function placeInSource(source: string, entity: EntityId): RecordPlace | undefined {
  const { data, keyRangeOf, rangeOf } = parseSidecar(source);
  if (!data.entities || !Object.hasOwn(data.entities, entity)) return undefined;
  const key = keyRangeOf(['entities', entity]);
  return { key, record: { start: key.start, end: rangeOf(['entities', entity]).end } };
}

function placeInBlocks({ head, entities }: Blocks, entity: EntityId): RecordPlace | undefined {
  let line = lineCount(head);
  for (const [id, { source, ownLength, lines }] of entities) {
    if (id === entity) {
      const [first = ''] = source.split('\n', 1);
      const { start, end } = parseSidecar(`entities:\n${first}`).keyRangeOf(['entities', id]);
      const key = { start: { ...start, line }, end: { ...end, line } };
      const behind = line + lineCount(source.slice(0, ownLength));
      return { key, record: { start: key.start, end: { line: behind, column: 0 } } };
    }
    line += lines;
  }
  return undefined;
}
