import { occurrencesOf } from '../anchor/occurrences';
import { spansOf, wordsOf, type EntityId } from '../model/annotation';
import { mentionsOf, type AnnotationSet } from '../model/annotationSet';
import { inSmallLetters } from '../text/smallLetters';
import { compareSpans, overlaps, type Span } from '../text/span';
import { endsSpaceless, isWhole, letter, startsSpaceless } from '../text/wholeWords';

/** What to look for, and as what. */
export interface OccurrencesWanted {
  /** The entity that the occurrences are of. */
  readonly entity: EntityId;
  /** Its names that are looked for, as `formsOf` gives them. */
  readonly forms: readonly string[];
  readonly matching: Matching;
}
export type Matching = 'exact' | 'ignoreCase';

/**
 * Where else the text has one of the forms, as whole words, in the order of the text. Of two forms that
 * begin together the longer one is taken. Not taken is what is annotated already: a place that overlaps a
 * mention of the entity, or one of another entity that is as long or longer («Corea» in the mention
 * «Corea del Nord»); nor what stands within a longer name that the set knows.
 *
 * White space and apostrophes match however they are typed. One pass over the text.
 */
export function occurrencesToAnnotate(
  text: string,
  set: AnnotationSet,
  { entity, forms, matching }: OccurrencesWanted,
): Span[] {
  const pattern = patternOf(forms, matching);
  if (!pattern) return [];
  const found = Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const longer = new LongerNames(set, forms, matching);
  return notTaken(found, set, entity).filter((span) => !longer.surround(text, span));
}

/**
 * The names under which the set knows an entity: its own, and the words of its mentions but for those that
 * describe it («il ministro degli Esteri»). What begins with a small letter is taken for a description,
 * unless it is a part of the name («van der Meer»).
 */
export function formsOf(set: AnnotationSet, id: EntityId): string[] {
  const name = set.entities.get(id)?.name ?? '';
  const words = mentionsOf(set, id).flatMap(({ target }) =>
    target.selectors.length === 1 ? [wordsOf(target)] : [],
  );
  const names = words.filter((form) => !/^\p{Ll}/u.test(form) || name.includes(form));
  return [...new Set([name, ...names])].filter((form) => form.trim() !== '');
}

/** Finds the forms where no letter, mark or digit touches them, but for scripts where that means nothing. */
function patternOf(forms: readonly string[], matching: Matching): RegExp | undefined {
  const sources = forms
    .map((form) => form.trim())
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      const words = form
        .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
        .replace(/\s+/gu, '\\s+')
        .replace(/['’ʼ]/gu, "['’ʼ]");
      const start = startsSpaceless.test(form) ? '' : `(?<!${letter})`;
      const end = endsSpaceless.test(form) ? '' : `(?!${letter})`;
      return start + words + end;
    });
  if (sources.length === 0) return undefined;
  return new RegExp(sources.join('|'), matching === 'exact' ? 'gu' : 'giu');
}

/** Names of any entity that hold one of the forms and more. */
class LongerNames {
  readonly #fold: (words: string) => string;
  /** The names by how they lie around a form: `before` code units before its start, `length` in all. */
  readonly #names = new Map<string, { before: number; length: number; names: Set<string> }>();

  constructor(set: AnnotationSet, forms: readonly string[], matching: Matching) {
    this.#fold = matching === 'exact' ? evenly : (words) => inSmallLetters(evenly(words));
    const known = new Set([...set.entities.values()].map(({ name }) => name));
    for (const { target } of set.mentions) {
      if (target.selectors.length === 1) known.add(wordsOf(target));
    }
    const folded = forms.map((form) => this.#fold(form));
    for (const name of [...known].map((each) => this.#fold(each.trim()))) {
      for (const form of folded) this.#add(name, form);
    }
  }

  #add(name: string, form: string): void {
    const { length } = name;
    if (length <= form.length) return;
    for (const before of occurrencesOf(name, form)) {
      const key = `${before} ${length}`;
      const alike = this.#names.get(key) ?? { before, length, names: new Set() };
      this.#names.set(key, alike);
      alike.names.add(name);
    }
  }

  /** Whether one of the names stands in the text as whole words around the span. */
  surround(text: string, span: Span): boolean {
    return [...this.#names.values()].some(({ before, length, names }) => {
      const start = span.start - before;
      const end = start + length;
      if (start < 0 || end < span.end || length <= span.end - span.start) return false;
      return names.has(this.#fold(text.slice(start, end))) && isWhole(text, { start, end });
    });
  }
}

/** All white space and apostrophes alike; as long as it was. */
function evenly(words: string): string {
  return words.replace(/\s/gu, ' ').replace(/['ʼ]/gu, '’');
}

/** The spans (in the order of the text) that overlap no mention of the entity, and none as long as they are. */
function notTaken(found: readonly Span[], set: AnnotationSet, entity: EntityId): Span[] {
  const mentions = set.mentions
    .flatMap(({ entity: own, target }) => spansOf(target).map((span) => ({ own, span })))
    .sort((a, b) => compareSpans(a.span, b.span));
  /** Mentions that begin before the end of the span and end behind its start. */
  let near: typeof mentions = [];
  let next = 0;
  return found.filter((span) => {
    for (let each = mentions[next]; each && each.span.start < span.end; each = mentions[next]) {
      near.push(each);
      next += 1;
    }
    near = near.filter((each) => overlaps(each.span, span));
    return !near.some(({ own, span: other }) => own === entity || length(other) >= length(span));
  });
}

function length({ start, end }: Span): number {
  return end - start;
}
