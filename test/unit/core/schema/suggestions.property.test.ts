import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quoteKinds } from '../../../../src/core/model/annotation';
import type { Schema } from '../../../../src/core/model/schema';
import { schemaJsonSchema } from '../../../../src/core/schema/shape';
import {
  projectAdditions,
  schemaAdditions,
  suggestionsAt,
  type Suggestion,
} from '../../../../src/core/schema/suggestions';
import { knownKeys, sidecarJsonSchema } from '../../../../src/core/sidecar/shape';
import { yamlCursor } from '../../../../src/core/sidecar/yamlCursor';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import { nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { trapNames } from '../../../support/random';

/** Names that YAML takes for something else where they stand without quotation marks. */
const traps = fc.constantFrom(
  ...new Set([...trapNames, 'person', "l'uomo", '"x"', 'é', '港', '-', '1984']),
);
const lists = fc.uniqueArray(
  traps.filter((name) => name !== '__proto__'),
  { minLength: 1, maxLength: 4 },
);

interface Project {
  readonly schema: Schema;
  readonly ids: readonly string[];
}

const projects: fc.Arbitrary<Project> = fc
  .record({
    types: lists,
    kinds: fc.subarray([...quoteKinds], { minLength: 1 }),
    values: lists,
    ids: lists,
  })
  .map(({ types, kinds, values, ids }) => ({
    ids,
    schema: {
      types: types.map((id) => ({ id, label: `Tipo ${id}` })),
      quoteKinds: kinds.map((id) => ({ id })),
      attributes: {
        entity: [{ name: 'desk', values }],
        mention: [{ name: 'metonym', values: 'boolean' }],
        quote: [{ name: 'stance', values }],
        article: [{ name: 'note', values: 'text' }],
      },
    },
  }));

const format = sidecarJsonSchema();

/** What is offered where a source ends. */
function offered(source: string, { schema, ids }: Project): Suggestion[] {
  const cursor = yamlCursor(source, source.length);
  assert.ok(cursor, source);
  const entities = ids.map((id) => ({ id, name: id }));
  return suggestionsAt(cursor, [projectAdditions(schema, entities), format]);
}

/** What the values that are offered at the end of a source say when they stand there. */
function meant(source: string, project: Project, end = ''): unknown[] {
  return offered(source, project).map(({ yaml }) => {
    const { errors } = parseYaml(`${source}${yaml}${end}`);
    assert.deepEqual(errors, [], `${source}${yaml}`);
    let value: unknown = parseYaml(`${source}${yaml}${end}`).toJS();
    while (typeof value === 'object' && value !== null) value = Object.values(value).at(-1);
    return value;
  });
}

describe('what is suggested in any project', () => {
  itHolds('is read again as the type, kind or entity that is meant', projects, (project) => {
    const { schema, ids } = project;
    const types = schema.types.map(({ id }) => id);
    assert.deepEqual(meant('entities:\n  a:\n    type: ', project), types);
    assert.deepEqual(meant('entities:\n  a: { name: A, type: ', project, ' }'), types);
    assert.deepEqual(
      meant('quotes:\n  - kind: direct\n    speaker: { entity: ', project, ' }'),
      ids,
    );
    const kinds = meant('quotes:\r\n  - kind: ', project);
    for (const { id } of schema.quoteKinds) assert.ok(kinds.includes(id));
  });

  itHolds('is the values of its attributes, those that are no words too', projects, (project) => {
    const values = project.schema.attributes.entity[0]?.values;
    assert.deepEqual(meant('entities:\n  a:\n    desk: ', project), values);
    assert.deepEqual(meant('quotes:\n  - { stance: ', project, ' }'), values);
    const booleans = meant('entities:\n  a:\n    mentions:\n      - metonym: ', project);
    assert.deepEqual(booleans, [true, false]);
    assert.deepEqual(offered('article:\n  note: ', project), []);
  });

  itHolds('is the same, whatever the id of the entity around it', projects, (project) => {
    const keys = offered('entities:\n  a:\n    ', project).map(({ yaml }) => yaml);
    assert.ok(keys.includes('desk') && keys.includes('name'));
    for (const id of project.ids) {
      const source = `entities:\n  ${JSON.stringify(id)}:\n    `;
      assert.deepEqual(
        offered(source, project).map(({ yaml }) => yaml),
        keys,
        source,
      );
    }
  });

  itHolds('is described by the label of the type', projects, (project) => {
    for (const [index, each] of offered('entities:\n  a: { type: ', project).entries()) {
      assert.equal(each.description, nth(project.schema.types, index).label);
      assert.equal(each.isKey, false);
    }
  });

  itHolds('is nothing twice, and keys where keys stand', projects, (project) => {
    for (const source of [
      '',
      'article:\n  ',
      'entities:\n  a:\n    ',
      'quotes:\n  - ',
      'quotes:\n  - { ',
    ]) {
      const all = offered(source, project);
      assert.equal(new Set(all.map(({ yaml }) => yaml)).size, all.length, source);
      assert.ok(all.length > 0 && all.every(({ isKey }) => isKey), source);
    }
  });
});

describe('the keys that are suggested in a sidecar', () => {
  const bare: Project = {
    ids: [],
    schema: {
      types: [],
      quoteKinds: [],
      attributes: { entity: [], mention: [], quote: [], article: [] },
    },
  };
  const keys = (source: string) => new Set(offered(source, bare).map(({ yaml }) => yaml));

  /** What only a merge writes is offered to nobody. */
  const byHand = (known: readonly string[]) => new Set(known.filter((key) => key !== 'conflict'));

  it('are those that the format knows there', () => {
    assert.deepEqual(keys(''), byHand(knownKeys.sidecar));
    assert.deepEqual(keys('article:\n  '), byHand(knownKeys.article));
    assert.deepEqual(keys('entities:\n  a:\n    '), byHand(knownKeys.entity));
    assert.deepEqual(keys('quotes:\n  - '), byHand(knownKeys.quote));
    assert.deepEqual(keys('quotes:\n  - content:\n      - { '), new Set(knownKeys.selector));
    assert.deepEqual(keys('quotes:\n- speaker:\n    '), byHand(knownKeys.speaker));
  });

  it('are those of the braces that are open, behind words with an apostrophe too', () => {
    const before = 'entities:\n  a:\n    mentions:\n      - ';
    assert.deepEqual(keys(`${before}{ exact: 'A, b', `), keys(`${before}{ `));
    assert.deepEqual(keys(`${before}{ exact: l'anno, `), keys(`${before}{ `));
    assert.deepEqual(keys(`${before}{ exact: gli anni '80, `), keys(`${before}{ `));
    assert.deepEqual(keys(`${before}{ exact: 'l''anno', `), keys(`${before}{ `));
  });

  it('are none in a comment, behind an apostrophe too', () => {
    for (const line of ['# ', 'article: # ', "article: # c'è ", "entities: # l'anno 'b "]) {
      assert.equal(yamlCursor(line, line.length), undefined, line);
    }
    const name = "entities:\n  a:\n    name: l'anno # c'è ";
    assert.equal(yamlCursor(name, name.length), undefined);
  });
});

describe('what is suggested in a schema', () => {
  itHolds('is any of its types, as they are read again', lists, (ids) => {
    const schema = {
      types: ids.map((id) => ({ id })),
      quoteKinds: [],
      attributes: { entity: [], mention: [], quote: [], article: [] },
    };
    const path = ['attributes', 'mention', 'x', 'types', '-'];
    const all = suggestionsAt({ path, isValue: false }, [
      schemaAdditions(schema),
      schemaJsonSchema(),
    ]);
    assert.deepEqual(
      all.map(({ yaml }) => parseYaml(yaml).toJS() as unknown),
      ids,
    );
  });
});
