import * as vscode from 'vscode';
import { platform } from '#platform';
import type { HookLeft } from '../platform/platform';
import { gitProgram, type GitRepository } from '../host/git';

/** How git’s program is run. */
interface Run {
  /** What it reads. */
  readonly input?: string;
  /** Ends it. */
  readonly token?: vscode.CancellationToken;
}

/** git’s program in a repository that VS Code has open, for what VS Code’s own extension does not offer to others. */
export class RepositoryGit {
  readonly repository: GitRepository;
  readonly #program: string;

  private constructor(repository: GitRepository, program: string) {
    this.repository = repository;
    this.#program = program;
  }

  static async of(repository: GitRepository): Promise<RepositoryGit> {
    return new RepositoryGit(repository, (await gitProgram()) ?? 'git');
  }

  /** @param path from the root of the repository, with slashes */
  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.repository.rootUri, path);
  }

  /**
   * The content that git has under this id; undefined where it has none on the disk.
   * @param file of which it is a version; by default one of the root, which is there whatever folders have gone
   */
  readBlob(id: string, file = this.uriOf('.git')): Promise<Uint8Array | undefined> {
    return platform.readBlob(file, id);
  }

  /**
   * What git prints, in the root of the repository. @throws what it says, where it fails
   * @throws {vscode.CancellationError} where the user cancels
   */
  async run(args: readonly string[], { input, token }: Run = {}): Promise<string> {
    const ending = new AbortController();
    const listening = token?.onCancellationRequested(() => {
      ending.abort();
    });
    try {
      return await platform.runGit({
        program: this.#program,
        folder: this.repository.rootUri,
        args,
        signal: ending.signal,
        ...(input !== undefined && { input }),
      });
    } catch (error) {
      if (token?.isCancellationRequested) throw new vscode.CancellationError();
      throw error;
    } finally {
      listening?.dispose();
    }
  }

  /**
   * Sets git up for sidecars, run by a launcher in this folder. @returns why there is no check before commits
   * @throws what git or the file system says
   */
  install(storage: vscode.Uri): Promise<HookLeft | undefined> {
    return platform.installGit(this.#place, storage);
  }

  /** Takes that back. @throws as `install` */
  uninstall(): Promise<void> {
    return platform.uninstallGit(this.#place);
  }

  get #place() {
    return { root: this.repository.rootUri, program: this.#program };
  }
}

/** Has the launcher, where git was set up ever, run this version of the extension. @throws what the file system says */
export function keepLauncher(storage: vscode.Uri): Promise<void> {
  return platform.keepLauncher(storage);
}

/** Whether no other repository, which VS Code has not opened, is between a file and its own. */
export async function isNearest({ rootUri }: GitRepository, file: vscode.Uri): Promise<boolean> {
  const [own, nearest] = await Promise.all([
    platform.repositoryRoot(vscode.Uri.joinPath(rootUri, '.git')),
    platform.repositoryRoot(file),
  ]);
  return own === nearest;
}
