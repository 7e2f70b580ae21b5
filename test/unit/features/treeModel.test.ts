import assert from 'node:assert/strict';
import type { Mention, Quote } from '../../../src/core/model/annotation';
import { emptySet, type AnnotationSet } from '../../../src/core/model/annotationSet';
import { defaultSchema } from '../../../src/core/model/schema';
import {
  entityTree,
  quoteTree,
  targetOf,
  type EntityNode,
  type QuoteNode,
} from '../../../src/features/sidebar/treeModel';

const mention = (entity: string, exact: string, start?: number): Mention => ({
  entity,
  target: {
    selectors: [{ exact }],
    ...(start !== undefined && { spans: [{ start, end: start + exact.length }] }),
  },
});
const quote = (exact: string, start: number, speaker?: Quote['speaker']): Quote => ({
  kind: 'direct',
  content: { selectors: [{ exact }], spans: [{ start, end: start + exact.length }] },
  ...(speaker && { speaker }),
});
const entity = (id: string, name: string, type: string) => [id, { id, name, type }] as const;

const set: AnnotationSet = {
  ...emptySet,
  entities: new Map([
    entity('oslo', 'Oslo', 'location'),
    entity('zoe', 'Zoe Arn', 'person'),
    entity('abe', 'Abe Lund', 'person'),
    entity('storm', 'Storm Ida', 'weather'),
    entity('quiet', 'Quiet One', 'person'),
  ]),
  mentions: [
    mention('zoe', 'Zoe Arn', 0),
    mention('oslo', 'Oslo', 10),
    mention('abe', 'Abe', 20),
    mention('abe', 'Lund', 30),
    mention('storm', 'Ida'),
  ],
  quotes: [
    quote('first', 40, { entity: 'zoe' }),
    quote('second', 50),
    quote('third', 60, { target: { selectors: [{ exact: 'a passer-by' }] } }),
    quote('fourth', 70, { entity: 'zoe' }),
    quote('fifth', 80, { entity: 'gone' }),
  ],
};

/** The tree as indented lines. */
function outline(nodes: readonly (EntityNode | QuoteNode)[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const label =
      node.kind === 'type'
        ? node.type
        : node.kind === 'entity'
          ? node.entity.name
          : node.kind === 'speaker'
            ? (node.name ?? '—')
            : node.kind === 'lost'
              ? 'lost'
              : node.words;
    const below = 'children' in node ? outline(node.children, depth + 1) : [];
    return [`${'  '.repeat(depth)}${label}`, ...below];
  });
}

describe('entityTree', () => {
  it('begins with what is lost, then groups by type in the schema’s order, unknown types last, entities by how often they are mentioned', () => {
    assert.deepEqual(outline(entityTree(set, defaultSchema)), [
      'lost',
      '  Ida',
      'person',
      '  Abe Lund',
      '    Abe',
      '    Lund',
      '  Zoe Arn',
      '    Zoe Arn',
      '  Quiet One',
      'location',
      '  Oslo',
      '    Oslo',
      'weather',
      '  Storm Ida',
      '    Ida',
    ]);
  });

  it('is empty for a set without annotations', () => {
    assert.deepEqual(entityTree(emptySet, defaultSchema), []);
  });
});

describe('quoteTree', () => {
  it('begins with what is lost, then groups by speaker, by name; words of the text where there is no entity; without a speaker last', () => {
    assert.deepEqual(outline(quoteTree(set)), [
      'lost',
      '  a passer-by',
      'a passer-by',
      '  third',
      'gone',
      '  fifth',
      'Zoe Arn',
      '  first',
      '  fourth',
      '—',
      '  second',
    ]);
  });

  it('has no row for what is lost where nothing is', () => {
    const placed = { ...set, quotes: [quote('first', 40)] };
    assert.deepEqual(outline(quoteTree(placed)), ['—', '  first']);
  });

  it('leaves what is lost of mentions to the other view', () => {
    const onlyMentions = { ...set, quotes: [] };
    assert.deepEqual(outline(quoteTree(onlyMentions)), []);
  });
});

describe('targetOf', () => {
  it('is the row’s own target, or the first one below it that has a place', () => {
    const [lost, persons, , weather] = entityTree(set, defaultSchema);
    assert.ok(lost && persons && weather);
    assert.deepEqual(targetOf(persons)?.spans, [{ start: 20, end: 23 }]);
    assert.equal(targetOf(weather), undefined);
    assert.equal(targetOf(lost), undefined);
  });
});
