import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  mergeEntities,
  moveMentions,
  describeEntities,
} from '../../../../src/core/edit/entityEdits';
import { annotateMentions, removeMention } from '../../../../src/core/edit/mentionEdits';
import { formsOf, occurrencesToAnnotate } from '../../../../src/core/edit/occurrences';
import {
  annotateQuote,
  extendQuote,
  setCue,
  setSpeaker,
  speakerFor,
} from '../../../../src/core/edit/quoteEdits';
import { newEntityId } from '../../../../src/core/entities/entityId';
import { emptySet, type AnnotationSet } from '../../../../src/core/model/annotationSet';
import { invert, isEmpty, rebase, type Change } from '../../../../src/core/model/change';
import { History } from '../../../../src/core/model/history';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { saysNothing, writeSidecar } from '../../../../src/core/sidecar/write';
import type { Span } from '../../../../src/core/text/span';
import { wordAt } from '../../../../src/core/text/words';
import { articleOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';

const article = articleOf(
  [
    'A Corva, Ines Dorn e Alba Dorn aspettano il traghetto di Porto Lume.',
    '«Torna domani», ha detto Ines Dorn, «o non torna più». Per Alba il porto di Corva è perso: “Dorn sbaglia”.',
    '北港市长说：“北港等待。” Dorn, dell’ente Porto Lume, tace. 👩‍🚀 Corva del Nord; Corva.',
  ].join('\n'),
);
const { text } = article.text;

/** What an act may be made of: the nth of whatever it needs, counted around. */
interface Act {
  readonly kind: keyof typeof acts | 'undo' | 'redo';
  readonly numbers: readonly [number, number, number];
}

/** What acts make of a set. Each gives no change where the set has nothing that it needs. */
const acts = {
  annotate(set, [place, length, type]) {
    const words = wordsFrom(place, length);
    const name = text.slice(words.start, words.end);
    const id = newEntityId(name, (taken) => set.entities.has(taken));
    return annotateMentions(set, text, [words], {
      id,
      name,
      type: pick(['person', 'location'], type) ?? 'other',
    });
  },
  link(set, [place, length, which]) {
    const entity = pick([...set.entities.values()], which);
    return entity ? annotateMentions(set, text, [wordsFrom(place, length)], entity) : {};
  },
  remove(set, [which]) {
    const mention = pick(set.mentions, which);
    return mention ? removeMention(set, mention) : {};
  },
  quote(set, [place, length, other]) {
    return annotateQuote(
      set,
      text,
      [wordsFrom(place, length), wordsFrom(other, 2)].slice(place % 2),
    );
  },
  extend(set, [which, place]) {
    const quote = pick(set.quotes, which);
    return quote ? extendQuote(text, quote, [wordsFrom(place, 3)]) : {};
  },
  speaker(set, [which, place, entity]) {
    const quote = pick(set.quotes, which);
    const id = pick([undefined, ...set.entities.keys()], entity);
    return quote ? setSpeaker(quote, speakerFor(set, text, [wordsFrom(place, 2)], id)) : {};
  },
  cue(set, [which, place]) {
    const quote = pick(set.quotes, which);
    return quote ? setCue(text, quote, [wordsFrom(place, 2)]) : {};
  },
  unquote(set, [which]) {
    const before = pick(set.quotes, which);
    return before ? { quotes: [{ before }] } : {};
  },
  occurrences(set, [which, how]) {
    const entity = pick([...set.entities.values()], which);
    if (!entity) return {};
    const matching = how % 2 === 0 ? 'exact' : 'ignoreCase';
    const wanted = { entity: entity.id, forms: formsOf(set, entity.id), matching } as const;
    return annotateMentions(set, text, occurrencesToAnnotate(text, set, wanted), entity);
  },
  merge(set, [which, other]) {
    const [entity, into] = [which, other].map((n) => pick([...set.entities.values()], n));
    return entity && into ? mergeEntities(set, entity.id, into) : {};
  },
  split(set, [which, name]) {
    const entity = pick([...set.entities.values()], which);
    const mentions = set.mentions.filter((each, i) => each.entity === entity?.id && i % 2 === 0);
    if (!entity || mentions.length === 0) return {};
    const id = newEntityId(`Nuovo ${String(name % 5)}`, (taken) => set.entities.has(taken));
    return moveMentions(set, mentions, { ...entity, id });
  },
  move(set, [which, other]) {
    const [mention, entity] = [pick(set.mentions, which), pick([...set.entities.values()], other)];
    return mention && entity ? moveMentions(set, [mention], entity) : {};
  },
  rename(set, [which, number]) {
    const id = pick([...set.entities.keys()], which);
    return id === undefined ? {} : describeEntities(set, [id], { name: `Nome: ${String(number)}` });
  },
  retype(set, [which, number]) {
    const id = pick([...set.entities.keys()], which);
    const type = pick(['person', 'organization', 'porto'], number) ?? 'other';
    return id === undefined ? {} : describeEntities(set, [id], { type: type });
  },
} satisfies Record<string, (set: AnnotationSet, numbers: Act['numbers']) => Change>;

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

/** So many words from the nth place of the text on. */
function wordsFrom(place: number, count: number): Span {
  const first = wordAt(text, place % text.length) ?? { start: 0, end: 1 };
  const last = wordAt(text, Math.min(first.end + 6 * (count % 4), text.length - 1));
  return { start: first.start, end: Math.max(first.end, last?.end ?? 0) };
}

/** An article that is annotated as the workspace does it: what is written is read back before the next act. */
class Annotating {
  source: string | undefined;
  set = emptySet;
  #textId: string | undefined;
  readonly #history = new History<Change>();

  act({ kind, numbers }: Act): void {
    if (kind === 'undo') this.undo();
    else if (kind === 'redo') this.redo();
    else this.#record(acts[kind](this.set, numbers));
  }

  undo(): boolean {
    const change = this.#history.nextUndo;
    if (change) this.#make(invert(change));
    this.#history.undone();
    return change !== undefined;
  }

  redo(): boolean {
    const change = this.#history.nextRedo;
    if (change) this.#make(change);
    this.#history.redone();
    return change !== undefined;
  }

  #record(change: Change): void {
    if (isEmpty(change)) return;
    this.#make(change);
    this.#history.record(change);
  }

  #make(change: Change): void {
    const set = rebase(change, this.set, this.set);
    const { source: before } = this;
    const textId = this.#textId;
    const previous =
      before === undefined ? undefined : { source: before, ...(textId && { textId }) };
    const source = writeSidecar(set, article, previous);
    this.source = saysNothing(set, source) ? undefined : source;
    const read = readSidecar(this.source ?? '', article, defaultSchema);
    assert.deepEqual(read.set, set);
    this.set = read.set;
    this.#textId = read.textId;
  }
}

