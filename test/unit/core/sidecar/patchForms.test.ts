import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { patchYaml } from '../../../../src/core/sidecar/patch';
import { renderBlock, type YamlValue } from '../../../../src/core/sidecar/render';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';

// Forms of YAML that people and programs write, each patched by the same act: one more mention of `a`.

const added = { exact: 'New' };

/** Adds a mention to the entity `a` of a sidecar. */
function withMention(source: string): string {
  const data = parse(source, { logLevel: 'silent' }) as Record<string, YamlValue>;
  const entities = data['entities'] as Record<string, { mentions?: YamlValue[] }>;
  const { mentions = [], ...entity } = entities['a'] ?? {};
  const changed = { ...entities, a: { ...entity, mentions: [...mentions, added] } };
  const desired = { ...data, entities: changed };
  const patched = patchYaml(source, desired);
  assert.deepEqual(parse(patched, { logLevel: 'silent' }), desired);
  return patched;
}

/** Takes that mention away again. */
function withoutMention(source: string, before: string): string {
  return patchYaml(source, parse(before, { logLevel: 'silent' }) as Record<string, YamlValue>);
}

const start = 'chiosa: 1\nentities:\n  a:\n    name: A\n    type: person\n';
const line = '      - { exact: New }\n';

/** Sidecars and what they are with one mention more; taking it away again gives the bytes before. */
const forms: Record<string, readonly [before: string, after: string]> = {
  'the canonical form': [
    `${start}    mentions:\n      - { exact: A }\nquotes: []\n`,
    `${start}    mentions:\n      - { exact: A }\n${line}quotes: []\n`,
  ],
  CRLF: [
    `${start}    mentions:\n      - { exact: A }\n# end\n`.replaceAll('\n', '\r\n'),
    `${start}    mentions:\n      - { exact: A }\n${line}# end\n`.replaceAll('\n', '\r\n'),
  ],
  'dashes right below their key': [
    `${start}    mentions:\n    - { exact: A }\n    note: x\n`,
    `${start}    mentions:\n    - { exact: A }\n    - { exact: New }\n    note: x\n`,
  ],
  'one space of indentation': [
    'chiosa: 1\nentities:\n a:\n  name: A\n  mentions:\n   - exact: A\n  type: t\n',
    'chiosa: 1\nentities:\n a:\n  name: A\n  mentions:\n   - exact: A\n   - { exact: New }\n  type: t\n',
  ],
  'blank lines and comments behind the list': [
    `${start}    mentions:\n      - { exact: A } # one\n\n      # two\n    # three\n\n# four\nx: 1\n`,
    `${start}    mentions:\n      - { exact: A } # one\n${line}\n      # two\n    # three\n\n# four\nx: 1\n`,
  ],
  'mentions over several lines': [
    `${start}    mentions:\n      - {\n          exact: A, # one\n          prefix: b\n        }\n`,
    `${start}    mentions:\n      - {\n          exact: A, # one\n          prefix: b\n        }\n${line}`,
  ],
  'block scalars': [
    `${start}    mentions:\n      - exact: |-\n          A\n          B\n        prefix: >-\n          c\n          d\nx: 1\n`,
    `${start}    mentions:\n      - exact: |-\n          A\n          B\n        prefix: >-\n          c\n          d\n${line}x: 1\n`,
  ],
  'a block scalar that keeps its blank lines': [
    `${start}    mentions:\n      - exact: |+\n          A\n\nx: 1\n`,
    `${start}    mentions:\n      - exact: |+\n          A\n\n${line}x: 1\n`,
  ],
  'words over several lines': [
    `${start}    mentions:\n      - exact: "A\n          B"\n      - exact: C\n          D\nx: 1\n`,
    `${start}    mentions:\n      - exact: "A\n          B"\n      - exact: C\n          D\n${line}x: 1\n`,
  ],
  'document marks and directives': [
    `%YAML 1.2\n---\n${start}    mentions:\n      - { exact: A }\n...\n`,
    `%YAML 1.2\n---\n${start}    mentions:\n      - { exact: A }\n${line}...\n`,
  ],
  'a byte order mark': [
    `\uFEFF${start}    mentions:\n      - { exact: A }\n`,
    `\uFEFF${start}    mentions:\n      - { exact: A }\n${line}`,
  ],
  'keys in quotation marks': [
    `'chiosa': 1\n"entities":\n  "a":\n    'name': A\n    "mentions": # list\n      - 'exact': A\n`,
    `'chiosa': 1\n"entities":\n  "a":\n    'name': A\n    "mentions": # list\n      - 'exact': A\n${line}`,
  ],
  'no mentions yet': [
    `${start}\n# end\n`,
    `${start}    mentions:\n${`  ${line}`.slice(2)}\n# end\n`,
  ],
  'an entity with a number for its id': [
    'chiosa: 1\nentities:\n  7: { name: Seven }\n  a:\n    name: A\n    mentions:\n      - exact: A\n',
    `chiosa: 1\nentities:\n  7: { name: Seven }\n  a:\n    name: A\n    mentions:\n      - exact: A\n${line}`,
  ],
  'anchors, aliases and tags elsewhere': [
    `chiosa: 1\nx: &x [1, 2]\ny: *x\nz: !own { k: 1 }\n${start.slice(10)}    mentions:\n      - { exact: A }\n`,
    `chiosa: 1\nx: &x [1, 2]\ny: *x\nz: !own { k: 1 }\n${start.slice(10)}    mentions:\n      - { exact: A }\n${line}`,
  ],
  'tabs and spaces behind values': [
    `${start}    mentions:   \n      - { exact: A }\t \nx: 1\t\n`,
    `${start}    mentions:   \n      - { exact: A }\t \n${line}x: 1\t\n`,
  ],
};

