import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { diffFiles } from '../../../src/cli/diffFiles';
import { withSession } from '../../../src/cli/session';
import { bridge, bridgeFiles, edit, idOf } from '../../support/bridge';
import { withFolder } from '../../support/files';

describe('diffFiles', () => {
  it('carries both versions over to the text of the later one, with the old text of git', () =>
    withFolder({ ...bridgeFiles, old: bridge.sidecar }, async (folder) => {
      edit(folder, bridge.second);
      const carried = bridge.sidecarOf(idOf(bridge.second));
      const now = carried.replace('exact: Tassoni', 'exact: Tassoni, prefix: "Irene "');
      fs.writeFileSync(path.join(folder, 'ponte.txt.ann.yaml'), now);
      const result = await withSession(folder, (session) =>
        diffFiles('old', 'ponte.txt.ann.yaml', session),
      );
      assert.ok(!result.failures);
      assert.deepEqual(result.differences, []);
    }));
});
