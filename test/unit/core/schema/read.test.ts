import assert from 'node:assert/strict';
import { problemMessage } from '../../../../src/core/check/messages';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSchema } from '../../../../src/core/schema/read';

/** What a schema with these lines is told: `line:column code`, counted from 1. */
function problemsOf(...lines: readonly string[]): string[] {
  return readSchema(lines.join('\n')).problems.map(
    ({ code, range: { start } }) => `${start.line + 1}:${start.column + 1} ${code}`,
  );
}

function schemaOf(...lines: readonly string[]) {
  const { schema, problems } = readSchema(lines.join('\n'));
  assert.deepEqual(problems, []);
  return schema;
}

describe('readSchema', () => {
  it('is the default for an empty file, and for each part that is left out', () => {
    for (const source of ['', '# nothing yet\n', 'types:\n', '---\nattributes:\n  mention:\n']) {
      assert.deepEqual(schemaOf(source), defaultSchema, source);
    }
    assert.deepEqual(schemaOf('types:', '  ship:'), { ...defaultSchema, types: [{ id: 'ship' }] });
  });

  it('reads types in their order, with all that is said of them', () => {
    const schema = schemaOf(
      'types:',
      '  ship: { label: Nave, key: v, color: "#2f6fde", description: Galleggia, examples: [ Aurora ] }',
      '  1984: { key: "8" }',
      '  person:',
    );
    assert.deepEqual(
      schema?.types.find(({ id }) => id === 'ship'),
      {
        id: 'ship',
        label: 'Nave',
        key: 'v',
        color: '#2f6fde',
        description: 'Galleggia',
        examples: ['Aurora'],
      },
    );
    assert.deepEqual(schema.types.map(({ id }) => id).sort(), ['1984', 'person', 'ship']);
  });

  it('reads kinds of quotes, attributes in both forms, and articles', () => {
    const schema = schemaOf(
      'quoteKinds: { indirect: { label: Indiretta }, direct: }',
      'attributes:',
      '  mention:',
      '    metonym: { values: boolean, types: [ location ], description: Roma per l’Italia }',
      '  quote: { stance: [ for, against ] }',
      'articles: [ "**/*.txt" ]',
    );
    assert.deepEqual(schema?.quoteKinds, [
      { id: 'direct' },
      { id: 'indirect', label: 'Indiretta' },
    ]);
    assert.deepEqual(schema.attributes, {
      ...defaultSchema.attributes,
      mention: [
        {
          name: 'metonym',
          values: 'boolean',
          types: ['location'],
          description: 'Roma per l’Italia',
        },
      ],
      quote: [{ name: 'stance', values: ['for', 'against'] }],
    });
    assert.deepEqual(schema.articles, ['**/*.txt']);
    assert.deepEqual(schema.types, defaultSchema.types);
  });

  it('says where something does not fit, and gives no schema then', () => {
    const bad: [string[], string][] = [
      [['types:', '  ship: { key: sh }'], '2:16 invalid-value'],
      [['types:', '  ship: { color: red }'], '2:18 invalid-value'],
      [['types: {}'], '1:8 invalid-value'],
      [['attributes:', '  mention: { metonym: bool }'], '2:23 invalid-value'],
      [['- types'], '1:1 invalid-value'],
      [['types:', '  ship:', '  ship:'], '3:3 duplicate-key'],
      [['attributes: {'], '1:14 yaml-syntax'],
      [['types:', '  ship: { key: q }'], '2:16 reserved-key'],
      [['types:', '  ship: { key: v }', '  boat: { key: v }'], '3:16 repeated-key'],
      [['attributes: { mention: { exact: text } }'], '1:26 reserved-name'],
      [['attributes: { article: { title: text } }'], '1:26 reserved-name'],
      [['<<<<<<< HEAD', '=======', '>>>>>>> theirs'], '1:1 merge-conflict'],
    ];
    for (const [lines, expected] of bad) {
      assert.deepEqual(problemsOf(...lines), [expected], lines.join('\n'));
      assert.equal(readSchema(lines.join('\n')).schema, undefined);
    }
  });

  it('notes what it does not know, and reads the rest', () => {
    const lines = [
      'tpyes: {}',
      'types: { ship: { colour: "#ffffff" } }',
      'quoteKinds: { direct: { x: 1 }, sung: }',
      'attributes:',
      '  mentions: { a: text }',
      '  quote: { a: { values: text, types: [ person ] } }',
      '  entity: { a: { values: text, types: [ ship, person ] } }',
    ];
    assert.deepEqual(problemsOf(...lines), [
      '1:1 unknown-key',
      '2:18 unknown-key',
      '3:33 unknown-key',
      '3:25 unknown-key',
      '5:3 unknown-key',
      '7:47 unknown-type',
      '6:31 unknown-key',
    ]);
    assert.deepEqual(readSchema(lines.join('\n')).schema?.types, [{ id: 'ship' }]);
  });

  it('says which keys are free', () => {
    const [found] = readSchema('types: { a: { key: q }, b: { key: e } }').problems;
    assert.ok(found);
    assert.match(problemMessage(found), /“q”.*Choose one of i l o/);
  });

  it('says what an attribute may be', () => {
    const [found] = readSchema('attributes: { quote: { a: 5 } }').problems;
    assert.ok(found);
    assert.equal(
      problemMessage(found),
      '“attributes.quote.a”: this is boolean, text, or a list of the words that are allowed',
    );
  });
});

describe('what a schema is told', () => {
  const details = (...lines: readonly string[]) =>
    readSchema(lines.join('\n')).problems.map(({ code, detail }) => [code, { ...detail }]);

  it('names the type that has a key before, through all that repeat it', () => {
    const lines = ['types:', '  ship: { key: v }', '  port: { key: v }', '  pier: { key: v }'];
    assert.deepEqual(details(...lines), [
      ['repeated-key', { key: 'v', type: 'ship' }],
      ['repeated-key', { key: 'v', type: 'ship' }],
    ]);
  });

  it('has nothing against types without keys', () => {
    assert.deepEqual(details('types:', '  ship:', '  port: {}', '  pier: { label: Molo }'), []);
  });

  it('names the types that there are where an attribute has another', () => {
    assert.deepEqual(
      details(
        'types: { ship: , port: }',
        'attributes: { entity: { flag: { values: text, types: [ shop, port ] } } }',
      ),
      [['unknown-type', { type: 'shop', types: 'ship, port' }]],
    );
  });

  it('names the attribute that is a key of the format, and keys that nobody knows', () => {
    assert.deepEqual(details('attributes: { mention: { exact: boolean } }'), [
      ['reserved-name', { name: 'exact' }],
    ]);
    assert.deepEqual(details('types: { ship: { colour: red } }'), [
      ['unknown-key', { key: 'colour' }],
    ]);
  });

  it('says in a sentence that a list is no schema', () => {
    const [problem] = readSchema('- ship\n').problems;
    assert.ok(problem);
    assert.match(problemMessage(problem), /a schema is a mapping of keys to values/);
  });
});
