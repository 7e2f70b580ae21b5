/**
 * Where `needle` begins in the text, in UTF-16 code units, ascending, at most `limit` of them.
 * Occurrences may overlap: "ana" stands twice in "banana". No words stand nowhere.
 */
export function occurrencesOf(text: string, needle: string, limit = Infinity): number[] {
  if (needle === '') return [];
  const isWorthAnIndex = text.length >= indexedLength && needle.length >= gramLength;
  return isWorthAnIndex ? indexOf(text).find(needle, limit) : scan(text, needle, limit);
}

function scan(text: string, needle: string, limit: number): number[] {
  const starts: number[] = [];
  for (
    let at = text.indexOf(needle);
    at >= 0 && starts.length < limit;
    at = text.indexOf(needle, at + 1)
  ) {
    starts.push(at);
  }
  return starts;
}

/** Below this many code units a scan of the text takes less time than the making of its index. */
const indexedLength = 20_000;
/** Shorter needles are scanned for. Of n-grams shorter than this, news text repeats too many. */
const gramLength = 12;

/** The places of a long text by a hash of the `gramLength` code units that begin there, in chains. */
class GramIndex {
  /** The very string that is searched: comparing a string with itself takes no time. */
  text: string;
  readonly #mask: number;
  /** The first place of each hash, plus one; 0 where there is none. */
  readonly #first: Int32Array;
  /** The next place of the same hash after each place, plus one. */
  readonly #next: Int32Array;
  /** How many places have each hash. */
  readonly #count: Int32Array;

  constructor(text: string) {
    this.text = text;
    const size = 2 ** Math.ceil(Math.log2(text.length));
    this.#mask = size - 1;
    this.#first = new Int32Array(size);
    this.#next = new Int32Array(text.length);
    this.#count = new Int32Array(size);
    // From the end, so that chains ascend; a rolling polynomial hash (Rabin and Karp, 1987).
    let hash = 0;
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const leaving = text.charCodeAt(at + gramLength) || 0;
      hash = (Math.imul(hash, base) + text.charCodeAt(at) - Math.imul(leaving, leavingWeight)) | 0;
      const slot = this.#slot(hash);
      this.#next[at] = this.#first[slot] ?? 0;
      this.#first[slot] = at + 1;
      this.#count[slot] = (this.#count[slot] ?? 0) + 1;
    }
  }

  find(needle: string, limit: number): number[] {
    const starts: number[] = [];
    const { slot, offset } = this.#rarest(needle);
    let at = (this.#first[slot] ?? 0) - 1;
    while (at >= 0 && starts.length < limit) {
      if (at >= offset && this.text.startsWith(needle, at - offset)) starts.push(at - offset);
      at = (this.#next[at] ?? 0) - 1;
    }
    return starts;
  }

  /** The n-gram of the needle that stands in the text least often, by its slot and its place in the needle. */
  #rarest(needle: string): { readonly slot: number; readonly offset: number } {
    let rarest = { slot: 0, offset: 0, count: Infinity };
    for (let offset = 0; offset + gramLength <= needle.length; offset += gramLength / 2) {
      let hash = 0;
      for (let i = offset + gramLength - 1; i >= offset; i -= 1) {
        hash = (Math.imul(hash, base) + needle.charCodeAt(i)) | 0;
      }
      const slot = this.#slot(hash);
      const count = this.#count[slot] ?? 0;
      if (count < rarest.count) rarest = { slot, offset, count };
    }
    return rarest;
  }

  #slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}

const base = 0x01000193;
/** `base` to the power of `gramLength`: what the code unit that leaves the window has been multiplied by. */
const leavingWeight = Array.from({ length: gramLength }).reduce<number>(
  (weight) => Math.imul(weight, base),
  1,
);

/** The texts last searched: an article is searched once for each of its annotations. */
const indices: GramIndex[] = [];

function indexOf(text: string): GramIndex {
  const known = indices.find((index) => index.text === text);
  if (known) {
    known.text = text;
    return known;
  }
  const index = new GramIndex(text);
  indices.unshift(index);
  indices.length = Math.min(indices.length, 2);
  return index;
}
