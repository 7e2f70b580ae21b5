import type { Entity } from '../model/annotation';
import type { Likelihood, LikelyEntity } from './likelyEntities';

/** What a name becomes a mention of: an entity that is known, a new one, or one that a person has to choose. */
export type Joining =
  { readonly kind: 'known'; readonly entity: Entity } | { readonly kind: 'new' | 'ask' };

/**
 * The entity that a name of this type joins: the one that has the name, or another spelling of it, or the
 * person who has the surname; one of the article before one of the corpus. Where several fit as well, or a
 * name that comes near may be meant, a person has to choose.
 */
export function joining(
  type: string,
  article: readonly LikelyEntity[],
  corpus: readonly LikelyEntity[],
): Joining {
  const ofType = [article, corpus].map((likely) =>
    likely.filter(({ known }) => known.entity.type === type),
  );
  for (const likely of ofType) {
    for (const certain of ['same', 'spelling', 'surname'] as const) {
      const fitting = likely.filter(({ likelihood }) => likelihood === certain);
      const [only, ...further] = fitting;
      if (only) {
        return further.length > 0 ? { kind: 'ask' } : { kind: 'known', entity: only.known.entity };
      }
    }
  }
  const [here = [], elsewhere = []] = ofType;
  const has = (likely: readonly LikelyEntity[], wanted: Likelihood) =>
    likely.some(({ likelihood }) => likelihood === wanted);
  // A first name alone may be anybody's in a corpus. Parts of other names («Corea») are other things.
  const isDoubtful =
    has(here, 'similar') || has(elsewhere, 'similar') || (type === 'person' && has(here, 'part'));
  return { kind: isDoubtful ? 'ask' : 'new' };
}
