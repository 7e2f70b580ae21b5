import assert from 'node:assert/strict';
import { checkSidecar } from '../../../../src/core/check/checkSidecar';
import { problemMessage } from '../../../../src/core/check/messages';
import { defaultSchema } from '../../../../src/core/model/schema';
import { parseSidecar } from '../../../../src/core/sidecar/parse';

/** What a sidecar with these lines is told: `line:column code detail`, counted from 1. */
function checked(...lines: readonly string[]): string[] {
  const parsed = parseSidecar(['chiosa: 1', ...lines].join('\n'));
  assert.deepEqual(parsed.problems, []);
  return checkSidecar(parsed, defaultSchema).map(({ code, range: { start }, detail }) =>
    [
      `${start.line + 1}:${start.column + 1} ${code}`,
      detail['quote'] ?? detail['entity'] ?? detail['type'],
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

const rossi = ['entities:', '  rossi: { name: Rossi, type: person }'];

describe('checkSidecar', () => {
  it('finds nothing in a good sidecar', () => {
    assert.deepEqual(
      checked(
        ...rossi,
        'quotes:',
        '  - { kind: direct, content: [{ exact: Sì }], speaker: { entity: rossi } }',
      ),
      [],
    );
    assert.deepEqual(checked(), []);
  });

  it('reports a type that the project does not have, where it stands', () => {
    assert.deepEqual(checked('entities:', '  nave: { name: Nave, type: ship }'), [
      '3:29 unknown-type ship',
    ]);
  });

  it('says which types there are', () => {
    const parsed = parseSidecar('chiosa: 1\nentities: { nave: { name: Nave, type: ship } }\n');
    const [found] = checkSidecar(parsed, {
      ...defaultSchema,
      types: [{ id: 'a' }, { id: 'b' }],
    });
    assert.deepEqual(found?.detail, { type: 'ship', types: 'a, b' });
  });

  it('reports attributes that the project has otherwise, or not there', () => {
    const parsed = parseSidecar(
      [
        'chiosa: 1',
        'article: { desk: sports, other: 1 }',
        'entities:',
        '  roma: { name: Roma, type: location, wikidata: 220, mentions: [{ exact: Roma, metonym: yes }] }',
        '  ada: { name: Ada, type: person, wikidata: Q1, mentions: [{ exact: Ada, metonym: true }] }',
        'quotes:',
        '  - { kind: mixed, stance: for, content: [{ exact: Sì }], speaker: { entity: ada } }',
        '  - { kind: direct, stance: no, content: [{ exact: No }], speaker: { entity: ada } }',
      ].join('\n'),
    );
    const problems = checkSidecar(parsed, {
      types: defaultSchema.types,
      quoteKinds: [{ id: 'direct' }, { id: 'indirect' }],
      attributes: {
        entity: [{ name: 'wikidata', values: 'text' }],
        mention: [{ name: 'metonym', values: 'boolean', types: ['location', 'organization'] }],
        quote: [{ name: 'stance', values: ['for', 'against'] }],
        article: [{ name: 'desk', values: ['city'] }],
      },
    });
    assert.deepEqual(
      problems.map((each) => `${each.range.start.line + 1} ${problemMessage(each)}`),
      [
        '2 “desk” cannot be "sports". It may be: city.',
        '4 “wikidata” cannot be 220. It may be: text in quotation marks.',
        '4 “metonym” cannot be "yes". It may be: true or false.',
        '5 “metonym” is an attribute of location, organization, not of person.',
        '7 This project has no quotes of the kind “mixed”. Its kinds are direct, indirect.',
        '8 “stance” cannot be "no". It may be: for, against.',
      ],
    );
  });

  it('reports a speaker that is no entity of the sidecar', () => {
    assert.deepEqual(
      checked(
        ...rossi,
        'quotes:',
        '  - kind: direct',
        '    content: [{ exact: Sì }]',
        '    speaker: { entity: verdi }',
      ),
      ['7:24 unknown-entity verdi'],
    );
  });

  it('does not take a property of every object for an entity', () => {
    assert.deepEqual(
      checked(
        'quotes:',
        '  - { kind: direct, content: [{ exact: Sì }], speaker: { entity: toString } }',
      ),
      ['3:66 unknown-entity toString'],
    );
  });

  it('notes a quote without speaker, not one whose speaker is words alone', () => {
    assert.deepEqual(
      checked(
        'quotes:',
        '  - { kind: direct, content: [{ exact: Sì }, { exact: no }] }',
        '  - { kind: direct, content: [{ exact: No }], speaker: { exact: Verdi } }',
      ),
      ['3:5 quote-without-speaker Sì … no'],
    );
  });

  it('reports mentions and quotes that stand twice, at the second', () => {
    const quote = '  - { kind: direct, content: [{ exact: Sì }], speaker: { exact: Verdi } }';
    assert.deepEqual(
      checked(
        'entities:',
        '  rossi:',
        '    name: Rossi',
        '    type: person',
        '    mentions:',
        '      - { exact: Rossi }',
        '      - { exact: Rossi, occurrence: 2 }',
        '      - { exact: Rossi }',
        '      - { spans: [{ exact: Anna }, { exact: Rossi }] }',
        '      - { spans: [{ exact: Anna }, { exact: Rossi }] }',
        'quotes:',
        quote,
        quote,
        quote,
      ),
      [
        '9:9 duplicate-annotation Rossi',
        '11:9 duplicate-annotation Anna … Rossi',
        '14:5 duplicate-annotation Sì',
        '15:5 duplicate-annotation Sì',
      ],
    );
  });

  it('takes annotations for the same whatever the order of their keys', () => {
    assert.deepEqual(
      checked(
        'entities:',
        '  rossi:',
        '    name: Rossi',
        '    type: person',
        '    mentions:',
        '      - { exact: Rossi, prefix: "il " }',
        '      - { prefix: "il ", exact: Rossi }',
      ),
      ['8:9 duplicate-annotation Rossi'],
    );
  });

  it('lets two entities have the same mention', () => {
    assert.deepEqual(
      checked(
        'entities:',
        '  a: { name: A, type: person, mentions: [{ exact: A }] }',
        '  b: { name: B, type: person, mentions: [{ exact: A }] }',
      ),
      [],
    );
  });

  it('shortens long words', () => {
    const [found] = checked(
      'quotes:',
      `  - { kind: direct, content: [{ exact: ${'sì '.repeat(50)}}] }`,
    );
    assert.match(found ?? '', /^3:5 quote-without-speaker .{59}…$/u);
  });

  it('counts from the source where an item before was left out', () => {
    const parsed = parseSidecar(
      'chiosa: 1\nquotes:\n  - { kind: sung }\n  - { kind: direct, content: [{ exact: Sì }] }\n',
    );
    const [found] = checkSidecar(parsed, defaultSchema);
    assert.equal(found?.code, 'quote-without-speaker');
    assert.deepEqual(found.range.start, { line: 3, column: 4 });
  });

  it('counts from the source where an entity has a number for its id', () => {
    assert.deepEqual(
      checked('entities:', '  a: { name: A, type: person }', '  2026: { name: B, type: x }'),
      ['4:26 unknown-type x'],
    );
  });
});
