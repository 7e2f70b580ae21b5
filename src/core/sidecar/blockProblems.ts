import type { Problem } from '../check/problem';
import type { Schema } from '../model/schema';
import type { OldTexts } from './anchors';
import { lineCount, type Block, type Blocks } from './blocks';
import type { ArticleFile } from './articleFile';
import { readSidecar } from './read';

/** The problems of a sidecar, each in the block where it stands. */
export interface BlockProblems {
  /** Those before the first block. */
  readonly head: readonly Problem[];
  /** Those of each block, which may be none, on lines counted from the block's first, from 0. */
  readonly inBlocks: ReadonlyMap<Block, readonly Problem[]>;
}

/** What a block is looked at for. `textId` is the blob id that the sidecar names. */
export interface Checked {
  readonly textId: string;
  readonly article: ArticleFile;
  readonly schema: Schema;
  readonly oldTexts?: OldTexts;
  readonly entities: ReadonlyMap<string, unknown>;
}

/** Sorts the problems of a sidecar into its blocks; undefined where one stands between or behind them. */
export function problemsByBlock(
  blocks: Blocks,
  problems: readonly Problem[],
): BlockProblems | undefined {
  const starts = startsOf(blocks);
  const inBlocks = new Map<Block, Problem[]>([...starts.keys()].map((block) => [block, []]));
  const head: Problem[] = [];
  const headLines = lineCount(blocks.head);
  for (const each of problems) {
    const { line } = each.range.start;
    const place = [...starts].find(([block, start]) => start <= line && line < start + block.lines);
    if (line < headLines) head.push(each);
    else if (place) inBlocks.get(place[0])?.push(moved(each, -place[1]));
    else return undefined;
  }
  return { head, inBlocks };
}

/**
 * The problems after some blocks were written anew: only those are looked at, so that quotes that say the
 * same in two blocks are not found; who reads the whole sidecar finds them.
 */
export function problemsAfter(
  before: BlockProblems,
  blocks: Blocks,
  checked: Checked,
): BlockProblems {
  // An entity that was unknown may be there now.
  const isStill = ({ code, detail }: Problem) =>
    code !== 'unknown-entity' || !checked.entities.has(detail['entity'] ?? '');
  const [entities, quotes] = [new Set(blocks.entities.values()), new Set(blocks.quotes)];
  const inBlocks = new Map(before.inBlocks);
  for (const block of before.inBlocks.keys()) {
    if (!entities.has(block) && !quotes.has(block)) inBlocks.delete(block);
  }
  for (const block of entities) {
    if (!inBlocks.has(block)) inBlocks.set(block, problemsIn('entities', block, checked));
  }
  for (const block of quotes) {
    if (!inBlocks.has(block)) inBlocks.set(block, problemsIn('quotes', block, checked));
  }
  for (const [block, found] of inBlocks) {
    if (found.length > 0) inBlocks.set(block, found.filter(isStill));
  }
  return { head: before.head, inBlocks };
}

/** All problems, on lines of the file. */
export function allProblems({ head, inBlocks }: BlockProblems, blocks: Blocks): Problem[] {
  const found: Problem[] = [];
  for (const [block, start] of startsOf(blocks)) {
    for (const each of inBlocks.get(block) ?? []) found.push(moved(each, start));
  }
  return [...head, ...found];
}

/** Reads the block as a sidecar of its own. */
function problemsIn(
  section: 'entities' | 'quotes',
  block: Block,
  { textId, article, schema, oldTexts }: Checked,
): Problem[] {
  const head = `chiosa: 1\ntext: ${textId}\n${section}:\n`;
  const { problems } = readSidecar(head + block.source, article, schema, oldTexts);
  return problems.map((each) => moved(each, -lineCount(head)));
}

/** The lines, from 0, on which the blocks begin. */
function startsOf({ head, entities, between, quotes }: Blocks): Map<Block, number> {
  const starts = new Map<Block, number>();
  let line = lineCount(head);
  const add = (block: Block) => {
    starts.set(block, line);
    line += block.lines;
  };
  for (const block of entities.values()) add(block);
  line += lineCount(between);
  quotes.forEach(add);
  return starts;
}

function moved(problem: Problem, lines: number): Problem {
  const { start, end } = problem.range;
  return {
    ...problem,
    range: {
      start: { ...start, line: start.line + lines },
      end: { ...end, line: end.line + lines },
    },
  };
}
