import assert from 'node:assert/strict';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { Checked } from '../../../src/cli/checkArticle';
import { work } from '../../../src/cli/worker';
import { bridgeFiles } from '../../support/bridge';
import { withFolder } from '../../support/files';

describe('work', () => {
  it('answers each list of files with as many results, and ends when it is told', () =>
    withFolder(bridgeFiles, async (folder) => {
      const { port1, port2 } = new MessageChannel();
      work({ job: 'check', cwd: folder }, port2);
      try {
        const lists = [['ponte.txt', 'no.txt'], [], ['ponte.txt']];
        const codes: string[][][] = [];
        for (const files of lists) {
          port1.postMessage(files);
          const [results] = (await once(port1, 'message')) as [Checked[]];
          codes.push(results.map(({ problems }) => problems.map(({ problem }) => problem.code)));
        }
        const ofBridge = ['quote-without-speaker'];
        assert.deepEqual(codes, [[ofBridge, ['file-unreadable']], [], [ofBridge]]);
      } finally {
        port1.postMessage(null);
        await once(port1, 'close');
      }
    }));
});
