import assert from 'node:assert/strict';
import {
  dataOf,
  nodeAtPath,
  nodesAt,
  nodeWritten,
  textAt,
  wordsOf,
} from '../../../../src/core/sidecar/yamlNode';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const sidecar = `chiosa: 1
entities:
  irene:
    name: Irene Tassoni
    mentions:
      - { exact: Tassoni, prefix: "e\\u00a0" }
      - { spans: [ { exact: Irene }, { exact: 😀 e\u0301 } ] }
quotes:
  - kind: direct
    content: [ { exact: Piove }, { exact: di marzo } ]
  - kind: mixed
`;

describe('nodesAt', () => {
  it('gives what is around an offset, the innermost last', () => {
    const steps = (word: string, into = 1) =>
      nodesAt(yamlTree(sidecar), sidecar.indexOf(word) + into).map(({ step }) => step);
    assert.deepEqual(
      steps('Tassoni'),
      ['', 'entities', 'irene', 'name'].slice(0, 3).concat('name'),
    );
    assert.deepEqual(steps('😀'), ['', 'entities', 'irene', 'mentions', 1, 'spans', 1, 'exact']);
    assert.deepEqual(steps('kind: mixed'), ['', 'quotes', 1, 'kind']);
    assert.deepEqual(steps('- { spans'), ['', 'entities', 'irene', 'mentions', 1]);
    assert.deepEqual(nodesAt(yamlTree(''), 0).length, 1);
  });
});

describe('nodeAtPath', () => {
  it('follows keys and places in lists', () => {
    const tree = yamlTree(sidecar);
    const { value } = nodeAtPath(tree, ['quotes', 0, 'content', 1, 'exact']) ?? {};
    assert.equal(value && sidecar.slice(value.start, value.end), 'di marzo');
    assert.equal(nodeAtPath(tree, ['quotes', 2]), undefined);
  });
});

describe('dataOf', () => {
  it('says words, numbers and what else JSON has', () => {
    const source = "a: \"\\u00a0\\\"\" # c\nb: 'it''s'\nc: -12\nd: true\ne: ~\nf: toString\ng:\n";
    assert.deepEqual(dataOf(source, yamlTree(source)), {
      a: '\u00a0"',
      b: "it's",
      c: -12,
      d: true,
      e: null,
      f: 'toString',
      g: undefined,
    });
    assert.equal(dataOf('', yamlTree('')), undefined);
  });
});

describe('wordsOf', () => {
  it('are what is written, also where a quotation mark or an escape is not finished', () => {
    assert.equal(wordsOf('"a\\n"'), 'a\n');
    assert.equal(wordsOf('"a'), 'a');
    assert.equal(wordsOf('"a\\x'), 'a\\x');
    assert.equal(wordsOf("'a"), 'a');
    assert.equal(wordsOf('a"b'), 'a"b');
  });
});

describe('nodeWritten', () => {
  it('is the item that a cursor is in, of a list', () => {
    const tree = yamlTree(sidecar);
    const at = (path: string, word: string) =>
      nodeWritten(tree, path.split('.'), sidecar.indexOf(word))?.start;
    assert.equal(at('quotes.-', 'mixed'), sidecar.indexOf('- kind: mixed'));
    assert.equal(at('quotes.-', 'direct'), sidecar.indexOf('- kind: direct'));
    assert.equal(at('entities.irene', 'mixed'), sidecar.indexOf('irene'));
    assert.equal(at('entities.nobody', 'mixed'), undefined);
  });
});

describe('textAt', () => {
  it('is the word at a path, or empty', () => {
    const tree = yamlTree(sidecar);
    assert.equal(textAt(sidecar, tree, ['entities', 'irene', 'name']), 'Irene Tassoni');
    assert.equal(textAt(sidecar, tree, ['chiosa']), '1');
    assert.equal(textAt(sidecar, tree, ['quotes']), '');
    assert.equal(textAt(sidecar, tree, ['quotes', 7, 'kind']), '');
  });
});
