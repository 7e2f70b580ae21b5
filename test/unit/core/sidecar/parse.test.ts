import assert from 'node:assert/strict';
import { severityOf, blocksWriting } from '../../../../src/core/check/problem';
import { parseSidecar } from '../../../../src/core/sidecar/parse';
import type { Path } from '../../../../src/core/sidecar/validate';

const start = 'chiosa: 1\n';
const entity = 'entities:\n  a:\n    name: A\n    type: person\n';
const bomb =
  'a: &a [x, x, x, x, x, x, x, x, x]\n' +
  Array.from('bcdefghi')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i] ?? ''}, `.repeat(9)}]\n`)
    .join('');

/** What is wrong with a source: `line:column code`, counted from 1. */
function problemsOf(source: string): string[] {
  return parseSidecar(source).problems.map(
    ({ code, range }) => `${range.start.line + 1}:${range.start.column + 1} ${code}`,
  );
}

/** What cannot be read, by what it is called: the source, and what is told. */
const unreadable: Record<string, readonly [source: string, ...problems: string[]]> = {
  'an open bracket': [`${start}x: [1, 2\n`, '3:1 yaml-syntax'],
  'an open quotation mark': [`${start}x: "abc\n`, '3:1 yaml-syntax'],
  'a tab for indentation': [`${start}x:\n\ty: 1\n`, '3:1 yaml-syntax'],
  'a colon too many': [`${start}x: y: z\n`, '2:4 yaml-syntax'],
  'wrong indentation': [`${start}x:\n    a: 1\n  b: 2\n`, '4:1 yaml-syntax'],
  'a lone percent sign': [`${start}%x\n`, '2:1 yaml-syntax', '2:1 yaml-syntax'],
  'two documents': [`${start}---\n${start}`, '2:1 yaml-syntax'],
  'text behind an end of document': [`${start}...\nx\n`, '3:1 yaml-syntax'],
  'an alias to nowhere': [`${start}x: *nowhere\n`, '1:1 yaml-syntax'],
  'an alias bomb': [start + bomb, '1:1 yaml-syntax'],
  'an alias to what is around it': [`${start}x: &x [*x]\n`, '1:1 yaml-syntax'],
  'a key twice at the top': [`${start}x: 1\ny: 2\nx: 3\n`, '4:1 duplicate-key'],
  'an entity twice': [`${start}${entity}  a:\n    name: B\n    type: work\n`, '6:3 duplicate-key'],
  'a key twice in a flow mapping': [`${start}x: { a: 1, b: 2, a: 3 }\n`, '2:18 duplicate-key'],
  'a key that no object can have': [`${start}x:\n  __proto__: 1\n`, '3:3 invalid-value'],
  'a key that is a list': [`${start}? [a, b]\n: x\n`, '2:3 invalid-value'],
  'keys in keys': [start + '? '.repeat(300), '2:3 invalid-value'],
  'a newer version': ['chiosa: 2\n', '1:9 version-newer'],
  'a version in words': ['chiosa: one\n', '1:9 invalid-value'],
  'no version': ['# mine\n\nentities: {}\n', '3:1 version-missing'],
  'a list at the top': ['- chiosa: 1\n', '1:1 invalid-value'],
  'words at the top': ['\n\nchiosa\n', '3:1 invalid-value'],
  'a number at the top': ['1', '1:1 invalid-value'],
  'a wrong text': [`${start}text: 123\n`, '2:7 invalid-value'],
  'a wrong article': [`${start}article: Title\n`, '2:10 invalid-value'],
  'a wrong title': [`${start}article:\n  title: [a]\n`, '3:10 invalid-value'],
  'wrong entities': [`${start}entities: [a]\n`, '2:11 invalid-value'],
  'a wrong entity': [`${start}entities:\n  a: A\n`, '3:6 invalid-value'],
  'an entity without type': [`${start}entities:\n  a:\n    name: A\n`, '4:5 invalid-value'],
  'a wrong name': [`${start}entities:\n  a: { name: 5, type: t }\n`, '3:14 invalid-value'],
  'wrong mentions': [`${start}${entity}    mentions: A\n`, '6:15 invalid-value'],
  'a wrong mention': [`${start}${entity}    mentions:\n      - A\n`, '7:9 invalid-value'],
  'a wrong exact': [`${start}${entity}    mentions:\n      - { exact: 5 }\n`, '7:18 invalid-value'],
  'a wrong piece': [
    `${start}${entity}    mentions:\n      - spans:\n        - { exact: A }\n        - B\n`,
    '9:11 invalid-value',
  ],
  'wrong quotes': [`${start}quotes: { a: 1 }\n`, '2:9 invalid-value'],
  'a wrong kind': [
    `${start}quotes:\n  - kind: sung\n    content: [{ exact: A }]\n`,
    '3:11 invalid-value',
  ],
  'a wrong cue': [
    `${start}quotes:\n  - kind: direct\n    content: [{ exact: A }]\n    cue: x\n`,
    '5:10 invalid-value',
  ],
  'several wrong things': [
    `${start}article: { status: lost }\n${entity}    mentions: [1, { exact: A }, 2]\n`,
    '2:20 invalid-value',
    '7:16 invalid-value',
    '7:33 invalid-value',
  ],
  'a wrong thing behind another': [
    `${start}quotes:\n  - 5\n  - { kind: direct, content: [{ exact: A }] }\n  - { kind: x }\n`,
    '3:5 invalid-value',
    '5:13 invalid-value',
    '5:5 invalid-value',
  ],
  'git’s conflict marks': [
    `${start}<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> branch\n`,
    '2:1 merge-conflict',
  ],
  'git’s conflict marks with a base': [
    `${start}x: 0\n<<<<<<< a\ny: 1\n||||||| b\ny: 0\n=======\ny: 2\n>>>>>>> c\n`,
    '3:1 merge-conflict',
  ],
  'conflict marks and wrong YAML': [
    `${start}<<<<<<< a\nx: [\n=======\nx: 2\n>>>>>>> b\n`,
    '2:1 merge-conflict',
    '7:1 yaml-syntax',
  ],
  'wrong things behind CRLF and emoji': [
    'chiosa: 1\r\n# 🌊\r\narticle: { title: 🌊, status: lost }\r\n',
    '3:31 invalid-value',
  ],
};

