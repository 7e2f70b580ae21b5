import assert from 'node:assert/strict';
import { partnersAt } from '../../../../src/features/decorations/partners';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  '⟦⟦Ada⟧ Rossi⟧ ⟦dice⟧: «⟦Con ⟦Bo⟧ no, “⟦mai⟧”⟧», poi «⟦forse⟧». ⟦Ada⟧ tace.',
);
const [full, first, cue, content, bo, inner, second, again] = Array.from({ length: 8 }, (_, i) =>
  nth(spans, i),
);
assert.ok(full && first && cue && content && bo && inner && second && again);
const set = setOf({
  entities: [entityOf('Ada'), entityOf('Bo'), entityOf('Rossi')],
  mentions: [
    mentionOf('rossi', text, full),
    mentionOf('ada', text, first),
    mentionOf('bo', text, bo),
    mentionOf('ada', text, again),
  ],
  quotes: [
    quoteOf(text, [content, second], { cue: [cue], speaker: { entity: 'ada', spans: [first] } }),
    quoteOf(text, [inner]),
  ],
});
const all = { start: 0, end: text.length };
const wordsAt = (place: string, stretch = all) =>
  partnersAt(set, text.indexOf(place) + 1, stretch).spans.map(({ start, end }) =>
    text.slice(start, end),
  );

describe('partnersAt', () => {
  it('are all mentions of the entity of the innermost mention, and parts of the quote it speaks', () => {
    assert.equal(partnersAt(set, 1, all).entity, 'ada');
    assert.deepEqual(wordsAt('Ada Rossi'), ['Ada', 'dice', 'Con Bo no, “mai”', 'forse', 'Ada']);
  });

  it('are speaker, cue and further pieces of a quote', () => {
    assert.deepEqual(wordsAt('no, “'), ['Ada', 'dice', 'forse']);
    assert.deepEqual(wordsAt('forse'), ['Ada', 'dice', 'Con Bo no, “mai”']);
  });

  it('are those of the innermost quote', () => {
    assert.deepEqual(wordsAt('mai'), []);
  });

  it('are only in the stretch, and none where there is no annotation', () => {
    assert.deepEqual(wordsAt('Ada tace', again), ['Ada']);
    assert.deepEqual(partnersAt(set, text.length, all), { spans: [] });
  });
});
