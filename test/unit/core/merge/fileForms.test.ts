import assert from 'node:assert/strict';
import { isAsGitLeftIt, mergeVersions } from '../../../../src/core/merge/mergeVersions';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import {
  articleOf,
  articleWithMark,
  bytesOf,
  entityOf,
  markedArticle,
  mentionOf,
  quoteOf,
  setOf,
} from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { agreed, linesWith, mergedFrom } from '../../../support/merging';

describe('a merge of quotes in pieces and within quotes', () => {
  const { text, spans, article } = markedArticle(
    '«⟦La piazza⟧», dice Ivo a Lea, «⟦è di chi urla “⟦basta⟧”⟧». „⟦Nie⟧“, ruft Lea, „⟦wieder⟧“.\n',
  );
  const [head, tail, inner, never, again] = [0, 1, 2, 3, 4].map((i) => nth(spans, i));
  assert.ok(head && tail && inner && never && again);
  const sidecar = (...quotes: AnnotationSet['quotes']) => writeSidecar(setOf({ quotes }), article);

  it('keeps one of two pieces, the one in it and one behind apart', () => {
    const split = quoteOf(text, [head, tail]);
    const within = quoteOf(text, [inner], { kind: 'mixed' });
    const german = quoteOf(text, [never, again]);
    const source = agreed(
      [sidecar(split), sidecar(split, german), sidecar(split, within)],
      article,
    );
    assert.equal(source, sidecar(split, within, german));
    assert.deepEqual(linesWith('exact', source), [
      '- { exact: La piazza, prefix: "«", suffix: "», dice Ivo a Lea, «è di chi" }',
      '- { exact: "è di chi urla “basta”", prefix: "«La piazza», dice Ivo a Lea, «", suffix: "». „Nie“, ruft Lea, „wieder“." }',
      '- { exact: basta, prefix: "dice Ivo a Lea, «è di chi urla “", suffix: "”». „Nie“, ruft Lea, „wieder“." }',
      '- { exact: Nie, prefix: "Lea, «è di chi urla “basta”». „", suffix: "“, ruft Lea, „wieder“." }',
      '- { exact: wieder, prefix: "“basta”». „Nie“, ruft Lea, „", suffix: "“." }',
    ]);
  });

  it('leaves to decide where one side has split a quote and the other has cut it', () => {
    const cut = { start: tail.start, end: inner.start - ' “'.length };
    const { source, conflicts } = mergedFrom(
      [
        sidecar(quoteOf(text, [tail])),
        sidecar(quoteOf(text, [head, tail])),
        sidecar(quoteOf(text, [cut])),
      ],
      article,
    );
    const theirs =
      '{ content: [ { exact: è di chi urla, prefix: "«La piazza», dice Ivo a Lea, «", suffix: " “basta”». „Nie“, ruft Lea," } ] }';
    assert.equal(
      source,
      `${sidecar(quoteOf(text, [head, tail]))}    conflict: { theirs: ${theirs} }\n`,
    );
    assert.equal(conflicts.length, 1);
  });
});

