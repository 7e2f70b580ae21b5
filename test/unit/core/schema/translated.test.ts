import assert from 'node:assert/strict';
import { translated } from '../../../../src/core/schema/translated';

describe('translated', () => {
  it('translates titles and descriptions at any depth, and nothing else', () => {
    const schema = {
      title: 'One',
      type: 'object',
      properties: {
        title: { type: 'string', description: 'Two' },
        description: { enum: ['title', 'description'] },
        list: { anyOf: [{ description: 'Three' }] },
      },
      required: ['title'],
    };
    assert.deepEqual(
      translated(schema, (english) => `${english}!`),
      {
        title: 'One!',
        type: 'object',
        properties: {
          title: { type: 'string', description: 'Two!' },
          description: { enum: ['title', 'description'] },
          list: { anyOf: [{ description: 'Three!' }] },
        },
        required: ['title'],
      },
    );
    assert.equal(schema.title, 'One');
  });
});
