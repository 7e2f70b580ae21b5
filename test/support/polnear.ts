import fs from 'node:fs';
import path from 'node:path';
import { targetFor } from '../../src/core/edit/target';
import { newEntityId } from '../../src/core/entities/entityId';
import type { Entity, Mention, Quote, QuoteKind, Target } from '../../src/core/model/annotation';
import { emptySet, inTextOrder, type AnnotationSet } from '../../src/core/model/annotationSet';
import { compareSpans, type Span } from '../../src/core/text/span';

// PolNeAR, American news with all its quotes (Newell, Margolin, Ruths 2018), which is no part of this project: read
// where a folder has it.

/** A quote as its annotators have it. Offsets are UTF-16 code units. */
export interface PolnearQuote {
  readonly kind: QuoteKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker: readonly Span[];
}

export interface PolnearArticle {
  readonly file: string;
  readonly text: string;
  readonly quotes: readonly PolnearQuote[];
}

type Offsets = readonly (readonly [number, number])[];

/** As the files have it: offsets are code points. */
interface WrittenArticle {
  readonly file: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly kind: QuoteKind;
    readonly content: Offsets;
    readonly cue: Offsets | null;
    readonly speaker: Offsets | null;
  }[];
}

/** The articles of a part of PolNeAR, in the order of its file. @param corpora the folder that has it */
export function polnearArticles(corpora: string, part: 'train' | 'dev'): PolnearArticle[] {
  const file = path.join(corpora, 'polnear', `${part}.gold.json`);
  const articles = JSON.parse(fs.readFileSync(file, 'utf8')) as readonly WrittenArticle[];
  return articles.map(({ file: name, text, quotes }) => {
    const units = [0];
    for (const point of text) units.push((units.at(-1) ?? 0) + point.length);
    const spans = (offsets: Offsets | null) =>
      (offsets ?? []).map(([start, end]) => ({
        start: units[start] ?? text.length,
        end: units[end] ?? text.length,
      }));
    const placed = quotes.map(({ kind, content, cue, speaker }) => ({
      kind,
      content: spans(content),
      cue: spans(cue),
      speaker: spans(speaker),
    }));
    return { file: name, text, quotes: placed };
  });
}

/**
 * The annotations that Chiosa has for such an article. Speakers who are called by a name (they are said in capital
 * letters) become persons, the same in all articles, who are mentioned where they speak.
 */
export function polnearSet({ text, quotes }: PolnearArticle): AnnotationSet {
  const entities = new Map<string, Entity>();
  const mentions = new Map<string, Mention>();
  const target = (spans: readonly Span[]): Target => targetFor(text, [...spans].sort(compareSpans));
  const speakerOf = (spans: readonly Span[]): Quote['speaker'] => {
    if (spans.length === 0) return undefined;
    const placed = target(spans);
    const name = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
    if (!/^\p{Lu}\p{Ll}+(?: \p{Lu}\S*)+$/u.test(name)) return { target: placed };
    const id = newEntityId(name, () => false);
    entities.set(id, { id, name, type: 'person' });
    mentions.set(JSON.stringify(placed.spans), { entity: id, target: placed });
    return { entity: id, target: placed };
  };
  const all = quotes.map(({ kind, content, cue, speaker }): Quote => {
    const said = speakerOf(speaker);
    return {
      kind,
      content: target(content),
      ...(cue.length > 0 && { cue: { target: target(cue) } }),
      ...(said && { speaker: said }),
    };
  });
  return {
    ...emptySet,
    entities,
    mentions: inTextOrder([...mentions.values()], (mention) => mention.target),
    quotes: inTextOrder(all, (quote) => quote.content),
  };
}
