import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import {
  articleOf,
  entityOf,
  markedArticle,
  mentionOf,
  quoteOf,
  setOf,
} from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { agreed, linesWith, mergedFrom } from '../../../support/merging';

/** A name, the words of who speaks, how they are told and a second name, marked in this order. */
const stories: Readonly<Record<string, string>> = {
  Italian:
    'La vicesindaca ⟦Noemi Calò⟧ apre l’orto.\n\n«⟦Chi ha detto “non cresce nulla” venga a vedere⟧», ⟦ride⟧ con ⟦Tobia Però⟧.\n',
  English:
    'Gardener ⟦Maeve O’Dorran⟧ lost her key.\n\n“⟦My son said ‘look under the mat’ twice⟧”, she ⟦told⟧ ⟦Chloë Pruitt⟧.\n',
  German:
    'Die Försterin ⟦Änne Grüßdorf⟧ zählt Eulen.\n\n„⟦Wer ‚Uhu‘ ruft, hört zwölf⟧“, ⟦erklärt⟧ sie ⟦Jörg Söhnlein⟧.\n',
  Arabic:
    'زرعت المعلمة ⟦هدى الكيلاني⟧ زيتونة في الساحة.\n\n«⟦سمعتهم يقولون “لن تنمو” فسقيتها⟧»، ⟦قالت⟧ أمام ⟦نديم شرف⟧.\n',
  Chinese:
    '面包师⟦温若兰⟧今早送出一百个馒头。\n\n「⟦邻居说『太咸』,我就少放盐⟧」,她⟦告诉⟧⟦段青山⟧。\n',
  emoji:
    'Il gelato di ⟦👩🏽‍🍳 Zoé⟧ piace a 🇮🇹 e 🇩🇪.\n\n“⟦Lo 🍦 è 👍🏿, non 👎⟧”, ⟦scrive⟧ a ⟦👨‍👩‍👧‍👦 Casa Lumi⟧.\n',
};

describe('a merge of sidecars', () => {
  for (const [script, source] of Object.entries(stories)) {
    const { text, spans, article } = markedArticle(source);
    const [first, words, cue, last] = [0, 1, 2, 3].map((i) => nth(spans, i));
    assert.ok(first && words && cue && last);
    const [one, other] = [first, last].map(({ start, end }) =>
      entityOf(text.slice(start, end), 'person'),
    );
    assert.ok(one && other);
    const mention = mentionOf(one.id, text, first);
    const further = mentionOf(other.id, text, last);
    const sidecar = (set: AnnotationSet) => writeSidecar(set, article);
    const base = sidecar(setOf({ entities: [one], mentions: [mention] }));

    it(`has what both sides have added in ${script}, whoever is ours`, () => {
      const quote = quoteOf(text, [words], { cue: [cue], speaker: { entity: one.id } });
      const ours = sidecar(setOf({ entities: [one], mentions: [mention], quotes: [quote] }));
      const theirs = sidecar(setOf({ entities: [one, other], mentions: [mention, further] }));
      const both = setOf({
        entities: [one, other],
        mentions: [mention, further],
        quotes: [quote],
      });
      assert.equal(agreed([base, ours, theirs], article), sidecar(both));
      assert.equal(agreed([base, theirs, ours], article), sidecar(both));
    });

    it(`joins what the sides say of two parts of one quote in ${script}`, () => {
      const of = (parts: Parameters<typeof quoteOf>[2]) =>
        sidecar(setOf({ entities: [one], quotes: [quoteOf(text, [words], parts)] }));
      const speaker = { entity: one.id };
      assert.equal(
        agreed([of({}), of({ cue: [cue] }), of({ speaker })], article),
        of({ cue: [cue], speaker }),
      );
    });

    it(`carries what one side has added, and not what the other has removed, over to an edited article in ${script}`, () => {
      const edited = markedArticle(`⚡️ 2\n\n${source}\n…\n`);
      const places = edited.spans.map((span) => span.start);
      assert.deepEqual(
        places,
        spans.map((span) => span.start + '⚡️ 2\n\n'.length),
      );
      const ours = sidecar(setOf({ entities: [one] }));
      const theirs = sidecar(setOf({ entities: [one, other], mentions: [mention, further] }));
      assert.equal(
        agreed([base, ours, theirs], edited.article, article),
        writeSidecar(
          setOf({
            entities: [one, other],
            mentions: [mentionOf(other.id, edited.text, nth(edited.spans, 3))],
          }),
          edited.article,
        ),
      );
    });

    it(`keeps what stands nowhere in ${script}, as it was written and with the id of its text`, () => {
      const empty = articleOf('—\n');
      const theirs = sidecar(setOf({ entities: [one, other], mentions: [mention, further] }));
      const id = article.identity.id();
      const kept = theirs
        .replace(`text: ${id}`, `text: ${empty.identity.id()}`)
        .replaceAll(/ }$/gm, `, text: ${id} }`);
      assert.equal(agreed([base, base, theirs], empty), kept);
    });
  }
});

