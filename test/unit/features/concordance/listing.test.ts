import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { mock } from 'node:test';
import { keepListed } from '../../../../src/features/concordance/listing';

/** Something that tests fire, and that may be listened to. */
function source() {
  const listeners = new Set<(value: unknown) => unknown>();
  const event = (listener: (value: never) => unknown) => {
    const heard = listener as (value: unknown) => unknown;
    listeners.add(heard);
    return { dispose: () => void listeners.delete(heard) };
  };
  const fire = () => {
    for (const listener of listeners) listener(undefined);
  };
  return { event, fire, listeners };
}

describe('the list of articles for a search', () => {
  let [learn, change] = [source(), source()];
  let lookUps = 0;
  const keep = (now = () => Promise.resolve([])) =>
    keepListed(
      { onDidLearn: learn.event },
      {
        onDidChange: change.event,
        now: () => {
          lookUps += 1;
          return now();
        },
      },
    );

  beforeEach(() => {
    [learn, change, lookUps] = [source(), source(), 0];
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('is not made before the corpus is known and has rested', () => {
    keep();
    mock.timers.tick(10_000);
    assert.equal(lookUps, 0);
    learn.fire();
    mock.timers.tick(499);
    assert.equal(lookUps, 0);
    mock.timers.tick(1);
    assert.equal(lookUps, 1);
  });

  it('is made once for all that comes in one go, and again for what comes later', () => {
    keep();
    for (const { fire } of [learn, change, learn, change]) {
      fire();
      mock.timers.tick(499);
    }
    assert.equal(lookUps, 0);
    mock.timers.tick(1);
    assert.equal(lookUps, 1);
    change.fire();
    mock.timers.tick(500);
    assert.equal(lookUps, 2);
  });

  it('fails in silence, and is made again at the next change', async () => {
    keep(() => Promise.reject(new Error('gone')));
    for (const expected of [1, 2]) {
      change.fire();
      mock.timers.tick(500);
      await soon();
      assert.equal(lookUps, expected);
    }
  });

  it('is made no more once it is not kept, also where that was to come', () => {
    const kept = keep();
    learn.fire();
    kept.dispose();
    mock.timers.tick(500);
    assert.equal(lookUps, 0);
    assert.deepEqual([learn.listeners.size, change.listeners.size], [0, 0]);
  });
});
