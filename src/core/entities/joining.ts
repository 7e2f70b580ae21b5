import type { Entity } from '../model/annotation';
import type { KnownEntity } from './knownEntities';
import { fittingEntities, type Likelihood, type LikelyEntity } from './likelyEntities';

/** What a name becomes a mention of: an entity that is known, a new one, or one that a person has to choose. */
export type Joining =
  { readonly kind: 'known'; readonly entity: Entity } | { readonly kind: 'new' | 'ask' };

/**
 * The entity that a name of this type joins: the one that has the name, or another spelling of it, or the
 * person who has the surname; one of the article before one of the corpus. Where several fit as well, or a
 * name that comes near may be meant, a person has to choose.
 */
export function joining(
  words: string,
  type: string,
  article: readonly KnownEntity[],
  corpus: readonly KnownEntity[],
): Joining {
  const fitting = (all: readonly KnownEntity[]) =>
    fittingEntities(
      all.filter(({ entity }) => entity.type === type),
      words,
    );
  const here = fitting(article);
  const joinedHere = certain(here);
  if (joinedHere) return joinedHere;
  const elsewhere = fitting(corpus);
  const has = (likely: readonly LikelyEntity[], wanted: Likelihood) =>
    likely.some(({ likelihood }) => likelihood === wanted);
  // A first name alone may be anybody's in a corpus. Parts of other names («Corea») are other things.
  const isDoubtful =
    has(here, 'similar') || has(elsewhere, 'similar') || (type === 'person' && has(here, 'part'));
  return certain(elsewhere) ?? { kind: isDoubtful ? 'ask' : 'new' };
}

/** The entity that has the name or one that is as good; a person has to choose among several. */
function certain(likely: readonly LikelyEntity[]): Joining | undefined {
  for (const wanted of ['same', 'spelling', 'surname'] as const) {
    const [only, ...further] = likely.filter(({ likelihood }) => likelihood === wanted);
    if (only) {
      return further.length > 0 ? { kind: 'ask' } : { kind: 'known', entity: only.known.entity };
    }
  }
  return undefined;
}
