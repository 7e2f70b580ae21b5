import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readSummary,
  summaryOf,
  type ArticleSummary,
} from '../../../../src/core/corpus/articleSummary';
import { Corpus } from '../../../../src/core/corpus/corpus';
import { Tally, type Part } from '../../../../src/core/corpus/tally';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import { quoteKinds } from '../../../../src/core/model/annotation';
import { entityOf, setOf } from '../../../support/builders';
import { partOf } from '../../../support/packed';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const summary = (rest: Partial<ArticleSummary> = {}): ArticleSummary => ({
  fields: {},
  entities: [],
  quotes: [],
  ...rest,
});
const described = (name: string, links?: Readonly<Record<string, string>>) => ({
  entity: entityOf(name, 'person', 'x'),
  forms: [name],
  mentions: 1,
  ...(links && { links }),
});
const vocabulary = new Vocabulary();
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('the kinds of the quotes of an article', () => {
  itHolds(
    'are as many as its quotes, each kind that there is, and none where there are no quotes',
    annotatedArticles,
    ({ set }) => {
      const { kinds, quotes } = summaryOf(set);
      assert.equal('kinds' in summaryOf(set), set.quotes.length > 0);
      for (const kind of quoteKinds) {
        const count = set.quotes.filter((quote) => quote.kind === kind).length;
        assert.equal(kinds?.[kind], count > 0 ? count : undefined);
      }
      assert.equal(sum(Object.values(kinds ?? {})), sum(quotes.map((each) => each.quotes)));
    },
    300,
  );

  it('are kept by the corpus, also where nothing else of the article is otherwise than before', () => {
    const corpus = new Corpus();
    const entities = [described('Renée')];
    corpus.put('a', summary({ entities, quotes: [{ quotes: 2 }], kinds: { direct: 2 } }));
    const list = corpus.entities;
    const now = { direct: 1, indirect: 1 };
    corpus.put('a', summary({ entities, quotes: [{ quotes: 2 }], kinds: now }));
    assert.deepEqual(corpus.summaryOf('a')?.kinds, now);
    assert.equal(corpus.entities, list, 'of its entities nothing is new');
    corpus.put('a', summary({ entities }));
    assert.equal(corpus.summaryOf('a')?.kinds, undefined);
  });
});

