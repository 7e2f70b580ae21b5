import * as z from 'zod';
import type { ProblemReason } from '../check/messages';
import { quoteKinds } from '../model/annotation';
import { articleStatuses } from '../model/annotationSet';
import { removed, type Conflict } from '../model/conflict';
import './zodConfig';

// The one definition of the format: the types, the validation and the JSON Schema come from it.

/** The version of the format that this code reads and writes. */
export const formatVersion = 1;

const words = z.string().min(1);
const blob = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'invalid-value/blob-id' satisfies ProblemReason)
  .describe('Git blob id of the article that the selectors were written for (git hash-object).');

const selectorKeys = {
  exact: words.describe('The words of the span, exactly as in the article; newlines as LF.'),
  prefix: z.string().optional().describe('The text before the span, within its paragraph.'),
  suffix: z.string().optional().describe('The text behind the span, within its paragraph.'),
  occurrence: z
    .int()
    .min(1)
    .optional()
    .describe('Which one, counted from 1, where prefix + exact + suffix stands more than once.'),
  text: blob.optional(),
};
const selector = z.looseObject(selectorKeys);
const piecesKeys = {
  spans: z
    .array(selector)
    .min(1)
    .describe('The pieces of a span cut in several, in the order of the text.'),
};
/** What a merge could not decide; `keys` are those in which versions may differ, and which they may be without. */
const conflictIn = (keys: Readonly<Record<string, z.ZodType>>) => {
  const differing = Object.entries(keys).map(([key, shape]) => [key, shape.nullable().optional()]);
  const version = z.looseObject({
    ...(Object.fromEntries(differing) as typeof keys),
    get conflict(): z.ZodOptional<z.ZodType<Conflict>> {
      return conflict.optional();
    },
  });
  const conflict: z.ZodType<Conflict> = z.union([
    z.looseObject({ theirs: z.union([z.literal(removed), version]), ours: z.never().optional() }),
    z.looseObject({ ours: z.literal(removed), theirs: z.never().optional() }),
  ]);
  return conflict.optional().meta({
    description: 'How the other side of a merge has it, until one is kept.',
    // A merge writes it, and nobody else: editors need not offer it.
    doNotSuggest: true,
  });
};
const none = (reason: ProblemReason) => z.never(reason).optional();
const noSelector = (reason: ProblemReason) => ({
  exact: none(reason),
  prefix: none(reason),
  suffix: none(reason),
  occurrence: none(reason),
  text: none(reason),
});
const inOnePiece = { ...selectorKeys, spans: none('invalid-value/beside-exact') };
const inPieces = { ...piecesKeys, ...noSelector('invalid-value/beside-spans') };
const entityId = words.describe(
  'The id of an entity: a slug of its name, in the name’s own script.',
);
const conflictOfTarget = conflictIn({ entity: entityId, ...selectorKeys, ...piecesKeys });
const target = z.union([
  z.looseObject({ ...inOnePiece, conflict: conflictOfTarget }),
  z.looseObject({ ...inPieces, conflict: conflictOfTarget }),
]);
const speakerKeys = { entity: entityId.optional(), conflict: conflictOfTarget };
const speaker = z.union([
  z.looseObject({ ...inOnePiece, ...speakerKeys }),
  z.looseObject({ ...inPieces, ...speakerKeys }),
  z.looseObject({
    ...noSelector('invalid-value/without-exact'),
    spans: z.never().optional(),
    ...speakerKeys,
    entity: entityId,
  }),
]);

const articleKeys = {
  title: z.string().optional(),
  outlet: z.string().optional().describe('Who published the article.'),
  published: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/,
      'invalid-value/date' satisfies ProblemReason,
    )
    .optional()
    .describe('The day of publication, as in 2025-07-12.'),
  language: z
    .string()
    .optional()
    .describe('The language of the article, as in it or en-GB (BCP 47).'),
  status: z.enum(articleStatuses).optional().describe('How far the annotation of the article is.'),
  labels: z.array(words).optional().describe('Words of the project’s own about the article.'),
};
const article = z.looseObject({
  ...articleKeys,
  conflict: conflictIn(articleKeys),
});

const description = {
  name: words.describe('The name by which the entity is known.'),
  type: words.describe(
    'person, organization, location, event, work, other, or a type of the project.',
  ),
};
const entity = z.looseObject({
  ...description,
  mentions: z
    .array(target)
    .optional()
    .describe('Where the article refers to it, in the order of the text.'),
  conflict: conflictIn(description),
});

const utterance = {
  kind: z
    .enum(quoteKinds)
    .describe('direct: all of it in quotation marks; mixed: some of it; indirect: none.'),
  content: z
    .array(selector)
    .min(1)
    .describe('What was said, without the marks, in one or more pieces.'),
};
const quote = z.looseObject({
  ...utterance,
  cue: target.optional().describe('The words that introduce the quote.'),
  speaker: speaker.optional().describe('Who said it: words of the article, an entity, or both.'),
  conflict: conflictIn(utterance),
});

/** A whole sidecar. Objects may have further keys: they are kept. */
export const sidecarShape = z.looseObject({
  chiosa: z.literal(formatVersion).describe('The version of the format.'),
  text: blob.optional(),
  article: article.optional().describe('What is said of the article as a whole.'),
  entities: z.record(z.string(), entity).optional().describe('The entities, by their ids.'),
  quotes: z.array(quote).optional().describe('The quotes, in the order of the text.'),
  conflict: conflictIn({}),
});

export type SidecarData = z.infer<typeof sidecarShape>;
export type SelectorData = z.infer<typeof selector>;
export type TargetData = z.infer<typeof target>;
export type QuoteData = z.infer<typeof quote>;

/** The keys that the format knows, for each kind of object; others are kept and reported. */
export const knownKeys = {
  sidecar: Object.keys(sidecarShape.shape),
  article: Object.keys(article.shape),
  entity: Object.keys(entity.shape),
  quote: Object.keys(quote.shape),
  selector: Object.keys(selectorKeys),
  target: [...Object.keys(selectorKeys), ...Object.keys(piecesKeys), 'conflict'],
  speaker: [...Object.keys(selectorKeys), ...Object.keys(piecesKeys), ...Object.keys(speakerKeys)],
} as const;

/** The JSON Schema (draft 2020-12) of a sidecar: `media/sidecar.schema.json` is made from it. */
export function sidecarJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(sidecarShape, { io: 'input', unrepresentable: 'any' });
  return { title: 'Chiosa sidecar', ...schema };
}
