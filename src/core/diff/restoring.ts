import type { Pairs } from '../merge/pairs';
import type { Entity, EntityId, Mention, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change, FurtherKeys, Replacement } from '../model/change';
import { referredTo } from '../model/conflict';
import type { Difference, Versions } from './difference';
import { matchSets, type Matching } from './matching';

/** Two sets of annotations of one text. */
export interface TwoSets {
  readonly before: AnnotationSet;
  readonly after: AnnotationSet;
}

/**
 * The change of `after` that takes back some of what differs between two sets: what was removed comes back, with the
 * entity that it needs, what was changed is as it was, what was added goes.
 * @param differences of these very sets
 */
export function restoring(differences: readonly Difference[], sets: TwoSets): Change {
  const ofEntities = differences.filter((each) => each.thing === 'entity');
  const matching = matchSets(sets.before, sets.after);
  const ids = new FormerIds(ofEntities, matching);
  const mentions = new Replacements<Mention>();
  const quotes = new Replacements<Quote>();
  for (const [now, id] of ids.of(mentionsIn(sets, matching))) {
    mentions.replace(now, { ...now, entity: id });
  }
  for (const [now, id] of ids.of(quotesIn(sets, matching))) quotes.replace(now, spokenBy(now, id));
  for (const each of differences) {
    if (each.thing === 'mention') mentions.takeBack(each, (was) => ids.inMention(was));
    if (each.thing === 'quote') quotes.takeBack(each, (was) => ids.inQuote(was));
  }
  const entities = ofEntities.map((each) => entityBack(each, sets.before));
  const parts = { mentions: mentions.all, quotes: quotes.all };
  return {
    ...wholeBack(differences),
    ...parts,
    entities: [...entities, ...neededBy(parts, entities, sets), ...leftBy(parts, sets)],
  };
}

type EntityDifference = Extract<Difference, { readonly thing: 'entity' }>;

/** The annotations of a sort in two sets. */
interface Sort<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly pairs: Pairs<T>;
  /** The entity that one refers to. */
  readonly idOf: (item: T) => EntityId | undefined;
}

function mentionsIn({ before, after }: TwoSets, { mentions: pairs }: Matching): Sort<Mention> {
  return { before: before.mentions, after: after.mentions, pairs, idOf: ({ entity }) => entity };
}

function quotesIn({ before, after }: TwoSets, { quotes: pairs }: Matching): Sort<Quote> {
  const idOf = ({ speaker }: Quote) => speaker?.entity;
  return { before: before.quotes, after: after.quotes, pairs, idOf };
}

/** The ids that entities get back, and what refers to them. */
class FormerIds {
  readonly #matching: Matching;
  /** Entities that have another id now, and get their own back. */
  readonly #renamed: readonly Extract<EntityDifference, Versions<Entity>>[];
  readonly #back: ReadonlySet<EntityId>;

  constructor(differences: readonly EntityDifference[], matching: Matching) {
    this.#matching = matching;
    this.#renamed = differences.flatMap((each) =>
      'parts' in each && each.before.id !== each.after.id ? [each] : [],
    );
    this.#back = new Set(differences.flatMap((each) => ('before' in each ? each.before.id : [])));
  }

  /** The annotations of a sort that are of entities which get their ids back, with these. */
  *of<T>({ before, after, pairs, idOf }: Sort<T>): Iterable<[T, EntityId]> {
    for (const { change, before: was, after: is } of this.#renamed) {
      const former = before.filter((item) => idOf(item) === was.id);
      // Of an entity that others are now too, only what it had.
      const own = change === 'merged' ? former.map((item) => pairs.secondOf(item)) : after;
      for (const now of own) if (now && idOf(now) === is.id) yield [now, was.id];
    }
  }

  /** A former mention, of an entity that there is: one that was renamed and stays so has its present id. */
  inMention(was: Mention): Mention {
    const id = this.#idFor(was.entity);
    return id === was.entity ? was : { ...was, entity: id };
  }

  inQuote(was: Quote): Quote {
    const id = was.speaker?.entity;
    return id === undefined || this.#idFor(id) === id ? was : spokenBy(was, this.#idFor(id));
  }

  #idFor(id: EntityId): EntityId {
    return this.#back.has(id) ? id : this.#matching.idNow(id);
  }
}

/** What becomes of the annotations of a sort, each replaced once. */
class Replacements<T> {
  readonly #byItem = new Map<T, T | undefined>();
  readonly #added: T[] = [];

  replace(now: T, then: T | undefined): void {
    this.#byItem.set(now, then);
  }

  takeBack(difference: { readonly before?: T; readonly after?: T }, asNeeded: (was: T) => T): void {
    const { before, after } = difference;
    const then = before && asNeeded(before);
    if (after) this.replace(after, then);
    else if (then) this.#added.push(then);
  }

  get all(): Replacement<T>[] {
    const replaced = [...this.#byItem].map(([before, after]): Replacement<T> =>
      after ? { before, after } : { before },
    );
    return [...replaced, ...this.#added.map((after) => ({ after }))];
  }
}

function entityBack(difference: EntityDifference, former: AnnotationSet): Replacement<Entity> {
  if (difference.change === 'added') return { before: difference.after };
  const { before: was } = difference;
  // What others have been merged into stays, if it was there before.
  const isAlone = difference.change === 'removed' || isOther(difference, former);
  return isAlone ? { after: was } : { before: difference.after, after: was };
}

function isOther({ before, after }: Versions<Entity>, { entities }: AnnotationSet): boolean {
  return before.id !== after.id && entities.has(after.id);
}

interface Parts {
  readonly mentions: readonly Replacement<Mention>[];
  readonly quotes: readonly Replacement<Quote>[];
}

/** The former entities that what comes back refers to, as far as they are not there. */
function neededBy(
  { mentions, quotes }: Parts,
  entities: readonly Replacement<Entity>[],
  { before, after }: TwoSets,
): Replacement<Entity>[] {
  const comeBack = new Set(entities.map((each) => each.after?.id));
  const referred = referredTo({
    mentions: mentions.flatMap((each) => each.after ?? []),
    quotes: quotes.flatMap((each) => each.after ?? []),
  });
  return [...referred].flatMap((id) => {
    const known = before.entities.get(id);
    return known && !after.entities.has(id) && !comeBack.has(id) ? [{ after: known }] : [];
  });
}

/** The entities that have come with what goes: each is removed where nothing else refers to it. */
function leftBy({ mentions, quotes }: Parts, { before, after }: TwoSets): Replacement<Entity>[] {
  const left = referredTo({
    mentions: mentions.flatMap((each) => each.before ?? []),
    quotes: quotes.flatMap((each) => each.before ?? []),
  });
  return [...left].flatMap((id) => {
    const known = after.entities.get(id);
    return known && !before.entities.has(id) ? [{ before: known }] : [];
  });
}

/** What an article or a sidecar says of itself, as it was. */
function wholeBack(differences: readonly Difference[]): Pick<Change, 'article' | 'further'> {
  const article = differences.find((each) => each.thing === 'article');
  const further = differences.find((each) => each.thing === 'sidecar');
  return {
    ...(article && { article: { before: article.after, after: article.before } }),
    ...(further && {
      further: { before: furtherOf(further.after), after: furtherOf(further.before) },
    }),
  };
}

function furtherOf({ extra, conflict }: FurtherKeys): FurtherKeys {
  return { extra, ...(conflict && { conflict }) };
}

function spokenBy(quote: Quote, entity: EntityId): Quote {
  return { ...quote, speaker: { ...quote.speaker, entity } };
}
