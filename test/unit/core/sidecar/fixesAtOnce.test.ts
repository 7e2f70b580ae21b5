import assert from 'node:assert/strict';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readArticle } from '../../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { editsAtOnce } from '../../../../src/core/sidecar/sidecarFixes';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const describedAs = (id: string) => ({ id, name: `Name of ${id}`, type: 'person' });

/** The source with the likeliest fixes of the problems of this code, in the order in which `by` puts their places. */
function fixedAtOnce(
  code: string,
  source: string,
  by: (a: number, b: number) => number = (a, b) => a - b,
): string {
  const { article } = readArticle(new TextEncoder().encode('Nulla.\n'));
  assert.ok(article);
  const lineStarts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  const offsets = readSidecar(source, article, defaultSchema)
    .problems.filter((each) => each.code === code)
    .map(({ range: { start } }) => (lineStarts[start.line] ?? 0) + start.column);
  const context = { source, tree: yamlTree(source), schema: defaultSchema, known: describedAs };
  return applyEdits(source, editsAtOnce(code, offsets.sort(by), context));
}

describe('the fixes of a sidecar, all at once', () => {
  const speakers = (...ids: readonly string[]) =>
    ids.map(
      (id) => `  - { kind: direct, content: [ { exact: c } ], speaker: { entity: ${id} } }\n`,
    );
  const records = (...ids: readonly string[]) =>
    ids.map((id) => `  ${id}:\n    name: Name of ${id}\n    type: person\n`).join('');

  it('describe each speaker once, in the order of their ids, wherever they stand', () => {
    const quotes = speakers('ugo', 'ada', 'noa', 'ada', 'bea').join('');
    const others = '  carl:\n    name: Carl\n    type: person\n';
    const source = `chiosa: 1\nentities:\n${others}quotes:\n${quotes}`;
    const expected = `chiosa: 1\nentities:\n${records('ada', 'bea')}${others}${records('noa', 'ugo')}quotes:\n${quotes}`;
    assert.equal(fixedAtOnce('unknown-entity', source), expected);
    assert.equal(
      fixedAtOnce('unknown-entity', source, (a, b) => b - a),
      expected,
    );
  });

  it('describe them where there are no entities yet, or they stand in one line', () => {
    const quotes = speakers('bea', 'ada').join('');
    assert.equal(
      fixedAtOnce('unknown-entity', `chiosa: 1\nquotes:\n${quotes}`),
      `chiosa: 1\nentities:\n${records('ada', 'bea')}quotes:\n${quotes}`,
    );
    assert.equal(
      fixedAtOnce('unknown-entity', `chiosa: 1\nentities: {}\nquotes:\n${quotes}`),
      `chiosa: 1\nentities: { ada: { name: Name of ada, type: person }, bea: { name: Name of bea, type: person } }\nquotes:\n${quotes}`,
    );
  });

  it('remove all that stands twice, but the first of each', () => {
    const [a = '', b = ''] = speakers('ada', 'bea');
    const source = (...quotes: readonly string[]) =>
      `chiosa: 1\nentities:\n${records('ada', 'bea')}quotes:\n${quotes.join('')}`;
    assert.equal(fixedAtOnce('duplicate-annotation', source(a, b, a, a, b)), source(a, b));
  });

  it('take a time that grows as what they mend, and not as its square', () => {
    const pairs = (count: number) => {
      const ids = Array.from({ length: count }, (_, i) => `a-${i}`);
      const quotes = speakers(...ids.flatMap((id) => [id, id]));
      return `chiosa: 1\nentities:\n${records(...ids)}quotes:\n${quotes.join('')}`;
    };
    const strangers = (count: number) => {
      const ids = Array.from({ length: count }, (_, i) => `z-${i}`);
      const there = Array.from({ length: count }, (_, i) => `a-${i}`);
      return `chiosa: 1\nentities:\n${records(...there)}quotes:\n${speakers(...ids).join('')}`;
    };
    const time = (code: string, source: string) => {
      const offsets = Array.from(source.matchAll(/(?<=entity: )/g), ({ index }) => index);
      const context = { source, schema: defaultSchema, known: describedAs };
      const times = [1, 2].map(() => {
        const tree = yamlTree(source);
        const began = performance.now();
        assert.ok(editsAtOnce(code, offsets, { ...context, tree }).length > 0);
        return performance.now() - began;
      });
      return Math.min(...times);
    };
    for (const [code, sourceOf] of [
      ['duplicate-annotation', pairs],
      ['entity-elsewhere', strangers],
    ] as const) {
      const [few, many] = [time(code, sourceOf(200)), time(code, sourceOf(3200))];
      // Sixteen times as many would take 256 times as long.
      assert.ok(many < 80 * few, `${code}: ${few} ms, ${many} ms`);
    }
  });

  it('are none for one problem alone', () => {
    const source = `chiosa: 1\nquotes:\n${speakers('bea', 'bea').join('')}`;
    assert.equal(fixedAtOnce('unknown-entity', source), source);
  });
});
