import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { patchYaml } from '../../../../src/core/sidecar/patch';
import type { YamlValue } from '../../../../src/core/sidecar/render';

type Mapping = Readonly<Record<string, YamlValue>>;
interface Sidecar extends Record<string, YamlValue> {
  entities: Record<string, Record<string, YamlValue> & { mentions: YamlValue[] }>;
  quotes: Record<string, YamlValue>[];
}

/** A sidecar as somebody wrote it by hand: odd, but right. */
const byHand = [
  '# Annotated by Anna, checked by Bruno.',
  '',
  "'chiosa':   1   # the version",
  'text: 0123456789abcdef0123456789abcdef01234567',
  'team: [ desk one ,  desk two ]   # ours',
  'entities:',
  '    # People first.',
  '    rossi:',
  "        type: 'person'",
  '        name: Anna Rossi   # the minister',
  '        wikidata: Q1',
  '        mentions:',
  '          # In the headline:',
  "          - {suffix: ' dice', exact: 'Rossi'}   # first",
  '',
  '          - exact: la ministra',
  '            prefix: "ieri "',
  '            sure: 0.5 # hm',
  '          # The last of hers.',
  '    verdi: { name: Verdi, type: person, born: 1901 } # flow',
  '',
  'quotes:',
  '- kind: direct  # she said it twice',
  '  content:',
  "  - exact: 'No'",
  '  # cue: missing',
  '  tone: dry',
  '- kind:',
  '    indirect',
  '  content: [ { exact: forse } ]',
  '  speaker: {',
  '    entity: verdi, # an alias?',
  '    exact: Verdi }',
  '# The end.',
  '',
].join('\n');

function dataOf(source: string): Sidecar {
  return parse(source, { logLevel: 'silent' }) as Sidecar;
}

/** Patches the sidecar so that it says what `edit` makes of it, and tells which lines come and go. */
function edited(edit: (data: Sidecar) => void, source = byHand): string[] {
  const desired = structuredClone(dataOf(source));
  edit(desired);
  const patched = patchYaml(source, desired);
  assert.deepEqual(dataOf(patched), desired);
  return lineDiff(source, patched);
}

