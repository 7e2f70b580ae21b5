import assert from 'node:assert/strict';
import { readBlocks, type Blocks } from '../../../../src/core/sidecar/blocks';

const source = `# di mano
chiosa: 1
article:
  status: draft
entities:
  # la prima
  anna:
    name: Anna
    type: person
    mentions:
      - { exact: Anna } # qui
      # e là
      - { exact: Anna, occurrence: 2 }
    # in fondo

  bruno:
    name: Bruno
    type: person
quotes:
  - kind: direct
    content:
      - { exact: Sì }
  # poi
  - kind: indirect
    content:
      - { exact: di no }
nota: { a: [ 1, 2 ] }
`;

function sourceOf({ head, entities, between, quotes, tail }: Blocks): string {
  const all = [...entities.values(), ...quotes].map((block) => block.source);
  return (
    head + all.slice(0, entities.size).join('') + between + all.slice(entities.size).join('') + tail
  );
}

describe('readBlocks', () => {
  it('reads what a sidecar says, comments passed over', () => {
    assert.deepEqual(readBlocks(source)?.data, {
      chiosa: 1,
      article: { status: 'draft' },
      entities: {
        anna: {
          name: 'Anna',
          type: 'person',
          mentions: [{ exact: 'Anna' }, { exact: 'Anna', occurrence: 2 }],
        },
        bruno: { name: 'Bruno', type: 'person' },
      },
      quotes: [
        { kind: 'direct', content: [{ exact: 'Sì' }] },
        { kind: 'indirect', content: [{ exact: 'di no' }] },
      ],
      nota: { a: [1, 2] },
    });
  });

  it('cuts the source into its annotations, with the comments behind each', () => {
    const blocks = readBlocks(source)?.blocks;
    assert.ok(blocks);
    assert.ok(blocks.head.endsWith('entities:\n  # la prima\n'));
    const anna = blocks.entities.get('anna');
    assert.ok(anna);
    assert.ok(anna.source.startsWith('  anna:\n') && anna.source.endsWith('    # in fondo\n\n'));
    assert.ok(anna.source.slice(0, anna.ownLength).endsWith('occurrence: 2 }\n'));
    assert.equal(blocks.between, 'quotes:\n');
    assert.deepEqual(
      blocks.quotes.map((block) => block.source.slice(block.ownLength)),
      ['  # poi\n', ''],
    );
    assert.equal(blocks.tail, 'nota: { a: [ 1, 2 ] }\n');
    assert.equal(sourceOf(blocks), source);
  });

  it('does so whatever the ends of line are', () => {
    const blocks = readBlocks(source.replaceAll('\n', '\r\n'))?.blocks;
    assert.ok(blocks);
    assert.equal(sourceOf(blocks), source.replaceAll('\n', '\r\n'));
  });

  it('reads a sidecar that has only entities, only quotes, or neither', () => {
    const [head, quotes] = ['chiosa: 1\n', source.slice(source.indexOf('quotes:'))];
    for (const each of [head, head + quotes, source.slice(0, source.indexOf('quotes:'))]) {
      const blocks = readBlocks(each)?.blocks;
      assert.ok(blocks, each);
      assert.equal(sourceOf(blocks), each);
    }
  });

  it('reads comments behind the keys of what stands below them', () => {
    const commented = source
      .replace('entities:', 'entities: # chi')
      .replace('  anna:', '  anna: # la prima')
      .replace('mentions:', 'mentions: # dove')
      .replace('content:', 'content:   # che cosa');
    const read = readBlocks(commented);
    assert.ok(read);
    assert.deepEqual(read.data, readBlocks(source)?.data);
    assert.equal(sourceOf(read.blocks), commented);
    assert.ok(read.blocks.entities.get('anna')?.source.startsWith('  anna: # la prima\n'));
  });

  const left: Readonly<Record<string, string>> = {
    'another indentation': source.replace('    name: Anna', '     name: Anna'),
    'a key that stands twice': source.replace('  bruno:', '  anna:'),
    'an alias': source.replace('{ exact: Sì }', '*si'),
    'a string over several lines': source.replace('name: Anna', 'name: Anna\n      Rossi'),
    'an empty key': source.replace('    name: Bruno\n    type: person\n', ''),
    'quotes before entities': source.replace('entities:', 'x:').replace('nota:', 'entities:'),
    'what does not fit the format': source.replace('kind: direct', 'kind: diretta'),
    'a mark of a merge conflict': `${source}<<<<<<< ours\n`,
    'a second document': `${source}---\nchiosa: 1\n`,
    'a byte order mark': `\uFEFF${source}`,
    'a list at the top': '- a\n',
    nothing: '',
  };
  for (const [what, each] of Object.entries(left)) {
    it(`leaves ${what} to a parser of all of YAML`, () => {
      assert.equal(readBlocks(each), undefined);
    });
  }
});
