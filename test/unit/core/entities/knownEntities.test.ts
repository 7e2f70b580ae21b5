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
