import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../../src/core/merge/mergeSidecars';
import type { ArticleFile } from '../../../../src/core/sidecar/articleFile';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { articleOf } from '../../../support/builders';

const before = 'Ada vede Bea. Bea tace.\n';
const article = articleOf(before);
const id = article.identity.id();
const ada = '{ exact: Ada, suffix: " vede Bea. Bea tace." }';
const bea = '{ exact: Bea, prefix: "Ada vede ", suffix: ". Bea tace." }';
const bea2 = '{ exact: Bea, prefix: "Ada vede Bea. ", suffix: " tace." }';

/** A sidecar of one entity with these mentions. */
function sidecar(mentions: readonly string[], text = id): string {
  const lines = mentions.map((mention) => `      - ${mention}\n`).join('');
  return `chiosa: 1\ntext: ${text}\nentities:\n  x:\n    name: X\n    type: person\n    mentions:\n${lines}`;
}

function merged(
  [base, ours, theirs]: readonly [string, string, string],
  into: ArticleFile | undefined = article,
  oldTexts: (id: string) => string | undefined = () => undefined,
) {
  return mergeSidecars(
    { base: parseSource(base), ours: parseSource(ours), theirs: parseSource(theirs) },
    into,
    oldTexts,
  );
}

describe('mergeSidecars', () => {
  it('writes in the canonical form what ours has in it, in the order of the text', () => {
    const { source, conflicts } = merged([
      sidecar([bea]),
      sidecar([bea, bea2]),
      sidecar([ada, bea]),
    ]);
    assert.equal(source, sidecar([ada, bea, bea2]));
    assert.deepEqual(conflicts, []);
  });

  it('leaves the lines of ours as they are where it has another form', () => {
    const untidy = sidecar([bea, bea2]).replace('name: X', "name:   'X' # mine");
    const { source } = merged([sidecar([bea]), untidy, sidecar([ada, bea])]);
    assert.equal(source, untidy.replace(`      - ${bea}`, `      - ${ada}\n      - ${bea}`));
  });

  it('gives the one side, byte for byte, where the other has done nothing or the same', () => {
    const [base, ours] = [sidecar([bea]), sidecar([bea2]).replaceAll('\n', '\r\n')];
    for (const sources of [
      [base, ours, base],
      [base, base, ours],
      [base, ours, ours],
    ] as const) {
      assert.equal(merged(sources).source, ours);
    }
  });

  it('says where something is left to decide', () => {
    const of = (name: string) => sidecar([bea]).replace('name: X', `name: ${name}`);
    const { source, conflicts } = merged([of('X'), of('Y'), of('Z')]);
    assert.equal(source, `${of('Y')}    conflict: { theirs: { name: Z } }\n`);
    const [{ code, range } = { code: '', range: undefined }] = conflicts;
    assert.deepEqual([code, range?.start], ['merge-conflict', { line: 8, column: 14 }]);
  });

  it('carries each side over to the text from the one that it was written for', () => {
    const now = 'Ieri Ada vede Bea. Poi Bea tace.\n';
    const into = articleOf(now);
    const corrected = sidecar(
      ['{ exact: Bea, prefix: "Poi ", suffix: " tace." }'],
      into.identity.id(),
    );
    const { source } = merged([sidecar([bea2]), sidecar([ada, bea2]), corrected], into, (wanted) =>
      wanted === id ? before : undefined,
    );
    assert.equal(
      source,
      sidecar(
        [
          '{ exact: Ada, prefix: "Ieri ", suffix: " vede Bea. Poi Bea tace." }',
          '{ exact: Bea, prefix: "Ieri Ada vede Bea. Poi ", suffix: " tace." }',
        ],
        into.identity.id(),
      ).replace('prefix: "Ieri Ada vede Bea. Poi "', 'prefix: "Poi "'),
    );
  });

  it('keeps what has no place any more, with the id of its text', () => {
    const into = articleOf('Ada vede Bea.\n');
    const { source } = merged([sidecar([ada]), sidecar([ada, bea2]), sidecar([ada])], into);
    assert.match(source, new RegExp(`exact: Bea, .* text: ${id} }`));
  });

  it('tells annotations apart by how they are written where there is no article', () => {
    const { source } = mergeSidecars(
      {
        base: parseSource(sidecar([bea])),
        ours: parseSource(sidecar([bea, bea2])),
        theirs: parseSource(sidecar([ada, bea.replace(' }', ', nota: 1 }')])),
      },
      undefined,
      () => undefined,
    );
    const lines = source.split('\n').filter((line) => line.startsWith('      -'));
    assert.equal(lines.length, 3);
    assert.ok(lines.includes(`      - ${bea.replace(' }', ', nota: 1 }')}`));
    const bare = (text: string) => text.replace(/text: .*\n/, '');
    const { source: without } = merged(
      [bare(sidecar([bea])), bare(sidecar([bea, bea2])), bare(sidecar([bea, ada]))],
      articleOf(''),
    );
    assert.match(without, /^chiosa: 1\ntext: /);
  });

  it('keeps the lines of both in their order where there is no article', () => {
    const [one, two, three] = ['Uno', 'Due', 'Tre'].map((words) => `{ exact: ${words} }`);
    assert.ok(one && two && three);
    const { source } = mergeSidecars(
      {
        base: parseSource(sidecar([bea])),
        ours: parseSource(sidecar([bea, bea2])),
        theirs: parseSource(sidecar([three, bea, two, one])),
      },
      undefined,
      () => undefined,
    );
    assert.equal(source, sidecar([three, bea, two, one, bea2]));
  });

  it('takes an empty base for a sidecar that says nothing', () => {
    const { source, conflicts } = merged(['', sidecar([bea]), sidecar([bea2])]);
    assert.equal(source, sidecar([bea, bea2]));
    assert.equal(conflicts.length, 0);
  });
});
