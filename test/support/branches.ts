import fc from 'fast-check';
import { setArticleField } from '../../src/core/edit/attributeEdits';
import { describeEntities, mergeEntities, moveMentions } from '../../src/core/edit/entityEdits';
import { annotateMentions, removeMention } from '../../src/core/edit/mentionEdits';
import { removePart } from '../../src/core/edit/placeEdits';
import { annotateQuote, setCue, setQuoteKind, setSpeaker } from '../../src/core/edit/quoteEdits';
import { targetFor } from '../../src/core/edit/target';
import { quoteKinds, type Extra } from '../../src/core/model/annotation';
import { articleStatuses, type AnnotationSet } from '../../src/core/model/annotationSet';
import { apply, type Change } from '../../src/core/model/change';
import type { ArticleFile } from '../../src/core/sidecar/articleFile';
import { entityOf } from './builders';
import { spanAt, stretches } from './random';
import { annotatedArticles, yamlValues } from './randomSets';

// What two people do to the annotations of one article, each on a branch of their own, at random.

/** Numbers and words that an act chooses by, so that fast-check can shrink them. */
const choices = fc.record({
  act: fc.nat(23),
  which: fc.nat(20),
  other: fc.nat(20),
  place: stretches,
  value: yamlValues.filter((value) => value !== null),
});
type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never;

interface Occasion extends Choice {
  readonly set: AnnotationSet;
  readonly text: string;
}

const ownEntities = ['Nuova', 'Altra', 'Terza'].map((name) => entityOf(name, 'work'));
const keys = ['nota', 'rilievo', 'fonte'];

function pick<T>(items: readonly T[], which: number): T | undefined {
  return items[which % Math.max(1, items.length)];
}

const mentionIn = ({ set, which }: Occasion) => pick(set.mentions, which);
const quoteIn = ({ set, which }: Occasion) => pick(set.quotes, which);
const entityIn = ({ set, which }: Occasion) => pick([...set.entities.values()], which);
/** An entity of the set, or a new one. */
const anyEntity = ({ set, other }: Occasion) =>
  pick([...set.entities.values(), ...ownEntities], other) ?? entityOf('Nuova', 'work');

function spansIn({ text, place }: Occasion) {
  const span = spanAt(text, place);
  return span ? [span] : [];
}

/** Something with one of its further keys changed, added or taken away. */
function withKey<T extends { readonly extra?: Extra }>(item: T, { other, value }: Choice): T {
  const key = pick(keys, other) ?? 'nota';
  const { extra = {}, ...rest } = item;
  const { [key]: was, ...others } = extra;
  const now = was !== undefined && other % 2 === 0 ? others : { ...others, [key]: value };
  return { ...rest, ...(Object.keys(now).length > 0 && { extra: now }) } as T;
}

/** Each act as a change of the set; nothing where there is nothing to act on. */
const acts: readonly ((occasion: Occasion) => Change)[] = [
  (at) => annotateMentions(at.set, at.text, spansIn(at), anyEntity(at)),
  (at) => annotateMentions(at.set, at.text, spansIn(at), anyEntity(at)),
  (at) => onEach(mentionIn(at), (mention) => removeMention(at.set, mention)),
  (at) => onEach(mentionIn(at), (mention) => moveMentions(at.set, [mention], anyEntity(at))),
  (at) =>
    onEach(mentionIn(at), (before) => {
      const target = targetFor(at.text, spansIn(at));
      return target.selectors.length > 0
        ? { mentions: [{ before, after: { ...before, target } }] }
        : {};
    }),
  (at) =>
    onEach(mentionIn(at), (before) => ({ mentions: [{ before, after: withKey(before, at) }] })),
  (at) => onEach(entityIn(at), ({ id }) => mergeEntities(at.set, id, anyEntity(at))),
  (at) =>
    onEach(entityIn(at), (entity) =>
      mergeEntities(at.set, entity.id, { ...entity, id: `${entity.id}-${at.other % 2}` }),
    ),
  (at) =>
    onEach(entityIn(at), ({ id }) =>
      describeEntities(at.set, [id], { name: `N. ${at.other % 3}` }),
    ),
  (at) =>
    onEach(entityIn(at), ({ id }) => describeEntities(at.set, [id], { type: `t${at.other % 3}` })),
  (at) =>
    onEach(entityIn(at), (before) => ({ entities: [{ before, after: withKey(before, at) }] })),
  (at) => (spansIn(at).length > 0 ? annotateQuote(at.set, at.text, spansIn(at)) : {}),
  (at) => onEach(quoteIn(at), (before) => ({ quotes: [{ before }] })),
  (at) =>
    onEach(quoteIn(at), (quote) => setQuoteKind(quote, pick(quoteKinds, at.other) ?? 'direct')),
  (at) => onEach(quoteIn(at), (quote) => setSpeaker(quote, { entity: anyEntity(at).id })),
  (at) =>
    onEach(quoteIn(at), (quote) => {
      const spans = spansIn(at);
      if (spans.length === 0) return setSpeaker(quote, undefined);
      return setSpeaker(quote, { ...quote.speaker, target: targetFor(at.text, spans) });
    }),
  (at) =>
    onEach(quoteIn(at), (quote) =>
      spansIn(at).length > 0 ? setCue(at.text, quote, spansIn(at)) : {},
    ),
  (at) =>
    onEach(quoteIn(at), (quote) =>
      quote.cue ? removePart(at.set, { role: 'cue', quote, target: quote.cue.target }) : {},
    ),
  (at) => onEach(quoteIn(at), (before) => ({ quotes: [{ before, after: withKey(before, at) }] })),
  (at) =>
    onEach(quoteIn(at), (before) => {
      const content = targetFor(at.text, spansIn(at));
      return content.selectors.length > 0
        ? { quotes: [{ before, after: { ...before, content } }] }
        : {};
    }),
  ({ set, other }) => setArticleField(set.article, 'title', `Titolo ${other % 3}`),
  ({ set, other }) => setArticleField(set.article, 'status', articleStatuses[other % 4]),
  ({ set, other }) => {
    const { labels = [] } = set.article;
    const label = `etichetta ${other % 4}`;
    const others = labels.filter((each) => each !== label);
    return setArticleField(
      set.article,
      'labels',
      others.length < labels.length ? others : [...labels, label],
    );
  },
  (at) => {
    const before = { extra: at.set.extra };
    const { extra = {} } = withKey<{ extra?: Extra }>(before, at);
    return { further: { before, after: { extra } } };
  },
];

function onEach<T>(item: T | undefined, change: (item: T) => Change): Change {
  return item === undefined ? {} : change(item);
}

/** The set after acts, one after the other. */
function worked(set: AnnotationSet, text: string, done: readonly Choice[]): AnnotationSet {
  return done.reduce((now, choice) => {
    const change = acts[choice.act]?.({ ...choice, set: now, text }) ?? {};
    return apply(change, now);
  }, set);
}

/** The annotations of one article, and what two branches have made of them. */
export interface Branches {
  readonly article: ArticleFile;
  readonly base: AnnotationSet;
  readonly ours: AnnotationSet;
  readonly theirs: AnnotationSet;
}

const work = fc.array(choices, { maxLength: 6 });

export const branches: fc.Arbitrary<Branches> = fc
  .record({ annotated: annotatedArticles, ours: work, theirs: work })
  .map(({ annotated: { article, set }, ours, theirs }) => {
    const { text } = article.text;
    return { article, base: set, ours: worked(set, text, ours), theirs: worked(set, text, theirs) };
  });
