import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toCsv, type CsvArticle } from '../../../../src/core/concordance/csv';
import { cutEnd, cutStart, displayWidth } from '../../../../src/core/concordance/displayWidth';
import { cellsOf, Layout } from '../../../../src/core/concordance/layout';
import { rowOf, type Row } from '../../../../src/core/concordance/row';
import { orders, sorted } from '../../../../src/core/concordance/sorting';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { articleOf } from '../../../support/builders';
import { nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

/** Words of all sorts that an editor shows in one column, in two, or in none of their own. */
const pieces = fc.constantFrom(
  ...['a', 'Porto', ' ', 'è', 'e\u0301', 'n\u0303', '…', '│', '«', '—', '12'],
  ...['港', '口', '，', 'か\u3099', '한', 'ｱ', 'Ａ'],
  ...['😀', '👩‍👩‍👧', '👍🏽', '🇮🇹', '1️⃣', '☺️', '\u200b', '\u0301'],
  ...['الميناء', 'שלום', 'हिन्दी'],
);
const phrases = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));

describe('displayWidth', () => {
  it('counts what readers take for one character once', () => {
    const widths = { e: 1, 'e\u0301': 1, 港: 2, 'か\u3099': 2, 한: 2, Ａ: 2, ｱ: 1, '\u200b': 0 };
    for (const [character, width] of Object.entries(widths)) {
      assert.equal(displayWidth(character), width, character);
    }
  });

  it('has two columns for each picture, whatever it is made of', () => {
    for (const picture of ['😀', '👩‍👩‍👧', '👍🏽', '🇮🇹', '1️⃣', '☺️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿']) {
      assert.equal(displayWidth(picture), 2, picture);
      assert.equal(displayWidth(`a${picture}${picture}b`), 6, picture);
    }
  });

  itHolds('is that of the words and of spaces beside them together', phrases, (words) => {
    assert.equal(displayWidth(`| ${words} |`), displayWidth(words) + 4);
  });
});

describe('words that are cut', () => {
  const cuts = fc.tuple(phrases, fc.integer({ min: 1, max: 60 }));

  itHolds('have room, and stay as they are where they had it', cuts, ([words, width]) => {
    for (const cut of [cutEnd, cutStart]) {
      const short = cut(words, width);
      assert.ok(displayWidth(short) <= width, short);
      if (displayWidth(words) <= width) assert.equal(short, words);
      else assert.ok(short.includes('…') && short.length <= words.length + 1);
    }
  });

  itHolds('keep their beginning or their end, as long as there is room', cuts, ([words, width]) => {
    if (displayWidth(words) <= width) return;
    const [first, last] = [cutEnd(words, width).slice(0, -1), cutStart(words, width).slice(1)];
    assert.ok(words.startsWith(first) && words.endsWith(last));
    // One more character would be two columns at most.
    for (const kept of [first, last]) assert.ok(displayWidth(kept) >= width - 2, kept);
  });

  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  itHolds('are cut between two characters', cuts, ([words, width]) => {
    if (displayWidth(words) <= width) return;
    const borders = Array.from(characters.segment(words), ({ index }) => index);
    const [first, last] = [cutEnd(words, width).slice(0, -1), cutStart(words, width).slice(1)];
    assert.ok(borders.includes(first.length), first);
    assert.ok([...borders, words.length].includes(words.length - last.length), last);
  });
});

const names = fc.constantFrom(
  ...['a.txt', 'notizie/港口.md', 'خبر.txt', `${'cartella/'.repeat(8)}x.txt`, 'è\u0301 👩‍👩‍👧.txt'],
  ...['due\trighe.txt', 'due\nrighe.txt', '\u202etxt.a'],
);
const sources = fc.array(fc.tuple(lfTexts, stretches, names), { minLength: 1, maxLength: 6 });

function rowIn(text: string, at: readonly [number, number], article = 0): Row | undefined {
  const file = articleOf(text);
  const span = spanAt(file.text.text, at);
  return span && rowOf({ spans: [span] }, { text: file.text, set: emptySet }, article);
}

describe('the lines of a concordance of any texts', () => {
  const separator = ' │ ';
  const bare = (words: string) => words.replace(/[\u2068\u2069]/g, '');

  itHolds('are one each, with the keywords in one column', sources, (all) => {
    const cells = all.flatMap(([text, at, name]) => {
      const row = rowIn(text.replaceAll('│', '|'), at);
      return row ? [cellsOf(row, name)] : [];
    });
    const layout = new Layout();
    for (const each of cells) layout.add(each);
    const lines = cells.map((each) => layout.lineOf(each));
    const columns = lines.map(({ text, keywordStart }) =>
      displayWidth(bare(text.slice(0, keywordStart))),
    );
    assert.ok(new Set(columns).size <= 1, JSON.stringify(columns));
    for (const [index, { text, locationEnd, keywordStart, keywordEnd }] of lines.entries()) {
      assert.ok(!/[\r\n\t\u2028\u2029]/.test(text), JSON.stringify(text));
      assert.equal(text.slice(0, locationEnd), cells[index]?.location.words);
      assert.equal(text.slice(keywordStart, keywordEnd), cells[index]?.keyword.words);
      assert.ok(text.slice(0, keywordStart).endsWith(separator));
      assert.equal(bare(text).split('│').length, 4);
      // What turns the order of words is closed where it is opened.
      const parts = text.split(separator);
      for (const part of parts) {
        assert.equal(part.split('\u2068').length, part.split('\u2069').length, part);
        assert.ok(!/[\u202a-\u202e\u2066\u2067]/.test(part), JSON.stringify(part));
      }
    }
  });

  itHolds('stay where they are when a narrower row comes', sources, (all) => {
    const rows = all.flatMap(([text, at, name]) => {
      const row = rowIn(text, at);
      return row ? [cellsOf(row, name)] : [];
    });
    const widest = Math.max(...rows.map(({ location }) => location.width));
    const widestKey = Math.max(...rows.map(({ keyword }) => keyword.width));
    const layout = new Layout();
    for (const each of rows) layout.add(each);
    const before = rows.map((each) => layout.lineOf(each).text);
    for (const each of rows) {
      assert.ok(each.location.width <= widest && each.keyword.width <= widestKey);
      layout.add(each);
    }
    assert.deepEqual(
      rows.map((each) => layout.lineOf(each).text),
      before,
    );
  });
});

