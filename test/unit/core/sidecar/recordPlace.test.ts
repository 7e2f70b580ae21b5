import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBlocks } from '../../../../src/core/sidecar/blocks';
import { recordKeys, recordPlace } from '../../../../src/core/sidecar/recordPlace';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const written = `chiosa: 1
entities:
  # the mayor
  berni:
    name: Olga Berni
    type: person
    mentions:
      - { exact: Olga Berni }
  corva:
    name: Corva
    type: location
`;

describe('recordPlace', () => {
  it('is the key of the entity, and the lines from there', () => {
    const { key, record } = recordPlace(written, 'berni') ?? {};
    assert.deepEqual(key, { start: { line: 3, column: 2 }, end: { line: 3, column: 7 } });
    assert.deepEqual(record, { start: key.start, end: { line: 8, column: 0 } });
  });

  it('is the same where the sidecar is cut into its annotations already', () => {
    const source = `${written}  "a: b": { name: AB, type: other } # who is that?\nquotes:\n  - { kind: direct }\n`;
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const blocks = readBlocks(text.replace(/quotes[^]*/, ''))?.blocks;
      assert.ok(blocks);
      for (const id of ['berni', 'corva', 'a: b', 'toString']) {
        const known = recordPlace(text, id, blocks);
        const read = recordPlace(text, id);
        assert.deepEqual(known?.key, read?.key, id);
        assert.deepEqual(known?.record.start, read?.record.start, id);
      }
    }
  });

  it('is found in a sidecar that is written in another way, with CRLF and quoted keys', () => {
    const source = 'chiosa: 1\r\nentities: {\r\n  "corva": { name: Corva, type: location } }\r\n';
    assert.deepEqual(recordPlace(source, 'corva')?.key, {
      start: { line: 2, column: 2 },
      end: { line: 2, column: 9 },
    });
  });

  it('is found in a sidecar that can be read in part', () => {
    const place = recordPlace(`${written}quotes: Olga: parla\n`, 'corva');
    assert.deepEqual(place?.key.start, { line: 8, column: 2 });
  });

  it('is nothing where the entity has no record', () => {
    assert.equal(recordPlace(written, 'toString'), undefined);
    assert.equal(recordPlace('chiosa: 1\n', 'berni'), undefined);
    assert.equal(recordPlace('', 'berni'), undefined);
  });

  itHolds(
    'is the same in blocks as read in full, in whatever sidecar Chiosa has written',
    fc.tuple(annotatedArticles, fc.boolean(), fc.boolean()),
    ([{ article, set }, isCrlf, hasComments]) => {
      const written = writeSidecar(set, article).replace(
        /^ {2}(?=\S)/gm,
        hasComments ? '  # by hand\n\n  ' : '  ',
      );
      const source = isCrlf ? written.replaceAll('\n', '\r\n') : written;
      const blocks = readBlocks(source)?.blocks;
      if (!blocks) return;
      for (const id of set.entities.keys()) {
        const known = recordPlace(source, id, blocks);
        const read = recordPlace(source, id);
        assert.ok(known && read, id);
        assert.deepEqual(known.key, read.key, id);
        assert.deepEqual(known.record.start, read.record.start, id);
        const line = source.split(/\r?\n/)[known.key.start.line] ?? '';
        assert.match(line.slice(known.key.end.column), /^:/);
        assert.ok(known.record.end.line > known.key.start.line);
      }
    },
    300,
  );
});

describe('recordKeys', () => {
  it('gives the keys that recordPlace gives, however the sidecar is written', () => {
    const flow = 'chiosa: 1\nentities: {\n  "corva": { name: Corva, type: location } }\n';
    for (const source of [written, written.replaceAll('\n', '\r\n'), flow, '', 'entities: [']) {
      const keys = recordKeys(source);
      for (const id of ['berni', 'corva', 'toString']) {
        assert.deepEqual(keys(id), recordPlace(source, id)?.key, `${id} in ${source}`);
      }
    }
    assert.deepEqual(recordKeys(written)('corva')?.start, { line: 8, column: 2 });
  });
});
