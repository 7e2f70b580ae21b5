import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Carrier } from '../../../../src/core/anchor/carry';
import type { Following } from '../../../../src/core/anchor/followed';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf, entityOf, mentionOf, setOf } from '../../../support/builders';
import { Edited } from '../../../support/edited';
import { itHolds } from '../../../support/property';
import { isInPair, spanAt, stretches, type Stretch } from '../../../support/random';
import { annotatedArticles } from '../../../support/randomSets';

const typed = fc.constantFrom('', 'x', ' ', 'Rossi', ', ha detto', '\n', '“', '😀', 'il ');
const steps = fc.array(fc.tuple(stretches, typed, fc.boolean()), { minLength: 1, maxLength: 8 });

type WordEdit = readonly [place: number, gone: number, come: number, isLookedAt: boolean];

/** Puts new words in the place of some, following after some of the edits. */
function editWords(each: Edited, list: readonly WordEdit[]): void {
  let fresh = 0;
  for (const [place, gone, come, isLookedAt] of list) {
    const starts = [...each.text.matchAll(/\S+\s/g)].map((match) => match.index);
    const from = place % (starts.length + 1);
    const start = starts[from] ?? each.text.length;
    const end = starts[from + gone] ?? each.text.length;
    const added = Array.from({ length: come }, () => `nuova${String(fresh++)} `).join('');
    each.replace({ start, end }, added);
    if (isLookedAt) each.follow();
  }
}

/** Makes the edits, following after some of them and after the last. */
function edit(each: Edited, list: readonly (readonly [Stretch, string, boolean])[]): Following {
  for (const [stretch, words, isLookedAt] of list) {
    const span = spanAt(each.text, stretch);
    if (span) each.replace(span, words);
    if (isLookedAt) each.follow();
  }
  return each.follow();
}

/** The sidecar that is written for the edited text has everything, with or without a place, and reads so. */
function demandWhole(
  first: AnnotationSet,
  before: string,
  now: AnnotationSet,
  after: string,
): void {
  const [old, article] = [articleOf(before), articleOf(after)];
  const source = writeSidecar(first, old);
  const written = writeSidecar(now, article, { source, textId: old.identity.id() });
  const oldTexts = (id: string) => (old.identity.matches(id) ? old.text.text : undefined);
  const { set: read } = readSidecar(written, article, defaultSchema, oldTexts);
  assert.equal(read.mentions.length, first.mentions.length);
  assert.equal(read.quotes.length, first.quotes.length);
  const placesIn = ({ mentions, quotes }: AnnotationSet) =>
    [...mentions.map(({ target }) => target), ...quotes.map(({ content }) => content)].flatMap(
      ({ spans = [] }) => JSON.stringify(spans),
    );
  const places = new Set(placesIn(read));
  for (const place of placesIn(now)) assert.ok(places.has(place), `${place} is written`);
}

describe('annotations that follow random edits', () => {
  itHolds(
    'stay as many, with whole characters, and all come back once the text is as it was',
    fc.tuple(annotatedArticles, steps),
    ([{ article, set: first }, list]) => {
      const { text: words } = article.text;
      const each = new Edited(first, words);
      const { set: now } = edit(each, list);
      assert.equal(now.mentions.length, first.mentions.length);
      assert.equal(now.quotes.length, first.quotes.length);
      demandWhole(first, words, now, each.text);
      for (const { start, end } of now.mentions.flatMap(({ target }) => target.spans ?? [])) {
        assert.ok(start < end && end <= each.text.length);
        assert.ok(!isInPair(each.text, start) && !isInPair(each.text, end));
      }
      each.replace({ start: 0, end: each.text.length }, words);
      assert.deepEqual(each.follow().set, first);
    },
    500,
  );

  // Where no word stands twice, there is only one way from one text to the other.
  const numbered = Array.from({ length: 120 }, (_, i) => `parola${String(i)}`);
  const unique = numbered.map((word, i) => word + (i % 9 === 8 ? '.\n' : ' ')).join('');
  const mentions = numbered.flatMap((word, i) => {
    const { start } = { start: unique.indexOf(`${word}${i % 9 === 8 ? '.' : ' '}`) };
    return i % 4 === 0 ? [mentionOf('x', unique, { start, end: start + word.length })] : [];
  });
  const first = setOf({ entities: [entityOf('x')], mentions });
  const wordEdits = fc.array(
    fc.tuple(fc.nat(200), fc.nat(5), fc.integer({ min: 0, max: 3 }), fc.boolean()),
    { minLength: 1, maxLength: 6 },
  );

  /** How many live places there were, and how many of them carrying alone is not sure of. */
  const count = { all: 0, unsure: 0 };
  let runs = 0;

  itHolds(
    'stand where carrying them from the first text to the last says, if that is sure',
    wordEdits,
    (list) => {
      const each = new Edited(first, unique);
      editWords(each, list);
      const { set: now } = each.follow();
      const carrier = new Carrier(unique, each.text);
      const live = new Map(
        now.mentions.map(({ target }) => [target.selectors[0]?.exact ?? '', target.spans?.[0]]),
      );
      for (const { target } of mentions) {
        const exact = target.selectors[0]?.exact ?? '';
        const [span] = target.spans ?? [];
        assert.ok(span && live.has(exact));
        const [followed, carried] = [live.get(exact), carrier.carry(span)];
        if (followed) count.all += 1;
        if (carried || !followed) {
          assert.deepEqual(followed, carried, exact);
          continue;
        }
        count.unsure += 1;
        assert.equal(each.text.slice(followed.start, followed.end), exact);
      }
      runs += 1;
      if (runs % 50 === 0) demandWhole(first, unique, now, each.text);
    },
    10_000,
  );

  it('are nearly all carried by that too', () => {
    assert.ok(count.unsure < 0.01 * count.all, `${String(count.unsure)} of ${String(count.all)}`);
  });
});
