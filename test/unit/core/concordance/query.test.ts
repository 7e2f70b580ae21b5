import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterKeys,
  filterValues,
  levelOf,
  mistakeCodes,
  parseQuery,
  printQuery,
  textTerms,
  valuesOfKey,
  type Query,
  type Term,
} from '../../../../src/core/concordance/query';
import { itHolds } from '../../../support/property';

const words = (each: string): Term => ({ kind: 'words', words: each });
const filter = (key: string, value: string): Term => ({ kind: 'filter', key, value });
const regex = (source: string, flags = ''): Term => ({ kind: 'regex', source, flags });

function queryOf(line: string, attributes: readonly string[] = []): Query {
  const { query, mistake } = parseQuery(line, attributes);
  assert.ok(query, mistake?.code);
  return query;
}

/** The mistake of a line, as `code start-end`. */
function mistakeIn(line: string): string {
  const { mistake } = parseQuery(line);
  assert.ok(mistake, line);
  assert.equal(mistake.found, line.slice(mistake.start, mistake.end));
  return `${mistake.code} ${String(mistake.start)}-${String(mistake.end)}`;
}

describe('parseQuery', () => {
  it('reads words, phrases and regular expressions', () => {
    assert.deepEqual(queryOf('  porto "ha detto" /gu[ei]rr?a/i ').terms, [
      words('porto'),
      words('ha detto'),
      regex('gu[ei]rr?a', 'i'),
    ]);
    assert.deepEqual(queryOf('caffè 港口 الميناء 12:30 «porto»').terms, [
      ...['caffè', '港口', 'الميناء', '12:30', '«porto»'].map(words),
    ]);
    assert.deepEqual(queryOf(String.raw`"detto \"no\" \\"`).terms, [
      words(String.raw`detto "no" \ `.trim()),
    ]);
    assert.deepEqual(queryOf(String.raw`/a\/[/"]b c/us`).terms, [
      regex(String.raw`a\/[/"]b c`, 's'),
    ]);
  });

  it('reads filters, with values in quotation marks where they have spaces', () => {
    assert.deepEqual(
      queryOf('entity:irene-tassoni type:person outlet:"la Riva" date:2024-01.. priorità:alta', [
        'priorità',
      ]).terms,
      [
        filter('entity', 'irene-tassoni'),
        filter('type', 'person'),
        filter('outlet', 'la Riva'),
        filter('date', '2024-01..'),
        filter('priorità', 'alta'),
      ],
    );
    assert.deepEqual(queryOf('kind:direct kind:mixed status:done').terms, [
      filter('kind', 'direct'),
      filter('kind', 'mixed'),
      filter('status', 'done'),
    ]);
  });

  it('says what is wrong, and where', () => {
    assert.equal(mistakeIn('   '), 'nothing 0-3');
    assert.equal(mistakeIn('porto "ha detto'), 'open-phrase 6-15');
    assert.equal(mistakeIn('porto outlet:"ha detto'), 'open-phrase 13-22');
    assert.equal(mistakeIn('porto /ha detto'), 'open-regex 6-15');
    assert.equal(mistakeIn('//'), 'open-regex 0-2');
    assert.equal(mistakeIn('porto "  "'), 'no-words 6-10');
    assert.equal(mistakeIn('/porto/ig'), 'bad-flag 8-9');
    assert.equal(mistakeIn('/porto/ii'), 'bad-flag 7-8');
    assert.equal(mistakeIn('x /(porto/'), 'bad-regex 2-10');
    assert.equal(mistakeIn(String.raw`/\p{Nulla}/`), 'bad-regex 0-11');
    assert.equal(mistakeIn('x colour:red'), 'unknown-key 2-8');
    assert.equal(mistakeIn('http://example.org'), 'unknown-key 0-4');
    assert.equal(mistakeIn('x entity:'), 'no-value 2-9');
    assert.equal(mistakeIn('x entity:""'), 'no-value 2-11');
    assert.equal(mistakeIn('kind:reported'), 'bad-value 5-13');
    assert.equal(mistakeIn('status:finito'), 'bad-value 7-13');
    assert.equal(mistakeIn('date:maggio'), 'bad-date 5-11');
  });

  it('says what would be right where that is one of a few', () => {
    const expected = (line: string) => parseQuery(line, ['priorità']).mistake?.expected;
    assert.deepEqual(expected('kind:x'), ['direct', 'mixed', 'indirect']);
    assert.deepEqual(expected('status:x'), ['draft', 'reviewed', 'done']);
    assert.deepEqual(expected('/x/y'), ['i', 'm', 's']);
    assert.deepEqual(expected('x:y'), [...filterKeys, 'priorità']);
    assert.equal(expected('date:x'), undefined);
    assert.equal(valuesOfKey('outlet'), undefined);
  });

  it('has a use for each of its mistakes', () => {
    const lines = ['', '"', '/', '""', '/x/y', '/(/', 'x:y', 'type:', 'kind:x', 'date:x'];
    const codes = lines.map((line) => parseQuery(line).mistake?.code);
    assert.deepEqual(new Set(codes), new Set(mistakeCodes));
  });

  itHolds('throws for no line, and says a place in it', fc.string({ unit: 'binary' }), (line) => {
    const { mistake } = parseQuery(line);
    if (!mistake) return;
    assert.ok(0 <= mistake.start && mistake.start <= mistake.end && mistake.end <= line.length);
  });

  const lineOf = fc
    .array(
      fc.constantFrom('"', '/', ':', '\\', ' ', 'a', 'entity', 'kind:direct', 'é', '[', ')', 'i'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  itHolds('reads again what it has printed', lineOf, (line) => {
    const { query } = parseQuery(line);
    if (query) assert.deepEqual(parseQuery(printQuery(query)).query, query);
  });
});

describe('printQuery', () => {
  const term = fc.oneof(
    fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => each.trim() !== '' && !/[\r\n\u2028\u2029]/.test(each))
      .map(words),
    fc
      .tuple(fc.constantFrom('entity', 'outlet', 'label'), fc.string({ minLength: 1 }))
      .filter(([, value]) => !/[\r\n]/.test(value))
      .map(([key, value]) => filter(key, value)),
    fc.constantFrom(regex('a b', 'i'), regex(String.raw`\/[/]`), regex('"x"', 'ms')),
  );
  itHolds(
    'prints any terms so that they are read again',
    fc.array(term, { minLength: 1 }),
    (terms) => {
      assert.deepEqual(queryOf(printQuery({ terms })).terms, terms);
    },
  );

  it('puts into quotation marks only what needs them', () => {
    const line = 'porto "ha detto" "entity:x" "/x/" entity:x outlet:"la Riva" /a b/i';
    assert.equal(printQuery(queryOf(line)), line);
    assert.equal(printQuery(queryOf('"porto"   outlet:"Riva"')), 'porto outlet:Riva');
  });
});

describe('a query', () => {
  it('has its words and the values of its filters', () => {
    const query = queryOf('porto kind:direct /x/ kind:mixed');
    assert.deepEqual(textTerms(query), [words('porto'), regex('x')]);
    assert.deepEqual(filterValues(query, 'kind'), ['direct', 'mixed']);
    assert.deepEqual(filterValues(query, 'entity'), []);
  });

  it('is of the narrowest thing that it asks for', () => {
    const level = (line: string) => levelOf(queryOf(line));
    assert.equal(level('porto entity:x speaker:y date:2024'), 'text');
    assert.equal(level('entity:x speaker:y date:2024'), 'mention');
    assert.equal(level('type:person kind:direct'), 'mention');
    assert.equal(level('speaker:y outlet:Riva'), 'quote');
    assert.equal(level('kind:direct'), 'quote');
    assert.equal(level('outlet:Riva'), 'article');
  });
});
