import assert from 'node:assert/strict';
import { annotateMentions } from '../../../../src/core/edit/mentionEdits';
import { annotateQuote } from '../../../../src/core/edit/quoteEdits';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { apply, invert } from '../../../../src/core/model/change';
import { proposeAttribution } from '../../../../src/core/quotes/attribution';
import { entityOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

/** The speaker of the first marked span, annotated as a quote, once the second is annotated as Tassoni. */
function speakerAfter(source: string): string | undefined {
  const { text, spans } = marked(source);
  const [content, name] = [nth(spans, 0), nth(spans, 1)];
  const quote = annotateQuote(
    emptySet,
    text,
    [content],
    proposeAttribution(emptySet, text, [content]),
  );
  const quoted = apply(quote, emptySet);
  assert.equal(quoted.quotes[0]?.speaker?.entity, undefined);
  const change = annotateMentions(quoted, text, [name], entityOf('Irene Tassoni'));
  const named = apply(change, quoted);
  assert.deepEqual(apply(invert(change), named), quoted);
  return named.quotes[0]?.speaker?.entity;
}

describe('namedSpeakers', () => {
  it('are those whose words are annotated as a name after the quote', () => {
    assert.equal(speakerAfter('«⟦Il ponte è chiuso⟧», ha detto ⟦Irene Tassoni⟧.'), 'irene-tassoni');
    assert.equal(
      speakerAfter('«⟦Il ponte è chiuso⟧», ha detto la sindaca ⟦Irene Tassoni⟧.'),
      'irene-tassoni',
    );
  });

  it('keep their words and what a person wrote beside them', () => {
    const { text, spans } = marked('«⟦Il ponte è chiuso⟧», ha detto ⟦Irene Tassoni⟧ in aula.');
    const [content, name] = [nth(spans, 0), nth(spans, 1)];
    const quote = quoteOf(text, [content], { speaker: { spans: [name] } });
    const noted = {
      ...quote,
      speaker: { ...quote.speaker, extra: { ruolo: 'sindaca' } },
      extra: { tema: 'ponte' },
    };
    const set = setOf({ quotes: [noted] });
    const change = annotateMentions(set, text, [name], entityOf('Irene Tassoni'));
    const after = { ...noted, speaker: { ...noted.speaker, entity: 'irene-tassoni' } };
    assert.deepEqual(change.quotes, [{ before: noted, after }]);
  });

  it('are none that have an entity already, nor one whose words were set elsewhere by hand', () => {
    const { text, spans } = marked('⟦Bani⟧ tace. «⟦Il ponte è chiuso⟧», ha detto ⟦Irene Tassoni⟧.');
    const [bani, content, name] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
    for (const speaker of [{ entity: 'ugo-bani', spans: [name] }, { spans: [bani] }]) {
      const quotes = [quoteOf(text, [content], { speaker })];
      const set = setOf({ entities: [entityOf('Ugo Bani')], quotes });
      const tassoni = annotateMentions(set, text, [name], entityOf('Irene Tassoni'));
      assert.deepEqual(apply(tassoni, set).quotes, quotes);
    }
  });

  it('are none whose words are more, or others, than those that the rules take for the speaker', () => {
    for (const source of [
      '«⟦Il ponte è chiuso⟧», ha detto ⟦⟦Irene Tassoni⟧ in aula⟧.',
      '«⟦Il ponte è chiuso⟧», ha detto ⟦il portavoce di ⟦Irene Tassoni⟧⟧.',
    ]) {
      const { text, spans } = marked(source);
      const [content, speaker, name] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
      const set = setOf({ quotes: [quoteOf(text, [content], { speaker: { spans: [speaker] } })] });
      const change = annotateMentions(set, text, [name], entityOf('Irene Tassoni'));
      assert.deepEqual(change.quotes, [], source);
    }
  });

  it('are not looked for in what was said', () => {
    const { text, spans } = marked('«⟦⟦Bani⟧ non verrà⟧», ha detto ⟦lei⟧.');
    const [content, name, speaker] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
    const quotes = [quoteOf(text, [content], { speaker: { spans: [speaker] } })];
    const set = setOf({ quotes });
    const change = annotateMentions(set, text, [name], entityOf('Ugo Bani'));
    assert.deepEqual(change.quotes, []);
  });

  it('are not those that the name only describes, nor others', () => {
    assert.equal(
      speakerAfter('«⟦Il ponte è chiuso⟧», ha detto il portavoce di ⟦Tassoni⟧.'),
      undefined,
    );
    assert.equal(
      speakerAfter('«⟦È chiuso⟧», ha detto la sindaca. ⟦Tassoni⟧ è partita.'),
      undefined,
    );
  });
});
