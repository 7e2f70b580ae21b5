import { samePlace } from '../../../src/core/edit/target';
import { mergeSidecars } from '../../../src/core/merge/mergeSidecars';
import { placeKey } from '../../../src/core/merge/targets';
import { emptySet, type AnnotationSet } from '../../../src/core/model/annotationSet';
import { versionIn } from '../../../src/core/model/conflict';
import { defaultSchema } from '../../../src/core/model/schema';
import { parseSource } from '../../../src/core/sidecar/parseBlocks';
import type { ArticleFile } from '../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { annotated, chosen, randomArticle, type Candidate, type Next } from './article';
import { gitMerge } from './gitMerge';

// Two branches annotate the same article: what git's merge by lines makes of it, and what ours does.

/** What became of some merges. */
export interface Tally {
  /** Merges in which something was left to decide. */
  conflicted: number;
  /** Merges without a conflict whose result cannot be read wholly. */
  broken: number;
  /** Annotations of a branch that the result does not say, and no conflict holds. */
  lost: number;
}

export interface BranchesResult {
  readonly git: Tally;
  readonly ours: Tally;
  /** Merges in which the branches really say something different of the same words. */
  readonly disagreed: number;
  /** Merges in which ours has a conflict without that, or none with it. */
  readonly wrong: number;
}

/** So many annotations there are before, and each branch adds so many. */
const [before, added] = [20, 50];

/**
 * @param folder for the files that git merges
 * @param disagreeing one annotation in so many gets another entity than others would give it; 0 for none
 */
export function measureBranches(
  runs: number,
  next: Next,
  folder: string,
  disagreeing: number,
): BranchesResult {
  const [git, ours]: [Tally, Tally] = [
    { conflicted: 0, broken: 0, lost: 0 },
    { conflicted: 0, broken: 0, lost: 0 },
  ];
  let [disagreed, wrong] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const { text, article, candidates } = randomArticle(next);
    const base = annotated(emptySet, text, chosen(candidates, before, next));
    const fresh = candidates.filter((each) => !isIn(base, each));
    const branch = () =>
      annotated(
        base,
        text,
        chosen(fresh, added, next).map((each) => seen(each, next, disagreeing)),
      );
    const sides = [branch(), branch()] as const;
    const [one, other] = sides;
    const write = (set: AnnotationSet) => writeSidecar(set, article);
    const sources = { base: write(base), ours: write(one), theirs: write(other) };
    const byGit = gitMerge(folder, sources);
    count(git, byGit.source, byGit.isConflicted, sides, article);
    const merged = mergeSidecars(
      {
        base: parseSource(sources.base),
        ours: parseSource(sources.ours),
        theirs: parseSource(sources.theirs),
      },
      article,
      () => undefined,
    );
    const isConflicted = merged.conflicts.length > 0;
    count(ours, merged.source, isConflicted, sides, article);
    const isReal = differences(one, other) > 0;
    if (isReal) disagreed += 1;
    if (merged.conflicts.length !== differences(one, other)) wrong += 1;
  }
  return { git, ours, disagreed, wrong };
}

function isIn({ mentions, quotes }: AnnotationSet, each: Candidate): boolean {
  return each.kind === 'mention'
    ? mentions.some(({ target }) => samePlace(target, [each.span]))
    : quotes.some(({ content }) => samePlace(content, [each.content]));
}

/** What somebody makes of words, now and then something else than others would. */
function seen(each: Candidate, next: Next, disagreeing: number): Candidate {
  if (disagreeing === 0 || next(disagreeing) > 0 || each.kind === 'quote') return each;
  const id = `${each.entity.id}-2`;
  return { ...each, entity: { ...each.entity, id } };
}

function count(
  tally: Tally,
  source: string,
  isConflicted: boolean,
  sides: readonly AnnotationSet[],
  article: ArticleFile,
): void {
  const { set, writable } = readSidecar(source, article, defaultSchema);
  const said = new Set(keysOf(set));
  const all = new Set(sides.flatMap(keysOf));
  if (isConflicted) tally.conflicted += 1;
  else if (!writable) tally.broken += 1;
  tally.lost += [...all].filter((key) => !said.has(key)).length;
}

/** How many words both branches have annotated, as something else each. */
function differences(one: AnnotationSet, other: AnnotationSet): number {
  const entities = new Map(one.mentions.map(({ target, entity }) => [placeKey(target), entity]));
  return other.mentions.filter(({ target, entity }) => {
    const first = entities.get(placeKey(target));
    return first !== undefined && first !== entity;
  }).length;
}

/** What a set says, a key for each annotation, also of those that conflicts hold. */
function keysOf({ mentions, quotes }: AnnotationSet): string[] {
  return [
    ...mentions.flatMap(({ target, entity, conflict }) => {
      const other = conflict && versionIn(conflict)?.['entity'];
      const ids = typeof other === 'string' ? [entity, other] : [entity];
      return ids.map((id) => `${placeKey(target)} ${id}`);
    }),
    ...quotes.map(({ content, speaker }) => `${placeKey(content)} by ${speaker?.entity ?? ''}`),
  ];
}
