import assert from 'node:assert/strict';
import { knownSchemaKeys, schemaJsonSchema, schemaShape } from '../../../../src/core/schema/shape';
import { assertGolden, goldenTimeout } from '../../../support/golden';
import { fits } from '../../../support/jsonSchema';

const good: Record<string, object> = {
  nothing: {},
  'a type without anything': { types: { ship: null } },
  'a type with everything': {
    types: {
      nave: {
        label: 'Nave',
        key: 'v',
        color: '#2F6fde',
        description: 'Una nave',
        examples: ['Andrea Doria'],
      },
      'città di mare': { color: 'charts.red', key: '7' },
    },
  },
  'some kinds of quotes': { quoteKinds: { direct: null, indirect: { label: 'Indiretta' } } },
  'short attributes': {
    attributes: {
      entity: { wikidata: 'text' },
      mention: { metonym: 'boolean' },
      quote: { stance: ['for', 'against'] },
      article: { desk: ['city', 'sports'] },
    },
  },
  'attributes in full': {
    attributes: {
      mention: {
        metonym: { values: 'boolean', types: ['location'], description: 'Rome for Italy' },
      },
      quote: { stance: { values: ['for'] } },
    },
  },
  articles: { articles: ['**/*.txt'] },
  'further keys': {
    x: 1,
    types: { ship: { x: 1 } },
    attributes: { quote: { a: { values: 'text', x: 1 } } },
  },
};

const bad: Record<string, object> = {
  'types in a list': { types: ['person'] },
  'a type that is words': { types: { ship: 'a ship' } },
  'a key of two letters': { types: { ship: { key: 'sh' } } },
  'a key in capitals': { types: { ship: { key: 'S' } } },
  'a key that is a number': { types: { ship: { key: 7 } } },
  'a colour by its name': { types: { ship: { color: 'red' } } },
  'a short colour': { types: { ship: { color: '#f00' } } },
  'an empty label': { types: { ship: { label: '' } } },
  'examples that are words': { types: { ship: { examples: 'Andrea Doria' } } },
  'attributes that are a list': { attributes: { mention: ['metonym'] } },
  'an attribute of another sort of values': { attributes: { mention: { metonym: 'bool' } } },
  'an attribute without values': { attributes: { mention: { metonym: {} } } },
  'an attribute with no values': { attributes: { mention: { metonym: [] } } },
  'values that are numbers': { attributes: { quote: { stance: [1, 2] } } },
  'types that are words': { attributes: { mention: { x: { values: 'text', types: 'person' } } } },
  'articles that are words': { articles: '*.txt' },
};

describe('schemaShape', () => {
  for (const [what, schema] of Object.entries(good)) {
    it(`takes ${what}, and changes nothing`, () => {
      const result = schemaShape.safeParse(schema);
      assert.deepEqual(result.error?.issues ?? [], []);
      assert.deepEqual(result.data, schema);
    });
  }
  for (const [what, schema] of Object.entries(bad)) {
    it(`does not take ${what}`, () => {
      assert.ok(!schemaShape.safeParse(schema).success);
    });
  }

  it('does not take no types at all', () => {
    assert.ok(!schemaShape.safeParse({ types: {} }).success);
  });
});

describe('schemaJsonSchema', () => {
  const schema = schemaJsonSchema();

  it('takes what schemaShape takes, and nothing else', () => {
    for (const [what, each] of Object.entries(good)) assert.ok(fits(each, schema), what);
    for (const [what, each] of Object.entries(bad)) assert.ok(!fits(each, schema), what);
  });

  it('is media/project.schema.json (UPDATE_GOLDEN=1 writes it)', function () {
    this.timeout(goldenTimeout);
    assertGolden(schema, 'media', 'project.schema.json');
  });
});

describe('knownSchemaKeys', () => {
  it('are those of the specification', () => {
    assert.deepEqual(knownSchemaKeys.schema, ['types', 'quoteKinds', 'attributes', 'articles']);
    assert.deepEqual(knownSchemaKeys.type, ['label', 'key', 'color', 'description', 'examples']);
    assert.deepEqual(knownSchemaKeys.attribute, ['values', 'description']);
    assert.deepEqual(knownSchemaKeys.typedAttribute, ['values', 'description', 'types']);
  });
});
