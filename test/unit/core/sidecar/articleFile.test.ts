import assert from 'node:assert/strict';
import { readArticle } from '../../../../src/core/sidecar/articleFile';
import { blobId } from '../../../../src/core/text/blobId';
import { bytesOf } from '../../../support/builders';

describe('readArticle', () => {
  it('gives the text and the identity of a file', () => {
    const bytes = bytesOf('\uFEFFuno\r\ndue');
    const { article: file } = readArticle(bytes);
    assert.equal(file?.text.text, 'uno\ndue');
    assert.ok(file.identity.matches(blobId(bytes)));
  });

  it('says why there is none', () => {
    assert.equal(readArticle(bytesOf('a\u0000b')).problem?.code, 'file-binary');
    assert.equal(readArticle(Uint8Array.from([0xff])).problem?.code, 'file-not-utf8');
  });
});
