import assert from 'node:assert/strict';
import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import {
  colonOf,
  commentsOf,
  contentEnd,
  dashesOf,
  endOfPair,
  isPlainPair,
  keyOf,
  parseYaml,
  type ParsedPair,
} from '../../../../src/core/sidecar/yamlTokens';
import { nth } from '../../../support/marked';

function mapOf(source: string): YAMLMap {
  const { contents } = parseYaml(source);
  assert.ok(isMap(contents));
  return contents;
}

function pairsOf(source: string): ParsedPair[] {
  return mapOf(source).items as unknown as ParsedPair[];
}

function seqOf(source: string): YAMLSeq {
  const { contents } = parseYaml(source);
  assert.ok(isSeq(contents));
  return contents;
}

describe('parseYaml', () => {
  it('gives values that JSON has, whatever the tags say', () => {
    const source = 'a: !!set { x, y }\nb: !!binary aGk=\nc: !!timestamp 2025-07-12\nd: !own z\n';
    assert.deepEqual(parseYaml(source).toJS(), {
      a: { x: null, y: null },
      b: 'aGk=',
      c: '2025-07-12',
      d: 'z',
    });
  });

  it('reads words as YAML 1.2 does', () => {
    assert.deepEqual(parseYaml('[no, on, 12:30, 2025-07-12, 0o17, ~]').toJS(), [
      'no',
      'on',
      '12:30',
      '2025-07-12',
      15,
      null,
    ]);
  });

  it('returns errors', () => {
    assert.equal(parseYaml('a: [').errors.length, 1);
    assert.equal(parseYaml('a: 1\na: 2\n').errors[0]?.code, 'DUPLICATE_KEY');
  });
});

describe('commentsOf', () => {
  it('gives every comment with its place', () => {
    const source = [
      '# top',
      '',
      'a: 1 # one',
      'b: # two',
      '  # three',
      '  - x # four',
      '  # five',
      'c: { y: 1, # six',
      '  z: 2 } # seven',
      'd: "# no" # eight',
      'e: |  # nine',
      '  # not a comment',
      '  text',
      '# ten',
    ].join('\n');
    const comments = commentsOf(source);
    const words = [
      'top',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
    ];
    assert.deepEqual(
      comments.map((comment) => comment.source),
      words.map((word) => `# ${word}`),
    );
    for (const { offset, source: text } of comments) {
      assert.equal(source.slice(offset, offset + text.length), text);
    }
  });

  it('gives none for none, and takes no CR for a part of one', () => {
    assert.deepEqual(commentsOf('a: 1\n'), []);
    assert.deepEqual(commentsOf('# a\r\nb: 1\r\n'), [{ offset: 0, source: '# a' }]);
  });
});

describe('keyOf', () => {
  it('is the key that the object has', () => {
    const source = 'a: 1\n"b c": 1\n2026: 1\ntrue: 1\nnull: 1\n1.0: 1\n';
    const keys = pairsOf(source).map(keyOf);
    assert.deepEqual(keys, ['a', 'b c', '2026', 'true', '', '1']);
    assert.deepEqual(new Set(Object.keys(parseYaml(source).toJS() as object)), new Set(keys));
  });
});

describe('isPlainPair', () => {
  const plain = (source: string) => pairsOf(source).every(isPlainPair);

  it('is so for key, colon and value', () => {
    for (const source of ['a: 1', 'a:', '"a b": [1]', 'a:\n  b: 1', '{ a: 1 }']) {
      assert.ok(plain(source), source);
    }
  });

  it('is not so for keys that are no words, or have no colon', () => {
    for (const source of ['? [a]\n: 1', '? a', '{ a }']) assert.ok(!plain(source), source);
  });
});

describe('places', () => {
  const source = 'a : 1\nb:\n  - x # one\n  -  y\n  # two\nc: { d: 1 }  # three\ne:\n';
  const pairs = pairsOf(source);

  it('know the colon of a pair', () => {
    assert.deepEqual(pairs.map(colonOf), [
      2,
      7,
      source.indexOf('c:') + 1,
      source.indexOf('e:') + 1,
    ]);
  });

  it('know where a value ends, without comments and white space', () => {
    const ends = pairs.map((pair) => source.slice(pair.key.range[0], endOfPair(pair)));
    assert.deepEqual(ends, ['a : 1', 'b:\n  - x # one\n  -  y', 'c: { d: 1 }', 'e:']);
  });

  it('know the dashes of a block sequence, and that a flow sequence has none', () => {
    assert.deepEqual(dashesOf(seqOf('- a\n-\n  b\n- - c\n')), [0, 4, 10]);
    assert.deepEqual(dashesOf(seqOf('[a, b]')), []);
  });

  it('know where nested blocks end', () => {
    const nested = 'a:\n  - b: 1\n    c:\n      - { d: 1 } # x\n\n# y\n';
    const pair = nth(pairsOf(nested), 0);
    assert.ok(pair.value);
    assert.equal(nested.slice(0, contentEnd(pair.value)), 'a:\n  - b: 1\n    c:\n      - { d: 1 }');
  });
});
