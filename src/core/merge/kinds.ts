import type { Cue, Entity, Mention, Quote, Speaker } from '../model/annotation';
import { equal } from '../model/equal';
import { selectorsData, targetData } from '../sidecar/targetData';
import { hasSameFurther, KeyMerge } from './keyMerge';
import { isSameTarget } from './targets';
import { mergedItem, type BothWays, type Kind } from './threeWays';

// How two versions of each sort of annotation become one, part by part.

export const mentionKind: Kind<Mention> = {
  isSame: (a, b) =>
    a.entity === b.entity && isSameTarget(a.target, b.target) && hasSameFurther(a, b),
  merge(ways) {
    const merge = new KeyMerge(ways);
    return {
      entity: merge.required('entity', ({ entity }) => entity),
      target: merge.target(({ target }) => target, wordsData) ?? ways.ours.target,
      ...merge.further(),
    };
  },
};

const cueKind: Kind<Cue> = {
  isSame: (a, b) => isSameTarget(a.target, b.target) && hasSameFurther(a, b),
  merge(ways) {
    const merge = new KeyMerge(ways);
    const target = merge.target((cue) => cue.target, wordsData) ?? ways.ours.target;
    return { target, ...merge.further() };
  },
};

const speakerKind: Kind<Speaker> = {
  isSame: (a, b) =>
    a.entity === b.entity && isSameTarget(a.target, b.target) && hasSameFurther(a, b),
  merge(ways) {
    const merge = new KeyMerge(ways);
    const entity = merge.value('entity', (speaker) => speaker.entity);
    const target = merge.target((speaker) => speaker.target, wordsData);
    return {
      ...(entity !== undefined && { entity }),
      ...(target && { target }),
      ...merge.further(),
    };
  },
};

export const quoteKind: Kind<Quote> = {
  isSame: (a, b) =>
    a.kind === b.kind &&
    isSameTarget(a.content, b.content) &&
    isSamePart(a.cue, b.cue, cueKind) &&
    isSamePart(a.speaker, b.speaker, speakerKind) &&
    hasSameFurther(a, b),
  merge(ways) {
    const { base, ours, theirs } = ways;
    const merge = new KeyMerge(ways);
    const cue = mergedItem({ base: base?.cue, ours: ours.cue, theirs: theirs.cue }, cueKind);
    const speaker = mergedItem(
      { base: base?.speaker, ours: ours.speaker, theirs: theirs.speaker },
      speakerKind,
    );
    // A conflict has its keys in the order in which they are asked for, which is that of the format.
    const kind = merge.required('kind', (quote) => quote.kind);
    const content = merge.target(
      (quote) => quote.content,
      (target) => ({ content: target && selectorsData(target) }),
    );
    return {
      kind,
      content: content ?? ours.content,
      ...(cue && { cue }),
      ...(speaker && { speaker }),
      ...merge.further(),
    };
  },
};

export const entityKind: Kind<Entity> = {
  isSame: (a, b) => a.name === b.name && a.type === b.type && hasSameFurther(a, b),
  merge(ways: BothWays<Entity>) {
    const merge = new KeyMerge(ways);
    return {
      id: ways.ours.id,
      name: merge.required('name', ({ name }) => name),
      type: merge.required('type', ({ type }) => type),
      ...merge.further(),
    };
  },
};

function isSamePart<T>(a: T | undefined, b: T | undefined, { isSame }: Kind<T>): boolean {
  return a && b ? isSame(a, b) : equal(a, b);
}

/** The keys of a sidecar that say words of the article, or that there are none. */
function wordsData(target: Parameters<typeof isSameTarget>[0]): Readonly<Record<string, unknown>> {
  return target ? targetData(target) : { exact: null };
}
