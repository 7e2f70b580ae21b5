import type { AttributeOwner, Schema } from '../model/schema';
import { renderString } from '../sidecar/render';
import type { YamlCursor } from '../sidecar/yamlCursor';
import { freeKeys } from './keys';

/** The part of JSON Schema that says what may be written where; `enumDescriptions` is VS Code's. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly not?: JsonSchema;
  /** Known to editors: what is written by programs, and offered to nobody. */
  readonly doNotSuggest?: boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
}

/** A key or a value that may be written at a cursor, as YAML. */
export interface Suggestion {
  readonly yaml: string;
  readonly isKey: boolean;
  readonly description?: string;
  /** What stands behind a key, where that is no single value. */
  readonly holds?: 'list' | 'mapping';
}

/** What may be written at a cursor by some schemas; the first that knows it describes it. */
export function suggestionsAt(
  { path, isValue }: Pick<YamlCursor, 'path' | 'isValue'>,
  schemas: readonly JsonSchema[],
): Suggestion[] {
  const here = schemasAt(path, schemas);
  const keys = isValue ? [] : here.flatMap(keysOf);
  const values = isValue || path.at(-1) === '-' ? here.flatMap(valuesOf) : [];
  const all = new Map<string, Suggestion>();
  for (const each of [...keys, ...values]) all.set(each.yaml, { ...each, ...all.get(each.yaml) });
  return [...all.values()];
}

/** What the schemas say of the value at a path. */
export function descriptionAt(
  path: readonly string[],
  schemas: readonly JsonSchema[],
): string | undefined {
  return schemasAt(path, schemas).find(({ description }) => description !== undefined)?.description;
}

/** What a project adds to the format of sidecars: its types, kinds, attributes and the file's entities. */
export function projectAdditions(
  { types, quoteKinds, attributes }: Schema,
  entities: readonly { readonly id: string; readonly name: string }[],
): JsonSchema {
  const of = (owner: AttributeOwner) =>
    Object.fromEntries(
      attributes[owner].map(({ name, values, description }): [string, JsonSchema] => [
        name,
        {
          ...(typeof values === 'string' ? { type: values } : { enum: values }),
          ...(description !== undefined && { description }),
        },
      ]),
    );
  const described = (all: readonly { id: string; label?: string; description?: string }[]) => ({
    enum: all.map(({ id }) => id),
    enumDescriptions: all.map(({ label, description }) =>
      [label, description].filter((each) => each !== undefined).join(': '),
    ),
  });
  const entity = {
    enum: entities.map(({ id }) => id),
    enumDescriptions: entities.map(({ name }) => name),
  };
  return {
    properties: {
      article: { properties: of('article') },
      entities: {
        additionalProperties: {
          properties: {
            type: described(types),
            ...of('entity'),
            mentions: { items: { properties: of('mention') } },
          },
        },
      },
      quotes: {
        items: {
          properties: {
            kind: described(quoteKinds),
            ...of('quote'),
            speaker: { properties: { entity } },
          },
        },
      },
    },
  };
}

/** What a `chiosa.yaml` itself adds to its format: the types that it declares, and the keys left for them. */
export function schemaAdditions({ types }: Schema): JsonSchema {
  const ids = { items: { enum: types.map(({ id }) => id) } };
  const attributes = { additionalProperties: { properties: { types: ids } } };
  const key = { enum: freeKeys(types.map((type) => type.key)) };
  return {
    properties: {
      types: { additionalProperties: { properties: { key } } },
      attributes: { properties: { entity: attributes, mention: attributes } },
    },
  };
}

function schemasAt(path: readonly string[], schemas: readonly JsonSchema[]): JsonSchema[] {
  return path.reduce<JsonSchema[]>(
    (around, step) => around.flatMap((schema) => alternatives(below(schema, step))),
    schemas.flatMap(alternatives),
  );
}

function below(schema: JsonSchema, step: string): JsonSchema {
  const { properties = {}, additionalProperties, items } = schema;
  // What has no items has a key that is a dash.
  if (step === '-' && items) return items;
  if (Object.hasOwn(properties, step)) return properties[step] ?? {};
  return typeof additionalProperties === 'object' ? additionalProperties : {};
}

/** A schema and all that it allows in its place. */
function alternatives(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(schema.anyOf ?? []).flatMap(alternatives)];
}

function keysOf({ properties = {} }: JsonSchema): Suggestion[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const types = alternatives(schema).map(({ type }) => type);
    const holds = types.includes('object')
      ? 'mapping'
      : types.includes('array')
        ? 'list'
        : undefined;
    const offered = suggestion(key, true, schema.description);
    return schema.not || schema.doNotSuggest ? [] : [{ ...offered, ...(holds && { holds }) }];
  });
}

function valuesOf(schema: JsonSchema): Suggestion[] {
  const { type, enum: words = [], enumDescriptions = [] } = schema;
  const values = type === 'boolean' ? [true, false] : words;
  const constant = 'const' in schema ? [suggestion(schema.const, false)] : [];
  return [
    ...values.map((value, index) => suggestion(value, false, enumDescriptions[index])),
    ...constant,
  ];
}

function suggestion(value: unknown, isKey: boolean, description?: string): Suggestion {
  const yaml = typeof value === 'string' ? renderString(value) : String(value);
  return { yaml, isKey, ...(description && { description }) };
}
