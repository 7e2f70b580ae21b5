import assert from 'node:assert/strict';
import { typePlaces } from '../../../../src/core/schema/typePlaces';

describe('typePlaces', () => {
  it('are where types are declared, and where attributes name them', () => {
    const source = [
      'types: # 🌊',
      '  ship: { key: v }',
      '  "città di mare":',
      'attributes:',
      '  mention:',
      '    metonym: { values: boolean, types: [ ship, "città di mare" ] }',
      '    note: text',
      '  quote: { ship: text }',
    ];
    const places = typePlaces(source.join('\r\n'));
    assert.deepEqual(
      places.map(({ id, range: { start, end } }) => [
        id,
        source[start.line]?.slice(start.column, end.column),
        start.line,
      ]),
      [
        ['ship', 'ship', 1],
        ['città di mare', '"città di mare"', 2],
        ['ship', 'ship', 5],
        ['città di mare', '"città di mare"', 5],
      ],
    );
  });

  it('are none where there are no types, or the schema cannot be read', () => {
    assert.deepEqual(typePlaces(''), []);
    assert.deepEqual(typePlaces('types: [ ship ]'), []);
  });
});
