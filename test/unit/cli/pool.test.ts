import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Io } from '../../../src/cli/command';
import { doJob } from '../../../src/cli/pool';
import { Progress } from '../../../src/cli/progress';
import { withSession } from '../../../src/cli/session';
import { parseSidecar } from '../../../src/core/sidecar/parse';
import { bridge, idOf } from '../../support/bridge';
import { inFolder } from '../../support/cli';
import { repositoryPath } from '../../support/files';

const program = repositoryPath('dist', 'cli.js');

/** The articles of so many first editions, all of them changed since, and their sidecars. */
function many(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, i) => `n/${String(i).padStart(4, '0')}.txt`);
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, bridge.second],
      [`${name}.ann.yaml`, bridge.sidecar],
    ]),
  );
}

/** Checks files in a folder. @returns how many problems each has, in the order in which the results came */
async function checked(folder: string, files: readonly string[], workers?: Io['workers']) {
  const io: Io = { cwd: folder, out: () => 0, err: () => 0, ...(workers && { workers }) };
  const counts: number[] = [];
  await withSession(folder, (session) =>
    doJob('check', files, new Progress(io, files.length), session, ({ problems }) => {
      counts.push(problems.length);
    }),
  );
  return counts;
}

describe('doJob', () => {
  it('gives results in the order of the files, with workers too', () =>
    inFolder(
      { 'a.txt': bridge.first, 'a.txt.ann.yaml': bridge.sidecar, 'b.txt': 'B' },
      async ({ path: folder }) => {
        // Every seventh has a problem: its quote has no speaker.
        const files = Array.from({ length: 250 }, (_, i) => (i % 7 === 0 ? 'a.txt' : 'b.txt'));
        const expected = files.map((file) => (file === 'a.txt' ? 1 : 0));
        assert.deepEqual(await checked(folder, files), expected);
        assert.deepEqual(await checked(folder, files, { program, count: 2 }), expected);
      },
    )).timeout(30_000);

  it('starts no worker for a few files, and fails where one fails', () =>
    inFolder({ 'b.txt': 'B' }, async ({ path: folder }) => {
      const broken = { program: path.join(folder, 'no.js'), count: 2 };
      const few = Array.from({ length: 199 }, () => 'b.txt');
      assert.equal((await checked(folder, few, broken)).length, 199);
      await assert.rejects(checked(folder, [...few, 'b.txt'], broken));
    }));

  it('takes the line of its progress away where a worker or who takes the results fails', () =>
    inFolder({ 'b.txt': 'B' }, async ({ path: folder }) => {
      const files = Array.from({ length: 200 }, () => 'b.txt');
      for (const workers of [undefined, { program, count: 2 }]) {
        const written: string[] = [];
        const err = (text: string) => written.push(text);
        const io: Io = {
          cwd: folder,
          out: err,
          err,
          isTerminal: true,
          ...(workers && { workers }),
        };
        let now = 0;
        const progress = new Progress(io, files.length, () => (now += 300));
        let results = 0;
        const doing = withSession(folder, (session) =>
          doJob('check', files, progress, session, () => {
            results += 1;
            // With workers it is thrown in a handler of events, where nobody would catch it.
            if (results === 5 && !workers) throw new Error('no more');
          }),
        );
        if (workers) await doing;
        else await assert.rejects(doing, /no more/);
        assert.match(written[0] ?? '', /^\r\d+ of 200 articles$/);
        assert.match(written.at(-1) ?? '', /^\r +\r$/);
      }
    })).timeout(30_000);

  it('does nothing for no files', async () => {
    assert.deepEqual(await checked('.', [], { program, count: 2 }), []);
  });

  it('does with workers what it does without, one bad file among many', () => {
    const files = { ...many(230), 'n/0117.txt.ann.yaml': 'chiosa: 1\nentities: [\n' };
    const runs = [undefined, { program, count: 2 }].map((workers) => {
      let result: unknown;
      return inFolder(
        files,
        async ({ chiosa, path: folder }) => {
          const { status, out, err } = await chiosa('reanchor', 'n');
          const names = fs.readdirSync(path.join(folder, 'n')).sort();
          const contents = names.map((name) =>
            fs.readFileSync(path.join(folder, 'n', name), 'utf8'),
          );
          result = { status, out, err, names, contents };
          assert.equal(out.split('\n').length, 230);
          assert.match(err, /^n\/0117\.txt\.ann\.yaml:\d+:.*\[yaml-syntax\]$/m);
        },
        workers && { workers },
      ).then(() => result);
    });
    return Promise.all(runs).then(([alone, together]) => {
      assert.deepEqual(together, alone);
    });
  }).timeout(60_000);

  it('leaves whole sidecars when it is killed', function () {
    if (process.platform === 'win32') this.skip();
    return inFolder(many(600), async ({ path: folder, chiosa }) => {
      const inside = path.join(folder, 'n');
      const child = spawn(process.execPath, [program, 'reanchor', 'n'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      // The first results are there, so it is in the middle of them.
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      const sidecars = () =>
        fs
          .readdirSync(inside)
          .filter((name) => name.endsWith('.ann.yaml'))
          .map((name) => fs.readFileSync(path.join(inside, name), 'utf8'));
      const isOld = (source: string) => source === bridge.sidecar;
      const [old, fresh] = [sidecars().filter(isOld), sidecars().filter((each) => !isOld(each))];
      assert.equal(old.length + fresh.length, 600);
      assert.ok(old.length > 0 && fresh.length > 0, `${String(old.length)} old`);
      assert.equal(new Set(fresh).size, 1);
      assert.deepEqual(parseSidecar(fresh[0] ?? '').problems, []);
      assert.equal(parseSidecar(fresh[0] ?? '').data.text, idOf(bridge.second));
      // What it left beside them is in nobody's way.
      await chiosa('reanchor', 'n');
      assert.deepEqual([...new Set(sidecars())], [...new Set(fresh)]);
    });
  }).timeout(60_000);
});
