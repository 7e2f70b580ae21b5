import type { Position } from '../text/articleText';

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
  /** Where in the file. Lines and columns are zero-based; columns count UTF-16 code units; end exclusive. */
  readonly range: { readonly start: Position; readonly end: Position };
  /** What the sentence says beyond the code, by the names of `problemMessages`. */
  readonly detail: Readonly<Record<string, string>>;
}

export function problem(
  code: ProblemCode,
  range: Problem['range'],
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return { code, range, detail };
}

/** The place of a problem with a whole file. */
export const startOfFile: Problem['range'] = {
  start: { line: 0, column: 0 },
  end: { line: 0, column: 0 },
};

export function severityOf(code: ProblemCode): Severity {
  return problemKinds[code].severity;
}

/** Whether a sidecar with these problems must not be written. */
export function blocksWriting(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => problemKinds[code].blocks);
}
