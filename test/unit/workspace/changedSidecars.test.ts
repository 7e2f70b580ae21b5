import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { ChangedSidecars } from '../../../src/workspace/changedSidecars';

/** All that is asked of a URI here is its name. */
const uriOf = (name: string) => ({ toString: () => name }) as vscode.Uri;

/** Something that is waited for until a test says that it is over. */
class Gate {
  readonly #waiting: (() => void)[] = [];

  readonly pass = () => new Promise<void>((resolve) => this.#waiting.push(resolve));

  get waiting(): number {
    return this.#waiting.length;
  }

  async open(): Promise<void> {
    for (const resolve of this.#waiting.splice(0)) resolve();
    await soon();
  }
}

describe('changed sidecars', () => {
  let [ready, reading] = [new Gate(), new Gate()];
  let read: string[][] = [];
  let changed = new ChangedSidecars(ready.pass, reading.pass);
  const add = (...names: readonly string[]) => {
    for (const name of names) changed.add(uriOf(name));
  };

  beforeEach(() => {
    [ready, reading, read] = [new Gate(), new Gate(), []];
    changed = new ChangedSidecars(ready.pass, (sidecars) => {
      read.push(sidecars.map(([key]) => key));
      return reading.pass();
    });
  });

  it('are not read before all is ready', async () => {
    add('a');
    await soon();
    assert.deepEqual([ready.waiting, read], [1, []]);
    await ready.open();
    assert.deepEqual(read, [['a']]);
  });

  it('are read together, each once, in the order in which they first changed', async () => {
    add('b', 'a', 'b', 'c', 'a');
    assert.equal(ready.waiting, 1, 'one wait for all');
    await ready.open();
    assert.deepEqual(read, [['b', 'a', 'c']]);
  });

  it('are known by the URI with which each changed last', async () => {
    const [first, last] = [uriOf('a'), uriOf('a')];
    const given: vscode.Uri[] = [];
    changed = new ChangedSidecars(ready.pass, (sidecars) => {
      given.push(...sidecars.map(([, uri]) => uri));
      return Promise.resolve();
    });
    changed.add(first);
    changed.add(last);
    await ready.open();
    assert.equal(given.length, 1);
    assert.equal(given[0], last);
  });

  it('wait for those that are being read, and are then read when all is ready again', async () => {
    add('a');
    await ready.open();
    add('b', 'a');
    await soon();
    assert.deepEqual([ready.waiting, read], [0, [['a']]]);
    await reading.open();
    assert.deepEqual([ready.waiting, read], [1, [['a']]]);
    add('c');
    await ready.open();
    assert.deepEqual(read, [['a'], ['b', 'a', 'c']]);
  });

  it('are not read again when nothing has changed since, and are when it has', async () => {
    add('a');
    await ready.open();
    await reading.open();
    assert.deepEqual([ready.waiting, reading.waiting, read], [0, 0, [['a']]]);
    add('a');
    await ready.open();
    assert.deepEqual(read, [['a'], ['a']]);
  });
});
