import assert from 'node:assert/strict';
import { changedTexts } from '../../../../src/core/diff/changedTexts';
import { commitMessage } from '../../../../src/core/diff/commitMessage';
import { diffSets } from '../../../../src/core/diff/diffSets';
import { diffSidecars } from '../../../../src/core/diff/diffSidecars';
import { restoring } from '../../../../src/core/diff/restoring';
import { summaryOf } from '../../../../src/core/diff/summary';
import { summaryText } from '../../../../src/core/diff/summaryText';
import { trace } from '../../../../src/core/diff/trace';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply } from '../../../../src/core/model/change';
import type { ArticleFile } from '../../../../src/core/sidecar/articleFile';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import {
  articleOf,
  articleWithMark,
  entityOf,
  markedArticle,
  mentionOf,
  quoteOf,
  setOf,
} from '../../../support/builders';
import { nth } from '../../../support/marked';

function itemsOf(before: string, after: string, article?: ArticleFile, old?: ArticleFile) {
  const difference = diffSidecars(parseSource(before), parseSource(after), article, (id) =>
    old?.identity.matches(id) ? old.text.text : undefined,
  );
  return summaryOf(difference);
}

const said = (...versions: Parameters<typeof itemsOf>) => summaryText(itemsOf(...versions));

/** A name and the words of who speaks, marked in this order. */
const stories: Readonly<Record<string, string>> = {
  Italian: '⟦Nicolò Però⟧ sbuffa: «⟦Hanno detto “domani” tre volte⟧».\n',
  German: '⟦Käthe Öhler⟧ lacht: „⟦Er rief ‚los‘ und blieb‟⟧“.\n',
  Arabic: 'قالت ⟦سلمى الراوي⟧: «⟦قرأت “النهاية” أولا⟧».\n',
  Chinese: '⟦宋知秋⟧说:「⟦门上写着『推』,其实要拉⟧」。\n',
  emoji: '⟦🧑🏿‍🌾 Bé⟧: “⟦il 🌾 è ‘pronto’ 🎉⟧”.\n',
};

describe('what differs between sidecars', () => {
  for (const [script, source] of Object.entries(stories)) {
    const { text, spans, article } = markedArticle(source);
    const [name, words] = [nth(spans, 0), nth(spans, 1)];
    const written = text.slice(name.start, name.end);
    const person = entityOf(written, 'person', 'x');
    const all = setOf({
      entities: [person],
      mentions: [mentionOf('x', text, name)],
      quotes: [quoteOf(text, [words], { speaker: { entity: 'x' } })],
    });
    const sidecar = writeSidecar(all, article);

    it(`is said with names as they are written in ${script}`, () => {
      const sentence = `+1 entity, +1 mention of ${written}, +1 quote of ${written}`;
      assert.equal(said('', sidecar, article), sentence);
      assert.equal(said(sidecar, '', article), sentence.replaceAll('+', '−'));
    });

    it(`is nothing where an article in ${script} has other ends of line, a mark or more before it`, () => {
      const crlf = articleOf(text.replaceAll('\n', '\r\n'));
      assert.equal(said(sidecar, writeSidecar(all, crlf), crlf, article), '');
      const withMark = articleWithMark(text);
      assert.equal(said(sidecar, writeSidecar(all, withMark), withMark, article), '');
      const edited = markedArticle(`🆕 «»\n\n${source}`);
      const carried = setOf({
        entities: [person],
        mentions: [mentionOf('x', edited.text, nth(edited.spans, 0))],
        quotes: [quoteOf(edited.text, [nth(edited.spans, 1)], { speaker: { entity: 'x' } })],
      });
      const now = writeSidecar(carried, edited.article);
      assert.notEqual(now, sidecar);
      assert.equal(said(sidecar, now, edited.article, article), '');
    });

    it(`is taken back to the same bytes in ${script}`, () => {
      const after = setOf({
        entities: [{ ...person, name: `${written} 👀` }],
        quotes: [quoteOf(text, [name], { kind: 'indirect' })],
        extra: { 注: '«؟»' },
      });
      const change = restoring(diffSets(all, after), { before: all, after });
      assert.equal(writeSidecar(apply(change, after), article), sidecar);
    });
  }

  it('is a new name where only the code points of its letters are others', () => {
    const article = articleOf('Noé\n');
    const of = (name: string) =>
      writeSidecar(setOf({ entities: [entityOf(name, 'person', 'n')] }), article);
    const [one, two] = ['Noé'.normalize('NFC'), 'Noé'.normalize('NFD')];
    assert.equal(said(of(one), of(two), article), `${one} renamed to ${two}`);
  });
});

