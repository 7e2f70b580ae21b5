import type { Document } from 'yaml';
import { problem, severityOf, type Problem, type ProblemCode } from '../check/problem';
import {
  attributeOwners,
  defaultSchema,
  type Attribute,
  type AttributeOwner,
  type Schema,
} from '../model/schema';
import { quoteKinds } from '../model/annotation';
import { parseAs, type Parsed } from '../sidecar/parse';
import { knownKeys } from '../sidecar/shape';
import {
  dropEmpty,
  invalidValue,
  mappingOf,
  misfits,
  type Path,
  type Validated,
} from '../sidecar/validate';
import { freeKeys, keysOfActs } from './keys';
import { knownSchemaKeys, schemaShape, type AttributeData, type SchemaData } from './shape';

/** What a `chiosa.yaml` says. */
export interface ReadSchema {
  /** The schema, with the defaults for what it leaves out; undefined where there is an error. */
  readonly schema?: Schema;
  readonly problems: readonly Problem[];
}

/** Reads a project's schema. Never throws; problems are returned. */
export function readSchema(source: string): ReadSchema {
  const parsed = parseSchema(source);
  const problems = [...parsed.problems, ...new Checker(parsed).check()];
  const isGood = problems.every(({ code }) => severityOf(code) !== 'error');
  return { ...(isGood && { schema: schemaOf(parsed.data) }), problems };
}

/** Reads the YAML of a schema. Where a part does not fit the format, `data` is empty. */
export function parseSchema(source: string): Parsed<SchemaData> {
  return parseAs(source, validateSchema);
}

function validateSchema(document: Document.Parsed): Validated<SchemaData> {
  const { value = {}, issue } = mappingOf(document, 'invalid-value/schema');
  dropEmpty(value, knownSchemaKeys.schema);
  dropEmpty(value['attributes'], attributeOwners);
  const { data = {}, error } = schemaShape.safeParse(value);
  const issues = error ? misfits(error).map(invalidValue) : [];
  return { data, issues: issue ? [issue] : issues, sourcePath: (path) => path };
}

function schemaOf({ types, quoteKinds: kinds, attributes = {}, articles }: SchemaData): Schema {
  const list = (data: Readonly<Record<string, AttributeData>> = {}) =>
    Object.entries(data).map(([name, each]): Attribute => {
      const { values, types: owners, description } = inFull(each);
      return {
        name,
        values,
        ...(owners && { types: owners }),
        ...(description !== undefined && { description }),
      };
    });
  return {
    types: types
      ? Object.entries(types).map(([id, type]) => ({ id, ...pick(type, knownSchemaKeys.type) }))
      : defaultSchema.types,
    quoteKinds: kinds
      ? quoteKinds.flatMap((id) => {
          const kind = kinds[id];
          return kind === undefined ? [] : [{ id, ...pick(kind, knownSchemaKeys.quoteKind) }];
        })
      : defaultSchema.quoteKinds,
    attributes: {
      entity: list(attributes.entity),
      mention: list(attributes.mention),
      quote: list(attributes.quote),
      article: list(attributes.article),
    },
    ...(articles && { articles }),
  };
}

/** The short form of an attribute says its values alone. */
export function inFull(data: AttributeData) {
  const isShort = typeof data === 'string' || Array.isArray(data);
  return isShort ? { values: data } : data;
}

function pick<T extends object>(data: T | null, keys: readonly string[]): Present<T> {
  const known = Object.entries(data ?? {}).filter(([key]) => keys.includes(key));
  return Object.fromEntries(known) as Present<T>;
}

type Present<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The keys that annotations have by the format, and so none that an attribute can have. */
const reservedNames = {
  entity: knownKeys.entity,
  mention: knownKeys.target,
  quote: knownKeys.quote,
  article: knownKeys.article,
} as const;

/** Finds what is well formed and cannot be meant. */
class Checker {
  readonly #parsed: Parsed<SchemaData>;
  readonly #problems: Problem[] = [];

  constructor(parsed: Parsed<SchemaData>) {
    this.#parsed = parsed;
  }

  check(): readonly Problem[] {
    const { types, quoteKinds: kinds = {}, attributes = {} } = this.#parsed.data;
    this.#known(this.#parsed.data, [], knownSchemaKeys.schema);
    this.#checkTypes(types ?? {});
    this.#known(kinds, ['quoteKinds'], knownSchemaKeys.quoteKinds);
    for (const id of quoteKinds) {
      this.#known(kinds[id] ?? {}, ['quoteKinds', id], knownSchemaKeys.quoteKind);
    }
    this.#known(attributes, ['attributes'], attributeOwners);
    const ids = types ? Object.keys(types) : defaultSchema.types.map(({ id }) => id);
    for (const owner of attributeOwners) {
      this.#checkAttributes(owner, attributes[owner] ?? {}, ids);
    }
    return this.#problems;
  }

  #checkTypes(types: NonNullable<SchemaData['types']>): void {
    const ofKeys = new Map<string, string>();
    for (const [id, type] of Object.entries(types)) {
      this.#known(type ?? {}, ['types', id], knownSchemaKeys.type);
      const key = type?.key;
      if (key === undefined) continue;
      const before = ofKeys.get(key);
      if (keysOfActs.includes(key)) {
        const keys = freeKeys(Object.values(types).map((each) => each?.key)).join(' ');
        this.#report('reserved-key', ['types', id, 'key'], { key, keys });
      } else if (before !== undefined) {
        this.#report('repeated-key', ['types', id, 'key'], { key, type: before });
      }
      ofKeys.set(key, before ?? id);
    }
  }

  #checkAttributes(
    owner: AttributeOwner,
    attributes: Readonly<Record<string, AttributeData>>,
    ids: readonly string[],
  ): void {
    const hasTypes = owner === 'entity' || owner === 'mention';
    const known = hasTypes ? knownSchemaKeys.typedAttribute : knownSchemaKeys.attribute;
    for (const [name, data] of Object.entries(attributes)) {
      const path = ['attributes', owner, name];
      if (reservedNames[owner].includes(name)) {
        this.#problems.push(problem('reserved-name', this.#parsed.keyRangeOf(path), { name }));
      }
      const attribute = inFull(data);
      this.#known(attribute, path, known);
      if (hasTypes) this.#checkTypesOf(attribute.types ?? [], [...path, 'types'], ids);
    }
  }

  #checkTypesOf(types: readonly string[], path: Path, ids: readonly string[]): void {
    types.forEach((type, index) => {
      if (ids.includes(type)) return;
      this.#report('unknown-type', [...path, index], { type, types: ids.join(', ') });
    });
  }

  #known(data: object, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(data).filter((each) => !known.includes(each))) {
      this.#problems.push(problem('unknown-key', this.#parsed.keyRangeOf([...path, key]), { key }));
    }
  }

  #report(code: ProblemCode, path: Path, detail: Record<string, string>): void {
    this.#problems.push(problem(code, this.#parsed.rangeOf(path), detail));
  }
}
