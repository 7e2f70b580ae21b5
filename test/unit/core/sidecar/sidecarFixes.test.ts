import assert from 'node:assert/strict';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import { readArticle } from '../../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../../src/core/sidecar/read';
import type { Schema } from '../../../../src/core/model/schema';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { fixesAt } from '../../../../src/core/sidecar/sidecarFixes';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const schema: Schema = {
  types: [{ id: 'person' }, { id: 'sì' }, { id: 'location' }],
  quoteKinds: [{ id: 'direct' }, { id: 'mixed' }],
  attributes: {
    entity: [{ name: 'wikidata', values: 'text', types: ['person'] }],
    mention: [{ name: 'metonym', values: 'boolean', types: ['location'] }],
    quote: [{ name: 'stance', values: ['for', 'no'] }],
    article: [{ name: 'desk', values: ['city'] }],
  },
};
const known = (id: string) =>
  id === 'ada-perrin' ? { id, name: 'Ada Perrin', type: 'person' } : undefined;

/** The problems of a source of this code, and what each of their fixes makes of it. */
function fixed(code: string, source: string): string[][] {
  const { article } = readArticle(new TextEncoder().encode('Nulla.\n'));
  assert.ok(article);
  const lineStarts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  const { problems } = readSidecar(source, article, schema);
  const found = problems.filter((each) => each.code === code);
  assert.ok(found.length > 0, `there is the problem ${code}`);
  return found.map(({ range: { start } }) => {
    const offset = (lineStarts[start.line] ?? 0) + start.column;
    const context = { source, tree: yamlTree(source), schema, known };
    return fixesAt(code, offset, context).map(({ kind, words, edits, isLikely }) => {
      const result = applyEdits(source, edits);
      assert.deepEqual(parseYaml(result).errors, [], result);
      const changed = edits.map(
        ({ start: from, end, text }) => `${source.slice(from, end)}→${text}`,
      );
      return `${kind} ${words}${isLikely ? '!' : ''} ${JSON.stringify(changed.join())}`;
    });
  });
}

