import type { Translate } from '../check/messages';

/** A JSON Schema whose titles and descriptions are in another language. */
export function translated(
  schema: Record<string, unknown>,
  translate: Translate,
): Record<string, unknown> {
  // A property that is itself called so has a schema for its value and no string.
  const isSaid = (key: string) => key === 'title' || key === 'description';
  const json = JSON.stringify(schema, (key, value: unknown) =>
    isSaid(key) && typeof value === 'string' ? translate(value) : value,
  );
  return JSON.parse(json) as Record<string, unknown>;
}
