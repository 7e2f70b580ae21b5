import { entitiesOf, packed } from '../../src/core/corpus/packedSummary';
import type { Part } from '../../src/core/corpus/tally';
import type { Vocabulary } from '../../src/core/corpus/vocabulary';
import type { KnownEntity } from '../../src/core/entities/knownEntities';

/** What an article says of an entity, in numbers of the vocabulary. */
export function partOf(vocabulary: Vocabulary, quotes: number, known?: KnownEntity): Part {
  const entities = known ? [known] : [];
  const summary = packed({ fields: {}, entities, quotes: [] }, vocabulary);
  const [first] = entitiesOf(summary, vocabulary);
  return { ...(first && { known: first }), quotes };
}
