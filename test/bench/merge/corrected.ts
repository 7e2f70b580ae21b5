import { mergeSidecars } from '../../../src/core/merge/mergeSidecars';
import { wordsOf, type Target } from '../../../src/core/model/annotation';
import { emptySet, type AnnotationSet } from '../../../src/core/model/annotationSet';
import { defaultSchema } from '../../../src/core/model/schema';
import { parseSource } from '../../../src/core/sidecar/parseBlocks';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { blobId } from '../../../src/core/text/blobId';
import { annotated, chosen, fileOf, randomArticle, type Candidate, type Next } from './article';
import { gitMerge } from './gitMerge';

// Where annotations stand after a merge, when the article was corrected on one branch or on both.

/** What became of annotations whose paragraphs are in the merged article as their branch had them. */
export interface Places {
  right: number;
  wrong: number;
  missing: number;
}

/** One side of a merge. */
interface Side {
  readonly text: string;
  readonly sidecar: string;
}

const runs = 200;

export function measureCorrected(next: Next, folder: string): [what: string, Places][] {
  const all: Record<string, Places> = {};
  const add = (what: string, places: Places) => {
    const sum = (all[what] ??= { right: 0, wrong: 0, missing: 0 });
    for (const key of ['right', 'wrong', 'missing'] as const) sum[key] += places[key];
  };
  for (let run = 0; run < runs; run += 1) {
    const { text, candidates } = randomArticle(next);
    const base = sideOf(text, chosen(candidates, 20, next));
    const ours = alsoAnnotated(base, chosen(candidates, 50, next));
    const corrected = carried(base, correctedText(text, next));
    const both = carried(ours, correctedText(text, next));
    for (const isKnown of [true, false]) {
      const git = isKnown ? 'old texts from git' : 'no old texts';
      add(
        `on the other branch, ${git}`,
        placesAfter(base, ours, corrected, corrected.text, isKnown),
      );
      const merged = gitMerge(folder, { base: text, ours: both.text, theirs: corrected.text });
      const how = merged.isConflicted ? 'with git’s marks' : 'merged';
      add(`on both, ${how}, ${git}`, placesAfter(base, both, corrected, merged.source, isKnown));
    }
  }
  return Object.entries(all);
}

/** Merges two sides for a text, and holds each annotation of either against where it has to stand. */
function placesAfter(base: Side, ours: Side, theirs: Side, text: string, isKnown: boolean): Places {
  const sides = [base, ours, theirs];
  const old = new Map(sides.map((side) => [idOf(side.text), side.text]));
  const article = fileOf(text);
  const { source } = mergeSidecars(
    {
      base: parseSource(base.sidecar),
      ours: parseSource(ours.sidecar),
      theirs: parseSource(theirs.sidecar),
    },
    article,
    (id) => (isKnown ? old.get(id) : undefined),
  );
  const { set } = readSidecar(source, article, defaultSchema);
  const all = annotationsOf(set);
  const places: Places = { right: 0, wrong: 0, missing: 0 };
  for (const side of [ours, theirs]) {
    const own = readSidecar(side.sidecar, fileOf(side.text), defaultSchema).set;
    for (const { target, who } of annotationsOf(own)) {
      const expected = expectedStarts(target, side.text, text);
      if (expected.length === 0) continue;
      const same = all.filter((each) => wordsKey(each) === wordsKey({ target, who }));
      if (same.some((each) => isRight(each.target, expected, text))) places.right += 1;
      else if (same.some((each) => !each.target.spans)) places.missing += 1;
      else places.wrong += 1;
    }
  }
  return places;
}

interface Annotation {
  readonly target: Target;
  readonly who: string;
}

function annotationsOf({ mentions, quotes }: AnnotationSet): Annotation[] {
  return [
    ...mentions.map(({ target, entity }) => ({ target, who: entity })),
    ...quotes.map(({ content, speaker }) => ({
      target: content,
      who: `quote of ${speaker?.entity ?? ''}`,
    })),
  ];
}

/** Whether a target begins where it is expected, or in the other side's version of the same lines between git's marks. */
function isRight({ spans = [] }: Target, expected: readonly number[], text: string): boolean {
  const start = spans[0]?.start;
  return expected.some(
    (each) => start !== undefined && blockAt(text, start) === blockAt(text, each),
  );
}

/** The place itself, or that of the conflict of git that it is in. */
function blockAt(text: string, offset: number): number {
  const opening = text.lastIndexOf('\n<<<<<<< ', offset);
  return opening >= 0 && text.lastIndexOf('\n>>>>>>> ', offset) < opening ? -opening : offset;
}

function wordsKey({ target, who }: Annotation): string {
  return `${wordsOf(target)} ${who}`;
}

/** Where the first words of a target begin in a text that has their paragraph as it was. */
function expectedStarts({ spans = [] }: Target, from: string, to: string): number[] {
  const [first] = spans;
  if (!first) return [];
  const lineStart = from.lastIndexOf('\n', first.start - 1) + 1;
  const line = from.slice(lineStart, from.indexOf('\n', first.start));
  const starts: number[] = [];
  let at = 0;
  for (const each of to.split('\n')) {
    if (each === line) starts.push(at + first.start - lineStart);
    at += each.length + 1;
  }
  return starts;
}

function sideOf(text: string, candidates: readonly Candidate[]): Side {
  return { text, sidecar: writeSidecar(annotated(emptySet, text, candidates), fileOf(text)) };
}

function alsoAnnotated({ text, sidecar }: Side, candidates: readonly Candidate[]): Side {
  const { set } = readSidecar(sidecar, fileOf(text), defaultSchema);
  return { text, sidecar: writeSidecar(annotated(set, text, candidates), fileOf(text)) };
}

/** The side with another text, its annotations carried over as an editor does when the article is saved. */
function carried({ text: old, sidecar }: Side, text: string): Side {
  const article = fileOf(text);
  const { set, textId } = readSidecar(sidecar, article, defaultSchema, () => old);
  const previous = { source: sidecar, ...(textId !== undefined && { textId }) };
  return { text, sidecar: writeSidecar(set, article, previous) };
}

/** A text after some corrections: words and sentences that come, go or change, in paragraphs of any place. */
function correctedText(text: string, next: Next): string {
  const paragraphs = text.split('\n\n');
  for (let edit = 0; edit < 6; edit += 1) {
    const at = next(paragraphs.length);
    const paragraph = paragraphs[at] ?? '';
    const sentences = paragraph.split(/(?<=\.) /);
    const sentence = next(sentences.length);
    switch (next(5)) {
      case 0:
        sentences.splice(sentence, 0, `Si corregge al punto ${String(next(1000))}.`);
        break;
      case 1:
        sentences.splice(sentence, 1);
        break;
      case 2:
        paragraphs.splice(at, 0, `Un capoverso nuovo, il numero ${String(next(1000))}.`);
        continue;
      case 3:
        paragraphs.splice(at, 1);
        continue;
      default:
        sentences[sentence] = (sentences[sentence] ?? '').replace(/\b(il|di|tra)\b/, 'proprio $1');
    }
    paragraphs[at] = sentences.join(' ');
  }
  return paragraphs.join('\n\n');
}

function idOf(text: string): string {
  return blobId(new TextEncoder().encode(text));
}
