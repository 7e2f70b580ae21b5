import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterKeys,
  parseQuery,
  printQuery,
  printTerm,
  valuesOfKey,
  type Term,
} from '../../../../src/core/concordance/query';
import { itHolds } from '../../../support/property';
import { trapNames } from '../../../support/random';

const attributes = ['desk', 'priorità', 'x-1', '港'];

/** What is no mistake, piece by piece: terms as somebody may write them, which are not always the shortest. */
const written = fc.oneof(
  fc.constantFrom('porto', 'caffè', '12:30', 'a"b', 'x/y', '\\', '«sì»', '港口', '-', 'الميناء'),
  fc.constantFrom('"ha detto"', '"a: b"', '"entity:x"', '"/x/"', '"di\\"re"', '" \\\\ "', '"\\a"'),
  fc.constantFrom('/a b/', '/\\//i', '/[/"]/', '/x/us', '/\\p{Lu}/', '/(a|b)+?/msi', '/[^\\]/]/'),
  fc.constantFrom('entity:x', 'outlet:"la Riva"', 'label:"a"', 'title:a"b', 'kind:direct'),
  fc.constantFrom('date:2024..2025-01', 'status:done', 'desk:"\\"sì\\""', '港:x:y', 'x-1:/a/'),
);
const spaces = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u3000', '\u2028');
const lines = fc
  .tuple(fc.array(fc.tuple(written, spaces), { minLength: 1, maxLength: 6 }), spaces)
  .map(([parts, first]) => first + parts.flat().join(''));

function termsOf(line: string): readonly Term[] {
  const { query, mistake } = parseQuery(line, attributes);
  assert.ok(query, `${mistake?.code ?? ''}: ${line}`);
  return query.terms;
}

describe('a query that is printed', () => {
  itHolds('is the same query when it is read again', lines, (line) => {
    const terms = termsOf(line);
    assert.deepEqual(termsOf(printQuery({ terms })), terms);
  });

  itHolds('is printed as it is when it is read again, and never longer', lines, (line) => {
    const printed = printQuery({ terms: termsOf(line) });
    assert.equal(printQuery({ terms: termsOf(printed) }), printed);
    // A backslash that need not stand there is the only thing that printing adds.
    assert.ok(printed.length <= line.trim().length + line.split('\\').length - 1, printed);
  });

  const keys = fc.constantFrom('entity', 'outlet', 'label', 'desk', '港');
  itHolds(
    'has any value that a name may be',
    fc.tuple(
      keys,
      fc.constantFrom(...trapNames.filter((name) => !/[\r\n\u2028\u2029]/.test(name))),
    ),
    ([key, value]) => {
      const term: Term = { kind: 'filter', key, value };
      if (value === '') return;
      assert.deepEqual(termsOf(`porto ${printTerm(term)} nave`)[1], term);
      assert.equal(termsOf(`porto ${printTerm(term)} nave`).length, 3);
    },
  );

  itHolds('has its terms in the order in which they are written', lines, (line) => {
    const terms = termsOf(line);
    const alone = terms.flatMap((term) => termsOf(printTerm(term)));
    assert.deepEqual(alone, terms);
  });
});

/** What may stand in a query in the place of a term and is a mistake, with its code and where it is in it. */
const mistakes = [
  ['//', 'open-regex', 0, Infinity],
  ['/a', 'open-regex', 0, Infinity],
  ['/[/', 'open-regex', 0, Infinity],
  ['"ha', 'open-phrase', 0, Infinity],
  ['"ha\\"', 'open-phrase', 0, Infinity],
  ['outlet:"la', 'open-phrase', 7, Infinity],
  ['""', 'no-words', 0, 2],
  ['/a/x', 'bad-flag', 3, 4],
  ['/a/imi', 'bad-flag', 3, 4],
  ['/a/ig', 'bad-flag', 4, 5],
  ['/a/é', 'bad-flag', 3, 4],
  ['/(/', 'bad-regex', 0, 3],
  ['/a{2,1}/i', 'bad-regex', 0, 9],
  ['colour:red', 'unknown-key', 0, 6],
  ['Entity:x', 'unknown-key', 0, 6],
  ['desk:', 'no-value', 0, 5],
  ['desk:""', 'no-value', 0, 7],
  ['kind:Direct', 'bad-value', 5, 11],
  ['status:"do ne"', 'bad-value', 7, 14],
  ['date:2024-13', 'bad-date', 5, 12],
  ['date:2025..2024', 'bad-date', 5, 15],
  ['date:"1 maggio"', 'bad-date', 5, 15],
  ['date:2023-02-29', 'bad-date', 5, 15],
] as const;

describe('the mistake of a query', () => {
  for (const [wrong, code, start, end] of mistakes) {
    // No mark in what stands behind: it would close what is open.
    const behind = fc.constantFrom('', ' porto', '  kind:mixed');
    itHolds(
      `is ${code} in ${wrong}, wherever it stands`,
      fc.tuple(fc.option(lines, { nil: '' }), behind),
      ([before, rest]) => {
        const line = `${before}${wrong}${rest}`;
        const { mistake } = parseQuery(line, attributes);
        assert.ok(mistake, line);
        const at = before.length;
        const expected = [code, at + start, Math.min(line.length, at + end)];
        assert.deepEqual([mistake.code, mistake.start, mistake.end], expected, line);
        assert.equal(mistake.found, line.slice(mistake.start, mistake.end));
      },
      50,
    );
  }

  itHolds('is the first of several', fc.tuple(lines, lines), ([before, between]) => {
    const { mistake } = parseQuery(`${before}kind:x ${between}date:x`, attributes);
    assert.deepEqual([mistake?.code, mistake?.start], ['bad-value', before.length + 5]);
  });

  itHolds(
    'is gone when a value that it expects stands in its place',
    fc.tuple(lines, fc.constantFrom('kind:x', 'status:sì', 'colour:red', 'kind:"a b"')),
    ([before, wrong]) => {
      const line = `${before}${wrong} porto`;
      const { mistake } = parseQuery(line, attributes);
      const { start = 0, end = 0, expected = [] } = mistake ?? {};
      assert.ok(expected.length > 0);
      const isLeft = (word: string) => {
        const mended = line.slice(0, start) + word + line.slice(end);
        return parseQuery(mended, attributes).mistake?.code === mistake?.code;
      };
      assert.deepEqual(expected.filter(isLeft), []);
    },
  );

  it('knows the values of those keys alone that have a few', () => {
    const closed = filterKeys.filter((key) => valuesOfKey(key) !== undefined);
    assert.deepEqual(closed, ['kind', 'status']);
    for (const key of closed) {
      for (const value of valuesOfKey(key) ?? []) {
        assert.deepEqual(termsOf(`${key}:${value}`), [{ kind: 'filter', key, value }]);
      }
    }
  });
});
