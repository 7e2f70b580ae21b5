import { cutEnd, cutStart, displayWidth } from './displayWidth';
import { onOneLine, type Row } from './row';

/** How many columns the words before and behind the keyword have. */
const contextWidth = 50;
/** More columns than these, keywords (quotes, above all) and the names of articles are not given. */
const mostForKeyword = 48;
const mostForLocation = 32;

/** What stands between the columns of a row. */
const separator = ' │ ';

/** Words in the columns of a row, with the columns that they take. */
interface Cell {
  readonly words: string;
  readonly width: number;
}

/** What a row shows, cut to its columns; it stays the same however wide these become. */
export interface Cells {
  readonly location: Cell;
  readonly left: Cell;
  readonly keyword: Cell;
  readonly right: Cell;
}

/** The cells of a row. @param name of its article, as a path in the folder */
export function cellsOf({ line, left, keyword, right }: Row, name: string): Cells {
  const number = `:${line + 1}`;
  return {
    location: cellOf(cutStart(onOneLine(name), mostForLocation - number.length) + number),
    left: cellOf(cutStart(left, contextWidth)),
    keyword: cellOf(cutEnd(keyword, mostForKeyword)),
    right: cellOf(cutEnd(right, contextWidth)),
  };
}

function cellOf(words: string): Cell {
  return { words: isolated(words), width: displayWidth(words) };
}

/** A line of a concordance, and where its parts stand in it: UTF-16 columns from 0, ends exclusive. */
export interface Line {
  readonly text: string;
  /** The end of the article and the line, without the separator. */
  readonly locationEnd: number;
  readonly keywordStart: number;
  readonly keywordEnd: number;
}

/** How wide the columns must be that differ from concordance to concordance. They only grow. */
export class Layout {
  #location = 0;
  #keyword = 0;

  /** Makes room for a row. */
  add({ location, keyword }: Cells): void {
    this.#location = Math.max(this.#location, location.width);
    this.#keyword = Math.max(this.#keyword, keyword.width);
  }

  /** The line of a row that there is room for, aligned by what an editor shows. */
  lineOf({ location, left, keyword, right }: Cells): Line {
    const before = `${padded(location, this.#location)}${separator}${spaces(contextWidth - left.width)}${left.words}${separator}`;
    const key = padded(keyword, this.#keyword);
    return {
      text: `${before}${key}${separator}${right.words}`,
      locationEnd: location.words.length,
      keywordStart: before.length,
      keywordEnd: before.length + keyword.words.length,
    };
  }
}

function padded({ words, width }: Cell, columns: number): string {
  return words + spaces(columns - width);
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count));
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Words written from right to left between marks of Unicode that keep them from turning what stands beside them. */
function isolated(words: string): string {
  return rightToLeft.test(words) ? `\u2068${words}\u2069` : words;
}
