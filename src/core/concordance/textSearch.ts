import { FoldedText, foldedText } from '../anchor/folded';
import type { ArticleText } from '../text/articleText';
import { inSmallLetters } from '../text/smallLetters';
import type { Span } from '../text/span';
import { isWhole } from '../text/wholeWords';
import type { TextTerm } from './query';

/** Whether a text has all of the terms somewhere, as `SearchedText` finds them: said sooner of texts that do not. */
export function hasAll(article: ArticleText, terms: readonly TextTerm[]): boolean {
  const sought = terms.flatMap((term) => (term.kind === 'words' ? comparable(term.words) : []));
  const small = sought.length > 0 ? inSmallLetters(foldedText(article.text)) : '';
  if (!sought.every((words) => small.includes(words))) return false;
  const searched = new SearchedText(article);
  return terms.every((term) => searched.hitsOf(term).next().done !== true);
}

/** What words are looked for as. */
function comparable(words: string): string {
  return inSmallLetters(new FoldedText(words.trim()).text);
}

/** A text in which several words are looked for: what they are compared with is made once, when first needed. */
export class SearchedText {
  readonly #article: ArticleText;
  #folded: FoldedText | undefined;
  #small = '';

  constructor(article: ArticleText) {
    this.#article = article;
  }

  /**
   * Where the text has the term, in its order, as spans of the text. Words are whole words in any case, with or
   * without accents, with any white space between them; a regular expression is matched within each line, and what
   * it matches without taking a character does not count.
   */
  hitsOf(term: TextTerm): Generator<Span> {
    return term.kind === 'words' ? this.#hitsOfWords(term.words) : this.#hitsOfRegex(term);
  }

  *#hitsOfWords(words: string): Generator<Span> {
    const { text } = this.#article;
    const sought = comparable(words);
    if (sought === '') return;
    const folded = this.#fold();
    let from = 0;
    for (;;) {
      const at = this.#small.indexOf(sought, from);
      if (at < 0) return;
      const span = folded.unfold({ start: at, end: at + sought.length });
      const isHit = isWhole(text, span);
      if (isHit) yield span;
      from = at + (isHit ? sought.length : 1);
    }
  }

  *#hitsOfRegex({ source, flags }: { readonly source: string; readonly flags: string }) {
    const article = this.#article;
    const regex = new RegExp(source, `g${flags}u`);
    for (let line = 0; line < article.lineCount; line += 1) {
      const { start, end } = article.lineSpan(line);
      for (const match of article.text.slice(start, end).matchAll(regex)) {
        const [words] = match;
        if (words === '') continue;
        yield { start: start + match.index, end: start + match.index + words.length };
      }
    }
  }

  #fold(): FoldedText {
    if (!this.#folded) {
      this.#folded = new FoldedText(this.#article.text);
      this.#small = inSmallLetters(this.#folded.text);
    }
    return this.#folded;
  }
}
