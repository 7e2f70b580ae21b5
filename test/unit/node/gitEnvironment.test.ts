import assert from 'node:assert/strict';
import { gitEnvironment } from '../../../src/node/gitEnvironment';

describe('gitEnvironment', () => {
  it('has what this process has, but for what names another repository', () => {
    const before = { ...process.env };
    try {
      process.env['GIT_DIR'] = '/elsewhere/.git';
      process.env['GIT_INDEX_FILE'] = '/elsewhere/index';
      process.env['GIT_AUTHOR_NAME'] = 'Ada';
      const environment = gitEnvironment();
      assert.equal(environment['GIT_DIR'], undefined);
      assert.equal(environment['GIT_INDEX_FILE'], undefined);
      assert.equal(environment['GIT_AUTHOR_NAME'], 'Ada');
      assert.equal(environment['PATH'], before['PATH']);
    } finally {
      process.env = before;
    }
  });
});
