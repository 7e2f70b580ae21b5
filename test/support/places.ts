import type { Entity, QuoteKind } from '../../src/core/model/annotation';
import { quoteKinds } from '../../src/core/model/annotation';
import type { AnnotationSet } from '../../src/core/model/annotationSet';
import type { ArticleText } from '../../src/core/text/articleText';
import type { Span } from '../../src/core/text/span';
import { mentionOf, quoteOf, setOf } from './builders';

/**
 * The annotations that a file of places says of a text: `mention` and `quote` lines as scripts/lib/places.mjs
 * writes them, and for each entity a line `entity ID TYPE NAME` above them.
 * @throws where a line cannot be read, or a place is not in the text
 */
export function setOfPlaces(places: string, text: ArticleText): AnnotationSet {
  const lines = linesOf(places).map((line) => line.split(' '));
  const entities = new Map(entitiesOf(places).map((entity) => [entity.id, entity]));
  const of = (kind: string) => lines.filter(([first]) => first === kind);
  const mentions = of('mention').map(([, place = '', id = '', type]) => {
    if (entities.get(id)?.type !== type) throw new Error(`${id} is no ${type}`);
    return mentionOf(id, text.text, spanOf(text, place));
  });
  const quotes = of('quote').map((words) => quoteAt(text, words));
  return setOf({ entities: [...entities.values()], mentions, quotes });
}

/** The entities that a file of places describes. @throws where it has a line of no known kind */
export function entitiesOf(places: string): Entity[] {
  return linesOf(places).flatMap((line) => {
    const [kind, id, type, ...name] = line.split(' ');
    if (kind === 'mention' || kind === 'quote') return [];
    if (kind !== 'entity' || !id || !type || name.length === 0)
      throw new Error(`what is “${line}”`);
    return [{ id, type, name: name.join(' ') }];
  });
}

function linesOf(places: string): string[] {
  return places.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** A quote of the words of its line: `quote PLACE… KIND cue PLACE… speaker [ID] PLACE…`. */
function quoteAt(text: ArticleText, words: readonly string[]) {
  const [cue, speaker] = [words.indexOf('cue'), words.indexOf('speaker')];
  const spans = (from: number, to?: number) =>
    words
      .slice(from, to)
      .filter(isPlace)
      .map((place) => spanOf(text, place));
  const said = words.slice(speaker + 1);
  const entity = said.find((word) => !isPlace(word));
  const parts = { cue: spans(cue, speaker), speaker: spans(speaker) };
  return quoteOf(text.text, spans(1, cue), {
    kind: kindOf(words[cue - 1]),
    ...(parts.cue.length > 0 && { cue: parts.cue }),
    ...(said.length > 0 && {
      speaker: {
        ...(entity !== undefined && { entity }),
        ...(parts.speaker.length > 0 && { spans: parts.speaker }),
      },
    }),
  });
}

function kindOf(word: string | undefined): QuoteKind {
  const kind = quoteKinds.find((each) => each === word);
  if (!kind) throw new Error(`“${String(word)}” is no kind of quote`);
  return kind;
}

function isPlace(word: string): boolean {
  return /^\d+:\d+\+\d+$/.test(word);
}

/** The span of LINE:COLUMN+LENGTH, in code points and from 1; it may go on in the next lines. */
function spanOf(text: ArticleText, place: string): Span {
  const [line = 0, column = 0, length = 0] = place.split(/[:+]/).map(Number);
  const lineStart = text.lineSpan(line - 1).start;
  const points = Array.from(text.text.slice(lineStart));
  const unitsTo = (count: number) => points.slice(0, count).join('').length;
  if (column < 1 || column - 1 + length > points.length) throw new Error(`${place} is not there`);
  return {
    start: lineStart + unitsTo(column - 1),
    end: lineStart + unitsTo(column - 1 + length),
  };
}