describe('a merge of names in one code point and in two', () => {
  const composed = 'Noé';
  const decomposed = composed.normalize('NFD');
  const { text, spans, article } = markedArticle(
    `⟦${composed}⟧ e ⟦${decomposed}⟧ sono scritti così.\n`,
  );
  const noe = entityOf(composed, 'person', 'noe');
  const sidecar = (set: AnnotationSet) => writeSidecar(set, article);
  const mentions = spans.map((span) => mentionOf(noe.id, text, span));

  it('keeps the mentions of both, each with its own letters', () => {
    const of = (...indices: number[]) =>
      sidecar(setOf({ entities: [noe], mentions: indices.map((i) => nth(mentions, i)) }));
    const source = agreed(['', of(1), of(0)], article);
    assert.equal(source, of(0, 1));
    assert.deepEqual(linesWith('- {', source), [
      `- { exact: ${composed}, suffix: " e ${decomposed} sono scritti così." }`,
      `- { exact: ${decomposed}, prefix: "${composed} e ", suffix: " sono scritti così." }`,
    ]);
  });

  it('has the name of the side that has changed it, and nothing else of it', () => {
    const of = (name: string) => sidecar(setOf({ entities: [{ ...noe, name }], mentions }));
    const [base, theirs] = [of(composed), of(decomposed)];
    const ours = base.replace('type: person', 'type: organization');
    assert.equal(
      agreed([base, ours, theirs], article),
      theirs.replace('type: person', 'type: organization'),
    );
  });

  it('leaves to decide between the two where each side has written one of them', () => {
    const of = (name: string) => sidecar(setOf({ entities: [{ ...noe, name }], mentions }));
    const { source, conflicts } = mergedFrom([of('Noe'), of(composed), of(decomposed)], article);
    assert.equal(source, `${of(composed)}    conflict: { theirs: { name: ${decomposed} } }\n`);
    assert.equal(conflicts.length, 1);
  });

  it('takes a label in the other form for another label', () => {
    const of = (...labels: string[]) => sidecar(setOf({ article: { labels } }));
    assert.equal(
      agreed([of('a'), of('a', composed), of('a', decomposed)], article),
      of('a', decomposed, composed),
      'an e stands before an é',
    );
  });
});

describe('a merge of labels', () => {
  it('orders new ones by code points, so that emoji stand behind all letters', () => {
    const article = articleOf('x\n');
    const of = (...labels: string[]) => writeSidecar(setOf({ article: { labels } }), article);
    assert.equal(
      agreed([of('zona'), of('zona', '👀', '字'), of('zona', 'ﬁne', 'نص', '👀')], article),
      of('zona', 'نص', '字', 'ﬁne', '👀'),
    );
  });
});

