import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { mock } from 'node:test';
import { nextEvent } from '../../../src/host/nextEvent';

/** An event that tests fire, and who listens to it. */
class Source {
  readonly listeners = new Set<(value: unknown) => unknown>();

  readonly event = (listener: (value: unknown) => unknown) => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  fire(): void {
    for (const listener of [...this.listeners]) listener(undefined);
  }
}

describe('the wait for an event', () => {
  let [source, isOver] = [new Source(), false];
  const wait = (patience: number) => {
    void nextEvent(source.event, patience).then(() => (isOver = true));
  };

  beforeEach(() => {
    [source, isOver] = [new Source(), false];
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('is over when it comes, and nobody listens any more', async () => {
    wait(1000);
    await soon();
    assert.deepEqual([isOver, source.listeners.size], [false, 1]);
    source.fire();
    await soon();
    assert.deepEqual([isOver, source.listeners.size], [true, 0]);
  });

  it('is over when patience is, not before, and nobody listens any more', async () => {
    wait(1000);
    mock.timers.tick(999);
    await soon();
    assert.deepEqual([isOver, source.listeners.size], [false, 1]);
    mock.timers.tick(1);
    await soon();
    assert.deepEqual([isOver, source.listeners.size], [true, 0]);
  });

  it('is for one that is still to come', async () => {
    source.fire();
    wait(1000);
    await soon();
    assert.equal(isOver, false);
    source.fire();
    await soon();
    assert.equal(isOver, true);
  });

  it('ends for all who wait with the same event, each of whom has patience of their own', async () => {
    const over: string[] = [];
    for (const [name, patience] of [
      ['short', 10],
      ['long', 100],
      ['longer', 1000],
    ] as const) {
      void nextEvent(source.event, patience).then(() => over.push(name));
    }
    mock.timers.tick(10);
    await soon();
    assert.deepEqual(over, ['short']);
    assert.equal(source.listeners.size, 2);
    source.fire();
    await soon();
    assert.deepEqual(over, ['short', 'long', 'longer']);
    assert.equal(source.listeners.size, 0);
  });
});
