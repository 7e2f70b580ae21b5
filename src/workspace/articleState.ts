import { emptySet, isPlaced, type AnnotationSet } from '../core/model/annotationSet';
import type { Following } from '../core/anchor/followed';
import { blocksWriting, isOfGit, type Problem } from '../core/check/problem';
import { unmergeable } from '../core/merge/mergeVersions';
import type { Schema } from '../core/model/schema';
import {
  allProblems,
  problemsAfter,
  problemsByBlock,
  type BlockProblems,
} from '../core/sidecar/blockProblems';
import { sourceOf } from '../core/sidecar/blocks';
import type { OldTexts } from '../core/sidecar/anchors';
import { parseSource, type ParsedSource } from '../core/sidecar/parseBlocks';
import type { ArticleFile } from '../core/sidecar/articleFile';
import { readParsed, readSidecar, type Layout, type Unanchored } from '../core/sidecar/read';
import { rewriteSidecar } from '../core/sidecar/rewrite';
import { splicedBytes } from '../core/sidecar/splice';
import { writeSidecar } from '../core/sidecar/write';
import type { ArticleText } from '../core/text/articleText';
import { FileIdentity, type BlobId } from '../core/text/blobId';
import { decodeUtf8 } from '../core/text/decode';
import type { Words } from './articleWords';

/** The annotations of an article and what they stand on, as they were last read or written. Immutable. */
export interface ArticleState {
  /** The words, or undefined where the file is no text: `articleProblems` then says why. */
  readonly file?: ArticleFile;
  /** Whether the editor, where there is one, shows the words that the disk holds. */
  readonly isShownAsOnDisk?: boolean;
  readonly set: AnnotationSet;
  /** The same for states that differ at most by what is between their annotations, or before or behind. */
  readonly arrangement: object;
  /** What the annotations were held against. */
  readonly schema: Schema;
  /** The sidecar's source, put together when asked for; undefined where there is none. */
  readonly source?: () => string;
  readonly textId?: string;
  readonly layout?: Layout;
  /** What of the sidecar has no certain place in the article. Found when first asked for. */
  readonly unanchored: () => readonly Unanchored[];
  /** The texts that the sidecar was read with. */
  readonly oldTexts?: OldTexts;
  /** The ids of texts that would help to find annotations again and are not among these. */
  readonly missingTexts: readonly BlobId[];
  readonly articleProblems: readonly Problem[];
  /** Found when first asked for. */
  readonly sidecarProblems: () => readonly Problem[];
  /** The same by the blocks of `layout`, where that can be said. */
  readonly blockProblems?: () => BlockProblems | undefined;
  /** Whether the sidecar can be written without losing anything of what it holds. */
  readonly isWritable: boolean;
}

/** The state of an article without annotations. */
export function nothingOf(schema: Schema): ArticleState {
  return {
    set: emptySet,
    arrangement: {},
    schema,
    unanchored: () => [],
    missingTexts: [],
    articleProblems: [],
    sidecarProblems: () => [],
    isWritable: true,
  };
}

/** The state with a problem of its sidecar and no other. */
export function withProblem(state: ArticleState, problem: Problem): ArticleState {
  const problems = [problem];
  return { ...state, sidecarProblems: () => problems };
}

/** What keeps the sidecar from being written. */
export function blockingProblem({
  isWritable,
  sidecarProblems,
}: ArticleState): Problem | undefined {
  return isWritable ? undefined : sidecarProblems().find((each) => blocksWriting([each]));
}

/** Whether the sidecar has marks of git, which could not merge its lines. */
export function hasMarksOfGit(state: ArticleState): boolean {
  const blocking = blockingProblem(state);
  return blocking !== undefined && isOfGit(blocking);
}

/** What the bytes of a sidecar say, or the one problem where they are no text. */
export type SidecarContent =
  | { readonly parsed: ParsedSource; readonly problem?: undefined }
  | { readonly parsed?: undefined; readonly problem: Problem };

export function sidecarContent(bytes: Uint8Array): SidecarContent {
  const { text, problem } = decodeUtf8(bytes);
  return problem ? { problem } : { parsed: parseSource(text) };
}

/** The same of a version that is to be read wholly, or what keeps it from that; it says nothing where it is not there. */
export function wholeContent(bytes: Uint8Array | undefined): SidecarContent {
  if (!bytes) return { parsed: parseSource('') };
  const content = sidecarContent(bytes);
  const [problem] = content.parsed ? unmergeable(content.parsed) : [];
  return problem ? { problem } : content;
}

