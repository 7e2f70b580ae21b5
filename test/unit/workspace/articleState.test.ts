import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Problem } from '../../../src/core/check/problem';
import { setArticleField, setAttribute } from '../../../src/core/edit/attributeEdits';
import { moveBoundary } from '../../../src/core/edit/boundaryEdits';
import {
  mergeEntities,
  moveMentions,
  renameEntity,
  retypeEntity,
} from '../../../src/core/edit/entityEdits';
import { annotateMentions, removeMention } from '../../../src/core/edit/mentionEdits';
import {
  annotateQuote,
  extendQuote,
  setCue,
  setQuoteKind,
  setSpeaker,
  speakerFor,
} from '../../../src/core/edit/quoteEdits';
import { renameType } from '../../../src/core/edit/typeEdits';
import { newEntityId } from '../../../src/core/entities/entityId';
import { quoteKinds } from '../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../src/core/model/annotationSet';
import { isEmpty, rebase, type Change } from '../../../src/core/model/change';
import { defaultSchema, type Schema } from '../../../src/core/model/schema';
import type { ArticleFile } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import type { Span } from '../../../src/core/text/span';
import { wordAt } from '../../../src/core/text/words';
import { rewrittenState, stateOf, type ArticleState } from '../../../src/workspace/articleState';
import { articleOf, articleWithMark, bytesOf } from '../../support/builders';
import { itHolds } from '../../support/property';

const words = [
  'A Corva, Ines Dorn e Alba Dorn aspettano il traghetto dell’ente U.S. Lines; Sergej Ferri no.',
  '«Torna domani», ha detto Ines Dorn, «o non torna più». Per Alba il porto di Corva è perso.',
  '北港市长说：“北港等待。” E\u0301lise, dell’ente Porto Lume, tace. 👩‍🚀 Corva del Nord; Sergey Ferri.',
  'قال الوزير: «لا». A Corva, Ines Dorn e Alba Dorn aspettano il traghetto.',
];

/** The same words as files may hold them. */
const articles: readonly ArticleFile[] = [
  articleOf(words.join('\n')),
  articleOf(words.join('\r\n')),
  articleWithMark(words.join('\n')),
];
const text = words.join('\n');

const schema: Schema = {
  ...defaultSchema,
  quoteKinds: [{ id: 'direct' }, { id: 'mixed' }],
  attributes: {
    entity: [{ name: 'sex', values: ['f', 'm'], types: ['person'] }],
    mention: [{ name: 'metonym', values: 'boolean', types: ['location'] }],
    quote: [{ name: 'topic', values: 'text' }],
    article: [{ name: 'checked', values: 'boolean' }],
  },
};

/** A sidecar in which there is something to report in all places, with what people write between. */
function startingSource(article: ArticleFile): string {
  return `# di mano
chiosa: 1
text: ${article.identity.id()}
article:
  status: draft
  umore: nero
entities:
  alba-dorn: # la sorella
    name: Alba Dorn
    type: astronave
    sex: x
    mentions:
      - { exact: Alba Dorn, prefix: "A Corva, Ines Dorn e ", suffix: " aspettano il traghetto dell’ente" }
      - { exact: Alba, prefix: "Per ", suffix: " il porto di Corva è perso.", metonym: forse } # quale?
  # di qui
  corva:
    name: Corva
    type: location
    mentions:
      - { exact: Corva }
      - { exact: Corva, prefix: "👩‍🚀 ", suffix: " del Nord; Sergey Ferri.", metonym: true }
      - { exact: Corva, prefix: "👩‍🚀 ", suffix: " del Nord; Sergey Ferri.", metonym: true }

  ines-dorn:
    name: Ines Dorn
    type: person
    mentions:
      - { exact: Ines Dorn, prefix: "«Torna domani», ha detto ", suffix: ", «o non torna più». Per Alba" }
      - { exact: Gilda }
# parole
quotes:
  - kind: direct # intero
    content:
      - { exact: Torna domani, prefix: "«", suffix: "», ha detto Ines Dorn, «o non" }
      - { exact: o non torna più, prefix: "domani», ha detto Ines Dorn, «", suffix: "». Per Alba il porto di Corva è" }
    speaker: { entity: nessuna, exact: Ines Dorn, prefix: "«Torna domani», ha detto ", suffix: ", «o non torna più». Per Alba" }
  # il sindaco
  - kind: indirect
    content:
      - { exact: "北港等待。", prefix: "北港市长说：“", suffix: "” E\u0301lise, dell’ente Porto Lume," }
    topic: 7
    nota: x
`;
}

