import { keySorted } from '../model/equal';
import type { YamlValue } from '../sidecar/render';
import type { SidecarData } from '../sidecar/shape';

type Mapping = Readonly<Record<string, YamlValue>>;

/**
 * What a sidecar is to say, its mentions and quotes in the order of the lines of `frame`; what only `other` has stands behind
 * what it stands behind there. Without an article, no other order is known.
 */
export function inLineOrder(data: Mapping, frame: SidecarData, other: SidecarData): Mapping {
  const entities = data['entities'] as Readonly<Record<string, Mapping>> | undefined;
  const mentionsIn = (sidecar: SidecarData, id: string) => sidecar.entities?.[id]?.mentions ?? [];
  const ordered = Object.entries(entities ?? {}).map(([id, entity]): [string, Mapping] => [
    id,
    withList(entity, 'mentions', mentionsIn(frame, id), mentionsIn(other, id)),
  ]);
  const all = entities ? { ...data, entities: Object.fromEntries(ordered) } : data;
  return withList(all, 'quotes', frame.quotes ?? [], other.quotes ?? []);
}

/** The holder of a list with that in order. */
function withList(
  holder: Mapping,
  key: string,
  frame: readonly unknown[],
  other: readonly unknown[],
): Mapping {
  const list = holder[key];
  if (!Array.isArray(list)) return holder;
  const order = joinedOrder(frame.map(wordsOf), other.map(wordsOf));
  const placeOf = (item: unknown) => {
    const at = order.indexOf(wordsOf(item));
    return at < 0 ? order.length : at;
  };
  const items: readonly YamlValue[] = list;
  return { ...holder, [key]: [...items].sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** The first words, and those that only the others have, each behind the one that it stands behind there. */
function joinedOrder(first: readonly string[], others: readonly string[]): string[] {
  const order = [...first];
  let behind = -1;
  for (const words of others) {
    const at = order.indexOf(words);
    if (at < 0) order.splice(behind + 1, 0, words);
    behind = at < 0 ? behind + 1 : at;
  }
  return order;
}

/** What a mention or a quote is about, as it is written. */
function wordsOf(item: unknown): string {
  const { content, spans, exact, prefix, suffix, occurrence } = item as Mapping;
  const pieces = content ?? spans ?? [{ exact, prefix, suffix, occurrence }];
  return keySorted(pieces);
}
