import assert from 'node:assert/strict';
import path from 'node:path';
import { withSession, type Session } from '../../../src/cli/session';
import { bridge, bridgeFiles, edit, idOf } from '../../support/bridge';
import { withFolder } from '../../support/files';

describe('withSession', () => {
  it('gives schemas and old texts, and what the act gives', () =>
    withFolder(bridgeFiles, async (folder) => {
      edit(folder, bridge.second);
      const size = await withSession(folder, async ({ cwd, blobs, projects }) => {
        assert.deepEqual((await projects.of('.')).problems, []);
        return (await blobs.read(path.join(cwd, 'ponte.txt'), idOf(bridge.first)))?.length;
      });
      assert.equal(size, new TextEncoder().encode(bridge.first).length);
    }));

  it('ends what it has started also where the act fails', async () => {
    const sessions: Session[] = [];
    const failed = withSession('.', (session) => {
      sessions.push(session);
      return Promise.reject(new Error('no'));
    });
    await assert.rejects(failed, /^Error: no$/);
    assert.equal(sessions.length, 1);
  });
});
