import * as z from 'zod';
import type { ProblemReason } from '../check/messages';
import { quoteKinds } from '../model/annotation';
import '../sidecar/zodConfig';

// The one definition of `chiosa.yaml`: the types, the validation and the JSON Schema come from it.

const words = z.string().min(1);
const label = words.optional().describe('What people call it; without it, its id.');
const description = words.optional().describe('What it means, and what it does not.');

const typeKeys = {
  label,
  key: z
    .string()
    .regex(/^[a-z0-9]$/, 'invalid-value/type-key' satisfies ProblemReason)
    .optional()
    .describe('The single key that annotates as this type in annotation mode.'),
  color: z
    .string()
    .regex(
      /^(?:#[0-9a-fA-F]{6}|[\w-]+(?:\.[\w-]+)+)$/,
      'invalid-value/color' satisfies ProblemReason,
    )
    .optional()
    .describe('Its colour: "#2f6fde", or the id of a theme colour such as charts.red.'),
  description,
  examples: z.array(words).optional().describe('Names of such entities.'),
};
const type = z.looseObject(typeKeys).nullable();

const quoteKind = z.looseObject({ label, description }).nullable().optional();

const misfit: ProblemReason = 'invalid-value/attribute';
const values = z.union([z.enum(['boolean', 'text'], misfit), z.array(words, misfit).min(1)]);
const attributeKeys = {
  values: values.describe(
    'What it may say: boolean, text, or a list of the words that are allowed.',
  ),
  description,
};
const types = z
  .array(words)
  .min(1)
  .optional()
  .describe('The types of entities that have it; without them all do.');
const attribute = z.union([values, z.looseObject(attributeKeys)]);
const typedAttribute = z.union([values, z.looseObject({ ...attributeKeys, types })]);

/** A whole schema. Objects may have further keys: they are reported. */
export const schemaShape = z.looseObject({
  types: z
    .record(words, type)
    .refine((all) => Object.keys(all).length > 0, 'invalid-value/empty' satisfies ProblemReason)
    .optional()
    .describe('The types of entities, by their ids, in the order in which they are offered.'),
  quoteKinds: z
    .looseObject({ direct: quoteKind, mixed: quoteKind, indirect: quoteKind })
    .optional()
    .describe('The kinds of quotes that the project tells apart: direct, mixed, indirect.'),
  attributes: z
    .looseObject({
      entity: z.record(words, typedAttribute).optional().describe('Of entities.'),
      mention: z.record(words, typedAttribute).optional().describe('Of mentions.'),
      quote: z.record(words, attribute).optional().describe('Of quotes.'),
      article: z.record(words, attribute).optional().describe('Of articles as a whole.'),
    })
    .optional()
    .describe('Further keys that annotations may have, with their allowed values.'),
  articles: z
    .array(words)
    .min(1)
    .optional()
    .describe('Glob patterns of the files that are articles, such as articles/**/*.txt.'),
});

export type SchemaData = z.infer<typeof schemaShape>;
export type AttributeData = z.infer<typeof typedAttribute>;

/** The keys that the format knows, for each kind of object; others are reported. */
export const knownSchemaKeys = {
  schema: Object.keys(schemaShape.shape),
  type: Object.keys(typeKeys),
  quoteKinds: [...quoteKinds],
  quoteKind: ['label', 'description'],
  attribute: Object.keys(attributeKeys),
  typedAttribute: [...Object.keys(attributeKeys), 'types'],
} as const;

/** The JSON Schema (draft 2020-12) of `chiosa.yaml`: `media/project.schema.json` is made from it. */
export function schemaJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(schemaShape, { io: 'input', unrepresentable: 'any' });
  return { title: 'Chiosa project', ...schema };
}
