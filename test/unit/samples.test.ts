import assert from 'node:assert/strict';
import fs from 'node:fs';
import { severityOf } from '../../src/core/check/problem';
import { defaultSchema } from '../../src/core/model/schema';
import { articlePath, sidecarPath } from '../../src/core/sidecar/location';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { articleOf } from '../support/builders';
import { repositoryPath } from '../support/files';

const names = fs.readdirSync(repositoryPath('media', 'samples')).sort();
const read = (name: string) => fs.readFileSync(repositoryPath('media', 'samples', name));
const sidecars = names.filter((name) => articlePath(name) !== undefined);

describe('the sample articles', () => {
  it('each have a sidecar', () => {
    const articles = names.filter((name) => name.endsWith('.txt'));
    assert.ok(articles.length > 0);
    assert.deepEqual(sidecars, articles.map(sidecarPath));
  });

  for (const name of sidecars) {
    it(`${name} has no errors or warnings, and is in the canonical form`, () => {
      const article = articleOf(read(articlePath(name) ?? ''));
      const source = read(name).toString('utf8');
      const { set, problems, writable, textId } = readSidecar(source, article, defaultSchema);
      assert.deepEqual(
        problems.filter(({ code }) => severityOf(code) !== 'info'),
        [],
      );
      assert.ok(writable && set.mentions.length > 0 && set.quotes.length > 0);
      assert.equal(writeSidecar(set, article), source);
      assert.equal(writeSidecar(set, article, { source, textId: textId ?? '' }), source);
    });
  }
});
