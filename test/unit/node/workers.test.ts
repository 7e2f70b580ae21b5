import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { StampedSummary } from '../../../src/core/corpus/summaryCache';
import { answerAll, serve, workersFor } from '../../../src/node/workers';
import { repositoryPath, withFolder } from '../../support/files';

const program = repositoryPath('dist', 'summaryWorker.js');

describe('workersFor', () => {
  it('are as many as can run at once where there are files enough, and none where one thread does', () => {
    assert.equal(workersFor(199, 8), 0);
    assert.equal(workersFor(200, 8), 2);
    assert.equal(workersFor(10_000, 8), 8);
    assert.equal(workersFor(10_000, 1), 0);
  });
});

describe('answerAll', () => {
  it('gives an answer for each of the files, by its index', () => {
    const names = Array.from({ length: 250 }, (_, i) => `n${String(i)}.ann.yaml`);
    const source = (name: string) => `chiosa: 1\narticle:\n  title: ${name}\n`;
    const files = Object.fromEntries(names.map((name) => [name, source(name)]));
    return withFolder(files, async (folder) => {
      const titles: (string | undefined)[] = [];
      const paths = [...names, 'no.ann.yaml'].map((name) => path.join(folder, name));
      await answerAll({ file: program, data: undefined, count: 2 }, paths, (answers, start) => {
        (answers as readonly (StampedSummary | undefined)[]).forEach((answer, i) => {
          titles[start + i] = answer?.summary.fields.title;
        });
      });
      assert.deepEqual(titles, [...names, undefined]);
    });
  }).timeout(30_000);

  it('fails where there is no such program, and for the reason of the signal', async () => {
    const few = Array.from({ length: 40 }, (_, i) => `no${String(i)}`);
    const none = () => assert.fail('nobody answers');
    const missing = { file: repositoryPath('dist', 'no.js'), data: undefined, count: 2 };
    await assert.rejects(answerAll(missing, few, none), /Cannot find module/);
    const stop = new AbortController();
    const answering = answerAll({ ...missing, file: program }, few, () => 0, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(answering, /enough/);
  }).timeout(30_000);
});

describe('serve', () => {
  it('answers each list of files with as many answers, and lets go when it is told', async () => {
    const { port1, port2 } = new MessageChannel();
    let ended = 0;
    serve(
      port2,
      (file) => Promise.resolve(file.length),
      () => {
        ended += 1;
      },
    );
    for (const [files, expected] of [
      [
        ['a', 'bc'],
        [1, 2],
      ],
      [[], []],
    ]) {
      port1.postMessage(files);
      assert.deepEqual(await once(port1, 'message'), [expected]);
    }
    assert.equal(ended, 0);
    port1.postMessage(null);
    await once(port1, 'close');
    assert.equal(ended, 1);
  });
});
