import {
  isCollection,
  isScalar,
  parseDocument,
  Parser,
  type Document,
  type Pair,
  type ParsedNode,
  type YAMLSeq,
} from 'yaml';

// Where things stand in the source of a parsed document. Offsets are UTF-16 code units of the source.

/** A YAML source, its values those of JSON: tags for sets, dates or bytes say nothing here. */
export function parseYaml(source: string): Document.Parsed {
  return parseDocument(source, {
    resolveKnownTags: false,
    // Keys are those of JavaScript objects and of JSON: `2024` and `"2024"` are one.
    uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && String(a.value) === String(b.value),
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error', // not 'silent': a second document would then be passed over
  });
}

/** `key: value` as `yaml` parses it, with the tokens that it was read from. */
export type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly offset: number;
  readonly source: string;
}

/** Every comment of a YAML source, in its order. */
export function commentsOf(source: string): Comment[] {
  const comments: Comment[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) token.forEach(visit);
    else if (typeof token === 'object' && token !== null) {
      const { type, offset, source: text } = token as Partial<Comment> & { type?: string };
      if (type === 'comment') comments.push({ offset: offset ?? 0, source: text ?? '' });
      else Object.values(token).forEach(visit);
    }
  };
  for (const token of new Parser().parse(source)) visit(token);
  return comments.sort((a, b) => a.offset - b.offset);
}

/** The key as the object has it that the mapping becomes; that of `null:` is empty. */
export function keyOf(pair: ParsedPair): string {
  return isScalar(pair.key) ? [pair.key.value].join('') : '';
}

/** `key: value` with a scalar for its key, as opposed to `? key` and merge keys. */
export function isPlainPair(pair: ParsedPair): boolean {
  return isScalar(pair.key) && pair.srcToken !== undefined && colonOf(pair) >= 0;
}

export function colonOf(pair: ParsedPair): number {
  return pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset ?? -1;
}

export function dashesOf(seq: YAMLSeq): number[] {
  const token = seq.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    return dash ? [dash.offset] : [];
  });
}

export function endOfPair(pair: ParsedPair): number {
  return pair.value ? contentEnd(pair.value) : colonOf(pair) + 1;
}

/** Where the last token of a node ends that is not a comment or white space. */
export function contentEnd(node: ParsedNode): number {
  const last = isCollection(node) && !node.flow ? node.items[node.items.length - 1] : undefined;
  if (last === undefined) return node.range[1];
  return 'key' in last ? endOfPair(last) : contentEnd(last);
}