/** The lines by which two texts differ between what they begin and end with. */
function lineDiff(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  while (old.length > 0 && now.length > 0 && old[0] === now[0])
    [old, now].forEach((l) => l.shift());
  while (old.length > 0 && now.length > 0 && old.at(-1) === now.at(-1))
    [old, now].forEach((l) => l.pop());
  return [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
}

describe('patchYaml', () => {
  it('changes nothing where nothing changes', () => {
    assert.equal(patchYaml(byHand, dataOf(byHand)), byHand);
  });

  it('does not mind another order of keys', () => {
    const { chiosa, entities, ...rest } = dataOf(byHand);
    const turned = Object.fromEntries(Object.entries(entities).reverse()) as typeof entities;
    assert.equal(patchYaml(byHand, { ...rest, entities: turned, chiosa } as Mapping), byHand);
  });

  describe('adds one line for', () => {
    it('a mention behind others', () => {
      assert.deepEqual(
        edited(({ entities }) => entities['rossi']?.mentions.push({ exact: 'lei' })),
        ['+          - { exact: lei }'],
      );
    });

    it('a mention before others', () => {
      const diff = edited(({ entities }) => entities['rossi']?.mentions.unshift({ exact: 'lei' }));
      assert.deepEqual(diff, ['+          - { exact: lei }']);
    });

    it('a mention between others', () => {
      const diff = edited(({ entities }) =>
        entities['rossi']?.mentions.splice(1, 0, { exact: 'lei' }),
      );
      assert.deepEqual(diff, ['+          - { exact: lei }']);
    });

    it('a speaker', () => {
      assert.deepEqual(
        edited(({ quotes: [quote] }) =>
          Object.assign(quote ?? {}, { speaker: { entity: 'rossi' } }),
        ),
        ['+  speaker: { entity: rossi }'],
      );
    });

    it('a field', () => {
      const source = 'chiosa: 1\narticle:\n   title: Sì # yes\n';
      const diff = edited(
        (data) => Object.assign(data['article'] ?? {}, { status: 'done' }),
        source,
      );
      assert.deepEqual(diff, ['+   status: done']);
    });
  });

  it('adds an entity with its mentions as a block at the place of its id', () => {
    const entity = { name: 'Bianchi', type: 'person', mentions: [{ exact: 'Bianchi' }] };
    const diff = edited((data) => {
      data.entities = { bianchi: entity, ...data.entities };
    });
    assert.deepEqual(diff, [
      '+    bianchi:',
      '+      name: Bianchi',
      '+      type: person',
      '+      mentions:',
      '+        - { exact: Bianchi }',
    ]);
  });

  it('adds a quote as a block', () => {
    const diff = edited(({ quotes }) =>
      quotes.splice(1, 0, { kind: 'mixed', content: [{ exact: 'mai' }], cue: { exact: 'dice' } }),
    );
    assert.deepEqual(diff, [
      '+- kind: mixed',
      '+  content:',
      '+    - { exact: mai }',
      '+  cue: { exact: dice }',
    ]);
  });

  it('adds the first entities and quotes to a sidecar without', () => {
    const entities = { a: { name: 'A', type: 'person', mentions: [{ exact: 'A' }] } };
    assert.equal(
      patchYaml('# mine\nchiosa: 1 # v\nnote: x', { chiosa: 1, entities, note: 'x' }),
      '# mine\nchiosa: 1 # v\nentities:\n  a:\n    name: A\n    type: person\n    mentions:\n      - { exact: A }\nnote: x',
    );
    assert.equal(
      patchYaml('chiosa: 1\nnote: x', { chiosa: 1, note: 'x', quotes: [{ kind: 'direct' }] }),
      'chiosa: 1\nnote: x\nquotes:\n  - kind: direct\n',
    );
  });

  it('changes a scalar where it stands, with what is beside it', () => {
    assert.deepEqual(
      edited((data) => (data['text'] = 'f'.repeat(40))),
      ['-text: 0123456789abcdef0123456789abcdef01234567', `+text: ${'f'.repeat(40)}`],
    );
    assert.deepEqual(
      edited(({ entities }) => Object.assign(entities['rossi'] ?? {}, { name: 'A. Rossi' })),
      ['-        name: Anna Rossi   # the minister', '+        name: A. Rossi   # the minister'],
    );
    assert.deepEqual(
      edited(({ quotes }) => Object.assign(quotes[1] ?? {}, { kind: 'mixed' })),
      ['-- kind:', '-    indirect', '+- kind: mixed'],
    );
  });

  it('writes an annotation anew where it changes, on one line, and keeps its comments', () => {
    const diff = edited(({ quotes }) =>
      Object.assign(quotes[1] ?? {}, { speaker: { entity: 'rossi' } }),
    );
    assert.deepEqual(diff, [
      '-  speaker: {',
      '-    entity: verdi, # an alias?',
      '-    exact: Verdi }',
      '+  # an alias?',
      '+  speaker: { entity: rossi }',
    ]);
  });

  it('writes an entity in a flow mapping as a block where it changes', () => {
    const diff = edited(({ entities }) =>
      Object.assign(entities['verdi'] ?? {}, { mentions: [{ exact: 'Verdi' }] }),
    );
    assert.deepEqual(diff, [
      '-    verdi: { name: Verdi, type: person, born: 1901 } # flow',
      '+    verdi:',
      '+      name: Verdi',
      '+      type: person',
      '+      born: 1901',
      '+      mentions:',
      '+        - { exact: Verdi } # flow',
    ]);
  });

  it('takes a removed mention out and leaves its comment on a line of its own', () => {
    assert.deepEqual(
      edited(({ entities }) => entities['rossi']?.mentions.shift()),
      ["-          - {suffix: ' dice', exact: 'Rossi'}   # first", '+          # first'],
    );
    assert.deepEqual(
      edited(({ entities }) => entities['rossi']?.mentions.pop()),
      [
        '-          - exact: la ministra',
        '-            prefix: "ieri "',
        '-            sure: 0.5 # hm',
        '+          # hm',
      ],
    );
  });

  it('takes the last mention out with its list', () => {
    const diff = edited(({ entities }) =>
      Reflect.deleteProperty(entities['rossi'] ?? {}, 'mentions'),
    );
    assert.deepEqual(diff, [
      '-        mentions:',
      '-          # In the headline:',
      "-          - {suffix: ' dice', exact: 'Rossi'}   # first",
      '-',
      '-          - exact: la ministra',
      '-            prefix: "ieri "',
      '-            sure: 0.5 # hm',
      '+        # In the headline:',
      '+        # first',
      '+        # hm',
    ]);
  });

  it('takes a removed quote out', () => {
    assert.deepEqual(
      edited(({ quotes }) => quotes.shift()),
      [
        '-- kind: direct  # she said it twice',
        '-  content:',
        "-  - exact: 'No'",
        '-  # cue: missing',
        '-  tone: dry',
        '+# she said it twice',
        '+# cue: missing',
      ],
    );
  });

  it('moves nothing when mentions are added, changed and removed at once', () => {
    const diff = edited(({ entities }) => {
      entities['rossi']?.mentions.splice(
        0,
        2,
        { exact: 'a' },
        { exact: 'la ministra', prefix: 'ieri ', sure: 0.5 },
      );
    });
    assert.deepEqual(diff, [
      "-          - {suffix: ' dice', exact: 'Rossi'}   # first",
      '+          - { exact: a }',
      '+          # first',
    ]);
  });

  it('knows names that every object has', () => {
    const source =
      'chiosa: 1\nentities:\n  constructor: { name: C, type: person }\n  a: { name: A, type: person }\n';
    const desired = { chiosa: 1, entities: { a: { name: 'A', type: 'person' } } };
    assert.equal(
      patchYaml(source, desired),
      'chiosa: 1\nentities:\n  a: { name: A, type: person }\n',
    );
    const both = {
      ...desired,
      entities: { ...desired.entities, toString: { name: 'T', type: 'x' } },
    };
    assert.deepEqual(dataOf(patchYaml(source, both)), both);
  });
});
