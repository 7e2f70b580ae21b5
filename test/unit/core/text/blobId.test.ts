import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { blobId, FileIdentity } from '../../../../src/core/text/blobId';
import { bytesOf } from '../../../support/builders';
import { withFolder } from '../../../support/files';

const contents: readonly [what: string, bytes: Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['LF', bytesOf('Il ponte è chiuso.\nDa ieri.\n')],
  ['CRLF', bytesOf('Il ponte è chiuso.\r\nDa ieri.\r\n')],
  ['mixed ends of line', bytesOf('a\r\nb\nc\rd\r\r\n')],
  ['a byte order mark and emoji', bytesOf('\uFEFF🌉 记者 قال\n')],
  ['bytes that are no text', Uint8Array.from({ length: 1000 }, (_, i) => i % 256)],
];

/** What git says in a folder, or undefined where it cannot do that. */
function git(cwd: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

describe('blobId', () => {
  it('is the well-known id of the empty blob', () => {
    assert.equal(blobId(new Uint8Array()), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  for (const algorithm of ['sha1', 'sha256'] as const) {
    it(`is what git hash-object says in a ${algorithm} repository`, async function () {
      this.timeout(20_000); // ms: git is started several times
      await withFolder({}, (folder) => {
        if (git(folder, 'init', '-q', `--object-format=${algorithm}`) === undefined) this.skip();
        for (const [what, bytes] of contents) {
          fs.writeFileSync(path.join(folder, 'file.txt'), bytes);
          const id = git(folder, 'hash-object', '--no-filters', 'file.txt');
          assert.equal(blobId(bytes, algorithm), id, what);
        }
      });
    });
  }
});

describe('FileIdentity', () => {
  const lf = bytesOf('uno\ndue\rtre\n');
  const crlf = bytesOf('uno\r\ndue\rtre\r\n');

  it('matches the id of the file as it is and of its LF form', () => {
    const identity = new FileIdentity(() => crlf);
    assert.ok(identity.matches(blobId(crlf)));
    assert.ok(identity.matches(blobId(lf)));
    assert.ok(!identity.matches(blobId(bytesOf('uno\ndue\ntre\n'))));
  });

  it('matches the LF form and not another file’s CRLF form', () => {
    assert.ok(new FileIdentity(() => lf).matches(blobId(lf)));
    assert.ok(!new FileIdentity(() => lf).matches(blobId(crlf)));
  });

  it('matches ids of either hash algorithm', () => {
    const identity = new FileIdentity(() => crlf);
    assert.ok(identity.matches(blobId(crlf, 'sha256')));
    assert.ok(identity.matches(blobId(lf, 'sha256')));
    assert.ok(!identity.matches('0'.repeat(64)));
  });

  it('is written as the id of the LF form, so that it is the same on every system', () => {
    assert.equal(new FileIdentity(() => crlf).id(), blobId(lf));
    assert.equal(new FileIdentity(() => lf).id(), blobId(lf));
  });

  it('keeps the previous id where it still holds', () => {
    const identity = new FileIdentity(() => crlf);
    for (const id of [blobId(crlf), blobId(lf), blobId(crlf, 'sha256'), blobId(lf, 'sha256')]) {
      assert.equal(identity.id(id), id);
    }
  });

  it('keeps the hash algorithm of a previous id that does not hold any more', () => {
    const identity = new FileIdentity(() => crlf);
    assert.equal(identity.id('0'.repeat(40)), blobId(lf));
    assert.equal(identity.id('0'.repeat(64)), blobId(lf, 'sha256'));
  });

  it('is the id of what git stores where git converts ends of line', async function () {
    this.timeout(20_000); // ms
    await withFolder(
      { 'file.txt': 'uno\r\ndue\r\n', '.gitattributes': '* text eol=crlf\n' },
      (folder) => {
        if (git(folder, 'init', '-q') === undefined) this.skip();
        const stored = git(folder, 'hash-object', 'file.txt');
        assert.equal(new FileIdentity(() => bytesOf('uno\r\ndue\r\n')).id(), stored);
      },
    );
  });
});
