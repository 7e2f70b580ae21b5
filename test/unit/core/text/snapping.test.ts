import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, type Span } from '../../../../src/core/text/span';
import { nameAt, snappedName } from '../../../../src/core/text/snapping';
import { tokensAt } from '../../../../src/core/text/tokens';
import { paragraphAt } from '../../../../src/core/text/words';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

/** What is selected stands between `[` and `]`; gives the words that are taken instead. */
function snapped(source: string): string | undefined {
  const text = source.replace(/[[\]]/g, '');
  const span = snappedName(text, { start: source.indexOf('['), end: source.indexOf(']') - 1 });
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
      assert.equal(snapped(source), name);
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

/** What is taken instead is on the lines of what was selected. */
function demandSameLines(text: string, span: Span, taken: Span): void {
  assert.ok(taken.start >= paragraphAt(text, span.start).start);
  assert.ok(taken.end <= paragraphAt(text, span.end).end);
}
