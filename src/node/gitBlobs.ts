import fs from 'node:fs/promises';
import path from 'node:path';
import { FileIdentity, type BlobId } from '../core/text/blobId';
import { GitObjects, versionsOf } from './gitObjects';
import { repositoryOf } from './repository';

/** A git that nobody has asked for so long, in milliseconds, is ended: it keeps files open. */
const patience = 2000;

/**
 * The blobs of the repositories that articles are in, as far as they are on the disk: nothing is fetched or
 * written, and no hook is run. Each repository has one git, as long as it is asked.
 */
export class GitBlobs {
  /** By the repository's root. */
  readonly #open = new Map<string, { readonly git: GitObjects; readonly timer: NodeJS.Timeout }>();

  /**
   * The bytes of the blob `id` in the repository that a file is in; or those of a former version of the file
   * whose LF form has the id, where git keeps ends of line as they are. Undefined where there is no git, no
   * repository or no such blob of the size of an article. Never throws.
   * @param file its path; the file itself need not exist, its folder must
   */
  async read(file: string, id: BlobId): Promise<Uint8Array | undefined> {
    const folder = await fs.realpath(path.dirname(file)).catch(() => undefined);
    const root = folder === undefined ? undefined : await repositoryOf(folder);
    if (folder === undefined || root === undefined) return undefined;
    const bytes = await this.#objectsOf(root).read(id);
    if (bytes) return new FileIdentity(() => bytes).matches(id) ? bytes : undefined;
    const real = path.join(folder, path.basename(file));
    return (await hasCrlf(real)) ? this.#formerVersion(root, real, id) : undefined;
  }

  /**
   * The bytes of a file in a commit, as git keeps them; undefined where it is not there, or too large. Never throws.
   * @param file its path, as for `read` @param commit a name of it, in one line
   */
  async readAt(file: string, commit: string): Promise<Uint8Array | undefined> {
    const folder = await fs.realpath(path.dirname(file)).catch(() => undefined);
    const root = folder === undefined ? undefined : await repositoryOf(folder);
    if (folder === undefined || root === undefined) return undefined;
    const name = path.relative(root, path.join(folder, path.basename(file)));
    if (`${commit}${name}`.includes('\n')) return undefined;
    return this.#objectsOf(root).read(`${commit}:${name.split(path.sep).join('/')}`);
  }

  async #formerVersion(root: string, file: string, id: BlobId): Promise<Uint8Array | undefined> {
    const inRepository = path.relative(root, file).split(path.sep).join('/');
    if (inRepository.includes('\n')) return undefined;
    for (const name of await versionsOf(root, inRepository)) {
      const bytes = await this.#objectsOf(root).read(name);
      if (bytes && new FileIdentity(() => bytes).matches(id)) return bytes;
    }
    return undefined;
  }

  /** Ends what was started; what is asked afterwards starts anew. */
  dispose(): void {
    for (const root of [...this.#open.keys()]) this.#close(root);
  }

  #objectsOf(root: string): GitObjects {
    const open = this.#open.get(root);
    if (open) {
      open.timer.refresh();
      return open.git;
    }
    const git = new GitObjects(root);
    const timer = setTimeout(() => {
      if (git.isIdle) this.#close(root);
      else timer.refresh();
    }, patience);
    // Alone, this is no reason for a program to stay.
    timer.unref();
    this.#open.set(root, { git, timer });
    return git;
  }

  #close(root: string): void {
    const open = this.#open.get(root);
    if (!open) return;
    clearTimeout(open.timer);
    open.git.close();
    this.#open.delete(root);
  }
}

async function hasCrlf(file: string): Promise<boolean> {
  const bytes = await fs.readFile(file).catch(() => undefined);
  return bytes?.includes('\r\n') ?? false;
}