describe('a merge at surrogate pairs', () => {
  const { text, spans, article } = markedArticle('Ecco ⟦👩🏽‍🚒⟧⟦👨🏻‍🚒⟧⟦🚒⟧ a 𠮷野家.\n');
  const crew = entityOf('🚒', 'organization', 'crew');
  const mentions = spans.map((span) => mentionOf(crew.id, text, span));
  const of = (...indices: number[]) =>
    writeSidecar(
      setOf({ entities: [crew], mentions: indices.map((i) => nth(mentions, i)) }),
      article,
    );

  it('tells apart emoji that touch, and that have code points in common', () => {
    const source = agreed([of(1), of(0, 1), of(1, 2)], article);
    assert.equal(source, of(0, 1, 2));
    assert.deepEqual(linesWith('- {', source), [
      String.raw`- { exact: "👩🏽\u200d🚒", prefix: "Ecco ", suffix: "👨🏻\u200d🚒🚒 a 𠮷野家." }`,
      String.raw`- { exact: "👨🏻\u200d🚒", prefix: "Ecco 👩🏽\u200d🚒", suffix: "🚒 a 𠮷野家." }`,
      String.raw`- { exact: "🚒", prefix: "Ecco 👩🏽\u200d🚒👨🏻\u200d🚒", suffix: " a 𠮷野家." }`,
    ]);
  });

  it('has the place of one side and a further key of the other', () => {
    const [family, alone] = [nth(spans, 0), nth(spans, 1)];
    const at = (start: number, end: number, extra?: Readonly<Record<string, unknown>>) =>
      writeSidecar(
        setOf({
          entities: [crew],
          mentions: [{ ...mentionOf(crew.id, text, { start, end }), ...(extra && { extra }) }],
        }),
        article,
      );
    const base = at(family.start, family.end);
    const ours = at(family.start, alone.end);
    const theirs = at(family.start, family.end, { 注: '👩🏽‍🚒?' });
    assert.equal(agreed([base, ours, theirs], article), at(family.start, alone.end, { 注: '👩🏽‍🚒?' }));
  });

  it('says where a conflict is in code units, behind emoji in its line', () => {
    const noted = (note: string) => of(0).replace(/ }$/m, `, 🏷️: ${note} }`);
    const { source, conflicts } = mergedFrom([noted('a'), noted('b'), noted('c')], article);
    const [line] = linesWith('conflict', source);
    assert.equal(
      line,
      String.raw`- { exact: "👩🏽\u200d🚒", prefix: "Ecco ", suffix: "👨🏻\u200d🚒🚒 a 𠮷野家.", "🏷️": b, conflict: { theirs: { "🏷️": c } } }`,
    );
    const row = source.split('\n').findIndex((each) => each.includes('conflict'));
    const [found] = conflicts;
    assert.deepEqual(found?.range.start, {
      line: row,
      column: source.split('\n')[row]?.indexOf('{ theirs'),
    });
  });
});

describe('a merge of words that stand many times', () => {
  const paragraph = '「⟦好⟧!」\n\n';
  const { text, spans, article } = markedArticle(paragraph.repeat(5));
  const good = entityOf('好', 'person', 'hao');
  const sidecar = (where: ReturnType<typeof marked>, ...indices: number[]) =>
    writeSidecar(
      setOf({
        entities: [good],
        mentions: indices.map((i) => mentionOf(good.id, where.text, nth(where.spans, i))),
      }),
      articleOf(where.text),
    );
  const of = (...indices: number[]) => sidecar({ text, spans }, ...indices);

  it('counts each of them, those that come and the one that goes', () => {
    const source = agreed([of(1, 2), of(0, 1, 2), of(1, 4)], article);
    assert.equal(source, of(0, 1, 4));
    assert.deepEqual(linesWith('- {', source), [
      '- { exact: 好, prefix: "「", suffix: "!」", occurrence: 1 }',
      '- { exact: 好, prefix: "「", suffix: "!」", occurrence: 2 }',
      '- { exact: 好, prefix: "「", suffix: "!」", occurrence: 5 }',
    ]);
  });

  it('has one where both sides have added the same', () => {
    assert.equal(agreed([of(3), of(0, 3), of(0, 3, 4)], article), of(0, 3, 4));
  });

  it('counts anew in an article that has lost the first of them', () => {
    const now = marked(`先生来了。\n\n${paragraph.repeat(4)}`);
    const before = markedArticle(`${paragraph}先生来了。\n\n${paragraph.repeat(4)}`);
    const old = (...indices: number[]) => sidecar(before, ...indices);
    assert.equal(
      agreed([old(1), old(1, 2), old(1, 4)], articleOf(now.text), before.article),
      sidecar(now, 0, 1, 3),
    );
  });

  it('tells them apart by their numbers where there is no article', () => {
    assert.equal(agreed([of(1), of(0, 1), of(1, 4)], undefined), of(0, 1, 4));
  });
});
