import assert from 'node:assert/strict';
import { parse } from 'yaml';
import {
  isBlockPath,
  renderAfterColon,
  renderBlock,
  renderItem,
  renderPair,
  type YamlValue,
} from '../../../../src/core/sidecar/render';
import { itHolds } from '../../../support/property';
import { names, trapNames } from '../../../support/random';
import { yamlValues } from '../../../support/randomSets';

/** How a value is written on one line. */
function written(value: YamlValue): string {
  return renderAfterColon(value, ['x'], 0).slice(1, -1);
}

describe('renderAfterColon, of words', () => {
  it('leaves them plain where no reader can take them for anything else', () => {
    for (const words of [
      ...[
        'Rossi',
        'Anna Rossi',
        "O'Varrick",
        'O’Varrick',
        'Saint-Malo',
        'A.S.O.',
        'Jr.',
        'a',
        'città',
      ],
      ...[
        'قال الوزير',
        '林乔珩',
        'Expo 2025',
        'nope',
        'Nullo',
        'e\u0301',
        'x1e5',
        'infinito',
        '𝐀b',
      ],
    ]) {
      assert.equal(written(words), words);
    }
  });

  it('leaves blob ids plain, unless YAML takes them for a number', () => {
    const plain = '9d1f0c2c51b7a8c0d8a6b0c1d0f3b0a2f7c8e9d4';
    assert.equal(written(plain), plain);
    assert.equal(written('a'.repeat(64)), 'a'.repeat(64));
    for (const id of [
      '1'.repeat(40),
      `12e${'3'.repeat(37)}`,
      `${'1'.repeat(39)}e`,
      `0b${'1'.repeat(38)}`,
    ]) {
      assert.equal(written(id), `"${id}"`);
    }
  });

  it('puts everything else in double quotes', () => {
    const cases: readonly [string, string][] = [
      ['', '""'],
      ['No', '"No"'],
      ['~', '"~"'],
      ['12:30', '"12:30"'],
      ['2025-07-12', '"2025-07-12"'],
      [' Rossi', '" Rossi"'],
      ['Rossi ', '"Rossi "'],
      ['Rossi: no', '"Rossi: no"'],
      ['Rossi #1', '"Rossi #1"'],
      ['a, b', '"a, b"'],
      ['say "no"', String.raw`"say \"no\""`],
      ['a\\b', String.raw`"a\\b"`],
      ['a\nb', String.raw`"a\nb"`],
      ['“no”', '"“no”"'],
      ['🌊', '"🌊"'],
      ['-a', '"-a"'],
      ['a-', '"a-"'],
    ];
    for (const [words, expected] of cases) assert.equal(written(words), expected);
  });

  it('escapes what nobody can see, or what YAML does not allow', () => {
    for (const point of [
      ...[
        0x00, 0x07, 0x0d, 0x1f, 0x7f, 0x85, 0xa0, 0xad, 0x61c, 0x180e, 0x200b, 0x200f, 0x2028,
        0x2029,
      ],
      ...[0x202e, 0x202f, 0x2060, 0x2066, 0x3000, 0xd800, 0xdfff, 0xfeff, 0xfff9, 0xfffe, 0xffff],
    ]) {
      assert.match(written(`a${String.fromCharCode(point)}b`), /^"a\\(?:u[0-9a-f]{4}|[nrt])b"$/);
    }
    assert.equal(written('a\uFFFDb\uFFFC'), '"a\uFFFDb\uFFFC"');
  });

  it('never folds long words', () => {
    const long = 'parola '.repeat(500).trim();
    assert.equal(written(long), long);
    assert.equal(written(`${long}!`), `"${long}!"`);
  });
});

describe('renderAfterColon, of other values', () => {
  it('writes them as YAML has them', () => {
    const cases: readonly [YamlValue, string][] = [
      [1, '1'],
      [-1.5, '-1.5'],
      [1e21, '1e+21'],
      [NaN, '.nan'],
      [Infinity, '.inf'],
      [-Infinity, '-.inf'],
      [-0, '-0'],
      [true, 'true'],
      [null, 'null'],
      [[], '[]'],
      [{}, '{}'],
      [[1, ['a', {}]], '[ 1, [ a, {} ] ]'],
      [{ a: 1, 'b c': { No: null } }, '{ a: 1, b c: { "No": null } }'],
    ];
    for (const [value, expected] of cases) assert.equal(written(value), expected);
  });

  it('writes a date of publication without quotation marks, and only that', () => {
    const date = '2025-07-12';
    assert.equal(renderAfterColon(date, ['article', 'published'], 2), ' 2025-07-12\n');
    assert.equal(renderAfterColon(date, ['article', 'title'], 2), ' "2025-07-12"\n');
    assert.equal(
      renderAfterColon(`${date}T10:00:00Z`, ['article', 'published'], 2),
      ' "2025-07-12T10:00:00Z"\n',
    );
  });
});

