import assert from 'node:assert/strict';
import { diffVersions } from '../../../../src/core/diff/diffVersions';
import { summaryOf } from '../../../../src/core/diff/summary';
import { summaryText } from '../../../../src/core/diff/summaryText';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { bridge, idOf } from '../../../support/bridge';
import { articleOf } from '../../../support/builders';

describe('diffVersions', () => {
  const bytes = new TextEncoder().encode(bridge.first);
  const asked: string[] = [];
  const readBlob = (id: string) => {
    asked.push(id);
    return Promise.resolve(id === idOf(bridge.first) ? bytes : undefined);
  };
  const said = async (before: string, after: string, text: string | undefined) => {
    asked.length = 0;
    const beside = text === undefined ? undefined : articleOf(text);
    const versions = [parseSource(before), parseSource(after)] as const;
    return summaryText(summaryOf(await diffVersions(...versions, beside, readBlob)));
  };
  const other = bridge.sidecar.replace('exact: Marco Bellini', 'exact: Bellini');

  it('compares in the article where that has the text that the later version names', async () => {
    assert.equal(await said(bridge.sidecar, bridge.sidecar, bridge.first), '');
    assert.equal(await said(bridge.sidecar, other, bridge.first), '1 mention changed');
    assert.deepEqual(asked, []);
  });

  it('compares in the text that git has where the article has another one, or is gone', async () => {
    for (const text of [bridge.second, undefined]) {
      assert.equal(
        await said('', bridge.sidecar, text),
        await said('', bridge.sidecar, bridge.first),
      );
      await said('', bridge.sidecar, text);
      assert.deepEqual([...new Set(asked)], [idOf(bridge.first)]);
    }
  });

  it('carries annotations over from the text of the former version', async () => {
    const now = bridge.sidecarOf(idOf(bridge.second));
    await said(bridge.sidecar, now, bridge.second);
    assert.deepEqual(asked, [idOf(bridge.first)]);
  });
});
