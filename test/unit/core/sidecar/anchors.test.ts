import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spansOf } from '../../../../src/core/model/annotation';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar, type ReadSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { blobId } from '../../../../src/core/text/blobId';
import { articleOf, bytesOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { spanAt, stretches } from '../../../support/random';
import { smallAnnotatedArticles } from '../../../support/randomSets';

const { text: old, spans } = marked(
  'Al porto di Cala Ginepro ⟦Nives Ardau⟧ apre il mercato.\n\n' +
    '«⟦Il molo regge⟧», ⟦assicura⟧ ⟦Ardau⟧, «⟦e reggerà⟧».\n\nIl resto è silenzio.\n',
);
const [ardau, molo, cue, speaker, more] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
assert.ok(ardau && molo && cue && speaker && more);
const source = writeSidecar(
  setOf({
    entities: [{ id: 'nives-ardau', name: 'Nives Ardau', type: 'person' }],
    mentions: [mentionOf('nives-ardau', old, ardau), mentionOf('nives-ardau', old, speaker)],
    quotes: [
      quoteOf(old, [molo, more], {
        cue: [cue],
        speaker: { spans: [speaker], entity: 'nives-ardau' },
      }),
    ],
  }),
  articleOf(old),
);
const oldId = blobId(bytesOf(old));
const fromMemory = (id: string) => (id === oldId ? old : undefined);

function read(text: string, oldTexts = fromMemory): ReadSidecar {
  return readSidecar(source, articleOf(text), defaultSchema, oldTexts);
}

/** The words at all places that were found: of mentions, then of the parts of quotes. */
function wordsIn(text: string, { set }: ReadSidecar): string[] {
  const targets = [
    ...set.mentions.map(({ target }) => target),
    ...set.quotes.flatMap((quote) => [quote.content, quote.cue?.target, quote.speaker?.target]),
  ];
  return targets.flatMap((target) =>
    spansOf(target).map(({ start, end }) => text.slice(start, end)),
  );
}

describe('the anchors of a sidecar', () => {
  const all = ['Nives Ardau', 'Ardau', 'Il molo regge', 'e reggerà', 'assicura', 'Ardau'];

  it('are carried over to another text where the old one is at hand', () => {
    const [first = '', second = '', rest = ''] = old.split('\n\n');
    const now = [second, `Oggi. ${first}`, rest].join('\n\n');
    const found = read(now);
    assert.deepEqual(wordsIn(now, found), ['Ardau', 'Nives Ardau', ...all.slice(2)]);
    assert.deepEqual(found.missingTexts, []);
    assert.deepEqual(found.unanchored, []);
  });

  it('are found by words and context where it is not, and the text that is missing is named', () => {
    const now = old.replace('apre', 'dice che apre').replace('regge»', 'regge oggi»');
    const found = read(now, () => undefined);
    assert.deepEqual(wordsIn(now, found).slice(0, 2), all.slice(0, 2));
    assert.deepEqual(found.missingTexts, [oldId]);
  });

  it('need no other text where the sidecar was written for this one', () => {
    const asked: string[] = [];
    const found = read(old, (id) => {
      asked.push(id);
      return undefined;
    });
    assert.deepEqual(wordsIn(old, found), all);
    assert.deepEqual([found.missingTexts, asked], [[], []]);
  });

  it('are lost with their words, and kept, with the places that may be meant', () => {
    const now = old.replace('Nives Ardau apre', 'Chi apre');
    const { unanchored, problems, set } = read(now);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['text-changed', 'anchor-lost'],
    );
    const [lost] = unanchored;
    assert.ok(lost && unanchored.length === 1);
    assert.ok(set.mentions.some(({ target }) => target === lost.target));
    assert.deepEqual(lost.range, problems[1]?.range);
    assert.equal(lost.target.selectors[0]?.exact, 'Nives Ardau');
    for (const place of lost.candidates()) assert.equal(place.length, 1);
  });

  it('offer for a target in several pieces places of all of them, in their order', () => {
    const now = old.replace('e reggerà', 'e reggeranno domani le banchine');
    const { unanchored } = read(now);
    const lost = unanchored.find(({ target }) => target.selectors.length === 2);
    assert.ok(lost);
    for (const place of lost.candidates()) {
      assert.equal(place.length, 2);
      assert.ok((place[0]?.end ?? 0) <= (place[1]?.start ?? 0));
    }
  });

  it('come back with the old text, where the sidecar was written while they were lost', () => {
    const shorter = old.replace('Nives Ardau apre', 'Chi apre');
    const written = writeSidecar(read(shorter).set, articleOf(shorter), { source, textId: oldId });
    assert.match(written, new RegExp(`exact: Nives Ardau.*text: ${oldId}`));
    const again = readSidecar(written, articleOf(`Oggi. ${old}`), defaultSchema, (id) =>
      id === oldId ? old : id === blobId(bytesOf(shorter)) ? shorter : undefined,
    );
    assert.deepEqual(again.unanchored, []);
    assert.deepEqual(wordsIn(`Oggi. ${old}`, again), all);
  });

  const edits = fc.array(fc.tuple(stretches, fc.constantFrom('', 'Rossi', ' e ', '“', 'no.\n')), {
    minLength: 1,
    maxLength: 4,
  });
  for (const isAtHand of [true, false]) {
    const how = isAtHand ? 'with the old text' : 'without the old text';
    itHolds(
      `stay where they were found, and what was not found is not found then either, once they are written: ${how}`,
      fc.tuple(smallAnnotatedArticles, edits),
      ([{ article, set }, changes]) => {
        const { text } = article.text;
        const changed = changes.reduce((now, [stretch, words]) => {
          const span = spanAt(now, stretch);
          return span ? now.slice(0, span.start) + words + now.slice(span.end) : now;
        }, text);
        const now = articleOf(changed);
        const first = writeSidecar(set, article);
        const id = article.identity.id();
        const oldTexts = (each: string) => (isAtHand && each === id ? text : undefined);
        const found = readSidecar(first, now, defaultSchema, oldTexts);
        const second = writeSidecar(found.set, now, { source: first, textId: id });
        const again = readSidecar(second, now, defaultSchema, oldTexts);
        assert.deepEqual(placesOf(again), placesOf(found));
        const third = writeSidecar(again.set, now, { source: second, textId: now.identity.id() });
        assert.equal(third, second);
      },
      200,
    );
  }
});

/** The spans of mentions and of the parts of quotes, whatever the order of those without a place. */
function placesOf({ set }: ReadSidecar): string[] {
  const parts = [
    ...set.mentions.map(({ target }) => [target.spans]),
    ...set.quotes.map(({ content, cue, speaker }) =>
      [content, cue?.target, speaker?.target].map((target) => target?.spans),
    ),
  ];
  return parts.map((each) => JSON.stringify(each)).sort();
}
