import assert from 'node:assert/strict';
import fs from 'node:fs';
import { readSchema } from '../../../src/core/schema/read';
import { keysOfActs } from '../../../src/core/schema/keys';
import { attributesOf, attributeOwners } from '../../../src/core/model/schema';

const doc = fs.readFileSync('docs/schema.md', 'utf8');

describe('docs/schema.md', () => {
  const yaml = /^```yaml\n([^]*?)^```$/m.exec(doc)?.[1] ?? '';

  it('has an example that reads without a problem, with all of its parts', () => {
    const { schema, problems } = readSchema(yaml);
    assert.deepEqual(problems, []);
    assert.ok(schema);
    assert.deepEqual(
      schema.types.map(({ id, key }) => `${id} ${key ?? ''}`),
      ['person p', 'organization o', 'location l', 'ship v'],
    );
    assert.equal(schema.types[1]?.label, 'Body');
    assert.deepEqual(
      schema.quoteKinds.map(({ id }) => id),
      ['direct', 'indirect'],
    );
    assert.deepEqual(
      attributeOwners.map((owner) => attributesOf(schema, owner, 'location')[0]?.name),
      ['wikidata', 'metonym', 'stance', 'desk'],
    );
    assert.equal(schema.articles?.length, 1);
  });

  it('names the keys of acts', () => {
    assert.ok(doc.includes(`\`${keysOfActs.join(' ')}\``));
  });
});
