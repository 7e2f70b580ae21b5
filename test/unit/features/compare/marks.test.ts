import assert from 'node:assert/strict';
import type { Difference } from '../../../../src/core/diff/difference';
import type { Quote } from '../../../../src/core/model/annotation';
import { markedSpans, targetsOf } from '../../../../src/features/compare/marks';
import { entityOf, mentionOf, quoteOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Ada⟧ ⟦dice⟧: «⟦Non ora⟧», e poi «⟦forse⟧». ⟦Bea⟧ ⟦tace⟧.');
const [ada, says, notNow, perhaps, bea, tells] = [0, 1, 2, 3, 4, 5].map((at) => nth(spans, at));
assert.ok(ada && says && notNow && perhaps && bea && tells);

const lost = { selectors: [{ exact: 'perduto' }] };
const quote = quoteOf(text, [notNow, perhaps], {
  cue: [says],
  speaker: { entity: 'ada', spans: [ada] },
});
const changedTo = (after: Quote, ...parts: string[]): Difference => ({
  thing: 'quote',
  change: 'changed',
  before: quote,
  after,
  parts,
});
/** The words that a difference is of, target by target. */
const wordsOf = (difference: Difference) =>
  targetsOf(difference).map(({ spans: places }) =>
    places?.map(({ start, end }) => text.slice(start, end)),
  );

describe('the words that a difference is of', () => {
  it('are those of a mention as it is now, or as it was where it is removed', () => {
    const [before, after] = [mentionOf('ada', text, ada), mentionOf('bea', text, bea)];
    const changed = { thing: 'mention', before, after, parts: ['words', 'entity'] } as const;
    assert.deepEqual(wordsOf({ ...changed, change: 'changed' }), [['Bea']]);
    assert.deepEqual(wordsOf({ thing: 'mention', change: 'added', after }), [['Bea']]);
    assert.deepEqual(wordsOf({ thing: 'mention', change: 'removed', before }), [['Ada']]);
  });

  it('are the content of a quote that has come or gone, all pieces of it, without cue and speaker', () => {
    const content = [['Non ora', 'forse']];
    assert.deepEqual(wordsOf({ thing: 'quote', change: 'added', after: quote }), content);
    assert.deepEqual(wordsOf({ thing: 'quote', change: 'removed', before: quote }), content);
  });

  it('are of a quote that has changed also the cue and the speaker, each where it has changed', () => {
    const after = quoteOf(text, [notNow], {
      cue: [tells],
      speaker: { entity: 'bea', spans: [bea] },
    });
    assert.deepEqual(wordsOf(changedTo(after, 'words')), [['Non ora']]);
    assert.deepEqual(wordsOf(changedTo(after, 'cue')), [['Non ora'], ['tace']]);
    assert.deepEqual(wordsOf(changedTo(after, 'speaker')), [['Non ora'], ['Bea']]);
    const all = [['Non ora'], ['tace'], ['Bea']];
    assert.deepEqual(wordsOf(changedTo(after, 'speaker', 'kind', 'cue')), all);
  });

  it('are only the content where the cue and the speaker are gone, or the speaker has no words', () => {
    const bare = quoteOf(text, [notNow]);
    assert.deepEqual(wordsOf(changedTo(bare, 'cue', 'speaker')), [['Non ora']]);
    const named = quoteOf(text, [notNow], { speaker: { entity: 'bea' } });
    assert.deepEqual(wordsOf(changedTo(named, 'speaker')), [['Non ora']]);
  });

  it('are none where something differs that has no place', () => {
    const after = entityOf('Ada');
    assert.deepEqual(targetsOf({ thing: 'entity', change: 'added', after }), []);
    const [before, now] = [{}, { title: 'Neve' }];
    const parts = ['title'];
    assert.deepEqual(
      targetsOf({ thing: 'article', change: 'changed', before, after: now, parts }),
      [],
    );
  });
});

describe('the marks of differences', () => {
  it('are there for each way, though nothing differs', () => {
    assert.deepEqual(
      [...markedSpans([])],
      [
        ['added', []],
        ['removed', []],
        ['changed', []],
      ],
    );
  });

  it('stand on all pieces, way by way, in the order of the differences', () => {
    const differences: readonly Difference[] = [
      { thing: 'mention', change: 'added', after: mentionOf('bea', text, bea) },
      { thing: 'quote', change: 'removed', before: quote },
      { thing: 'mention', change: 'added', after: mentionOf('ada', text, ada) },
      changedTo(quoteOf(text, [perhaps], { cue: [says] }), 'words', 'cue'),
      { thing: 'entity', change: 'removed', before: entityOf('Cleo') },
    ];
    assert.deepEqual(
      [...markedSpans(differences)],
      [
        ['added', [bea, ada]],
        ['removed', [notNow, perhaps]],
        ['changed', [perhaps, says]],
      ],
    );
  });

  it('leave out what has no certain place, and not what is beside it', () => {
    const after: Quote = { ...quote, content: lost };
    assert.deepEqual(markedSpans([changedTo(after, 'words', 'cue')]).get('changed'), [says]);
    const mention = { entity: 'ada', target: lost };
    const gone: Difference = { thing: 'mention', change: 'removed', before: mention };
    assert.deepEqual(markedSpans([gone]).get('removed'), []);
  });
});
