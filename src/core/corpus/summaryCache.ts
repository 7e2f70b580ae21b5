import { LineReader, LineWriter, parsed, type SummaryEntry } from './summaryLines';
import type { Vocabulary } from './vocabulary';

/** What tells one version of a file from another, as far as a file system can: it was written then, so long. */
export interface Stamp {
  /** In ms since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** Another number where lines are others, or summaries made otherwise: what was kept before is then read anew. */
const version = 4;

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
  vocabulary: Vocabulary,
  now: number,
): Generator<string, void, undefined> {
  const header: Header = { chiosaCorpus: version, written: now };
  yield JSON.stringify(header);
  const writer = new LineWriter(vocabulary);
  for (const entry of entries) yield writer.write(entry);
}

/**
 * The entries of a cache's lines, in numbers of `vocabulary`. Those are left out that may have been written again at
 * the same time as they were read, as git does with its index; all are, of lines that are not those of a cache of
 * this version.
 */
export function* cacheEntries(
  lines: Iterable<string>,
  vocabulary: Vocabulary,
): Generator<SummaryEntry, void, undefined> {
  let header: Header | undefined;
  const reader = new LineReader(vocabulary);
  for (const line of lines) {
    if (!header) {
      header = headerIn(line);
      if (!header) return;
      continue;
    }
    const entry = reader.read(line);
    if (!entry) return;
    if (entry.stamp.mtime + racy < header.written) yield entry;
  }
}

/** Whether two files are known to be the same version; of one that is not there nothing is. */
export function areSameStamps(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && a.mtime === b?.mtime && a.size === b.size;
}

function headerIn(line: string): Header | undefined {
  const value = parsed(line) as Header | undefined | null;
  return value?.chiosaCorpus === version ? value : undefined;
}
