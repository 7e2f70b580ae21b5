import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { versionsIn } from '../../../../src/core/sidecar/conflictMarkers';
import { bridge, withLine } from '../../../support/bridge';
import { inFolder } from '../../../support/cli';

const { first, sidecar } = bridge;

const ours = withLine('exact: Tassoni', '      - { exact: prima cittadina }');
const theirs = withLine('cue:', '    speaker: { entity: irene-tassoni }');

/** The files of a merge, by the names that the tests give them. */
const versions = { 'ponte.txt': first, base: sidecar, ours, theirs };

const read = (folder: string, file: string) => fs.readFileSync(path.join(folder, file), 'utf8');

describe('chiosa merge', () => {
  it('prints what both sides have made of the base', () =>
    inFolder(versions, async ({ chiosa, path: folder }) => {
      const { status, out, err } = await chiosa(
        'merge',
        'base',
        'ours',
        'theirs',
        '--text',
        'ponte.txt',
      );
      assert.deepEqual([status, err], [0, '']);
      assert.equal(out, withLine('cue:', '    speaker: { entity: irene-tassoni }', ours));
      assert.equal(read(folder, 'ours'), ours, 'nothing is written');
    }));

  it('writes it to a path, as a merge driver does, and takes the path of the sidecar for the article', () =>
    inFolder(versions, async ({ chiosa, path: folder }) => {
      const args = ['merge', 'base', 'ours', 'theirs', '--text', 'ponte.txt.ann.yaml'];
      const { status, out } = await chiosa(...args, '--out', 'ours');
      assert.deepEqual([status, out], [0, '']);
      assert.match(read(folder, 'ours'), /prima cittadina[^]*speaker/);
    }));

  it('reports what is left to decide, at its line of the sidecar, and keeps both versions', () =>
    inFolder(
      {
        ...versions,
        ours: sidecar.replace('name: Irene Tassoni', 'name: I. Tassoni'),
        theirs: sidecar.replace('name: Irene Tassoni', 'name: Irene Tassone'),
      },
      async ({ chiosa, path: folder }) => {
        const args = ['merge', 'base', 'ours', 'theirs', '--text', 'ponte.txt', '--out', 'ours'];
        const { status, err } = await chiosa(...args);
        assert.equal(status, 1);
        assert.match(err, /^ponte\.txt\.ann\.yaml:9:15: error: .*name.* \[merge-conflict\]\n$/);
        const merged = read(folder, 'ours');
        assert.match(
          merged,
          /name: I\. Tassoni # the mayor[^]*\n {4}conflict: \{ theirs: \{ name: Irene Tassone \} \}\n/,
        );
        fs.writeFileSync(path.join(folder, 'ponte.txt.ann.yaml'), merged);
        const checked = await chiosa('check', 'ponte.txt');
        assert.match(checked.out, /^ponte\.txt\.ann\.yaml:9:15: error: .* \[merge-conflict\]$/m);
        assert.equal(checked.status, 1);
      },
    ));

  for (const [what, broken, place] of [
    [
      'broken YAML',
      sidecar.replace('type: person', 'type: "person'),
      '6:18: error: .* \\[yaml-syntax\\]',
    ],
    [
      'git’s marks',
      `<<<<<<< a\n${sidecar}=======\n>>>>>>> b\n`,
      '1:1: error: .* \\[merge-conflict\\]',
    ],
    [
      'a newer version',
      sidecar.replace('chiosa: 1', 'chiosa: 2'),
      '1:9: error: .* \\[version-newer\\]',
    ],
    [
      'a value of the wrong type',
      sidecar.replace('type: person', 'type: 5'),
      '6:11: error: .* \\[invalid-value\\]',
    ],
  ] as const) {
    it(`merges nothing where a side has ${what}, and says where`, () =>
      inFolder({ ...versions, theirs: broken }, async ({ chiosa, path: folder }) => {
        const args = ['merge', 'base', 'ours', 'theirs', '--text', 'ponte.txt', '--out', 'base'];
        const { status, out, err } = await chiosa(...args);
        assert.deepEqual([status, out], [3, '']);
        assert.match(err, new RegExp(`^theirs:${place}`));
        assert.equal(read(folder, 'base'), sidecar);
      }));
  }

  it('merges by lines into ours where a version cannot be read, for git takes that for the conflict', () => {
    const broken = sidecar.replace('- { exact: Tassoni }', '- { exact: Tassoni, metonym: }}');
    const own = sidecar.replace('- { exact: Tassoni }', '- { exact: Tassoni, metonym: true }');
    return inFolder(
      { ...versions, ours: own, theirs: broken },
      async ({ chiosa, path: folder }) => {
        const args = ['merge', 'base', 'ours', 'theirs', '--text', 'ponte.txt', '--out', 'ours'];
        const { status, out, err } = await chiosa(...args);
        assert.deepEqual([status, out], [3, '']);
        assert.match(err, /^theirs:.* \[yaml-syntax\]$/m);
        assert.match(err, /^ponte\.txt\.ann\.yaml: merged by lines, /m);
        const merged = versionsIn(read(folder, 'ours'));
        assert.deepEqual([merged?.ours, merged?.theirs], [own, broken]);
      },
    );
  });

  it('leaves ours as it is where git cannot merge by lines either', () =>
    inFolder({ ...versions, theirs: 'a\0b' }, async ({ chiosa, path: folder }) => {
      const { status } = await chiosa('merge', 'base', 'ours', 'theirs', '--out', 'ours');
      assert.equal(status, 3);
      assert.equal(read(folder, 'ours'), ours);
    }));

  it('takes an empty base for none', () =>
    inFolder({ ...versions, base: '' }, async ({ chiosa }) => {
      const { status, out } = await chiosa(
        'merge',
        'base',
        'ours',
        'theirs',
        '--text',
        'ponte.txt',
      );
      assert.equal(status, 0);
      assert.equal(out, withLine('cue:', '    speaker: { entity: irene-tassoni }', ours));
    }));

  it('fails where a file is missing, or cannot be written', () =>
    inFolder(versions, async ({ chiosa }) => {
      const args = ['merge', 'base', 'ours', 'theirs'];
      const missing = await chiosa('merge', 'base', 'nowhere', 'theirs');
      assert.equal(missing.status, 3);
      assert.match(missing.err, /^nowhere:1:1: error: .* \[file-unreadable\]\n$/);
      const noText = await chiosa(...args, '--text', 'altro.txt');
      assert.equal(noText.status, 3);
      assert.match(noText.err, /^altro\.txt:1:1: error: /);
      const driver = [...args, '--text', 'altro.txt', '--out', 'ours'];
      assert.equal((await chiosa(...driver)).status, 0, 'git has not come to it yet');
      const noFolder = await chiosa('merge', 'base', 'ours', 'theirs', '--out', 'no/folder');
      assert.equal(noFolder.status, 3);
      assert.match(noFolder.err, /^no\/folder:1:1: error: .* \[file-unwritable\]\n$/);
    }));

  it('wants three files and no options but its own', () =>
    inFolder(versions, async ({ chiosa }) => {
      for (const args of [
        [],
        ['base', 'ours'],
        ['base', 'ours', 'theirs', 'more'],
        ['--ours', 'x'],
      ]) {
        const { status, err } = await chiosa('merge', ...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(err, /Usage: chiosa merge BASE OURS THEIRS/);
      }
    }));

  it('works without the article, by how annotations are written', () =>
    inFolder({ base: sidecar, ours, theirs }, async ({ chiosa }) => {
      const { status, out } = await chiosa('merge', 'base', 'ours', 'theirs');
      assert.equal(status, 0);
      assert.equal(out, withLine('cue:', '    speaker: { entity: irene-tassoni }', ours));
    }));
});
