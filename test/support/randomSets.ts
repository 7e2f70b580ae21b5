import fc from 'fast-check';
import { targetFor } from '../../src/core/edit/target';
import { quoteKinds, type Extra, type Mention, type Quote } from '../../src/core/model/annotation';
import { articleStatuses, type AnnotationSet } from '../../src/core/model/annotationSet';
import type { Target } from '../../src/core/model/annotation';
import type { ArticleFile } from '../../src/core/sidecar/articleFile';
import { articleOf, articleWithMark, setOf } from './builders';
import { fileTexts, names, spanAt, stretches, type Stretch } from './random';

// Random sets of annotations of random articles. Built as plans of plain numbers and words that fit any
// text, so that fast-check can shrink text and plan apart.

/** Values that YAML's core schema has, and that a person or another program may have written. */
export const yamlValues = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    names,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('uno', 'due tre', 'No', '7', 'x: y'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
})).value;

/** Unknown keys of an annotation; none most of the time. */
const extras: fc.Arbitrary<{ extra?: Extra }> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.constantFrom('note', 'x-id', 'Über Uns', 'sí', 'constructor'), yamlValues, {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      })
      .map((extra) => ({ extra })),
  },
);

/** One piece or several of a span; none for a span that is not in the article. */
const places = fc.oneof(
  { weight: 6, arbitrary: fc.array(stretches, { minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: fc.array(stretches, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([]) },
);

/** @param most how many entities there may be; mentions are a few more, quotes a few less */
const plansOf = (most: number) =>
  fc.record({
    names: fc.uniqueArray(
      names.filter((name) => name !== '__proto__'),
      { minLength: 1, maxLength: most },
    ),
    types: fc.array(fc.constantFrom('person', 'location', 'No', 'tipo mio'), {
      minLength: 4,
      maxLength: 4,
    }),
    ids: fc.boolean(),
    mentions: fc.array(fc.tuple(fc.nat(3), places, extras), { maxLength: most + 1 }),
    quotes: fc.array(
      fc.record({
        kind: fc.constantFrom(...quoteKinds),
        content: places,
        cue: fc.option(fc.tuple(places, extras), { nil: undefined }),
        speaker: fc.option(
          fc.tuple(
            fc.option(fc.nat(5), { nil: undefined }),
            fc.option(places, { nil: undefined }),
            extras,
          ),
          { nil: undefined },
        ),
        extra: extras,
      }),
      { maxLength: Math.ceil(most * 0.7) },
    ),
    article: fc.record(
      {
        title: names,
        outlet: names,
        published: fc.constantFrom('2025-07-12', '1999-01-01', '2025-07-12T10:30:00+02:00'),
        language: fc.constantFrom('it', 'no', 'zh-Hant', 'en-GB'),
        status: fc.constantFrom(...articleStatuses),
        labels: fc.array(names, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    entityExtra: extras,
    articleExtra: extras,
    extra: extras,
  });
const plans = plansOf(4);
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

function targetAt(text: string, pieces: readonly Stretch[]): Target {
  const spans = pieces.flatMap((piece) => spanAt(text, piece) ?? []);
  if (spans.length > 0) return targetFor(text, spans);
  const [lost, elsewhere] = [{ exact: '⊘ perso' }, { exact: '⊘', text: 'a'.repeat(40) }];
  return { selectors: text.length % 2 === 0 ? [lost] : [{ ...lost, suffix: ' qui' }, elsewhere] };
}

function quoteAt(text: string, ids: readonly string[], plan: Plan['quotes'][number]): Quote {
  const { kind, content, cue, speaker, extra } = plan;
  const [entityIndex, words, speakerExtra] = speaker ?? [];
  const entity = entityIndex === undefined ? undefined : (ids[entityIndex] ?? 'nessuno');
  const isSaid = entity !== undefined || words !== undefined;
  return {
    kind,
    content: targetAt(text, content),
    ...(cue && { cue: { target: targetAt(text, cue[0]), ...cue[1] } }),
    ...(isSaid && {
      speaker: {
        ...(entity !== undefined && { entity }),
        ...(words && { target: targetAt(text, words) }),
        ...speakerExtra,
      },
    }),
    ...extra,
  };
}

function setFor(text: string, plan: Plan): AnnotationSet {
  // Ids are slugs of names, but a person may write anything.
  const ids = plan.names.map((name, i) => (plan.ids ? name : `id-${i}`));
  const mentions = plan.mentions.flatMap(([index, pieces, extra]): Mention[] => {
    const entity = ids[index % ids.length];
    return entity === undefined ? [] : [{ entity, target: targetAt(text, pieces), ...extra }];
  });
  return setOf({
    article: { ...plan.article, ...plan.articleExtra },
    entities: plan.names.map((name, i) => ({
      id: ids[i] ?? name,
      name,
      type: plan.types[i] ?? 'other',
      ...(i === 0 && plan.entityExtra),
    })),
    mentions,
    quotes: plan.quotes.map((quote) => quoteAt(text, ids, quote)),
    ...plan.extra,
  });
}

/** An article and annotations of it. */
export interface Annotated {
  readonly article: ArticleFile;
  readonly set: AnnotationSet;
}

function annotatedWith(plan: typeof plans): fc.Arbitrary<Annotated> {
  return fc.record({ file: fileTexts, hasMark: fc.boolean(), plan }).map((each) => {
    const article = each.hasMark ? articleWithMark(each.file) : articleOf(each.file);
    return { article, set: setFor(article.text.text, each.plan) };
  });
}

/** Random annotations of random articles, with and without a byte order mark. */
export const annotatedArticles = annotatedWith(plans);

/** The same, with few annotations: for what takes long. */
export const smallAnnotatedArticles = annotatedWith(plansOf(2));

/** Several random sets of annotations of one article. */
export const annotatedTwice: fc.Arbitrary<Annotated & { readonly other: AnnotationSet }> = fc
  .record({ file: fileTexts, plan: plans, other: plans })
  .map(({ file, plan, other }) => {
    const article = articleOf(file);
    const { text } = article.text;
    return { article, set: setFor(text, plan), other: setFor(text, other) };
  });

/** Some annotations of one set and some of another, the parts of some quotes exchanged. */
export function mixed(a: AnnotationSet, b: AnnotationSet, keep: readonly number[]): AnnotationSet {
  const chosen = (index: number) => keep[index % keep.length] ?? 0;
  const mentions = [
    ...a.mentions.filter((_, i) => chosen(i) > 0),
    ...b.mentions.filter((_, i) => chosen(i + 1) > 1),
  ];
  const quotes = [
    ...a.quotes.flatMap((quote, i) => {
      if (chosen(i + 2) === 0) return [];
      return chosen(i + 3) === 0 ? [{ ...quote, kind: 'mixed' as const }] : [quote];
    }),
    ...b.quotes.filter((_, i) => chosen(i + 4) > 1),
  ];
  return setOf({
    article: a.article,
    entities: [...new Map([...b.entities, ...a.entities]).values()],
    mentions,
    quotes,
    extra: a.extra,
  });
}
