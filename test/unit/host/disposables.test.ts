import assert from 'node:assert/strict';
import { disposeAll, DisposableStore } from '../../../src/host/disposables';

describe('what is disposed of together', () => {
  let log: string[] = [];
  const item = (name: string) => ({ name, dispose: () => void log.push(name) });
  beforeEach(() => {
    log = [];
  });

  it('is kept until then, and goes in the order in which it came', () => {
    const store = new DisposableStore();
    for (const name of ['a', 'b', 'c']) store.add(item(name));
    assert.deepEqual(log, []);
    store.dispose();
    assert.deepEqual(log, ['a', 'b', 'c']);
  });

  it('is given back as it was added, before and after', () => {
    const store = new DisposableStore();
    const [early, late] = [item('early'), item('late')];
    assert.equal(store.add(early), early);
    store.dispose();
    assert.equal(store.add(late), late);
  });

  it('goes once, though it was added twice and its owner is disposed of twice', () => {
    const store = new DisposableStore();
    const a = item('a');
    store.add(a);
    store.add(a);
    store.dispose();
    store.dispose();
    assert.deepEqual(log, ['a']);
  });

  it('goes at once where it comes too late', () => {
    const store = new DisposableStore();
    store.dispose();
    store.add(item('late'));
    assert.deepEqual(log, ['late']);
    store.dispose();
    assert.deepEqual(log, ['late']);
  });

  it('goes at once where something adds it that is being disposed of', () => {
    const store = new DisposableStore();
    store.add({
      dispose() {
        log.push('begin');
        store.add(item('inner'));
        log.push('end');
      },
    });
    store.add(item('next'));
    store.dispose();
    assert.deepEqual(log, ['begin', 'inner', 'end', 'next']);
  });

  it('may be several that are one, also within others', () => {
    const all = disposeAll(item('a'), disposeAll(item('b'), item('c')), disposeAll(), item('d'));
    assert.deepEqual(log, []);
    all.dispose();
    all.dispose();
    assert.deepEqual(log, ['a', 'b', 'c', 'd']);
  });
});
