import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotateMentions, removeMention } from '../../../../src/core/edit/mentionEdits';
import { annotateQuote, setSpeaker } from '../../../../src/core/edit/quoteEdits';
import type { Entity, Mention, Quote } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { keySorted } from '../../../../src/core/model/equal';
import { apply, invert, type Change } from '../../../../src/core/model/change';
import { defaultSchema } from '../../../../src/core/model/schema';
import type { ArticleFile } from '../../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../../src/core/sidecar/read';
import type { YamlValue } from '../../../../src/core/sidecar/render';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import type { Span } from '../../../../src/core/text/span';
import { entityOf, readSet } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { spanAt, stretches } from '../../../support/random';
import { smallAnnotatedArticles } from '../../../support/randomSets';
import { UntidyYaml, type OwnedLine } from '../../../support/untidyYaml';

type Data = Readonly<Record<string, YamlValue>>;

/** An untidy sidecar, what it says, and an article that it fits. */
interface Untidy {
  readonly article: ArticleFile;
  /** What it says, and what was read from it. */
  readonly meant: AnnotationSet;
  readonly set: AnnotationSet;
  readonly source: string;
  readonly data: Data;
  readonly textId: string;
  readonly lines: readonly OwnedLine[];
}

/** Sidecars as people write them: see `UntidyYaml`. */
const untidySidecars: fc.Arbitrary<Untidy> = fc
  .record({
    annotated: smallAnnotatedArticles,
    choices: fc.array(fc.nat(9), { minLength: 20, maxLength: 40 }),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ annotated: { article, set }, choices, eol }) => {
    const data = parseYaml(writeSidecar(set, article)).toJS() as Data;
    const { lines } = new UntidyYaml(data, choices);
    const source = lines.map(({ text }) => text + eol).join('');
    const read = readSidecar(source, article, defaultSchema);
    return { article, meant: set, set: read.set, source, data, textId: read.textId ?? '', lines };
  });

/** What an act is done to: some of what there is, and a span of the text where that is not empty. */
interface Occasion {
  readonly set: AnnotationSet;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly entity: Entity | undefined;
  readonly mention: Mention | undefined;
  readonly quote: Quote | undefined;
}

/** What a person may do next. */
const doings: readonly ((occasion: Occasion) => Change)[] = [
  ({ set, text, spans, entity }) => (entity ? annotateMentions(set, text, spans, entity) : {}),
  ({ set, text, spans }) => {
    const nobody = entityOf('Nuova', 'work', 'z-nuova');
    return spans.length > 0 ? annotateMentions(set, text, spans, nobody) : {};
  },
  ({ set, mention }) => (mention ? removeMention(set, mention) : {}),
  ({ set, text, spans }) => (spans.length > 0 ? annotateQuote(set, text, spans) : {}),
  ({ quote }) => (quote ? { quotes: [{ before: quote }] } : {}),
  ({ quote, entity }) => (quote ? setSpeaker(quote, entity && { entity: entity.id }) : {}),
];
const acts = fc.record({ doing: fc.constantFrom(...doings), place: stretches, which: fc.nat(20) });
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

function changeOf(set: AnnotationSet, text: string, { doing, place, which }: Act): Change {
  const span = spanAt(text, place);
  const pick = <T>(items: readonly T[]): T | undefined => items[which % Math.max(1, items.length)];
  return doing({
    set,
    text,
    spans: span ? [span] : [],
    entity: pick([...set.entities.values()]),
    mention: pick(set.mentions),
    quote: pick(set.quotes),
  });
}

function written({ article, source, textId }: Untidy, set: AnnotationSet): string {
  return writeSidecar(set, article, { source, textId });
}

/** An untidy sidecar, an act, what it should say then, and what was written. */
interface Case {
  readonly untidy: Untidy;
  readonly change: Change;
  readonly changed: AnnotationSet;
  readonly result: string;
}
const cases: fc.Arbitrary<Case> = fc.tuple(untidySidecars, acts).map(([untidy, act]) => {
  const change = changeOf(untidy.set, untidy.article.text.text, act);
  const changed = apply(change, untidy.set);
  return { untidy, change, changed, result: written(untidy, changed) };
});

