import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';

/** Lower-case hexadecimal id of a git blob: 40 digits (SHA-1 repositories) or 64 (SHA-256). */
export type BlobId = string;

/**
 * The id that `git hash-object` gives these bytes.
 * Source: git's object format, the hash of `blob SIZE\0` and the content.
 */
export function blobId(bytes: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): BlobId {
  const object = concatBytes(new TextEncoder().encode(`blob ${bytes.length}\0`), bytes);
  return bytesToHex(algorithm === 'sha1' ? sha1(object) : sha256(object));
}

/** The names under which git may know one file: it stores the LF form where it converts ends of line. */
export class FileIdentity {
  readonly #bytes: () => Uint8Array;
  /** The ids computed so far, of the LF form and of the bytes as they are. */
  readonly #ids = new Map<string, BlobId>();

  /** @param bytes gives the content of the file, when it is asked for */
  constructor(bytes: () => Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether `id` is the blob id of this file, as it is or in its LF form. */
  matches(id: BlobId): boolean {
    return id === this.#idOf('lf', algorithmOf(id)) || id === this.#idOf('raw', algorithmOf(id));
  }

  /**
   * The id to write into a sidecar: `previous` where it still holds, else the id of the LF form (the
   * same on every system), in the hash algorithm of `previous`.
   */
  id(previous?: BlobId): BlobId {
    if (previous !== undefined && this.matches(previous)) return previous;
    return this.#idOf('lf', previous === undefined ? 'sha1' : algorithmOf(previous));
  }

  #idOf(form: 'lf' | 'raw', algorithm: 'sha1' | 'sha256'): BlobId {
    const key = `${form} ${algorithm}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const bytes = this.#bytes();
    const id = blobId(form === 'lf' ? withLf(bytes) : bytes, algorithm);
    this.#ids.set(key, id);
    return id;
  }
}

function algorithmOf(id: BlobId): 'sha1' | 'sha256' {
  return id.length === 64 ? 'sha256' : 'sha1';
}

/** The bytes with every CRLF as LF: what git's own conversion stores. A lone CR stays. */
function withLf(bytes: Uint8Array): Uint8Array {
  const [cr, lf] = [13, 10];
  if (!bytes.includes(cr)) return bytes;
  return bytes.filter((byte, at) => byte !== cr || bytes[at + 1] !== lf);
}
