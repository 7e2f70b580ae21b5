import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bridge, bridgeFiles, edit, idOf, sidecarIn } from '../../../support/bridge';
import { inFolder, type ShownArticle } from '../../../support/cli';
import { commitAll } from '../../../support/git';

/** The words of the entities, each with what stands before it. The text has no character beyond U+FFFF. */
function shownWords(out: string, text: string): string[] {
  const { entities } = JSON.parse(out) as ShownArticle;
  return entities.map(({ start, end }) => text.slice(Math.max(0, start - 6), end));
}

describe('chiosa reanchor', () => {
  it('carries annotations over with the text that git has, and the lines that need not change stay', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      edit(folder, bridge.second);
      const { status, out, err } = await chiosa('reanchor');
      assert.deepEqual(
        [status, out, err],
        [
          0,
          'ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0\n',
          'articles: 1, sidecars changed: 1, carried: 4, lost: 0, ambiguous: 0\n',
        ],
      );
      const before = bridge.sidecar.split('\n');
      const changed = sidecarIn(folder)
        .split('\n')
        .filter((line) => !before.includes(line));
      // The namesake makes context necessary; all else is found as it is written.
      assert.equal(changed.length, 2, changed.join('\n'));
      assert.equal(changed[0], `text: ${idOf(bridge.second)}`);
      assert.match(changed[1] ?? '', /^ {6}- \{ exact: Tassoni, prefix: "La sindaca Irene ", /);
      const shown = await chiosa('show', 'ponte.txt', '--format', 'jsonl');
      assert.deepEqual(shownWords(shown.out, bridge.second), [
        'enti.\nMarco Bellini',
        'Irene Tassoni',
      ]);
      assert.equal((await chiosa('check')).err, 'articles: 1, errors: 0, warnings: 0, notes: 1\n');
    }));

  it('carries them over without git by their words, and reports what is not certain', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      edit(folder, bridge.second, false);
      const { status, out, err } = await chiosa('reanchor', 'ponte.txt');
      assert.equal(status, 1);
      assert.match(out, /^ponte\.txt\.ann\.yaml: carried: 3, lost: \d, ambiguous: \d\n$/);
      assert.match(err, /^ponte\.txt\.ann\.yaml:8:9: error: .*Tassoni.*\[anchor-/);
      assert.match(sidecarIn(folder), new RegExp(`exact: Tassoni, text: ${idOf(bridge.first)} }`));
    }));

  it('keeps what is lost with the id of its text, says where it stands, and does so once', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      const text = bridge.second.replace(/.*traghetto.*\n/, '');
      edit(folder, text);
      const { status, out, err } = await chiosa('reanchor');
      assert.equal(status, 1);
      assert.equal(out, 'ponte.txt.ann.yaml: carried: 3, lost: 1, ambiguous: 0\n');
      assert.match(err, /^ponte\.txt\.ann\.yaml:13:9: error: .*Marco Bellini.* \[anchor-lost\]\n/);
      const written = sidecarIn(folder);
      const line = `      - { exact: Marco Bellini, suffix: ", che guida", text: ${idOf(bridge.first)} }`;
      assert.equal(written.split('\n')[12], line);
      const again = await chiosa('reanchor');
      assert.deepEqual([again.status, again.out], [1, '']);
      assert.equal(sidecarIn(folder), written);
    }));

  it('finds what was lost when its words are back, and changes no other line', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      edit(folder, bridge.second.replace(/.*traghetto.*\n/, ''));
      await chiosa('reanchor');
      edit(folder, bridge.second, false);
      const { status, out } = await chiosa('reanchor');
      assert.deepEqual(
        [status, out],
        [0, 'ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0\n'],
      );
      assert.doesNotMatch(sidecarIn(folder), /Bellini.*text:/);
    }));

  it('gives a place to what is lost in a sidecar of the present text, where an old text tells it', () => {
    const lost = `      - { exact: Tassoni, text: ${idOf(bridge.first)} }`;
    const source = bridge
      .sidecarOf(idOf(bridge.second))
      .replace('      - { exact: Tassoni }', lost);
    return inFolder(
      { ...bridgeFiles, 'ponte.txt.ann.yaml': source },
      async ({ chiosa, path: folder }) => {
        edit(folder, bridge.second);
        const { status, out } = await chiosa('reanchor');
        assert.deepEqual(
          [status, out],
          [0, 'ponte.txt.ann.yaml: carried: 1, lost: 0, ambiguous: 0\n'],
        );
        const [before, after] = [source.split('\n'), sidecarIn(folder).split('\n')];
        assert.deepEqual(
          after.filter((line, i) => line !== before[i]).map((line) => line.slice(0, 42)),
          ['      - { exact: Tassoni, prefix: "La sind'],
        );
      },
    );
  });

  it('leaves sidecars of the present text alone, byte for byte', () => {
    const untidy = bridge.sidecar.replace('entities:', 'entities:   ').replace(/\n/g, '\r\n');
    const files = {
      ...bridgeFiles,
      'zwei.txt': bridge.first,
      'zwei.txt.ann.yaml': untidy,
      'none.txt': 'No annotations.\n',
      'no id.txt': bridge.first,
      'no id.txt.ann.yaml': bridge.sidecar.replace(/text: .*\n/, ''),
    };
    return inFolder(files, async ({ chiosa, path: folder }) => {
      commitAll(folder);
      const times = () =>
        Object.keys(files).map((name) => fs.statSync(path.join(folder, name)).ino);
      const before = times();
      const { status, out, err } = await chiosa('reanchor', '.');
      assert.deepEqual([status, out], [0, '']);
      assert.match(err, /^articles: 4, sidecars changed: 0, /);
      assert.deepEqual(times(), before);
      assert.equal(sidecarIn(folder, 'zwei.txt'), untidy);
    });
  });

  it('sums up what became of several articles, each once, in the order of their paths', () => {
    const names = ['b/ponte.txt', 'a/ponte.txt', 'ponte.txt'];
    const files = Object.fromEntries(
      names.flatMap((name) => [
        [name, bridge.first],
        [`${name}.ann.yaml`, bridge.sidecar],
      ]),
    );
    return inFolder(files, async ({ chiosa, path: folder }) => {
      commitAll(folder);
      for (const name of names) edit(folder, bridge.second, false, name);
      edit(folder, bridge.second.replace(/.*traghetto.*\n/, ''), false, 'a/ponte.txt');
      const { status, out, err } = await chiosa('reanchor', '.', 'b', 'ponte.txt');
      assert.equal(status, 1);
      assert.deepEqual(out.split('\n'), [
        'a/ponte.txt.ann.yaml: carried: 3, lost: 1, ambiguous: 0',
        'b/ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0',
        'ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0',
        '',
      ]);
      assert.match(err, /articles: 3, sidecars changed: 3, carried: 11, lost: 1, ambiguous: 0\n$/);
    });
  });

  it('says with --dry-run what it would do, and does nothing', () =>
    inFolder(bridgeFiles, async ({ chiosa, path: folder }) => {
      edit(folder, bridge.second.replace(/.*traghetto.*\n/, ''));
      const dry = await chiosa('reanchor', '--dry-run');
      assert.equal(sidecarIn(folder), bridge.sidecar);
      assert.deepEqual(fs.readdirSync(folder).sort(), ['.git', 'ponte.txt', 'ponte.txt.ann.yaml']);
      assert.match(dry.err, /\[anchor-lost\]\narticles: 1, sidecars to change: 1, carried: 3, /);
      const real = await chiosa('reanchor');
      assert.deepEqual([real.out, real.status], [dry.out, dry.status]);
    }));

  it('keeps byte order marks and ends of line, of the article and of the sidecar', () => {
    const crlf = (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`;
    const files = {
      'ponte.txt': crlf(bridge.first),
      'ponte.txt.ann.yaml': crlf(bridge.sidecarOf(idOf(`\uFEFF${bridge.first}`))),
    };
    return inFolder(files, async ({ chiosa, path: folder }) => {
      edit(folder, crlf(bridge.second));
      const { status, out } = await chiosa('reanchor');
      assert.deepEqual(
        [status, out],
        [0, 'ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0\n'],
      );
      const written = sidecarIn(folder);
      assert.ok(written.startsWith('\uFEFFchiosa: 1\r\n'));
      assert.doesNotMatch(written, /[^\r]\n/);
      // The id is that of the LF form, in which the mark counts.
      assert.ok(written.includes(idOf(`\uFEFF${bridge.second}`)));
    });
  });

  const unreadable: Readonly<Record<string, [source: string, code: string]>> = {
    'broken YAML': [`${bridge.sidecar}entities: [\n`, 'yaml-syntax'],
    'a conflict of git': [`<<<<<<< HEAD\n${bridge.sidecar}=======\n>>>>>>> b\n`, 'merge-conflict'],
    'a newer version': [bridge.sidecar.replace('chiosa: 1', 'chiosa: 2'), 'version-newer'],
    'a value of the wrong type': [
      bridge.sidecar.replace(': Irene Tassoni', ': 12'),
      'invalid-value',
    ],
  };
  for (const [what, [source, code]] of Object.entries(unreadable)) {
    it(`does not touch a sidecar with ${what}, reports it, and does the others`, () =>
      inFolder(
        { ...bridgeFiles, 'a.txt': bridge.first, 'a.txt.ann.yaml': source },
        async ({ chiosa, path: folder }) => {
          edit(folder, bridge.second);
          fs.writeFileSync(path.join(folder, 'a.txt'), bridge.second);
          const { status, out, err } = await chiosa('reanchor');
          assert.equal(status, 1);
          assert.equal(out, 'ponte.txt.ann.yaml: carried: 4, lost: 0, ambiguous: 0\n');
          assert.match(
            err,
            new RegExp(`^a\\.txt\\.ann\\.yaml:\\d+:\\d+: error: .*\\[${code}\\]$`, 'm'),
          );
          assert.equal(sidecarIn(folder, 'a.txt'), source);
        },
      ));
  }

  it('says which sidecars it cannot write, and leaves them and nothing else', function () {
    if (process.platform === 'win32') this.skip();
    const files = {
      ...bridgeFiles,
      'in/ponte.txt': bridge.first,
      'in/ponte.txt.ann.yaml': bridge.sidecar,
    };
    return inFolder(files, async ({ chiosa, path: folder }) => {
      for (const file of ['ponte.txt', 'in/ponte.txt']) edit(folder, bridge.second, false, file);
      fs.chmodSync(path.join(folder, 'ponte.txt.ann.yaml'), 0o444);
      fs.chmodSync(path.join(folder, 'in'), 0o555);
      fs.chmodSync(folder, 0o755);
      const { status, out, err } = await asOrdinaryUser(() => chiosa('reanchor'));
      fs.chmodSync(path.join(folder, 'in'), 0o755);
      assert.deepEqual([status, out], [3, '']);
      assert.match(err, /^in\/ponte\.txt\.ann\.yaml:1:1: error: .*\[file-unwritable\]$/m);
      assert.match(
        err,
        /^ponte\.txt\.ann\.yaml:1:1: error: This file cannot be written: .*\[file-/m,
      );
      assert.equal(sidecarIn(folder), bridge.sidecar);
      assert.deepEqual(fs.readdirSync(path.join(folder, 'in')), [
        'ponte.txt',
        'ponte.txt.ann.yaml',
      ]);
    });
  });

  it('gives each exit status, and takes a missing path for an error', () =>
    inFolder({ ...bridgeFiles, 'gone.txt.ann.yaml': 'chiosa: 1\n' }, async ({ chiosa }) => {
      assert.equal((await chiosa('reanchor', 'ponte.txt')).status, 0);
      assert.equal((await chiosa('reanchor')).status, 1);
      const wrong = await chiosa('reanchor', '--dry');
      assert.equal(wrong.status, 2);
      assert.match(wrong.err, /Usage: chiosa reanchor \[PATH…\] \[--dry-run\]\n$/);
      const { status, out, err } = await chiosa('reanchor', 'nowhere', 'ponte.txt');
      assert.deepEqual([status, out], [3, '']);
      assert.match(err, /^nowhere:1:1: error: /);
    }));
});

/** Acts with the rights of somebody who is not root. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
