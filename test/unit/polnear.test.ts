import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { defaultSchema } from '../../src/core/model/schema';
import { isPlaced } from '../../src/core/model/annotationSet';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { articleOf } from '../support/builders';
import { repositoryPath } from '../support/files';
import { polnearArticles, polnearSet } from '../support/polnear';

const shared = process.env['CHIOSA_TEST_SHARED'] ?? path.join(repositoryPath(), '..', 'shared');
const corpora = path.join(shared, 'corpora');

describe('the quotes of PolNeAR, where this machine has them', () => {
  it('all have their places in a sidecar, and are written again byte for byte', function () {
    if (!fs.existsSync(corpora)) this.skip();
    const articles = polnearArticles(corpora, 'train');
    assert.equal(articles.length, 840);
    let quotes = 0;
    for (const polnear of articles) {
      const article = articleOf(polnear.text);
      const source = writeSidecar(polnearSet(polnear), article);
      const read = readSidecar(source, article, defaultSchema);
      assert.ok(read.writable && isPlaced(read.set), polnear.file);
      assert.equal(writeSidecar(read.set, article), source, polnear.file);
      quotes += read.set.quotes.length;
    }
    assert.equal(quotes, 19_832);
  }).timeout(60_000);
});
