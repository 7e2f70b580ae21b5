import assert from 'node:assert/strict';
import { mentionsAt, quoteIndex } from '../../../../src/core/model/spanIndex';
import { touches } from '../../../../src/core/text/span';
import { highlightsAt } from '../../../../src/features/languageFeatures/highlights';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const { text, spans } = marked(
  '⟦Olga Berni⟧ esce. «⟦Piove ‘⟦forte⟧’ a ⟦Corva⟧⟧», ⟦dice⟧ ⟦lei⟧, «⟦e pioverà⟧». ⟦Berni⟧ tace.',
);
const span = (index: number) => nth(spans, index);
const set = setOf({
  entities: [entityOf('Olga Berni'), entityOf('Corva', 'location')],
  mentions: [
    mentionOf('olga-berni', text, span(0)),
    mentionOf('corva', text, span(3)),
    mentionOf('olga-berni', text, span(7)),
  ],
  quotes: [
    quoteOf(text, [span(1), span(6)], {
      cue: [span(4)],
      speaker: { entity: 'olga-berni', spans: [span(5)] },
    }),
    quoteOf(text, [span(2)]),
  ],
});
const at = (index: number) =>
  highlightsAt(set, span(index).start + 1).map(
    ({ span: { start, end }, role }) => `${role} ${text.slice(start, end)}`,
  );

describe('what is highlighted', () => {
  it('on a mention is all that refers to its entity, the first place being that which names it', () => {
    const expected = ['first Olga Berni', 'further lei', 'further Berni'];
    assert.deepEqual(at(0), expected);
    assert.deepEqual(at(7), expected);
  });

  it('on a mention in a quote is the mention’s', () => {
    assert.deepEqual(at(3), ['first Corva']);
  });

  it('in a quote, on its cue and on its speaker is all of the quote', () => {
    const expected = [
      'content Piove ‘forte’ a Corva',
      'content e pioverà',
      'cue dice',
      'speaker lei',
    ];
    for (const index of [1, 4, 5, 6]) assert.deepEqual(at(index), expected);
  });

  it('in a quote in a quote is the inner one', () => {
    assert.deepEqual(at(2), ['content forte']);
  });

  it('elsewhere is nothing', () => {
    assert.deepEqual(highlightsAt(set, text.length), []);
  });
});

describe('what is highlighted in any annotated article', () => {
  itHolds(
    'is something wherever an annotation is, there too, and nothing elsewhere',
    annotatedArticles,
    ({ article, set: random }) => {
      for (let offset = 0; offset <= article.text.text.length; offset += 3) {
        const found = highlightsAt(random, offset);
        const isAnnotated =
          mentionsAt(random, offset).length > 0 || quoteIndex(random).touching(offset).length > 0;
        assert.equal(
          found.some(({ span: each }) => touches(each, offset)),
          isAnnotated,
        );
        const roles = new Set(found.map(({ role }) => role));
        assert.ok(!(roles.has('first') && roles.has('content')), 'an entity’s or a quote’s');
      }
    },
    300,
  );
});
