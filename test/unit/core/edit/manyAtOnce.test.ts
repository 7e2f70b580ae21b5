import assert from 'node:assert/strict';
import { mergeAll } from '../../../../src/core/edit/entityEdits';
import { removeParts } from '../../../../src/core/edit/placeEdits';
import { setSpeakers } from '../../../../src/core/edit/speakerEdits';
import { targetFor } from '../../../../src/core/edit/target';
import type { Quote } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, isEmpty, type Change } from '../../../../src/core/model/change';
import { contentPart, mentionPart, type AnnotationPart } from '../../../../src/core/model/parts';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth, only } from '../../../support/marked';

const { text, spans } = marked(
  '⟦Rene\u0301e⟧ 😀 «⟦Non c’è⟧», ⟦dice⟧ ⟦محمد⟧; ⟦海港局⟧: «⟦Sì⟧ — ⟦forse⟧».\n⟦Renée⟧.',
);
const [renee, no, cue, arab, port, yes, maybe, later] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
  nth(spans, i),
);
assert.ok(renee && no && cue && arab && port && yes && maybe && later);
const entities = [
  entityOf('Renée', 'person', 'renee'),
  entityOf('محمد', 'person', 'mohamed'),
  entityOf('海港局', 'organization', 'port'),
];
const other = entityOf('Del tutto nuovo', 'person', 'nuovo');
/** A thing and one that says the same. */
const twin = <T>(item: T) => [item, structuredClone(item)];
const lost = (exact: string) => ({ selectors: [{ exact }] });

/** The set after the change, which must be possible to take back. */
function changed(change: Change, before: AnnotationSet): AnnotationSet {
  const after = apply(change, before);
  assert.deepEqual(apply(invert(change), after), before);
  return after;
}

describe('several entities merged into one', () => {
  const ids = ['renee', 'mohamed', 'port'];
  const mentions = [
    mentionOf('renee', text, renee),
    mentionOf('mohamed', text, arab),
    mentionOf('port', text, port),
    mentionOf('renee', text, later),
  ];

  it('keep the words of all their mentions, whatever the script', () => {
    const before = setOf({ entities, mentions });
    const after = changed(mergeAll(before, ids, other), before);
    assert.deepEqual([...after.entities.values()], [other]);
    assert.deepEqual(
      after.mentions,
      mentions.map((mention) => ({ ...mention, entity: 'nuovo' })),
    );
  });

  it('keep one mention of words that all of them had, the pieces of a mention counting as one', () => {
    const pieces = ids.map((id) => mentionOf(id, text, yes, maybe));
    const before = setOf({ entities, mentions: [...pieces, mentionOf('port', text, yes)] });
    const after = changed(mergeAll(before, ids, other), before);
    assert.deepEqual(after.mentions, [
      mentionOf('nuovo', text, yes, maybe),
      mentionOf('nuovo', text, yes),
    ]);
  });

  it('keep two mentions that only begin or only end at the same place', () => {
    const [shorter, longer] = [
      { start: yes.start, end: yes.end },
      { start: yes.start, end: maybe.end },
    ];
    const before = setOf({
      entities,
      mentions: [
        mentionOf('renee', text, shorter),
        mentionOf('mohamed', text, longer),
        mentionOf('port', text, maybe),
      ],
    });
    assert.equal(changed(mergeAll(before, ids, other), before).mentions.length, 3);
  });

  it('keep one of several mentions without a place that are written alike', () => {
    const before = setOf({
      entities,
      mentions: [
        { entity: 'renee', target: lost('é') },
        { entity: 'mohamed', target: lost('é') },
        { entity: 'port', target: lost('e\u0301') },
      ],
    });
    const after = changed(mergeAll(before, ids, other), before);
    assert.deepEqual(
      after.mentions.map(({ target }) => nth(target.selectors, 0).exact),
      ['e\u0301', 'é'],
      'what is written in other code points may be elsewhere',
    );
  });

  it('are the one among them that they are merged into, with what is written about it first', () => {
    const noted = entities.map((entity) => ({ ...entity, extra: { note: entity.id } }));
    const before = setOf({ entities: noted, mentions });
    const after = changed(mergeAll(before, ids, nth(entities, 1)), before);
    assert.deepEqual([...after.entities.values()], [noted[1]]);
    assert.ok(after.mentions.every(({ entity }) => entity === 'mohamed'));
  });

  it('give what is written about the first of them where the new one says nothing', () => {
    const noted = entities.map((entity) => ({
      ...entity,
      extra: { [entity.id]: 1, note: entity.id },
    }));
    const before = setOf({ entities: noted });
    const after = changed(mergeAll(before, ids, other), before);
    assert.deepEqual(after.entities.get('nuovo')?.extra, {
      renee: 1,
      mohamed: 1,
      port: 1,
      note: 'renee',
    });
  });

  it('are named once, however often they are asked for', () => {
    const before = setOf({ entities, mentions });
    assert.deepEqual(
      mergeAll(before, ['renee', 'renee', 'nessuno'], other),
      mergeAll(before, ['renee'], other),
    );
  });

  it('say their quotes, those too of ones whom the article does not describe', () => {
    const quotes = [
      quoteOf(text, [no], { speaker: { entity: 'mohamed', spans: [arab] } }),
      quoteOf(text, [yes, maybe], { speaker: { entity: 'altrove' } }),
    ];
    const before = setOf({ entities, quotes });
    const after = changed(mergeAll(before, ['mohamed', 'altrove'], nth(entities, 0)), before);
    assert.deepEqual(
      after.quotes.map(({ speaker }) => speaker?.entity),
      ['renee', 'renee'],
    );
    assert.deepEqual(nth(after.quotes, 0).speaker?.target, targetFor(text, [arab]));
    const undescribed = setOf({ quotes: quotes.slice(1) });
    const renamed = changed(mergeAll(undescribed, ['altrove'], other), undescribed);
    assert.equal(renamed.entities.size, 0, 'it describes the new one no more than the old one');
    assert.equal(only(renamed.quotes).speaker?.entity, 'nuovo');
  });
});

