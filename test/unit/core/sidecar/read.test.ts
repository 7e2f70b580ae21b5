import assert from 'node:assert/strict';
import { severityOf } from '../../../../src/core/check/problem';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { blobId } from '../../../../src/core/text/blobId';
import { articleOf, bytesOf, markedArticle, readSet } from '../../../support/builders';
import { nth } from '../../../support/marked';

const { article, text, spans } = markedArticle(
  '“⟦Il ponte⟧”, ⟦ha detto⟧ ⟦Rossi⟧, “⟦resta chiuso⟧”.\nAltro da ⟦Rossi⟧ non c’è.\n',
);
const [start, cue, first, end, second] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
assert.ok(start && cue && first && end && second);
const id = blobId(bytesOf(text));

/** Reads a sidecar with these lines: its set, and its problems as `line:column code`, from 1. */
function read(...lines: readonly string[]) {
  const source = ['chiosa: 1', `text: ${id}`, ...lines, ''].join('\n');
  const { set, problems, writable, textId } = readSidecar(source, article, defaultSchema);
  const codes = problems.map(
    ({ code, range }) => `${range.start.line + 1}:${range.start.column + 1} ${code}`,
  );
  return { set, codes, writable, textId, problems };
}

const rossi = ['entities:', '  rossi:', '    name: Rossi', '    type: person'];

