import assert from 'node:assert/strict';
import { joining } from '../../../../src/core/entities/joining';
import { entityOf } from '../../../support/builders';

const known = (names: readonly string[], type = 'person') =>
  names.map((name) => ({ entity: entityOf(name, type), forms: [name], mentions: 1 }));

/** What a name of a person becomes where people of these names are known in the article and in the corpus. */
function joined(words: string, article: readonly string[], corpus: readonly string[] = []): string {
  const organizations = known(['Tassoni', 'Malvestri'], 'organization');
  const result = joining(words, 'person', [...known(article), ...organizations], known(corpus));
  return result.kind === 'known' ? result.entity.id : result.kind;
}

describe('joining', () => {
  it('is the entity that has the name, or another spelling of it, or the surname', () => {
    assert.equal(joined('Irene Tassoni', ['Ezio Malvestri', 'Irene Tassoni']), 'irene-tassoni');
    assert.equal(joined('Sergey Lavrov', ['Sergej Lavrov']), 'sergej-lavrov');
    assert.equal(joined('Tassoni', ['Irene Tassoni']), 'irene-tassoni');
    assert.equal(joined('Irene Tassoni', [], ['Irene Tassoni']), 'irene-tassoni');
  });

  it('is one of the article before one of the corpus, how well each may fit', () => {
    assert.equal(joined('Tassoni', ['Irene Tassoni'], ['Tassoni']), 'irene-tassoni');
  });

  it('is asked where several fit as well', () => {
    assert.equal(joined('Malvestri', ['Irene Malvestri', 'Ezio Malvestri']), 'ask');
    assert.equal(joined('Malvestri', [], ['Irene Malvestri', 'Ezio Malvestri']), 'ask');
  });

  it('is asked where a name that comes near may be meant', () => {
    assert.equal(joined('Maria Rossi', ['Mario Rossi']), 'ask');
    assert.equal(joined('Maria Rossi', [], ['Mario Rossi']), 'ask');
    assert.equal(joined('Irene', ['Irene Tassoni']), 'ask');
  });

  it('is new where no name of the type comes near', () => {
    assert.equal(joined('Tassoni', []), 'new');
    assert.equal(joined('Irene Malvestri', ['Ezio Malvestri']), 'new');
    assert.equal(joined('Irene', [], ['Irene Tassoni']), 'new');
  });

  it('is no part of a name that is not a person’s', () => {
    const corea = known(['Corea del Nord'], 'location');
    assert.deepEqual(joining('Corea', 'location', corea, corea), { kind: 'new' });
  });
});
