import type { KnownEntity } from '../entities/knownEntities';
import { parseSidecar } from './parse';
import { parseBlocks } from './parseBlocks';

/** The entities that a sidecar describes and the words that it has for them, without looking at its article. */
export function readEntities(source: string): KnownEntity[] {
  const { entities = {} } = (parseBlocks(source) ?? parseSidecar(source)).data;
  return Object.entries(entities).map(([id, { name, type, mentions = [] }]) => {
    const words = mentions.flatMap(({ exact }) => exact ?? []);
    return {
      entity: { id, name, type },
      forms: [...new Set([name, ...words])],
      mentions: mentions.length,
    };
  });
}
