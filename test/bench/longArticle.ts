import { targetFor } from '../../src/core/edit/target';
import { newEntityId } from '../../src/core/entities/entityId';
import type { Entity, Mention, Quote } from '../../src/core/model/annotation';
import { emptySet, inTextOrder, type AnnotationSet } from '../../src/core/model/annotationSet';
import { readArticle, type ArticleFile } from '../../src/core/sidecar/articleFile';
import type { Span } from '../../src/core/text/span';
import { numbers } from './numbers';

/** An invented article, and nearly all the annotations that a patient person would make in it. */
export interface LongArticle {
  readonly article: ArticleFile;
  readonly set: AnnotationSet;
  /** Names of the text that are not annotated yet, though their entities are known. */
  readonly left: readonly Span[];
}

/** Of so many names one is left. */
const leftOf = 60;

const firstNames =
  'Ada Bruno Carla Dino Elsa Furio Gina Ivo Lia Mino Nives Oreste Pia Rocco Sara Tullio';
export const surnames =
  'Albarelli Bonfante Cescutti Dal Molin Errani Fontebasso Gasparotto Lunghi Merzagora Norsa Pedrotti Quarantotto';
export const towns =
  'Monteverna Rivalta Castelmoro Portolungo Selvapiana Acquafredda Torre Nera Valdombra Pietrarsa Granara';
const bodies = 'Consorzio Autorità Agenzia Comitato Fondazione Istituto';
const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo stra pre gli ona enta ivo';

/** Builds an article and remembers where its names and quotes stand. */
class Builder {
  text = '';
  readonly names: { readonly span: Span; readonly name: string; readonly type: string }[] = [];
  readonly quotes: { readonly content: Span; readonly cue: Span; readonly speaker: number }[] = [];
  readonly #next: (below: number) => number;
  readonly #syllables = syllables.split(' ');

  constructor(seed: number) {
    this.#next = numbers(seed);
  }

  /** One paragraph: some names, and at times a quote with its cue and speaker. */
  paragraph(): void {
    for (let i = 0; i < 4; i += 1) {
      this.#words(9 + this.#next(10));
      this.#name();
    }
    this.text += '. ';
    this.text += '«';
    const content = this.#write(() => {
      this.#words(12 + this.#next(12));
      this.text = this.text.trimEnd();
    });
    this.text += '», ';
    const cue = this.#write(() => (this.text += 'ha detto'));
    this.text += ' ';
    const speaker = this.names.length;
    this.#name('person');
    this.quotes.push({ content, cue, speaker });
    this.text += '.\n\n';
  }

  #words(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const word = Array.from({ length: 1 + this.#next(4) }, () => this.#one(this.#syllables));
      this.text += `${word.join('')} `;
    }
  }

  #name(type = ['person', 'location', 'organization'][this.#next(3)] ?? 'person'): void {
    const one = (list: string) => this.#one(list.split(' '));
    const name =
      type === 'person'
        ? `${one(firstNames)} ${one(surnames)}`
        : type === 'location'
          ? one(towns)
          : `${one(bodies)} di ${one(towns)}`;
    this.names.push({ span: this.#write(() => (this.text += name)), name, type });
    this.text += ' ';
  }

  #one(list: readonly string[]): string {
    return list[this.#next(list.length)] ?? '';
  }

  #write(write: () => unknown): Span {
    const start = this.text.length;
    write();
    return { start, end: this.text.length };
  }
}

/**
 * @param size at least so many code units; about ten annotations (mentions and quotes) in a kilobyte
 * @param seed another one makes another article
 */
export function longArticle(size: number, seed = 1851): LongArticle {
  const builder = new Builder(seed);
  while (builder.text.length < size) builder.paragraph();
  const { text } = builder;
  const { article } = readArticle(new TextEncoder().encode(text));
  if (!article) throw new Error('the generated article cannot be read');
  const entities = new Map<string, Entity>();
  const ids = builder.names.map(({ name, type }) => {
    const id = newEntityId(name, () => false);
    entities.set(id, { id, name, type });
    return id;
  });
  const all = builder.names.map(({ span }, i): Mention => {
    return { entity: ids[i] ?? '', target: targetFor(text, [span]) };
  });
  const isLeft = (i: number) => i % leftOf === leftOf - 1;
  const mentions = all.filter((_, i) => !isLeft(i));
  const quotes = builder.quotes.map(({ content, cue, speaker }): Quote => ({
    kind: 'direct',
    content: targetFor(text, [content]),
    cue: { target: targetFor(text, [cue]) },
    speaker: {
      entity: ids[speaker] ?? '',
      target: all[speaker]?.target ?? { selectors: [] },
    },
  }));
  const set: AnnotationSet = {
    ...emptySet,
    entities,
    mentions: inTextOrder(mentions, ({ target }) => target),
    quotes: inTextOrder(quotes, ({ content }) => content),
  };
  const left = builder.names.filter((_, i) => isLeft(i)).map(({ span }) => span);
  return { article, set, left };
}
