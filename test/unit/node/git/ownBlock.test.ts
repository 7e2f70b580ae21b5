import assert from 'node:assert/strict';
import { shellShebang, withBlock, withoutBlock } from '../../../../src/node/git/ownBlock';

describe('a block of our own', () => {
  for (const source of ['', 'a\n', 'no end of line', '#!/bin/bash\nexit 0', '\r\nb\r\n']) {
    it(`goes out of ${JSON.stringify(source)} without a trace, and is there once`, () => {
      const once = withBlock(source, ['line']);
      assert.equal(withBlock(once, ['line']), once);
      assert.equal(withBlock(withBlock(source, ['older']), ['line']), once);
      assert.match(once, /^line$/m);
      assert.equal(withoutBlock(once), source);
    });
  }

  it('stands behind the line that says by what a script is run', () => {
    assert.match(
      withBlock('#!/bin/sh\nexit 0\n', ['line']),
      /^#!\/bin\/sh\n# .*\nline\n# .*\nexit 0\n$/,
    );
  });

  it('takes the file with it that was made for it, unless somebody has written more', () => {
    const own = withBlock(undefined, ['line']);
    assert.equal(withBlock(own, ['line']), own);
    assert.equal(withoutBlock(own), undefined);
    assert.equal(withoutBlock(shellShebang + own), undefined);
    assert.equal(withoutBlock(`${own}more\n`), 'more\n');
  });
});
