import assert from 'node:assert/strict';
import { jobs } from '../../../src/cli/jobs';
import { withSession } from '../../../src/cli/session';
import { bridge, bridgeFiles, edit, sidecarIn } from '../../support/bridge';
import { withFolder } from '../../support/files';

describe('jobs', () => {
  it('have results that can be sent to another thread, and only one of them writes', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, bridge.second);
      await withSession(folder, async (session) => {
        for (const name of ['check', 'reanchorDry', 'reanchor'] as const) {
          assert.equal(sidecarIn(folder), bridge.sidecar, name);
          const result = await jobs[name]('ponte.txt', session);
          assert.deepEqual(structuredClone(result), result);
        }
      });
      assert.notEqual(sidecarIn(folder), bridge.sidecar);
    }));
});
