import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Problem } from '../../../src/core/check/problem';
import { setArticleField, setAttribute } from '../../../src/core/edit/attributeEdits';
import { moveBoundary } from '../../../src/core/edit/boundaryEdits';
import { mergeEntities, moveMentions, describeEntities } from '../../../src/core/edit/entityEdits';
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
import type { ArticleFile } from '../../../src/core/sidecar/articleFile';
import { writeSidecar } from '../../../src/core/sidecar/write';
import {
  rewrittenState,
  sidecarContent,
  stateOf,
  type ArticleState,
} from '../../../src/workspace/articleState';
import { bytesOf } from '../../support/builders';
import { itHolds } from '../../support/property';
import { articles, schema, startingSource, text, wordsFrom } from '../../support/busyArticle';

type Numbers = readonly [number, number, number];

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
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
    return id === undefined ? {} : describeEntities(set, [id], { name: `Nome: ${String(number)}` });
  },
  (set, [which, , type]) => {
    const id = pick([...set.entities.keys()], which);
    const to = pick(['person', 'location', 'porto'], type) ?? 'other';
    return id === undefined ? {} : describeEntities(set, [id], { type: to });
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
  return {
    set,
    source: source?.(),
    textId,
    layout,
    isWritable,
    problems: listed(sidecarProblems()),
  };
}

describe('the state after an act', () => {
  let [short, all] = [0, 0];

  /** Makes an act as the workspace does; gives what is written then, and whether only some of its lines were. */
  function acted(state: ArticleState, file: ArticleFile, bytes: Uint8Array, change: Change) {
    const set = rebase(change, state.set, state.set);
    const rewritten = rewrittenState(set, state, file, bytes);
    if (rewritten) return { ...rewritten, isShort: true };
    const { source, textId } = state;
    const previous = source && { source: source(), ...(textId && { textId }) };
    const written = bytesOf(writeSidecar(set, file, previous));
    const anew = stateOf({ file, isShownAsOnDisk: true }, schema, sidecarContent(written));
    return { state: anew, bytes: written, isShort: false };
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
      let bytes = bytesOf(isWindows ? lf.replaceAll('\n', '\r\n') : lf);
      let state = stateOf({ file, isShownAsOnDisk: true }, schema, sidecarContent(bytes));
      assert.ok(state.layout);
      for (const { make, numbers } of walk) {
        const change = make(state.set, numbers);
        if (isEmpty(change)) continue;
        const now = acted(state, file, bytes, change);
        all += 1;
        if (now.isShort) short += 1;
        // Who asks for the problems after each act gets what he gets who asks after the last one.
        if (isAsked) now.state.sidecarProblems();
        ({ state, bytes } = now);
      }
      const anew = stateOf({ file, isShownAsOnDisk: true }, schema, sidecarContent(bytes));
      assert.deepEqual(saidBy(state), saidBy(anew));
    },
    200,
  );

  it('was written in part in most of these', () => {
    assert.ok(short > all / 2, `${String(short)} of ${String(all)}`);
  });
});
