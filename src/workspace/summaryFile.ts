import * as vscode from 'vscode';
import { platform } from '#platform';
import { cacheEntries, cacheLines } from '../core/corpus/summaryCache';
import type { SummaryEntry } from '../core/corpus/summaryLines';
import type { Vocabulary } from '../core/corpus/vocabulary';
import { inSlices } from '../host/slices';
import { readFileIfThere } from './sidecarFile';

/** The file in which VS Code keeps, for this workspace, what the corpus knew when it was last read as a whole. */
export class SummaryFile {
  readonly #folder: vscode.Uri | undefined;

  /** @param folder where the extension may keep files; undefined where no folder is open */
  constructor(folder: vscode.Uri | undefined) {
    this.#folder = folder;
  }

  /** What is kept, by the keys, in numbers of `vocabulary`; nothing where it cannot be read. */
  async read(vocabulary: Vocabulary): Promise<ReadonlyMap<string, SummaryEntry>> {
    const entries = new Map<string, SummaryEntry>();
    const bytes = this.#file && (await readFileIfThere(this.#file).catch(() => undefined));
    if (!bytes) return entries;
    const lines = new TextDecoder().decode(bytes).split('\n');
    await inSlices(cacheEntries(lines, vocabulary), (entry) => entries.set(entry.key, entry));
    return entries;
  }

  /** @throws what the file system says */
  async write(entries: Iterable<SummaryEntry>, vocabulary: Vocabulary): Promise<void> {
    if (!this.#folder || !this.#file) return;
    const lines: string[] = [];
    await inSlices(cacheLines(entries, vocabulary, Date.now()), (line) => lines.push(`${line}\n`));
    await vscode.workspace.fs.createDirectory(this.#folder);
    const bytes = new Uint8Array(await new Blob(lines).arrayBuffer());
    await platform.writeAtomically(this.#file, bytes);
  }

  get #file(): vscode.Uri | undefined {
    return this.#folder && vscode.Uri.joinPath(this.#folder, 'corpus.jsonl');
  }
}
