import * as vscode from 'vscode';
import { platform } from '#platform';
import type { Problem } from '../core/check/problem';
import type { ThreeSidecars } from '../core/merge/mergeSidecars';
import { isAsGitLeftIt, unmergeable } from '../core/merge/mergeVersions';
import type { ThreeWays } from '../core/merge/threeWays';
import type { ReadBlob } from '../core/sidecar/articleFile';
import { findConflict, versionsIn, type MarkedVersions } from '../core/sidecar/conflictMarkers';
import { parseSource } from '../core/sidecar/parseBlocks';
import { eolOf, withEol } from '../core/sidecar/sourceEdit';
import { decodeUtf8 } from '../core/text/decode';
import { UserError } from '../host/userError';
import { messageOf } from './problemMessage';
import { toOpenSidecar } from './reveal';
import { hasMark, nameOf } from './sidecarFile';

/** What git has left of a sidecar that it could not merge. */
export type Unmerged =
  | {
      readonly kind: 'versions';
      readonly sidecars: ThreeSidecars;
      /** What git's marks call the sides. */
      readonly names: MarkedVersions['names'] | undefined;
      /** The bytes of a merged source, in the form that the file has. */
      readonly encode: (source: string) => Uint8Array;
    }
  /** One side has removed the sidecar, which the other has changed. */
  | { readonly kind: 'removed'; readonly by: 'ours' | 'theirs' }
  | { readonly kind: 'merged' };

/**
 * Reads the versions of a sidecar that git could not merge: those in its index, or, where it has none any more or somebody
 * has written in the file since, those between the marks.
 * @param bytes what the file holds
 * @throws {UserError} where one of them cannot be read wholly, and says where
 */
export async function readUnmerged(
  sidecar: vscode.Uri,
  bytes: Uint8Array | undefined,
): Promise<Unmerged> {
  const stages = await platform.readStages(sidecar);
  const by = removerIn(stages);
  if (by) return { kind: 'removed', by };
  const source = sourceOf(sidecar, bytes, nameOf(sidecar));
  if (bytes && isMerged(source, stages)) return { kind: 'merged' };
  const marked = versionsIn(source);
  const inIndex = stages.ours && stagesOf(sidecar, stages);
  const sidecars = marked ? versionsOf(marked, inIndex) : inIndex;
  if (!sidecars) return bytes ? failForMarks(sidecar) : { kind: 'merged' };
  demandWhole(sidecar, source, sidecars, sidecars !== inIndex);
  const mark = bytes && hasMark(bytes) ? '\uFEFF' : '';
  const eolLike = source === '' ? sidecars.ours.source : source;
  const encode = (merged: string) =>
    new TextEncoder().encode(mark + withEol(merged, eolOf(eolLike)));
  return { kind: 'versions', sidecars, names: marked?.names, encode };
}

/** Gives what git has of the texts that an article had. */
export function blobsOf(article: vscode.Uri): ReadBlob {
  return (id) => platform.readBlob(article, id);
}

function stagesOf(sidecar: vscode.Uri, stages: ThreeWays<Uint8Array>): ThreeSidecars {
  const parsed = (side: keyof ThreeWays<unknown>) =>
    parseSource(sourceOf(sidecar, stages[side], sideName(side)));
  return { base: parsed('base'), ours: parsed('ours'), theirs: parsed('theirs') };
}

/** The side that has removed what the other has changed. */
function removerIn({ ours, theirs }: ThreeWays<Uint8Array>): 'ours' | 'theirs' | undefined {
  if (ours) return theirs ? undefined : 'theirs';
  return theirs && 'ours';
}

/**
 * Whether a file is merged: without marks it is, unless it says just what ours does in the index. So a merge driver leaves
 * it that has failed: with nothing of theirs. Ends of line and the byte order mark may be others than in git.
 */
function isMerged(source: string, { ours }: ThreeWays<Uint8Array>): boolean {
  if (findConflict(source)) return false;
  const inIndex = ours && decodeUtf8(ours).text;
  return inIndex === undefined || withEol(inIndex, '\n') !== withEol(source, '\n');
}

/**
 * The versions of a file with marks: those in the index, unless somebody has written in the file since. Where neither the
 * marks nor the index have what both sides began with, it counts as nothing: so nothing counts as removed, and what only
 * one side has is kept.
 */
function versionsOf(marked: MarkedVersions, inIndex: ThreeSidecars | undefined): ThreeSidecars {
  if (inIndex && isAsGitLeftIt(marked, [inIndex.ours.source, inIndex.theirs.source]))
    return inIndex;
  const shown = parseSource(marked.base ?? '');
  const base = unmergeable(shown).length === 0 ? shown : parseSource('');
  return {
    base: inIndex?.base ?? base,
    ours: parseSource(marked.ours),
    theirs: parseSource(marked.theirs),
  };
}

function demandWhole(
  sidecar: vscode.Uri,
  source: string,
  sidecars: ThreeSidecars,
  areMarked: boolean,
): void {
  // With the other side blanked out, lines are those of the file.
  const inFile = areMarked ? findConflict(source) : undefined;
  for (const side of ['base', 'ours', 'theirs'] as const) {
    const [first] = unmergeable(sidecars[side]);
    if (!first) continue;
    const blanked = side === 'base' ? undefined : inFile?.[side];
    const [inPlace] = blanked === undefined ? [] : unmergeable(parseSource(blanked));
    throw unmergeableVersion(sidecar, sideName(side), inPlace ?? first);
  }
}

function failForMarks(sidecar: vscode.Uri): never {
  throw new UserError(
    vscode.l10n.t(
      'Some of git’s marks in {0} are gone, and git has the versions no more. Nothing was merged: keep one side by hand.',
      nameOf(sidecar),
    ),
    toOpenSidecar(sidecar),
  );
}

function sourceOf(sidecar: vscode.Uri, bytes: Uint8Array | undefined, version: string): string {
  if (!bytes) return '';
  const decoded = decodeUtf8(bytes);
  if (decoded.problem) throw unmergeableVersion(sidecar, version, decoded.problem);
  return decoded.text;
}

function unmergeableVersion(sidecar: vscode.Uri, version: string, problem: Problem): UserError {
  return new UserError(
    vscode.l10n.t(
      'Nothing was merged, because a version ({0}) cannot be read. {1}',
      version,
      messageOf(sidecar, problem),
    ),
    toOpenSidecar(sidecar),
  );
}

/** A version, where nobody says what it is called. */
function sideName(side: keyof ThreeWays<unknown>): string {
  switch (side) {
    case 'base':
      return vscode.l10n.t('the common one');
    case 'ours':
      return vscode.l10n.t('ours');
    case 'theirs':
      return vscode.l10n.t('theirs');
  }
}
