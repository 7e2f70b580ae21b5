import { isBlockPath, renderAfterColon, type YamlValue } from '../../src/core/sidecar/render';

/** A line of a sidecar, and the path (parts joined by `/`) of the value that it is a part of. */
export interface OwnedLine {
  readonly text: string;
  readonly owner: string;
}

type Path = readonly (string | number)[];

/**
 * Writes a sidecar as nobody should: comments, blank lines, indentation, quotation marks, order of keys
 * and the choice between blocks and braces at random, as `choices` (numbers from 0 to 9) say.
 */
export class UntidyYaml {
  readonly lines: OwnedLine[] = [];
  readonly #choices: readonly number[];
  #chosen = 0;
  #comments = 0;

  constructor(data: Readonly<Record<string, YamlValue>>, choices: readonly number[]) {
    this.#choices = choices;
    this.#noise([], 0);
    this.#map(data, [], 0);
    this.#noise([], 0);
  }

  /** True in `tenths` of ten cases. */
  #sometimes(tenths: number): boolean {
    const choice = this.#choices[this.#chosen % this.#choices.length] ?? 0;
    this.#chosen += 1;
    return (choice + Math.floor(this.#chosen / this.#choices.length)) % 10 < tenths;
  }

  #add(text: string, owner: Path = []): void {
    this.lines.push({ text, owner: owner.join('/') });
  }

  #comment(): string {
    this.#comments += 1;
    return `# c${this.#comments}`;
  }

  /** What may stand behind a value on its line. */
  #tail(): string {
    return this.#sometimes(2) ? `  ${this.#comment()}` : this.#sometimes(1) ? ' ' : '';
  }

  /** What may stand between the lines of a block. */
  #noise(block: Path, indent: number): void {
    if (this.#sometimes(1)) this.#add('', block);
    if (this.#sometimes(1)) this.#add(' '.repeat(indent) + this.#comment(), block);
  }

  #map(map: Readonly<Record<string, YamlValue>>, path: Path, indent: number, lead?: string): void {
    const pairs = Object.entries(map);
    if (this.#sometimes(3)) pairs.push(...pairs.splice(0, 1));
    pairs.forEach(([key, value], index) => {
      if (index > 0 || lead === undefined) this.#noise(path, indent);
      const margin = index === 0 && lead !== undefined ? lead : ' '.repeat(indent);
      this.#pair(margin, key, value, [...path, key], indent);
    });
  }

  #pair(margin: string, key: string, value: YamlValue, path: Path, indent: number): void {
    const start = `${margin}${this.#scalar(key)}:`;
    if (!isFilled(value) || !isBlockPath(path)) {
      this.#add(
        `${start}${this.#sometimes(2) ? '   ' : ' '}${this.#value(value)}${this.#tail()}`,
        path,
      );
      return;
    }
    this.#add(start + this.#tail(), path);
    const step = 1 + [3, 5, 8].filter((tenths) => this.#sometimes(tenths)).length;
    if (Array.isArray(value))
      this.#list(value as YamlValue[], path, indent + (this.#sometimes(3) ? 0 : step));
    else this.#map(value as Record<string, YamlValue>, path, indent + step);
  }

  #list(list: readonly YamlValue[], path: Path, indent: number): void {
    list.forEach((item, index) => {
      this.#noise(path, indent);
      const [itemPath, lead] = [[...path, index], `${' '.repeat(indent)}- `];
      const isBlock =
        isFilled(item) && !Array.isArray(item) && (isBlockPath(itemPath) || this.#sometimes(3));
      if (isBlock) this.#map(item as Record<string, YamlValue>, itemPath, indent + 2, lead);
      else this.#add(lead + this.#value(item) + this.#tail(), itemPath);
    });
  }

  /** A value on one line; JSON is YAML too. */
  #value(value: YamlValue): string {
    if (typeof value === 'string') return this.#scalar(value);
    if (this.#sometimes(3)) return JSON.stringify(value).replaceAll('\u007F', '\\u007F');
    return renderAfterColon(value, ['x'], 0).trim();
  }

  #scalar(text: string): string {
    const isVisible = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text);
    if (isVisible && this.#sometimes(4)) return `'${text.replaceAll("'", "''")}'`;
    return renderAfterColon(text, ['x'], 0).slice(1, -1);
  }
}

function isFilled(value: YamlValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
