import type * as vscode from 'vscode';
import type { Problem } from '../core/check/problem';
import { inconsistencyProblem, type Inconsistency } from '../core/corpus/consistency';
import { recordKeys } from '../core/sidecar/recordPlace';
import { openDocument } from './articleWords';
import { readSource } from './sidecarFile';

/** An inconsistency where its sidecar has it. */
export interface PlacedInconsistency {
  readonly found: Inconsistency;
  readonly problem: Problem;
}

/** Where a sidecar has them, by the lines of its editor where there is one; none, where it cannot be read. */
export async function placedInconsistencies(
  sidecar: vscode.Uri,
  all: readonly Inconsistency[],
): Promise<PlacedInconsistency[]> {
  const open = openDocument(sidecar)?.getText();
  const source = open ?? (await readSource(sidecar).catch(() => undefined))?.text;
  if (source === undefined) return [];
  const keys = recordKeys(source);
  return all.flatMap((found) => {
    const range = keys(found.entity.id);
    return range ? [{ found, problem: inconsistencyProblem(found, range) }] : [];
  });
}
