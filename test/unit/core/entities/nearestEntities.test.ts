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

describe('the nearest entities', () => {
  it('are by their distance, whichever end of the words they are near', () => {
    const { text: words, spans: at } = marked(
      '⟦la ministra⟧, ⟦Elena⟧ e, molto più in là nella frase, ⟦Carla⟧ con ⟦Dario⟧.',
    );
    const [subject, elena, carla, dario] = [0, 1, 2, 3].map((i) => nth(at, i));
    assert.ok(subject && elena && carla && dario);
    const three = setOf({
      entities: ['Dario', 'Carla', 'Elena'].map((name) => entityOf(name)),
      mentions: [
        mentionOf('dario', words, dario),
        mentionOf('carla', words, carla),
        mentionOf('elena', words, elena),
      ],
    });
    assert.deepEqual(nearestEntities(three, words, subject), ['elena', 'carla', 'dario']);
    assert.deepEqual(nearestEntities(three, words, { start: words.length, end: words.length }), [
      ...['dario', 'carla', 'elena'],
    ]);
  });

  it('stand before the words also where they touch them', () => {
    const { text: words, spans: at } = marked('⟦普京⟧⟦总统⟧说⟦习近平⟧');
    const [before, title, behind] = [0, 1, 2].map((i) => nth(at, i));
    assert.ok(before && title && behind);
    const two = setOf({
      entities: [entityOf('习近平'), entityOf('普京')],
      mentions: [mentionOf('普京', words, before), mentionOf('习近平', words, behind)],
    });
    assert.deepEqual(nearestEntities(two, words, title), ['普京', '习近平']);
  });

  it('come before those without a certain place', () => {
    const lost = { entity: 'gino', target: { selectors: [{ exact: 'Gino' }] } };
    const one = setOf({
      entities: [entityOf('Gino'), entityOf('Franco')],
      mentions: [lost, mentionOf('franco', text, nth(spans, 7))],
    });
    assert.deepEqual(nearestEntities(one, text, nominal), ['franco', 'gino']);
  });
});
