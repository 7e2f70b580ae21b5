import assert from 'node:assert/strict';
import { readSchema } from '../../../../src/core/schema/read';
import { typeInsertion } from '../../../../src/core/schema/typeInsertion';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';

function withType(source: string, id: string): string | undefined {
  const edit = typeInsertion(source, id);
  if (!edit) return undefined;
  const result = applyEdits(source, [edit]);
  const { schema, problems } = readSchema(result);
  assert.deepEqual(problems, []);
  assert.ok(schema?.types.some((type) => type.id === id));
  return result;
}

describe('typeInsertion', () => {
  it('declares a type behind the others', () => {
    const source = 'types:\n    person: { key: p } # who\n    ship:\n\narticles: [ a ]\n';
    const expected = source.replace('ship:\n', 'ship:\n    "nave, o":\n');
    assert.equal(withType(source, 'nave, o'), expected);
    assert.equal(
      withType(source.replaceAll('\n', '\r\n'), 'nave, o'),
      expected.replaceAll('\n', '\r\n'),
    );
    assert.equal(withType('types:\n  a: {}', 'b'), 'types:\n  a: {}\n  b:');
    assert.equal(withType('types: { a: {} }\n', '船'), 'types: { a: {}, 船: {} }\n');
  });

  it('is none where the defaults hold, or it is declared', () => {
    assert.equal(withType('articles: [ a ]\n', 'b'), undefined);
    assert.equal(withType('types:\n', 'b'), undefined);
    assert.equal(withType('types:\n  b:\n', 'b'), undefined);
  });
});
