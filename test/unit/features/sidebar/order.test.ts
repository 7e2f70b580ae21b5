import assert from 'node:assert/strict';
import type { Entity } from '../../../../src/core/model/annotation';
import { setOf, entityOf, mentionOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { ArticleQuoteRows } from '../../../../src/features/sidebar/articleQuoteRows';
import { EntityRows, type EntityOptions } from '../../../../src/features/sidebar/entityRows';
import { below, ids, ofArticle, ofCorpus, outline, readArticle } from './sources';

const usual: EntityOptions = { grouping: 'none', sorting: 'name', filter: '' };
const shownIds = async (rows: EntityRows) =>
  (await below(rows)).flatMap((row) => (row.kind === 'entity' ? [row.entity.id] : []));
const rowsOf = (entities: readonly Entity[], options: Partial<EntityOptions> = {}) =>
  new EntityRows(ofArticle(readArticle('a.txt', 'Niente.\n', setOf({ entities }))), {
    ...usual,
    ...options,
  });

describe('the order of entities', () => {
  it('is that of a dictionary: numbers by what they count, accents and capitals next to plain letters', async () => {
    const names = ['Zeta', 'Línea 10', 'Linea 9', 'élan', 'Elba', 'Edda', 'Linea 10'];
    const entities = names.map((name, i) => entityOf(name, 'person', String(i)));
    assert.deepEqual(
      (await shownIds(rowsOf(entities))).map((id) => names[Number(id)]),
      ['Edda', 'élan', 'Elba', 'Linea 9', 'Linea 10', 'Línea 10', 'Zeta'],
    );
  });

  it('is that of ids where names are the same, in one code point or two', async () => {
    const entities = [
      entityOf('Rene\u0301e', 'person', 'c'),
      entityOf('Ren\u00E9e', 'person', 'b'),
      entityOf('Ren\u00E9e', 'person', 'd'),
      entityOf('Rene\u0301e', 'person', 'a'),
    ];
    for (const order of [entities, [...entities].reverse()]) {
      for (const sorting of ['name', 'mentions', 'place'] as const) {
        assert.deepEqual(await shownIds(rowsOf(order, { sorting })), ['a', 'b', 'c', 'd']);
      }
    }
  });

  it('keeps scripts together and leaves none out', async () => {
    const names = ['海港局', 'محمد', 'Zoe', '😀', '东京', 'عمر', 'Abe'];
    const entities = names.map((name, i) => entityOf(name, 'person', String(i)));
    const sorted = (await shownIds(rowsOf(entities))).map((id) => nth(names, Number(id)));
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u];
    const places = scripts.map((script) =>
      sorted.flatMap((name, i) => (script.test(name) ? [i] : [])),
    );
    for (const [first = -1, second] of places) assert.equal(second, first + 1);
    assert.deepEqual([...sorted].sort(), [...names].sort());
  });

  it('is by name where as many mentions, or the same first place, leave it open', async () => {
    const { text, spans } = marked('⟦Ada e Bo⟧ e ⟦altri⟧.');
    const [both, others] = [nth(spans, 0), nth(spans, 1)];
    const entities = ['Cy', 'Bo', 'Ada'].map((name) => entityOf(name, 'person', name));
    const mentions = [
      mentionOf('Bo', text, both),
      mentionOf('Ada', text, both),
      mentionOf('Cy', text, others),
    ];
    const article = readArticle('a.txt', text, setOf({ entities, mentions }));
    for (const sorting of ['mentions', 'place'] as const) {
      const rows = new EntityRows(ofArticle(article), { ...usual, sorting });
      assert.deepEqual(await shownIds(rows), ['Ada', 'Bo', 'Cy']);
    }
  });

  it('is that of the schema for types, and for others that in which they come', async () => {
    const types = ['nave', 'other', 'Person', 'person', '人', 'location', '__proto__'];
    const entities = types.map((type, i) => entityOf(String(i), type, String(i)));
    const rows = await below(rowsOf(entities, { grouping: 'type' }));
    assert.deepEqual(
      rows.map((row) => row.kind === 'type' && row.type),
      ['person', 'location', 'other', 'nave', 'Person', '人', '__proto__'],
    );
  });
});

describe('the order of articles below an entity', () => {
  it('is that of their paths, whatever the order in which they were read', async () => {
    const entity = entityOf('Oslo', 'location', 'oslo');
    const text = 'Oslo.\n';
    const set = setOf({
      entities: [entity],
      mentions: [mentionOf('oslo', text, { start: 0, end: 4 })],
    });
    const articles = ['b/a.txt', 'é.txt', 'a-b', 'a', '10.txt', '9.txt'].map((name) =>
      readArticle(name, text, set),
    );
    const silent = readArticle('0.txt', text, setOf({ entities: [entity] }));
    const { source } = ofCorpus([...articles, silent]);
    const lines = await outline(new EntityRows(source, usual));
    assert.deepEqual(
      lines.filter((line) => /^ {2}\S/.test(line)),
      ['  10.txt 1', '  9.txt 1', '  a 1', '  a-b 1', '  b/a.txt 1', '  é.txt 1'],
      'the names of their sidecars, a-b.ann.yaml and a.ann.yaml, have another one',
    );
    assert.equal(lines[0], 'Oslo 6 in 7', 'an article that only describes it is none to go to');
  });
});

describe('the rows of more than a page', () => {
  it('are one page of entities, what is lost before them, and each found by its id', async () => {
    const entities = Array.from({ length: 501 }, (_, i) =>
      entityOf(`N ${String(i)}`, 'person', `n${String(i)}`),
    );
    const lost = { entity: 'n500', target: { selectors: [{ exact: 'perso' }] } };
    const set = setOf({ entities, mentions: [lost] });
    const rows = new EntityRows(ofArticle(readArticle('a.txt', 'Niente.\n', set)), usual);
    const listing = await rows.below(undefined);
    assert.equal(listing.length, 502);
    const shown = listing.first(500);
    assert.deepEqual([shown.length, shown[0]?.kind, shown[499]?.id], [500, 'lost', 'e:n498']);
    assert.equal(listing.first(502)[501]?.id, 'e:n500');
    assert.equal(new Set(await ids(rows)).size, 504, 'with the mention, twice');
  });

  it('are one page of quotes of one speaker, in the order of the text', async () => {
    const text = 'x'.repeat(1001);
    const quotes = Array.from({ length: 501 }, (_, i) => ({
      kind: 'direct' as const,
      content: { selectors: [{ exact: 'x' }], spans: [{ start: 2 * i, end: 2 * i + 1 }] },
    }));
    const article = readArticle('a.txt', text, setOf({ quotes: [...quotes].reverse() }));
    const rows = new ArticleQuoteRows(article, { grouping: 'speaker', filter: '' });
    const [nobody] = await below(rows);
    const listing = rows.below(nobody);
    assert.equal(listing.length, 501);
    const starts = listing
      .first(500)
      .map((row) => row.kind === 'quote' && row.quote.content.spans?.[0]?.start);
    assert.deepEqual([starts.length, starts[0], starts[499]], [500, 0, 998]);
    assert.equal(rows.wayTo(article, 1000)?.at(-1), listing.first(501)[500]?.id);
  });
});
