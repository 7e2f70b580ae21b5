import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownEntities } from '../../../../src/core/entities/knownEntities';
import { readEntities } from '../../../../src/core/sidecar/readEntities';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf, entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';

describe('readEntities', () => {
  it('gives what the set of the sidecar knows', () => {
    const { text, spans } = marked('⟦Tassoni⟧, ⟦la sindaca⟧, e ⟦Irene⟧ anzi ⟦Tassoni⟧.\n');
    const set = setOf({
      entities: [entityOf('Ente Porti', 'organization'), entityOf('Irene Tassoni')],
      mentions: [
        mentionOf('irene-tassoni', text, nth(spans, 0)),
        mentionOf('irene-tassoni', text, nth(spans, 1)),
        mentionOf('irene-tassoni', text, nth(spans, 2), nth(spans, 3)),
      ],
    });
    assert.deepEqual(readEntities(writeSidecar(set, articleOf(text))), knownEntities(set));
  });

  it('reads what it can of a broken one', () => {
    const source =
      'chiosa: 1\nentities:\n  a: { name: A, type: person }\n  b: { name: 3 }\n  c: [\n';
    assert.deepEqual(
      readEntities(source).map(({ entity }) => entity.id),
      ['a'],
    );
    assert.deepEqual(readEntities(''), []);
  });

  itHolds('never throws', fc.string(), (source) => {
    readEntities(source);
  });
});
