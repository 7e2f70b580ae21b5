import type { Path } from './validate';

/** What YAML can say in the core schema, as plain values. */
export type YamlValue =
  string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Where the canonical form writes one item a line; anything else is a flow collection on one line. */
const blocks: readonly (readonly string[])[] = [
  [],
  ['article'],
  ['entities'],
  ['entities', '*'],
  ['entities', '*', 'mentions'],
  ['quotes'],
  ['quotes', '*'],
  ['quotes', '*', 'content'],
];

/** Whether the canonical form writes the collection at `path` as a block. */
export function isBlockPath(path: Path): boolean {
  return blocks.some(
    (block) =>
      block.length === path.length &&
      block.every((part, index) => part === '*' || part === path[index]),
  );
}

/** A whole mapping in the canonical form, one line for each part, ending in a newline. */
export function renderBlock(
  value: Readonly<Record<string, YamlValue>> | readonly YamlValue[],
  path: Path,
  indent: number,
): string {
  const margin = ' '.repeat(indent);
  if (isList(value)) {
    return value.map((item, i) => margin + renderItem(item, [...path, i], indent)).join('');
  }
  return Object.entries(value)
    .map(([key, item]) => margin + renderPair(key, item, [...path, key], indent))
    .join('');
}

/** `key: value` with its newline; the key is to stand in column `indent` (from 0). `path` is the value's. */
export function renderPair(key: string, value: YamlValue, path: Path, indent: number): string {
  return renderString(key) + ':' + renderAfterColon(value, path, indent);
}

/** What follows the colon of a key in column `indent`, with its newline. */
export function renderAfterColon(value: YamlValue, path: Path, indent: number): string {
  if (isBlockPath(path) && isFilledCollection(value)) {
    return '\n' + renderBlock(value, path, indent + 2);
  }
  return ` ${path.join('.') === 'article.published' ? renderDate(value) : renderFlow(value)}\n`;
}

/** `- value` with its newline; the dash is to stand in column `indent`. `path` is the value's. */
export function renderItem(value: YamlValue, path: Path, indent: number): string {
  if (isBlockPath(path) && isFilledCollection(value)) {
    return '- ' + renderBlock(value, path, indent + 2).slice(indent + 2);
  }
  return `- ${renderFlow(value)}\n`;
}

/** A value on one line. */
function renderFlow(value: YamlValue): string {
  if (typeof value === 'string') return renderString(value);
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) {
    return value.length === 0 ? '[]' : `[ ${value.map(renderFlow).join(', ')} ]`;
  }
  const pairs = Object.entries(value).map(
    ([key, item]) => `${renderString(key)}: ${renderFlow(item)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const plain = /^\p{L}(?:[\p{L}\p{M}\p{N} .'’-]*[\p{L}\p{M}\p{N}.'’])?$/u;
const keywords = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const hexadecimal = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const numeric = /^(?:\d+(?:e\d*)?|0b[01]+)$/;
/** Characters that nobody can see, that turn the direction of a line, or that YAML does not allow. */
const invisible =
  /[\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\ufffb\ufffe\uffff]/g;

/** Whether a string may stand as it is, since no reader of YAML 1.1 or 1.2 can take it for anything else. */
export function isWords(text: string): boolean {
  const arePlain = plain.test(text) && !keywords.test(text);
  return arePlain || (hexadecimal.test(text) && !numeric.test(text));
}

/** A string on one line: plain, or in double quotes with JSON's escapes, which are YAML's too. */
export function renderString(text: string): string {
  if (isWords(text)) return text;
  return JSON.stringify(text).replace(
    invisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? '.inf' : '-.inf';
}

/** A date is written without quotation marks. */
function renderDate(value: YamlValue): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : renderFlow(value);
}

export function isList(
  value: YamlValue | Readonly<Record<string, YamlValue>>,
): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isFilledCollection(
  value: YamlValue,
): value is readonly YamlValue[] | Readonly<Record<string, YamlValue>> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