describe('the texts of what has changed in several scripts', () => {
  const { text, spans, article } = markedArticle(
    '«⟦Il\u00A0“⟦forse⟧”⟧», 说⟦林⟧, «⟦non\nè un 👍🏽⟧» ⟦قال⟧.\n',
  );
  const [whole, inner, lin, rest, cue] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
  assert.ok(whole && inner && lin && rest && cue);
  const names = { before: (id: string) => id, after: (id: string) => id };
  const texts = (before: AnnotationSet, after: AnnotationSet) =>
    diffSets(before, after).flatMap((each) =>
      each.change === 'changed' ? changedTexts(each, names) : [],
    );

  it('join the pieces of a quote, in one line, with the quotation marks in it', () => {
    const before = setOf({ quotes: [quoteOf(text, [whole])] });
    const parts = { cue: [cue], speaker: { spans: [lin] } };
    const after = setOf({ quotes: [quoteOf(text, [whole, rest], parts)] });
    assert.deepEqual(texts(before, after), [
      { part: 'words', before: '“Il “forse””', after: '“Il “forse” … non è un 👍🏽”' },
      { part: 'cue', before: 'none', after: '“قال”' },
      { part: 'speaker', before: 'none', after: '“林”' },
    ]);
  });

  it('give unknown keys and their values as a person has written them', () => {
    const mention = mentionOf('lin', text, lin);
    const of = (extra: Readonly<Record<string, unknown>>) =>
      setOf({ entities: [entityOf('林', 'person', 'lin')], mentions: [{ ...mention, extra }] });
    assert.deepEqual(texts(of({ ملاحظة: 'لا' }), of({ ملاحظة: 'نعم', '🏷️': ['「一」', '👩‍🚀'] })), [
      { part: 'ملاحظة', before: 'لا', after: 'نعم' },
      { part: '🏷️', before: 'none', after: '["「一」","👩‍🚀"]' },
    ]);
    assert.equal(
      said(writeSidecar(of({}), article), writeSidecar(of({ 注: 1 }), article), article),
      '1 mention changed',
    );
  });
});

describe('a message for a commit', () => {
  const article = articleOf('…\n');
  const message = (file: string, name: string) => {
    const entities = [entityOf(name, 'person', 'x')];
    const items = itemsOf('', writeSidecar(setOf({ entities }), article), article);
    const removed = [{ thing: 'mention', change: 'removed', count: 2, name } as const];
    return commitMessage(
      [{ name: file, isRemoved: false, items: [...items, ...removed] }],
      (s) => s,
    );
  };

  it('has names of files and of people in any script, with what would be a placeholder', () => {
    assert.equal(
      message('الجسر القديم.txt', '宋知秋'),
      'Annotate الجسر القديم.txt: +1 entity, −2 mentions of 宋知秋',
    );
    assert.equal(
      message('{changes}.txt', '$& {count}'),
      'Annotate {changes}.txt: +1 entity, −2 mentions of $& {count}',
    );
  });

  it('gives the totals where a name makes it one letter too long', () => {
    const start = 'Annotate 桥.txt: +1 entity, −2 mentions of ';
    const name = '山'.repeat(72 - start.length);
    assert.equal(message('桥.txt', name), start + name);
    assert.equal(message('桥.txt', `${name}山`), 'Annotate 桥.txt: −2 mentions, +1 entity');
  });
});

describe('annotations of words that stand many times', () => {
  const { text, spans } = markedArticle('⟦نعم⟧.\n\n'.repeat(4));
  const yes = entityOf('نعم', 'person', 'yes');
  const at = (index: number, extra?: Readonly<Record<string, unknown>>) => ({
    ...mentionOf('yes', text, nth(spans, index)),
    ...(extra && { extra }),
  });
  const before = setOf({ entities: [yes], mentions: [at(0), at(1), at(3)] });
  const after = setOf({ entities: [yes], mentions: [at(1), at(2), at(3, { 注: '👀' })] });

  it('are each traced to the one at its place', () => {
    const [second, third, last] = after.mentions;
    assert.ok(second && third && last);
    const traced = trace(new Map(after.mentions.map((each) => [each, each])), before, after);
    assert.deepEqual([...traced.same], [[second, at(1)]]);
    assert.deepEqual([...traced.changed], [[last, at(3)]]);
    assert.deepEqual([...traced.added], [third]);
  });

  it('come back and go one by one', () => {
    const only = (change: string) => {
      const meant = diffSets(before, after).filter((each) => each.change === change);
      return apply(restoring(meant, { before, after }), after).mentions;
    };
    assert.deepEqual(only('added'), [at(1), at(3, { 注: '👀' })]);
    assert.deepEqual(only('removed'), [at(0), at(1), at(2), at(3, { 注: '👀' })]);
    assert.deepEqual(only('changed'), [at(1), at(2), at(3)]);
  });
});
