import type { Span } from '../../../src/core/text/span';
import { paragraphAt } from '../../../src/core/text/words';
import {
  wordsIn,
  someParagraph,
  pick,
  someWords,
  someSentence,
  sliceOf,
  speakingOfOthers,
  wordsFor,
  otherWords,
  otherSentence,
  otherParagraph,
  spaceFor,
  withSpace,
  type Desk,
} from './desk';
import type { Edition } from './edition';

export type Edit = (edition: Edition, desk: Desk) => void;

export const insertWords: Edit = (edition, desk) => {
  const { end } = someWords(edition.text, desk);
  edition.replace({ start: end, end }, spaceFor(edition.text) + otherWords(desk));
};

export const deleteWords: Edit = (edition, desk) => {
  edition.replace(withSpace(edition.text, someWords(edition.text, desk)), '');
};

export const replaceWords: Edit = (edition, desk) => {
  const gone = someWords(edition.text, desk);
  const written = wordsFor(sliceOf(edition.text, gone), () => otherWords(desk));
  edition.replace(gone, written);
};

/** Moves words to another place of their paragraph. */
export const moveWords: Edit = (edition, desk) => {
  const block = withSpace(edition.text, someWords(edition.text, desk));
  const list = wordsIn(edition.text, paragraphAt(edition.text, block.end));
  const outside = list.filter(({ end }) => end < block.start || end > block.end);
  const behind = pick(outside, desk);
  if (behind) edition.move(block, behind.end);
};

export const insertSentence: Edit = (edition, desk) => {
  const { start } = someSentence(edition.text, desk);
  edition.replace({ start, end: start }, otherSentence(desk) + spaceFor(edition.text));
};

export const deleteSentence: Edit = (edition, desk) => {
  edition.replace(someSentence(edition.text, desk), '');
};

export const replaceSentence: Edit = (edition, desk) => {
  const { start, end } = someSentence(edition.text, desk);
  const { length } = edition.text.slice(start, end).trimEnd();
  const gone = { start, end: start + length };
  const write = () => otherSentence(desk);
  edition.replace(gone, speakingOfOthers(sliceOf(edition.text, gone), desk, write));
};

export const moveSentence: Edit = (edition, desk) => {
  const block = someSentence(edition.text, desk);
  const { start } = someSentence(edition.text, desk);
  const isLast = !/\s$/u.test(sliceOf(edition.text, block));
  if (isLast || (start >= block.start && start <= block.end)) return;
  edition.move(block, start);
};

/** A paragraph with the end of line behind it. */
function wholeParagraph(text: string, desk: Desk): Span {
  const { start, end } = someParagraph(text, desk);
  const blank = /^\n+/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + blank };
}

export const insertParagraph: Edit = (edition, desk) => {
  const { start } = wholeParagraph(edition.text, desk);
  edition.replace({ start, end: start }, `${otherParagraph(desk)}\n\n`);
};

export const deleteParagraph: Edit = (edition, desk) => {
  edition.replace(wholeParagraph(edition.text, desk), '');
};

export const replaceParagraph: Edit = (edition, desk) => {
  const gone = someParagraph(edition.text, desk);
  const write = () => otherParagraph(desk);
  edition.replace(gone, speakingOfOthers(sliceOf(edition.text, gone), desk, write));
};

export const moveParagraph: Edit = (edition, desk) => {
  const block = wholeParagraph(edition.text, desk);
  const { start } = wholeParagraph(edition.text, desk);
  if (start < block.start || start > block.end) edition.move(block, start);
};

/** One letter too many, too few, another one, or two in the wrong order: the way back of mending it. */
export const typo: Edit = (edition, desk) => {
  const word = someWords(edition.text, desk);
  const at = word.start + desk.below(Math.max(1, word.end - word.start - 1));
  const [one = '', two = ''] = edition.text.slice(at, at + 2);
  if (!/^\p{L}\p{L}$/u.test(one + two)) return;
  const letter = 'aeinorst'.charAt(desk.below(8));
  const written = [one, one + letter, letter, two + one][desk.below(4)] ?? one;
  const length = written === one || written === two + one ? 2 : 1;
  edition.rewrite({ start: at, end: at + length }, written);
};

function rewriteAll(edition: Edition, pattern: RegExp, write: (found: string) => string): void {
  for (const { index, 0: found } of [...edition.text.matchAll(pattern)].reverse()) {
    const written = write(found);
    if (written !== found) edition.rewrite({ start: index, end: index + found.length }, written);
  }
}

