import * as vscode from 'vscode';
import { platform } from '#platform';
import { cacheEntries, cacheLines, type SummaryEntry } from '../core/corpus/summaryCache';
import { inSlices } from '../host/slices';
import { readFileIfThere } from './sidecarFile';

/** The file in which VS Code keeps, for this workspace, what the corpus knew when it was last read as a whole. */
export class SummaryFile {
  readonly #folder: vscode.Uri | undefined;

  /** @param folder where the extension may keep files; undefined where no folder is open */
  constructor(folder: vscode.Uri | undefined) {
    this.#folder = folder;
  }

  /** What is kept, by the keys; nothing where it cannot be read. */
  async read(): Promise<ReadonlyMap<string, SummaryEntry>> {
    const entries = new Map<string, SummaryEntry>();
    const bytes = this.#file && (await readFileIfThere(this.#file).catch(() => undefined));
    if (!bytes) return entries;
    const lines = new TextDecoder().decode(bytes).split('\n');
    await inSlices(cacheEntries(lines), (entry) => entries.set(entry.key, entry));
    return entries;
  }

  /** @throws what the file system says */
  async write(entries: Iterable<SummaryEntry>): Promise<void> {
    if (!this.#folder || !this.#file) return;
    const parts: Uint8Array[] = [];
    const encoder = new TextEncoder();
    await inSlices(cacheLines(entries, Date.now()), (line) =>
      parts.push(encoder.encode(`${line}\n`)),
    );
    await vscode.workspace.fs.createDirectory(this.#folder);
    await platform.writeAtomically(this.#file, joined(parts));
  }

  get #file(): vscode.Uri | undefined {
    return this.#folder && vscode.Uri.joinPath(this.#folder, 'corpus.jsonl');
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
