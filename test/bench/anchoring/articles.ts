import fs from 'node:fs';
import path from 'node:path';
import { spansOf } from '../../../src/core/model/annotation';
import { defaultSchema } from '../../../src/core/model/schema';
import { readArticle } from '../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../src/core/sidecar/read';
import type { Span } from '../../../src/core/text/span';
import { polnearArticles, type PolnearArticle } from '../../support/polnear';

/** An article and the spans that people annotated in it, those of one entity or kind in one list. */
export interface Annotated {
  readonly text: string;
  readonly lists: readonly (readonly Span[])[];
}

/** Articles of one collection, and as which half of them. */
export interface Collection {
  readonly name: string;
  readonly articles: readonly Annotated[];
}

interface KindArticle {
  readonly text: string;
  readonly utf16: readonly (readonly [number, number])[];
}

const toSpan = ([start, end]: readonly [number, number]): Span => ({ start, end });

/** The mentions of Italian news (KIND), those with the same words in one list. */
function kindArticle({ text, utf16 }: KindArticle): Annotated {
  const lists = new Map<string, Span[]>();
  for (const span of utf16.map(toSpan)) {
    const words = text.slice(span.start, span.end);
    lists.set(words, [...(lists.get(words) ?? []), span]);
  }
  return { text, lists: [...lists.values()] };
}

/** The quotes of American news (PolNeAR), with their cues and speakers. */
function polnearArticle({ text, quotes }: PolnearArticle): Annotated {
  const parts = ['content', 'cue', 'speaker'] as const;
  return { text, lists: parts.map((part) => quotes.flatMap((quote) => quote[part])) };
}

/** The project's own samples, in six languages, with all that is annotated in them. */
function samples(folder: string): Annotated[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ann.yaml'))
    .map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name.replace(/\.ann\.yaml$/, '')));
      const { article } = readArticle(bytes);
      if (!article) throw new Error(`${name} has no article`);
      const source = fs.readFileSync(path.join(folder, name), 'utf8');
      const { set } = readSidecar(source, article, defaultSchema);
      const lists = [...set.entities.keys()].map((id) =>
        set.mentions.flatMap(({ entity, target }) => (entity === id ? spansOf(target) : [])),
      );
      const parts = ['content', 'cue', 'speaker'] as const;
      const quoted = parts.map((part) =>
        set.quotes.flatMap((quote) => {
          const of = quote[part];
          return spansOf(of && ('selectors' in of ? of : of.target));
        }),
      );
      return { text: article.text.text, lists: [...lists, ...quoted] };
    });
}

/** Every so many articles are enough. */
function some<T>(articles: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(articles.length / count));
  return articles.filter((_, i) => i % step === 0).slice(0, count);
}

/**
 * The articles that weights may be tuned on, or those that they may not: other articles of the same
 * collections, and those in languages that were never looked at.
 * @param corpora the folder of the collections, undefined where it is not on this machine
 */
export function collections(
  corpora: string | undefined,
  half: 'development' | 'held out',
  root: string,
): Collection[] {
  const isHeldOut = half === 'held out';
  const own = { name: 'samples', articles: samples(path.join(root, 'media', 'samples')) };
  if (corpora === undefined) return [own];
  const read = (file: string): unknown =>
    JSON.parse(fs.readFileSync(path.join(corpora, file), 'utf8'));
  const kind = read(isHeldOut ? 'kind/dev_a.json' : 'kind/train.json') as KindArticle[];
  const polnear = polnearArticles(corpora, isHeldOut ? 'dev' : 'train');
  return [
    { name: 'KIND (Italian, entities)', articles: some(kind, 120).map(kindArticle) },
    { name: 'PolNeAR (English, quotes)', articles: some(polnear, 80).map(polnearArticle) },
    ...(isHeldOut ? [own] : []),
  ].map(({ name, articles }) => ({
    name,
    articles: articles.filter(({ lists }) => lists.some((list) => list.length > 0)),
  }));
}
