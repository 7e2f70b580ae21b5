import assert from 'node:assert/strict';
import { csvParse } from 'd3-dsv';
import { toCsv, type CsvArticle } from '../../../../src/core/concordance/csv';
import { hitsIn } from '../../../../src/core/concordance/hits';
import { parseQuery } from '../../../../src/core/concordance/query';
import { rowOf } from '../../../../src/core/concordance/row';
import {
  articleOf,
  articleWithMark,
  entityOf,
  mentionOf,
  quoteOf,
  setOf,
} from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('«⟦Il "porto", sì;\nè 😀 di ⟦Ada Bo⟧⟧», dice lei.');
const [content, ada] = [nth(spans, 0), nth(spans, 1)];
const article = {
  name: 'riva/uno.txt',
  text: articleOf(text).text,
  set: setOf({
    article: {
      title: 'Il porto',
      outlet: 'La Riva',
      published: '2024-03-05',
      language: 'it',
      status: 'done',
      labels: ['mare', 'porti'],
      extra: { desk: 'Esteri', checked: true },
    },
    entities: [entityOf('Ada Bo')],
    mentions: [mentionOf('ada-bo', text, ada)],
    quotes: [quoteOf(text, [content], { speaker: { entity: 'ada-bo' } })],
  }),
};

const tableOf = ({ name, text, set }: typeof article): CsvArticle => ({
  name,
  text,
  fields: set.article,
});

function csv(line: string, of = article, attributes: readonly string[] = ['desk', 'checked']) {
  const { query, mistake } = parseQuery(line);
  assert.ok(query, mistake?.code);
  const rows = hitsIn(of, query).flatMap((hit) => rowOf(hit, of, 0) ?? []);
  return toCsv(rows, () => tableOf(of), attributes);
}

describe('toCsv', () => {
  it('has all there is to say of a mention', () => {
    const [row] = csvParse(csv('entity:ada-bo').slice(1));
    assert.deepEqual(
      { ...row },
      {
        article: 'riva/uno.txt',
        line: '2',
        // The picture is one code point.
        start: '24',
        end: '30',
        left: '«Il "porto", sì; è 😀 di',
        keyword: 'Ada Bo',
        right: '», dice lei.',
        entity: 'ada-bo',
        name: 'Ada Bo',
        type: 'person',
        speaker: 'ada-bo',
        'speaker name': 'Ada Bo',
        kind: 'direct',
        title: 'Il porto',
        outlet: 'La Riva',
        published: '2024-03-05',
        language: 'it',
        status: 'done',
        labels: 'mare; porti',
        desk: 'Esteri',
        checked: 'true',
      },
    );
  });

  it('is UTF-8 with a mark, lines end with CRLF, and marks are doubled', () => {
    const written = csv('kind:direct');
    assert.ok(written.startsWith('\ufeffarticle,line,start,end,left,keyword,right,entity,'));
    assert.ok(written.endsWith('\r\n'));
    assert.ok(written.includes(',"Il ""porto"", sì; è 😀 di Ada Bo",'));
    assert.equal(written.split('\r\n').length, 3);
  });

  it('leaves empty what is not said', () => {
    const bare = { ...article, set: setOf({}) };
    const [row] = csvParse(csv('porto', bare).slice(1));
    assert.equal(row?.['keyword'], 'porto');
    for (const key of ['entity', 'name', 'speaker', 'kind', 'title', 'labels', 'desk']) {
      assert.equal(row[key], '', key);
    }
  });

  it('counts code points of the file: CRLF as two', () => {
    const file = articleWithMark('Uno\r\ndue\r\n');
    const [row] = csvParse(csv('due', { name: 'x', text: file.text, set: setOf({}) }).slice(1));
    assert.deepEqual([row?.['line'], row?.['start'], row?.['end']], ['2', '5', '8']);
  });

  it('leaves out rows of articles that are gone', () => {
    const row = rowOf({ spans: [ada] }, article, 0);
    assert.ok(row);
    assert.equal(csvParse(toCsv([row], () => undefined, []).slice(1)).length, 0);
  });
});
