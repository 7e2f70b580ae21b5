import assert from 'node:assert/strict';
import { Progress } from '../../../src/cli/progress';

/** A progress whose clock stands where the test puts it, in milliseconds, and what it writes. */
function started(isTerminal: boolean) {
  const clock = { now: 1000 };
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const io = { cwd: '.', out: write, err: write, isTerminal };
  return { clock, written, progress: new Progress(io, 5000, () => clock.now) };
}

describe('Progress', () => {
  it('writes nothing where there is no terminal', () => {
    const { clock, written, progress } = started(false);
    clock.now += 60_000;
    progress.show(4999);
    progress.clear();
    assert.deepEqual(written, []);
  });

  it('writes over one line on a terminal, at most four times a second, and takes it away', () => {
    const { clock, written, progress } = started(true);
    for (let done = 1; done <= 100; done += 1) {
      clock.now += 10;
      progress.show(done);
    }
    assert.deepEqual(
      written,
      [25, 50, 75, 100].map((done) => `\r${done} of 5000 articles`),
    );
    progress.clear();
    progress.clear();
    assert.deepEqual(written.slice(4), [`\r${' '.repeat('100 of 5000 articles'.length)}\r`]);
  });

  it('writes nothing at all in a run that is over soon', () => {
    const { clock, written, progress } = started(true);
    clock.now += 249;
    progress.show(5000);
    progress.clear();
    assert.deepEqual(written, []);
  });

  it('begins a line anew after it was taken away, and says the world as it is', () => {
    const { clock, written, progress } = started(true);
    clock.now += 250;
    progress.show(7);
    progress.clear();
    clock.now += 249;
    progress.show(8);
    assert.equal(written.length, 2, 'so soon none is drawn');
    clock.now += 1;
    progress.show(9);
    assert.equal(written.at(-1), '\r9 of 5000 articles');
    assert.deepEqual([progress.io.cwd, progress.io.isTerminal], ['.', true]);
  });

  it('makes way for what else is written', () => {
    const { clock, written, progress } = started(true);
    clock.now += 300;
    progress.show(3);
    const gone = `\r${' '.repeat('3 of 5000 articles'.length)}\r`;
    progress.io.out('a\n');
    progress.io.err('b\n');
    assert.deepEqual(written.slice(1), [gone, 'a\n', 'b\n']);
  });
});
