import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inParallel } from '../../../src/host/inParallel';

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('inParallel', () => {
  it('acts on each item once, begun in order, on several but not on all at a time', async () => {
    const begun: number[] = [];
    let [running, most] = [0, 0];
    await inParallel(numbers, async (item, index) => {
      assert.equal(item, index);
      begun.push(item);
      running += 1;
      most = Math.max(most, running);
      for (let i = 0; i < item % 3; i += 1) await setImmediate();
      running -= 1;
    });
    assert.deepEqual(begun, numbers);
    assert.ok(most > 1 && most < 50, String(most));
  });

  it('begins no further item after a failure, and throws it when those under way have ended', async () => {
    const begun: number[] = [];
    let running = 0;
    const acting = inParallel(numbers, async (item) => {
      begun.push(item);
      running += 1;
      await setImmediate();
      running -= 1;
      if (item === 3) throw new Error('three');
      await setImmediate();
    });
    await assert.rejects(acting, /three/);
    assert.equal(running, 0);
    assert.ok(begun.length < 50, String(begun.length));
  });

  it('has nothing to do with nothing', async () => {
    await inParallel([], () => assert.fail());
  });
});
