import type * as vscode from 'vscode';
import type { HookRefusal } from '../core/check/hookRefusals';
import type { Stamp } from '../core/corpus/summaryCache';
import type { SummaryEntry } from '../core/corpus/summaryLines';
import type { Vocabulary } from '../core/corpus/vocabulary';
import type { ThreeWays } from '../core/merge/threeWays';

/** A hook that was left as it is. */
export interface HookLeft {
  readonly refusal: HookRefusal;
  /** What to put into it by hand. */
  readonly line: string;
}

/** A repository, and the git that is to be run in it. */
export interface GitPlace {
  readonly root: vscode.Uri;
  /** The path of the program. */
  readonly program: string;
}

/** One run of git’s program in a folder. */
export interface GitRun {
  /** The path of the program. */
  readonly program: string;
  readonly folder: vscode.Uri;
  readonly args: readonly string[];
  /** What git reads. */
  readonly input?: string;
  /** Ends git. */
  readonly signal?: AbortSignal;
}

/** What the desktop and the browser do differently. */
export interface Platform {
  /**
   * The bytes of a file. On the desktop those of the disk are read without VS Code, which asks its window each time
   * whether it may, and takes many times longer. @throws what the file system says
   */
  readFile(uri: vscode.Uri): Promise<Uint8Array>;
  /** When a file was written, in ms since 1970, and how many bytes it has. @throws as `readFile` */
  stat(uri: vscode.Uri): Promise<Stamp>;
  /**
   * Writes a file so that at any moment either the old or the new content is there, whole, as far as the
   * file system can do that. @throws what the file system says; the old content then stands.
   */
  writeAtomically(uri: vscode.Uri, content: Uint8Array): Promise<void>;
  /**
   * The content that git has under this id, in the repository of the file; undefined where there is none. Where git
   * cannot be run (in the browser, in a workspace that is not trusted) nothing is asked.
   */
  readBlob(uri: vscode.Uri, id: string): Promise<Uint8Array | undefined>;
  /**
   * The path, without links, of the root of the nearest repository around a file, whether VS Code has that open or not;
   * undefined where there is none, and where the file is not on the disk.
   */
  repositoryRoot(uri: vscode.Uri): Promise<string | undefined>;
  /** What git prints. @throws what it says, as the message, where it fails, and in the browser, where there is none */
  runGit(run: GitRun): Promise<string>;
  /**
   * The bytes of a file in a commit, as git keeps them; undefined where it is not there or too large, and where git
   * cannot be run. VS Code’s git extension gives a file as `git diff` shows it, which is another text.
   */
  readAt(uri: vscode.Uri, commit: string): Promise<Uint8Array | undefined>;
  /**
   * Sets git up for sidecars in a repository (docs/git.md), to run this extension’s command line by a
   * launcher in a folder of its own. @returns why there is no check before commits, and the line that makes it
   * @throws what git or the file system says
   */
  installGit(place: GitPlace, storage: vscode.Uri): Promise<HookLeft | undefined>;
  /** Takes that back. @throws as `installGit` */
  uninstallGit(place: GitPlace): Promise<void>;
  /** Has the launcher, where there is one, run this version of the extension. @throws what the file system says */
  keepLauncher(storage: vscode.Uri): Promise<void>;
  /**
   * The versions of a file that git’s index has while its merge is not decided, as git keeps them; none that is not there,
   * nor where git cannot be run.
   */
  readStages(uri: vscode.Uri): Promise<ThreeWays<Uint8Array>>;
  /**
   * The versions of many files, in their order, looked up on another core; undefined where that is not to be had.
   * @throws as `readSummaries`
   */
  readStamps(
    files: readonly vscode.Uri[],
    signal: AbortSignal,
  ): Promise<readonly (Stamp | undefined)[] | undefined>;
  /**
   * Reads what a corpus keeps of many sidecars, on all cores; none, where that is not to be had.
   * @param onRead is given each that can be read as it comes, by its index, in numbers of `vocabulary`
   * @throws the reason of `signal`, and what a thread fails with
   */
  readSummaries(
    sidecars: readonly vscode.Uri[],
    vocabulary: Vocabulary,
    onRead: (index: number, read: SummaryEntry) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Whether two contents of files are the same, byte by byte. */
  sameBytes(a: Uint8Array, b: Uint8Array): boolean;
}
