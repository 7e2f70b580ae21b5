import type { EntityId, Quote } from '../model/annotation';
import { mentionsOf, type AnnotationSet } from '../model/annotationSet';
import { changedStretch } from '../model/changedStretch';
import { areSameItems } from '../model/equal';
import { blockOf, type Block, type Blocks } from './blocks';
import { matchItems } from './matchItems';
import { patchYaml } from './patch';
import type { ArticleFile } from './articleFile';
import type { Layout } from './read';
import { renderBlock, type YamlValue } from './render';
import { compareCodePoints, Writer } from './write';

type Mapping = Record<string, YamlValue>;

/** A sidecar as it was last read or written. */
export interface WrittenSidecar {
  readonly set: AnnotationSet;
  readonly layout: Layout;
}

/**
 * What `writeSidecar` gives for `set`, made of the lines of `previous` wherever the annotations are the
 * same objects as before: the time that it takes depends on what has changed, not on what there is.
 * `textId` is the blob id that `previous` names. Undefined where that is not so easy: the article or its
 * fields have changed, an annotation with comments goes, the first one of its section comes or the last
 * one goes.
 */
export function rewriteSidecar(
  set: AnnotationSet,
  article: ArticleFile,
  textId: string,
  previous: WrittenSidecar,
): WrittenSidecar | undefined {
  const isSameFrame =
    set.article === previous.set.article &&
    set.extra === previous.set.extra &&
    set.entities.size > 0 === previous.set.entities.size > 0 &&
    set.quotes.length > 0 === previous.set.quotes.length > 0;
  if (!isSameFrame || !hasWholeLines(previous.layout.blocks) || !article.identity.matches(textId)) {
    return undefined;
  }
  const rewriter = new Rewriter(set, new Writer(article, textId, textId), previous);
  const entities = rewriter.entities();
  const quotes = entities && rewriter.quotes();
  if (!quotes) return undefined;
  const before = previous.layout.blocks;
  const changed = { ...before, entities, quotes: [...quotes.values()] };
  const blocks: Blocks = { ...changed, eol: hasCrlf(changed) ? '\r\n' : '\n' };
  return {
    set,
    layout: { blocks, quotes: [...quotes.keys()] },
  };
}

/** Lines that are written anew end as the others: CRLF comes with none, and may go with the one that had it. */
function hasCrlf({ eol, head, entities, between, quotes, tail }: Blocks): boolean {
  const hasOne = (lines: string) => lines.includes('\r\n');
  const blocks = [...entities.values(), ...quotes];
  const inParts = () =>
    [head, between, tail].some(hasOne) || blocks.some(({ source }) => hasOne(source));
  return eol === '\r\n' && inParts();
}

/** Whether the last line has an end as the others have. */
function hasWholeLines({ head, entities, between, quotes, tail }: Blocks): boolean {
  const blocks = [...entities.values(), ...quotes];
  const parts = [head, between, tail, ...blocks.map(({ source }) => source)];
  return parts.every((lines) => lines === '' || lines.endsWith('\n'));
}

class Rewriter {
  readonly #set: AnnotationSet;
  readonly #writer: Writer;
  readonly #previous: WrittenSidecar;
  readonly #eol: string;

  constructor(set: AnnotationSet, writer: Writer, previous: WrittenSidecar) {
    this.#set = set;
    this.#writer = writer;
    this.#previous = previous;
    this.#eol = previous.layout.blocks.eol;
  }

  /** The blocks of the entities, or undefined where they have to be written anew. */
  entities(): ReadonlyMap<EntityId, Block> | undefined {
    const kept = new Map<EntityId, Block>();
    const { removed, added: come } = changedStretch(
      this.#previous.set.mentions,
      this.#set.mentions,
    );
    const mentioned = new Set([...removed, ...come].map(({ entity }) => entity));
    for (const [id, block] of this.#previous.layout.blocks.entities) {
      const isGone = !this.#set.entities.has(id);
      const now = isGone ? undefined : this.#entity(id, block, mentioned.has(id));
      if (isGone ? hasComments(block) : !now) return undefined;
      if (now) kept.set(id, now);
    }
    const added = [...this.#set.entities.keys()].filter((id) => !kept.has(id));
    if (added.length === 0) return kept;
    // Objects have keys that are numbers before all others, whatever their order should be.
    const hasNumber = [...this.#set.entities.keys()].some((id) => /^\d+$/.test(id));
    return kept.size > 0 && !hasNumber ? this.#withEntities(kept, added) : undefined;
  }

  /** The block of an entity that is there already. */
  #entity(id: EntityId, block: Block, isMentioned: boolean): Block | undefined {
    const isSame = this.#previous.set.entities.get(id) === this.#set.entities.get(id);
    if (isSame && !isMentioned) return block;
    const [was, is] = [this.#previous.set, this.#set].map((set) => ({
      entity: set.entities.get(id),
      mentions: mentionsOf(set, id),
    }));
    if (!was?.entity || !is?.entity) return undefined;
    if (was.entity === is.entity && areSameItems(was.mentions, is.mentions)) return block;
    return this.#changed(
      block,
      'entities',
      { [id]: this.#writer.entity(was.entity, was.mentions) },
      { [id]: this.#writer.entity(is.entity, is.mentions) },
    );
  }

