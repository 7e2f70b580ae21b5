import assert from 'node:assert/strict';
import { matchSets } from '../../../../src/core/diff/matching';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';

describe('matchSets', () => {
  it('finds each annotation again, both ways, though its entity has another id', () => {
    const { text, spans } = markedArticle(
      'La sindaca ⟦Irene Tassoni⟧ dice: «⟦Non prima di marzo⟧».',
    );
    const [name, words] = spans;
    assert.ok(name && words);
    const [before, after] = ['Irene Tassoni', 'Tassoni'].map((each) => {
      const entity = entityOf(each);
      return setOf({
        entities: [entity],
        mentions: [mentionOf(entity.id, text, name)],
        quotes: [quoteOf(text, [words])],
      });
    });
    assert.ok(before && after);
    const { idNow, mentions, quotes } = matchSets(before, after);
    assert.equal(idNow('irene-tassoni'), 'tassoni');
    const [mention, mentionNow] = [before.mentions[0], after.mentions[0]];
    const [quote, quoteNow] = [before.quotes[0], after.quotes[0]];
    assert.ok(mention && mentionNow && quote && quoteNow);
    assert.equal(mentions.secondOf(mention), mentionNow);
    assert.equal(mentions.firstOf(mentionNow), mention);
    assert.equal(quotes.firstOf(quoteNow), quote);
  });
});
