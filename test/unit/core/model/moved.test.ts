import assert from 'node:assert/strict';
import { moved } from '../../../../src/core/model/moved';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';

const text = 'Anna disse: «Sì, vengo». Bruno no.';
const [anna, bruno, said] = [
  { start: 0, end: 4 },
  { start: 25, end: 30 },
  { start: 13, end: 22 },
];
const set = setOf({
  entities: [entityOf('Anna'), entityOf('Bruno')],
  mentions: [mentionOf('anna', text, anna), mentionOf('bruno', text, bruno)],
  quotes: [
    quoteOf(text, [said], {
      cue: [{ start: 5, end: 10 }],
      speaker: { entity: 'anna', spans: [anna] },
    }),
  ],
});

describe('moved', () => {
  it('moves what stands behind an edit, and leaves the very objects before it', () => {
    const { set: now } = moved(set, [{ span: { start: 23, end: 23 }, length: 4 }]);
    assert.equal(now.mentions[0], set.mentions[0]);
    assert.equal(now.quotes[0], set.quotes[0]);
    assert.deepEqual(now.mentions[1]?.target.spans, [{ start: 29, end: 34 }]);
  });

  it('follows edits one after the other, in all parts of a quote', () => {
    const { set: now } = moved(set, [
      { span: { start: 0, end: 0 }, length: 2 },
      { span: { start: 7, end: 7 }, length: 1 },
    ]);
    const [quote] = now.quotes;
    assert.deepEqual(quote?.speaker?.target?.spans, [{ start: 2, end: 6 }]);
    assert.deepEqual(quote.cue?.target.spans, [{ start: 8, end: 13 }]);
    assert.deepEqual(quote.content.spans, [{ start: 16, end: 25 }]);
  });

  it('has no place for what is gone, and puts it behind all others', () => {
    const { set: now } = moved(set, [{ span: { start: 0, end: 5 }, length: 0 }]);
    assert.deepEqual(
      now.mentions.map(({ entity, target }) => [entity, target.spans?.[0]?.start]),
      [
        ['bruno', 20],
        ['anna', undefined],
      ],
    );
    assert.equal(now.mentions[1]?.target.selectors[0]?.exact, 'Anna');
  });

  it('says whether anything was edited within an annotation, or all have been shifted at most', () => {
    const isIntact = (start: number, end: number, length: number) =>
      moved(set, [{ span: { start, end }, length }]).isIntact;
    assert.equal(isIntact(0, 0, 3), true, 'words before the first');
    assert.equal(isIntact(4, 4, 3), true, 'words behind Anna');
    assert.equal(isIntact(2, 2, 1), false, 'words in Anna');
    assert.equal(isIntact(26, 27, 1), false, 'a letter of Bruno, replaced by another');
    assert.equal(isIntact(16, 16, 1), false, 'words in the quote');
  });
});
