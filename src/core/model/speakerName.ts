import { wordsOf, type Quote } from './annotation';
import type { AnnotationSet } from './annotationSet';

/** The name of the entity that speaks, or its id where the set has no more, or the words that say who does. */
export function speakerName(set: AnnotationSet, { speaker }: Quote): string | undefined {
  if (speaker?.entity !== undefined)
    return set.entities.get(speaker.entity)?.name ?? speaker.entity;
  return speaker?.target && wordsOf(speaker.target);
}