describe('several parts removed', () => {
  const quote = quoteOf(text, [no], {
    cue: [cue],
    speaker: { entity: 'mohamed', spans: [arab] },
  });
  const mention = mentionOf('mohamed', text, arab);
  const set = setOf({ entities, mentions: [mention], quotes: [quote] });
  const cuePart: AnnotationPart = { role: 'cue', quote, target: targetFor(text, [cue]) };
  const words: AnnotationPart = { role: 'speaker', quote, target: targetFor(text, [arab]) };

  it('are nothing where none are named', () => {
    assert.ok(isEmpty(removeParts(set, [])));
  });

  it('take the whole quote where its content is among them, in whatever order they are named', () => {
    const parts = [cuePart, contentPart(quote), words];
    for (const named of [parts, [...parts].reverse(), [...parts, ...parts]]) {
      assert.deepEqual(changed(removeParts(set, named), set).quotes, []);
    }
  });

  it('take the cue and the words of a speaker in whatever order they are named', () => {
    for (const named of [
      [cuePart, words],
      [words, cuePart],
    ]) {
      const after = changed(removeParts(set, named), set);
      assert.deepEqual(after.quotes, [quoteOf(text, [no], { speaker: { entity: 'mohamed' } })]);
      assert.deepEqual(after.mentions, [mention]);
    }
  });

  it('are each one of two that say the same', () => {
    const twice = setOf({ entities, mentions: twin(mention), quotes: twin(quote) });
    const one = changed(removeParts(twice, [mentionPart(mention), contentPart(quote)]), twice);
    assert.deepEqual([one.mentions.length, one.quotes.length], [1, 1]);
    assert.ok(one.entities.has('mohamed'), 'the other mention needs it');
    const all = [...twice.mentions.map(mentionPart), ...twice.quotes.map(contentPart)];
    const none = changed(removeParts(twice, all), twice);
    assert.deepEqual([none.mentions, none.quotes], [[], []]);
  });

  it('take an entity with the last of its mentions, and none about which something is written', () => {
    const noted = { ...nth(entities, 0), extra: { note: 'chi?' } };
    const before = setOf({
      entities: [noted, ...entities.slice(1)],
      mentions: [mentionOf('renee', text, renee), mentionOf('port', text, port)],
    });
    const after = changed(removeParts(before, before.mentions.map(mentionPart)), before);
    assert.deepEqual([...after.entities.keys()], ['renee', 'mohamed'], 'mohamed had none at all');
  });
});

describe('several quotes given a speaker', () => {
  const byWords: Quote = {
    ...quoteOf(text, [no], { speaker: { spans: [arab] } }),
    speaker: { target: targetFor(text, [arab]), extra: { sure: false } },
  };
  const byNobody = quoteOf(text, [yes, maybe], { kind: 'mixed' });
  const set = setOf({ entities, quotes: [byWords, byNobody] });
  const mohamed = nth(entities, 1);

  it('are none where none are named, and the entity is not added', () => {
    assert.ok(isEmpty(setSpeakers(set, [], other)));
    assert.ok(isEmpty(setSpeakers(setOf({}), [byNobody], other)));
  });

  it('keep the words of whom nobody knew, with what a person wrote about them', () => {
    const after = changed(setSpeakers(set, set.quotes, mohamed), set);
    assert.deepEqual(
      after.quotes.map(({ speaker }) => speaker),
      [{ ...byWords.speaker, entity: 'mohamed' }, { entity: 'mohamed' }],
    );
  });

  it('lose the words that meant somebody else', () => {
    const named = apply(setSpeakers(set, set.quotes, mohamed), set);
    const after = changed(setSpeakers(named, named.quotes, other), named);
    assert.deepEqual(
      after.quotes.map(({ speaker }) => speaker),
      [{ entity: 'nuovo' }, { entity: 'nuovo' }],
    );
    assert.deepEqual(after.entities.get('nuovo'), other);
    assert.ok(after.entities.has('mohamed'), 'whom the article describes on its own account');
  });

  it('are found by what they say, of two alike as many as are named', () => {
    const twice = setOf({ entities, quotes: twin(byNobody) });
    const count = (quotes: readonly Quote[]) =>
      changed(setSpeakers(twice, structuredClone(quotes), mohamed), twice).quotes.filter(
        ({ speaker }) => speaker?.entity === 'mohamed',
      ).length;
    assert.equal(count([byNobody]), 1);
    assert.equal(count([byNobody, byNobody]), 2);
    assert.equal(count([byNobody, byNobody, byNobody]), 2);
  });

  it('keep kind, cue and further keys', () => {
    const full = { ...quoteOf(text, [no], { cue: [cue] }), extra: { nota: '😀' } };
    const before = setOf({ entities, quotes: [full] });
    const after = changed(setSpeakers(before, [full], lost('la folla')), before);
    assert.deepEqual(only(after.quotes), { ...full, speaker: { target: lost('la folla') } });
  });
});
