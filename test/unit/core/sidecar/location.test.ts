import assert from 'node:assert/strict';
import { articlePath, sidecarPath } from '../../../../src/core/sidecar/location';

describe('sidecarPath and articlePath', () => {
  for (const article of [
    'lavrov.txt',
    'a/b c.txt',
    'C:\\articoli\\è.md',
    '/x.ann.yaml.txt',
    'senza',
  ]) {
    it(`lead to each other for ${article}`, () => {
      assert.equal(sidecarPath(article), `${article}.ann.yaml`);
      assert.equal(articlePath(sidecarPath(article)), article);
    });
  }

  it('know that other files are no sidecars', () => {
    for (const path of ['lavrov.txt', 'lavrov.yaml', 'lavrov.ann.yml', 'lavrov.txt.ann.yaml~']) {
      assert.equal(articlePath(path), undefined);
    }
  });
});
