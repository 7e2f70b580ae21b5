import type { Document } from 'yaml';
import type * as z from 'zod';
import { isReason, type ProblemReason } from '../check/messages';
import type { ProblemCode } from '../check/problem';
import { formatVersion, sidecarShape, type SidecarData } from './shape';

/** The way to a value in a sidecar: keys and zero-based indices from the top. */
export type Path = readonly (string | number)[];

/** Something in a sidecar that does not fit the format; `path` is that of the source. */
export interface Issue {
  readonly what: ProblemCode | ProblemReason;
  readonly path: Path;
  readonly detail: Readonly<Record<string, string>>;
}

/** What fits a format, and what does not. */
export interface Validated<Data> {
  readonly data: Data;
  readonly issues: readonly Issue[];
  /** The path in the source of a path in `data`: items that do not fit are left out of its lists. */
  readonly sourcePath: (path: Path) => Path;
}

/** Holds the data of a YAML document against the format of sidecars. Never throws. */
export function validate(document: Document.Parsed): Validated<SidecarData> {
  const { value, issue } = mappingOf(document, 'invalid-value/sidecar');
  if (!value) return nothing(issue ? [issue] : []);
  dropEmpty(value, ['article', 'entities', 'quotes']);
  if (isRecord(value['entities'])) {
    for (const entity of Object.values(value['entities'])) dropEmpty(entity, ['mentions']);
  }
  const issues = versionIssues(value['chiosa']);
  value['chiosa'] = formatVersion;
  const removed: Path[] = [];
  const sourcePath = (path: Path) => beforeRemoval(path, removed);
  for (;;) {
    const result = sidecarShape.safeParse(value);
    if (result.success) return { data: result.data, issues, sourcePath };
    // Leave out what does not fit, the smallest annotation around it, and read the rest.
    const found = misfits(result.error).map((misfit) => ({
      ...misfit,
      path: sourcePath(misfit.path),
    }));
    issues.push(...found.map(invalidValue));
    const around = new Set(found.map(({ path }) => JSON.stringify(annotationAround(path))));
    // From the last to the first, so that the indices of those before still hold.
    const outgoing = [...around].map((path) => JSON.parse(path) as Path).sort(lastFirst);
    for (const path of outgoing) remove(value, afterRemoval(path, removed));
    removed.push(...outgoing);
  }
}

/** The mapping that a document is. It has neither that nor an issue where the document is empty. */
export function mappingOf(
  document: Document.Parsed,
  otherwise: ProblemReason,
): { readonly value?: Record<string, unknown>; readonly issue?: Issue } {
  try {
    const value: unknown = document.toJS();
    JSON.stringify(value);
    if (value === null || value === undefined) return {};
    return isRecord(value) ? { value } : { issue: { what: otherwise, path: [], detail: {} } };
  } catch {
    // Aliases: too many, so that a small file would unfold into a huge one, or one within what it stands for.
    return { issue: { what: 'yaml-syntax/alias', path: [], detail: {} } };
  }
}

/** Where a value does not fit a shape, and why. */
export function misfits({ issues }: z.ZodError): Misfit[] {
  return issues.map(deepest);
}

function nothing(issues: readonly Issue[]): Validated<SidecarData> {
  return { data: { chiosa: formatVersion }, issues, sourcePath: (path) => path };
}

/** A collection whose items somebody has removed by hand, `quotes:` with nothing behind it, is none. */
export function dropEmpty(value: unknown, keys: readonly string[]): void {
  if (!isRecord(value)) return;
  for (const key of keys) if (value[key] === null) Reflect.deleteProperty(value, key);
}

function versionIssues(version: unknown): Issue[] {
  const path = ['chiosa'];
  if (version === formatVersion) return [];
  if (version === undefined) return [{ what: 'version-missing', path: [], detail: {} }];
  return typeof version === 'number' && version > formatVersion
    ? [{ what: 'version-newer', path, detail: { version: String(version) } }]
    : [invalidValue({ path, message: 'invalid-value/version' })];
}

/** A value that does not fit; `message` is the reason, or what Zod says where there is none for that. */
interface Misfit {
  readonly path: Path;
  readonly message: string;
  /** The only values that there may be. */
  readonly values?: string;
}

export function invalidValue({ path, message, values }: Misfit): Issue {
  const what = isReason(message) ? message : 'invalid-value';
  return { what, path, detail: { path: path.join('.'), ...(values !== undefined && { values }) } };
}

/** Of a union, what is wrong by the alternative that got furthest, or fails in the fewest ways. */
function deepest(issue: z.core.$ZodIssue): Misfit {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const { code, message } = issue;
  if (code === 'invalid_value') return { path, message, values: issue.values.join(', ') };
  if (code !== 'invalid_union') return { path, message };
  const byDepth = (a: Misfit, b: Misfit) => b.path.length - a.path.length;
  const alternatives = issue.errors.map((issues) => issues.map(deepest).sort(byDepth));
  alternatives.sort(
    (a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0) || a.length - b.length,
  );
  const best = alternatives[0]?.[0];
  return best ? { ...best, path: [...path, ...best.path] } : { path, message };
}

/** The path of the annotation, or of the field, that holds the value at `path`. */
function annotationAround(path: Path): Path {
  if (path[0] === 'entities') return path[2] === 'mentions' ? path.slice(0, 4) : path.slice(0, 2);
  return path[0] === 'quotes' || path[0] === 'article' ? path.slice(0, 2) : path.slice(0, 1);
}

function remove(root: Record<string, unknown>, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>(childOf, root);
  const key = path.at(-1);
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1);
  else if (isRecord(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
}

function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value as unknown[])[key] : undefined;
  return isRecord(value) ? value[key] : undefined;
}

/** The path as it was in the source, before the items at `removed` (paths of the source) were left out. */
function beforeRemoval(path: Path, removed: readonly Path[]): Path {
  return path.reduce<Path>((source, key) => {
    if (typeof key !== 'number') return [...source, key];
    let index = key;
    for (const gone of indicesBelow(source, removed)) if (gone <= index) index += 1;
    return [...source, index];
  }, []);
}

/** The path of the source as it is after the items at `removed` were left out. */
function afterRemoval(path: Path, removed: readonly Path[]): Path {
  return path.map((key, depth) => {
    if (typeof key !== 'number') return key;
    return key - indicesBelow(path.slice(0, depth), removed).filter((gone) => gone < key).length;
  });
}

/** The indices, ascending, of the items of the list at `list` that were left out. */
function indicesBelow(list: Path, removed: readonly Path[]): number[] {
  const below = removed.filter(
    (path) => path.length === list.length + 1 && list.every((key, i) => key === path[i]),
  );
  return below
    .flatMap((path) => path.at(-1))
    .filter((key) => typeof key === 'number')
    .sort((a, b) => a - b);
}

function lastFirst(a: Path, b: Path): number {
  const index = (path: Path) => Number(path.at(-1)) || 0;
  return index(b) - index(a);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
