import type { Entity } from '../model/annotation';
import { renderBlock } from './render';
import { eolOf } from './sourceEdit';

/**
 * The source of a sidecar that gives an entity another name or type, and is the same in all else. Undefined where the
 * three lines that describe the entity are not there as Chiosa writes them.
 * @param source its lines have to be as Chiosa writes them (see `readBlocks`), or these three may be words of another value
 * @param before as the source describes the entity @param after of the same id
 */
export function redescribe(source: string, before: Entity, after: Entity): string | undefined {
  const eol = eolOf(source);
  const lines = ({ id, name, type }: Entity) =>
    renderBlock({ [id]: { name, type } }, ['entities'], 2).replaceAll('\n', eol);
  const old = `\n${lines(before)}`;
  const at = source.indexOf(old);
  if (at < 0 || source.includes(old, at + 1)) return undefined;
  return `${source.slice(0, at)}\n${lines(after)}${source.slice(at + old.length)}`;
}
