import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { Stamp } from '../../../src/core/corpus/summaryCache';
import { LineReader } from '../../../src/core/corpus/summaryLines';
import { Vocabulary } from '../../../src/core/corpus/vocabulary';
import { stampsOnly } from '../../../src/node/sidecarSummary';
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
      const readers = [0, 1].map(() => new LineReader(new Vocabulary()));
      await answerAll(
        { file: program, data: undefined, count: 2 },
        paths,
        (answers, start, worker) => {
          (answers as readonly (string | undefined)[]).forEach((line, i) => {
            titles[start + i] = readers[worker]?.read(line ?? '')?.summary.fields.title;
          });
        },
      );
      assert.deepEqual(titles, [...names, undefined]);
      const sizes: (number | undefined)[] = [];
      const stamps = { file: program, data: stampsOnly, count: 1 };
      await answerAll(stamps, paths, (answers, start) => {
        answers.forEach((stamp, i) => (sizes[start + i] = (stamp as Stamp | undefined)?.size));
      });
      assert.deepEqual(sizes, [...names.map((name) => source(name).length), undefined]);
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

  const many = Array.from({ length: 40 }, (_, i) => `f${String(i)}`);

  it('fails where a worker ends before its work, and for what a worker fails with', () =>
    withFolder(
      {
        'ends.js': 'process.exit(0);',
        'fails.js': "throw new Error('no such word');",
        'later.js': `let n = 0;
          const { parentPort } = require('node:worker_threads');
          parentPort.on('message', (files) => {
            if ((n += 1) === 2) process.exit(0);
            parentPort.postMessage(files);
          });`,
      },
      async (folder) => {
        const answered = async (file: string) => {
          const seen: unknown[] = [];
          const program = { file: path.join(folder, file), data: undefined, count: 2 };
          const take = (answers: readonly unknown[]) => seen.push(...answers);
          const outcome = await answerAll(program, many, take).catch(String);
          return [outcome, seen.length > 0];
        };
        assert.deepEqual(await answered('ends.js'), [
          'Error: A worker ended before its work.',
          false,
        ]);
        assert.deepEqual(await answered('fails.js'), ['Error: no such word', false]);
        assert.deepEqual(await answered('later.js'), [
          'Error: A worker ended before its work.',
          true,
        ]);
      },
    )).timeout(30_000);

  it('gives each worker what it is started with, and each file to one of them, however few there are', () =>
    withFolder(
      {
        'echo.js': `const { parentPort, workerData } = require('node:worker_threads');
          parentPort.on('message', (files) => {
            if (files) parentPort.postMessage(files.map((file) => workerData + file));
            else parentPort.close();
          });`,
      },
      async (folder) => {
        for (const length of [0, 1, 16, 17, 40]) {
          const found: unknown[] = [];
          const files = many.slice(0, length);
          const echo = { file: path.join(folder, 'echo.js'), data: 'of ', count: 3 };
          await answerAll(echo, files, (answers, start) => {
            answers.forEach((answer, i) => (found[start + i] = answer));
          });
          assert.deepEqual(
            found,
            files.map((file) => `of ${file}`),
          );
        }
      },
    )).timeout(30_000);

  it('ends in the middle, too, for the reason of the signal', () =>
    withFolder({ 'a.ann.yaml': 'chiosa: 1\n' }, async (folder) => {
      const paths = many.map(() => path.join(folder, 'a.ann.yaml'));
      const stop = new AbortController();
      const answering = answerAll(
        { file: program, data: undefined, count: 2 },
        paths,
        () => {
          stop.abort(new Error('read enough'));
        },
        stop.signal,
      );
      await assert.rejects(answering, /read enough/);
    })).timeout(30_000);
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
