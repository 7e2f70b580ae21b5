import assert from 'node:assert/strict';
import { extentOf, spansOf, wordsOf } from '../../../../src/core/model/annotation';
import { referenceAt, referencesTo } from '../../../../src/core/model/references';
import { compareSpans, contains, touches } from '../../../../src/core/text/span';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked(
  '⟦La sindaca di ⟦Corva⟧⟧ esce. «⟦Pioverà⟧», dice ⟦lei⟧. «⟦No⟧», dice ⟦Olga Berni⟧. «⟦Sì⟧», dice ⟦uno⟧.',
);
const span = (index: number) => nth(spans, index);
const [corva, lei, olga, uno] = [1, 3, 5, 7];
const set = setOf({
  entities: [entityOf('Olga Berni'), entityOf('Corva', 'location')],
  mentions: [
    mentionOf('olga-berni', text, span(0)),
    mentionOf('corva', text, span(corva)),
    mentionOf('olga-berni', text, span(olga)),
    { entity: 'olga-berni', target: { selectors: [{ exact: 'la Berni' }] } },
  ],
  quotes: [
    quoteOf(text, [span(2)], { speaker: { entity: 'olga-berni', spans: [span(lei)] } }),
    quoteOf(text, [span(4)], { speaker: { entity: 'olga-berni', spans: [span(olga)] } }),
    quoteOf(text, [span(6)], { speaker: { spans: [span(uno)] } }),
  ],
});

describe('referenceAt', () => {
  it('is the shortest mention at the cursor', () => {
    assert.deepEqual(referenceAt(set, span(corva).start + 1), {
      entity: 'corva',
      span: span(corva),
    });
    assert.deepEqual(referenceAt(set, 1), { entity: 'olga-berni', span: span(0) });
  });

  it('is the words of a speaker where there is no mention', () => {
    assert.deepEqual(referenceAt(set, span(lei).end), { entity: 'olga-berni', span: span(lei) });
  });

  it('is nothing on a speaker without an entity, in a quote and elsewhere', () => {
    for (const offset of [span(uno).start + 1, span(2).start + 1, text.length]) {
      assert.equal(referenceAt(set, offset), undefined);
    }
  });
});

describe('referencesTo', () => {
  it('has mentions and words of speakers in the order of the text, each place once', () => {
    const found = referencesTo(set, 'olga-berni').map(wordsOf);
    assert.deepEqual(found, ['La sindaca di Corva', 'lei', 'Olga Berni']);
  });

  it('has nothing of an entity that the article does not mention', () => {
    assert.deepEqual(referencesTo(set, 'pavel'), []);
  });
});

describe('any annotations', () => {
  itHolds(
    'have what a cursor finds among the references of that entity',
    annotatedArticles,
    (random) => {
      const { article, set: all } = random;
      for (let offset = 0; offset <= article.text.text.length; offset += 3) {
        const found = referenceAt(all, offset);
        if (!found) continue;
        assert.ok(touches(found.span, offset));
        const spans = referencesTo(all, found.entity).flatMap(spansOf);
        assert.ok(spans.some((span) => contains(span, found.span)));
      }
    },
    300,
  );

  itHolds(
    'have references that a cursor finds, each once and in order',
    annotatedArticles,
    (random) => {
      const { set: all } = random;
      for (const { entity } of all.mentions) {
        const extents = referencesTo(all, entity).flatMap((target) => extentOf(target) ?? []);
        extents.slice(1).forEach((extent, i) => {
          assert.ok(compareSpans(nth(extents, i), extent) < 0);
        });
        for (const { start } of extents) assert.notEqual(referenceAt(all, start), undefined);
      }
    },
    300,
  );
});