const straight: Edit = (edition) => {
  rewriteAll(edition, /[“”„«»]/gu, () => '"');
  rewriteAll(edition, /[‘’]/gu, () => "'");
};
const curly: Edit = (edition) => {
  rewriteAll(edition, /(?<=^|[\s(])["«]/gmu, () => '“');
  rewriteAll(edition, /["»]/gu, () => '”');
  rewriteAll(edition, /'/gu, () => '’');
};
const angular: Edit = (edition) => {
  rewriteAll(edition, /(?<=^|[\s(])"|“/gmu, () => '«');
  rewriteAll(edition, /["”]/gu, () => '»');
};

export const normalizeMarks: Edit = (edition, desk) => {
  pick([straight, curly, angular], desk)?.(edition, desk);
};

/** The other of the two ways in which Unicode writes a letter with an accent. */
export const normalizeUnicode: Edit = (edition) => {
  const isComposed = edition.text === edition.text.normalize('NFC');
  rewriteAll(edition, /\P{M}\p{M}*/gu, (found) => found.normalize(isComposed ? 'NFD' : 'NFC'));
};

/** What pages have before and behind their articles, and scrapers take with them or leave away. */
function boilerplate(desk: Desk): string {
  const [one, two] = [otherSentence(desk), otherSentence(desk)];
  const plea = `Sign up for the newsletter: ${one}`;
  const credits = `Photo: ${otherWords(desk)} / ${otherWords(desk)}`;
  const links = `Read more\n${otherWords(desk)}\n${otherWords(desk)}\n${two}`;
  return pick([plea, credits, links], desk) ?? plea;
}

/** Puts boilerplate in at the beginning or the end. */
export const insertBoilerplate: Edit = (edition, desk) => {
  const isFirst = desk.below(2) === 0;
  const at = isFirst ? 0 : edition.text.length;
  const written = isFirst ? `${boilerplate(desk)}\n\n` : `\n\n${boilerplate(desk)}`;
  edition.replace({ start: at, end: at }, written);
};

/** Cuts the first line or the last one to three, as if they were boilerplate. */
export const cutBoilerplate: Edit = (edition, desk) => {
  const lines = [...edition.text.matchAll(/[^\n]*\S[^\n]*\n*/gu)];
  const count = 1 + desk.below(3);
  const second = lines[1]?.index;
  if (second === undefined) return;
  if (desk.below(3) === 0) {
    edition.replace({ start: 0, end: second }, '');
    return;
  }
  const start = lines[Math.max(1, lines.length - count)]?.index ?? edition.text.length;
  edition.replace({ start, end: edition.text.length }, '');
};

export const changeHeadline: Edit = (edition, desk) => {
  const headline = paragraphAt(edition.text, 0);
  if (desk.below(2) === 0) {
    const write = () => {
      const text = desk.other();
      return sliceOf(text, paragraphAt(text, 0));
    };
    edition.replace(headline, speakingOfOthers(sliceOf(edition.text, headline), desk, write));
    return;
  }
  for (const word of wordsIn(edition.text, headline).reverse()) {
    if (desk.below(2) === 0) {
      const written = wordsFor(sliceOf(edition.text, word), () => otherWords(desk));
      edition.replace(word, written);
    }
  }
};

/**
 * Takes out just the words of annotations, or puts others there: no name that it takes out, or that stands in the same
 * paragraph, since it would have been moved.
 */
export const replaceAnnotated: Edit = (edition, desk) => {
  const share = Math.ceil(edition.spans.length / 5);
  const taken: string[] = [];
  for (let i = 0; i < share; i += 1) {
    const span = pick(edition.spans, desk)?.span;
    if (!span) continue;
    const around = sliceOf(edition.text, paragraphAt(edition.text, span.start));
    taken.push(sliceOf(edition.text, span));
    if (desk.below(2) === 0) edition.replace(withSpace(edition.text, span), '');
    else {
      const name = () => pick(desk.names, desk) ?? otherWords(desk);
      const gone = [around, ...taken].join(' ');
      edition.replace(span, wordsFor(gone, name) || wordsFor(gone, () => otherWords(desk)));
    }
  }
};

/** An edit made so often that there is one for about so many UTF-16 code units of the text. */
export function onceIn(size: number, edit: Edit): Edit {
  return (edition, desk) => {
    const times = Math.max(1, Math.round(edition.text.length / size));
    for (let i = 0; i < times; i += 1) edit(edition, desk);
  };
}

function inTurn(...edits: readonly Edit[]): Edit {
  return (edition, desk) => {
    for (const edit of edits) edit(edition, desk);
  };
}

/** Hours later: a new headline, sentences and paragraphs written anew, much mended on the way. */
export const secondEdition: Edit = inTurn(
  changeHeadline,
  onceIn(4000, moveParagraph),
  onceIn(4000, deleteParagraph),
  onceIn(4000, insertParagraph),
  onceIn(2000, replaceSentence),
  onceIn(2000, insertSentence),
  onceIn(2000, deleteSentence),
  onceIn(4000, moveSentence),
  onceIn(700, replaceWords),
  onceIn(1000, insertWords),
  onceIn(1000, deleteWords),
  onceIn(1500, moveWords),
  onceIn(700, typo),
  normalizeMarks,
);

/** The edits that are measured, by what is done. */
export const edits: Readonly<Record<string, Edit>> = {
  'words inserted': onceIn(400, insertWords),
  'words deleted': onceIn(400, deleteWords),
  'words replaced': onceIn(400, replaceWords),
  'words moved': onceIn(600, moveWords),
  'sentences inserted': onceIn(1000, insertSentence),
  'sentences deleted': onceIn(1000, deleteSentence),
  'sentences replaced': onceIn(1000, replaceSentence),
  'sentences moved': onceIn(1500, moveSentence),
  'paragraphs inserted': onceIn(2000, insertParagraph),
  'paragraphs deleted': onceIn(2000, deleteParagraph),
  'paragraphs replaced': onceIn(2000, replaceParagraph),
  'paragraphs moved': onceIn(2000, moveParagraph),
  'typos mended': onceIn(200, typo),
  'marks normalised': normalizeMarks,
  'NFC or NFD': normalizeUnicode,
  'headline changed': changeHeadline,
  'annotated words replaced': replaceAnnotated,
  'second edition': secondEdition,
  'boilerplate inserted': insertBoilerplate,
  'boilerplate cut': cutBoilerplate,
};
