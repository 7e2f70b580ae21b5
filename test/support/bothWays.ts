import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../src/core/model/annotationSet';
import { defaultSchema } from '../../src/core/model/schema';
import { sourceOf } from '../../src/core/sidecar/blocks';
import type { ArticleFile } from '../../src/core/sidecar/articleFile';
import { readSidecar } from '../../src/core/sidecar/read';
import { rewriteSidecar } from '../../src/core/sidecar/rewrite';
import { writeSidecar } from '../../src/core/sidecar/write';

/**
 * Writes what `change` makes of a sidecar both ways, of its lines and anew, and holds the one against the other;
 * undefined where only the long way is open.
 */
export function bothWays(
  source: string,
  article: ArticleFile,
  change: (set: AnnotationSet) => AnnotationSet,
): string | undefined {
  const { set, textId, layout } = readSidecar(source, article, defaultSchema);
  assert.ok(textId !== undefined);
  const now = change(set);
  const rewritten = layout && rewriteSidecar(now, article, textId, { set, layout });
  const written = writeSidecar(now, article, { source, textId });
  assert.deepEqual(readSidecar(written, article, defaultSchema).set, now);
  if (!rewritten) return undefined;
  assert.equal(sourceOf(rewritten.layout.blocks), written);
  const read = readSidecar(written, article, defaultSchema);
  if (read.layout) assert.deepEqual(rewritten.layout, read.layout);
  return written;
}
