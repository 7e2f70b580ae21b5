import assert from 'node:assert/strict';
import { recordInsertion, removal } from '../../../../src/core/sidecar/sidecarEdits';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { dataOf, nodesAt } from '../../../../src/core/sidecar/yamlNode';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const lines = (...all: readonly string[]) => all.join('\n');
const entity = { id: 'mara-è', name: 'Mara: 海', type: 'person' };

function withRecord(source: string, described = entity): string | undefined {
  const edit = recordInsertion(source, yamlTree(source), described);
  return edit && applyEdits(source, [edit]);
}

describe('recordInsertion', () => {
  it('puts the record where its id belongs, below whatever ends in that line', () => {
    const source = lines(
      'chiosa: 1',
      'entities:',
      '  a: # first',
      '    name: A',
      '    type: work # so',
      '  z:',
      '    name: Z',
      '',
    );
    const record = lines('  mara-è:', '    name: "Mara: 海"', '    type: person', '');
    assert.equal(withRecord(source), source.replace('  z:', `${record}  z:`));
    assert.equal(
      withRecord(source.replaceAll('\n', '\r\n')),
      source.replace('  z:', `${record}  z:`).replaceAll('\n', '\r\n'),
    );
    const first = { ...entity, id: 'Zeno' };
    assert.match(withRecord(source, first) ?? '', /^chiosa: 1\nentities:\n {2}Zeno:\n {4}name: /);
  });

  it('has the margin of the others, and a line of its own where the last one has no end', () => {
    assert.equal(
      withRecord(lines('entities:', '    a:', '        name: A')),
      lines(
        'entities:',
        '    a:',
        '        name: A',
        '    mara-è:',
        '      name: "Mara: 海"',
        '      type: person',
      ),
    );
    assert.equal(
      withRecord('entities:\n'),
      lines('entities:', '  mara-è:', '    name: "Mara: 海"', '    type: person', ''),
    );
  });

  it('opens the list of entities where there is none', () => {
    const record = lines('entities:', '  mara-è:', '    name: "Mara: 海"', '    type: person', '');
    assert.equal(
      withRecord('chiosa: 1\nquotes:\n  - kind: di'),
      `chiosa: 1\n${record}quotes:\n  - kind: di`,
    );
    assert.equal(withRecord('chiosa: 1\n'), `chiosa: 1\n${record}`);
    assert.equal(withRecord(''), record);
  });

  it('writes in flow where the others are', () => {
    const record = 'mara-è: { name: "Mara: 海", type: person }';
    assert.equal(
      withRecord('entities: { a: { name: A } } # b\n'),
      `entities: { a: { name: A }, ${record} } # b\n`,
    );
    const into = withRecord('entities: {}\n') ?? '';
    assert.deepEqual(dataOf(into, yamlTree(into)), {
      entities: { 'mara-è': { name: 'Mara: 海', type: 'person' } },
    });
  });

  it('does nothing where it is described, or there is no place', () => {
    assert.equal(withRecord('entities:\n  mara-è:\n    name: M\n'), undefined);
    assert.equal(withRecord('entities: { mara-è: { name: M } }\n'), undefined);
    assert.equal(withRecord('entities: ~\n'), undefined);
    assert.equal(withRecord('{ chiosa: 1 }\n'), undefined);
  });
});

describe('removal', () => {
  /** The source without what stands at `word`, so many nodes from the top. */
  function without(source: string, word: string, depth: number): string | undefined {
    const nodes = nodesAt(yamlTree(source), source.indexOf(word)).slice(0, depth);
    const edit = removal(source, nodes);
    return edit && applyEdits(source, [edit]);
  }

  it('takes lines of their own with them, but not the comment behind', () => {
    const source = lines('a:', '  - { b: 1 }', '  - { c: "# 2" }', '  - { d: 3 } # e', '');
    assert.equal(without(source, '{ c', 3), lines('a:', '  - { b: 1 }', '  - { d: 3 } # e', ''));
    assert.equal(
      without(source, '{ d', 3),
      lines('a:', '  - { b: 1 }', '  - { c: "# 2" }', '  # e', ''),
    );
    const crlf = source.replaceAll('\n', '\r\n');
    assert.equal(without(crlf, '{ c', 3), crlf.replace('  - { c: "# 2" }\r\n', ''));
  });

  it('takes a pair or an item out of a flow collection', () => {
    assert.equal(without('a: { b: 1, c: 2, d: 3 }', 'b:', 3), 'a: { c: 2, d: 3 }');
    assert.equal(without('a: { b: 1, c: 2, d: 3 }', 'd:', 3), 'a: { b: 1, c: 2 }');
    assert.equal(without('a: [ b, c ]', 'b', 3), 'a: [ c ]');
  });

  it('takes the first pair behind a dash, and leaves the dash', () => {
    const source = lines('a:', '  - b: 1', '    c: 2', '');
    assert.equal(without(source, 'b:', 4), lines('a:', '  - c: 2', ''));
    assert.equal(without(source, 'c:', 4), lines('a:', '  - b: 1', ''));
  });

  it('leaves the only one, and what has comments in it', () => {
    assert.equal(without('a: { b: 1 }', 'b:', 3), undefined);
    const source = lines('a:', '  - b: 1 # why', '    c: 2', '  - b: 3', '');
    assert.equal(without(source, 'b:', 3), undefined);
  });
});
