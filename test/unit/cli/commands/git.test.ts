import assert from 'node:assert/strict';
import { bridgeFiles } from '../../../support/bridge';
import { inFolder } from '../../../support/cli';

describe('chiosa git', () => {
  it('wants install, and no more', () =>
    inFolder({}, async ({ chiosa }) => {
      for (const args of [[], ['remove'], ['install', 'more'], ['textconv']]) {
        assert.equal((await chiosa('git', ...args)).status, 2, args.join(' '));
      }
    }));

  it('prints a sidecar as text for diffs', () =>
    inFolder(bridgeFiles, async ({ chiosa }) => {
      const { status, out } = await chiosa('git', 'textconv', 'ponte.txt.ann.yaml');
      assert.equal(status, 0);
      assert.match(out, /^mention of Irene Tassoni: “Tassoni”$/m);
      assert.equal((await chiosa('git', 'textconv', 'nowhere')).status, 3);
    }));
});