describe('readSidecar', () => {
  it('reads entities with their mentions, in the order of the text', () => {
    const { set, codes, writable, textId } = read(
      ...rossi,
      '    mentions:',
      '      - { exact: Rossi, prefix: "Altro da " }',
      '      - { exact: Rossi, occurrence: 1 }',
    );
    assert.deepEqual([...set.entities.values()], [{ id: 'rossi', name: 'Rossi', type: 'person' }]);
    assert.deepEqual(
      set.mentions.map(({ entity, target }) => [entity, target.spans]),
      [
        ['rossi', [first]],
        ['rossi', [second]],
      ],
    );
    assert.deepEqual(codes, []);
    assert.ok(writable);
    assert.equal(textId, id);
  });

  it('reads a quote with all its parts', () => {
    const { set, codes } = read(
      ...rossi,
      'quotes:',
      '  - kind: direct',
      '    content: [ { exact: Il ponte }, { exact: resta chiuso } ]',
      '    cue: { exact: ha detto }',
      '    speaker: { entity: rossi, exact: Rossi, prefix: "detto " }',
    );
    assert.deepEqual(codes, []);
    const [quote] = set.quotes;
    assert.equal(quote?.kind, 'direct');
    assert.deepEqual(quote.content.spans, [start, end]);
    assert.deepEqual(quote.cue?.target.spans, [cue]);
    assert.deepEqual(quote.speaker?.target?.spans, [first]);
    assert.equal(quote.speaker.entity, 'rossi');
  });

  it('reads a speaker that is an entity alone, or words alone', () => {
    const { set } = read(
      ...rossi,
      'quotes:',
      '  - { kind: direct, content: [{ exact: Il ponte }], speaker: { entity: rossi } }',
      '  - { kind: direct, content: [{ exact: chiuso }], speaker: { exact: ha detto } }',
    );
    assert.deepEqual(set.quotes[0]?.speaker, { entity: 'rossi' });
    assert.deepEqual(set.quotes[1]?.speaker, {
      target: { selectors: [{ exact: 'ha detto' }], spans: [cue] },
    });
  });

  it('reads spans in several pieces', () => {
    const pieces = '{ spans: [{ exact: Il ponte }, { exact: resta chiuso, n: 1 }] }';
    const { set, codes } = read(...rossi, `    mentions: [${pieces}]`);
    assert.deepEqual(set.mentions[0]?.target, {
      selectors: [{ exact: 'Il ponte' }, { exact: 'resta chiuso', extra: { n: 1 } }],
      spans: [start, end],
    });
    assert.deepEqual(codes, ['7:70 unknown-key']);
  });

  it('keeps unknown keys at every level, and tells of each', () => {
    const { set, codes, problems } = read(
      'article: { title: Sì, a1: x }',
      ...rossi,
      '    e1: [1, { deep: true }]',
      '    mentions: [{ exact: ha, m1: 1, "m2": null }]',
      'quotes:',
      '  - kind: direct',
      '    content: [{ exact: Il, s1: 1 }]',
      '    cue: { exact: ha detto, c1: 1 }',
      '    speaker: { entity: rossi, p1: 1 }',
      '    q1: 2025-07-12',
      't1: no',
    );
    assert.deepEqual(set.extra, { t1: 'no' });
    assert.deepEqual(set.article, { title: 'Sì', extra: { a1: 'x' } });
    assert.deepEqual(set.entities.get('rossi')?.extra, { e1: [1, { deep: true }] });
    assert.deepEqual(set.mentions[0]?.extra, { m1: 1, m2: null });
    const [quote] = set.quotes;
    assert.deepEqual(quote?.extra, { q1: '2025-07-12' });
    assert.deepEqual(quote.content.selectors[0]?.extra, { s1: 1 });
    assert.deepEqual(quote.cue?.extra, { c1: 1 });
    assert.deepEqual(quote.speaker?.extra, { p1: 1 });
    assert.deepEqual(codes.sort(), [
      '12:28 unknown-key',
      '13:29 unknown-key',
      '14:31 unknown-key',
      '15:5 unknown-key',
      '16:1 unknown-key',
      '3:23 unknown-key',
      '8:5 unknown-key',
      '9:29 unknown-key',
      '9:36 unknown-key',
    ]);
    assert.ok(problems.every(({ code }) => severityOf(code) === 'info'));
  });

  it('places nothing that is lost or ambiguous, and keeps it', () => {
    const { set, codes, writable } = read(
      ...rossi,
      '    mentions:',
      '      - { exact: Verdi }',
      '      - { exact: Rossi }',
      '      - { spans: [{ exact: Il ponte }, { exact: Verdi }] }',
      'quotes:',
      '  - kind: direct',
      '    content: [{ exact: Il ponte }, { exact: Rossi }]',
      '    cue: { exact: disse }',
    );
    assert.deepEqual(codes, [
      '8:9 anchor-lost',
      '9:9 anchor-ambiguous',
      '10:9 anchor-lost',
      '13:14 anchor-ambiguous',
      '14:10 anchor-lost',
      '12:5 quote-without-speaker',
    ]);
    assert.ok(set.mentions.every(({ target }) => target.spans === undefined));
    assert.equal(set.quotes[0]?.content.spans, undefined);
    assert.equal(set.mentions.length, 3);
    assert.ok(writable);
  });

  it('says which words are lost', () => {
    const { problems } = read(
      ...rossi,
      '    mentions: [{ spans: [{ exact: Anna }, { exact: Verdi }] }]',
    );
    assert.deepEqual(problems[0]?.detail, { quote: 'Anna … Verdi' });
  });

  it('reads the rest where something does not fit, and is not writable', () => {
    const { set, codes, writable } = read(
      ...rossi,
      '    mentions: [{ exact: 5 }, { exact: ha detto }]',
      '  verdi: { name: Verdi }',
    );
    assert.deepEqual(codes, ['7:25 invalid-value', '8:10 invalid-value']);
    assert.deepEqual([...set.entities.keys()], ['rossi']);
    assert.equal(set.mentions.length, 1);
    assert.ok(!writable);
  });

  it('finds everything in the article with other ends of line and a byte order mark', () => {
    const windows = articleOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const unix = blobId(bytesOf(`\uFEFF${text}`));
    const source = `chiosa: 1\ntext: ${unix}\n${rossi.join('\n')}\n    mentions: [{ exact: Rossi, occurrence: 2 }]\n`;
    assert.deepEqual(readSet(source, windows).mentions[0]?.target.spans, [second]);
  });

  describe('where the article has changed', () => {
    const longer = articleOf(`Rossi parla.\n${text}`);
    const mentions = [
      '{ exact: Rossi, prefix: "Altro da " }',
      '{ exact: Rossi, occurrence: 1 }',
      '{ exact: ha detto, occurrence: 7 }',
    ];
    const source = `chiosa: 1\ntext: ${id}\n${rossi.join('\n')}\n    mentions: [${mentions.join(', ')}]\n`;

    it('says so, and believes only what stands once with its context, and once before too', () => {
      const { set, problems, writable } = readSidecar(source, longer, defaultSchema);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['text-changed', 'anchor-ambiguous', 'anchor-ambiguous'],
      );
      assert.deepEqual(problems[0]?.range.start, { line: 1, column: 6 });
      const places = set.mentions.map(({ target }) => target.spans?.[0]?.start);
      assert.deepEqual(places, [second.start + 13, undefined, undefined]);
      assert.ok(writable);
    });

    it('trusts a selector that was written for the present text', () => {
      const now = blobId(bytesOf(longer.text.text));
      const pinned = source.replace('occurrence: 1', `occurrence: 1, text: ${now}`);
      const { set, problems } = readSidecar(pinned, longer, defaultSchema);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['text-changed', 'anchor-ambiguous'],
      );
      assert.deepEqual(set.mentions[0]?.target.spans, [{ start: 0, end: 5 }]);
    });

    it('does not trust one that was written for a text before', () => {
      const { set, codes } = read(
        ...rossi,
        `    mentions: [{ exact: Rossi, occurrence: 1, text: ${'a'.repeat(40)} }]`,
      );
      assert.deepEqual(codes, ['7:16 anchor-ambiguous']);
      assert.equal(set.mentions[0]?.target.selectors[0]?.text, 'a'.repeat(40));
    });
  });

  it('takes a sidecar without text for one of the present text', () => {
    const source = `chiosa: 1\n${rossi.join('\n')}\n    mentions: [{ exact: Rossi, occurrence: 2 }]\n`;
    const { set, problems, textId } = readSidecar(source, article, defaultSchema);
    assert.deepEqual(problems, []);
    assert.equal(textId, undefined);
    assert.deepEqual(set.mentions[0]?.target.spans, [second]);
  });

  it('reads nothing from nothing', () => {
    const { set, problems, writable } = readSidecar('', article, defaultSchema);
    assert.equal(set.entities.size + set.mentions.length + set.quotes.length, 0);
    assert.deepEqual(problems, []);
    assert.ok(writable);
  });

  it('reads the attributes of the project as further keys, without a note', () => {
    const anywhere = { name: 'x', values: 'text' } as const;
    const schema = {
      ...defaultSchema,
      attributes: {
        entity: [anywhere],
        mention: [anywhere],
        quote: [anywhere],
        article: [anywhere],
      },
    };
    const source = [
      'chiosa: 1',
      'article: { x: a, y: a, labels: [ città, porto ] }',
      'entities:',
      '  rossi: { name: Rossi, type: person, x: b, mentions: [{ exact: ha detto, x: c }] }',
      'quotes:',
      '  - { kind: direct, x: d, content: [{ exact: Il ponte }], speaker: { entity: rossi, x: e } }',
      '',
    ].join('\n');
    const { set, problems } = readSidecar(source, article, schema);
    assert.deepEqual(problems.map(({ code, range }) => `${range.start.line + 1} ${code}`).sort(), [
      '2 unknown-key',
      '6 unknown-key',
    ]);
    assert.deepEqual(set.article, { labels: ['città', 'porto'], extra: { x: 'a', y: 'a' } });
    assert.deepEqual(set.entities.get('rossi')?.extra, { x: 'b' });
    assert.deepEqual(set.mentions[0]?.extra, { x: 'c' });
    assert.deepEqual(set.quotes[0]?.extra, { x: 'd' });
  });
});