type Numbers = readonly [number, number, number];

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

/** So many words from the nth place of the text on. */
function wordsFrom(place: number, count: number): Span {
  const first = wordAt(text, (place * 7) % text.length) ?? { start: 0, end: 1 };
  const last = wordAt(text, Math.min(first.end + 6 * (count % 4), text.length - 1));
  return { start: first.start, end: Math.max(first.end, last?.end ?? 0) };
}

/** Every act of a user on an article, on the nth of whatever it needs. */
const acts: readonly ((set: AnnotationSet, numbers: Numbers) => Change)[] = [
  (set, [place, length, type]) => {
    const span = wordsFrom(place, length);
    const name = text.slice(span.start, span.end);
    const id = newEntityId(name, (taken) => set.entities.has(taken));
    const entity = { id, name, type: pick(['person', 'location', 'astronave'], type) ?? 'other' };
    return annotateMentions(set, text, [span], entity);
  },
  (set, [place, length, which]) => {
    const entity = pick([...set.entities.values()], which);
    return entity ? annotateMentions(set, text, [wordsFrom(place, length)], entity) : {};
  },
  (set, [, , which]) => {
    // An entity that a speaker names already and the sidecar lacks.
    const id = pick(['nessuna', 'nessuno'], which) ?? '';
    return annotateMentions(set, text, [wordsFrom(which, 1)], { id, name: 'Zita', type: 'person' });
  },
  (set, [which]) => {
    const mention = pick(set.mentions, which);
    return mention ? removeMention(set, mention) : {};
  },
  (set, [place, length, who]) => {
    const entity = pick([undefined, ...set.entities.keys()], who);
    return annotateQuote(set, text, [wordsFrom(place, length)], {
      ...(place % 2 === 0 && { cue: wordsFrom(place + 5, 1) }),
      speaker: { span: wordsFrom(place + 9, 2), ...(entity !== undefined && { entity }) },
    });
  },
  (set, [place, length]) => annotateQuote(set, text, [wordsFrom(place, length)]),
  (set, [which, place]) => {
    const quote = pick(set.quotes, which);
    return quote ? extendQuote(text, quote, [wordsFrom(place, 2)]) : {};
  },
  (set, [which]) => {
    const before = pick(set.quotes, which);
    return before ? { quotes: [{ before }] } : {};
  },
  (set, [which, place, who]) => {
    const quote = pick(set.quotes, which);
    const id = pick([undefined, ...set.entities.keys(), 'nessuno'], who);
    return quote ? setSpeaker(quote, speakerFor(set, text, [wordsFrom(place, 2)], id)) : {};
  },
  (set, [which]) => {
    const quote = pick(set.quotes, which);
    return quote ? setSpeaker(quote, undefined) : {};
  },
  (set, [which, place]) => {
    const quote = pick(set.quotes, which);
    return quote ? setCue(text, quote, [wordsFrom(place, 1)]) : {};
  },
  (set, [which, , kind]) => {
    const quote = pick(set.quotes, which);
    return quote ? setQuoteKind(quote, pick(quoteKinds, kind) ?? 'mixed') : {};
  },
  (set, [which, , value]) => {
    const item = pick([...set.entities.values()], which);
    return item
      ? setAttribute({ owner: 'entity', item }, 'sex', pick([undefined, 'f', 'x'], value))
      : {};
  },
  (set, [which, , value]) => {
    const item = pick(set.mentions, which);
    const said = pick([undefined, true, 'sì'], value);
    return item ? setAttribute({ owner: 'mention', item }, 'metonym', said) : {};
  },
  (set, [which, , value]) => {
    const item = pick(set.quotes, which);
    const said = pick([undefined, true, '#: “no”'], value);
    return item ? setAttribute({ owner: 'quote', item }, 'topic', said) : {};
  },
  (set, [, , value]) =>
    setAttribute({ owner: 'article', item: set.article }, 'checked', pick([true, 'x'], value)),
  (set, [, , value]) =>
    setArticleField(set.article, 'outlet', pick([undefined, 'No', 'Il: Corva'], value)),
  (set, [which, other]) => {
    const [entity, into] = [which, other].map((n) => pick([...set.entities.values()], n));
    return entity && into ? mergeEntities(set, entity.id, into) : {};
  },
  (set, [which, other]) => {
    const [mention, entity] = [pick(set.mentions, which), pick([...set.entities.values()], other)];
    return mention && entity ? moveMentions(set, [mention], entity) : {};
  },
  (set, [which, , number]) => {
    const id = pick([...set.entities.keys()], which);
    return id === undefined ? {} : renameEntity(set, id, `Nome: ${String(number)}`);
  },
  (set, [which, , type]) => {
    const id = pick([...set.entities.keys()], which);
    const to = pick(['person', 'location', 'porto'], type) ?? 'other';
    return id === undefined ? {} : retypeEntity(set, id, to);
  },
  (set, [, , to]) => renameType(set, 'astronave', pick(['person', 'nave'], to) ?? 'other'),
  (set, [place, boundary, direction]) =>
    moveBoundary(set, text, (place * 7) % text.length, {
      boundary: boundary % 2 === 0 ? 'start' : 'end',
      direction: direction % 2 === 0 ? 'extend' : 'shrink',
    })?.change ?? {},
];
const act = fc.record({
  make: fc.constantFrom(...acts),
  numbers: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
});

