import assert from 'node:assert/strict';
import { setSpeakers } from '../../../../src/core/edit/speakerEdits';
import { targetFor } from '../../../../src/core/edit/target';
import { apply, isEmpty } from '../../../../src/core/model/change';
import { entityOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('“⟦Il ponte⟧”, ⟦ha detto⟧ ⟦la ministra ⟦Rossi⟧⟧, “⟦resta chiuso⟧”.');
const [start, cue, speaker, name, end] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
assert.ok(start && cue && speaker && name && end);
const quote = quoteOf(text, [start, end]);

describe('setSpeakers', () => {
  const rossi = entityOf('Rossi', 'person', 'rossi');
  const verdi = entityOf('Verdi', 'person', 'verdi');
  const byRossi = quoteOf(text, [start], { speaker: { entity: 'rossi', spans: [name] } });
  const byWords = quoteOf(text, [end], { speaker: { spans: [speaker] } });
  const set = setOf({ entities: [rossi], quotes: [byRossi, byWords] });

  it('has quotes said by an entity that is added, and keeps words that nobody was known by', () => {
    const after = apply(setSpeakers(set, structuredClone(set.quotes), verdi), set);
    assert.ok(after.entities.has('verdi'));
    assert.deepEqual(
      after.quotes.map((each) => each.speaker),
      [{ entity: 'verdi' }, { entity: 'verdi', target: targetFor(text, [speaker]) }],
    );
  });

  it('changes nothing of quotes that the entity says already, or that are there no more', () => {
    assert.ok(isEmpty(setSpeakers(set, [byRossi], rossi)));
    assert.ok(isEmpty(setSpeakers(set, [quote], verdi)));
  });

  it('has them said by words of the text, or by nobody', () => {
    const words = targetFor(text, [cue]);
    const after = apply(setSpeakers(set, [byRossi], words), set);
    assert.deepEqual(nth(after.quotes, 0).speaker, { target: words });
    const unsaid = apply(setSpeakers(set, set.quotes, undefined), set);
    assert.ok(unsaid.quotes.every((each) => each.speaker === undefined));
    assert.deepEqual([...unsaid.entities.keys()], ['rossi']);
  });
});
