import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSidecar } from '../../../../src/core/sidecar/parse';
import { parseBlocks } from '../../../../src/core/sidecar/parseBlocks';
import type { Path } from '../../../../src/core/sidecar/validate';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';
import { mutated } from '../../../support/slips';

/** Lines that a person puts between those of a sidecar, or behind one. */
const additions = fc.array(
  fc.tuple(
    fc.nat(1000),
    fc.constantFrom('\n# nota', '\n      # di mano', '\n', ' # qui', '\n  # «sì»: no'),
  ),
  { maxLength: 3 },
);

function withAdditions(source: string, added: readonly (readonly [number, string])[]): string {
  const lines = source.split('\n');
  for (const [at, words] of added) {
    const line = at % (lines.length - 1);
    lines[line] = `${lines[line] ?? ''}${words}`;
  }
  return lines.join('\n');
}

/** Every path in a plain value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const isList = Array.isArray(value);
  const below = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, [...path, isList ? Number(key) : key]),
  );
  return [path, ...below];
}

function agrees(source: string, isTidy = false): void {
  const fast = parseBlocks(source);
  if (!fast) return;
  const whole = parseSidecar(source);
  assert.deepEqual(fast.data, whole.data, source);
  assert.deepEqual(whole.problems, [], source);
  for (const path of pathsOf(whole.data)) {
    const range = fast.rangeOf(path);
    const expected = whole.rangeOf(path);
    assert.deepEqual(range.start, expected.start, `${path.join('.')} in\n${source}`);
    // Of lists with comments or empty lines behind, the parser takes the next line's indentation along.
    if (isTidy) assert.deepEqual(range.end, expected.end, path.join('.'));
    assert.deepEqual(fast.keyRangeOf(path).start, whole.keyRangeOf(path).start, path.join('.'));
  }
}

describe('parseBlocks', () => {
  itHolds(
    'finds what the parser of all of YAML finds, at the same places',
    fc.tuple(annotatedArticles, additions, fc.boolean()),
    ([{ article, set }, added, isWindows]) => {
      const source = withAdditions(writeSidecar(set, article), added);
      agrees(isWindows ? source.replaceAll('\n', '\r\n') : source, added.length === 0);
    },
    200,
  );

  itHolds(
    'reads every sidecar that Chiosa writes, where no unknown keys are in it',
    annotatedArticles,
    ({ article, set }) => {
      const plain = {
        ...set,
        article: {},
        entities: new Map(
          [...set.entities.values()].map(({ id, name, type }) => [id, { id, name, type }]),
        ),
        mentions: set.mentions.map(({ entity, target }) => ({ entity, target })),
        quotes: [],
        extra: {},
      };
      const source = writeSidecar(plain, article);
      assert.ok(parseBlocks(source), source);
    },
  );

  itHolds('takes nothing for right in which something went wrong', mutated, ({ source }) => {
    agrees(source);
  });
});
