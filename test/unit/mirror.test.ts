import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryPath } from '../support/files';

/** Modules without a test of their own, and why. */
const untested: Readonly<Record<string, string>> = {
  'core/forbidden.d.ts': 'nothing but a declaration',
  'core/globals.d.ts': 'nothing but declarations',
  'core/anchor/weights.ts': 'numbers, measured by npm run bench -- anchoring',
  'core/diff/difference.ts': 'nothing but types',
  'core/schema/location.ts': 'a name',
  'node/summaryWorker.ts': 'the entry of threads, which workers.test.ts runs',
  'cli/bin.ts': 'the entry: starts runCli with the process, and is run by scripts/testPackage.mjs',
};

/** Paths, with slashes, of the files below a folder of the repository. */
function filesBelow(...folder: readonly string[]): string[] {
  return fs
    .readdirSync(repositoryPath(...folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [...folder.slice(1), ...file.split(path.sep)].join('/'));
}

const folders = ['core', 'node', 'cli'];
const modules = folders.flatMap((folder) => filesBelow('src', folder));
const tests = new Set(
  folders
    .flatMap((folder) => filesBelow('test', 'unit', folder))
    .map((file) => file.replace(/^unit\//, '')),
);

describe('the tests', () => {
  for (const module of modules) {
    const reason = untested[module];
    if (reason !== undefined) continue;
    it(`has one for src/${module}`, () => {
      const expected = module.replace(/\.ts$/, '.test.ts');
      assert.ok(tests.has(expected), `write test/unit/${expected}`);
    });
  }

  it('are each of a module that there is, or of a part of one', () => {
    const mirrored = new Set(modules.map((module) => module.replace(/\.ts$/, '.test.ts')));
    const further = [
      'cli/commands/mergeDriver.test.ts',
      'core/anchor/followed.property.test.ts',
      'core/anchor/scripts.test.ts',
      'core/edit/manyAtOnce.test.ts',
      'core/edit/undo.property.test.ts',
      'core/concordance/columns.property.test.ts',
      'core/concordance/hits.property.test.ts',
      'core/concordance/queryForms.property.test.ts',
      'core/concordance/rowEdits.property.test.ts',
      'core/edit/walk.test.ts',
      'core/corpus/counts.test.ts',
      'core/corpus/problemIn.test.ts',
      'core/diff/scripts.test.ts',
      'core/merge/fileForms.test.ts',
      'core/merge/mergeSets.property.test.ts',
      'core/merge/mergeSidecars.property.test.ts',
      'core/merge/scripts.test.ts',
      'core/model/rebase.test.ts',
      'core/schema/suggestions.property.test.ts',
      'core/sidecar/badInput.test.ts',
      'core/sidecar/edits.property.test.ts',
      'core/sidecar/fixesAtOnce.test.ts',
      'core/sidecar/handWritten.test.ts',
      'core/sidecar/patch.property.test.ts',
      'core/sidecar/patchForms.test.ts',
      'core/sidecar/rewriteActs.test.ts',
      'core/sidecar/roundTrip.test.ts',
      'core/sidecar/sidecarLanguage.property.test.ts',
      'core/sidecar/textsWanted.test.ts',
    ];
    const lost = [...tests].filter((test) => !mirrored.has(test) && !further.includes(test));
    assert.deepEqual(lost, []);
  });

  it('have no exception that is not needed', () => {
    for (const module of Object.keys(untested)) {
      assert.ok(modules.includes(module), `${module} is gone`);
      assert.ok(!tests.has(module.replace(/\.ts$/, '.test.ts')), `${module} has a test`);
    }
  });
});