describe('the fixes of a sidecar', () => {
  it('are the version, at the top, behind what is no key', () => {
    for (const eol of ['\n', '\r\n']) {
      const source = `# mine${eol}---${eol}entities:${eol}  a: { name: A, type: person }${eol}`;
      const edit = JSON.stringify(`→chiosa: 1${eol}`);
      assert.deepEqual(fixed('version-missing', source), [[`version chiosa: 1! ${edit}`]]);
    }
  });

  it('are the key that may be meant where one is unknown, unless it is there', () => {
    const source = `chiosa: 1
artcle: 1
article: { titel: A, deskk: city }
entities:
  a:
    name: A
    type: person
    nam: B
    wikidta: Q1
    mentions:
      - { exact: é 😀, prefx: b, metonim: true }
quotes:
  - kind: direct
    content: [ { exact: c, sufix: d } ]
    speaker: { entitty: a, exact: e }
`;
    assert.deepEqual(fixed('unknown-key', source).flat(), [
      'replace wikidata! "wikidta→wikidata"',
      'replace prefix! "prefx→prefix"',
      'replace suffix! "sufix→suffix"',
      'replace entity! "entitty→entity"',
      'replace title! "titel→title"',
      'replace desk! "deskk→desk"',
    ]);
  });

  it('are the nearest type, the kinds of quotes, and the values that an attribute may have', () => {
    const source = `chiosa: 1
entities:
  a: { name: A, type: Persona }
  b: { name: B, type: nave }
  c: { name: C, type: location, mentions: [ { exact: C, metonym: yes } ] }
quotes:
  - { kind: indirect, content: [ { exact: c } ], speaker: { entity: a }, stance: ni }
`;
    assert.deepEqual(fixed('unknown-type', source), [['replace person! "Persona→person"'], []]);
    assert.deepEqual(fixed('unknown-quote-kind', source), [
      ['replace direct! "indirect→direct"', 'replace mixed "indirect→mixed"'],
    ]);
    assert.deepEqual(fixed('unknown-attribute-value', source), [
      ['replace true "yes→true"', 'replace false "yes→false"'],
      ['replace for "ni→for"', 'replace "no" "ni→\\"no\\""'],
    ]);
  });

  it('are the removal of an attribute that has no place, and of what stands twice', () => {
    const source = `chiosa: 1
entities:
  a:
    name: A
    type: location
    wikidata: Q1
    mentions:
      - { exact: A }
      - { exact: A }
      - exact: A
quotes:
  - kind: direct
    content: [ { exact: A } ]
  - kind: direct
    content: [ { exact: A } ]
`;
    assert.deepEqual(fixed('misplaced-attribute', source), [['remove ! "    wikidata: Q1\\n→"']]);
    assert.deepEqual(fixed('duplicate-annotation', source), [
      ['remove ! "      - { exact: A }\\n→"'],
      ['remove ! "      - exact: A\\n→"'],
      ['remove ! "  - kind: direct\\n    content: [ { exact: A } ]\\n→"'],
    ]);
  });

  it('are a record of the speaker, or the id that may be meant', () => {
    const source = `chiosa: 1
entities:
  bo-marlé: { name: Bo Marlé, type: person }
quotes:
  - { kind: direct, content: [ { exact: c } ], speaker: { entity: ada-perrin } }
  - { kind: direct, content: [ { exact: d } ], speaker: { entity: bo-marle } }
  - { kind: direct, content: [ { exact: e } ], speaker: { entity: "élan, oh" } }
`;
    assert.deepEqual(fixed('unknown-entity', source), [
      ['describe Ada Perrin! "→  ada-perrin:\\n    name: Ada Perrin\\n    type: person\\n"'],
      [
        'replace bo-marlé! "bo-marle→bo-marlé"',
        'describeNew Bo Marle "→  bo-marle:\\n    name: Bo Marle\\n    type: person\\n"',
      ],
      [
        'describeNew Élan, Oh "→  \\"élan, oh\\":\\n    name: \\"Élan, Oh\\"\\n    type: person\\n"',
      ],
    ]);
  });

  it('find the key that may be meant in every part of a quote', () => {
    const source = `chiosa: 1
quotes:
  - kind: direct
    content:
      - { exact: a, occurence: 2 }
      - exact: b
        sufix: c
    cue: { span: [ { exact: d } ], exact: d }
    speaker: { entiy: e, spans: [ { exact: f, prefx: g } ] }
    stanc: for
`;
    assert.deepEqual(fixed('unknown-key', source).flat().sort(), [
      'replace entity! "entiy→entity"',
      'replace occurrence! "occurence→occurrence"',
      'replace prefix! "prefx→prefix"',
      'replace spans! "span→spans"',
      'replace stance! "stanc→stance"',
      'replace suffix! "sufix→suffix"',
    ]);
  });

  it('offer no key that is there already, and none for one that is like no other', () => {
    const source = `chiosa: 1
note: mine
entities:
  a: { name: A, type: person, nam: B, "typ": C, colour: red }
`;
    assert.deepEqual(fixed('unknown-key', source).flat(), []);
  });

  it('leave everything around them as it is, in any script, with CRLF and comments', () => {
    const source = [
      '# 注: é e\u0301 😀',
      'chiosa: 1 # sì',
      'entities:',
      '  ليلى: { name: "ليلى", type: persn } # 👩‍🚒',
      '  林雨桐:',
      "    name: '林''雨桐'",
      '    type: persn # 也',
      '    mentions:',
      '      - { exact: 林雨桐, metonym: maybe } # 😀',
      '      - { exact: 林雨桐, metonym: maybe } # 😀😀',
      '',
    ].join('\r\n');
    assert.deepEqual(fixed('unknown-type', source), [
      ['replace person! "persn→person"'],
      ['replace person! "persn→person"'],
    ]);
    // The comment of the line that goes stays.
    assert.deepEqual(fixed('duplicate-annotation', source), [
      ['remove ! "- { exact: 林雨桐, metonym: maybe } →"'],
    ]);
  });

  it('describe a speaker where there are no entities yet, and none in a list that is no mapping', () => {
    const quote = '{ kind: direct, content: [ { exact: c } ], speaker: { entity: ada-perrin } }';
    assert.deepEqual(fixed('unknown-entity', `chiosa: 1\nquotes:\n  - ${quote}\n`), [
      [
        'describe Ada Perrin! "→entities:\\n  ada-perrin:\\n    name: Ada Perrin\\n    type: person\\n"',
      ],
    ]);
    assert.deepEqual(fixed('unknown-entity', `chiosa: 1\nentities: ~\nquotes:\n  - ${quote}\n`), [
      [],
    ]);
  });

  it('are none where somebody has mended it meanwhile, or for other problems', () => {
    const source = 'chiosa: 1\nentities:\n  a: { name: A, type: person }\n';
    const context = { source, tree: yamlTree(source), schema, known };
    const at = (code: string, word: string) => fixesAt(code, source.indexOf(word), context);
    assert.deepEqual(at('unknown-type', 'person'), []);
    assert.deepEqual(at('unknown-entity', 'person'), []);
    assert.deepEqual(at('version-missing', 'chiosa'), []);
    assert.deepEqual(at('duplicate-annotation', 'person'), []);
    assert.deepEqual(at('yaml-syntax', 'person'), []);
    assert.deepEqual(at('toString', 'person'), []);
  });
});
