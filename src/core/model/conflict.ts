import type { BlobId } from '../text/blobId';
import type { EntityId } from './annotation';
import type { AnnotationSet } from './annotationSet';
import { equal } from './equal';

/** What a side of a merge says of something that it does not have any more. */
export const removed = 'removed';

/**
 * How one side of a merge has something, by the keys that differ from what is shown, as a sidecar writes them.
 * A key that it does not have is null, as in JSON Merge Patch (RFC 7386). A mention's `entity` is the id under
 * which that side has it; a target has the keys of its selector, or `spans`.
 */
export interface Version {
  readonly [key: string]: unknown;
  /** What was undecided before, where two merges have left something so. */
  readonly conflict?: Conflict | undefined;
}

/**
 * What a merge could not decide. Shown is what `ours` says, and `theirs` is how it differs; but where ours has
 * removed what theirs has changed, theirs is shown.
 */
export type Conflict =
  | { readonly theirs: Version | typeof removed; readonly ours?: undefined }
  | { readonly ours: typeof removed; readonly theirs?: undefined };

/** The version that a conflict holds beside what is shown; undefined where that side has removed it. */
export function versionIn({ theirs }: Conflict): Version | undefined {
  return theirs === removed ? undefined : theirs;
}

/** Two conflicts of one thing as one, in which neither version is lost. */
export function joined(a: Conflict | undefined, b: Conflict | undefined): Conflict | undefined {
  if (!a || !b || equal(a, b)) return a ?? b;
  const [first, second] = versionIn(b) && !versionIn(a) ? [b, a] : [a, b];
  const version = versionIn(first);
  // Two removals say no more than one.
  if (!version) return first;
  const conflict = joined(version.conflict, second);
  return { theirs: { ...version, ...(conflict && { conflict }) } };
}

/** A thing with what is undecided of it beside what was before. */
export function withConflict<T extends { readonly conflict?: Conflict }>(
  item: T,
  conflict: Conflict | undefined,
): T {
  const all = joined(conflict, item.conflict);
  return all ? { ...item, conflict: all } : item;
}

/**
 * The conflict with its selectors marked as written for a text, as far as they do not say so themselves: what is
 * undecided has no place that could be followed from text to text.
 */
export function pinned(conflict: Conflict, text: BlobId): Conflict {
  const { theirs } = conflict;
  if (theirs === undefined || theirs === removed) return conflict;
  return { ...conflict, theirs: pinnedKeys(theirs, text) };
}

/** The entities that mentions, speakers, and the versions of these that are undecided refer to. */
export function referredTo({
  mentions,
  quotes,
}: Pick<AnnotationSet, 'mentions' | 'quotes'>): Set<EntityId> {
  const ids = new Set<EntityId>();
  for (const { entity, conflict } of mentions) {
    ids.add(entity);
    addEntities(conflict, ids);
  }
  for (const { speaker } of quotes) {
    if (speaker?.entity !== undefined) ids.add(speaker.entity);
    addEntities(speaker?.conflict, ids);
  }
  return ids;
}

function pinnedKeys(keys: Version, text: BlobId): Version {
  const pin = (each: unknown) =>
    isSelector(each) ? { ...each, text: each['text'] ?? text } : each;
  const own = Object.entries(keys).map(([key, value]) => [
    key,
    Array.isArray(value) && (key === 'spans' || key === 'content') ? value.map(pin) : value,
  ]);
  const { conflict } = keys;
  const version = pin(Object.fromEntries(own)) as Version;
  return { ...version, ...(conflict && { conflict: pinned(conflict, text) }) };
}

function isSelector(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Readonly<Record<string, unknown>>)['exact'] === 'string'
  );
}

function addEntities(conflict: Conflict | undefined, ids: Set<EntityId>): void {
  const version = conflict && versionIn(conflict);
  if (!version) return;
  if (typeof version['entity'] === 'string') ids.add(version['entity']);
  addEntities(version.conflict, ids);
}
