import type { ArticleSummary } from './articleSummary';

/** What tells one version of a file from another, as far as a file system can: it was written then, so long. */
export interface Stamp {
  /** In ms since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** A version of a sidecar, and what it says. */
export interface StampedSummary {
  readonly stamp: Stamp;
  readonly summary: ArticleSummary;
}

/** A sidecar as it was last read. */
export interface SummaryEntry extends StampedSummary {
  /** Which sidecar it is: its URI. */
  readonly key: string;
}

/** Another number where summaries are others, or made otherwise: what was kept before is then read anew. */
const version = 1;

/** Within so many ms a file can be written twice and have the same time. */
const racy = 2000;

interface Header {
  readonly chiosaCorpus: number;
  /** When the lines were written, in ms since 1970. */
  readonly written: number;
}

/** The lines of a cache, a header and one for each entry, without their ends. @param now in ms since 1970 */
export function* cacheLines(
  entries: Iterable<SummaryEntry>,
  now: number,
): Generator<string, void, undefined> {
  const header: Header = { chiosaCorpus: version, written: now };
  yield JSON.stringify(header);
  for (const entry of entries) yield JSON.stringify(entry);
}

/**
 * The entries of a cache's lines. Those are left out that may have been written again at the same time as they
 * were read, as git does with its index; all are, of lines that are not those of a cache of this version.
 */
export function* cacheEntries(lines: Iterable<string>): Generator<SummaryEntry, void, undefined> {
  let header: Header | undefined;
  for (const line of lines) {
    const value = parsed(line);
    if (header) {
      if (!isEntry(value)) return;
      if (value.stamp.mtime + racy < header.written) yield value;
    } else {
      if (!isHeader(value)) return;
      header = value;
    }
  }
}

export function areSameStamps(a: Stamp, b: Stamp): boolean {
  return a.mtime === b.mtime && a.size === b.size;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  return (value as Header | undefined)?.chiosaCorpus === version;
}

/** A line that was cut off is no JSON; one that is was written by this version. */
function isEntry(value: unknown): value is SummaryEntry {
  return (value as SummaryEntry | undefined)?.stamp !== undefined;
}
