import { spansOf } from '../../../src/core/model/annotation';
import { longArticle } from '../longArticle';
import { numbers } from '../numbers';
import type { Annotated } from './articles';
import type { Desk } from './desk';
import { Edition } from './edition';
import { insertWords, onceIn, secondEdition } from './edits';

/** An article of 1 MB with some 10,000 spans, and two later editions of it: little changed, and much. */
export function longEditions(): {
  article: Annotated;
  editions: Readonly<Record<string, Edition>>;
} {
  const { article, set, left } = longArticle(1_000_000);
  const { text } = article.text;
  const mentions = [...set.entities.keys()].map((id) =>
    set.mentions.flatMap(({ entity, target }) => (entity === id ? spansOf(target) : [])),
  );
  const quotes = set.quotes.flatMap(({ content }) => spansOf(content));
  const annotated = { text, lists: [...mentions, quotes] };
  const other = longArticle(20_000).article.text.text;
  const desk: Desk = {
    below: numbers(left.length),
    other: () => other,
    names: left.map(({ start, end }) => text.slice(start, end)),
  };
  const editionBy = (edit: (edition: Edition, at: Desk) => void) => {
    const edition = new Edition(text, annotated.lists.flat());
    edit(edition, desk);
    return edition;
  };
  return {
    article: annotated,
    editions: {
      'words put in': editionBy(onceIn(10_000, insertWords)),
      'second edition': editionBy(secondEdition),
    },
  };
}