describe('the problems of an article', () => {
  it('are as many as parts of its sidecar cannot be read', () => {
    const problemsOf = (lines: string) => readSummary(`chiosa: 1\n${lines}`).problems;
    assert.equal(problemsOf(''), undefined);
    assert.equal(problemsOf('article: { status: pronto }\n'), 1);
    assert.equal(problemsOf('article: { status: pronto, language: 3 }\n'), 2);
    assert.equal(problemsOf('articolo: { status: pronto }\n'), undefined, 'a key of its own');
  });

  it('are gone from the corpus once the sidecar is mended', () => {
    const corpus = new Corpus();
    corpus.put('a', readSummary('chiosa: 1\narticle: { status: pronto }\n'));
    assert.deepEqual(
      [corpus.summaryOf('a')?.problems, corpus.summaryOf('a')?.fields.status],
      [1, undefined],
    );
    corpus.put('a', readSummary('chiosa: 1\narticle: { status: done }\n'));
    assert.deepEqual(
      [corpus.summaryOf('a')?.problems, corpus.summaryOf('a')?.fields.status],
      [undefined, 'done'],
    );
  });

  it('leave what can be read: entities in any script, and quotes of those it does not describe', () => {
    const { entities, quotes, problems } = readSummary(
      [
        'chiosa: 1',
        'entities:',
        '  port: { name: 海港局, type: organization }',
        '  omar: { name: عمر, type: person, mentions: [{ exact: 😀 }] }',
        '  broken: { name: [], type: person }',
        'quotes:',
        '  - { kind: direct, content: [{ exact: Sì }], speaker: { entity: altrove } }',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      entities.map(({ entity, forms }) => [entity.id, forms]),
      [
        ['port', ['海港局']],
        ['omar', ['عمر', '😀']],
      ],
    );
    assert.deepEqual(quotes, [{ speaker: 'altrove', quotes: 1 }]);
    assert.ok(problems);
  });
});

describe('the addresses of an entity in a corpus', () => {
  const wikidata = (id: string) => ({ wikidata: `https://www.wikidata.org/wiki/${id}` });
  const differing = (corpus: Corpus) =>
    corpus.inconsistencies().map(({ what, article, link }) => [what, article, link?.instead]);

  it('are counted by what they stand under and what they are', () => {
    const tally = new Tally(vocabulary);
    const parts: Part[] = [wikidata('Q1'), wikidata('Q1'), { sito: wikidata('Q1').wikidata }].map(
      (links) => partOf(vocabulary, 0, described('X', links)),
    );
    for (const part of parts) tally.add(part);
    const counts = () => tally.links.map(({ item: [key], count }) => [key, count]);
    assert.deepEqual(counts(), [
      ['wikidata', 2],
      ['sito', 1],
    ]);
    tally.remove(parts[0] ?? assert.fail());
    assert.deepEqual(counts(), [
      ['wikidata', 1],
      ['sito', 1],
    ]);
    tally.remove(parts[2] ?? assert.fail());
    assert.deepEqual(counts(), [['wikidata', 1]]);
  });

  it('differ only from another one under the same key, until the article says the same', () => {
    const corpus = new Corpus();
    const says = (article: string, links?: Readonly<Record<string, string>>) => {
      corpus.put(article, summary({ entities: [described('X', links)] }));
    };
    says('a', wikidata('Q1'));
    says('b', wikidata('Q1'));
    says('c');
    says('d', { sito: 'https://x.example' });
    assert.deepEqual(differing(corpus), []);
    says('c', wikidata('Q2'));
    assert.deepEqual(differing(corpus), [['differing-link', 'c', wikidata('Q1').wikidata]]);
    says('c', { ...wikidata('Q1'), sito: 'https://x.example' });
    assert.deepEqual(differing(corpus), []);
  });

  it('are otherwise where nothing but they have changed', () => {
    const corpus = new Corpus();
    corpus.put('a', summary({ entities: [described('X', wikidata('Q1'))] }));
    corpus.put('a', summary({ entities: [described('X', wikidata('Q2'))] }));
    assert.deepEqual(corpus.summaryOf('a')?.entities[0]?.links, wikidata('Q2'));
    corpus.put('a', summary({ entities: [described('X')] }));
    assert.equal(corpus.summaryOf('a')?.entities[0]?.links, undefined);
  });
});

describe('what most articles say of an entity', () => {
  const parts = fc.record({
    name: fc.constantFrom('Rene\u0301e', 'Ren\u00E9e', '海港局', 'محمد', '😀', ''),
    type: fc.constantFrom('person', 'nave'),
    mentions: fc.nat(3),
    quotes: fc.nat(3),
    isDescribed: fc.boolean(),
  });
  const packedPart = ({
    name,
    type,
    mentions,
    quotes,
    isDescribed,
  }: typeof parts extends fc.Arbitrary<infer T> ? T : never): Part => {
    const known = { entity: entityOf(name, type, 'x'), forms: [name], mentions };
    return partOf(vocabulary, quotes, isDescribed ? known : undefined);
  };

  itHolds(
    'is the same whatever the order in which they are counted, and are counted less again',
    fc.tuple(fc.array(parts, { maxLength: 8 }), fc.array(parts, { maxLength: 4 })),
    ([staying, leaving]) => {
      const [one, other] = [new Tally(vocabulary), new Tally(vocabulary)];
      for (const part of [...staying, ...leaving]) one.add(packedPart(part));
      for (const part of leaving) one.remove(packedPart(part));
      for (const part of [...staying].reverse()) other.add(packedPart(part));
      const answers = ({ entity, most, said, articles }: Tally) => ({
        ...{ most, articles, entity: entity && { ...entity, forms: new Set(entity.forms) } },
        said: new Map(said.map(({ item, count }) => [`${item.name}\n${item.type}`, count])),
      });
      assert.deepEqual(answers(one), answers(other));
    },
  );

  itHolds('is said by no fewer than anything else', fc.array(parts, { maxLength: 8 }), (all) => {
    const tally = new Tally(vocabulary);
    for (const part of all) tally.add(packedPart(part));
    const { most, said } = tally;
    assert.equal(most === undefined, said.length === 0);
    const count = said.find(({ item }) => item === most)?.count ?? 0;
    for (const each of said) assert.ok(each.count <= count);
    assert.equal(sum(said.map((each) => each.count)), tally.articles);
  });

  it('is none of an entity that is only quoted, whose quotes are counted once it is described', () => {
    const corpus = new Corpus();
    corpus.put('a', summary({ quotes: [{ speaker: 'x', quotes: 2 }, { quotes: 5 }] }));
    assert.equal(corpus.get('x'), undefined);
    assert.deepEqual(corpus.entities, []);
    corpus.put('b', summaryOf(setOf({ entities: [entityOf('X', 'person', 'x')] })));
    assert.deepEqual([corpus.get('x')?.quotes, corpus.get('x')?.articles], [2, 1]);
    corpus.put('a', undefined);
    assert.equal(corpus.get('x')?.quotes, 0);
  });
});
