import assert from 'node:assert/strict';
import {
  attributesOf,
  defaultSchema,
  isAllowed,
  typeWithKey,
} from '../../../../src/core/model/schema';
import { keysOfActs } from '../../../../src/core/schema/keys';

describe('defaultSchema', () => {
  it('has the types and the kinds of quotes that any news text needs', () => {
    assert.deepEqual(
      defaultSchema.types.map(({ id, key }) => [key, id]),
      [
        ['p', 'person'],
        ['o', 'organization'],
        ['l', 'location'],
        ['e', 'event'],
        ['w', 'work'],
        ['t', 'other'],
      ],
    );
    assert.deepEqual(
      defaultSchema.quoteKinds.map(({ id }) => id),
      ['direct', 'mixed', 'indirect'],
    );
  });

  it('gives each type a key of its own, none of them an act', () => {
    const keys = defaultSchema.types.map(({ key }) => key ?? '');
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.match(key, /^[a-z]$/);
    assert.deepEqual(
      keys.filter((key) => keysOfActs.includes(key)),
      [],
    );
  });
});

describe('typeWithKey', () => {
  it('is the type that has the key, and none for a key of no type', () => {
    const keyless = { ...defaultSchema, types: [{ id: 'ship' }, ...defaultSchema.types] };
    assert.equal(typeWithKey(keyless, 'o')?.id, 'organization');
    assert.equal(typeWithKey(keyless, 'z'), undefined);
  });
});

describe('attributesOf', () => {
  const schema = {
    ...defaultSchema,
    attributes: {
      ...defaultSchema.attributes,
      mention: [
        { name: 'metonym', values: 'boolean', types: ['location', 'organization'] },
        { name: 'note', values: 'text' },
      ],
    },
  } as const;
  const names = (type?: string) => attributesOf(schema, 'mention', type).map(({ name }) => name);

  it('are those for every type, and those for this one', () => {
    assert.deepEqual(names('location'), ['metonym', 'note']);
    assert.deepEqual(names('person'), ['note']);
    assert.deepEqual(names(), ['note']);
    assert.deepEqual(attributesOf(schema, 'quote'), []);
  });
});

describe('isAllowed', () => {
  it('knows booleans, text and lists of words', () => {
    const allowed = (values: 'boolean' | 'text' | string[]) =>
      [true, false, 'yes', 'no', '', 1, null, ['yes']].filter((value) =>
        isAllowed({ name: 'x', values }, value),
      );
    assert.deepEqual(allowed('boolean'), [true, false]);
    assert.deepEqual(allowed('text'), ['yes', 'no', '']);
    assert.deepEqual(allowed(['yes', 'maybe']), ['yes']);
  });
});
