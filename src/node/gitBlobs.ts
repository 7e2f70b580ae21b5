import fs from 'node:fs/promises';
import path from 'node:path';
import type { ThreeWays } from '../core/merge/threeWays';
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
  readonly #program: () => string;
  /** By the repository's root. */
  readonly #open = new Map<string, { readonly git: GitObjects; readonly timer: NodeJS.Timeout }>();

  /** @param program gives git's own, whenever it is started */
  constructor(program = () => 'git') {
    this.#program = program;
  }

  /**
   * The bytes of the blob `id` in the repository that a file is in; or those of a former version of the file
   * whose LF form has the id, where git keeps ends of line as they are. Undefined where there is no git, no
   * repository or no such blob of the size of an article. Never throws.
   * @param file its path; neither the file nor its folder need exist
   */
  async read(file: string, id: BlobId): Promise<Uint8Array | undefined> {
    const place = await placeOf(file);
    if (!place) return undefined;
    const bytes = await this.#objectsOf(place.root).read(id);
    if (bytes) return new FileIdentity(() => bytes).matches(id) ? bytes : undefined;
    return (await hasCrlf(place.file)) ? this.#formerVersion(place, id) : undefined;
  }

  /**
   * The bytes of a file in a commit, as git keeps them; undefined where it is not there, or too large. Never throws.
   * @param file its path, as for `read` @param commit a name of it, in one line
   */
  async readAt(file: string, commit: string): Promise<Uint8Array | undefined> {
    const place = await placeOf(file);
    if (place?.name === undefined || commit.includes('\n')) return undefined;
    return this.#objectsOf(place.root).read(`${commit}:${place.name}`);
  }

  /**
   * The versions of a file that the index has while its merge is not decided; none that is not there. Never throws.
   * @param file its path, as for `read`
   */
  async stages(file: string): Promise<ThreeWays<Uint8Array>> {
    const place = await placeOf(file);
    if (place?.name === undefined) return {};
    // One that has been asked before knows the index as it was then.
    const git = new GitObjects(place.root, this.#program());
    const [base, ours, theirs] = await Promise.all(
      [1, 2, 3].map((stage) => git.read(`:${stage}:${place.name}`)),
    );
    git.close();
    return { base, ours, theirs };
  }

  async #formerVersion({ root, name }: Place, id: BlobId): Promise<Uint8Array | undefined> {
    if (name === undefined) return undefined;
    for (const version of await versionsOf(root, name, this.#program())) {
      const bytes = await this.#objectsOf(root).read(version);
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
    const git = new GitObjects(root, this.#program());
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

/** A file in a repository. */
interface Place {
  readonly root: string;
  /** Its path, of which no folder that exists is a link. */
  readonly file: string;
  /** Its path from the root, with slashes; undefined where it cannot be said in one line. */
  readonly name: string | undefined;
}

async function placeOf(given: string): Promise<Place | undefined> {
  const folder = await realFolder(path.dirname(path.resolve(given)));
  const root = await repositoryOf(folder);
  if (root === undefined) return undefined;
  const file = path.join(folder, path.basename(given));
  const name = path.relative(root, file).split(path.sep).join('/');
  return { root, file, name: name.includes('\n') ? undefined : name };
}

/** A folder without links, as far as it exists: while git merges, it may not have made it yet. */
async function realFolder(folder: string): Promise<string> {
  const real = await fs.realpath(folder).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(await realFolder(parent), path.basename(folder));
}

async function hasCrlf(file: string): Promise<boolean> {
  const bytes = await fs.readFile(file).catch(() => undefined);
  return bytes?.includes('\r\n') ?? false;
}
