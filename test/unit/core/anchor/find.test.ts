import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSelectors } from '../../../../src/core/anchor/find';
import { describeSpan, type Selector } from '../../../../src/core/anchor/selector';
import { marked, markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

/** Finds the marked spans of one text, which are one list, in another one, and marks them there. */
function found(before: string, after: string): string[] {
  const { text, spans } = marked(before);
  const selectors = spans.map((span) => describeSpan(text, span));
  return (findSelectors(after, [selectors])[0] ?? []).map((place) => {
    if (place.kind !== 'placed') return place.kind;
    const { start, end } = place.span;
    return `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`;
  });
}

function assertFound(before: string, after: string): void {
  assert.deepEqual(found(before, markedOnce(after).text), [after]);
}

const lead = 'Il consorzio del porto ha presentato ieri sera il bilancio dell’anno scorso.';

describe('findSelectors', () => {
  it('finds words with all of their context, also in other marks and letters', () => {
    assertFound(
      'Lo dice “la città” a ⟦Norsa⟧, ieri.',
      'Ora: lo dice. Lo dice "la citta\u0300" a ⟦Norsa⟧, ieri.',
    );
  });

  it('finds words with part of their context', () => {
    assertFound(
      `${lead} La sindaca Ada ⟦Errani⟧ ha risposto alle domande.`,
      `${lead} La nuova sindaca Ada ⟦Errani⟧ ha poi risposto alle domande.`,
    );
  });

  it('finds words that were mended, whole', () => {
    assertFound(
      `${lead} La sindaca Ada ⟦Errnai⟧ ha risposto alle domande.`,
      `${lead} La sindaca Ada ⟦Errani⟧ ha risposto alle domande.`,
    );
  });

  it('finds a long quote in which a word was replaced', () => {
    assertFound(
      'Ha detto: ⟦“Il mercato coperto apre in primavera, e chi vende il pesce avrà un banco.”⟧ Poi basta.',
      'Ha detto: ⟦“Il mercato coperto apre in autunno, e chi vende il pesce avrà un banco.”⟧ Poi basta.',
    );
  });

  it('finds a quote within its paragraph, though the next one goes on like it', () => {
    const quote = 'il mercato coperto avrà sei banchi per il pesce di laguna';
    const rest = 'Ai banchi per il pesce di Rivalta la giunta darà un posto migliore.';
    const before = `La giunta promette ⟦che ${quote} di Rivalta⟧.\n\n${rest}`;
    assertFound(before, `La giunta promette ⟦che ${quote}⟧.\n\n${rest}`);
  });

  it('does not take the same words beside those sought for them', () => {
    const before = `${lead} Lo chiede Ada Errani. ⟦Errani⟧ tace sul resto del bilancio.`;
    const after = `${lead} Lo chiede Ada Errani, tace sul resto del bilancio.`;
    assert.deepEqual(found(before, after), ['lost']);
  });

  it('does not take another place of the same words', () => {
    const rest = 'Intanto a Rivalta la sindaca Errani ha aperto il mercato del pesce.';
    assert.deepEqual(
      found(`${lead} Secondo il prefetto, ⟦Errani⟧ mente.\n\n${rest}`, `${lead}\n\n${rest}`),
      ['lost'],
    );
  });

  it('does not take words that another selector remembers in another context', () => {
    const before =
      'Qui parla ⟦Norsa⟧ del ponte vecchio.\n\nPiù tardi parla ⟦Norsa⟧ del mercato nuovo.';
    assert.deepEqual(found(before, 'Più tardi parla Norsa del mercato nuovo.'), [
      'lost',
      'Più tardi parla ⟦Norsa⟧ del mercato nuovo.',
    ]);
  });

  it('tells copies apart by their number and their order', () => {
    const copy = 'Il ponte di Rivalta apre.';
    const before = `Il ⟦ponte⟧ di Rivalta apre.\n\n${lead}\n\nIl ⟦ponte⟧ di Rivalta apre.`;
    const after = `Nuovo.\n\n${copy}\n\n${lead}\n\n${copy}`;
    assert.deepEqual(found(before, after), [
      `Nuovo.\n\nIl ⟦ponte⟧ di Rivalta apre.\n\n${lead}\n\n${copy}`,
      `Nuovo.\n\n${copy}\n\n${lead}\n\nIl ⟦ponte⟧ di Rivalta apre.`,
    ]);
  });

  it('knows a headline from the sentence that begins with it, where both are annotated', () => {
    const before = `⟦Ada Errani⟧ tace\n\n⟦Ada Errani⟧ tace sul bilancio di Rivalta.\n\n${lead}`;
    const after = 'Ada Errani tace\n\nAda Errani tace sul bilancio di Rivalta.';
    assert.deepEqual(found(before, after), [
      '⟦Ada Errani⟧ tace\n\nAda Errani tace sul bilancio di Rivalta.',
      'Ada Errani tace\n\n⟦Ada Errani⟧ tace sul bilancio di Rivalta.',
    ]);
  });

  it('does not guess which copy is left', () => {
    const copy = 'Il ⟦ponte⟧ di Rivalta apre.';
    assert.deepEqual(found(`${copy}\n\n${copy}`, `${lead}\n\n${markedOnce(copy).text}`), [
      'ambiguous',
      'ambiguous',
    ]);
  });

  it('takes a copy whose number and order agree, where another one is left', () => {
    const copy = 'Il ponte di Rivalta apre.';
    const inFirst = `Il ⟦ponte⟧ di Rivalta apre.\n\n${lead}\n\n${copy}`;
    const before = `Il ⟦ponte⟧ di Rivalta apre.\n\n${lead.replace('porto', '⟦porto⟧')}`;
    const both = `${before}\n\n${copy}\n\n${copy}`;
    assert.equal(found(both, markedOnce(inFirst).text)[0], inFirst);
  });

  it('offers the places that may be meant, the best first', () => {
    const selector: Selector = { exact: 'Norsa', prefix: 'parla ', suffix: ' del ponte' };
    const text = 'Tace Norsa. Parla Norsa, ma altrove.';
    const [[place] = []] = findSelectors(text, [[selector]]);
    assert.ok(place && place.kind !== 'placed');
    assert.deepEqual(
      place.candidates.map(({ start }) => start),
      [18, 5],
    );
  });

  itHolds(
    'never fails, and what it places begins and ends in the text',
    fc.tuple(lfTexts, lfTexts, fc.array(stretches, { maxLength: 4 })),
    ([text, other, list]) => {
      const spans = list.flatMap((stretch) => spanAt(text, stretch) ?? []);
      const selectors = spans.map((span) => describeSpan(text, span));
      for (const place of findSelectors(other, [selectors]).flat()) {
        const places = place.kind === 'placed' ? [place.span] : place.candidates;
        for (const { start, end } of places) assert.ok(start <= end && end <= other.length);
      }
    },
  );
});
