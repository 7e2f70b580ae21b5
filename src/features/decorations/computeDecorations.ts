import { spansOf } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Span } from '../../core/text/span';

/** What is marked in the text, by what it is. */
export interface ComputedDecorations {
  /** The mentions of entities, by type. */
  readonly entities: ReadonlyMap<string, readonly Span[]>;
  readonly quotes: readonly Span[];
  readonly cues: readonly Span[];
  readonly speakers: readonly Span[];
  /** Behind the last piece of a quote, the name of who said it. */
  readonly speakerLabels: readonly { readonly span: Span; readonly name: string }[];
}

/** What to mark for a set of annotations. Those without a certain place are not marked. */
export function computeDecorations(set: AnnotationSet): ComputedDecorations {
  const entities = new Map<string, Span[]>();
  for (const { entity, target } of set.mentions) {
    const type = set.entities.get(entity)?.type ?? 'other';
    entities.set(type, [...(entities.get(type) ?? []), ...spansOf(target)]);
  }
  return {
    entities,
    quotes: set.quotes.flatMap(({ content }) => spansOf(content)),
    cues: set.quotes.flatMap(({ cue }) => spansOf(cue?.target)),
    speakers: set.quotes.flatMap(({ speaker }) => spansOf(speaker?.target)),
    speakerLabels: set.quotes.flatMap(({ content, speaker }) => {
      const span = spansOf(content).at(-1);
      const name =
        speaker?.entity === undefined ? undefined : set.entities.get(speaker.entity)?.name;
      return span && name !== undefined ? [{ span, name }] : [];
    }),
  };
}