describe('a merge of sidecars of files as editors leave them', () => {
  const { text, spans, article } = markedArticle(
    '⟦Zoë⟧ wartet.\n\n„⟦Gleich,\nsofort⟧“, sagt sie.\n',
  );
  const zoe = entityOf('Zoë');
  const all = setOf({
    entities: [zoe],
    mentions: [mentionOf(zoe.id, text, nth(spans, 0))],
    quotes: [quoteOf(text, [nth(spans, 1)])],
  });
  const base = writeSidecar(setOf({}), article);
  const ours = writeSidecar({ ...all, quotes: [] }, article);
  const theirs = writeSidecar(setOf({ quotes: all.quotes }), article);
  const both = writeSidecar(all, article);
  const crlf = (source: string) => source.replaceAll('\n', '\r\n');

  it('gives the same bytes for an article with CRLF', () => {
    assert.equal(agreed([base, ours, theirs], articleOf(crlf(text))), both);
  });

  it('names another file for a byte order mark or old ends of line, and places the same words', () => {
    for (const file of [articleWithMark(text), articleOf(text.replaceAll('\n', '\r'))]) {
      const id = file.identity.id();
      assert.notEqual(id, article.identity.id());
      assert.equal(
        agreed([base, ours, theirs], file, article),
        both.replace(article.identity.id(), id),
      );
    }
  });

  it('reads the old texts that git has with a byte order mark and CRLF', async () => {
    const old = articleWithMark(crlf(`Eil: ${text}`));
    const edited = marked('Eil: ⟦Zoë⟧ wartet.\n\n„⟦Gleich,\nsofort⟧“, sagt sie.\n');
    const parts = (quotes: AnnotationSet['quotes']) => ({
      entities: [zoe],
      mentions: [mentionOf(zoe.id, edited.text, nth(edited.spans, 0))],
      quotes,
    });
    const quotes = [quoteOf(edited.text, [nth(edited.spans, 1)])];
    const asked: string[] = [];
    const { source } = await mergeVersions(
      {
        base: parseSource(''),
        ours: parseSource(writeSidecar(setOf(parts([])), old)),
        theirs: parseSource(writeSidecar(setOf(parts(quotes)), old)),
      },
      article,
      (id) => {
        asked.push(id);
        return Promise.resolve(bytesOf(`\uFEFF${crlf(`Eil: ${text}`)}`));
      },
    );
    assert.deepEqual(asked, [old.identity.id()]);
    assert.equal(source, both);
  });

  it('keeps CRLF where ours has it, also in what theirs brings', () => {
    const tidy = ours.replace('name: Zoë', 'name: Zoë  # „Zoë“, nicht Zoe');
    assert.equal(
      agreed([crlf(base), crlf(tidy), theirs], article),
      crlf(both.replace('name: Zoë', 'name: Zoë  # „Zoë“, nicht Zoe')),
    );
  });

  it('brings comments in all scripts from a side with other ends of line', () => {
    const noted = theirs
      .replace('  - kind', '  # 核对 👩🏽‍🌾 — «così»\n  - kind')
      .replace(/(content:)$/m, '$1 # ملاحظة: راجع “النص”');
    for (const source of [noted, crlf(noted)]) {
      assert.equal(
        agreed([base, ours, source], article),
        both
          .replace('  - kind', '  # 核对 👩🏽‍🌾 — «così»\n  - kind')
          .replace(/(content:)$/m, '$1 # ملاحظة: راجع “النص”'),
      );
    }
  });

  it('is as git left it whatever the ends of line, but not where an accent is written otherwise', () => {
    const versions = { base: undefined, ours, theirs, names: { ours: '', theirs: '' } };
    assert.ok(isAsGitLeftIt(versions, [crlf(ours), crlf(theirs)]));
    assert.ok(!isAsGitLeftIt(versions, [ours.normalize('NFD'), theirs]));
  });
});

describe('a merge of keys that the format does not know', () => {
  const { text, spans, article } = markedArticle('Prezzo: 5\u00A0€ da ⟦Gül\u00A0Bahar⟧.\n');
  const gul = entityOf('Gül Bahar');
  const mention = mentionOf(gul.id, text, nth(spans, 0));
  const of = (extra: Readonly<Record<string, unknown>>, top: AnnotationSet['extra'] = {}) =>
    writeSidecar(
      setOf({ entities: [gul], mentions: [{ ...mention, extra }], extra: top }),
      article,
    );

  it('has those of both sides, in whatever script, and says a space that does not break', () => {
    const source = agreed(
      [of({ 来源: '本报' }), of({ 来源: '本报', ملاحظة: '«نعم»' }), of({ 来源: '通讯社' })],
      article,
    );
    assert.equal(source, of({ 来源: '通讯社', ملاحظة: '«نعم»' }));
    assert.deepEqual(linesWith('- {', source), [
      String.raw`- { exact: "Gül\u00a0Bahar", prefix: "Prezzo: 5\u00a0€ da ", suffix: ".", 来源: 通讯社, ملاحظة: "«نعم»" }`,
    ]);
  });

  it('leaves to decide what both have written, at the top too', () => {
    const { source, conflicts } = mergedFrom(
      [of({}, { '👀': 'a' }), of({}, { '👀': '”chiuso”' }), of({}, { '👀': '「閉」' })],
      article,
    );
    assert.equal(
      source,
      `${of({}, { '👀': '”chiuso”' })}conflict: { theirs: { "👀": "「閉」" } }\n`,
    );
    assert.equal(conflicts.length, 1);
  });

  it('takes a space that does not break for another letter than a space', () => {
    const priced = (price: string) => of({ prezzo: price });
    const { source } = mergedFrom([priced('5€'), priced('5 €'), priced('5\u00A0€')], article);
    assert.equal(
      source,
      priced('5 €').replace(/ }$/m, String.raw`, conflict: { theirs: { prezzo: "5\u00a0€" } } }`),
    );
  });
});
