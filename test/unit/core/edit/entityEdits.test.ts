import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  describeEntities,
  mergeAll,
  mergeEntities,
  moveMentions,
} from '../../../../src/core/edit/entityEdits';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, isEmpty, type Change } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked('⟦Dorn⟧ dice: “⟦No⟧”. ⟦Ines Dorn⟧ ha detto “⟦Sì⟧”. ⟦Dorn⟧.');
const [short, no, full, yes, last] = [
  nth(spans, 0),
  nth(spans, 1),
  nth(spans, 2),
  nth(spans, 3),
  nth(spans, 4),
];
const dorn = entityOf('Dorn', 'organization');
const ines = entityOf('Ines Dorn');
const ofDorn = mentionOf('dorn', text, short);
const ofInes = mentionOf('ines-dorn', text, full);
const saidByWords = quoteOf(text, [no], { speaker: { entity: 'dorn', spans: [short] } });
const saidByNobodyHere = quoteOf(text, [yes], { speaker: { entity: 'dorn' } });
const set = setOf({
  entities: [dorn, ines],
  mentions: [ofDorn, ofInes, mentionOf('dorn', text, last)],
  quotes: [saidByWords, saidByNobodyHere],
});

/** The set after the change, which must be possible to take back. */
function changed(change: Change, before: AnnotationSet = set): AnnotationSet {
  const after = apply(change, before);
  assert.deepEqual(apply(invert(change), after), before);
  return after;
}

describe('describeEntities', () => {
  it('change the name or the type and nothing else', () => {
    const known = { ...ines, extra: { wikidata: 'Q1' } };
    const before = setOf({ entities: [known], mentions: [ofInes] });
    assert.deepEqual(
      changed(describeEntities(before, ['ines-dorn'], { name: 'Ines M. Dorn' }), before),
      setOf({ entities: [{ ...known, name: 'Ines M. Dorn' }], mentions: [ofInes] }),
    );
    assert.deepEqual(
      changed(describeEntities(before, ['ines-dorn'], { type: 'organization' }), before),
      setOf({ entities: [{ ...known, type: 'organization' }], mentions: [ofInes] }),
    );
  });

  it('change nothing where the entity is not there, or is so already', () => {
    assert.ok(isEmpty(describeEntities(set, ['nessuno'], { name: 'Qualcuno' })));
    assert.ok(isEmpty(describeEntities(set, ['dorn'], { type: 'organization' })));
  });

  itHolds('change those that are there, and nothing else', annotatedArticles, ({ set: before }) => {
    const ids = [...before.entities.keys()].filter((_, index) => index % 2 === 0);
    const after = changed(describeEntities(before, [...ids, 'nessuno'], { type: 'nave' }), before);
    const expected = [...before.entities.values()].map((entity) =>
      ids.includes(entity.id) ? { ...entity, type: 'nave' } : entity,
    );
    assert.deepEqual(after, {
      ...before,
      entities: new Map(expected.map((each) => [each.id, each])),
    });
  });
});

describe('mergeEntities', () => {
  it('lets mentions and speakers refer to the other one, whose name and type stay', () => {
    const after = changed(mergeEntities(set, 'dorn', { ...ines, name: 'altro', type: 'work' }));
    assert.deepEqual([...after.entities.values()], [ines]);
    assert.deepEqual(
      after.mentions.map(({ entity }) => entity),
      ['ines-dorn', 'ines-dorn', 'ines-dorn'],
    );
    assert.deepEqual(after.quotes, [
      quoteOf(text, [no], { speaker: { entity: 'ines-dorn', spans: [short] } }),
      quoteOf(text, [yes], { speaker: { entity: 'ines-dorn' } }),
    ]);
  });

  it('brings the other one into an article that does not have it', () => {
    const before = setOf({ entities: [{ ...dorn, extra: { note: 'chi?' } }], mentions: [ofDorn] });
    const after = changed(mergeEntities(before, 'dorn', ines), before);
    assert.deepEqual([...after.entities.values()], [{ ...ines, extra: { note: 'chi?' } }]);
  });

  it('keeps what a person wrote about both; where they differ, about the one that stays', () => {
    const before = setOf({
      entities: [
        { ...dorn, extra: { note: 'ditta', seat: 'Alto' } },
        { ...ines, extra: { note: 'sindaca' } },
      ],
      mentions: [{ ...mentionOf('dorn', text, full), extra: { sure: false } }, ofInes],
    });
    const after = changed(mergeEntities(before, 'dorn', ines), before);
    assert.deepEqual(after.entities.get('ines-dorn')?.extra, { note: 'sindaca', seat: 'Alto' });
    assert.deepEqual(after.mentions, [{ ...ofInes, extra: { sure: false } }]);
  });

  it('gives an entity another id where no other has it, and quotes of an article that does not describe it', () => {
    const renamed = { ...dorn, id: 'dorn-spa', name: 'Dorn SpA' };
    const after = changed(mergeEntities(set, 'dorn', renamed));
    assert.deepEqual([...after.entities.values()], [ines, renamed]);
    const quote = quoteOf(text, [no], { speaker: { entity: 'dorn' } });
    const onlyQuoted = changed(
      mergeEntities(setOf({ quotes: [quote] }), 'dorn', renamed),
      setOf({ quotes: [quote] }),
    );
    assert.deepEqual(
      onlyQuoted,
      setOf({ quotes: [{ ...quote, speaker: { entity: 'dorn-spa' } }] }),
    );
  });

  it('does nothing with itself, or where the entity is not there', () => {
    assert.ok(isEmpty(mergeEntities(set, 'dorn', dorn)));
    assert.ok(isEmpty(mergeEntities(set, 'nessuno', ines)));
  });
});

