import assert from 'node:assert/strict';
import { mergeSidecars, type MergedSidecar } from '../../src/core/merge/mergeSidecars';
import type { ArticleFile } from '../../src/core/sidecar/articleFile';
import { parseSource } from '../../src/core/sidecar/parseBlocks';

/** The sources of sidecars that are merged. */
export type ThreeSources = readonly [base: string, ours: string, theirs: string];

/** What a merge of sidecars gives. @param old the article that they may have been written for */
export function mergedFrom(
  [base, ours, theirs]: ThreeSources,
  article: ArticleFile | undefined,
  old?: ArticleFile,
): MergedSidecar {
  return mergeSidecars(
    { base: parseSource(base), ours: parseSource(ours), theirs: parseSource(theirs) },
    article,
    (id) => (old?.identity.matches(id) ? old.text.text : undefined),
  );
}

/** The source that a merge gives, which must not leave anything to decide. */
export function agreed(...merge: Parameters<typeof mergedFrom>): string {
  const { source, conflicts } = mergedFrom(...merge);
  assert.deepEqual(conflicts, []);
  return source;
}

/** The lines of a source that have some words, without their margins. */
export function linesWith(words: string, source: string): string[] {
  const lines = source.split('\n').filter((line) => line.includes(words));
  return lines.map((line) => line.trim());
}
