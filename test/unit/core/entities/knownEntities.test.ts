import assert from 'node:assert/strict';
import { knownEntities } from '../../../../src/core/entities/knownEntities';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Tassoni⟧ e ⟦la sindaca⟧: ⟦Tassoni⟧, ⟦Irene⟧ anzi ⟦Tassoni⟧.');
const set = setOf({
  entities: [entityOf('Irene Tassoni'), entityOf('Verdi')],
  mentions: [
    ...[0, 1, 2].map((i) => mentionOf('irene-tassoni', text, nth(spans, i))),
    mentionOf('irene-tassoni', text, nth(spans, 3), nth(spans, 4)),
    mentionOf('nobody', text, nth(spans, 4)),
  ],
});

describe('knownEntities', () => {
  it('are known by their names and by the words of their mentions in one piece', () => {
    assert.deepEqual(knownEntities(set), [
      {
        entity: entityOf('Irene Tassoni'),
        forms: ['Irene Tassoni', 'Tassoni', 'la sindaca'],
        mentions: 4,
      },
      { entity: entityOf('Verdi'), forms: ['Verdi'], mentions: 0 },
    ]);
  });

  it('are found once for each set', () => {
    assert.equal(knownEntities(set), knownEntities(set));
  });
});

describe('what is known of an entity', () => {
  it('is the very same while its mentions are, and another once they are not', () => {
    const before = knownEntities(set);
    const further = { ...set, quotes: [] };
    assert.equal(knownEntities(further)[0], before[0]);
    const fewer = setOf({
      entities: [...set.entities.values()],
      mentions: set.mentions.filter(({ target }) => target.selectors[0]?.exact !== 'la sindaca'),
    });
    assert.deepEqual(knownEntities(fewer)[0]?.forms, ['Irene Tassoni', 'Tassoni']);
    assert.equal(knownEntities(fewer)[0]?.mentions, 3);
    assert.equal(knownEntities(set)[0]?.mentions, 4, 'the set before is as it was');
  });

  it('has the words of mentions without a certain place too', () => {
    const lost = { entity: 'verdi', target: { selectors: [{ exact: 'il Verdi' }] } };
    const unplaced = setOf({ entities: [entityOf('Verdi')], mentions: [lost] });
    assert.deepEqual(knownEntities(unplaced)[0]?.forms, ['Verdi', 'il Verdi']);
  });
});
