import { concatBytes } from '@noble/hashes/utils.js';
import { changedStretch } from '../model/changedStretch';
import type { Span } from '../text/span';
import type { Block, Blocks } from './blocks';

/**
 * The sidecar with the blocks `after` in UTF-8, made of `bytes`, which is that with the blocks `before`: a
 * long one differs after an act by a few lines, and the others need not be encoded again. Undefined where
 * `bytes` is not just the source before, as with a byte order mark.
 */
export function splicedBytes(
  before: Blocks,
  after: Blocks,
  bytes: Uint8Array,
): Uint8Array | undefined {
  const pieces = piecesOf(before, after);
  const last = pieces.at(-1);
  if (typeof last !== 'object' || last.end !== bytes.length) return undefined;
  const encoder = new TextEncoder();
  return concatBytes(
    ...pieces.map((piece) =>
      typeof piece === 'string' ? encoder.encode(piece) : bytes.subarray(piece.start, piece.end),
    ),
  );
}

/** A block, or the lines around the blocks. */
type Part = Block | string;

/** A stretch of the source before, in bytes, or lines in the place of others. */
type Piece = Span | string;

function piecesOf(before: Blocks, after: Blocks): Piece[] {
  const size = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + utf8Length(part), 0);
  const pieces: Piece[] = [];
  let [keptFrom, at] = [0, 0];
  // An entity and a quote may have changed, with all of a long sidecar between them.
  for (const partsOf of [partsWithEntities, partsWithQuotes]) {
    const was = partsOf(before);
    const { start, removed, added } = changedStretch(was, partsOf(after));
    const changedAt = at + size(was.slice(0, start));
    pieces.push({ start: keptFrom, end: changedAt }, added.map(linesOf).join(''));
    keptFrom = changedAt + size(removed);
    at = keptFrom + size(was.slice(start + removed.length));
  }
  return [...pieces, { start: keptFrom, end: at }];
}

function partsWithEntities({ head, entities, between }: Blocks): Part[] {
  return [head, ...entities.values(), between];
}

function partsWithQuotes({ quotes, tail }: Blocks): Part[] {
  return [...quotes, tail];
}

function linesOf(part: Part): string {
  return typeof part === 'string' ? part : part.source;
}

const utf8Lengths = new WeakMap<Block, number>();

/** In bytes. Counted once for each block. */
function utf8Length(part: Part): number {
  const known = typeof part === 'string' ? undefined : utf8Lengths.get(part);
  if (known !== undefined) return known;
  const { length } = new TextEncoder().encode(linesOf(part));
  if (typeof part !== 'string') utf8Lengths.set(part, length);
  return length;
}
