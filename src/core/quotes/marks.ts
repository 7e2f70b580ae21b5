import type { Span } from '../text/span';

/** Marks that can close what another one of their family has opened: news text mixes “, ” and ". */
export type Family =
  'double' | 'guillemet' | 'singleGuillemet' | 'corner' | 'whiteCorner' | 'single';

/** A quotation mark in a text. */
export interface Mark extends Span {
  readonly family: Family;
  /** The side on which it stands; `either` is a mark that closes if one of its family is open, else opens. */
  readonly side: Side;
}
type Side = 'opens' | 'closes' | 'either';

const sides: readonly Side[] = ['opens', 'closes', 'either'];
/** The marks by the side on which they usually stand. Two single marks are typed for a double one. */
const families: readonly [family: Family, ...marks: string[]][] = [
  ['double', '“ „ ‟ 〝 ‘‘ ‚‚ ``', '” 〞 ’’', "\" ＂ ''"],
  ['guillemet', '«', '»', ''],
  ['singleGuillemet', '‹', '›', ''],
  ['corner', '「', '」', ''],
  ['whiteCorner', '『', '』', ''],
  ['single', '‘ ‚ ‛', '', "' ’"],
];
const natures = new Map(
  families.flatMap(([family, ...marks]) =>
    marks.flatMap((list, i) =>
      list.split(' ').map((mark) => [mark, { family, side: sides[i] ?? 'either' }] as const),
    ),
  ),
);
const markPattern = /''|‘‘|’’|‚‚|``|["“”„‟«»‹›「」『』〝〞＂'‘’‚‛]/gu;

/** What stands before an opening mark, beside the beginning of the paragraph. */
const beforeOpening = /[\s([{/—–-]/u;
/** What stands behind a closing mark, beside the end of the paragraph. */
const afterClosing = /[\s)\]}/—–.,;:!?…。，、！？؟،؛-]/u;
/** What begins with an apostrophe: decades, the Calabrian mafia, clipped words of English and Dutch. */
const clipped =
  /^(?:\p{N}\p{N}(?:s|er)?|ndr\p{L}+|tis|twas|em|til|cause|n|s|t|k)(?![\p{L}\p{N}])/iu;
/** A single mark before words that go on: `the workers’ party`, `un po’ di tempo`. */
const goesOn = /^\s+\p{Ll}/u;

/**
 * The quotation marks of one paragraph. The neighbours say on which side a mark stands, since news has
 * opening marks typed where closing ones belong; where they say nothing it is the mark's own side.
 * Apostrophes (`l’accordo`), feet and inches are no marks.
 */
export function marksOf(text: string, paragraph: Span): Mark[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const found = [...words.matchAll(markPattern)].map((match) => ({
    exact: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const marks = found.flatMap(({ exact, start, end }, i): Mark[] => {
    const nature = natures.get(exact);
    if (!nature) return [];
    const { before, after } = neighbours(words, found, i);
    const side =
      nature.family === 'single'
        ? sideOfSingle(nature.side, before, after)
        : sideOfDouble(nature, before, after);
    return side ? [{ family: nature.family, side, start, end }] : [];
  });
  return withoutPossessives(words, marks).map(({ start, end, ...mark }) => ({
    ...mark,
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
}

/** The words around a mark; marks that touch have theirs in common. */
function neighbours(words: string, marks: readonly Span[], index: number) {
  let [first, last] = [index, index];
  while (first > 0 && marks[first - 1]?.end === marks[first]?.start) first -= 1;
  while (marks[last + 1]?.start === marks[last]?.end) last += 1;
  return { before: words.slice(0, marks[first]?.start), after: words.slice(marks[last]?.end) };
}

function sideOfDouble(
  { family, side }: { readonly family: Family; readonly side: Side },
  before: string,
  after: string,
): Side {
  if (family === 'corner' || family === 'whiteCorner') return side;
  const mayOpen = before === '' || beforeOpening.test(before.slice(-1));
  const mayClose = after === '' || afterClosing.test(after.slice(0, 1));
  if (mayOpen !== mayClose) return mayOpen ? 'opens' : 'closes';
  // French sets guillemets off by spaces on both sides, and nests them; “ with spaces is mistyped as often as not.
  return family === 'double' && mayOpen ? 'either' : side;
}

/** The side of a single mark; undefined where it is an apostrophe. */
function sideOfSingle(side: Side, before: string, after: string): Side | undefined {
  const mayOpen = before === '' || beforeOpening.test(before.slice(-1));
  const mayClose = after === '' || afterClosing.test(after.slice(0, 1));
  if (mayOpen === mayClose) return undefined;
  if (mayClose) return 'closes';
  return side !== 'opens' && clipped.test(after) ? undefined : 'opens';
}

/** A single mark before a word that goes on closes nothing where a better one comes before the next opening. */
function withoutPossessives(words: string, marks: readonly Mark[]): Mark[] {
  const isDoubtful = ({ family, side, end }: Mark) =>
    family === 'single' && side === 'closes' && goesOn.test(words.slice(end));
  return marks.filter((mark, i) => {
    const later = marks.slice(i + 1).filter(({ family }) => family === 'single');
    return !isDoubtful(mark) || later.find((each) => !isDoubtful(each))?.side !== 'closes';
  });
}
