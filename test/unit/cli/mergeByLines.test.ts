import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mergeByLines } from '../../../src/cli/mergeByLines';
import { withFolder } from '../../support/files';

const paths = { base: '-base', ours: '-ours', theirs: '-theirs' };
const [base, ours, theirs] = ['Ada\nBea\nCy\n', 'Ida\nBea\nCy\n', 'Ada\nBea\nLia\n'];

async function merged(
  files: Readonly<Record<keyof typeof paths, string>>,
): Promise<string | undefined> {
  let text: string | undefined;
  const named = Object.fromEntries(
    Object.entries(files).map(([side, content]) => [`-${side}`, content]),
  );
  await withFolder(named, async (folder) => {
    const bytes = await mergeByLines(paths, folder);
    text = bytes && new TextDecoder().decode(bytes);
    assert.equal(fs.readFileSync(path.join(folder, '-ours'), 'utf8'), files.ours);
  });
  return text;
}

describe('mergeByLines', () => {
  it('takes the lines that each side has changed, and writes nothing', async () => {
    const far = (name: string) => `${name}\n${'Dea\n'.repeat(5)}`;
    const text = await merged({
      base: far('Ada') + base,
      ours: far('Ida') + base,
      theirs: far('Ada') + theirs,
    });
    assert.equal(text, far('Ida') + theirs);
  });

  it('marks the lines that both have changed, and names no side', async () => {
    const other = theirs.replace('Ada', 'Eva').replace('Lia', 'Cy');
    const text = await merged({ base, ours, theirs: other });
    assert.equal(text, '<<<<<<< \nIda\n=======\nEva\n>>>>>>> \nBea\nCy\n');
  });

  it('gives nothing for what is no text, or not there', async () => {
    assert.equal(await merged({ base, ours, theirs: 'a\0b' }), undefined);
    await withFolder({}, async (folder) => {
      assert.equal(await mergeByLines(paths, folder), undefined);
    });
  });
});
