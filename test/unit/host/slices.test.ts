import assert from 'node:assert/strict';
import { inSlices } from '../../../src/host/slices';

/** Takes as long as a slice may, and a little more. */
function work(): void {
  const end = Date.now() + 10;
  while (Date.now() < end);
}

describe('inSlices', () => {
  it('acts on each item once, in their order', async () => {
    const done: string[] = [];
    await inSlices(new Set(['é', '😀', '海', 'é']), (item) => done.push(item));
    assert.deepEqual(done, ['é', '😀', '海']);
  });

  it('acts at once on what takes no time', () => {
    let done = 0;
    void inSlices([1, 2, 3], () => (done += 1));
    assert.equal(done, 3);
  });

  it('gives way to others between items that take long', async () => {
    let done = 0;
    const before = new Promise<number>((resolve) => {
      setTimeout(() => {
        resolve(done);
      });
    });
    await inSlices([1, 2, 3], () => {
      work();
      done += 1;
    });
    assert.equal(done, 3);
    assert.ok((await before) < 3, 'who was waiting had its turn before the end');
  });

  it('takes no item from what gives them before the one before is done', async () => {
    const log: string[] = [];
    function* items() {
      for (const item of ['a', 'b']) {
        log.push(`give ${item}`);
        yield item;
      }
    }
    await inSlices(items(), (item) => {
      work();
      log.push(`do ${item}`);
    });
    assert.deepEqual(log, ['give a', 'do a', 'give b', 'do b']);
  });

  it('waits for what an act waits for, before the next one', async () => {
    const log: string[] = [];
    await inSlices(['a', 'b'], async (item) => {
      log.push(`begin ${item}`);
      await Promise.resolve();
      log.push(`end ${item}`);
    });
    assert.deepEqual(log, ['begin a', 'end a', 'begin b', 'end b']);
  });

  it('ends with the first failure', async () => {
    const done: number[] = [];
    const acting = inSlices([1, 2, 3], (item) => {
      if (item === 2) throw new Error('two');
      done.push(item);
    });
    await assert.rejects(acting, /two/);
    assert.deepEqual(done, [1]);
  });

  it('has nothing to do with nothing', async () => {
    await inSlices([], () => assert.fail());
  });
});
