import assert from 'node:assert/strict';
import { setArticleField, setAttribute } from '../../../../src/core/edit/attributeEdits';
import {
  describeEntities,
  mergeEntities,
  moveMentions,
} from '../../../../src/core/edit/entityEdits';
import { annotateMentions } from '../../../../src/core/edit/mentionEdits';
import { extendQuote, setCue, setQuoteKind } from '../../../../src/core/edit/quoteEdits';
import {
  conflictsOf,
  decisionsFor,
  keeperOf,
  type OpenConflict,
} from '../../../../src/core/merge/openConflicts';
import { apply, invert, type Change } from '../../../../src/core/model/change';
import type { Conflict } from '../../../../src/core/model/conflict';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf, entityOf, readSet, setOf } from '../../../support/builders';

const article = articleOf('Ada dice: «Non ora».\n');
const source = `chiosa: 1
article:
  status: done
  conflict: { theirs: { status: draft } }
entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: Ada, conflict: { theirs: { entity: bea } } }
    conflict: { theirs: removed }
  bea:
    name: Bea
    type: person
quotes:
  - kind: direct
    content:
      - { exact: Non ora }
    cue: { exact: dice, conflict: { ours: removed } }
    speaker: { entity: ada, conflict: { theirs: { entity: bea } } }
    conflict: { theirs: { content: [ { exact: Non } ] } }
conflict: { theirs: { x: 1 } }
`;
const set = readSet(source, article);

describe('conflictsOf', () => {
  it('has all that is undecided, of whatever it is', () => {
    assert.deepEqual(
      conflictsOf(set).map(({ owner }) => owner),
      ['article', 'entity', 'mention', 'quote', 'cue', 'speaker', 'further'],
    );
    assert.deepEqual(conflictsOf(setOf({})), []);
  });
});

describe('what is undecided', () => {
  const { text } = article.text;
  const [mention] = set.mentions;
  const [quote] = set.quotes;
  const [entity] = set.entities.values();
  assert.ok(mention && quote && entity);
  const said = { start: text.indexOf('Non'), end: text.indexOf('»') };
  const dora = entityOf('Dora');

  const acts: Readonly<Record<string, Change>> = {
    'a further mention': annotateMentions(set, text, [said], dora),
    'another name of its entity': describeEntities(set, ['ada'], { name: 'Ada P.' }),
    'another id of its entity': mergeEntities(set, 'ada', { ...entity, id: 'ada-p' }),
    'another entity of its mention': moveMentions(set, [mention], dora),
    'the end of what it would be in the other version': mergeEntities(set, 'bea', dora),
    'an attribute of its mention': setAttribute({ owner: 'mention', item: mention }, 'nota', 'x'),
    'an attribute of its quote': setAttribute({ owner: 'quote', item: quote }, 'nota', 'x'),
    'another kind of its quote': setQuoteKind(quote, 'mixed'),
    'another cue of its quote': setCue(text, quote, [said]),
    'another content of its quote': extendQuote(text, quote, [{ start: 0, end: said.end }]),
    'a field of its article': setArticleField(set.article, 'title', 'Titolo'),
  };
  for (const [what, change] of Object.entries(acts)) {
    it(`stays through ${what}`, () => {
      const after = apply(change, set);
      assert.equal(conflictsOf(after).length, 7);
      const written = writeSidecar(after, article, { source });
      assert.equal(conflictsOf(readSet(written, article)).length, 7, written);
      assert.deepEqual(conflictsOf(apply(invert(change), after)), conflictsOf(set));
    });
  }

  it('stays when the sidecar is written for another text', () => {
    const other = articleOf('Ieri Ada dice: «Non ora».\n');
    const read = readSidecar(`text: ${article.identity.id()}\n${source}`, other, defaultSchema);
    const { textId = '' } = read;
    const written = writeSidecar(read.set, other, { source, textId });
    assert.equal(conflictsOf(readSet(written, other)).length, 7);
    assert.match(written, new RegExp(`content: \\[ { exact: Non, text: ${textId} } \\]`));
  });
});

describe('decisionsFor', () => {
  const decisions = (owner: OpenConflict['owner'], all = set) => {
    const open = conflictsOf(all).find((each) => each.owner === owner);
    return open && decisionsFor(all, open);
  };

  it('are those for one of the sides', () => {
    for (const owner of ['article', 'entity', 'mention', 'cue', 'speaker', 'further'] as const) {
      assert.deepEqual(decisions(owner), ['ours', 'theirs'], owner);
    }
  });

  it('are for both where the versions are of other words', () => {
    assert.deepEqual(decisions('quote'), ['ours', 'theirs', 'both']);
    const moved = readSet(
      source.replace(
        '{ theirs: { entity: bea } } }\n    conflict',
        '{ theirs: { exact: Non } } }\n    conflict',
      ),
      article,
    );
    assert.deepEqual(decisions('mention', moved), ['ours', 'theirs', 'both']);
  });

  it('are only for ours where nothing describes the entity of theirs', () => {
    const { mentions } = set;
    assert.deepEqual(decisions('mention', setOf({ entities: [entityOf('Ada')], mentions })), [
      'ours',
    ]);
  });
});

describe('keeperOf', () => {
  it('is the side that has not removed it', () => {
    const cases: readonly [Conflict, string][] = [
      [{ theirs: 'removed' }, 'ours'],
      [{ ours: 'removed' }, 'theirs'],
    ];
    for (const [conflict, side] of cases) assert.equal(keeperOf(conflict), side);
  });
});
