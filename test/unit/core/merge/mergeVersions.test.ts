import assert from 'node:assert/strict';
import {
  isAsGitLeftIt,
  mergeVersions,
  unmergeable,
} from '../../../../src/core/merge/mergeVersions';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { articleOf } from '../../../support/builders';

const before = articleOf('Marras apre il molo. Piove. Marras chiude la porta.\n');
const after = articleOf('Marras apre il molo. Nevica. Marras dipinge il cancello.\n');
const id = before.identity.id();

function sidecar(...mentions: readonly string[]): string {
  const lines = mentions.map((mention) => `      - ${mention}\n`).join('');
  return `chiosa: 1\ntext: ${id}\nentities:\n  marras:\n    name: Marras\n    type: person\n    mentions:\n${lines}`;
}

const first = '{ exact: Marras, suffix: " apre il molo. Piove." }';
const second = '{ exact: Marras, prefix: "apre il molo. Piove. ", suffix: " chiude la porta." }';

describe('mergeVersions', () => {
  it('carries annotations over from the texts that can be read', async () => {
    const asked: string[] = [];
    const { source, conflicts } = await mergeVersions(
      {
        base: parseSource(''),
        ours: parseSource(sidecar(first)),
        theirs: parseSource(sidecar(second)),
      },
      after,
      (blob) => {
        asked.push(blob);
        return Promise.resolve(new TextEncoder().encode(before.text.text));
      },
    );
    assert.deepEqual(asked, [id]);
    assert.deepEqual(conflicts, []);
    assert.match(source, new RegExp(`^text: ${after.identity.id()}$`, 'm'));
    assert.match(source, /- \{ exact: Marras, suffix: " apre il molo\. Nevica\./);
    assert.equal(source.match(/exact: Marras/g)?.length, 2);
  });

  it('asks for no text where there is no article', async () => {
    const { source } = await mergeVersions(
      {
        base: parseSource(sidecar(first)),
        ours: parseSource(sidecar(first)),
        theirs: parseSource(sidecar(first, second)),
      },
      undefined,
      () => assert.fail(),
    );
    assert.equal(source, sidecar(first, second));
  });
});

describe('isAsGitLeftIt', () => {
  const names = { ours: '', theirs: '' };
  const marked = { base: undefined, ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n', names };

  it('is so where each line is of one version', () => {
    assert.ok(isAsGitLeftIt(marked, ['a\r\nb\r\n', 'c\r\nd\r\n']));
  });

  it('is not so where somebody has written a line', () => {
    const ours = 'a\nb, by hand\nd\n';
    assert.ok(!isAsGitLeftIt({ ...marked, ours }, ['a\nb\n', 'c\nd\n']));
  });
});

describe('unmergeable', () => {
  const codes = (source: string) => unmergeable(parseSource(source)).map(({ code }) => code);

  it('is what keeps a sidecar from being written', () => {
    assert.deepEqual(codes('chiosa: 2\n'), ['version-newer']);
    assert.deepEqual(codes('<<<<<<< a\nchiosa: 1\n=======\n>>>>>>> b\n'), ['merge-conflict']);
    assert.deepEqual(codes('chiosa: 1\nfurther: true\n'), []);
  });

  it('is nothing where there is nothing', () => {
    assert.deepEqual(codes(''), []);
    assert.deepEqual(codes(' \n'), []);
  });
});
