import { extentOf, type Target } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { ArticleText } from '../../core/text/articleText';

/** The type of what is no news: the lines of an agency, a newsletter, the outlet’s own legal words. */
export const boilerplateType = 'boilerplate';

/** Lines that fold to the first of them; zero-based, both included. */
export interface Fold {
  readonly of: 'boilerplate' | 'quote';
  readonly first: number;
  readonly last: number;
}

/** The quotes and the mentions of boilerplate that stand on several lines. */
export function foldsOf({ entities, mentions, quotes }: AnnotationSet, text: ArticleText): Fold[] {
  const foldOf = (of: Fold['of'], target: Target): Fold[] => {
    const extent = extentOf(target);
    if (!extent) return [];
    const first = text.positionAt(extent.start).line;
    const last = text.positionAt(Math.max(extent.start, extent.end - 1)).line;
    return first < last ? [{ of, first, last }] : [];
  };
  const boilerplate = mentions.filter(
    ({ entity }) => entities.get(entity)?.type === boilerplateType,
  );
  return [
    ...boilerplate.flatMap(({ target }) => foldOf('boilerplate', target)),
    ...quotes.flatMap(({ content }) => foldOf('quote', content)),
  ];
}
