import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mergeSidecars } from '../../../src/core/merge/mergeSidecars';
import { defaultSchema } from '../../../src/core/model/schema';
import { parseSource } from '../../../src/core/sidecar/parseBlocks';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { articleOf, readSet } from '../../support/builders';
import { repositoryPath } from '../../support/files';

/** The first code block of a page with this info string. */
function block(page: string, info: string): string {
  const source = fs.readFileSync(repositoryPath('docs', page), 'utf8');
  return new RegExp(`^\`\`\`${info}\\n([^]*?)^\`\`\`$`, 'm').exec(source)?.[1] ?? '';
}

describe('docs/merging.md', () => {
  const article = articleOf(block('merging.md', 'text'));
  const sources = ['base', 'ours', 'theirs', 'merged'].map((name) =>
    block('merging.md', `yaml ${name}`),
  );
  const [base = '', ours = '', theirs = '', merged] = sources;

  it('has examples that are written as Chiosa writes them', () => {
    for (const source of sources)
      assert.equal(writeSidecar(readSet(source, article), article), source);
  });

  it('shows what the merge gives', () => {
    const sidecars = {
      base: parseSource(base),
      ours: parseSource(ours),
      theirs: parseSource(theirs),
    };
    const result = mergeSidecars(sidecars, article, () => undefined);
    assert.equal(result.source, merged);
    assert.equal(result.conflicts.length, 1);
  });
});

describe('docs/sidecar.md, of conflicts', () => {
  const article = articleOf(block('sidecar.md', 'text'));
  const source = block('sidecar.md', 'yaml conflicts');

  it('has an example in the canonical form, with nothing to report but what is to be decided', () => {
    const { problems, writable } = readSidecar(source, article, defaultSchema);
    const codes = problems.map(({ code }) => code).filter((code) => !code.startsWith('quote-'));
    assert.deepEqual(
      codes,
      Array.from({ length: 6 }, () => 'merge-conflict'),
    );
    assert.ok(writable);
    assert.equal(writeSidecar(readSet(source, article), article), source);
  });
});
