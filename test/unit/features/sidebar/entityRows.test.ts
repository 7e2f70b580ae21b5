import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { emptySet } from '../../../../src/core/model/annotationSet';
import {
  EntityRows,
  sortingIn,
  type EntityOptions,
} from '../../../../src/features/sidebar/entityRows';
import { entityOf, mentionOf, setOf } from '../../../support/builders';
import { marked, nth, only } from '../../../support/marked';
import { below, ids, ofArticle, ofCorpus, outline, readArticle } from './sources';

const { text, spans } = marked('⟦Zoe Arn⟧ va a ⟦Oslo⟧.\n⟦Abe⟧ e ⟦Ábe Lund⟧ restano.\n');
const mention = (entity: string, at: number) => mentionOf(entity, text, nth(spans, at));
const lost = { entity: 'storm', target: { selectors: [{ exact: 'Ida' }] } };
const set: AnnotationSet = setOf({
  entities: [
    entityOf('Oslo', 'location', 'oslo'),
    entityOf('Zoe Arn', 'person', 'zoe'),
    entityOf('Ábe Lund', 'person', 'abe'),
    entityOf('Storm Ida', 'weather', 'storm'),
    entityOf('Quiet One', 'person', 'quiet'),
  ],
  mentions: [mention('zoe', 0), mention('oslo', 1), mention('abe', 2), mention('abe', 3), lost],
});
const first = readArticle('a.txt', text, set);
const second = readArticle(
  'b/c.txt',
  'Oslo, Oslo.\n',
  setOf({
    entities: [entityOf('Oslo', 'location', 'oslo')],
    mentions: [mentionOf('oslo', 'Oslo, Oslo.\n', { start: 6, end: 10 })],
  }),
);

const usual: EntityOptions = { grouping: 'type', sorting: 'mentions', filter: '' };
const ofOne = (options: Partial<EntityOptions> = {}) =>
  new EntityRows(ofArticle(first), { ...usual, ...options });
const names = async (rows: EntityRows) =>
  (await below(rows)).flatMap((row) => (row.kind === 'entity' ? [row.entity.name] : []));

describe('the rows of the entities of an article', () => {
  it('begin with what is lost, then are grouped by type in the schema’s order, those mentioned most first', async () => {
    assert.deepEqual(await outline(ofOne()), [
      'lost 1',
      '  mention Ida',
      'person 3',
      '  Ábe Lund 2',
      '    Abe @2',
      '    Ábe Lund @2',
      '  Zoe Arn 1',
      '    Zoe Arn @1',
      '  Quiet One 0',
      'location 1',
      '  Oslo 1',
      '    Oslo @1',
      'weather 1',
      '  Storm Ida 1',
      '    Ida @undefined',
    ]);
  });

  it('are none for an article without annotations', async () => {
    const empty = ofArticle({ ...first, set: emptySet });
    assert.deepEqual(await outline(new EntityRows(empty, usual)), []);
  });

  it('are sorted without groups by number, by name or by first place, those without a place last', async () => {
    const sorted = (sorting: EntityOptions['sorting']) =>
      names(ofOne({ grouping: 'none', sorting }));
    const byName = ['Ábe Lund', 'Oslo', 'Quiet One', 'Storm Ida', 'Zoe Arn'];
    assert.deepEqual(await sorted('name'), byName);
    assert.deepEqual(await sorted('mentions'), [
      'Ábe Lund',
      'Oslo',
      'Storm Ida',
      'Zoe Arn',
      'Quiet One',
    ]);
    assert.deepEqual(await sorted('place'), [
      'Zoe Arn',
      'Oslo',
      'Ábe Lund',
      'Quiet One',
      'Storm Ida',
    ]);
  });

  it('are filtered by names, other words and ids, whatever their case and accents, word by word', async () => {
    const found = (filter: string) => names(ofOne({ grouping: 'none', filter }));
    assert.deepEqual(await found('ÁBE'), ['Ábe Lund']);
    assert.deepEqual(await found('lund abe'), ['Ábe Lund']);
    assert.deepEqual(await found('quiet'), ['Quiet One']);
    assert.deepEqual(await found('storm'), ['Storm Ida']);
    assert.deepEqual(await found('nobody'), []);
    assert.equal((await found('  ')).length, 5);
    assert.deepEqual(await outline(ofOne({ filter: 'oslo' })), [
      'location 1',
      '  Oslo 1',
      '    Oslo @1',
    ]);
  });

  it('have ids of their own, the same each time', async () => {
    const all = await ids(ofOne());
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(await ids(ofOne()), all);
  });

  it('are found by the place of the cursor, where the filter shows them', async () => {
    for (const grouping of ['type', 'none'] as const) {
      const rows = ofOne({ grouping });
      const way = rows.wayTo(first, nth(spans, 3).end);
      assert.ok(way);
      const all = await ids(rows);
      assert.deepEqual(
        way.filter((id) => !all.includes(id)),
        [],
      );
      assert.equal(way.length, grouping === 'type' ? 3 : 2);
    }
    assert.equal(ofOne().wayTo(first, text.indexOf(' va') + 2), undefined);
    assert.equal(ofOne({ filter: 'oslo' }).wayTo(first, 0), undefined);
  });
});

describe('the rows of the entities of all articles', () => {
  it('are read article by article, when these are expanded', async () => {
    const { source, read } = ofCorpus([second, first]);
    const rows = new EntityRows(source, usual);
    const [, location] = await below(rows);
    const oslo = only(await below(rows, location));
    const [a, b] = await below(rows, oslo);
    assert.deepEqual(read, [], 'nothing is read to show what is there');
    assert.ok(a?.kind === 'article' && b?.kind === 'article');
    assert.deepEqual(
      [a.article.path, a.count, b.article.path, b.count],
      ['a.txt', 1, 'b/c.txt', 1],
    );
    const there = only(await below(rows, b));
    assert.ok(there.kind === 'mention' && there.line === 1);
    assert.deepEqual(read, [second.uri]);
  });

  it('count mentions and articles', async () => {
    const { source } = ofCorpus([first, second]);
    const lines = await outline(new EntityRows(source, { ...usual, filter: 'oslo' }));
    assert.deepEqual(lines, [
      'location 1',
      '  Oslo 2 in 2',
      '    a.txt 1',
      '      Oslo @1',
      '    b/c.txt 1',
      '      Oslo @1',
    ]);
  });

  it('have no row for an article that can be read no more, nor for what is lost', async () => {
    const { source } = ofCorpus([first]);
    const gone = {
      ...source,
      articles: { ...source.articles, read: () => Promise.resolve(undefined) },
    };
    const lines = await outline(new EntityRows(gone, { ...usual, filter: 'storm' }));
    assert.deepEqual(lines, ['weather 1', '  Storm Ida 1 in 1', '    a.txt 1']);
  });

  it('are found by the place of the cursor in an article', async () => {
    const { source } = ofCorpus([first, second]);
    const rows = new EntityRows(source, usual);
    const way = rows.wayTo(second, 7);
    assert.equal(way?.length, 4);
    const all = await ids(rows);
    assert.ok(way.every((id) => all.includes(id)));
    assert.equal(new Set(all).size, all.length);
  });

  it('have no order of places', () => {
    assert.equal(sortingIn('corpus', 'place'), 'mentions');
    assert.equal(sortingIn('corpus', 'name'), 'name');
    assert.equal(sortingIn('article', 'place'), 'place');
  });
});
