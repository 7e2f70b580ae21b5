import assert from 'node:assert/strict';
import { corpusProblems } from '../../../src/cli/corpusProblems';
import { readSummary } from '../../../src/core/corpus/articleSummary';
import { Corpus } from '../../../src/core/corpus/corpus';
import { withFolder } from '../../support/files';

const sidecar = (...entities: readonly string[]) => `chiosa: 1\nentities:\n${entities.join('')}`;
const entity = (id: string, name: string) => `  ${id}:\n    name: ${name}\n    type: person\n`;

/** The problems of sidecars among each other, as `file:line:column code`. */
async function problemsOf(
  sidecars: Readonly<Record<string, string>>,
  gone: readonly string[] = [],
) {
  const corpus = new Corpus();
  for (const [file, source] of Object.entries(sidecars)) corpus.put(file, readSummary(source));
  const left = Object.entries(sidecars).filter(([file]) => !gone.includes(file));
  return withFolder(Object.fromEntries(left), async (folder) =>
    (await corpusProblems(corpus, folder)).map(({ file, problem: { code, range } }) => {
      const { line, column } = range.start;
      return `${file}:${String(line)}:${String(column)} ${code}`;
    }),
  );
}

describe('corpusProblems', () => {
  const corva = entity('corva', 'Corva');

  it('are at the keys of the entities, in the order of the files and of their lines', async () => {
    const berni = entity('berni', 'Olga Berni');
    const problems = await problemsOf({
      'z.ann.yaml': sidecar(corva, entity('berni', 'Berni')),
      'y.ann.yaml': sidecar(entity('corva', 'Il Corva'), entity('berni', 'La Berni')),
      'x.ann.yaml': sidecar(corva, berni),
      'w.ann.yaml': sidecar(berni),
    });
    assert.deepEqual(problems, [
      'z.ann.yaml:5:2 differing-name',
      'y.ann.yaml:2:2 differing-name',
      'y.ann.yaml:5:2 differing-name',
    ]);
  });

  it('are found in sidecars that are written in another way', async () => {
    const problems = await problemsOf({
      'a.ann.yaml': sidecar(corva),
      'b.ann.yaml': 'chiosa: 1\nentities: {\n   "corvo": { name: Corva, type: person } }\n',
    });
    assert.deepEqual(problems, ['b.ann.yaml:2:3 shared-name']);
  });

  it('leave out what has gone or changed since', async () => {
    const files = { 'a.ann.yaml': sidecar(corva), 'b.ann.yaml': sidecar(entity('corva', 'Zorva')) };
    assert.deepEqual(await problemsOf(files), ['b.ann.yaml:2:2 differing-name']);
    assert.deepEqual(await problemsOf(files, ['b.ann.yaml']), []);
  });
});