/** Sidecars without a newline at their end keep the one that a new line needs. */
const unended: Record<string, readonly [before: string, after: string]> = {
  'no newline at the end': [
    `${start}    mentions:\n      - { exact: A }`,
    `${start}    mentions:\n      - { exact: A }\n${line}`,
  ],
  'a comment at the end without newline': [
    `${start}    mentions:\n      - { exact: A } # end`,
    `${start}    mentions:\n      - { exact: A } # end\n${line}`,
  ],
};

/** Forms of which something has to be written anew. */
const anew: Record<string, readonly [before: string, after: string]> = {
  'an empty list': [
    `${start}    mentions: [] # none\nx: 1\n`,
    `${start}    mentions:\n      - { exact: New } # none\nx: 1\n`,
  ],
  'mentions on one line': [
    `${start}    mentions: [ {exact: A}, { exact: B } ] # two\nx: 1\n`,
    `${start}    mentions:\n      - { exact: A }\n      - { exact: B }\n      - { exact: New } # two\nx: 1\n`,
  ],
  'mentions in brackets over several lines': [
    `${start}    mentions: [\n      { exact: A }, # one\n      { exact: B }\n    ]\nx: 1\n`,
    `${start}    # one\n    mentions:\n      - { exact: A }\n      - { exact: B }\n${line}x: 1\n`,
  ],
  'everything in braces': [
    '# mine\n{ chiosa: 1, # v\n  entities: { a: { name: A, mentions: [ { exact: A } ] } } }\n',
    `# mine\n# v\nchiosa: 1\nentities:\n  a:\n    name: A\n    mentions:\n      - { exact: A }\n${line}`,
  ],
};