describe('renderBlock', () => {
  const mention = { exact: 'Rossi', prefix: 'il ' };
  const sidecar = {
    chiosa: 1,
    article: { title: 'Sì' },
    entities: {
      rossi: { name: 'Rossi', type: 'person', mentions: [mention, mention], links: ['x'] },
    },
    quotes: [{ kind: 'direct', content: [{ exact: 'Sì' }], speaker: { entity: 'rossi' } }],
    tags: ['a', { b: 1 }],
  };

  it('writes one annotation a line', () => {
    assert.equal(
      renderBlock(sidecar, [], 0),
      [
        'chiosa: 1',
        'article:',
        '  title: Sì',
        'entities:',
        '  rossi:',
        '    name: Rossi',
        '    type: person',
        '    mentions:',
        '      - { exact: Rossi, prefix: "il " }',
        '      - { exact: Rossi, prefix: "il " }',
        '    links: [ x ]',
        'quotes:',
        '  - kind: direct',
        '    content:',
        '      - { exact: Sì }',
        '    speaker: { entity: rossi }',
        'tags: [ a, { b: 1 } ]',
        '',
      ].join('\n'),
    );
  });

  it('writes empty collections on one line', () => {
    assert.equal(renderBlock({ entities: {}, quotes: [] }, [], 0), 'entities: {}\nquotes: []\n');
  });

  itHolds('writes what YAML reads again', yamlValues, (value) => {
    const source = renderBlock({ x: value as YamlValue, quotes: [value as YamlValue] }, [], 0);
    assert.deepEqual(parse(source, { logLevel: 'silent' }), { x: value, quotes: [value] });
  });
});

describe('renderPair and renderItem', () => {
  it('write one line, or an indented block where the format has one', () => {
    assert.equal(renderPair('No', 'on', ['x', 'No'], 4), '"No": "on"\n');
    assert.equal(
      renderPair('rossi', { name: 'Rossi', type: 'person' }, ['entities', 'rossi'], 3),
      'rossi:\n     name: Rossi\n     type: person\n',
    );
    assert.equal(
      renderItem({ exact: 'a' }, ['entities', 'a', 'mentions', 0], 6),
      '- { exact: a }\n',
    );
    assert.equal(
      renderItem({ kind: 'direct', content: [{ exact: 'a' }] }, ['quotes', 0], 2),
      '- kind: direct\n    content:\n      - { exact: a }\n',
    );
  });

  for (const version of ['1.1', '1.2'] as const) {
    it(`write words that YAML ${version} reads as those words, as keys and as values`, () => {
      for (const name of trapNames) {
        const source = renderPair(name, name, [name], 0);
        const read = parse(source, { version, mapAsMap: true, logLevel: 'silent' }) as Map<
          string,
          string
        >;
        assert.deepEqual([...read], [[name, name]], source);
        assert.equal(source.split('\n').length, 2);
      }
    });
  }

  itHolds('write any words as those words', names, (name) => {
    const source = renderPair(name, [name], [name], 0);
    const read = parse(source, { version: '1.1', mapAsMap: true, logLevel: 'silent' }) as Map<
      string,
      unknown
    >;
    assert.deepEqual([...read], [[name, [name]]]);
  });
});

describe('isBlockPath', () => {
  it('is so for what the canonical form spreads over lines', () => {
    const yes = [[], ['article'], ['entities'], ['entities', 'x'], ['entities', 'x', 'mentions']];
    const quotes = [['quotes'], ['quotes', 0], ['quotes', 3, 'content']];
    for (const path of [...yes, ...quotes]) assert.ok(isBlockPath(path), path.join('.'));
  });

  it('is not so for annotations and unknown keys', () => {
    const no = [
      ['x'],
      ['entities', 'x', 'links'],
      ['entities', 'x', 'mentions', 0],
      ['quotes', 0, 'cue'],
    ];
    for (const path of no) assert.ok(!isBlockPath(path), path.join('.'));
  });
});
