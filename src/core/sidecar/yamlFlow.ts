import type { Span } from '../text/span';
import { GrowingNode, nodeOfKey } from './yamlNode';

/** A flow collection that is not closed yet. */
interface OpenFlow {
  readonly node: GrowingNode;
  readonly start: number;
  readonly isMap: boolean;
  /** The pair whose colon has been read, or the list or mapping within that has. */
  current?: GrowingNode;
  /** What has been read since the last bracket, colon or comma. */
  word?: Span;
}

/** What a flow collection consists of; a colon counts for itself only where it ends a key. */
const flowTokens =
  /"(?:[^"\\\n]|\\[^\n])*"?|'(?:[^'\n]|'')*'?|[{}[\],]|:(?=[\s,{}[\]]|$)|(?<=["']):|\s+|#[^\n]*|(?:[^\s{}[\],:]|:(?![\s,{}[\]]|$))+/gy;
/** The same within a word that has begun: there, quotation marks are letters. */
const tokensOfWords =
  /[{}[\],]|:(?=[\s,{}[\]]|$)|(?<=["']):|\s+|#[^\n]*|(?:[^\s{}[\],:]|:(?![\s,{}[\]]|$))+/gy;

/**
 * Reads the flow collection that begins at an offset of a source, as the value of its owner, whatever is missing in it.
 * @param column lines that are not indented further, in UTF-16 code units, do not belong to it any more
 * @returns where it ends, as an offset of the source
 */
export function readFlow(
  source: string,
  owner: GrowingNode,
  start: number,
  column: number,
): number {
  const reader = new FlowReader(source, owner);
  let end = start;
  for (let at = start; at < source.length;) {
    const text = tokenAt(source, at, reader.isInWord);
    const behind = at + text.length;
    if (text.includes('\n')) {
      const lineStart = source.lastIndexOf('\n', behind - 1) + 1;
      const isClosing = /[}\]]/.test(source.charAt(behind));
      if (behind - lineStart <= column && !isClosing) break;
    }
    if (!/^(?:\s|#)/.test(text)) {
      reader.take(text, at);
      end = behind;
    }
    if (reader.isClosed) break;
    at = behind;
  }
  reader.close(end);
  return end;
}

/** There is one wherever the source goes on. */
function tokenAt(source: string, at: number, isInWord: boolean): string {
  const tokens = isInWord ? tokensOfWords : flowTokens;
  tokens.lastIndex = at;
  return tokens.exec(source)?.[0] ?? source.slice(at);
}

/** Makes nodes of the tokens of a flow collection. */
class FlowReader {
  readonly #source: string;
  readonly #owner: GrowingNode;
  readonly #open: OpenFlow[] = [];

  constructor(source: string, owner: GrowingNode) {
    this.#source = source;
    this.#owner = owner;
  }

  get isClosed(): boolean {
    return this.#open.length === 0;
  }

  get isInWord(): boolean {
    return this.#open.at(-1)?.word !== undefined;
  }

  take(token: string, start: number): void {
    const end = start + token.length;
    const inner = this.#open.at(-1);
    const isKey = token === ':' && inner?.isMap && inner.word && !inner.current;
    if (/^[{[]$/.test(token)) this.#enter(start, token === '{');
    else if (/^[}\]]$/.test(token)) this.#leave(end);
    else if (token === ',') this.#flush();
    else if (isKey) this.#key(inner, end);
    else if (inner) inner.word = { start: inner.word?.start ?? start, end };
  }

  /** Closes all that is open, `end` being where the last token ended. */
  close(end: number): void {
    while (this.#open.length > 0) this.#leave(end);
  }

  #enter(start: number, isMap: boolean): void {
    const inner = this.#open.at(-1);
    const node = inner ? (inner.current ??= this.#child(inner, start)) : this.#owner;
    this.#open.push({ node, start, isMap });
  }

  #leave(end: number): void {
    this.#flush();
    const closed = this.#open.pop();
    closed?.node.close({ start: closed.start, end });
  }

  #key(inner: OpenFlow, end: number): void {
    const { word } = inner;
    if (!word) return;
    inner.current = nodeOfKey(this.#source, word, end);
    inner.node.children.push(inner.current);
    delete inner.word;
  }

  /** Ends the item or the pair that is being read. A key without a colon is one that is being written. */
  #flush(): void {
    const inner = this.#open.at(-1);
    if (!inner) return;
    const { current, word } = inner;
    if (word && current) current.value = word;
    else if (word && inner.isMap) this.#key(inner, word.end);
    else if (word) this.#child(inner, word.start).value = word;
    delete inner.current;
    delete inner.word;
  }

  #child({ node }: OpenFlow, start: number): GrowingNode {
    const child = new GrowingNode(node.children.length, { start, end: start });
    node.children.push(child);
    return child;
  }
}
