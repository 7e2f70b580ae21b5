import assert from 'node:assert/strict';
import { yamlCursor } from '../../../../src/core/sidecar/yamlCursor';

/** Where `|` is in these lines: `path key` or `path value`, and the word before it. */
function at(...lines: readonly string[]): string | undefined {
  const marked = lines.join('\n');
  const offset = marked.indexOf('|');
  const source = marked.replace('|', '');
  const cursor = yamlCursor(source, offset);
  if (!cursor) return undefined;
  const { path, isValue, start } = cursor;
  return `${path.join('.')} ${isValue ? 'value' : 'key'} “${source.slice(start, offset)}”`;
}

describe('yamlCursor', () => {
  it('knows keys at the top', () => {
    assert.equal(at('|'), ' key “”');
    assert.equal(at('chiosa: 1', 'ent|'), ' key “ent”');
    assert.equal(at('entities:', '  a:', '    name: A', '|'), ' key “”');
  });

  it('knows values and their keys', () => {
    assert.equal(at('chiosa: |'), 'chiosa value “”');
    assert.equal(at('article:', '  status: dr|'), 'article.status value “dr”');
    assert.equal(at('entities:', '  "è: qui":', '    type: |'), 'entities.è: qui.type value “”');
  });

  it('knows keys in quotation marks by what they say', () => {
    assert.equal(at('entities:', "  'd''Este':", '    type: |'), "entities.d'Este.type value “”");
    assert.equal(at('entities:', '  "d\\u0027Este":', '    |'), "entities.d'Este key “”");
    assert.equal(at('entities:', "  '-':", '    |'), 'entities.- key “”');
  });

  it('knows keys in blocks by their indentation', () => {
    const entity = ['entities:', '  a:', '    name: A', '    mentions:', '      - { exact: A }'];
    assert.equal(at(...entity, '    |'), 'entities.a key “”');
    assert.equal(at(...entity, '  b|'), 'entities key “b”');
    assert.equal(at(...entity, '', '# a comment', '    ty|'), 'entities.a key “ty”');
    assert.equal(at(...entity.map((line) => `${line}\r`), '    ty|'), 'entities.a key “ty”');
  });

  it('knows items of lists, also in the column of their key', () => {
    assert.equal(at('quotes:', '  - kind: direct', '    con|'), 'quotes.- key “con”');
    assert.equal(at('quotes:', '- kind: direct', '  con|'), 'quotes.- key “con”');
    assert.equal(at('quotes:', '- kind: |'), 'quotes.-.kind value “”');
    assert.equal(at('articles:', '  - a', '  - b|'), 'articles.- key “b”');
    assert.equal(at('a:', '  - - x: |'), 'a.-.-.x value “”');
    assert.equal(at('quotes:', '- kind: direct', 'ent|'), ' key “ent”');
  });

  it('knows flow collections', () => {
    const mention = ['entities:', '  a:', '    mentions:'];
    assert.equal(at(...mention, '      - { |'), 'entities.a.mentions.- key “”');
    assert.equal(
      at(...mention, '      - { exact: "a, {b", met|'),
      'entities.a.mentions.- key “met”',
    );
    assert.equal(
      at(...mention, "      - { exact: l'a, metonym: |"),
      'entities.a.mentions.-.metonym value “”',
    );
    assert.equal(at('x: { a: { b: 1 }, c: [ d, e e|'), 'x.c.- key “e e”');
    assert.equal(at('x: [ { a: 1 }, { "b": |'), 'x.-.b value “”');
    assert.equal(at('x: { url: http://a, b|'), 'x key “b”');
    assert.equal(at('x: { a: 1 } |'), undefined);
    assert.equal(at('x: { a: 1 }', '|'), ' key “”');
  });

  it('knows nothing within comments', () => {
    assert.equal(at('# types: |'), undefined);
    assert.equal(at('a: b # c|'), undefined);
    assert.equal(at('a: "b # c|'), 'a value “"b # c”');
  });
});
