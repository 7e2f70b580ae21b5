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

describe('who goes on speaking', () => {
  /** Between two quotes, of which Bani says the first, somebody or something else is mentioned. */
  const after = (
    other: ReturnType<typeof entityOf>,
    source = '«⟦Sì⟧», dice a ⟦Neri⟧. «⟦No⟧», aggiunge.',
  ) => {
    const { text, spans } = marked(source);
    const set = setOf({
      entities: [entityOf('Bani'), other],
      mentions: [mentionOf(other.id, text, nth(spans, 1))],
      quotes: [quoteOf(text, [nth(spans, 0)], { speaker: { entity: 'bani' } })],
    });
    return speakerGoingOn(set, text, nth(spans, 2).start);
  };

  it('is nobody certain where somebody else is mentioned meanwhile, a person or an organization', () => {
    assert.equal(after(entityOf('Neri', 'person')), undefined);
    assert.equal(after(entityOf('Neri', 'organization')), undefined);
  });

  it('is the same where only a place or a work is', () => {
    assert.equal(after(entityOf('Neri', 'location')), 'bani');
    assert.equal(after(entityOf('Neri', 'work')), 'bani');
  });

  it('is the same where others are mentioned before, within or behind', () => {
    const neri = entityOf('Neri');
    assert.equal(after(neri, '«⟦Sì, ⟦Neri⟧⟧», dice. «⟦No⟧», aggiunge.'), 'bani');
    const { text, spans } = marked('⟦Neri⟧ tace. «⟦Sì⟧», dice. «⟦No⟧», aggiunge ⟦Neri⟧.');
    const [first, yes, no, last] = [0, 1, 2, 3].map((i) => nth(spans, i));
    assert.ok(first && yes && no && last);
    const set = setOf({
      entities: [entityOf('Bani'), neri],
      mentions: [mentionOf('neri', text, first), mentionOf('neri', text, last)],
      quotes: [quoteOf(text, [yes], { speaker: { entity: 'bani' } })],
    });
    assert.equal(speakerGoingOn(set, text, no.start), 'bani');
  });

  it('is nobody where the quote before is nobody’s, or where there is none', () => {
    const { text, spans } = marked('«⟦Sì⟧», dice. «⟦No⟧», aggiunge.');
    const [yes, no] = [nth(spans, 0), nth(spans, 1)];
    assert.equal(
      speakerGoingOn(setOf({ quotes: [quoteOf(text, [yes])] }), text, no.start),
      undefined,
    );
    assert.equal(speakerGoingOn(setOf({}), text, no.start), undefined);
    const lost = {
      ...quoteOf(text, [yes], { speaker: { entity: 'bani' } }),
      content: { selectors: [] },
    };
    assert.equal(speakerGoingOn(setOf({ quotes: [lost] }), text, no.start), undefined);
  });
});

describe('the entity of a phrase', () => {
  const entities = [entityOf('Irene Tassoni'), entityOf('Ugo Tassoni'), entityOf('Sergej Ferri')];
  const found = (source: string, ...mentioned: readonly string[]) => {
    const { text, spans } = marked(source);
    const [phrase, name, ...places] = spans;
    assert.ok(phrase && name);
    const mentions = places.flatMap((span, i) => mentionOf(mentioned[i] ?? '', text, span));
    const set = setOf({ entities, mentions });
    return entityOfPhrase(set, text, { ...phrase, name, isPronoun: false });
  };

  it('is the only one of that name, in whatever spelling', () => {
    assert.equal(found('⟦la sindaca ⟦Irene Tassoni⟧⟧ tace'), 'irene-tassoni');
    assert.equal(found('⟦il capitano ⟦Sergey Ferri⟧⟧ tace'), 'sergej-ferri');
    assert.equal(found('⟦il capitano ⟦FERRI⟧⟧ tace'), 'sergej-ferri');
  });

  it('is nobody where two have the surname, or nobody has it', () => {
    assert.equal(found('⟦il cugino ⟦Tassoni⟧⟧ tace'), undefined);
    assert.equal(found('⟦il cugino ⟦Bani⟧⟧ tace'), undefined);
  });

  it('is that of a mention at its end, whatever the name says', () => {
    assert.equal(found('⟦il cugino ⟦⟦Tassoni⟧⟧⟧ tace', 'ugo-tassoni'), 'ugo-tassoni');
  });
});
