import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Scheduler } from '../../../src/host/scheduler';

describe('a Scheduler', () => {
  let runs = 0;
  const scheduled = (delay: number) => new Scheduler(delay, () => (runs += 1));

  beforeEach(() => {
    runs = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('runs its task once the time after a request is over, and not before', () => {
    scheduled(100).schedule();
    mock.timers.tick(99);
    assert.equal(runs, 0);
    mock.timers.tick(1);
    assert.equal(runs, 1);
    mock.timers.tick(1000);
    assert.equal(runs, 1);
  });

  it('waits anew with each request, and runs once for all', () => {
    const scheduler = scheduled(100);
    for (let i = 0; i < 5; i += 1) {
      scheduler.schedule();
      mock.timers.tick(99);
    }
    assert.equal(runs, 0);
    mock.timers.tick(1);
    assert.equal(runs, 1);
  });

  it('runs again for a request after it ran', () => {
    const scheduler = scheduled(100);
    for (let i = 0; i < 3; i += 1) {
      scheduler.schedule();
      mock.timers.tick(100);
    }
    assert.equal(runs, 3);
  });

  it('runs no more once it is disposed of, and minds it not where nothing waits', () => {
    const scheduler = scheduled(100);
    scheduler.schedule();
    scheduler.dispose();
    scheduler.dispose();
    mock.timers.tick(1000);
    assert.equal(runs, 0);
  });

  it('waits for others of its kind not', () => {
    const [one, other] = [scheduled(100), scheduled(10)];
    one.schedule();
    other.schedule();
    mock.timers.tick(10);
    assert.equal(runs, 1);
    other.dispose();
    mock.timers.tick(90);
    assert.equal(runs, 2);
  });
});
