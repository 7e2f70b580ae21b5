import { quoteKinds, type QuoteKind } from './annotation';

/** What a project annotates: `chiosa.yaml` says it, see docs/schema.md. */
export interface Schema {
  readonly types: readonly EntityType[];
  /** The kinds of quotes that the project tells apart. */
  readonly quoteKinds: readonly QuoteKindUse[];
  readonly attributes: Readonly<Record<AttributeOwner, readonly Attribute[]>>;
  /** Glob patterns of the files that are articles, relative to the project; without them all may be. */
  readonly articles?: readonly string[];
}

/** One type of entity. `id` is what a sidecar says. */
export interface EntityType {
  readonly id: string;
  /** The single key that annotates as this type: a letter in lower case or a digit. */
  readonly key?: string;
  /** What people call it; without it, its id. */
  readonly label?: string;
  /** Its own colour: `#rrggbb`, or the id of a theme colour such as `charts.red`. */
  readonly color?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
}

/** A kind of quote, and what the project calls it. */
export interface QuoteKindUse {
  readonly id: QuoteKind;
  readonly label?: string;
  readonly description?: string;
}

/** What can have attributes. */
export const attributeOwners = ['entity', 'mention', 'quote', 'article'] as const;
export type AttributeOwner = (typeof attributeOwners)[number];

/** A further key that the project writes on annotations of one sort. */
export interface Attribute {
  readonly name: string;
  /** Yes or no, free text, or one of these words. */
  readonly values: 'boolean' | 'text' | readonly string[];
  /** The types whose entities, or mentions of them, have it; without them all do. */
  readonly types?: readonly string[];
  readonly description?: string;
}

/** The schema of a project that says nothing else. */
export const defaultSchema: Schema = {
  types: [
    { id: 'person', key: 'p' },
    { id: 'organization', key: 'o' },
    { id: 'location', key: 'l' },
    { id: 'event', key: 'e' },
    { id: 'work', key: 'w' },
    { id: 'other', key: 't' },
  ],
  quoteKinds: quoteKinds.map((id) => ({ id })),
  attributes: { entity: [], mention: [], quote: [], article: [] },
};

/** The entity type with this key, if there is one. */
export function typeWithKey({ types }: Schema, key: string): EntityType | undefined {
  return types.find((type) => type.key === key);
}

/** The attributes that something may have: for an entity or a mention, `type` is that of the entity. */
export function attributesOf(schema: Schema, owner: AttributeOwner, type?: string): Attribute[] {
  return schema.attributes[owner].filter(
    ({ types }) => types === undefined || (type !== undefined && types.includes(type)),
  );
}

/** Whether the attribute may have a value that a sidecar says. */
export function isAllowed({ values }: Attribute, value: unknown): boolean {
  if (values === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && (values === 'text' || values.includes(value));
}
