import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { defaultSchema } from '../../../../src/core/model/schema';
import { versionsIn } from '../../../../src/core/sidecar/conflictMarkers';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { settingsFor, shellCommand } from '../../../../src/node/git/configuration';
import { bridge, idOf, withLine } from '../../../support/bridge';
import { articleOf } from '../../../support/builders';
import { inFolder, type CliFolder, type ShownArticle } from '../../../support/cli';
import { repositoryPath } from '../../../support/files';
import { commitAll, git } from '../../../support/git';

const { first, second, sidecar } = bridge;
const ours = withLine('exact: Tassoni', '      - { exact: prima cittadina }');

const read = (folder: string, file: string) => fs.readFileSync(path.join(folder, file), 'utf8');

describe('chiosa merge, as a merge driver of git', () => {
  let program = '';
  before(() => {
    program = repositoryPath('out-test', 'merge-driver', 'cli.js');
    buildSync({
      entryPoints: [repositoryPath('src', 'cli', 'bin.ts')],
      bundle: true,
      platform: 'node',
      outfile: program,
    });
  });
  after(() => {
    fs.rmSync(path.dirname(program), { recursive: true });
  });

  /**
   * A repository in which branches have made something of the article and its sidecar, and `main` merges `other`, which
   * may have renamed the folder.
   */
  async function merged(
    sides: Readonly<Record<'main' | 'other', Readonly<Record<string, string>>>>,
    test: (folder: string, status: number | null, chiosa: CliFolder['chiosa']) => unknown,
    renamedTo = 'testi',
  ): Promise<void> {
    const files = {
      '.gitattributes': '*.ann.yaml merge=chiosa\n',
      'testi/ponte.txt': first,
      'testi/ponte.txt.ann.yaml': sidecar,
    };
    await inFolder(files, async ({ path: folder, chiosa }) => {
      commitAll(folder);
      for (const [key, value] of settingsFor(shellCommand([process.execPath, program]))) {
        git(folder, 'config', key, value);
      }
      git(folder, 'branch', '--move', '--force', 'main');
      git(folder, 'branch', 'other');
      for (const name of ['other', 'main'] as const) {
        git(folder, 'checkout', '--quiet', name);
        const renamed = name === 'other' ? renamedTo : 'testi';
        if (renamed !== 'testi') git(folder, 'mv', '--', 'testi', renamed);
        for (const [file, content] of Object.entries(sides[name])) {
          fs.writeFileSync(path.join(folder, renamed, file), content);
        }
        git(folder, 'commit', '--quiet', '--all', '--allow-empty', '--message=Work');
      }
      const args = [
        '-c',
        'user.name=T',
        '-c',
        'user.email=t@example.org',
        'merge',
        '--quiet',
        'other',
      ];
      const { status } = spawnSync('git', args, { cwd: folder });
      await test(path.join(folder, renamedTo), status, chiosa);
    });
  }

  /** The words of the mentions that have a place, with what stands before them. */
  function placedIn(folder: string): string[] {
    const article = articleOf(read(folder, 'ponte.txt'));
    const { set } = readSidecar(read(folder, 'ponte.txt.ann.yaml'), article, defaultSchema);
    return set.mentions.flatMap(({ target: { spans = [] } }) =>
      spans.map(({ start, end }) => article.text.text.slice(Math.max(0, start - 6), end)),
    );
  }

  it('merges what two branches have added, where lines are neighbours', () =>
    merged(
      {
        main: { 'ponte.txt.ann.yaml': ours },
        other: {
          'ponte.txt.ann.yaml': withLine('exact: Tassoni', '      - { exact: La sindaca }'),
        },
      },
      (folder, status) => {
        assert.equal(status, 0);
        assert.equal(git(folder, 'status', '--porcelain'), '');
        const source = read(folder, 'ponte.txt.ann.yaml');
        assert.match(source, /exact: La sindaca[^]*exact: Tassoni[^]*exact: prima cittadina/);
      },
    ));

  it('writes for the corrected text where the article was corrected on the other branch', () =>
    merged(
      {
        main: { 'ponte.txt.ann.yaml': ours },
        other: {
          'ponte.txt': second,
          'ponte.txt.ann.yaml': bridge
            .sidecarOf(idOf(second))
            .replace('exact: Tassoni', 'exact: Tassoni, prefix: "Irene "'),
        },
      },
      (folder, status) => {
        assert.equal(status, 0);
        assert.match(
          read(folder, 'ponte.txt.ann.yaml'),
          new RegExp(`^text: ${idOf(second)}$`, 'm'),
        );
        assert.deepEqual(placedIn(folder), [
          'enti.\nMarco Bellini',
          'Irene Tassoni',
          'to la prima cittadina',
        ]);
      },
    ));

  for (const [what, edited] of [
    [
      'corrected too',
      { 'ponte.txt': second, 'ponte.txt.ann.yaml': bridge.sidecarOf(idOf(second)) },
    ],
    [
      'annotated too',
      { 'ponte.txt.ann.yaml': withLine('exact: Tassoni', '      - { exact: La sindaca }') },
    ],
    [
      'corrected, of a text that git does not have',
      { 'ponte.txt': second, 'ponte.txt.ann.yaml': bridge.sidecarOf('f'.repeat(40)) },
    ],
  ] as const) {
    it(`merges what is in a folder that the other branch has renamed, where it was ${what}`, () =>
      merged(
        { main: { 'ponte.txt.ann.yaml': ours }, other: edited },
        (folder, status) => {
          assert.equal(status, 0);
          assert.equal(git(folder, 'status', '--porcelain'), '');
          const source = read(folder, 'ponte.txt.ann.yaml');
          assert.match(source, /exact: prima cittadina/);
          assert.equal(
            source.includes('exact: La sindaca'),
            edited['ponte.txt.ann.yaml'].includes('exact: La sindaca'),
          );
        },
        'archivio',
      ));
  }

  it('merges what is in a folder whose name begins as an option does', () =>
    merged(
      {
        main: { 'ponte.txt.ann.yaml': ours },
        other: {
          'ponte.txt.ann.yaml': withLine('exact: Tassoni', '      - { exact: La sindaca }'),
        },
      },
      (folder, status) => {
        assert.equal(status, 0);
        assert.match(read(folder, 'ponte.txt.ann.yaml'), /La sindaca[^]*prima cittadina/);
      },
      '-archivio',
    ));

  it('leaves a file in conflict that can be read, and reports it to git', () =>
    merged(
      {
        main: { 'ponte.txt.ann.yaml': sidecar.replace('kind: direct', 'kind: mixed') },
        other: { 'ponte.txt.ann.yaml': sidecar.replace('kind: direct', 'kind: indirect') },
      },
      (folder, status) => {
        assert.equal(status, 1);
        assert.match(git(folder, 'status', '--porcelain'), /^UU testi\/ponte\.txt\.ann\.yaml$/);
        const source = read(folder, 'ponte.txt.ann.yaml');
        assert.match(source, /kind: mixed[^]*\n {4}conflict: \{ theirs: \{ kind: indirect \} \}\n/);
        assert.equal(placedIn(folder).length, 2);
      },
    ));

  it('leaves git’s marks where a version cannot be read, so that nothing of theirs is lost', () => {
    const theirs = withLine('exact: Tassoni', '      - { exact: La sindaca, }}');
    return merged(
      { main: { 'ponte.txt.ann.yaml': ours }, other: { 'ponte.txt.ann.yaml': theirs } },
      (folder, status) => {
        assert.equal(status, 1);
        assert.match(git(folder, 'status', '--porcelain'), /^UU testi\/ponte\.txt\.ann\.yaml$/);
        const left = versionsIn(read(folder, 'ponte.txt.ann.yaml'));
        assert.deepEqual([left?.ours, left?.theirs], [ours, theirs]);
      },
    );
  });

  it('leaves annotations that stand right between git’s marks, where both have corrected a line', () => {
    const [mine, their] = [
      first.replace('ha firmato ieri', 'ha firmato oggi'),
      first.replace('ha firmato ieri', 'firma adesso'),
    ];
    const at = (text: string, line: string) =>
      withLine('exact: Tassoni', line, bridge.sidecarOf(idOf(text)));
    return merged(
      {
        main: {
          'ponte.txt': mine,
          'ponte.txt.ann.yaml': at(mine, '      - { exact: La sindaca }'),
        },
        other: {
          'ponte.txt': their,
          'ponte.txt.ann.yaml': at(their, '      - { exact: firma adesso }'),
        },
      },
      async (folder, status, chiosa) => {
        assert.equal(status, 1, 'the article is in conflict');
        const text = read(folder, 'ponte.txt');
        assert.match(text, /^<<<<<<< /m);
        const { out } = await chiosa('show', 'testi', '--format', 'jsonl');
        const { entities } = JSON.parse(out) as ShownArticle;
        assert.deepEqual(entities.map(({ start, end }) => text.slice(start, end)).sort(), [
          'La sindaca',
          'Marco Bellini',
          'Tassoni',
          'firma adesso',
        ]);
      },
    );
  });
});
