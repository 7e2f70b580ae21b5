import assert from 'node:assert/strict';
import { hitsIn } from '../../../../src/core/concordance/hits';
import { levelOf, parseQuery } from '../../../../src/core/concordance/query';
import { rowOf } from '../../../../src/core/concordance/row';
import {
  linkRows,
  removeRows,
  setKindOfRows,
  targetOfRow,
  type RowTarget,
} from '../../../../src/core/concordance/rowEdits';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, type Change } from '../../../../src/core/model/change';
import { articleOf, entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  '⟦Ada⟧ e Ugo ⟦Bo⟧ vedono ⟦Ugo⟧. «⟦Sì⟧», dice ⟦Ugo⟧. «⟦No⟧», dice Ada Bo, e Ada Bo tace.',
);
const at = (index: number) => nth(spans, index);
const set = setOf({
  entities: [entityOf('Ada Bo'), entityOf('Ugo')],
  mentions: [
    mentionOf('ada-bo', text, at(0), at(1)),
    mentionOf('ugo', text, at(2)),
    mentionOf('ugo', text, at(4)),
  ],
  quotes: [
    quoteOf(text, [at(3)], { speaker: { entity: 'ugo', spans: [at(4)] } }),
    quoteOf(text, [at(5)]),
  ],
});
const article = articleOf(text).text;

function targets(line: string, now = set): RowTarget[] {
  const { query, mistake } = parseQuery(line);
  assert.ok(query, mistake?.code);
  return hitsIn({ set, text: article }, query).flatMap((hit) => {
    const row = rowOf(hit, { set, text: article }, 0);
    return (row && targetOfRow(now, row, levelOf(query))) ?? [];
  });
}
/** The set after a change that can be taken back. */
function after(change: Change): AnnotationSet {
  const changed = apply(change, set);
  assert.deepEqual(apply(invert(change), changed), set);
  return changed;
}
const link = (line: string, name: string, type = 'person') =>
  after(
    linkRows(
      { set, text: article },
      targets(line).map((target) => ({ target, entity: entityOf(name, type) })),
    ),
  );

describe('targetOfRow', () => {
  it('finds what the row was of in the annotations as they are now', () => {
    assert.equal(targets('entity:ugo').length, 2);
    assert.equal(targets('entity:ugo')[0]?.mention?.entity, 'ugo');
    assert.equal(targets('kind:direct')[0]?.quote?.speaker?.entity, 'ugo');
    assert.equal(targets('tace')[0]?.mention, undefined);
  });

  it('finds nothing where that is gone or is another one', () => {
    const gone = apply({ mentions: set.mentions.map((before) => ({ before })) }, set);
    assert.deepEqual(targets('entity:ugo', gone), []);
    assert.equal(targets('tace', gone).length, 1);
    const moved = link('entity:ugo', 'Leda');
    assert.deepEqual(targets('entity:ugo', moved), []);
    assert.deepEqual(targets('kind:direct', link('speaker:ugo', 'Ada Bo')).length, 1);
  });
});

describe('removeRows', () => {
  it('removes mentions, also in pieces, and entities that nothing refers to', () => {
    const left = after(removeRows(set, targets('type:person')));
    assert.deepEqual(left.mentions, []);
    // The quote is still his.
    assert.deepEqual([...left.entities.keys()], ['ugo']);
  });

  it('removes quotes, and leaves words', () => {
    assert.deepEqual(after(removeRows(set, targets('kind:direct'))).quotes, []);
    assert.deepEqual(after(removeRows(set, targets('tace'))), set);
    assert.equal(after(removeRows(set, targets('/Ugo/'))).mentions.length, 1);
  });
});

describe('linkRows', () => {
  it('makes mentions of words', () => {
    const linked = link('"ada bo"', 'Ada Bo');
    assert.equal(linked.mentions.length, set.mentions.length + 2);
  });

  it('moves mentions, with the speakers that are these words', () => {
    const linked = link('entity:ugo', 'Leda Or', 'other');
    assert.ok(!linked.entities.has('ugo'));
    assert.equal(linked.entities.get('leda-or')?.type, 'other');
    assert.equal(linked.quotes[0]?.speaker?.entity, 'leda-or');
  });

  it('keeps the pieces of a mention', () => {
    const linked = link('type:person', 'Leda');
    const [first] = linked.mentions;
    assert.equal(first?.entity, 'leda');
    assert.equal(first.target.spans?.length, 2);
    assert.deepEqual([...linked.entities.keys()], ['leda']);
  });

  it('gives quotes to who said them', () => {
    const linked = link('kind:direct', 'Leda');
    assert.deepEqual(
      linked.quotes.map(({ speaker }) => speaker?.entity),
      ['leda', 'leda'],
    );
    assert.ok(linked.quotes[0]?.speaker?.target, 'the words that said it stay');
    assert.ok(linked.entities.has('leda'));
  });
});

describe('other edits of rows', () => {
  it('sets the kind of quotes', () => {
    const changed = after(setKindOfRows(targets('kind:direct'), 'mixed'));
    assert.deepEqual(
      changed.quotes.map(({ kind }) => kind),
      ['mixed', 'mixed'],
    );
    assert.deepEqual(setKindOfRows(targets('tace'), 'mixed'), { quotes: [] });
  });
});
