import { targetFor } from '../../../src/core/edit/target';
import { newEntityId } from '../../../src/core/entities/entityId';
import type { Entity, Mention, Quote } from '../../../src/core/model/annotation';
import { inTextOrder, type AnnotationSet } from '../../../src/core/model/annotationSet';
import { readArticle, type ArticleFile } from '../../../src/core/sidecar/articleFile';
import type { Span } from '../../../src/core/text/span';

// Articles made up of names and quotations, and what a person may annotate in them.

/** A number below another one, at random. */
export type Next = (below: number) => number;

const firstNames = [
  'Ada',
  'Bruno',
  'Carla',
  'Dario',
  'Elsa',
  'Fabio',
  'Gioia',
  'Ivo',
  'Lea',
  'Nino',
];
const lastNames = ['Perrin', 'Dorn', 'Ferri', 'Tassoni', 'Bellini', 'Corva', 'Lume', 'Varga'];
const places = ['Valdirame', 'Porto Lume', 'Corva', 'Montelago', 'San Biagio', 'Ripalta'];
const bodies = ['Lega dei Pendolari', 'Consorzio del Lago', 'Banca di Ripalta', 'Ente Ponti'];
const words = [
  ...['il', 'ponte', 'lago', 'treno', 'ieri', 'mercato', 'della', 'strada', 'prima', 'di', 'sera'],
  ...['lavori', 'chiede', 'tra', 'paese', 'giorno', 'vecchio', 'dopo', 'senza', 'molti', 'resta'],
];
const cues = ['ha detto', 'ha risposto', 'spiega', 'ha aggiunto'];

/** Words of an article that may be annotated, with what they are. */
export type Candidate =
  | { readonly kind: 'mention'; readonly span: Span; readonly entity: Entity }
  | {
      readonly kind: 'quote';
      readonly content: Span;
      readonly cue: Span;
      readonly speaker: Span;
      readonly entity: Entity;
    };

export interface RandomArticle {
  readonly text: string;
  readonly article: ArticleFile;
  readonly candidates: readonly Candidate[];
}

/** An article of some 2,000 words: names in running text, and quotations with who says them. */
export function randomArticle(next: Next): RandomArticle {
  const writer = new ArticleWriter(next);
  for (let paragraph = 0; paragraph < 60; paragraph += 1) writer.paragraph();
  return { text: writer.text, article: fileOf(writer.text), candidates: writer.candidates };
}

export function fileOf(text: string): ArticleFile {
  const { article } = readArticle(new TextEncoder().encode(text));
  if (!article) throw new Error('This is no text.');
  return article;
}

class ArticleWriter {
  text = '';
  readonly candidates: Candidate[] = [];
  readonly #next: Next;

  constructor(next: Next) {
    this.#next = next;
  }

  paragraph(): void {
    for (let sentence = 0; sentence < 3; sentence += 1) {
      if (this.#next(4) === 0) this.#quotation();
      else this.#sentence();
      this.text += sentence < 2 ? ' ' : '\n\n';
    }
  }

  #sentence(): void {
    this.#words(3 + this.#next(4));
    this.#mention(this.#entity());
    this.#words(3 + this.#next(4));
    this.text = `${this.text.trimEnd()}.`;
  }

  #quotation(): void {
    this.text += '«';
    const content = this.#span(() => {
      this.#words(4 + this.#next(8));
      this.text = this.text.trimEnd();
    });
    this.text += '», ';
    const cue = this.#span(() => (this.text += this.#pick(cues)));
    this.text += ' ';
    const entity = this.#person();
    const speaker = this.#span(() => (this.text += entity.name));
    this.text += '.';
    this.candidates.push({ kind: 'quote', content, cue, speaker, entity });
  }

  #mention(entity: Entity): void {
    const span = this.#span(() => (this.text += entity.name));
    this.candidates.push({ kind: 'mention', span, entity });
    this.text += ' ';
  }

  #entity(): Entity {
    const kind = this.#next(3);
    if (kind === 0) return this.#person();
    return kind === 1
      ? entityOf(this.#pick(places), 'location')
      : entityOf(this.#pick(bodies), 'organization');
  }

  #person(): Entity {
    return entityOf(`${this.#pick(firstNames)} ${this.#pick(lastNames)}`, 'person');
  }

  #words(count: number): void {
    for (let i = 0; i < count; i += 1) this.text += `${this.#pick(words)} `;
  }

  #span(write: () => void): Span {
    const start = this.text.length;
    write();
    return { start, end: this.text.length };
  }

  #pick(items: readonly string[]): string {
    return items[this.#next(items.length)] ?? '';
  }
}

function entityOf(name: string, type: string): Entity {
  return { id: newEntityId(name, () => false), name, type };
}

/** So many of the candidates, at random, each once. */
export function chosen(all: readonly Candidate[], count: number, next: Next): Candidate[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () =>
    left.splice(next(left.length), 1),
  ).flat();
}

/** A set with annotations of these words too; those that it has already stay. */
export function annotated(
  set: AnnotationSet,
  text: string,
  candidates: readonly Candidate[],
): AnnotationSet {
  const entities = new Map(set.entities);
  const mentions = new Map(set.mentions.map((each) => [keyOf(each.target.spans), each]));
  const quotes = new Map(set.quotes.map((each) => [keyOf(each.content.spans), each]));
  for (const each of candidates) {
    if (!entities.has(each.entity.id)) entities.set(each.entity.id, each.entity);
    if (each.kind === 'mention') mentions.set(keyOf([each.span]), mentionOf(each, text));
    else quotes.set(keyOf([each.content]), quoteOf(each, text));
  }
  return {
    ...set,
    entities,
    mentions: inTextOrder([...mentions.values()], ({ target }) => target),
    quotes: inTextOrder([...quotes.values()], ({ content }) => content),
  };
}

function mentionOf(
  { span, entity }: Extract<Candidate, { kind: 'mention' }>,
  text: string,
): Mention {
  return { entity: entity.id, target: targetFor(text, [span]) };
}

function quoteOf(
  { content, cue, speaker, entity }: Extract<Candidate, { kind: 'quote' }>,
  text: string,
): Quote {
  return {
    kind: 'direct',
    content: targetFor(text, [content]),
    cue: { target: targetFor(text, [cue]) },
    speaker: { entity: entity.id, target: targetFor(text, [speaker]) },
  };
}

function keyOf(spans: readonly Span[] | undefined): string {
  return (spans ?? []).map(({ start, end }) => `${start}-${end}`).join(' ');
}
