import assert from 'node:assert/strict';
import { hitsIn, type Hit } from '../../../../src/core/concordance/hits';
import { parseQuery } from '../../../../src/core/concordance/query';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { articleOf, entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  [
    '⟦Irene Tassoni⟧ parla del porto.',
    '«⟦Il porto è di ⟦Leda Orsi⟧⟧», dice ⟦Tassoni⟧, «⟦e la guerra è ⟦una guerra⟧ persa⟧».',
    'La guerra, secondo l’⟦Ente⟧, ⟦finisce⟧.',
    '⟦Anna⟧ e Ugo ⟦Rossi⟧ tacciono.',
  ].join('\n'),
);
const [tassoni, first, orsi, cue, second, inner, ente, indirect, anna, rossi] = Array.from(
  { length: 10 },
  (_, i) => nth(spans, i),
) as [never, never, never, never, never, never, never, never, never, never];
const set: AnnotationSet = setOf({
  article: { outlet: 'La Riva' },
  entities: [
    entityOf('Irene Tassoni'),
    entityOf('Leda Orsi'),
    entityOf('Ente Porti', 'organization'),
    entityOf('Anna Rossi'),
  ],
  mentions: [
    mentionOf('irene-tassoni', text, tassoni),
    mentionOf('leda-orsi', text, orsi),
    mentionOf('irene-tassoni', text, cue),
    mentionOf('ente-porti', text, ente),
    mentionOf('anna-rossi', text, anna, rossi),
    { ...mentionOf('irene-tassoni', text, tassoni), target: { selectors: [] } },
  ],
  quotes: [
    quoteOf(text, [first, second], { speaker: { entity: 'irene-tassoni' } }),
    quoteOf(text, [inner], { speaker: { entity: 'leda-orsi' } }),
    quoteOf(text, [indirect], { kind: 'indirect', speaker: { entity: 'ente-porti' } }),
  ],
});
const article = { set, text: articleOf(text).text };

function hits(line: string, most?: number): Hit[] {
  const { query, mistake } = parseQuery(line);
  assert.ok(query, mistake?.code);
  return hitsIn(article, query, most);
}
/** The words of the hits, pieces joined by `|`. */
const found = (line: string, most?: number) =>
  hits(line, most).map((hit) =>
    hit.spans.map(({ start, end }) => text.slice(start, end)).join('|'),
  );

describe('hitsIn', () => {
  it('finds mentions of entities and of types, in pieces too, and none without a place', () => {
    assert.deepEqual(found('entity:irene-tassoni'), ['Irene Tassoni', 'Tassoni']);
    assert.deepEqual(found('entity:irene-tassoni entity:ente-porti'), [
      ...['Irene Tassoni', 'Tassoni', 'Ente'],
    ]);
    assert.deepEqual(found('type:person'), ['Irene Tassoni', 'Leda Orsi', 'Tassoni', 'Anna|Rossi']);
    assert.deepEqual(found('entity:ente-porti type:person'), []);
  });

  it('finds quotes of speakers and kinds, split ones as one', () => {
    assert.deepEqual(found('speaker:irene-tassoni'), [
      'Il porto è di Leda Orsi|e la guerra è una guerra persa',
    ]);
    assert.deepEqual(found('kind:indirect'), ['finisce']);
    assert.deepEqual(found('kind:indirect speaker:irene-tassoni'), []);
    assert.deepEqual(found('kind:direct').length, 2);
  });

  it('finds mentions within quotes', () => {
    assert.deepEqual(found('entity:leda-orsi speaker:irene-tassoni'), ['Leda Orsi']);
    assert.deepEqual(found('type:person kind:direct'), ['Leda Orsi']);
    assert.deepEqual(found('entity:irene-tassoni speaker:irene-tassoni'), []);
  });

  it('finds words: in the text, in quotes, in mentions, in mentions within quotes', () => {
    assert.deepEqual(found('guerra').length, 3);
    assert.deepEqual(found('guerra speaker:irene-tassoni').length, 2);
    assert.deepEqual(found('guerra speaker:leda-orsi').length, 1);
    assert.deepEqual(found('porto kind:direct').length, 1);
    assert.deepEqual(found('tassoni entity:irene-tassoni').length, 2);
    assert.deepEqual(found('/Orsi/ type:person speaker:irene-tassoni'), ['Orsi']);
    assert.deepEqual(found('"porto è" entity:leda-orsi'), []);
    assert.deepEqual(found('/o\\b.*dice/ speaker:irene-tassoni'), [], 'it leaves the piece');
  });

  it('finds all of several words where all stand, each place once', () => {
    assert.deepEqual(found('porto guerra'), ['porto', 'porto', 'guerra', 'guerra', 'guerra']);
    assert.deepEqual(found('porto guerra speaker:irene-tassoni'), ['porto', 'guerra', 'guerra']);
    assert.deepEqual(found('porto guerra speaker:leda-orsi'), []);
    assert.deepEqual(found('porto /port./ kind:direct'), ['porto']);
    assert.deepEqual(found('porto nave'), []);
    // The inner quote is in the outer one: its words are one hit.
    assert.deepEqual(found('guerra kind:direct').length, 2);
  });

  it('wants the fields of the article', () => {
    assert.deepEqual(found('guerra outlet:"la riva"').length, 3);
    assert.deepEqual(found('guerra outlet:altro'), []);
    assert.deepEqual(found('outlet:"la riva"').length, 5);
  });

  it('finds not more than asked for', () => {
    assert.deepEqual(found('guerra', 2), ['guerra', 'guerra']);
    assert.deepEqual(found('type:person', 1), ['Irene Tassoni']);
    assert.equal(hits('kind:direct', 1).length, 1);
    assert.deepEqual(found('/./', 3), ['I', 'r', 'e']);
  });

  it('knows the mention that words are, and the innermost quote around', () => {
    const [, second] = hits('guerra speaker:irene-tassoni');
    assert.deepEqual(second?.quote?.speaker?.entity, 'leda-orsi');
    const [orsiHit] = hits('"leda orsi"');
    assert.equal(orsiHit?.mention?.entity, 'leda-orsi');
    assert.equal(orsiHit.quote?.speaker?.entity, 'irene-tassoni');
    const [partOfName] = hits('leda');
    assert.equal(partOfName?.mention, undefined);
    assert.equal(hits('tacciono')[0]?.quote, undefined);
    assert.equal(hits('anna')[0]?.mention, undefined, 'that is a piece of a mention only');
  });
});
