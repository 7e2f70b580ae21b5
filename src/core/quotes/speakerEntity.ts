import { likelyEntities } from '../entities/likelyEntities';
import { extentOf, type EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { contains } from '../text/span';
import { precedingQuote } from './precedingQuote';
import type { NominalPhrase } from './nominalPhrase';

/**
 * The entity that a phrase refers to: that of a mention which is the phrase or its name, else the one
 * entity of the article that has the name. `il portavoce del Cremlino` is not the Kremlin.
 */
export function entityOfPhrase(
  set: AnnotationSet,
  text: string,
  phrase: NominalPhrase,
): EntityId | undefined {
  const mention = set.mentions.find(({ target }) => {
    const extent = extentOf(target);
    if (extent?.end !== phrase.end) return false;
    return contains(extent, phrase) || (phrase.name && contains(phrase.name, extent));
  });
  if (mention) return mention.entity;
  if (!phrase.name) return undefined;
  const likely = likelyEntities(set, text.slice(phrase.name.start, phrase.name.end));
  const same = likely.filter(({ likelihood }) => likelihood === 'same');
  // A surname alone is the person; a part of another name («Corea») is often something else.
  const part = likely.filter(
    ({ likelihood, entity }) => likelihood === 'part' && entity.type === 'person',
  );
  const certain = same.length > 0 ? same : part;
  return certain.length === 1 ? certain[0]?.entity.id : undefined;
}

/**
 * The speaker of the quote before, where a verb without a subject (`ha aggiunto`) goes on with what that
 * says: in the same paragraph or the next, and nobody else is mentioned meanwhile.
 */
export function speakerGoingOn(
  set: AnnotationSet,
  text: string,
  offset: number,
): EntityId | undefined {
  const quote = precedingQuote(set, text, offset);
  const start = quote && extentOf(quote.content)?.end;
  const entity = quote?.speaker?.entity;
  if (start === undefined || entity === undefined) return undefined;
  const hasOther = set.mentions.some((mention) => {
    const extent = extentOf(mention.target);
    const isBetween = extent && extent.start >= start && extent.end <= offset;
    const type = set.entities.get(mention.entity)?.type ?? '';
    return isBetween && mention.entity !== entity && ['person', 'organization'].includes(type);
  });
  return hasOther ? undefined : entity;
}
