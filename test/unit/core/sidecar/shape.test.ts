import assert from 'node:assert/strict';
import { knownKeys, sidecarJsonSchema, sidecarShape } from '../../../../src/core/sidecar/shape';
import { assertGolden, goldenTimeout } from '../../../support/golden';
import { fits } from '../../../support/jsonSchema';

const selector = { exact: 'Rossi' };
const pieces = { spans: [{ exact: 'Anna' }, { exact: 'Rossi', prefix: ' ' }] };
const id = 'a'.repeat(40);
const quote = { kind: 'direct', content: [selector] };
const entity = { name: 'Rossi', type: 'person' };
const withMention = (mention: unknown) => ({ entities: { a: { ...entity, mentions: [mention] } } });
const withSpeaker = (speaker: unknown) => ({ quotes: [{ ...quote, speaker }] });

const undecided = (conflict: unknown) => withMention({ ...selector, conflict });

/** Sidecars without their version that fit the format. */
const good: Record<string, object> = {
  'nothing else': {},
  'another version of a mention': undecided({ theirs: { entity: 'b', exact: 'Anna', note: null } }),
  'another version in pieces': undecided({ theirs: pieces }),
  'a version that is undecided itself': undecided({
    theirs: { entity: 'b', conflict: { theirs: { entity: 'c' } } },
  }),
  'what theirs has removed': undecided({ theirs: 'removed' }),
  'what ours has removed': { quotes: [{ ...quote, conflict: { ours: 'removed' } }] },
  'a field that the other version does not have': {
    article: { conflict: { theirs: { title: null } } },
  },
  'another version of keys at the top': { conflict: { theirs: { x: [1] } } },
  'a text': { text: id },
  'a text in SHA-256': { text: 'f'.repeat(64) },
  'an empty article': { article: {} },
  'all fields': {
    article: {
      title: '',
      outlet: 'x',
      published: '2025-07-12',
      language: 'it',
      status: 'done',
      labels: ['cronaca', 'città'],
    },
  },
  'a time of publication': { article: { published: '2025-07-12T10:00:00+02:00' } },
  'no entities': { entities: {}, quotes: [] },
  'an entity without mentions': { entities: { 'è-qui': entity } },
  'an entity with no mentions': { entities: { a: { ...entity, mentions: [] } } },
  'a mention': withMention(selector),
  'a mention with all its keys': withMention({
    ...selector,
    prefix: '',
    suffix: ' x',
    occurrence: 2,
    text: id,
  }),
  'a mention in pieces': withMention(pieces),
  'a quote': { quotes: [quote] },
  'a cue': { quotes: [{ ...quote, cue: selector }] },
  'a cue in pieces': { quotes: [{ ...quote, cue: pieces }] },
  'a speaker that is an entity': withSpeaker({ entity: 'a' }),
  'a speaker that is words': withSpeaker(selector),
  'a speaker that is both': withSpeaker({ entity: 'a', ...selector }),
  'a speaker that is both, in pieces': withSpeaker({ entity: 'a', ...pieces }),
  'further keys everywhere': {
    x: [1],
    article: { x: null },
    entities: {
      a: {
        ...entity,
        x: {},
        mentions: [
          { ...selector, x: 1 },
          { ...pieces, x: 1 },
        ],
      },
    },
    quotes: [
      {
        ...quote,
        x: 1,
        content: [{ ...selector, x: 1 }],
        cue: { ...selector, x: 1 },
        speaker: { entity: 'a', x: 1 },
      },
    ],
  },
};

