import assert from 'node:assert/strict';
import { saidBy, saidInMentions, withoutUnused } from '../../../../src/core/edit/references';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Dorn⟧ dice: “⟦No⟧”, e ⟦Alba⟧ “⟦Sì⟧”.');
const [first, no, second, yes] = [nth(spans, 0), nth(spans, 1), nth(spans, 2), nth(spans, 3)];
const ofDorn = mentionOf('dorn', text, first);
const ofAlba = mentionOf('alba', text, second);
const byDorn = quoteOf(text, [no], { speaker: { entity: 'dorn', spans: [first] } });
const byAlba = quoteOf(text, [yes], { speaker: { entity: 'alba' } });
const entities = [entityOf('Dorn'), entityOf('Alba')];
const set = setOf({ entities, mentions: [ofDorn, ofAlba], quotes: [byDorn, byAlba] });

describe('saidInMentions', () => {
  it('gives the quotes whose speaker is the words and the entity of a mention', () => {
    assert.deepEqual(saidInMentions(set, [ofDorn, ofAlba]), [byDorn]);
    assert.deepEqual(saidInMentions(set, [{ ...ofDorn, entity: 'alba' }]), []);
    assert.deepEqual(saidInMentions(set, []), []);
  });
});

describe('saidBy', () => {
  it('changes the entity of the speaker and keeps the words', () => {
    const after = quoteOf(text, [no], { speaker: { entity: 'alba', spans: [first] } });
    assert.deepEqual(saidBy([byDorn], 'alba'), [{ before: byDorn, after }]);
  });
});

describe('withoutUnused', () => {
  it('removes an entity whose mentions and quotes are all gone, and no other', () => {
    assert.deepEqual(withoutUnused(set, [ofDorn]), []);
    assert.deepEqual(withoutUnused(set, [ofDorn], set.quotes.slice(0, 1)), [
      { before: entityOf('Dorn') },
    ]);
    assert.deepEqual(withoutUnused(set, [ofAlba], set.quotes.slice(0, 1)), []);
  });

  it('keeps an entity about which a person wrote something', () => {
    const known = { ...entityOf('Alba'), extra: { note: 'chi?' } };
    const noted = setOf({ entities: [known], mentions: [ofAlba] });
    assert.deepEqual(withoutUnused(noted, [ofAlba]), []);
  });
});

describe('what refers to an entity', () => {
  it('is a speaker only by the very words of the mention', () => {
    const elsewhere = mentionOf('dorn', text, second);
    assert.deepEqual(saidInMentions(set, [elsewhere]), []);
    const lost = { ...ofDorn, target: { selectors: ofDorn.target.selectors } };
    assert.deepEqual(saidInMentions(set, [lost]), []);
  });

  it('is another mention, by other words or without a certain place', () => {
    const lost = { entity: 'alba', target: { selectors: [{ exact: 'Albetta' }] } };
    for (const further of [mentionOf('alba', text, yes), lost]) {
      const more = setOf({ entities, mentions: [ofDorn, ofAlba, further] });
      assert.deepEqual(withoutUnused(more, [ofAlba]), []);
      assert.deepEqual(withoutUnused(more, [ofAlba, further]), [{ before: entityOf('Alba') }]);
    }
  });

  it('is no mention of another entity', () => {
    const alone = setOf({ entities, mentions: [ofDorn, ofAlba] });
    assert.deepEqual(withoutUnused(alone, [ofDorn]), [{ before: entityOf('Dorn') }]);
    assert.deepEqual(withoutUnused(alone, [ofDorn, ofAlba]).length, 2);
  });
});
