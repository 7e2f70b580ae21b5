import type { Position } from '../text/articleText';
import type { ProblemReason } from './messages';

/**
 * What can be wrong with an article or its sidecar. The codes are stable: scripts and the documentation
 * (docs/problems.md) rely on them. `severity` of `error` and `warning` count for the exit status of
 * `check`; `blocks` means that the sidecar is not written until a person has mended it.
 */
export const problemKinds = {
  'yaml-syntax': { severity: 'error', blocks: true },
  'duplicate-key': { severity: 'error', blocks: true },
  'merge-conflict': { severity: 'error', blocks: true },
  'version-missing': { severity: 'error', blocks: true },
  'version-newer': { severity: 'error', blocks: true },
  'invalid-value': { severity: 'error', blocks: true },
  'unknown-key': { severity: 'info', blocks: false },
  'unknown-type': { severity: 'warning', blocks: false },
  'unknown-quote-kind': { severity: 'warning', blocks: false },
  'unknown-attribute-value': { severity: 'warning', blocks: false },
  'misplaced-attribute': { severity: 'warning', blocks: false },
  'unknown-entity': { severity: 'error', blocks: false },
  'entity-elsewhere': { severity: 'info', blocks: false },
  'differing-name': { severity: 'warning', blocks: false },
  'differing-type': { severity: 'warning', blocks: false },
  'differing-link': { severity: 'warning', blocks: false },
  'shared-name': { severity: 'info', blocks: false },
  'quote-without-speaker': { severity: 'info', blocks: false },
  'duplicate-annotation': { severity: 'warning', blocks: false },
  'anchor-lost': { severity: 'error', blocks: false },
  'anchor-ambiguous': { severity: 'error', blocks: false },
  'text-changed': { severity: 'info', blocks: false },
  'article-missing': { severity: 'error', blocks: false },
  'reserved-key': { severity: 'error', blocks: false },
  'repeated-key': { severity: 'error', blocks: false },
  'reserved-name': { severity: 'error', blocks: false },
  'file-too-large': { severity: 'error', blocks: true },
  'file-binary': { severity: 'error', blocks: true },
  'file-not-utf8': { severity: 'error', blocks: true },
  'file-unreadable': { severity: 'error', blocks: true },
} as const satisfies Record<string, { severity: Severity; blocks: boolean }>;

export type ProblemCode = keyof typeof problemKinds;
export type Severity = 'error' | 'warning' | 'info';

/** One thing that is wrong, in the file that was read. Sentences are made from it by `problemMessage`. */
export interface Problem {
  readonly code: ProblemCode;
  /** Which sentence says it, where that of the code says too little. */
  readonly reason?: ProblemReason;
  /** Where in the file. Lines and columns are zero-based; columns count UTF-16 code units; end exclusive. */
  readonly range: { readonly start: Position; readonly end: Position };
  /** What the sentence names, by its placeholders: words, keys and numbers of the file, no sentences. */
  readonly detail: Readonly<Record<string, string>>;
}

/** A problem of a code, or of a reason, which tells its code. */
export function problem(
  what: ProblemCode | ProblemReason,
  range: Problem['range'],
  detail: Readonly<Record<string, string>> = {},
): Problem {
  if (isCode(what)) return { code: what, range, detail };
  const [code] = what.split('/') as [ProblemCode];
  return { code, reason: what, range, detail };
}

function isCode(what: ProblemCode | ProblemReason): what is ProblemCode {
  return Object.hasOwn(problemKinds, what);
}

/** The place of a problem with a whole file. */
export const startOfFile: Problem['range'] = {
  start: { line: 0, column: 0 },
  end: { line: 0, column: 0 },
};

export function severityOf(code: ProblemCode): Severity {
  return problemKinds[code].severity;
}

/** Whether it is that of marks which git has left where it could not merge lines. */
export function isOfGit({ code, reason }: Pick<Problem, 'code' | 'reason'>): boolean {
  return code === 'merge-conflict' && reason === undefined;
}

/** What blocks by its code, but not for this reason: `chiosa merge` leaves conflicts that are data like any other. */
const harmless: readonly (ProblemReason | undefined)[] = [
  'merge-conflict/versions',
  'merge-conflict/removed',
];

/** Whether a sidecar with these problems must not be written. */
export function blocksWriting(problems: readonly Problem[]): boolean {
  return problems.some(
    ({ code, reason }) => problemKinds[code].blocks && !harmless.includes(reason),
  );
}
