import assert from 'node:assert/strict';
import { readWhole } from '../../../src/cli/wholeSidecar';
import { withFolder } from '../../support/files';

describe('readWhole', () => {
  it('takes an empty file for no sidecar, and tells what keeps others from being read', () =>
    withFolder(
      { empty: '', broken: 'chiosa: 2\n', marked: '\uFEFFchiosa: 1\n' },
      async (folder) => {
        const codes = async (file: string) =>
          (await readWhole(file, folder)).problems.map(({ problem }) => problem.code);
        assert.deepEqual(await codes('empty'), []);
        assert.deepEqual(await codes('broken'), ['version-newer']);
        assert.deepEqual(await codes('nowhere'), ['file-unreadable']);
        assert.equal((await readWhole('marked', folder)).mark, '\uFEFF');
      },
    ));
});