/** Sidecars that do not fit. */
const bad: Record<string, object> = {
  'a conflict without a side': undecided({}),
  'a conflict with two sides': undecided({ theirs: {}, ours: 'removed' }),
  'a version of ours': undecided({ ours: { entity: 'b' } }),
  'a version that is nothing': undecided({ theirs: null }),
  'a version with a wrong entity': undecided({ theirs: { entity: 5 } }),
  'a version with a wrong conflict': undecided({ theirs: { conflict: 'x' } }),
  'a version with an unknown kind': { quotes: [{ ...quote, conflict: { theirs: { kind: 'x' } } }] },
  'a text that is no id': { text: 'HEAD' },
  'a text in capitals': { text: 'A'.repeat(40) },
  'a text that is a number': { text: 123 },
  'an article that is a list': { article: [] },
  'a title that is a number': { article: { title: 2025 } },
  'a date in words': { article: { published: '12 luglio 2025' } },
  'labels that are no list': { article: { labels: 'cronaca' } },
  'an empty label': { article: { labels: [''] } },
  'an unknown status': { article: { status: 'finished' } },
  'entities in a list': { entities: [entity] },
  'entities that are nothing': { entities: null },
  'an entity without name': { entities: { a: { type: 'person' } } },
  'an entity without type': { entities: { a: { name: 'Rossi' } } },
  'an empty name': { entities: { a: { ...entity, name: '' } } },
  'an entity that is words': { entities: { a: 'Rossi' } },
  'mentions that are no list': { entities: { a: { ...entity, mentions: selector } } },
  'a mention that is words': withMention('Rossi'),
  'a mention without words': withMention({ prefix: 'il ' }),
  'a mention with empty words': withMention({ exact: '' }),
  'a mention in no pieces': withMention({ spans: [] }),
  'a mention with a bad piece': withMention({ spans: [selector, {}] }),
  'a mention in one piece and in several': withMention({ ...selector, ...pieces }),
  'a mention in pieces with a prefix': withMention({ ...pieces, prefix: 'x' }),
  'an occurrence of 0': withMention({ ...selector, occurrence: 0 }),
  'an occurrence of 1.5': withMention({ ...selector, occurrence: 1.5 }),
  'an occurrence in words': withMention({ ...selector, occurrence: '2' }),
  'a prefix that is nothing': withMention({ ...selector, prefix: null }),
  'quotes that are no list': { quotes: { a: quote } },
  'an unknown kind': { quotes: [{ ...quote, kind: 'sung' }] },
  'a quote without kind': { quotes: [{ content: [selector] }] },
  'a quote without content': { quotes: [{ kind: 'direct' }] },
  'a quote with empty content': { quotes: [{ ...quote, content: [] }] },
  'content that is no list': { quotes: [{ ...quote, content: selector }] },
  'a cue that is words': { quotes: [{ ...quote, cue: 'ha detto' }] },
  'a cue without words': { quotes: [{ ...quote, cue: {} }] },
  'a speaker that is words alone': withSpeaker('Rossi'),
  'a speaker that is nobody': withSpeaker({}),
  'a speaker whose entity is a number': withSpeaker({ entity: 5 }),
  'a speaker whose entity is empty': withSpeaker({ entity: '' }),
  'a speaker whose words are a number': withSpeaker({ entity: 'a', exact: 5 }),
  'a speaker with a prefix of nothing': withSpeaker({ entity: 'a', prefix: 'x' }),
  'a speaker in one piece and in several': withSpeaker({ ...selector, ...pieces }),
};

describe('sidecarShape', () => {
  for (const [what, sidecar] of Object.entries(good)) {
    it(`takes ${what}, and changes nothing`, () => {
      const result = sidecarShape.safeParse({ chiosa: 1, ...sidecar });
      assert.deepEqual(result.error?.issues ?? [], []);
      assert.deepEqual(result.data, { chiosa: 1, ...sidecar });
    });
  }

  for (const [what, sidecar] of Object.entries(bad)) {
    it(`does not take ${what}`, () => {
      assert.ok(!sidecarShape.safeParse({ chiosa: 1, ...sidecar }).success);
    });
  }

  for (const version of [undefined, 2, 0, '1', null]) {
    it(`does not take the version ${String(version)}`, () => {
      assert.ok(!sidecarShape.safeParse({ chiosa: version }).success);
    });
  }
});

describe('sidecarJsonSchema', () => {
  const schema = sidecarJsonSchema();

  it('takes what sidecarShape takes', () => {
    for (const [what, sidecar] of Object.entries(good)) {
      assert.ok(fits({ chiosa: 1, ...sidecar }, schema), what);
    }
  });

  it('does not take what sidecarShape does not', () => {
    for (const [what, sidecar] of Object.entries(bad)) {
      assert.ok(!fits({ chiosa: 1, ...sidecar }, schema), what);
    }
    for (const other of [{}, { chiosa: 2 }, { chiosa: '1' }, [], 'x', null]) {
      assert.ok(!fits(other, schema), JSON.stringify(other));
    }
  });

  it('is media/sidecar.schema.json (UPDATE_GOLDEN=1 writes it)', function () {
    this.timeout(goldenTimeout);
    assertGolden(schema, 'media', 'sidecar.schema.json');
  });
});

describe('knownKeys', () => {
  it('are those of the specification', () => {
    assert.deepEqual(knownKeys.sidecar, [
      'chiosa',
      'text',
      'article',
      'entities',
      'quotes',
      'conflict',
    ]);
    assert.deepEqual(knownKeys.article, [
      'title',
      'outlet',
      'published',
      'language',
      'status',
      'labels',
      'conflict',
    ]);
    assert.deepEqual(knownKeys.entity, ['name', 'type', 'mentions', 'conflict']);
    assert.deepEqual(knownKeys.quote, ['kind', 'content', 'cue', 'speaker', 'conflict']);
    assert.deepEqual(knownKeys.selector, ['exact', 'prefix', 'suffix', 'occurrence', 'text']);
    assert.deepEqual(knownKeys.target, [...knownKeys.selector, 'spans', 'conflict']);
    assert.deepEqual(knownKeys.speaker, [...knownKeys.selector, 'spans', 'entity', 'conflict']);
  });
});
