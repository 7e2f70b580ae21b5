import type * as vscode from 'vscode';
import { platform } from '#platform';
import { readSummary } from '../core/corpus/articleSummary';
import { packed } from '../core/corpus/packedSummary';
import type { Stamp } from '../core/corpus/summaryCache';
import type { SummaryEntry } from '../core/corpus/summaryLines';
import type { Vocabulary } from '../core/corpus/vocabulary';
import { inParallel } from '../host/inParallel';
import { readSource, statIfThere } from './sidecarFile';

/** A version of a sidecar and what a corpus keeps of it, in the numbers of its vocabulary. */
export type StampedSummary = Omit<SummaryEntry, 'key'>;

/** Reads many sidecars, on all cores where they are to be had; where threads fail, without them. */
export class SidecarReader {
  readonly #vocabulary: Vocabulary;
  readonly #log: vscode.LogOutputChannel;
  readonly #token: vscode.CancellationToken;

  /** @param token ends what is going on: it then throws */
  constructor(
    vocabulary: Vocabulary,
    log: vscode.LogOutputChannel,
    token: vscode.CancellationToken,
  ) {
    this.#vocabulary = vocabulary;
    this.#log = log;
    this.#token = token;
  }

  /** The versions of sidecars; undefined for those that are not there or cannot be looked at. */
  async stampsOf(sidecars: readonly vscode.Uri[]): Promise<readonly (Stamp | undefined)[]> {
    const stamps = await this.#inThreads((signal) => platform.readStamps(sidecars, signal));
    if (stamps) return stamps;
    const found: (Stamp | undefined)[] = [];
    await inParallel(sidecars, async (uri, index) => {
      found[index] = await statIfThere(uri).catch(() => undefined);
    });
    return found;
  }

  /**
   * Reads what a corpus keeps of sidecars.
   * @param take is given each that can be read, and undefined for each that is not there, by its index, in no order
   */
  async read(
    sidecars: readonly vscode.Uri[],
    take: (index: number, read: StampedSummary | undefined) => void,
  ): Promise<void> {
    const left = new Map(sidecars.entries());
    const takeRead = (index: number, read: StampedSummary) => {
      left.delete(index);
      take(index, read);
    };
    await this.#inThreads((signal) =>
      platform.readSummaries(sidecars, this.#vocabulary, takeRead, signal),
    );
    await inParallel([...left], async ([index, uri]) => {
      if (this.#token.isCancellationRequested) return;
      try {
        take(index, await this.#readOne(uri));
      } catch (error) {
        // Its annotations are unknown here; who opens the article is told why.
        this.#log.warn(`${uri.toString()}: ${String(error)}`);
      }
    });
  }

  /** @returns undefined where there is none @throws what the file system says otherwise */
  async #readOne(uri: vscode.Uri): Promise<StampedSummary | undefined> {
    // The version before the content: where it is written meanwhile, it is read again.
    const stamp = await statIfThere(uri);
    const source = await readSource(uri);
    const summary = source && packed(readSummary(source.text ?? ''), this.#vocabulary);
    return stamp && summary && { stamp, summary };
  }

  /** What threads give; undefined where they fail. */
  async #inThreads<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const stop = new AbortController();
    const cancelling = this.#token.onCancellationRequested(() => {
      stop.abort();
    });
    try {
      return await ask(stop.signal);
    } catch (error) {
      stop.signal.throwIfAborted();
      this.#log.error(error instanceof Error ? error : String(error));
      return undefined;
    } finally {
      cancelling.dispose();
    }
  }
}
