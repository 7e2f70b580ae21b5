import { knownEntities } from '../entities/knownEntities';
import { fittingEntities, type Likelihood } from '../entities/likelyEntities';
import { extentOf, type EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { mentionIndex } from '../model/spanIndex';
import { contains, type Span } from '../text/span';
import { precedingQuote } from './precedingQuote';
import type { NominalPhrase } from './nominalPhrase';

/**
 * The entity that a phrase refers to: that of a mention which is the phrase or its name, else the one
 * entity of the article that has the name. `il portavoce del Cremlino` is not the Kremlin, but with a name
 * right behind that it is who has this one.
 */
export function entityOfPhrase(
  set: AnnotationSet,
  text: string,
  phrase: NominalPhrase,
): EntityId | undefined {
  const mention = set.mentions.find(({ target }) => {
    const extent = extentOf(target);
    if (extent?.end !== phrase.end) return false;
    if (contains(extent, phrase) || (phrase.name && contains(phrase.name, extent))) return true;
    return contains(phrase, extent) && standsBehindMention(set, text, extent);
  });
  if (mention) return mention.entity;
  if (!phrase.name) return undefined;
  const words = text.slice(phrase.name.start, phrase.name.end);
  const fitting = fittingEntities(knownEntities(set), words);
  const named = (...certain: Likelihood[]) =>
    fitting.filter(({ likelihood }) => certain.includes(likelihood));
  const same = named('same', 'spelling');
  const found = same.length > 0 ? same : named('surname');
  return found.length === 1 ? found[0]?.known.entity.id : undefined;
}

/** Whether only white space stands between the mention at `place` and another one before it. */
function standsBehindMention(set: AnnotationSet, text: string, { start }: Span): boolean {
  const before = text.slice(0, start).trimEnd().length;
  return mentionIndex(set)
    .touching(before)
    .some(({ span }) => span.end === before && before < start);
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
