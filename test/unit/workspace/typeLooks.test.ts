import assert from 'node:assert/strict';
import { defaultSchema } from '../../../src/core/model/schema';
import { typeLooks } from '../../../src/workspace/typeLooks';

const typesOf = (...ids: string[]) => ({
  ...defaultSchema,
  types: ids.map((id) => ({ id })),
});

describe('typeLooks', () => {
  it('gives each default type a colour and a form of its own', () => {
    const looks = [...typeLooks(defaultSchema).values()];
    assert.equal(new Set(looks.map(({ line }) => line)).size, defaultSchema.types.length);
    assert.equal(new Set(looks.map(({ form }) => form)).size, defaultSchema.types.length);
  });

  it('gives a default type its look wherever it stands in a schema', () => {
    const looks = typeLooks(typesOf('nave', 'person'));
    assert.deepEqual(looks.get('person'), typeLooks(defaultSchema).get('person'));
  });

  it('gives other types the looks that are free, by order', () => {
    const looks = typeLooks(typesOf('nave', 'person', 'porto'));
    assert.equal(looks.get('nave')?.line, 'chiosa.organizationBorder');
    assert.equal(looks.get('porto')?.line, 'chiosa.locationBorder');
  });

  it('begins anew with other forms where there are more types than looks', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `tipo-${i}`);
    const looks = typeLooks(typesOf(...ids));
    assert.equal(looks.get('tipo-6')?.line, looks.get('tipo-0')?.line);
    const seen = [...looks.values()].map(({ line, form }) => `${line} ${form}`);
    assert.equal(new Set(seen).size, 12);
  });

  it('draws with the colour that a type names, and keeps the form', () => {
    const schema = {
      ...defaultSchema,
      types: [
        { id: 'person', color: '#123456' },
        { id: 'nave', color: 'charts.red' },
      ],
    };
    assert.deepEqual(typeLooks(schema).get('person'), { line: '#123456', form: 'solid' });
    assert.equal(typeLooks(schema).get('nave')?.line, 'charts.red');
  });
});
