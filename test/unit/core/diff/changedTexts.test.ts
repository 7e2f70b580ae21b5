import assert from 'node:assert/strict';
import { changedTexts } from '../../../../src/core/diff/changedTexts';
import { diffSets } from '../../../../src/core/diff/diffSets';
import type { ChangedThing } from '../../../../src/core/diff/difference';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { entityOf, markedArticle, mentionOf, quoteOf, setOf } from '../../../support/builders';

const { text, spans } = markedArticle('⟦Ada⟧ ⟦dice⟧: «⟦Non ora⟧».');
const [name, cue, words] = spans;
assert.ok(name && cue && words);
const [ada, other] = [entityOf('Ada'), entityOf('Bea')];
const names = { before: (id: string) => id, after: (id: string) => id.toUpperCase() };

function said(before: AnnotationSet, after: AnnotationSet, upper = false): string[] {
  const differences = diffSets(before, after);
  const changed = differences.filter((each): each is ChangedThing => each.change === 'changed');
  const translate = upper ? (english: string) => english.toUpperCase() : undefined;
  return changed
    .flatMap((each) => changedTexts(each, names, translate))
    .map(({ part, before: was, after: is }) => `${part}: ${was} → ${is}`);
}

describe('the texts of what has changed', () => {
  const entities = [ada, other];
  const before = setOf({
    entities,
    mentions: [mentionOf(ada.id, text, name)],
    quotes: [quoteOf(text, [words])],
  });
  const after = setOf({
    article: { status: 'done', labels: ['a'], extra: { desk: 1 } },
    entities,
    mentions: [mentionOf(other.id, text, name)],
    quotes: [quoteOf(text, [words], { kind: 'mixed', cue: [cue], speaker: { entity: ada.id } })],
  });

  it('say each part as it was and as it is', () => {
    assert.deepEqual(said(before, after), [
      'status: none → done',
      'labels: none → ["a"]',
      'desk: none → 1',
      'entity: ada → BEA',
      'kind: direct → mixed',
      'cue: none → “dice”',
      'speaker: none → ADA',
    ]);
  });

  it('are translated, but for keys that the format does not know', () => {
    const [status, , desk] = said(before, after, true);
    assert.deepEqual([status, desk], ['STATUS: NONE → done', 'desk: NONE → 1']);
  });

  it('call a kind of quotes as they are told', () => {
    const [difference] = diffSets(before, after).filter(({ thing }) => thing === 'quote');
    assert.ok(difference?.change === 'changed');
    const [kind] = changedTexts(difference, { ...names, kind: (id) => `[${id}]` });
    assert.deepEqual(kind, { part: 'kind', before: '[direct]', after: '[mixed]' });
  });
});