describe('a sidecar written by hand', () => {
  itHolds('is read as what it says, and keeps its form through any act', cases, (each) => {
    try {
      readsAsWhatItSays(each.untidy);
      saysWhatItShould(each);
      keepsComments(each);
      keepsLines(each);
      addsOneLine(each);
      canBeTakenBack(each);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${message}\n${each.untidy.source}\n=>\n${each.result}`, { cause: error });
    }
  });
});

function readsAsWhatItSays({ meant, set }: Untidy): void {
  assert.deepEqual(set, meant);
}

function saysWhatItShould({ untidy, changed, result }: Case): void {
  assert.deepEqual(readSet(result, untidy.article), changed);
}

function keepsComments({ untidy: { source }, result }: Case): void {
  const comments = (text: string) => text.match(/# c\d+(?=\r?$)/gm)?.sort();
  assert.deepEqual(comments(result), comments(source));
  const lineFeeds = result.split('\n').length;
  const expected = source.includes('\r\n') ? lineFeeds : 1;
  assert.equal(result.split('\r\n').length, expected);
}

function keepsLines({ untidy: { source, lines, data }, result }: Case): void {
  const desired = parseYaml(result).toJS() as Data;
  const left = result.split(source.includes('\r\n') ? '\r\n' : '\n');
  for (const { text, owner } of lines) {
    if (!stays(owner.split('/'), data, desired)) continue;
    const found = left.indexOf(text);
    if (found < 0) assert.fail(`this line is gone: ${text}`);
    left.splice(0, found + 1);
  }
}

/** A mention more is a line more, where its entity has mentions. */
function addsOneLine({ untidy: { source, set }, change, result }: Case): void {
  const [added, ...others] = change.mentions ?? [];
  if (!added?.after || added.before || others.length > 0) return;
  const { entity } = added.after;
  if (!set.mentions.some((mention) => mention.entity === entity)) return;
  assert.equal(result.split('\n').length, source.split('\n').length + 1);
}

/** What is added, and taken away again, leaves the bytes as they were. */
function canBeTakenBack({ untidy, change, changed, result }: Case): void {
  const replacements = [...(change.mentions ?? []), ...(change.quotes ?? [])];
  if (replacements.some(({ before }) => before)) return;
  const back = apply(invert(change), changed);
  assert.deepEqual(back, untidy.set);
  assert.equal(written({ ...untidy, source: result }, back), untidy.source);
}

/** Whether the value at a path of `before` is still said by `after`, so that its lines stay. */
function stays(path: readonly string[], before: Data, after: Data): boolean {
  let [old, now]: unknown[] = [before, after];
  for (const part of path) {
    if (part === '') return true; // between the lines at the top
    const next = (old as Record<string, unknown>)[part];
    if (Array.isArray(old) && Array.isArray(now)) {
      // Which one of several that say the same is gone is open.
      if (old.filter((item) => sameItem(item, next)).length > 1) return false;
      now = now.find((item) => sameItem(item, next));
    } else {
      now = Object.hasOwn(now as object, part) ? (now as Record<string, unknown>)[part] : undefined;
    }
    old = next;
    if (now === undefined) return false;
  }
  // A key whose value is a block has a line of its own: it stays while there is such a block.
  return isBlock(path) ? typeof now === 'object' : keySorted(old) === keySorted(now);
}

/** Whether two items are the same annotation: quotes have the same content. */
function sameItem(a: unknown, b: unknown): boolean {
  const content = (item: unknown) =>
    typeof item === 'object' && item !== null && 'content' in item ? item.content : item;
  return keySorted(content(a)) === keySorted(content(b));
}

function isBlock(path: readonly string[]): boolean {
  const [part, , key] = path;
  if (part === 'entities') return path.length <= 2 || (path.length === 3 && key === 'mentions');
  if (part === 'quotes') return path.length <= 2 || (path.length === 3 && key === 'content');
  return part === 'article' && path.length === 1;
}