/** What the words and a sidecar say, `oldTexts` being at hand. */
export function stateOf(
  words: Words | undefined,
  schema: Schema,
  sidecar?: SidecarContent,
  oldTexts: OldTexts = () => undefined,
): ArticleState {
  const { file, isShownAsOnDisk = true, problem: why } = words ?? {};
  const bare = { ...nothingOf(schema), ...(file && { file }), isShownAsOnDisk };
  if (!file) return { ...bare, articleProblems: why ? [why] : [] };
  if (!sidecar) return bare;
  const { parsed, problem } = sidecar;
  if (problem) return { ...withProblem(bare, problem), source: () => '', isWritable: false };
  const read = readParsed(parsed, file, schema, oldTexts);
  const { set, textId, layout, writable, missingTexts } = read;
  return {
    ...bare,
    set,
    unanchored: () => read.unanchored,
    oldTexts,
    missingTexts,
    source: () => parsed.source,
    ...(textId !== undefined && { textId }),
    ...(layout && { layout }),
    sidecarProblems: () => read.problems,
    ...(layout && { blockProblems: () => problemsByBlock(layout.blocks, read.problems) }),
    isWritable: writable,
  };
}

/** The state with its annotations as they followed the edits that made this text. */
export function followedState(
  state: ArticleState,
  { set, isIntact }: Following,
  text: ArticleText,
): ArticleState {
  const identity = new FileIdentity(() => new TextEncoder().encode(text.text));
  const arrangement = isIntact ? state.arrangement : {};
  return { ...state, file: { text, identity }, isShownAsOnDisk: false, set, arrangement };
}

/**
 * Whether a state has all that the sidecar says: of an article without words it has nothing. What is typed into an
 * article changes nothing of it.
 */
export function saysAll({ file, isShownAsOnDisk }: ArticleState): boolean {
  return file !== undefined && isShownAsOnDisk !== false;
}

/** Whether the annotations of a state stand in the text of this file. */
export function hasText(state: ArticleState, file: ArticleFile | undefined): boolean {
  return state.file !== undefined && state.file.text.text === file?.text.text;
}

/**
 * The source of the sidecar that says where the annotations stand in the article's text; undefined where it says so
 * already, or cannot be written for that text.
 */
export function sourceForText(state: ArticleState): string | undefined {
  const { file, isShownAsOnDisk, isWritable, set, source, textId } = state;
  if (!file || isShownAsOnDisk === false || !isWritable || !source) return undefined;
  if (textId === undefined || file.identity.matches(textId)) return undefined;
  return writeSidecar(set, file, { source: source(), textId });
}

/** A state, and what its sidecar has to be. */
interface Rewritten {
  readonly state: ArticleState;
  readonly bytes: Uint8Array;
}

/**
 * The state with another set, its sidecar made from the present one, whose content is `bytes`; undefined
 * where that is not so easy.
 */
export function rewrittenState(
  set: AnnotationSet,
  state: ArticleState,
  file: ArticleFile,
  bytes: Uint8Array | undefined,
): Rewritten | undefined {
  const { textId, layout, schema, oldTexts } = state;
  if (textId === undefined || !layout || !bytes) return undefined;
  const written = rewriteSidecar(set, file, textId, { set: state.set, layout });
  if (!written) return undefined;
  const source = () => sourceOf(blocks);
  const { blocks } = written.layout;
  const reread = () => readSidecar(source(), file, schema, oldTexts);
  const checked = {
    textId,
    article: file,
    schema,
    entities: set.entities,
    ...(oldTexts && { oldTexts }),
  };
  let problems: BlockProblems | undefined;
  // Let go of as soon as it is used, or each state would hold all those before it.
  let problemsBefore = state.blockProblems;
  const blockProblems = () => {
    const before = problemsBefore?.();
    problemsBefore = undefined;
    problems ??= before && problemsAfter(before, blocks, checked);
    return problems;
  };
  let all: readonly Problem[] | undefined;
  const sidecarProblems = () => {
    const inBlocks = blockProblems();
    all ??= inBlocks ? allProblems(inBlocks, blocks) : reread().problems;
    return all;
  };
  let found: readonly Unanchored[] | undefined;
  const unanchored = () => (found ??= isPlaced(set) ? [] : reread().unanchored);
  return {
    state: {
      ...state,
      ...written,
      source,
      arrangement: {},
      blockProblems,
      sidecarProblems,
      unanchored,
    },
    bytes: splicedBytes(layout.blocks, blocks, bytes) ?? new TextEncoder().encode(source()),
  };
}