describe('rows that are alike', () => {
  const twins = Array.from({ length: 40 }, (_, line): Row => ({
    ...{ article: 0, extent: { start: 3, end: 8 }, hit: { spans: [] }, names: {} },
    ...{ line, left: 'il vecchio', keyword: 'Porto', right: 'chiude' },
  }));

  it('stay in the order in which they came, in each order', () => {
    for (const order of orders) {
      const lines = sorted(twins, order, ['2024']).map(({ line }) => line);
      assert.deepEqual(
        lines,
        twins.map(({ line }) => line),
        order,
      );
    }
  });

  it('go by their article, their beginning and their end, though their words differ in case', () => {
    const rows = [
      { ...nth(twins, 0), article: 1 },
      { ...nth(twins, 1), keyword: 'pòrto', extent: { start: 3, end: 9 } },
      { ...nth(twins, 2), left: 'Il «vecchio»', extent: { start: 3, end: 8 } },
      { ...nth(twins, 3), right: '– CHIÚDE!', extent: { start: 1, end: 9 } },
    ];
    for (const order of orders) {
      const lines = sorted(rows, order, []).map(({ line }) => line);
      assert.deepEqual(lines, [3, 2, 1, 0], order);
    }
  });

  it('leaves the list that it is given as it was', () => {
    const given = [...twins].reverse();
    for (const order of orders) sorted(given, order, []);
    assert.deepEqual(given, [...twins].reverse());
  });
});

/** A reader of RFC 4180 and nothing more: records of fields, the first of them the heading. */
function readCsv(table: string): string[][] {
  const records: string[][] = [];
  let [field, record, isQuoted] = ['', [] as string[], false];
  for (let at = 0; at < table.length; at += 1) {
    const character = table.charAt(at);
    if (isQuoted && character === '"' && table.charAt(at + 1) === '"') field += table.charAt(++at);
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ',') {
      record.push(field);
      field = '';
    } else if (!isQuoted && table.startsWith('\r\n', at)) {
      records.push([...record, field]);
      [field, record, at] = ['', [], at + 1];
    } else field += character;
  }
  assert.deepEqual([field, record, isQuoted], ['', [], false], 'the last line has an end');
  return records;
}

describe('toCsv of any rows', () => {
  const odd = fc.array(
    fc.constantFrom(
      '"',
      ',',
      '\r\n',
      '\n',
      '\r',
      ';',
      "'",
      '=1+1',
      'è',
      '港',
      '😀',
      ' ',
      '\t',
      '""',
    ),
    { maxLength: 6 },
  );
  const field = odd.map((all) => all.join(''));
  const tables = fc.array(fc.tuple(lfTexts, stretches, field, field, field), { maxLength: 5 });

  itHolds('is read by others as it was written, field by field', tables, (all) => {
    const rows: Row[] = [];
    const articles: CsvArticle[] = all.map(([text, at, title, label, said], index) => {
      const row = rowIn(text, at, index);
      if (row) rows.push(row);
      const fields = { title, labels: [label], extra: { 'da "dire",\n': said } };
      return { name: `${title}/x.txt`, text: articleOf(text).text, fields };
    });
    const table = toCsv(rows, ({ article }) => articles[article], ['da "dire",\n']);
    assert.ok(table.startsWith('\ufeff'));
    const [heading = [], ...records] = readCsv(table.slice(1));
    assert.equal(heading.at(-1), 'da "dire",\n');
    assert.equal(records.length, rows.length);
    for (const [index, record] of records.entries()) {
      const row = nth(rows, index);
      const [text, , title, label, said] = nth(all, row.article);
      const says = (name: string) => record[heading.indexOf(name)];
      assert.equal(record.length, heading.length);
      assert.deepEqual([says('article'), says('title')], [`${title}/x.txt`, title]);
      assert.deepEqual([says('labels'), record.at(-1)], [label, said]);
      assert.deepEqual(
        [says('left'), says('keyword'), says('right')],
        [row.left, row.keyword, row.right],
      );
      const points = Array.from(articleOf(text).text.text);
      const words = points.slice(Number(says('start')), Number(says('end'))).join('');
      const { start, end } = row.extent;
      assert.equal(words, articleOf(text).text.text.slice(start, end));
    }
  });
});
