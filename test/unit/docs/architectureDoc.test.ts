import assert from 'node:assert/strict';
import fs from 'node:fs';
import { repositoryPath } from '../../support/files';

const doc = fs.readFileSync(repositoryPath('docs', 'architecture.md'), 'utf8');
const map = /## Map\n([^]*?)\n## /.exec(doc)?.[1] ?? '';

/** The names on the lines of the map that are one step below a folder. */
function named(folder: string): string[] {
  const [, lines = ''] = new RegExp(`^${folder}/ .*\\n((?: +.*\\n)*)`, 'm').exec(map) ?? [];
  return [...lines.matchAll(/^ {2}(\w+)(?:\/|\.ts) /gm)].flatMap(([, name]) => name ?? []).sort();
}

/** Folders whose files are on the map one by one. */
const ofFiles = ['src/workspace', 'src/node'];

describe('docs/architecture.md', () => {
  for (const folder of ['src/features', 'src/workspace', 'src/node', 'src/core']) {
    it(`has on its map what is in ${folder}, and nothing else`, () => {
      const parts = fs
        .readdirSync(repositoryPath(...folder.split('/')), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || ofFiles.includes(folder))
        .filter(({ name }) => name !== 'tsconfig.json')
        .map(({ name }) => name.replace(/\.ts$/, ''));
      assert.deepEqual(named(folder), parts.sort());
    });
  }
});
