import { isWords, type YamlValue } from './render';

/**
 * Reads keys and values from a line as Chiosa writes it: words, strings in double quotes, whole numbers, true,
 * false, and flow collections of these. Many times faster than a parser of all of YAML; whatever it does
 * not know for certain it leaves to that (`read` returns undefined).
 */
export class PlainFlow {
  readonly #line: string;
  #at: number;

  /** @param at where the value begins in the line, in UTF-16 code units */
  constructor(line: string, at: number) {
    this.#line = line;
    this.#at = at;
  }

  /** The key that stands here, with its colon, which ends the line or has a space behind it. */
  readKey(): string | undefined {
    const key = this.#scalar();
    const isKey = typeof key === 'string' && this.#match(colon) !== undefined;
    return isKey && key !== '__proto__' && key.length <= longestKey ? key : undefined;
  }

  /** Whether nothing but a comment is left of the line. */
  isAtEnd(): boolean {
    return this.#match(endOfLine) !== undefined;
  }

  /** The value that takes the rest of the line, but for a comment behind it. */
  read(): YamlValue | undefined {
    const value = this.#value();
    return this.isAtEnd() ? value : undefined;
  }

  #value(): YamlValue | undefined {
    const first = this.#line[this.#at];
    if (first === '{') return this.#mapping();
    return first === '[' ? this.#list() : this.#scalar();
  }

  #mapping(): YamlValue | undefined {
    const result: Record<string, YamlValue> = {};
    const isFilled = this.#items('}', () => {
      const key = this.readKey();
      const value = key === undefined ? undefined : this.#value();
      if (key === undefined || value === undefined || Object.hasOwn(result, key)) return false;
      result[key] = value;
      return true;
    });
    return isFilled ? result : undefined;
  }

  #list(): YamlValue | undefined {
    const result: YamlValue[] = [];
    const isFilled = this.#items(']', () => {
      const value = this.#value();
      if (value === undefined) return false;
      result.push(value);
      return true;
    });
    return isFilled ? result : undefined;
  }

  /** Reads items up to the closing bracket; false where one of them cannot be read. */
  #items(closing: '}' | ']', readItem: () => boolean): boolean {
    this.#at += 1;
    this.#match(spaces);
    if (this.#take(closing)) return true;
    while (readItem()) {
      this.#match(spaces);
      if (this.#take(closing)) return true;
      if (!this.#take(',')) return false;
      this.#match(spaces);
    }
    return false;
  }

  #scalar(): string | number | boolean | undefined {
    if (this.#line[this.#at] === '"') {
      const source = this.#match(quoted);
      if (source === undefined) return undefined;
      return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1);
    }
    const source = this.#match(unquoted);
    if (source === undefined) return undefined;
    if (source === 'true' || source === 'false') return source === 'true';
    if (isWords(source) || /^\d{4}-\d{2}-\d{2}$/.test(source)) return source;
    return /^(?:0|[1-9]\d{0,14})$/.test(source) ? Number(source) : undefined;
  }

  #take(character: string): boolean {
    const isThere = this.#line[this.#at] === character;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#line)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }
}

/** YAML has no longer keys, in characters, on one line. */
const longestKey = 1000;
const colon = /:(?: +|$)/y;
const spaces = / */y;
/** A comment has a space before it, which may be the one behind the colon of a key. */
const endOfLine = /(?: *| *(?<= )#.*)$/y;
/**
 * A string in double quotes with the escapes of JSON, which are YAML's too, without control characters,
 * lone surrogates and what else YAML may take for the end of a line or not allow.
 */
const quoted =
  /"(?:[^"\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
/** What may be words or a number; a colon, comma or bracket ends it. */
const unquoted = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’-]*[\p{L}\p{M}\p{N}.'’-])?/uy;
