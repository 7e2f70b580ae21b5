import assert from 'node:assert/strict';
import { candidatesFor, soughtOf, wholeOf } from '../../../../src/core/anchor/candidates';
import { FoldedText } from '../../../../src/core/anchor/folded';
import type { Selector } from '../../../../src/core/anchor/selector';

function candidates(text: string, selector: Selector) {
  return candidatesFor(new FoldedText(text), soughtOf(selector));
}

/** The words that a selector may mean. */
function words(text: string, selector: Selector): string[] {
  return candidates(text, selector).map(({ span }) => text.slice(span.start, span.end));
}

describe('soughtOf', () => {
  it('folds a selector as a whole', () => {
    const sought = soughtOf({
      exact: '“Sì”',
      prefix: 'dice:\u00a0 ',
      suffix: ' l’ex sindaco di Rivalta',
    });
    assert.equal(wholeOf(sought), 'dice: "Si" l\'ex sindaco di Rivalta');
    assert.equal(sought.exact, '"Si"');
    assert.ok(sought.isFirst && !sought.isLast);
  });
});

describe('candidatesFor', () => {
  const selector = {
    exact: 'Ada Errani',
    prefix: 'La sindaca di Rivalta ',
    suffix: ' ha detto di no',
  };

  it('gives all places of the words', () => {
    assert.deepEqual(words('Ada Errani e poi Ada Errani', selector), ['Ada Errani', 'Ada Errani']);
  });

  it('gives no part of another word', () => {
    assert.deepEqual(words('Il pontefice', { exact: 'ponte' }), []);
  });

  it('gives mended words where their context is', () => {
    const text = 'La sindaca di Rivalta Ada Erani ha detto di no';
    assert.deepEqual(words(text, selector), ['Ada Erani']);
  });

  it('does not take the words beside those sought for them', () => {
    const sought = {
      exact: 'Venere',
      prefix: 'si alza presto chi vuole vedere ',
      suffix: ' all’alba',
    };
    assert.deepEqual(words('Si alza presto chi vuole vedere Giove all’alba', sought), []);
  });

  it('says how much of the words and of their context is there', () => {
    const [found] = candidates('Ieri la sindaca di Rivalta Ada Errani ha taciuto.', selector);
    assert.equal(found?.words, 1);
    assert.equal(found.before.own, 'a sindaca di Rivalta '.length);
    assert.ok(found.behind.own < 8);
  });

  it('tells the context in the sentence from that beyond', () => {
    const [found] = candidates('Dorme. Norsa tace.', {
      exact: 'Norsa',
      prefix: 'Dorme. ',
      suffix: ' tace.',
    });
    assert.equal(found?.before.own, ' '.length);
    assert.equal(found.before.beyond, 'Dorme.'.length);
    assert.ok(found.before.isAtEdge && found.behind.isAtEdge);
  });

  it('says where a sentence should begin and does not', () => {
    const [found] = candidates('Poi Norsa tace.', {
      exact: 'Norsa',
      prefix: 'Dorme. ',
      suffix: ' tace.',
    });
    assert.ok(found?.before.isBroken && !found.behind.isBroken);
  });
});
