import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import type { Schema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { recordInsertion, removal } from '../../../../src/core/sidecar/sidecarEdits';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { fixesAt } from '../../../../src/core/sidecar/sidecarFixes';
import { idPlaces, sidecarPlaceAt } from '../../../../src/core/sidecar/sidecarPlace';
import { dataOf, nodeAtPath, nodesAt, wordsOf } from '../../../../src/core/sidecar/yamlNode';
import { commentsOf } from '../../../../src/core/sidecar/yamlTokens';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';
import { articleOf } from '../../../support/builders';
import { markedOnce, nth } from '../../../support/marked';

const lines = (...all: readonly string[]) => all.join('\n');
const data = (source: string) => dataOf(source, yamlTree(source));
const says = (source: string): unknown => parseDocument(source).toJS();
const mark = '\ufeff';

/** The source without the pair or the item that is marked, and its comments; undefined where that cannot go. */
function without(marked: string): string | undefined {
  const { text: source, span } = markedOnce(marked);
  const nodes = nodesAt(yamlTree(source), span.start);
  const depth = nodes.findIndex(({ start, end }) => start === span.start && end === span.end);
  assert.ok(depth > 0, 'a node is marked');
  const edit = removal(source, nodes.slice(0, depth + 1));
  if (!edit) return undefined;
  const after = applyEdits(source, [edit]);
  assert.deepEqual(parseDocument(after).errors, [], after);
  const comments = (text: string) => commentsOf(text).map((comment) => comment.source);
  assert.deepEqual(comments(after), comments(source), 'the comments stay');
  return after;
}

describe('words with apostrophes and quotation marks, as people write them without any', () => {
  for (const words of ["gli anni '80", "rock 'n' roll", "l'anno", '15" di neve', "po'", 'il "sì']) {
    it(`reads ${words} as a value of a pair, of an item and in braces`, () => {
      for (const source of [
        `a: ${words}\nb: c\n`,
        `a:\n  - ${words} # d\n  - e\n`,
        `a: { exact: ${words}, prefix: b }\n`,
        `a: [ ${words}, c ] # d\n`,
      ]) {
        assert.deepEqual(data(source), says(source), source);
      }
    });
  }

  it('reads keys with apostrophes and marks within', () => {
    for (const source of [
      "l'anno: a\n",
      "'l''anno': a\n",
      '"a\\"b": c\n',
      "{ l'anno: a, b: c }\n",
    ]) {
      assert.deepEqual(data(source), says(source), source);
    }
  });

  it('knows a doubled apostrophe in braces for one', () => {
    const source = "a: { 'l''anno': 'dell''80, sì', b: '''c''' }\n";
    assert.deepEqual(data(source), says(source));
  });
});

describe('keys with marks of YAML within', () => {
  for (const key of ['c#', '12:30', 'http://a.b', 'a,b', 'a-', 'x"y', 'a#b:c', 'è [forse]']) {
    it(`are keys, as ${key} is`, () => {
      for (const source of [
        `entities:\n  ${key}:\n    name: A # b: c\n  d: e\n`,
        `- ${key}: a\n  b: c\n`,
        `${key} : a\n`,
      ]) {
        assert.deepEqual(data(source), says(source), source);
      }
    });
  }

  it('are none behind the beginning of a comment', () => {
    for (const source of ['a: b\nc # d: e\n', '# a: b\n']) {
      assert.ok(!yamlTree(source).children.some(({ step }) => String(step).includes('#')), source);
    }
  });
});

describe('words with the escapes that programs write', () => {
  const escaped = [
    ...['citt\\xe0', 'citt\\u00E0', '\\U0001F600', '\\ud83d\\ude00', 'a\\_b', 'a\\Nb\\Lc\\Pd'],
    ...['\\e\\a\\0\\v', 'a\\ b', '\\x41\\n\\t\\"\\\\x41', 'a\\/b', '\\x41\tb'],
  ];
  for (const words of escaped) {
    it(`reads "${words}" as others do`, () => {
      for (const source of [
        `a: "${words}" # b\n`,
        `"${words}": b\n`,
        `{ a: "${words}", b: c }\n`,
      ]) {
        assert.deepEqual(data(source), says(source), source);
      }
    });
  }

  it('leads from a name that is written so to its entity', () => {
    const source =
      'entities:\n  "citt\\xE0": { name: A }\nquotes:\n  - speaker: { entity: città }\n';
    assert.equal(idPlaces(source, yamlTree(source), 'città').length, 2);
  });

  it('keeps what is no escape, or not one yet', () => {
    for (const words of ['a\\', 'a\\x4', 'a\\q', 'a\\U00110000']) {
      assert.equal(wordsOf(`"${words}`), words);
    }
  });
});

describe('a sidecar with a byte order mark', () => {
  const source = `${mark}entities:\n  a: { name: A, type: person }\n`;

  it('has its keys behind the mark', () => {
    assert.deepEqual(data(source), says(source));
    const [entities] = yamlTree(source).children;
    assert.equal(entities?.start, 1);
    assert.equal(sidecarPlaceAt(source, yamlTree(source), 3)?.path[0], 'entities');
  });

  it('gets records and versions behind the mark', () => {
    const quotes = `${mark}quotes:\n  - kind: direct\n`;
    const edit = recordInsertion(quotes, yamlTree(quotes), { id: 'b', name: 'B', type: 'work' });
    assert.ok(edit);
    const after = applyEdits(quotes, [edit]);
    assert.ok(after.startsWith(`${mark}entities:\n  b:\n    name: B\n`));
    assert.deepEqual(Object.keys(says(after) as object), ['entities', 'quotes']);
  });
});

describe('ids that YAML or sidecars take for something else', () => {
  for (const id of [
    '1984',
    '-',
    '007',
    'true',
    'null',
    "l'",
    'a: b',
    '#',
    '{}',
    '0x1F',
    '~',
    '-1',
  ]) {
    it(`finds ${id} as the key of a record and where a quote names it`, () => {
      const written = JSON.stringify(id);
      const source = lines(
        'entities:',
        `  ${written}:`,
        '    name: A',
        'quotes:',
        `  - { kind: direct, speaker: { entity: ${written} } }`,
        `  - kind: direct`,
        '    speaker:',
        `      entity: ${written} # a`,
      );
      const tree = yamlTree(source);
      const places = idPlaces(source, tree, id);
      assert.deepEqual(
        places.map(({ start, end }) => source.slice(start, end)),
        [written, written, written],
      );
      for (const place of places) {
        const at = sidecarPlaceAt(source, tree, place.start + 1);
        assert.deepEqual([at?.entity, at?.id], [id, place]);
      }
      const node = nodeAtPath(tree, ['entities', id, 'name']);
      assert.equal(sidecarPlaceAt(source, tree, node?.start ?? 0)?.entity, id);
    });

    it(`describes ${id} once, as it is read again`, () => {
      const source = 'chiosa: 1\nentities:\n  m: { name: M, type: person }\n';
      const entity = { id, name: id, type: 'person' };
      const edit = recordInsertion(source, yamlTree(source), entity);
      assert.ok(edit);
      const after = applyEdits(source, [edit]);
      assert.deepEqual((says(after) as { entities: Record<string, unknown> }).entities[id], {
        name: id,
        type: 'person',
      });
      assert.equal(recordInsertion(after, yamlTree(after), entity), undefined);
    });
  }

  it('finds a number without quotation marks in both places', () => {
    const source = lines(
      'entities:',
      '  1984: { name: A }',
      'quotes:',
      '  - speaker: { entity: 1984 }',
    );
    assert.equal(idPlaces(source, yamlTree(source), '1984').length, 2);
  });
});

describe('what a removal leaves', () => {
  it('is all the other pairs, in lines and in braces', () => {
    assert.equal(without('a: { b: c, ⟦d: e⟧, f: g }\n'), 'a: { b: c, f: g }\n');
    assert.equal(without('a: { ⟦b: c⟧, d: e }\n'), 'a: { d: e }\n');
    assert.equal(without('a:\n  - ⟦b: c⟧\n    d: e\n'), 'a:\n  - d: e\n');
    assert.equal(without('a: b\r\n⟦c: d⟧\r\ne: f\r\n'), 'a: b\r\ne: f\r\n');
    assert.equal(without('a: b\n⟦c: d⟧'), 'a: b\n');
  });

  it('has the comments between what goes and what stays', () => {
    for (const source of [
      'a:\n  - ⟦b: c⟧ # mine\n    d: e\n',
      'a:\n  - ⟦b: c⟧\n    # mine\n    d: e\n',
      'a: {\n  b: c, # mine\n  ⟦d: e⟧\n}\n',
      'a: {\n  ⟦b: c⟧, # mine\n  d: e\n}\n',
      'a: [\n  b,\n  # mine\n  ⟦c⟧,\n  d\n]\n',
    ]) {
      const after = without(source);
      if (after !== undefined) assert.match(after, /# mine/);
    }
  });

  it('keeps what looks like a comment in words of its own', () => {
    assert.equal(without('a:\n  ⟦b: "c # d"⟧\n  e: f\n'), 'a:\n  e: f\n');
    assert.equal(
      without("a:\n  ⟦b: 'c # d' # e⟧\n  f: g\n".replace(' # e⟧', '⟧ # e')),
      'a:\n  # e\n  f: g\n',
    );
  });
});

const schema: Schema = {
  types: [{ id: 'person' }, { id: "l'uomo" }],
  quoteKinds: [{ id: 'direct' }, { id: 'mixed' }],
  attributes: { entity: [], mention: [], quote: [], article: [] },
};

/** What the first fix for the first problem of this code makes of a source. */
function mended(code: string, source: string): string {
  const { problems } = readSidecar(source, articleOf('Nulla.\n'), schema);
  const found = problems.find((each) => each.code === code);
  assert.ok(found, `there is the problem ${code} in ${source}`);
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  const { line, column } = found.range.start;
  const context = { source, tree: yamlTree(source), schema, known: () => undefined };
  const [fix] = fixesAt(code, (starts[line] ?? 0) + column, context);
  assert.ok(fix, `there is a fix for ${code}`);
  const after = applyEdits(source, fix.edits);
  assert.deepEqual(parseDocument(after).errors, [], after);
  const left = readSidecar(after, articleOf('Nulla.\n'), schema).problems;
  assert.ok(!left.some((each) => each.code === code), after);
  return after;
}

describe('fixes of what people have written', () => {
  it('write the version on a line of its own, whatever stands before', () => {
    assert.equal(mended('version-missing', '---\nquotes: []\n'), '---\nchiosa: 1\nquotes: []\n');
    assert.equal(
      mended('version-missing', `${mark}quotes: []\r\n`),
      `${mark}chiosa: 1\r\nquotes: []\r\n`,
    );
  });

  it('mend what is in quotation marks of either sort, and mean it as YAML does', () => {
    const before = (type: string) => `chiosa: 1\nentities:\n  a: { name: A, type: ${type} }\n`;
    assert.equal(mended('unknown-type', before("'persn'")), before('person'));
    assert.equal(mended('unknown-type', before('"persn"')), before('person'));
    assert.match(mended('unknown-type', before('luomo')), /type: "?l'uomo"? }/);
  });

  it('mend the kind of one quote, and not that of its neighbours', () => {
    const quote = (kind: string) =>
      `  - kind: ${kind} # sì\r\n    content: [ { exact: 'Nulla' } ]\r\n`;
    const of = (kind: string) => `chiosa: 1\r\nquotes:\r\n${quote('mixed')}${quote(kind)}`;
    assert.equal(mended('unknown-quote-kind', of('indirect')), of('direct'));
  });

  it('are none behind the end of what is there', () => {
    const source = 'chiosa: 1\nentities:\n  a: { name: A, type';
    const context = { source, tree: yamlTree(source), schema, known: () => undefined };
    assert.deepEqual(fixesAt('unknown-type', source.length, context), []);
    assert.deepEqual(fixesAt('unknown-entity', source.length, context), []);
    const entity = nth(yamlTree(source).children, 1);
    assert.equal(entity.end, source.length);
  });
});