/** Takes back all that was done and makes it again; the sources on the way. */
function thereAndBack(walk: readonly Act[]) {
  const annotating = new Annotating();
  for (const act of walk) annotating.act(act);
  const back = [annotating.source];
  while (annotating.undo()) back.push(annotating.source);
  const forth = [annotating.source];
  while (forth.length < back.length && annotating.redo()) forth.push(annotating.source);
  return { back, forth, set: annotating.set };
}

const kinds = [
  ...(Object.keys(acts) as (keyof typeof acts)[]),
  'remove',
  'unquote',
  'undo',
  'redo',
] as const;
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  numbers: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
});

describe('a walk of acts', () => {
  const goesBack = (walk: readonly Act[]) => {
    const { back, forth, set } = thereAndBack(walk);
    assert.equal(back.at(-1), undefined, 'taken back to no sidecar at all');
    assert.deepEqual(forth, back.reverse(), 'made again through the same bytes');
    for (const { entity } of set.mentions) assert.ok(set.entities.has(entity));
    for (const { speaker } of set.quotes) {
      assert.ok(speaker?.entity === undefined || set.entities.has(speaker.entity));
    }
  };

  itHolds(
    'can be taken back and made again, byte for byte',
    fc.array(act, { maxLength: 12 }),
    goesBack,
    200,
  );

  itHolds(
    'of 1,000 acts as well',
    fc.array(act, { minLength: 1_000, maxLength: 1_000 }),
    goesBack,
    1,
  );
});
