import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { renderBlock, type YamlValue } from '../../../../src/core/sidecar/render';
import { dataOf, type YamlNode } from '../../../../src/core/sidecar/yamlNode';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const lines = (...all: readonly string[]) => all.join('\n');
const data = (source: string) => dataOf(source, yamlTree(source));

/** All scalars of a source, keys among them, as `yaml` finds them. */
function scalarsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (isScalar(node) && node.range) found.push(source.slice(node.range[0], node.range[1]).trim());
    else if (isSeq(node)) node.items.forEach(visit);
    else if (isMap(node)) {
      for (const { key, value } of node.items) [key, value].forEach(visit);
    }
  };
  visit(parseDocument(source).contents);
  return found;
}

function scalarsIn(source: string, node: YamlNode): string[] {
  const own = [node.key, node.value].flatMap((span) =>
    span ? [source.slice(span.start, span.end)] : [],
  );
  return [...own, ...node.children.flatMap((child) => scalarsIn(source, child))];
}

const sidecar = renderBlock(
  {
    chiosa: 1,
    article: { title: 'Il «ponte»: chiuso # sì', published: '2026-01-14', labels: ['a, b', 'c'] },
    entities: {
      'irene-tassoni': {
        name: 'Irene Tassoni',
        type: 'person',
        mentions: [
          { exact: 'Tassoni', prefix: '“{no}”, “', suffix: ' [e] \\ "poi"' },
          { spans: [{ exact: 'Irene' }, { exact: '😀 e\u0301' }], metonym: true },
        ],
      },
      '"1984"': { name: "l'anno: 1984", type: 'work' },
      阿強: { name: 'المدينة', type: 'location' },
    },
    quotes: [
      {
        kind: 'direct',
        content: [{ exact: 'Non prima', occurrence: 2 }, { exact: 'di marzo' }],
        speaker: { entity: '阿強', exact: 'città' },
      },
      { kind: 'mixed', content: [{ exact: 'x' }], cue: { exact: 'ha detto' } },
    ],
  } satisfies Record<string, YamlValue>,
  [],
  0,
);

describe('yamlTree', () => {
  it('reads what Chiosa writes as a parser of all of YAML does', () => {
    for (const source of [sidecar, sidecar.replaceAll('\n', '\r\n')]) {
      assert.deepEqual(data(source), parseDocument(source).toJS());
      assert.deepEqual(scalarsIn(source, yamlTree(source)), scalarsOf(source));
    }
  });

  it('reads what people and their formatters write', () => {
    for (const source of [
      lines('quotes:', '- kind: direct', '  content:', '  - exact: A', '    prefix: "b: "', 'x: 1'),
      lines('a:', '  - {', '      exact: A,', '      prefix: "}",', '    }', '  - b # { c', 'd: e'),
      lines("a: { b: [ 1, { c: d } ], \"e\": 'f''g' } # h: i", 'j: k'),
      lines('{ chiosa: 1, entities: { a: { name: A } } }'),
      lines('{"a":"b","c":[true,null]}'),
      lines('a: |', '  b: c', '', '   { d', 'e: >-', '  f', 'g:', '  h: "i # j" # k'),
      lines('---', '# a: b', 'c:', '  d', 'e:', '  - - f: g', '    - h', '  -', '    i: j'),
      lines('a:', '  {', '    b: c', '  }', 'd:', '  [', '    e,', '  ]'),
      lines('a: http://b', 'c: d#e', 'f: { g: h:i, j: "k" }'),
    ]) {
      const expected = parseDocument(source);
      assert.deepEqual(scalarsIn(source, yamlTree(source)), scalarsOf(source), source);
      if (source.includes('|')) continue;
      assert.deepEqual(data(source), expected.toJS(), source);
    }
  });

  it('ends what is left open before the next line that is not indented further', () => {
    const source = lines(
      'entities:',
      '  a:',
      '    mentions:',
      '      - { exact: "A, prefix: b',
      '      - { exact: C, pre',
      '  d: [',
      'quotes:',
      '  - kind: direct',
      '    con',
    );
    assert.deepEqual(data(source), {
      entities: {
        a: { mentions: [{ exact: 'A, prefix: b' }, { exact: 'C', pre: undefined }] },
        d: undefined,
      },
      quotes: [{ kind: 'direct' }],
    });
  });

  it('reads a flow collection in one line alike, whatever the next line is', () => {
    const flow = 'a: { b: [ 1, { c: d } ] }';
    for (const next of ['', '\n', '\ne: f\n', '\n# g\ne: f\n', '\n\ne: f\n', '\r\ne: f', '\n}\n']) {
      const source = flow + next;
      const [node] = yamlTree(source).children;
      assert.deepEqual(node?.flow, { start: 3, end: flow.length }, JSON.stringify(next));
      assert.deepEqual(dataOf(source, node), { b: [1, { c: 'd' }] });
      assert.equal(yamlTree(source).children.length, next.includes('e: f') ? 2 : 1);
    }
  });

  it('takes no words for keys that stand in blocks of words, and goes on behind them', () => {
    const source = lines('a: >', '  b: c', '  - d', 'e:', '  f: |-', '     g: h', '  i: j');
    const [a, e] = yamlTree(source).children;
    assert.equal(a?.children.length, 0);
    assert.deepEqual(
      e?.children.map(({ step }) => step),
      ['f', 'i'],
    );
  });

  it('throws at nothing, and every node is within the one around it', () => {
    const within = (node: YamlNode): void => {
      let before = node.start;
      for (const child of node.children) {
        assert.ok(before <= child.start && child.start <= child.end && child.end <= node.end);
        before = child.start;
        within(child);
      }
    };
    for (let start = 0; start < sidecar.length; start += 7) {
      for (const source of [
        sidecar.slice(0, start),
        sidecar.slice(start),
        `}]${sidecar.slice(start)}`,
      ]) {
        within(yamlTree(source));
      }
    }
  });

  it('keeps pairs whose keys are those of every object', () => {
    const source = lines('__proto__:', '  a: b', 'constructor: c');
    assert.deepEqual(Object.keys(data(source) as object), ['__proto__', 'constructor']);
  });
});
