import type { EntityId } from '../../core/model/annotation';
import { mentionsOf } from '../../core/model/annotationSet';
import { blocksWriting } from '../../core/check/problem';
import { nowhere } from '../../core/merge/mergeSidecars';
import { defaultSchema } from '../../core/model/schema';
import { parseSource } from '../../core/sidecar/parseBlocks';
import { readParsed } from '../../core/sidecar/read';
import { entityText, fieldLines, mentionText, quoteText } from '../annotationText';

/**
 * What a sidecar says, a line for each annotation, for the diffs of git: without contexts and offsets, which change
 * with the text. A sidecar that cannot be read wholly is shown as it is.
 */
export function sidecarText(source: string): string {
  const parsed = parseSource(source);
  if (blocksWriting(parsed.problems)) return source;
  const { set } = readParsed(parsed, nowhere, defaultSchema, () => undefined);
  const nameOf = (id: EntityId) => set.entities.get(id)?.name ?? id;
  const lines = [
    ...fieldLines(set.article),
    ...[...set.entities.values()].flatMap((entity) => [
      entityText(entity),
      ...mentionsOf(set, entity.id).map((mention) => mentionText(mention, nameOf)),
    ]),
    ...set.quotes.map((quote) => quoteText(quote, nameOf)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
