import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, type Span } from '../../../../src/core/text/span';
import { nameAt, snappedName, snappedPassage } from '../../../../src/core/text/snapping';
import { tokensAt } from '../../../../src/core/text/tokens';
import { paragraphAt } from '../../../../src/core/text/words';
import { itHolds } from '../../../support/property';
import { isInPair, lfTexts, spanAt, stretches } from '../../../support/random';

/** What is selected stands between `[` and `]`; gives the words that are taken instead. */
function snapped(
  source: string,
  snap: (text: string, span: Span) => Span | undefined,
): string | undefined {
  const text = source.replace(/[[\]]/g, '');
  const span = snap(text, { start: source.indexOf('['), end: source.indexOf(']') - 1 });
  return span && text.slice(span.start, span.end);
}

describe('nameAt', () => {
  const cases: readonly [source: string, name: string | undefined][] = [
    ['il sì del|l’Ucraina', 'Ucraina'],
    ['il sì |dell’Ucraina', 'Ucraina'],
    ['Lavrov’|s plane', 'Lavrov'],
    ['Choe Son|-hui', 'Son-hui'],
    ['the U|.S.', 'U.S.'],
    ['Roma| ', 'Roma'],
    ['Roma |– Milano', undefined],
  ];
  for (const [source, name] of cases) {
    it(`is ${name ?? 'none'} in ${source}`, () => {
      const offset = source.indexOf('|');
      const text = source.replace('|', '');
      const span = nameAt(text, offset);
      assert.equal(span && text.slice(span.start, span.end), name);
    });
  }
});

describe('snappedName', () => {
  const cases: readonly [source: string, name: string | undefined][] = [
    ['disse [ Irene Tassoni, ]ieri', 'Irene Tassoni'],
    ['disse Ir[ene Tass]oni ieri', 'Irene Tassoni'],
    ['[«Choe Son-h]ui»', 'Choe Son-hui'],
    ['il sì [dell’Ucraina]', 'Ucraina'],
    ['il sì del[l’Ucr]aina', 'Ucraina'],
    ['[Sergej Lavrov’s ]plane', 'Sergej Lavrov'],
    ['[James’ ]plane', 'James'],
    ['Lavrov’[s visit]', 'visit'],
    ['the [U.S].', 'U.S.'],
    ['a [St. Malo.]', 'St. Malo'],
    ['[l’oligarca russo]', 'oligarca russo'],
    ['il sì [dell’]Ucraina', undefined],
    ['a[ – ]b', undefined],
    ['a[]b', undefined],
    ['Roma[\n]Milano', undefined],
    ['Ro[ma\nMil]ano', 'Roma\nMilano'],
    ['在[东京]', '东京'],
  ];
  for (const [source, name] of cases) {
    it(`is ${JSON.stringify(name ?? null)} in ${JSON.stringify(source)}`, () => {
      assert.equal(snapped(source, snappedName), name);
    });
  }

  itHolds(
    'overlaps what is selected, begins and ends with words, and is not changed by snapping again',
    fc.tuple(lfTexts, stretches),
    ([text, stretch]) => {
      const span = spanAt(text, stretch);
      const name = span && snappedName(text, span);
      if (!name) return;
      assert.ok(overlaps(name, span));
      assert.deepEqual(snappedName(text, name), name);
      const tokens = tokensAt(text, { start: 0, end: text.length });
      assert.ok(tokens.some((token) => token.name.start === name.start));
      assert.ok(tokens.some((token) => token.name.end === name.end));
      demandSameLines(text, span, name);
    },
  );

  itHolds(
    'is the name at each cursor that stands in it, where it is one word',
    fc.tuple(lfTexts, fc.nat()),
    ([text, number]) => {
      const offset = number % (text.length + 1);
      const name = nameAt(text, offset);
      if (name) assert.deepEqual(snappedName(text, name), name);
    },
  );
});

describe('snappedPassage', () => {
  const cases: readonly [source: string, passage: string | undefined][] = [
    ['“[ Non pri]ma di marzo.”', 'Non prima'],
    ['“[Non prima di marzo.]”', 'Non prima di marzo.'],
    ['“Non ora”[, ha dett]o Tassoni', 'ha detto'],
    ['Tassoni [ha detto: ]«no»', 'ha detto'],
    ['disse che [l’accordo regge]', 'l’accordo regge'],
    ['disse che l’[accordo regge]', 'accordo regge'],
    ['disse che [il sì dell]’Ucraina', 'il sì dell’Ucraina'],
    ['said [Lavrov]’s men', 'Lavrov'],
    ['said [the men of Lavrov’]s', 'the men of Lavrov’s'],
    ['said Lavrov’[s men]', 'Lavrov’s men'],
    ['[…] e poi', '…'],
    ['a[ – ]b', undefined],
  ];
  for (const [source, passage] of cases) {
    it(`is ${JSON.stringify(passage ?? null)} in ${JSON.stringify(source)}`, () => {
      assert.equal(snapped(source, snappedPassage), passage);
    });
  }

  it('cuts no character of several code points', () => {
    const text = 'È qui 👩‍🔧';
    assert.deepEqual(snappedPassage(text, { start: 0, end: 8 }), { start: 0, end: text.length });
  });

  itHolds(
    'overlaps what is selected, cuts no word and no character, and is not changed by snapping again',
    fc.tuple(lfTexts, stretches),
    ([text, stretch]) => {
      const span = spanAt(text, stretch);
      const passage = span && snappedPassage(text, span);
      if (!passage) return;
      assert.ok(overlaps(passage, span));
      assert.deepEqual(snappedPassage(text, passage), passage);
      for (const end of [passage.start, passage.end]) {
        assert.ok(!isInPair(text, end));
        for (const { word, name } of tokensAt(text, { start: end, end })) {
          assert.ok([word.start, name.start, name.end, word.end].includes(end));
        }
      }
      demandSameLines(text, span, passage);
    },
  );
});

/** What is taken instead is on the lines of what was selected. */
function demandSameLines(text: string, span: Span, taken: Span): void {
  assert.ok(taken.start >= paragraphAt(text, span.start).start);
  assert.ok(taken.end <= paragraphAt(text, span.end).end);
}