describe('patchYaml, given', () => {
  for (const [what, [before, after]] of Object.entries(forms)) {
    it(`${what}, adds a line, and takes it away again`, () => {
      assert.equal(withMention(before), after);
      assert.equal(withoutMention(after, before), before);
    });
  }

  for (const [what, [before, after]] of Object.entries({ ...unended, ...anew })) {
    it(`${what}, adds a mention`, () => {
      assert.equal(withMention(before), after);
    });
  }

  it('mentions in an order of their own, leaves them there', () => {
    const source = `${start}    mentions:\n      - { exact: B }\n      - { exact: A } # first\n`;
    const mentions = [{ exact: 'A' }, { exact: 'New' }, { exact: 'B' }];
    const desired = { chiosa: 1, entities: { a: { name: 'A', type: 'person', mentions } } };
    assert.equal(
      patchYaml(source, desired),
      `${start}    mentions:\n      - { exact: B }\n      - { exact: A } # first\n${line}`,
    );
  });

  it('keys of a mention in an order of their own, leaves them there', () => {
    const source = `${start}    mentions:\n      - { suffix: c, exact: A }\n`;
    const mentions = [{ exact: 'A', suffix: 'c' }];
    const desired = { chiosa: 1, entities: { a: { name: 'A', type: 'person', mentions } } };
    assert.equal(patchYaml(source, desired), source);
  });

  it('empty lists and mappings that it does not need, leaves them there', () => {
    const source = 'chiosa: 1\narticle: {}\nentities: {} # none yet\nquotes: []\nx: []\n';
    assert.equal(patchYaml(source, { chiosa: 1, x: [] }), source);
  });

  it('an alias whose anchor goes, writes the whole anew', () => {
    const patched = patchYaml('# mine\nchiosa: 1\nx: &x [1, 2] # one\ny: *x\n', {
      chiosa: 1,
      y: [1, 2],
    });
    assert.equal(patched, '# mine\n# one\nchiosa: 1\n"y": [ 1, 2 ]\n');
  });

  it('an alias, writes out what changes', () => {
    const source = 'chiosa: 1\nx: &x { p: 1 }\ny: *x # same\n';
    const patched = patchYaml(source, { chiosa: 1, x: { p: 1 }, y: { p: 2 } });
    assert.equal(patched, 'chiosa: 1\nx: &x { p: 1 }\ny: { p: 2 } # same\n');
  });

  it('a quote in braces, writes it anew where it changes, its comment before it', () => {
    const source =
      'chiosa: 1\nquotes:\n  # one\n  - { kind: direct, content: [{ exact: a }] } # two\n  - { kind: mixed } # three\n';
    const quote = { kind: 'direct', content: [{ exact: 'a' }], speaker: { entity: 'x' } };
    assert.equal(
      patchYaml(source, { chiosa: 1, quotes: [quote, { kind: 'mixed' }] }),
      'chiosa: 1\nquotes:\n  # one\n  # two\n  - kind: direct\n    content:\n      - { exact: a }\n    speaker: { entity: x }\n  - { kind: mixed } # three\n',
    );
  });

  it('words in any notation, replaces them and nothing around', () => {
    const notations = [
      'a',
      "'a'",
      '"a\n    b"',
      '\n    a\n    b',
      '|\n    a\n    b',
      '>-\n    a\n',
      '|+\n    a\n\n',
      '!t a',
    ];
    for (const notation of notations) {
      const source = `chiosa: 1\narticle:\n  title: ${notation}\n  # mine\n  outlet: x\n`;
      const patched = patchYaml(source, { chiosa: 1, article: { title: 'New', outlet: 'x' } });
      assert.match(
        patched,
        /^chiosa: 1\narticle:\n {2}title: New\n\n? {2}# mine\n {2}outlet: x\n$/,
        source,
      );
    }
  });

  it('an empty source or only comments, writes all below', () => {
    const data = { chiosa: 1, x: [1] };
    const all = renderBlock(data, [], 0);
    assert.equal(patchYaml('', data), all);
    assert.equal(patchYaml('# mine\n\n# end', data), `# mine\n\n# end\n${all}`);
    assert.equal(patchYaml('---\n', data), `---\n${all}`);
    assert.equal(patchYaml('# mine\r\n', data), `# mine\r\n${all.replaceAll('\n', '\r\n')}`);
  });

  it('a long line, does not fold it', () => {
    const exact = 'parola '.repeat(200).trim();
    const desired = { chiosa: 1, quotes: [{ kind: 'direct', content: [{ exact, suffix: ',' }] }] };
    const patched = patchYaml('chiosa: 1\n', desired);
    assert.equal(patched.split('\n').length, 6);
    assert.deepEqual(parseYaml(patched).toJS(), desired);
  });
});
