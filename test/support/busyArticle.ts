import { defaultSchema, type Schema } from '../../src/core/model/schema';
import type { ArticleFile } from '../../src/core/sidecar/articleFile';
import type { Span } from '../../src/core/text/span';
import { wordAt } from '../../src/core/text/words';
import { articleOf, articleWithMark } from './builders';

// An article in several scripts, and a sidecar of it with problems and comments in all places.

const lines = [
  'A Corva, Ines Dorn e Alba Dorn aspettano il traghetto dell’ente U.S. Lines; Sergej Ferri no.',
  '«Torna domani», ha detto Ines Dorn, «o non torna più». Per Alba il porto di Corva è perso.',
  '北港市长说：“北港等待。” E\u0301lise, dell’ente Porto Lume, tace. 👩‍🚀 Corva del Nord; Sergey Ferri.',
  'قال الوزير: «لا». A Corva, Ines Dorn e Alba Dorn aspettano il traghetto.',
];

/** The same words as files may hold them: with LF, with CRLF, with a byte order mark. */
export const articles: readonly ArticleFile[] = [
  articleOf(lines.join('\n')),
  articleOf(lines.join('\r\n')),
  articleWithMark(lines.join('\n')),
];
/** They, as annotations see them. */
export const text = lines.join('\n');

export const schema: Schema = {
  ...defaultSchema,
  quoteKinds: [{ id: 'direct' }, { id: 'mixed' }],
  attributes: {
    entity: [{ name: 'sex', values: ['f', 'm'], types: ['person'] }],
    mention: [{ name: 'metonym', values: 'boolean', types: ['location'] }],
    quote: [{ name: 'topic', values: 'text' }],
    article: [{ name: 'checked', values: 'boolean' }],
  },
};

/** A sidecar in which there is something to report in all places, with what people write between. */
export function startingSource(article: ArticleFile): string {
  return `# di mano
chiosa: 1
text: ${article.identity.id()}
article:
  status: draft
  umore: nero
entities:
  alba-dorn: # la sorella
    name: Alba Dorn
    type: astronave
    sex: x
    mentions:
      - { exact: Alba Dorn, prefix: "A Corva, Ines Dorn e ", suffix: " aspettano il traghetto dell’ente" }
      - { exact: Alba, prefix: "Per ", suffix: " il porto di Corva è perso.", metonym: forse } # quale?
  # di qui
  corva:
    name: Corva
    type: location
    mentions:
      - { exact: Corva }
      - { exact: Corva, prefix: "👩‍🚀 ", suffix: " del Nord; Sergey Ferri.", metonym: true }
      - { exact: Corva, prefix: "👩‍🚀 ", suffix: " del Nord; Sergey Ferri.", metonym: true }

  ines-dorn:
    name: Ines Dorn
    type: person
    mentions:
      - { exact: Ines Dorn, prefix: "«Torna domani», ha detto ", suffix: ", «o non torna più». Per Alba" }
      - { exact: Gilda }
# parole
quotes:
  - kind: direct # intero
    content:
      - { exact: Torna domani, prefix: "«", suffix: "», ha detto Ines Dorn, «o non" }
      - { exact: o non torna più, prefix: "domani», ha detto Ines Dorn, «", suffix: "». Per Alba il porto di Corva è" }
    speaker: { entity: nessuna, exact: Ines Dorn, prefix: "«Torna domani», ha detto ", suffix: ", «o non torna più». Per Alba" }
  # il sindaco
  - kind: indirect
    content:
      - { exact: "北港等待。", prefix: "北港市长说：“", suffix: "” E\u0301lise, dell’ente Porto Lume," }
    topic: 7
    nota: x
`;
}

/** So many words from the nth place of the text on. */
export function wordsFrom(place: number, count: number): Span {
  const first = wordAt(text, (place * 7) % text.length) ?? { start: 0, end: 1 };
  const last = wordAt(text, Math.min(first.end + 6 * (count % 4), text.length - 1));
  return { start: first.start, end: Math.max(first.end, last?.end ?? 0) };
}
