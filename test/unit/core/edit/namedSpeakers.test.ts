import assert from 'node:assert/strict';
import { annotateMentions } from '../../../../src/core/edit/mentionEdits';
import { annotateQuote } from '../../../../src/core/edit/quoteEdits';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { apply, invert } from '../../../../src/core/model/change';
import { proposeAttribution } from '../../../../src/core/quotes/attribution';
import { entityOf } from '../../../support/builders';
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
