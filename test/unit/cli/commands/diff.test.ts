import assert from 'node:assert/strict';
import { bridge, bridgeFiles } from '../../../support/bridge';
import { inFolder } from '../../../support/cli';

const after = bridge.sidecar
  .replace('kind: direct', 'kind: mixed')
  .replace(
    '      - { exact: Tassoni }',
    '      - { exact: La sindaca }\n      - { exact: Tassoni }',
  );

describe('chiosa diff', () => {
  it('says by meaning what has changed, a line each, and the sum', () =>
    inFolder(
      { ...bridgeFiles, 'ponte.txt.ann.yaml': after, old: bridge.sidecar },
      async ({ chiosa }) => {
        const { status, out, err } = await chiosa('diff', 'old', 'ponte.txt.ann.yaml');
        assert.deepEqual([status, err], [0, '+1 mention of Irene Tassoni, 1 quote changed\n']);
        assert.equal(
          out,
          '+ mention of Irene Tassoni: “La sindaca”\n~ quote of nobody: “Non prima di marzo” (kind: direct → mixed)\n',
        );
      },
    ));

  it('gives JSON, also of what is there on one side only', () =>
    inFolder(bridgeFiles, async ({ chiosa }) => {
      const { status, out } = await chiosa('diff', 'ponte.txt.ann.yaml', '-', '--format', 'json');
      assert.equal(status, 0);
      const [first] = JSON.parse(out) as unknown[];
      assert.deepEqual(first, {
        thing: 'entity',
        change: 'removed',
        parts: [],
        before: { id: 'irene-tassoni', name: 'Irene Tassoni', type: 'person' },
        after: null,
      });
    }));

  it('prints nothing where nothing differs', () =>
    inFolder(bridgeFiles, async ({ chiosa }) => {
      const { status, out, err } = await chiosa('diff', 'ponte.txt.ann.yaml', 'ponte.txt.ann.yaml');
      assert.deepEqual([status, out, err], [0, '', '']);
    }));

  it('reports what cannot be read, with its place', () =>
    inFolder(
      { ...bridgeFiles, bad: after.replace('type: person', 'type: 5') },
      async ({ chiosa }) => {
        const { status, out, err } = await chiosa('diff', 'bad', 'ponte.txt.ann.yaml');
        assert.deepEqual([status, out], [3, '']);
        assert.match(err, /^bad:6:11: error: .*\[invalid-value\]$/m);
        assert.equal((await chiosa('diff', 'nowhere', '-')).status, 3);
        assert.equal((await chiosa('diff', '-')).status, 2);
      },
    ));
});
