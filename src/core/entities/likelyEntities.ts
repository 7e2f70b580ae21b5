import type { KnownEntity } from './knownEntities';
import { comparedName, spellingDistance, type ComparedName, type NamePart } from './spelling';

/**
 * How well words fit an entity, from the best on: the same name (but for case, accents, hyphens and spaces),
 * another spelling of it, the surname of a person (or the full name of one known by surname), a name that is
 * nearly the same, a part of a name, a shared word, nothing.
 */
const likelihoods = ['same', 'spelling', 'surname', 'similar', 'part', 'shared', 'other'] as const;
export type Likelihood = (typeof likelihoods)[number];

// One language for all, so that the order is the same everywhere.
const names = new Intl.Collator('en');

export interface LikelyEntity<Known extends KnownEntity = KnownEntity> {
  readonly known: Known;
  readonly likelihood: Likelihood;
}

/** The entities, those first that `words` fit best, then those mentioned most, then by name. */
export function likelyEntities<Known extends KnownEntity>(
  all: readonly Known[],
  words: string,
): LikelyEntity<Known>[] {
  return rated(all, words).sort(compareLikely);
}

/** As `likelyEntities`, only those that the words fit at all: of many, much faster. */
export function fittingEntities<Known extends KnownEntity>(
  all: readonly Known[],
  words: string,
): LikelyEntity<Known>[] {
  return rated(all, words)
    .filter(({ likelihood }) => likelihood !== 'other')
    .sort(compareLikely);
}

function rated<Known extends KnownEntity>(
  all: readonly Known[],
  words: string,
): LikelyEntity<Known>[] {
  return all.map((known) => ({ known, likelihood: likelihoodOf(known, words) }));
}

function compareLikely(a: LikelyEntity, b: LikelyEntity): number {
  return (
    compareLikelihoods(a.likelihood, b.likelihood) ||
    b.known.mentions - a.known.mentions ||
    names.compare(a.known.entity.name, b.known.entity.name) ||
    (a.known.entity.id < b.known.entity.id ? -1 : 1)
  );
}

/** Orders likelihoods from the best on. */
export function compareLikelihoods(a: Likelihood, b: Likelihood): number {
  return likelihoods.indexOf(a) - likelihoods.indexOf(b);
}

/** How well words fit one entity. */
export function likelihoodOf({ entity, forms }: KnownEntity, words: string): Likelihood {
  const isPerson = entity.type === 'person';
  const prepare = isPerson ? withoutArticles : (name: ComparedName) => name;
  const asked = comparedName(words);
  if (asked.folded === '') return 'other';
  const known = forms.map(comparedName);
  if (known.some(({ folded }) => folded === asked.folded)) return 'same';
  const parts = prepare(asked).parts;
  const knownParts = known.map((name) => prepare(name).parts);
  if (knownParts.some((name) => areAlike(name, parts))) return 'spelling';
  if (isPerson && isSurname(knownParts, parts)) return 'surname';
  if (known.some((name) => areSimilar(name, asked))) return 'similar';
  // Of a longer name only the name itself is a part: everybody of a family is mentioned by surname too.
  const [name = []] = knownParts;
  if (isPart(name, parts) || knownParts.some((whole) => isPart(parts, whole))) return 'part';
  return knownParts.some((each) => each.some((part) => has(parts, part))) ? 'shared' : 'other';
}

/** A key shorter than this is shared by different names: Khan and Chan. */
const leastKey = 4;

function isAlike(a: NamePart, b: NamePart): boolean {
  return a.folded === b.folded || (a.key === b.key && a.key.length >= leastKey);
}

function areAlike(a: readonly NamePart[], b: readonly NamePart[]): boolean {
  return a.length === b.length && endsWith(a, b);
}

/** Names of fewer letters than this are similar by chance: Iran and Iraq. */
const leastSimilar = 5;
/** One consonant, or two vowels: Poutine and Putin, Mohammed and Muhammad. */
const mostDifferent = 1;

function areSimilar(a: ComparedName, b: ComparedName): boolean {
  return (
    Math.min(a.key.length, b.key.length) >= leastSimilar &&
    a.key.startsWith(b.key.charAt(0)) &&
    spellingDistance(a.key, b.key, mostDifferent) <= mostDifferent
  );
}

/**
 * Whether the words are the end of one of the names, or a fuller name than the one by which a person is
 * known, and than all that end so: who is known as Verdi and as Anna Verdi is not Carlo Verdi.
 */
function isSurname(known: readonly (readonly NamePart[])[], words: readonly NamePart[]): boolean {
  if (known.some((name) => endsWith(name, words))) return true;
  const [name = []] = known;
  return (
    endsWith(words, name) && known.every((form) => !endsWith(form, name) || endsWith(words, form))
  );
}

function endsWith(whole: readonly NamePart[], end: readonly NamePart[]): boolean {
  const from = whole.length - end.length;
  return (
    end.length > 0 &&
    from >= 0 &&
    end.every((part, i) => {
      const other = whole[from + i];
      return other !== undefined && isAlike(other, part);
    })
  );
}

function isPart(part: readonly NamePart[], whole: readonly NamePart[]): boolean {
  return part.length > 0 && part.every((each) => has(whole, each));
}

function has(parts: readonly NamePart[], part: NamePart): boolean {
  return parts.some((each) => isAlike(each, part));
}

/** Arabic articles come and go in the names of people: Bashar al-Assad, el-Assad, Assad. */
function withoutArticles(name: ComparedName): ComparedName {
  const parts = name.parts.filter(({ folded }) => folded !== 'al' && folded !== 'el');
  return parts.length > 0 && parts.length < name.parts.length ? { ...name, parts } : name;
}
