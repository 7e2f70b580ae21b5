import type { Translate } from '../check/messages';
import type { Extra, Mention, Quote, QuoteKind } from '../model/annotation';
import type { Conflict } from '../model/conflict';
import type { VersionedThing } from './difference';
import { cueText, speakerText, targetText, valueText, type NameOf } from './valueTexts';

/** The names of parts that a difference may have, and what stands for a part that is not there, by their English texts. */
export const partMessages = {
  none: 'none',
  words: 'words',
  entity: 'entity',
  kind: 'kind',
  cue: 'cue',
  speaker: 'speaker',
  name: 'name',
  type: 'type',
  conflict: 'conflict',
  title: 'title',
  outlet: 'outlet',
  published: 'published',
  language: 'language',
  status: 'status',
  labels: 'labels',
} as const;

/** A part that has changed, as people read it. */
export interface ChangedText {
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

/** How things are called in the two versions. */
export interface Names {
  readonly before: NameOf;
  readonly after: NameOf;
  /** What a kind of quotes is called; by default as the format calls it. */
  readonly kind?: (kind: QuoteKind) => string;
}

/** Each part that a difference has otherwise, as it was and as it is. */
export function changedTexts(
  difference: VersionedThing,
  names: Names,
  translate: Translate = (english) => english,
): ChangedText[] {
  const { before, after, parts } = difference;
  const nothing = translate(partMessages.none);
  const textOf = (version: typeof before, part: string, nameOf: NameOf) =>
    partText({ thing: difference.thing, version, part }, nameOf, names) ?? nothing;
  return parts.map((part) => ({
    part: isPart(part) ? translate(partMessages[part]) : part,
    before: textOf(before, part, names.before),
    after: textOf(after, part, names.after),
  }));
}

interface PartOfVersion {
  readonly thing: VersionedThing['thing'];
  readonly version: VersionedThing['before'];
  readonly part: string;
}

/** Undefined where the version does not have the part. */
function partText({ thing, version, part }: PartOfVersion, nameOf: NameOf, { kind }: Names) {
  if (thing === 'mention') return mentionPart(version as Mention, part, nameOf);
  if (thing !== 'quote') return furtherPart(version, part);
  const quote = version as Quote;
  return part === 'kind' && kind ? kind(quote.kind) : quotePart(quote, part, nameOf);
}

function mentionPart(mention: Mention, part: string, nameOf: NameOf): string | undefined {
  if (part === 'entity') return nameOf(mention.entity);
  return part === 'words' ? targetText(mention.target) : furtherPart(mention, part);
}

function quotePart(quote: Quote, part: string, nameOf: NameOf): string | undefined {
  const { content, cue, speaker } = quote;
  switch (part) {
    case 'words':
      return targetText(content);
    case 'cue':
      return cue && cueText(cue);
    case 'speaker':
      return speaker && speakerText(speaker, nameOf);
    default:
      return furtherPart(quote, part);
  }
}

/** A field of an article, a key of an entity, or one that the format does not know. */
function furtherPart(
  item: { readonly extra?: Extra; readonly conflict?: Conflict },
  part: string,
): string | undefined {
  const { extra, ...known } = item;
  const value = new Map(Object.entries({ ...extra, ...known })).get(part);
  return value === undefined ? undefined : valueText(value);
}

function isPart(part: string): part is keyof typeof partMessages {
  return Object.hasOwn(partMessages, part);
}
