import assert from 'node:assert/strict';
import { ArticleText } from '../../../../src/core/text/articleText';
import { foldsOf } from '../../../../src/features/languageFeatures/folds';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

describe('what folds', () => {
  it('is quotes and mentions of boilerplate on several lines, and nothing else', () => {
    const { text, spans } = marked(
      '⟦Consorzio\ndel porto⟧\n«⟦Una\ndue⟧», «⟦tre⟧»,\n⟦Riproduzione\nriservata\n⟧⟦Fine⟧\n',
    );
    const [port, first, second, legal, end] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
    assert.ok(port && first && second && legal && end);
    const set = setOf({
      entities: [entityOf('Porto', 'organization'), entityOf('Diritti', 'boilerplate')],
      mentions: [
        mentionOf('porto', text, port),
        mentionOf('diritti', text, legal),
        mentionOf('diritti', text, end),
      ],
      quotes: [quoteOf(text, [first]), quoteOf(text, [second])],
    });
    assert.deepEqual(foldsOf(set, new ArticleText(text)), [
      { of: 'boilerplate', first: 4, last: 5 },
      { of: 'quote', first: 2, last: 3 },
    ]);
  });

  it('is a split quote as a whole', () => {
    const { text, spans } = marked('«⟦Piove⟧»,\ndice Olga,\n«⟦e pioverà⟧».');
    const set = setOf({ quotes: [quoteOf(text, spans)] });
    assert.deepEqual(foldsOf(set, new ArticleText(text)), [{ of: 'quote', first: 0, last: 2 }]);
  });
});

describe('what folds in any annotated article', () => {
  itHolds(
    'is lines that there are, more than one, and no more folds than annotations',
    annotatedArticles,
    (random) => {
      const { article, set } = random;
      const folds = foldsOf(set, article.text);
      const lines = article.text.text.split('\n').length;
      for (const { first, last } of folds) assert.ok(0 <= first && first < last && last < lines);
      assert.ok(folds.length <= set.mentions.length + set.quotes.length);
      const all = new Map(
        [...set.entities].map(([id, each]) => [id, { ...each, type: 'boilerplate' }]),
      );
      const asBoilerplate = foldsOf({ ...set, entities: all }, article.text);
      const isQuote = ({ of }: { readonly of: string }) => of === 'quote';
      assert.deepEqual(asBoilerplate.filter(isQuote), folds.filter(isQuote));
      assert.deepEqual(folds, folds.filter(isQuote), 'of other types none fold');
    },
  );
});