describe('mergeAll', () => {
  const alba = entityOf('Alba Dorn');

  it('makes one entity of several by one change, with what a person wrote about each', () => {
    const before = setOf({
      entities: [{ ...dorn, extra: { seat: 'Alto' } }, { ...ines, extra: { note: 'x' } }, alba],
      mentions: [ofDorn, ofInes, mentionOf('alba-dorn', text, last)],
      quotes: [saidByWords],
    });
    const after = changed(mergeAll(before, ['dorn', 'ines-dorn', 'alba-dorn'], alba), before);
    assert.deepEqual(
      [...after.entities.values()],
      [{ ...alba, extra: { seat: 'Alto', note: 'x' } }],
    );
    assert.deepEqual([after.mentions.length, after.quotes[0]?.speaker?.entity], [3, 'alba-dorn']);
  });

  it('keeps one mention of words that were of two of them, and what was written about either', () => {
    const before = setOf({
      entities: [dorn, ines],
      mentions: [
        { ...mentionOf('dorn', text, full), extra: { sure: false } },
        { ...ofInes, extra: { by: 'lei' } },
      ],
    });
    const after = changed(mergeAll(before, ['dorn', 'ines-dorn'], alba), before);
    assert.deepEqual(after.mentions, [
      { ...mentionOf('alba-dorn', text, full), extra: { sure: false, by: 'lei' } },
    ]);
  });

  it('does nothing without another one', () => {
    assert.ok(isEmpty(mergeAll(set, [], alba)));
    assert.ok(isEmpty(mergeAll(set, ['alba-dorn', 'nessuno'], alba)));
  });
});

describe('moveMentions', () => {
  const alba = entityOf('Alba Dorn');

  it('splits an entity; speakers that are the words of a mention follow, others do not', () => {
    const after = changed(moveMentions(set, [ofDorn], alba));
    assert.deepEqual([...after.entities.keys()].sort(), ['alba-dorn', 'dorn', 'ines-dorn']);
    assert.deepEqual(
      after.mentions.map(({ entity }) => entity),
      ['alba-dorn', 'ines-dorn', 'dorn'],
    );
    assert.deepEqual(
      after.quotes.map(({ speaker }) => speaker?.entity),
      ['alba-dorn', 'dorn'],
    );
  });

  it('removes the entity whose last mention and speaker it moves', () => {
    const before = setOf({ entities: [dorn, ines], mentions: [ofDorn], quotes: [saidByWords] });
    const after = changed(moveMentions(before, [ofDorn], ines), before);
    assert.deepEqual([...after.entities.keys()], ['ines-dorn']);
  });

  it('does nothing for mentions of the entity itself', () => {
    assert.ok(isEmpty(moveMentions(set, [ofInes], ines)));
  });

  it('leaves one mention where the entity has one of the same words, certain or not', () => {
    const lost = { exact: 'perso' };
    const mentions = [
      { entity: 'dorn', target: { selectors: [lost] } },
      { entity: 'ines-dorn', target: { selectors: [lost] } },
      mentionOf('dorn', text, full),
      ofInes,
    ];
    const before = setOf({ entities: [dorn, ines], mentions });
    const after = changed(moveMentions(before, before.mentions, ines), before);
    assert.deepEqual(after.mentions, [ofInes, nth(mentions, 1)]);
  });
});

/** The ids that are referred to without an entity of that id. */
function dangling({ entities, mentions, quotes }: AnnotationSet): string[] {
  const ids = [
    ...mentions.map(({ entity }) => entity),
    ...quotes.flatMap(({ speaker }) => speaker?.entity ?? []),
  ];
  return [...new Set(ids)].filter((id) => !entities.has(id)).sort();
}

describe('edits of entities', () => {
  itHolds(
    'can be taken back, and leave nothing that refers to nothing',
    fc.tuple(annotatedArticles, fc.nat(), fc.nat(), fc.array(fc.boolean())),
    ([{ set: before }, one, other, chosen]) => {
      const entities = [...before.entities.values()];
      const entity = entities[one % entities.length];
      const into = [...entities, entityOf('Del tutto nuovo')][other % (entities.length + 1)];
      if (!entity || !into) return;
      const mentions = before.mentions.filter((_, i) => chosen[i]);
      for (const change of [
        describeEntities(before, [entity.id], { name: 'Un altro nome' }),
        describeEntities(before, [entity.id], { type: 'work' }),
        mergeEntities(before, entity.id, into),
        moveMentions(before, mentions, into),
      ]) {
        assert.deepEqual(dangling(changed(change, before)), dangling(before));
      }
      const merged = apply(mergeEntities(before, entity.id, into), before);
      assert.equal(merged.entities.has(entity.id), entity.id === into.id);
    },
  );
});
