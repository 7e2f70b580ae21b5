import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeAll, mergeEntities } from '../../../../src/core/edit/entityEdits';
import { removeParts } from '../../../../src/core/edit/placeEdits';
import { setSpeakers } from '../../../../src/core/edit/speakerEdits';
import { sameTarget } from '../../../../src/core/edit/target';
import type { Entity } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, isEmpty, type Change } from '../../../../src/core/model/change';
import { contentPart, mentionPart, type AnnotationPart } from '../../../../src/core/model/parts';
import { entityOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const fresh = entityOf('Del tutto nuovo', 'person', 'del-tutto-nuovo');
const choice = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
const runs = 500;

/** Those of the items that a choice, repeated, takes. */
function chosen<T>(items: readonly T[], choices: readonly boolean[]): T[] {
  return items.filter((_, i) => choices[i % choices.length]);
}

/** The set after the change, which must be possible to take back and to make again. */
function changed(change: Change, before: AnnotationSet): AnnotationSet {
  const after = apply(change, before);
  const back = apply(invert(change), after);
  assert.deepEqual(back, before);
  assert.deepEqual(apply(invert(invert(change)), back), after);
  return after;
}

/** All parts of a set: mentions, and contents, cues and speakers of quotes. */
function partsOf({ mentions, quotes }: AnnotationSet): AnnotationPart[] {
  return [
    ...mentions.map(mentionPart),
    ...quotes.flatMap((quote): AnnotationPart[] => [
      contentPart(quote),
      ...(quote.cue ? [{ role: 'cue' as const, quote, target: quote.cue.target }] : []),
      ...(quote.speaker?.target
        ? [{ role: 'speaker' as const, quote, target: quote.speaker.target }]
        : []),
    ]),
  ];
}

/** One of the entities of a set, or one that it does not have. */
function someEntity({ entities }: AnnotationSet, at: number): Entity {
  return [...entities.values(), fresh][at % (entities.size + 1)] ?? fresh;
}

describe('several parts of any article, removed by one change', () => {
  itHolds(
    'come back by undo, and all others stay',
    fc.tuple(annotatedArticles, choice),
    ([{ set }, choices]) => {
      const parts = chosen(partsOf(set), choices);
      const after = changed(removeParts(set, parts), set);
      const count = (role: AnnotationPart['role']) =>
        parts.filter((part) => part.role === role).length;
      assert.equal(after.mentions.length, set.mentions.length - count('mention'));
      assert.equal(after.quotes.length, set.quotes.length - count('content'));
      for (const { entity } of after.mentions) assert.ok(after.entities.has(entity));
    },
    runs,
  );

  itHolds(
    'leave no annotation at all where they are all',
    annotatedArticles,
    ({ set }) => {
      const after = changed(removeParts(set, partsOf(set)), set);
      assert.deepEqual([after.mentions, after.quotes], [[], []]);
      const mentioned = new Set(set.mentions.map(({ entity }) => entity));
      const left = [...set.entities.values()].filter(
        ({ id, extra }) => extra ?? !mentioned.has(id),
      );
      assert.deepEqual([...after.entities.values()], left);
    },
    runs,
  );

  itHolds(
    'are the same whether the annotations are those of the set or others that are equal',
    fc.tuple(annotatedArticles, choice),
    ([{ set }, choices]) => {
      const parts = chosen(partsOf(set), choices);
      const [own, equal] = [removeParts(set, parts), removeParts(set, structuredClone(parts))];
      assert.deepEqual(apply(equal, set), apply(own, set));
    },
    runs,
  );
});

describe('several entities of any article, merged by one change', () => {
  const cases = fc.tuple(annotatedArticles, choice, fc.nat());

  itHolds(
    'come back by undo, and nothing is said of them meanwhile',
    cases,
    ([{ set }, choices, at]) => {
      const into = someEntity(set, at);
      const ids = chosen([...set.entities.keys()], choices);
      const after = changed(mergeAll(set, ids, into), set);
      const gone = ids.filter((id) => id !== into.id);
      for (const id of gone) {
        assert.ok(!after.entities.has(id));
        assert.ok(after.mentions.every(({ entity }) => entity !== id));
        assert.ok(after.quotes.every(({ speaker }) => speaker?.entity !== id));
      }
      assert.equal(after.entities.has(into.id), gone.length > 0 || set.entities.has(into.id));
      assert.equal(after.quotes.length, set.quotes.length);
    },
    runs,
  );

  itHolds(
    'are mentioned by all words that one of them was mentioned by, by those of several only once',
    cases,
    ([{ set }, choices, at]) => {
      const into = someEntity(set, at);
      const ids = chosen([...set.entities.keys()], choices).filter((id) => id !== into.id);
      const after = apply(mergeAll(set, ids, into), set);
      const own = after.mentions.filter(({ entity }) => entity === into.id);
      const before = set.mentions.filter(({ entity }) => [into.id, ...ids].includes(entity));
      for (const { target } of before) {
        assert.ok(own.some((mention) => sameTarget(mention.target, target)));
      }
      const others = set.mentions.filter((mention) => !before.includes(mention));
      assert.equal(after.mentions.length, others.length + own.length);
      const incoming = before.filter(({ entity }) => entity !== into.id);
      for (const { target } of incoming) {
        const already = before.filter(
          (mention) => mention.entity === into.id && sameTarget(mention.target, target),
        );
        const now = own.filter((mention) => sameTarget(mention.target, target));
        assert.equal(now.length, Math.max(1, already.length));
      }
    },
    runs,
  );

  itHolds(
    'are what they are when one after the other is merged',
    cases,
    ([{ set }, choices, at]) => {
      const into = someEntity(set, at);
      const ids = chosen([...set.entities.keys()], choices);
      const oneByOne = ids.reduce((now, id) => apply(mergeEntities(now, id, into), now), set);
      assert.deepEqual(apply(mergeAll(set, ids, into), set), oneByOne);
    },
    runs,
  );
});

describe('several quotes of any article, given a speaker by one change', () => {
  const cases = fc.tuple(annotatedArticles, choice, fc.nat());

  itHolds(
    'lose it by undo, and are said by it meanwhile',
    cases,
    ([{ set }, choices, at]) => {
      const speaker = someEntity(set, at);
      const quotes = chosen(set.quotes, choices);
      const after = changed(setSpeakers(set, quotes, speaker), set);
      const saidBy = (each: AnnotationSet) =>
        each.quotes.filter((quote) => quote.speaker?.entity === speaker.id).length;
      const already = set.quotes.filter(
        (quote) => !quotes.includes(quote) && quote.speaker?.entity === speaker.id,
      );
      assert.equal(saidBy(after), already.length + quotes.length);
      assert.equal(
        after.entities.has(speaker.id),
        set.entities.has(speaker.id) || quotes.length > 0,
      );
      assert.deepEqual(after.mentions, set.mentions);
      assert.ok(isEmpty(setSpeakers(after, after.quotes.filter(saidByIt(speaker)), speaker)));
    },
    runs,
  );

  itHolds(
    'lose nothing but their speakers where they are said by nobody, or by words',
    fc.tuple(annotatedArticles, fc.boolean()),
    ([{ set }, isByWords]) => {
      const words = isByWords ? { selectors: [{ exact: 'la folla' }] } : undefined;
      const after = changed(setSpeakers(set, set.quotes, words), set);
      const unsaid = set.quotes.map(({ speaker: _, ...rest }) => rest);
      assert.deepEqual(
        new Set(after.quotes),
        new Set(
          unsaid.map((quote) => ({ ...quote, ...(words && { speaker: { target: words } }) })),
        ),
      );
      assert.deepEqual(after.entities, set.entities);
    },
    runs,
  );
});

function saidByIt({ id }: Entity) {
  return ({ speaker }: AnnotationSet['quotes'][number]) => speaker?.entity === id;
}