/** The problems in the order of the file. */
function listed(problems: readonly Problem[]): string[] {
  return problems
    .map(({ code, range: { start, end }, detail }) =>
      [start.line, start.column, end.line, end.column, code, JSON.stringify(detail)].join(' '),
    )
    .sort();
}

/** What a state says of the sidecar, for comparing. */
function saidBy({ set, source, textId, layout, isWritable, sidecarProblems }: ArticleState) {
  return { set, source, textId, layout, isWritable, problems: listed(sidecarProblems()) };
}

describe('the state after an act', () => {
  let [short, all] = [0, 0];

  /** Makes an act as the workspace does; gives the state and whether only some of its lines were written. */
  function acted(state: ArticleState, file: ArticleFile, change: Change) {
    const set = rebase(change, state.set, state.set);
    const rewritten = rewrittenState(set, state, file);
    if (rewritten) return { state: rewritten, isShort: true };
    const { source, textId } = state;
    const previous = source === undefined ? undefined : { source, ...(textId && { textId }) };
    const bytes = bytesOf(writeSidecar(set, file, previous));
    return { state: stateOf({ file, isShownAsOnDisk: true }, schema, bytes), isShort: false };
  }

  itHolds(
    'is that of the written bytes read anew: annotations, places of problems, lines of each',
    fc.tuple(
      fc.constantFrom(...articles),
      fc.boolean(),
      fc.boolean(),
      fc.array(act, { minLength: 1, maxLength: 6 }),
    ),
    ([file, isWindows, isAsked, walk]) => {
      const lf = startingSource(file);
      const bytes = bytesOf(isWindows ? lf.replaceAll('\n', '\r\n') : lf);
      let state = stateOf({ file, isShownAsOnDisk: true }, schema, bytes);
      assert.ok(state.layout);
      for (const { make, numbers } of walk) {
        const change = make(state.set, numbers);
        if (isEmpty(change)) continue;
        const { state: now, isShort } = acted(state, file, change);
        all += 1;
        if (isShort) short += 1;
        // Who asks for the problems after each act gets what he gets who asks after the last one.
        if (isAsked) now.sidecarProblems();
        state = now;
      }
      const anew = stateOf({ file, isShownAsOnDisk: true }, schema, bytesOf(state.source ?? ''));
      assert.deepEqual(saidBy(state), saidBy(anew));
    },
    200,
  );

  it('was written in part in most of these', () => {
    assert.ok(short > all / 2, `${String(short)} of ${String(all)}`);
  });
});
