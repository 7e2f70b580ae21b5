import assert from 'node:assert/strict';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSchema } from '../../../../src/core/schema/read';
import { schemaTemplate } from '../../../../src/core/schema/template';

describe('schemaTemplate', () => {
  it('changes nothing as it is', () => {
    assert.deepEqual(readSchema(schemaTemplate()), { schema: defaultSchema, problems: [] });
  });

  it('says the defaults, with examples of attributes, once its “# ” are gone', () => {
    const { schema, problems } = readSchema(schemaTemplate().replace(/^# (?!What)/gm, ''));
    assert.deepEqual(problems, []);
    assert.deepEqual(schema?.types, defaultSchema.types);
    assert.deepEqual(schema.quoteKinds, defaultSchema.quoteKinds);
    assert.equal(schema.attributes.mention[0]?.name, 'metonym');
    assert.equal(schema.articles?.length, 1);
  });

  it('changes nothing in another language either, however long its sentences are', () => {
    const template = schemaTemplate((english) => `${english} ${'parole '.repeat(40)}`);
    assert.match(template, /^## The kinds of quotes that are told apart\. parole /m);
    assert.deepEqual(readSchema(template), { schema: defaultSchema, problems: [] });
    for (const line of template.split('\n')) assert.ok(line.length <= 105, line);
  });
});
