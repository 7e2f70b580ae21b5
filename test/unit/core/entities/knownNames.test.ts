import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownNameAt, knownNames, nameForm } from '../../../../src/core/entities/knownNames';
import { nameAt } from '../../../../src/core/text/snapping';
import { touches } from '../../../../src/core/text/span';
import { paragraphAt } from '../../../../src/core/text/words';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts } from '../../../support/random';

const known = new Set(
  ['Irene Tassoni', 'Tassoni', 'L’Aquila', 'Choe Son-hui', 'Città alta', '林乔珩', 'Ente'].map(
    nameForm,
  ),
);

describe('knownNameAt', () => {
  const cases: readonly [source: string, name: string | undefined][] = [
    ['disse Ire|ne Tassoni ieri', 'Irene Tassoni'],
    ['disse Irene| Tassoni ieri', 'Irene Tassoni'],
    ['disse Irene Tassoni| ieri', 'Irene Tassoni'],
    ['disse Irene\u00A0Tas|soni ieri', 'Irene\u00A0Tassoni'],
    ['disse Carlo Tas|soni ieri', 'Tassoni'],
    ['disse Irene Tas|soni’s men', 'Irene Tassoni'],
    ['a L’Aq|uila', 'L’Aquila'],
    ['L’Aq|uila trema', 'L’Aquila'],
    ['dell’En|te', 'Ente'],
    ['con Choe Son-h|ui', 'Choe Son-hui'],
    ['Son-h|ui', 'Son-hui'],
    ['in Citta\u0300 a|lta', 'Citta\u0300 alta'],
    ['记者林|乔珩说', '林乔珩'],
    ['Irene|\nTassoni', 'Irene'],
    ['disse – | – ', undefined],
  ];
  for (const [source, name] of cases) {
    it(`is ${name ?? 'none'} in ${JSON.stringify(source)}`, () => {
      const offset = source.indexOf('|');
      const text = source.replace('|', '');
      const span = knownNameAt(text, offset, [known]);
      assert.equal(span && text.slice(span.start, span.end), name);
    });
  }

  it('is the longest of all lists, the one behind the cursor of two as long', () => {
    const lists = [new Set(['Tassoni']), new Set(['Irene Tassoni'])];
    assert.deepEqual(knownNameAt('Irene Tassoni', 8, lists), { start: 0, end: 13 });
    const touching = [new Set(['东京', '大阪'])];
    assert.deepEqual(knownNameAt('东京大阪', 2, touching), { start: 2, end: 4 });
  });

  itHolds(
    'touches the cursor, stays in its paragraph, and without known names is the name at the cursor',
    fc.tuple(lfTexts, fc.nat()),
    ([text, number]) => {
      const offset = number % (text.length + 1);
      assert.deepEqual(knownNameAt(text, offset, []), nameAt(text, offset));
      const all = { has: () => true };
      const span = knownNameAt(text, offset, [all]);
      if (!span) return;
      assert.ok(touches(span, offset));
      assert.deepEqual(paragraphAt(text, span.start), paragraphAt(text, offset));
      assert.deepEqual(paragraphAt(text, span.end), paragraphAt(text, offset));
    },
  );
});

describe('knownNames', () => {
  it('are the names of the entities and the words of their mentions, collected once', () => {
    const { text, span } = markedOnce('disse ⟦la  sindaca⟧');
    const set = setOf({
      entities: [entityOf('Irene Tassoni')],
      mentions: [mentionOf('irene-tassoni', text, span)],
    });
    assert.deepEqual(knownNames(set), new Set(['Irene Tassoni', 'la sindaca']));
    assert.equal(knownNames(set), knownNames(set));
  });
});
