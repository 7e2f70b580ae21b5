import assert from 'node:assert/strict';
import { defaultSchema, type Schema } from '../../../../src/core/model/schema';
import { schemaJsonSchema } from '../../../../src/core/schema/shape';
import {
  descriptionAt,
  projectAdditions,
  schemaAdditions,
  suggestionsAt,
} from '../../../../src/core/schema/suggestions';
import { sidecarJsonSchema } from '../../../../src/core/sidecar/shape';

const schema: Schema = {
  types: [
    { id: 'person', key: 'p' },
    { id: 'sì', label: 'Nave', description: 'Galleggia', key: 'v' },
    { id: '1984' },
  ],
  quoteKinds: [{ id: 'direct', label: 'Diretta' }],
  attributes: {
    entity: [{ name: 'wikidata', values: 'text', description: 'Un id' }],
    mention: [{ name: 'metonym', values: 'boolean' }],
    quote: [{ name: 'stance', values: ['for', 'no'] }],
    article: [{ name: 'desk', values: ['city'] }],
  },
};
const inSidecar = [
  projectAdditions(schema, [{ id: 'ada', name: 'Ada Perrin' }]),
  sidecarJsonSchema(),
];
const inSchema = [schemaAdditions(schema), schemaJsonSchema()];

function suggested(path: string, isValue: boolean, schemas = inSidecar): string[] {
  const steps = path === '' ? [] : path.split('.');
  return suggestionsAt({ path: steps, isValue }, schemas).map(({ yaml }) => yaml);
}

describe('suggestionsAt', () => {
  it('offers the keys of the format', () => {
    assert.deepEqual(suggested('', false), ['article', 'entities', 'quotes', 'chiosa', 'text']);
    assert.deepEqual(suggested('', false, inSchema), [
      'types',
      'attributes',
      'quoteKinds',
      'articles',
    ]);
    assert.deepEqual(suggested('quoteKinds.direct', false, inSchema), ['label', 'description']);
    assert.deepEqual(suggested('nothing.of.this', false), []);
  });

  it('offers values of the format', () => {
    assert.deepEqual(suggested('article.status', true), ['draft', 'reviewed', 'done']);
    assert.deepEqual(suggested('chiosa', true), ['1']);
    assert.deepEqual(suggested('attributes.quote.x', true, inSchema), ['boolean', 'text']);
    assert.deepEqual(suggested('article.title', true), []);
  });

  it('offers what the project declares, as YAML, with its descriptions', () => {
    assert.deepEqual(suggested('entities.a.type', true), ['person', 'sì', '"1984"']);
    assert.deepEqual(suggested('quotes.-.speaker.entity', true), ['ada']);
    assert.deepEqual(suggested('quotes.-.stance', true), ['for', '"no"']);
    assert.deepEqual(suggested('entities.a.mentions.-.metonym', true), ['true', 'false']);
    assert.ok(suggested('entities.a', false).includes('wikidata'));
    assert.ok(suggested('entities.a.mentions.-', false).includes('metonym'));
    assert.ok(suggested('article', false).includes('desk'));
    const types = { path: ['entities', 'a', 'type'], isValue: true };
    assert.equal(suggestionsAt(types, inSidecar)[1]?.description, 'Nave: Galleggia');
  });

  it('describes a key by the format where the project says nothing of it', () => {
    const entities = suggestionsAt({ path: [], isValue: false }, inSidecar).find(
      ({ yaml }) => yaml === 'entities',
    );
    assert.match(entities?.description ?? '', /^The entities/);
  });

  it('offers in a schema what it declares itself', () => {
    assert.deepEqual(suggested('attributes.mention.x.types.-', false, inSchema), [
      'person',
      'sì',
      '"1984"',
    ]);
    const keys = suggested('types.boat.key', true, inSchema);
    assert.ok(keys.includes('i') && !keys.includes('b') && !keys.includes('v'));
  });

  it('offers no key that does not go together with others', () => {
    assert.deepEqual(suggested('quotes.-.cue', false).sort(), [
      'exact',
      'occurrence',
      'prefix',
      'spans',
      'suffix',
      'text',
    ]);
  });

  it('says which keys hold lists and mappings', () => {
    const holding = (path: string) =>
      suggestionsAt({ path: path === '' ? [] : path.split('.'), isValue: false }, inSidecar)
        .filter(({ holds }) => holds !== undefined)
        .map(({ yaml, holds }) => `${yaml}: ${String(holds)}`)
        .sort();
    assert.deepEqual(holding(''), ['article: mapping', 'entities: mapping', 'quotes: list']);
    assert.deepEqual(holding('quotes.-'), ['content: list', 'cue: mapping', 'speaker: mapping']);
    assert.deepEqual(holding('entities.a'), ['mentions: list']);
    assert.deepEqual(holding('article'), ['labels: list']);
    assert.deepEqual(holding('quotes.-.content.-'), []);
  });

  it('offers nothing twice', () => {
    const all = suggested('quotes.-', false);
    assert.equal(new Set(all).size, all.length);
  });
});

describe('descriptionAt', () => {
  it('is what a key means, by the project or by the format', () => {
    assert.equal(descriptionAt(['entities', 'a', 'wikidata'], inSidecar), 'Un id');
    assert.match(descriptionAt(['quotes', '-', 'cue'], inSidecar) ?? '', /introduce/);
    assert.match(descriptionAt(['types', 'x', 'key'], inSchema) ?? '', /single key/);
    assert.equal(descriptionAt(['x'], inSidecar), undefined);
  });
});

describe('projectAdditions', () => {
  it('are the defaults where the project says nothing', () => {
    const [type] = suggestionsAt({ path: ['entities', 'a', 'type'], isValue: true }, [
      projectAdditions(defaultSchema, []),
    ]);
    assert.deepEqual(type, { yaml: 'person', isKey: false });
  });
});
