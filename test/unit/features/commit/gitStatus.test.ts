import assert from 'node:assert/strict';
import {
  readStatus,
  statusArguments,
  type ChangedFile,
} from '../../../../src/features/commit/gitStatus';
import { withFolder } from '../../../support/files';
import { commitAll, git } from '../../../support/git';
import fs from 'node:fs';
import path from 'node:path';

describe('readStatus', () => {
  /** What is set of each file, by path. */
  const said = (files: readonly ChangedFile[]) =>
    Object.fromEntries(
      files.map(({ path: name, headId, ...flags }) => [
        name,
        [
          ...(headId === undefined ? ['not in HEAD'] : []),
          ...Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : [])),
        ],
      ]),
    );

  const files = {
    'a b.txt': '1',
    'è.txt': '1',
    'gone.txt': '1',
    'back.txt': '1',
    'ignored.txt': '1',
  };

  it('reads what git says of files in each state', () =>
    withFolder(files, (folder) => {
      const write = (name: string, content: string) => {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        fs.writeFileSync(path.join(folder, name), content);
      };
      commitAll(folder);
      write('a b.txt', '2');
      write('è.txt', '2');
      git(folder, 'add', 'è.txt');
      write('è.txt', '3');
      fs.rmSync(path.join(folder, 'gone.txt'));
      git(folder, 'rm', '--quiet', '--cached', 'back.txt');
      git(folder, 'rm', '--quiet', '--cached', 'ignored.txt');
      write('.git/info/exclude', 'ignored.txt');
      write('new/deep\n.txt', '1');
      write('passing.txt', '1');
      git(folder, 'add', 'passing.txt');
      fs.rmSync(path.join(folder, 'passing.txt'));
      write('staged.txt', '1');
      git(folder, 'add', 'staged.txt');
      assert.deepEqual(said(readStatus(git(folder, ...statusArguments))), {
        'a b.txt': [],
        'back.txt': ['isStagedInPart'],
        'gone.txt': ['isGone'],
        'ignored.txt': ['isGone'],
        'staged.txt': ['not in HEAD'],
        'è.txt': ['isStagedInPart'],
        'new/deep\n.txt': ['not in HEAD', 'isUntracked'],
      });
    }));

  it('knows a file that a merge has left in conflict', () =>
    withFolder({ 'a b.txt': '1' }, (folder) => {
      const commit = (content: string) => {
        fs.writeFileSync(path.join(folder, 'a b.txt'), content);
        commitAll(folder);
      };
      commitAll(folder);
      git(folder, 'checkout', '--quiet', '-b', 'side');
      commit('2');
      git(folder, 'checkout', '--quiet', '-');
      commit('3');
      assert.throws(() => git(folder, 'merge', 'side'));
      assert.deepEqual(said(readStatus(git(folder, ...statusArguments))), {
        'a b.txt': ['not in HEAD', 'isInConflict'],
      });
    }));

  it('says nothing of a clean repository', () => {
    assert.deepEqual(readStatus(''), []);
  });
});
