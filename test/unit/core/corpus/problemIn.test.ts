import assert from 'node:assert/strict';
import { problemMessage } from '../../../../src/core/check/messages';
import { problem, startOfFile } from '../../../../src/core/check/problem';
import { problemIn } from '../../../../src/core/corpus/consistency';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { entityOf } from '../../../support/builders';

/** A corpus of one article that describes an entity. */
function corpusOfOne(): Corpus {
  const corpus = new Corpus();
  const entity = entityOf('Irene Tassoni', 'person', 't');
  corpus.put('a', {
    fields: {},
    entities: [{ entity, forms: [entity.name], mentions: 1 }],
    quotes: [],
  });
  return corpus;
}

describe('problemIn', () => {
  const unknown = problem('unknown-entity', startOfFile, { entity: 't' });

  it('takes it lightly that a sidecar does not describe what another one does', () => {
    const known = problemIn(corpusOfOne(), unknown);
    assert.equal(known.code, 'entity-elsewhere');
    assert.equal(
      problemMessage(known),
      'Other articles describe the entity “t”, “Irene Tassoni”; this sidecar does not.',
    );
  });

  it('leaves all other problems as they are', () => {
    const corpus = corpusOfOne();
    const type = problem('unknown-type', startOfFile, { entity: 't', type: 'nave', types: '' });
    assert.equal(problemIn(corpus, type), type);
    assert.equal(problemIn(new Corpus(), unknown), unknown);
  });
});