describe('parseSidecar', () => {
  for (const [what, [source, ...expected]] of Object.entries(unreadable)) {
    it(`tells where ${what} is, and that nothing may be written`, () => {
      assert.deepEqual(problemsOf(source), expected);
      const { problems } = parseSidecar(source);
      assert.ok(blocksWriting(problems));
      assert.ok(problems.every(({ code }) => severityOf(code) === 'error'));
    });
  }

  for (const [what, source] of Object.entries({
    'an empty file': '',
    'a blank file': '\n\n  \n',
    'a file of comments': '# mine\n\n# and yours\n',
    'nothing but the version': 'chiosa: 1',
    'collections that are nothing': `${start}article:\nquotes:\nentities:\n  a: { name: A, type: t, mentions: }\n`,
    'a byte order mark': '\uFEFFchiosa: 1\n',
    'directives and document marks': '%YAML 1.2\n---\nchiosa: 1\n...\n',
    CRLF: 'chiosa: 1\r\nx:\r\n  - 1\r\n',
    'one long line': '{ chiosa: 1, entities: { a: { name: A, type: person } } }',
    JSON: '{"chiosa": 1, "quotes": []}',
    'unknown tags': 'chiosa: 1\nx: !mine { a: 1 }\n',
  })) {
    it(`reads ${what}`, () => {
      assert.deepEqual(problemsOf(source), []);
      assert.equal(parseSidecar(source).data.chiosa, 1);
    });
  }

  it('says how far a key that stands twice reaches', () => {
    const [found] = parseSidecar('chiosa: 1\nabc: 1\n"abc" : 2\n').problems;
    assert.deepEqual(found?.range, { start: { line: 2, column: 0 }, end: { line: 2, column: 5 } });
    assert.equal(found.detail['key'], 'abc');
  });

  it('reads “ours” of a conflict', () => {
    const source = `${start}x: 1\n<<<<<<< a\ny: ours\n=======\ny: theirs\n>>>>>>> b\nz: 3\n`;
    assert.deepEqual(parseSidecar(source).data, { chiosa: 1, x: 1, y: 'ours', z: 3 });
  });

  it('reads what stands before broken YAML', () => {
    const { data } = parseSidecar(`${start}${entity}x: [\n`);
    assert.deepEqual(data.entities, { a: { name: 'A', type: 'person' } });
  });

  it('never throws for sources that are nested too deep', () => {
    // Mocha has every error remember all of its stack, which takes long when the stack overflows.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 10;
    for (const source of ['['.repeat(5_000), `a: ${'{ a: '.repeat(5_000)}`, '- '.repeat(5_000)]) {
      assert.ok(blocksWriting(parseSidecar(source).problems));
    }
    Error.stackTraceLimit = stackTraceLimit;
  });

  it('does not write to the console', () => {
    const warnings: unknown[] = [];
    const listen = (warning: unknown) => warnings.push(warning);
    process.on('warning', listen);
    parseSidecar('chiosa: 1\n? [a, b]\n: x\nz: !own 1\n%x\n');
    process.off('warning', listen);
    assert.deepEqual(warnings, []);
  });
});

describe('rangeOf and keyRangeOf', () => {
  const source = [
    'chiosa: 1',
    'entities:',
    '  2026:',
    '    name: Expo',
    '    type: event',
    '    mentions:',
    '      - 5',
    '      - { exact: Expo, "note": 🌊, x: y }',
  ].join('\n');
  const { rangeOf, keyRangeOf } = parseSidecar(source);
  /** The words at a path, on one line. */
  const words = (of: typeof rangeOf, path: Path) => {
    const range = of(path);
    return source.split('\n')[range.start.line]?.slice(range.start.column, range.end.column);
  };
  // In what was read the second mention is the first: the one before it was left out.
  const mention = ['entities', '2026', 'mentions', 0];

  it('give the place of a value', () => {
    assert.equal(words(rangeOf, ['chiosa']), '1');
    assert.equal(words(rangeOf, ['entities', '2026', 'name']), 'Expo');
    assert.equal(words(rangeOf, mention), '{ exact: Expo, "note": 🌊, x: y }');
    assert.equal(words(rangeOf, [...mention, 'exact']), 'Expo');
    assert.equal(words(rangeOf, [...mention, 'x']), 'y');
  });

  it('give the place of a key', () => {
    assert.equal(words(keyRangeOf, ['chiosa']), 'chiosa');
    assert.equal(words(keyRangeOf, ['entities', '2026']), '2026');
    assert.equal(words(keyRangeOf, [...mention, 'note']), '"note"');
  });

  it('give what is around where there is no such value', () => {
    assert.equal(words(rangeOf, [...mention, 'suffix']), words(rangeOf, mention));
    assert.equal(words(keyRangeOf, [...mention, 'suffix']), words(rangeOf, mention));
    assert.deepEqual(rangeOf(['quotes', 4]).start, { line: 0, column: 0 });
    assert.deepEqual(parseSidecar('').rangeOf(['text']).start, { line: 0, column: 0 });
  });
});