  /** New entities stand behind the last one whose id is smaller, or before all. */
  #withEntities(
    blocks: ReadonlyMap<EntityId, Block>,
    added: readonly EntityId[],
  ): ReadonlyMap<EntityId, Block> {
    const entries = [...blocks];
    for (const id of [...added].sort(compareCodePoints)) {
      const entity = this.#set.entities.get(id);
      if (!entity) continue;
      const smaller = entries.filter(([other]) => compareCodePoints(other, id) < 0);
      const last = smaller.reduce<EntityId | undefined>(
        (a, [b]) => (a === undefined || compareCodePoints(a, b) < 0 ? b : a),
        undefined,
      );
      const data = { [id]: this.#writer.entity(entity, mentionsOf(this.#set, id)) };
      const at = entries.findIndex(([other]) => other === last);
      insertBehind(entries, at, id, this.#rendered('entities', data));
    }
    return new Map(entries);
  }

  /** The blocks of the quotes in the order of the file, or undefined where they have to be written anew. */
  quotes(): ReadonlyMap<Quote, Block> | undefined {
    const { blocks, quotes: was } = this.#previous.layout;
    const changes = this.#changesOfQuotes();
    const kept: [Quote, Block][] = [];
    for (const [index, quote] of was.entries()) {
      const block = blocks.quotes[index];
      const after = changes.has(quote) ? changes.get(quote) : quote;
      const now = block && after && this.#quote(block, quote, after);
      if (after ? !now : !block || hasComments(block)) return undefined;
      if (after && now) kept.push([after, now]);
    }
    return kept.length > 0 || this.#set.quotes.length === 0 ? this.#withQuotes(kept) : undefined;
  }

  /** For each quote that is not there any more as it was, the one that it has become, if any. */
  #changesOfQuotes(): ReadonlyMap<Quote, Quote | undefined> {
    const { removed, added } = changedStretch(this.#previous.layout.quotes, this.#set.quotes);
    const [was, is] = [new Set(removed), new Set(added)];
    const gone = removed.filter((quote) => !is.has(quote));
    const come = added.filter((quote) => !was.has(quote));
    const data = (quote: Quote) => this.#writer.quote(quote);
    const changes = new Map<Quote, Quote | undefined>(gone.map((quote) => [quote, undefined]));
    for (const [index, match] of matchItems(gone.map(data), come.map(data)).entries()) {
      const quote = match === undefined ? undefined : gone[match];
      if (quote) changes.set(quote, come[index]);
    }
    return changes;
  }

  #quote(block: Block, was: Quote, is: Quote): Block | undefined {
    if (was === is) return block;
    return this.#changed(block, 'quotes', [this.#writer.quote(was)], [this.#writer.quote(is)]);
  }

  /** New quotes stand behind those before them in the text. */
  #withQuotes(kept: readonly [Quote, Block][]): ReadonlyMap<Quote, Block> {
    const entries = [...kept];
    const known = new Set(kept.map(([quote]) => quote));
    for (const [index, quote] of this.#set.quotes.entries()) {
      if (known.has(quote)) continue;
      const at = entries.findIndex(([other]) => other === this.#set.quotes[index - 1]);
      insertBehind(entries, at, quote, this.#rendered('quotes', [this.#writer.quote(quote)]));
    }
    return new Map(entries);
  }

  /** The block of an annotation that has changed: as Chiosa writes it where it was so, else patched. */
  #changed(
    block: Block,
    section: 'entities' | 'quotes',
    old: Mapping | Mapping[],
    now: Mapping | Mapping[],
  ): Block | undefined {
    const own = block.source.slice(0, block.ownLength);
    const behind = block.source.slice(block.ownLength);
    if (own === this.#rendered(section, old)) {
      return blockOf(this.#rendered(section, now), behind);
    }
    const header = `${section}:${this.#eol}`;
    const patched = patchYaml(header + own, { [section]: now });
    const source = patched.slice(header.length);
    // The comment of a line that is gone may stand behind the annotation now.
    const hasCommentBehind = /\n *(?:#[^\n]*)?\r?\n$/.test(source);
    if (!patched.startsWith(header) || hasCommentBehind) return undefined;
    return blockOf(source, behind);
  }

  #rendered(section: 'entities' | 'quotes', data: Mapping | Mapping[]): string {
    return renderBlock(data, [section], 2).replaceAll('\n', this.#eol);
  }
}

/** Puts lines behind those of the entry at an index, and before the comments that follow these; -1: before all. */
function insertBehind<K>(entries: [K, Block][], index: number, key: K, source: string): void {
  const before = entries[index];
  if (!before) {
    entries.unshift([key, blockOf(source)]);
    return;
  }
  const [other, block] = before;
  const own = block.source.slice(0, block.ownLength);
  const behind = block.source.slice(block.ownLength);
  entries[index] = behind === '' ? before : [other, blockOf(own)];
  entries.splice(index + 1, 0, [key, blockOf(source, behind)]);
}

function hasComments({ source, ownLength }: Block): boolean {
  return source.length > ownLength || source.includes('#');
}
