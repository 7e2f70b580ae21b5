import assert from 'node:assert/strict';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { contextLength, onOneLine, rowOf } from '../../../../src/core/concordance/row';
import {
  articleOf,
  articleWithMark,
  entityOf,
  mentionOf,
  quoteOf,
  setOf,
} from '../../../support/builders';
import { marked, markedOnce, nth } from '../../../support/marked';

const bare = (text: string) => ({ text: articleOf(text).text, set: emptySet });

function row(source: string) {
  const { text, spans } = marked(source);
  const found = rowOf({ spans }, bare(text), 3);
  assert.ok(found);
  return found;
}

describe('rowOf', () => {
  it('has the words around on one line', () => {
    const { left, keyword, right, line, article, extent } = row(
      'Uno.\n\nDue \t di ⟦tre\nquattro⟧\u00a0cinque\n',
    );
    assert.deepEqual([left, keyword, right], ['Uno. Due di', 'tre quattro', 'cinque']);
    assert.deepEqual([line, article], [2, 3]);
    assert.deepEqual(extent, { start: 15, end: 26 });
  });

  it('joins pieces by an ellipsis', () => {
    const { left, keyword, right } = row('«⟦Uno⟧», dice, «⟦due⟧» e tace');
    assert.deepEqual([left, keyword, right], ['«', 'Uno … due', '» e tace']);
  });

  it('stands at the ends of a text', () => {
    const { left, right } = row('⟦Tutto⟧');
    assert.deepEqual([left, right], ['', '']);
    assert.equal(rowOf({ spans: [] }, bare('x'), 0), undefined);
  });

  it('counts lines in articles with CRLF and a byte order mark', () => {
    const { text } = articleWithMark('Uno\r\ndue\r\ntre');
    const start = text.text.indexOf('tre');
    const found = rowOf({ spans: [{ start, end: start + 3 }] }, { text, set: emptySet }, 0);
    assert.equal(found?.line, 2);
    assert.equal(found.left, 'Uno due');
  });

  it('cuts no character in two', () => {
    const { text, span } = markedOnce(
      `x${'😀'.repeat(contextLength)}⟦y⟧z${'😀'.repeat(contextLength)}`,
    );
    const shifted = rowOf({ spans: [span] }, bare(text), 0);
    assert.ok(shifted);
    for (const context of [shifted.left, shifted.right]) {
      assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(context));
      assert.ok(context.length > contextLength - 3);
    }
    const { text: odd, span: at } = markedOnce(`${'😀'.repeat(contextLength)}z⟦y⟧`);
    assert.ok(!/^[\udc00-\udfff]/.test(rowOf({ spans: [at] }, bare(odd), 0)?.left ?? ''));
  });
});

describe('onOneLine', () => {
  it('takes out what would turn or hide words', () => {
    assert.equal(onOneLine('a\u202eb\u2066c\u2069\u0007d\u2028e\u200ff'), 'abcd ef');
  });
});

describe('the names of a row', () => {
  const { text, spans } = marked('«⟦Sì, ⟦Ada⟧⟧», dice ⟦il sindaco⟧.');
  const [content, ada, mayor] = [nth(spans, 0), nth(spans, 1), nth(spans, 2)];
  const mention = mentionOf('ada-bo', text, ada);
  const article = articleOf(text).text;
  const set = setOf({ entities: [entityOf('Ada Bo')], mentions: [mention] });
  const of = (entity?: string) => {
    const quote = quoteOf(text, [content], {
      kind: 'mixed',
      speaker: { ...(entity !== undefined && { entity }), spans: [mayor] },
    });
    return rowOf({ spans: [ada], mention, quote }, { text: article, set }, 0)?.names ?? {};
  };

  it('says the entity, the speaker and the kind', () => {
    assert.deepEqual(of('ada-bo'), {
      entity: entityOf('Ada Bo'),
      speaker: { id: 'ada-bo', name: 'Ada Bo' },
      kind: 'mixed',
    });
  });

  it('has the words or the id of a speaker that is not described', () => {
    assert.deepEqual(of().speaker, { name: 'il sindaco' });
    assert.deepEqual(of('else').speaker, { id: 'else', name: 'else' });
  });

  it('says nothing of bare words', () => {
    assert.deepEqual(rowOf({ spans: [mayor] }, { text: article, set }, 0)?.names, {});
  });
});
