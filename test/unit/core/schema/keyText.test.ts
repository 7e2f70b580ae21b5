import assert from 'node:assert/strict';
import { keyText } from '../../../../src/core/schema/keyText';
import { suggestionsAt } from '../../../../src/core/schema/suggestions';
import { sidecarJsonSchema } from '../../../../src/core/sidecar/shape';
import { yamlCursor } from '../../../../src/core/sidecar/yamlCursor';
import { dataOf, nodeAtPath } from '../../../../src/core/sidecar/yamlNode';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

/** How each key is written at a path of a sidecar, `|` where its value is to stand. */
function written(path: readonly string[], isInFlow = false): string[] {
  const cursor = { path, isValue: false, isInFlow, start: 0 };
  return suggestionsAt(cursor, [sidecarJsonSchema()]).map((suggestion) => {
    const { before, behind } = keyText(cursor, suggestion);
    return `${before}|${behind}`;
  });
}

describe('keyText', () => {
  it('opens blocks where Chiosa writes some', () => {
    assert.deepEqual(written([]), [
      'chiosa: |',
      'text: |',
      'article:\n  |',
      'entities:\n  |',
      'quotes:\n  - |',
    ]);
    assert.deepEqual(written(['entities', 'a']), ['name: |', 'type: |', 'mentions:\n  - |']);
  });

  it('opens brackets elsewhere', () => {
    assert.deepEqual(written(['quotes', '-']), [
      'kind: |',
      'content:\n  - |',
      'cue: { | }',
      'speaker: { | }',
    ]);
    assert.ok(written(['entities', 'a', 'mentions', '-'], true).includes('spans: [ | ]'));
    assert.ok(written(['entities', 'a'], true).includes('mentions: [ | ]'));
    assert.ok(written(['article']).includes('labels: [ | ]'));
  });

  it('leaves YAML in which the key holds what is written behind it', () => {
    for (const [before, path] of [
      ['chiosa: 1\n', []],
      ['entities:\n  a:\n    ', ['entities', 'a']],
      ['quotes:\n  - kind: direct\n    ', ['quotes', '-']],
      ['quotes:\n  - cue: { exact: b, ', ['quotes', '-', 'cue']],
      ['article:\n  title: c\n  ', ['article']],
    ] as const) {
      const cursor = yamlCursor(before, before.length);
      assert.ok(cursor);
      assert.deepEqual(cursor.path, path);
      const margin = ' '.repeat(before.length - 1 - before.lastIndexOf('\n'));
      for (const suggestion of suggestionsAt(cursor, [sidecarJsonSchema()])) {
        if (before.includes(`${suggestion.yaml}:`)) continue;
        const text = keyText(cursor, suggestion);
        // VS Code indents the further lines as the one of the cursor.
        const written: string = text.before.replaceAll('\n', `\n${cursor.isInFlow ? '' : margin}`);
        const source = `${before}${written}x${text.behind}\n`;
        const steps = path.map((step) => (step === '-' ? 0 : step));
        const node = nodeAtPath(yamlTree(source), [...steps, suggestion.yaml]);
        assert.ok(node, source);
        const said: string = JSON.stringify(dataOf(source, node)) || '"x"';
        const expected = suggestion.holds === 'list' ? '["x"]' : '"x"';
        if (suggestion.holds !== 'mapping') assert.equal(said, expected, source);
      }
    }
  });
});
