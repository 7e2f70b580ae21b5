import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  emptySummary,
  readSummary,
  saysNothing,
  summaryOf,
  type ArticleSummary,
} from '../../../../src/core/corpus/articleSummary';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf, entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

describe('readSummary', () => {
  it('gives what is known of the set of the sidecar', () => {
    const { text, spans } = marked(
      '⟦Tassoni⟧, ⟦la sindaca⟧, e ⟦Irene⟧ anzi ⟦Tassoni⟧: «⟦Sì⟧», «⟦no⟧» e «⟦forse⟧».\n',
    );
    const quote = (at: number) => quoteOf(text, [nth(spans, at)]);
    const set = {
      ...setOf({
        entities: [entityOf('Ente Porti', 'organization'), entityOf('Irene Tassoni')],
        mentions: [
          mentionOf('irene-tassoni', text, nth(spans, 0)),
          mentionOf('irene-tassoni', text, nth(spans, 1)),
          mentionOf('irene-tassoni', text, nth(spans, 2), nth(spans, 3)),
        ],
        quotes: [
          { ...quote(4), speaker: { entity: 'irene-tassoni' } },
          { ...quote(5), kind: 'indirect' as const },
          { ...quote(6), speaker: { entity: 'irene-tassoni' } },
        ],
      }),
      article: { title: 'Il porto', status: 'draft' as const, extra: { desk: 'mare' } },
    };
    const summary = summaryOf(set);
    assert.deepEqual(summary.fields, { title: 'Il porto', status: 'draft' });
    assert.deepEqual(
      summary.entities.map(({ entity, forms, mentions }) => [entity.id, forms, mentions]),
      [
        ['ente-porti', ['Ente Porti'], 0],
        ['irene-tassoni', ['Irene Tassoni', 'Tassoni', 'la sindaca'], 3],
      ],
    );
    assert.deepEqual(summary.quotes, [{ speaker: 'irene-tassoni', quotes: 2 }, { quotes: 1 }]);
    assert.deepEqual(summary.kinds, { direct: 2, indirect: 1 });
    assert.deepEqual(readSummary(writeSidecar(set, articleOf(text))), {
      ...summary,
      isInBlocks: true,
    });
  });

  it('reads what it can of a broken one', () => {
    const source =
      'chiosa: 1\nentities:\n  a: { name: A, type: person }\n  b: { name: 3 }\n  c: [\n';
    assert.deepEqual(
      readSummary(source).entities.map(({ entity }) => entity.id),
      ['a'],
    );
    assert.equal(readSummary(source).isInBlocks, undefined);
    assert.equal(
      readSummary(source).problems,
      4,
      'of the name that is none, and of the list without end',
    );
    assert.ok(!('problems' in readSummary('chiosa: 1\n')));
    assert.deepEqual(readSummary(''), emptySummary);
  });

  it('gives the addresses of entities, as the set has them', () => {
    const text = 'Il faro è acceso.\n';
    const lighthouse = {
      ...entityOf('Faro', 'location'),
      extra: { sito: 'https://faro.example', nota: 'no' },
    };
    const set = setOf({ entities: [lighthouse] });
    const [known] = readSummary(writeSidecar(set, articleOf(text))).entities;
    assert.deepEqual(known?.links, { sito: 'https://faro.example' });
    assert.deepEqual(summaryOf(set).entities[0]?.links, known.links);
  });

  it('knows an article that has no annotations', () => {
    assert.ok(saysNothing(readSummary('chiosa: 1\n')));
    assert.ok(!saysNothing(readSummary('chiosa: 1\narticle: { status: draft }\n')));
    assert.ok(!saysNothing(readSummary('chiosa: 1\nentities: { a: { name: A, type: person } }\n')));
  });

  itHolds('never throws', fc.string(), (source) => {
    readSummary(source);
  });

  itHolds(
    'says of what is written for any article what its annotations say',
    annotatedArticles,
    ({ article, set }) => {
      const [read, known] = [readSummary(writeSidecar(set, article)), summaryOf(set)];
      assert.deepEqual(read.fields, known.fields);
      assert.deepEqual(new Set(read.quotes), new Set(known.quotes));
      const plain = ({ entities }: ArticleSummary) =>
        entities
          .map(({ entity: { id, name, type }, forms, mentions }) => ({
            entity: [id, name, type],
            forms: [...forms].sort(),
            mentions,
          }))
          .sort((a, b) => (String(a.entity[0]) < String(b.entity[0]) ? -1 : 1));
      assert.deepEqual(plain(read), plain(known));
    },
    500,
  );
});
