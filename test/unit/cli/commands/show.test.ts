import assert from 'node:assert/strict';
import { harbour, inFolder, type ShownArticle } from '../../../support/cli';

const files = {
  'a/porto è qui.txt': harbour.article,
  'a/porto è qui.txt.ann.yaml': harbour.sidecar,
};

const parseLines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ShownArticle);

describe('chiosa show', () => {
  it('gives code points of the file: no byte order mark, CRLF as two, an emoji as one', () =>
    inFolder(files, async ({ chiosa }) => {
      const { status, out, err } = await chiosa('show', 'a/porto è qui.txt', '--format', 'jsonl');
      assert.equal(status, 0, err);
      const [shown, ...others] = parseLines(out);
      assert.ok(shown);
      assert.deepEqual(others, []);
      const points = Array.from(harbour.article.slice(1));
      const words = ([start, end]: readonly [number, number]) => points.slice(start, end).join('');
      assert.equal(shown.file, 'a/porto è qui.txt');
      assert.equal(shown.sidecar, 'a/porto è qui.txt.ann.yaml');
      assert.deepEqual(shown.entities, [
        { start: 12, end: 26, type: 'person', id: 'marta-dell-oro', text: 'Marta Dell’Oro' },
      ]);
      const [quote] = shown.quotes;
      assert.ok(quote);
      assert.deepEqual(quote.content.map(words), ['Il molo tiene', 'per ora']);
      assert.deepEqual([quote.kind, quote.speakerEntity], ['direct', 'marta-dell-oro']);
      assert.deepEqual(quote.cue?.map(words), ['ha detto']);
      assert.deepEqual(quote.speaker?.map(words), ['Marta Dell’Oro']);
      assert.deepEqual(shown.problems, []);
    }));

  it('shows an article without a sidecar as one without annotations', () =>
    inFolder({ 'a.txt': 'Nulla.\n' }, async ({ chiosa }) => {
      const { status, out } = await chiosa('show', 'a.txt', '--format', 'jsonl');
      assert.equal(status, 0);
      assert.deepEqual(parseLines(out), [
        { file: 'a.txt', sidecar: null, entities: [], quotes: [], problems: [] },
      ]);
    }));

  it('takes a sidecar for its article, and a folder for all below it, each once', () =>
    inFolder(
      { ...files, 'b.md': '# B\n', '.git/c.txt': 'no\n', 'node_modules/d.txt': 'no\n' },
      async ({ chiosa }) => {
        const { out } = await chiosa(
          'show',
          'a/porto è qui.txt.ann.yaml',
          '.',
          './b.md',
          '--format',
          'jsonl',
        );
        assert.deepEqual(
          parseLines(out).map(({ file }) => file),
          ['a/porto è qui.txt', 'b.md'],
        );
      },
    ));

  it('gives an annotation without a certain place as a problem and not as a place', () =>
    inFolder(
      {
        'a.txt': 'Ada e Ada.\n',
        'a.txt.ann.yaml':
          'chiosa: 1\nentities:\n  ada:\n    name: Ada\n    type: person\n    mentions:\n      - { exact: Ada }\n      - { exact: Eva }\n',
      },
      async ({ chiosa }) => {
        const { status, out, err } = await chiosa('show', 'a.txt', '--format', 'jsonl');
        const [shown] = parseLines(out);
        assert.equal(status, 1);
        assert.ok(shown);
        assert.deepEqual(shown.entities, []);
        assert.deepEqual(
          shown.problems.map(({ code, line, column }) => [code, line, column]),
          [
            ['anchor-ambiguous', 7, 9],
            ['anchor-lost', 8, 9],
          ],
        );
        assert.match(err, /^a\.txt\.ann\.yaml:7:9: error: “Ada” fits several places/);
      },
    ));

  it('prints lines for people: place, what, who', () =>
    inFolder(files, async ({ chiosa }) => {
      const { out } = await chiosa('show', 'a');
      assert.deepEqual(out.split('\n'), [
        'a/porto è qui.txt',
        '   2:1   person  Marta Dell’Oro → marta-dell-oro',
        '   2:33  direct quote  “Il molo tiene … per ora” ← marta-dell-oro (ha detto)',
        '',
      ]);
    }));

  it('prints for people also what has no place, no speaker or several pieces', () =>
    inFolder(
      {
        'a.txt': '“Yes,” she said, “or no.” Rain fell.\n',
        'a.txt.ann.yaml': [
          'chiosa: 1',
          'entities:',
          '  ada: { name: Ada, type: person, mentions: [ { exact: Ada } ] }',
          'quotes:',
          '  - { kind: direct, content: [ { exact: "Yes," }, { exact: or no. } ], speaker: { exact: she } }',
          '  - { kind: indirect, content: [ { exact: Rain fell } ] }',
          '  - { kind: mixed, content: [ { exact: Snow fell } ], speaker: { entity: ada } }',
          '',
        ].join('\n'),
      },
      async ({ chiosa }) => {
        const { out } = await chiosa('show', 'a.txt');
        assert.deepEqual(out.split('\n').slice(1, -1), [
          '   ?:?  person  Ada → ada',
          '   1:2   direct quote  “Yes, … or no.” ← she',
          '   1:27  indirect quote  “Rain fell” ← nobody',
          '   ?:?  mixed quote  “Snow fell” ← ada',
        ]);
      },
    ));

  it('counts emoji as their code points, also within a quote within a quote', () =>
    inFolder(
      {
        'a.txt': '🏔️ Anna und Berta Huber: „Er sagte: ‚Komm, 🌧️!‘ Ja.“\r\n',
        'a.txt.ann.yaml': [
          'chiosa: 1',
          'entities:',
          '  anna:',
          '    name: Anna Huber',
          '    type: person',
          '    mentions:',
          '      - { exact: Huber }',
          'quotes:',
          '  - { kind: direct, content: [ { exact: "Er sagte: ‚Komm, 🌧️!‘ Ja." } ], speaker: { entity: anna } }',
          '  - { kind: direct, content: [ { exact: "Komm, 🌧️!" } ] }',
          '',
        ].join('\n'),
        'b.txt': 'B\u2028B\n',
      },
      async ({ chiosa }) => {
        const { status, out, err } = await chiosa('show', '.', '--format', 'jsonl');
        assert.equal(status, 0, err);
        const [shown, second] = parseLines(out);
        assert.ok(shown);
        assert.deepEqual(
          shown.entities.map(({ id, start, end, text }) => [id, start, end, text]),
          [['anna', 18, 23, 'Huber']],
        );
        assert.deepEqual(
          shown.quotes.map(({ content, speakerEntity, cue }) => [content, speakerEntity, cue]),
          [
            [[[26, 51]], 'anna', null],
            [[[37, 46]], null, null],
          ],
        );
        assert.equal(second?.file, 'b.txt');
      },
    ));

  it('shows annotations by the types of the project, and reports those that it has not', () =>
    inFolder(
      {
        'chiosa.yaml': 'types: { ship: }\n',
        'a.txt': 'The Aurora met the Bora.\n',
        'a.txt.ann.yaml': [
          'chiosa: 1',
          'entities:',
          '  aurora: { name: Aurora, type: ship, mentions: [ { exact: Aurora } ] }',
          '  bora: { name: Bora, type: work, mentions: [ { exact: Bora } ] }',
          '',
        ].join('\n'),
      },
      async ({ chiosa }) => {
        const { out } = await chiosa('show', 'a.txt', '--format', 'jsonl');
        const [shown] = parseLines(out);
        assert.deepEqual(
          shown?.entities.map(({ id, type }) => [id, type]),
          [
            ['aurora', 'ship'],
            ['bora', 'work'],
          ],
        );
        assert.deepEqual(
          shown.problems.map(({ code, line }) => [code, line]),
          [['unknown-type', 4]],
        );
      },
    ));

  it('does the others where one is missing, and says so', () =>
    inFolder(files, async ({ chiosa }) => {
      const { status, out, err } = await chiosa('show', 'nowhere.txt', 'a', '--format', 'jsonl');
      assert.equal(status, 3);
      assert.equal(parseLines(out).length, 1);
      assert.match(err, /nowhere\.txt:1:1: error: This file cannot be read/);
    }));

  it('wants a path, and a format that there is', () =>
    inFolder({}, async ({ chiosa }) => {
      for (const args of [
        ['show'],
        ['show', '.', '--format', 'xml'],
        ['show', '--colour'],
        ['sow', '.'],
        [],
      ]) {
        const { status, out, err } = await chiosa(...args);
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, /^chiosa: .+\n(?:Usage: chiosa |See chiosa --help)/);
      }
    }));
});
