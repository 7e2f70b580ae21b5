import assert from 'node:assert/strict';
import { nearestEntities } from '../../../../src/core/entities/nearestEntities';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  [
    'Ieri ⟦Anna⟧ e ⟦Bruno⟧.',
    '⟦Carla⟧ chiama ⟦Dario⟧, poi ⟦la ministra⟧ parla con ⟦Elena⟧ e ⟦Carla⟧.',
    'Torna ⟦Franco⟧.',
  ].join('\n'),
);
const names = ['Anna', 'Bruno', 'Carla', 'Dario', '', 'Elena', 'Carla', 'Franco'];
const nominal = nth(spans, 4);
const set = setOf({
  entities: ['Gino', 'Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Franco'].map((name) =>
    entityOf(name),
  ),
  mentions: [
    ...names.flatMap((name, i) =>
      name === '' ? [] : [mentionOf(name.toLowerCase(), text, nth(spans, i))],
    ),
  ],
});

describe('nearestEntities', () => {
  it('are those of the paragraph before, then behind, then others before and behind, each once', () => {
    assert.deepEqual(nearestEntities(set, text, nominal), [
      ...['dario', 'carla', 'elena'],
      ...['bruno', 'anna', 'franco', 'gino'],
    ]);
  });

  it('do not count what is mentioned by the words themselves before the others', () => {
    const own = setOf({
      entities: [...set.entities.values()],
      mentions: [...set.mentions, mentionOf('gino', text, nominal)],
    });
    assert.equal(nearestEntities(own, text, nominal).at(-1), 'gino');
  });
});
