import assert from 'node:assert/strict';
import { undecided } from '../../../../src/core/check/undecided';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';

const source = `chiosa: 1
article:
  status: done
  conflict: { theirs: { status: draft, title: null } }
entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: Ada }
      - { exact: Perrin, conflict: { ours: removed } }
    conflict: { theirs: removed }
quotes:
  - kind: direct
    content:
      - { exact: tace }
    cue: { exact: dice, conflict: { theirs: { exact: ha detto } } }
    speaker: { entity: ada, conflict: { theirs: { entity: bea } } }
    conflict: { theirs: { kind: mixed } }
conflict: { theirs: { x: 1 } }
`;

describe('undecided', () => {
  it('finds conflicts wherever they are, with what differs', () => {
    const found = undecided(parseSource(source).data);
    assert.deepEqual(
      found.map(({ what, path, detail }) => [what.split('/')[1], path.join('.'), detail['keys']]),
      [
        ['versions', 'article.conflict', 'title, status'],
        ['removed', 'entities.ada.mentions.1.conflict', undefined],
        ['removed', 'entities.ada.conflict', undefined],
        ['versions', 'quotes.0.cue.conflict', 'exact'],
        ['versions', 'quotes.0.speaker.conflict', 'entity'],
        ['versions', 'quotes.0.conflict', 'kind'],
        ['versions', 'conflict', 'x'],
      ].map(([what, path, keys]) => [what, path, keys]),
    );
  });

  it('finds none where there is none', () => {
    assert.deepEqual(undecided(parseSource('chiosa: 1\n').data), []);
  });
});
