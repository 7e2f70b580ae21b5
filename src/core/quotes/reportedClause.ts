import type { AnnotationSet } from '../model/annotationSet';
import { touches, type Span } from '../text/span';
import { paragraphAt } from '../text/words';
import { proposeAttribution } from './attribution';
import { withoutQuotations } from './quoteContext';
import { reportedContents, type Sentence } from './reportedContent';
import { reportingPhrasesIn } from './reportingPhrases';
import { sentenceEnds } from './sentence';

/**
 * The content that a cursor at `offset` means outside of quotation marks: what its sentence reports (`Rossi
 * ha detto che …`, `…, Rossi said`, `selon Rossi, …`), of several the innermost around the cursor that is not
 * among the `annotated` ones. Undefined where the rules of docs/quotes.md are not sure of any.
 */
export function reportedAt(
  set: AnnotationSet,
  text: string,
  offset: number,
  isAnnotated: (piece: Span) => boolean,
): Span[] | undefined {
  const sentence = sentenceAt(text, offset, set.article.language);
  const reported = sentence.phrases.flatMap((cue) =>
    reportedContents(sentence, cue).filter(
      (content) =>
        isAround(offset, [cue, ...content]) &&
        proposeAttribution(set, text, content).cue?.start === cue.start,
    ),
  );
  const innermost = reported.sort((a, b) => lengthOf(a) - lengthOf(b));
  return innermost.find((content) => !content.every(isAnnotated)) ?? innermost[0];
}

function sentenceAt(article: string, offset: number, language?: string): Sentence {
  const paragraph = paragraphAt(article, offset);
  const text = withoutQuotations(article, paragraph);
  const ends = sentenceEnds(text, paragraph);
  const start = ends.filter((end) => end <= offset).at(-1) ?? paragraph.start;
  const end = ends.find((each) => each > offset) ?? paragraph.end;
  return { start, end, article, text, phrases: reportingPhrasesIn(text, { start, end }, language) };
}

/** Whether a cursor stands between the first and the last of the spans, or in one of them. */
function isAround(offset: number, spans: readonly Span[]): boolean {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return touches({ start, end }, offset);
}

function lengthOf(content: readonly Span[]): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}
