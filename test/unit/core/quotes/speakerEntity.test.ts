import assert from 'node:assert/strict';
import { entityOfPhrase, speakerGoingOn } from '../../../../src/core/quotes/speakerEntity';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

// More of `entityOfPhrase` is tested with the attributions that it serves.
describe('entityOfPhrase', () => {
  it('is a mention at its end that stands right behind another one', () => {
    const { text, spans } = marked('⟦il portavoce del ⟦Molo⟧ ⟦Ugo Bani⟧⟧ tace.');
    const [phrase, molo, bani] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
    const mentions = [mentionOf('molo', text, molo), mentionOf('ugo-bani', text, bani)];
    const set = setOf({ entities: [entityOf('Molo'), entityOf('Ugo Bani')], mentions });
    const described = { ...phrase, name: undefined, isPronoun: false };
    assert.equal(entityOfPhrase(set, text, described), 'ugo-bani');
    const toMolo = { ...described, end: molo.end };
    assert.equal(entityOfPhrase(set, text, toMolo), undefined);
  });
});

describe('speakerGoingOn', () => {
  const goingOn = (source: string, mentioned: string) => {
    const { text, spans } = marked(source);
    const set = setOf({
      entities: [entityOf('Bani'), entityOf('Neri')],
      mentions: spans.slice(2).map((span) => mentionOf(mentioned, text, span)),
      quotes: [quoteOf(text, [nth(spans, 0)], { speaker: { entity: 'bani' } })],
    });
    return speakerGoingOn(set, text, nth(spans, 1).start);
  };
  const [before, later] = ['«⟦Sì⟧», dice.', '«⟦No⟧», aggiunge.'];

  it('is that of the quote before', () => {
    assert.equal(goingOn(`${before}\n\n${later}`, 'bani'), 'bani');
  });

  it('is nobody where paragraphs or others stand between', () => {
    assert.equal(goingOn(`${before}\n\nPiove.\n\n${later}`, 'bani'), undefined);
    const source = `«⟦Sì⟧», dice a Neri. ${later}`;
    const { text, spans } = marked(source);
    const at = text.indexOf('Neri');
    const set = setOf({
      entities: [entityOf('Bani'), entityOf('Neri')],
      mentions: [mentionOf('neri', text, { start: at, end: at + 4 })],
      quotes: [quoteOf(text, [nth(spans, 0)], { speaker: { entity: 'bani' } })],
    });
    assert.equal(speakerGoingOn(set, text, nth(spans, 1).start), undefined);
  });
});
