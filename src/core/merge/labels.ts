import { equal } from '../model/equal';
import { compareCodePoints } from '../sidecar/write';
import type { ThreeWays } from './threeWays';

/**
 * The labels of an article, which are a set: those that no side has removed, and those that either has added. Where
 * both sides have changed them, the new ones stand behind the others in the order of their code points.
 */
export function mergedLabels({
  base,
  ours,
  theirs,
}: ThreeWays<readonly string[]>): readonly string[] | undefined {
  if (equal(ours, base) || equal(ours, theirs)) return theirs;
  if (equal(theirs, base)) return ours;
  const [was, one, other] = [base, ours, theirs].map((labels) => new Set(labels));
  const kept = [...(was ?? [])].filter((label) => one?.has(label) && other?.has(label));
  const added = [...(one ?? []), ...(other ?? [])].filter((label) => !was?.has(label));
  const labels = [...kept, ...[...new Set(added)].sort(compareCodePoints)];
  return labels.length > 0 ? labels : undefined;
}
