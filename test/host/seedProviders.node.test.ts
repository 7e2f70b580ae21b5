import assert from 'assert';
import * as vscode from 'vscode';
import { extentOf, spansOf } from '../../src/core/model/annotation';
import { shortened } from '../../src/core/text/shortened';
import type { Span } from '../../src/core/text/span';
import { concordance, rows } from './support/concordances';
import {
  cardsAt,
  describeReal,
  home,
  into,
  minister,
  openRealArticles,
  placeName,
  placesOf,
  rangeOf,
  referencesFrom,
  referencesIn,
  removeRealArticles,
  spanOf,
  symbolsOf,
  wordsAt,
  writeRealArticles,
  type RealArticle,
  type RealArticles,
} from './support/realArticles';
import { ask } from './support/sidecars';
import { closeAll, eventually, hover, problems, read, run, sidecarOf } from './support/workbench';

const within = (around: Span, { start, end }: Span) => around.start <= start && end <= around.end;

/** All mentions but of boilerplate, in which others stand. */
const namesIn = ({ set }: RealArticle) =>
  set.mentions.filter(({ entity }) => set.entities.get(entity)?.type !== 'boilerplate');

/** How many rows a concordance has from these articles. */
const ownRows = (editor: vscode.TextEditor) =>
  rows(editor).filter((row) => row.startsWith(`${home}/`)).length;

describeReal('five real articles of one story', () => {
  let articles: RealArticles;
  const sources = () => Promise.all(articles.all.map(({ uri }) => read(sidecarOf(uri))));

  before(async () => {
    articles = await writeRealArticles();
  });

  afterEach(closeAll);

  after(() => removeRealArticles(articles));

  it('have no problems but the type that only projects with a schema have', async () => {
    await openRealArticles(articles);
    for (const { uri, set } of articles.all) {
      const types = [...set.entities.values()].map(({ type }) => type);
      const unknown = types.filter((type) => type === 'boilerplate').map(() => 'unknown-type');
      await eventually('the sidecar is checked', () => {
        const codes = problems(sidecarOf(uri)).map((problem) => problem.split(' ')[1]);
        assert.deepEqual(codes, unknown);
      });
      assert.deepEqual(problems(uri), []);
    }
  });

  it('lead by F12 from every name and every speaker to the record', async () => {
    await openRealArticles(articles);
    for (const each of articles.all) {
      const sidecar = await vscode.workspace.openTextDocument(sidecarOf(each.uri));
      const speakers = each.set.quotes.flatMap(({ speaker }) =>
        spansOf(speaker?.target).map((span) => ({ span, entity: speaker?.entity })),
      );
      const names = namesIn(each).map((mention) => ({
        span: spanOf(mention),
        entity: mention.entity,
      }));
      for (const { span, entity } of [...names, ...speakers]) {
        if (entity === undefined) continue;
        const [found] = await ask<vscode.LocationLink[]>(
          'DefinitionProvider',
          each.document,
          into(each, span),
        );
        assert.ok(found, placeName(each.uri, rangeOf(each, span)));
        assert.equal(found.targetUri.toString(), sidecar.uri.toString());
        assert.equal(sidecar.getText(found.targetSelectionRange), entity);
      }
    }
  });

  it('have all references to the minister, found from each of them', async () => {
    await openRealArticles(articles);
    for (const each of articles.all) {
      const [first] = referencesIn(each, minister);
      assert.ok(first);
      const found = await referencesFrom(each.document, into(each, first));
      assert.deepEqual(found, articles.ministerPlaces());
    }
  });

  for (const [what, id] of [
    ['another name', minister],
    ['another name and id', 'viktorovic-lavrov'],
  ] as const) {
    it(`give the minister ${what} by one act, and have their bytes back by another`, async () => {
      await vscode.window.showTextDocument(articles.at(4).uri);
      const before = articles.all.map(({ source }) => source);
      await run('renameEntity', { entity: minister, name: 'Sergej Viktorovič Lavrov', id });
      // A record with another id stands elsewhere in the file.
      const lines = (source = '') => (id === minister ? source : source.split('\n').sort());
      const renamed = (source: string) =>
        source
          .replace('name: Sergei Lavrov\n', 'name: Sergej Viktorovič Lavrov\n')
          .replaceAll(minister, id);
      assert.deepEqual((await sources()).map(lines), before.map(renamed).map(lines));
      await run('undo');
      assert.deepEqual(await sources(), before);
    });
  }

  it('have the minister in the list of symbols by his surname and by each spelling', async () => {
    const figures = `Person · mentions: ${String(articles.mentionsOf(minister))}, articles: 5`;
    await eventually('the surname finds him', async () => {
      assert.deepEqual(await symbolsOf('Lavrov'), [`Sergei Lavrov | ${figures}`]);
    });
    for (const spelling of ['Sergej Lavrov', 'Sergey Lavrov']) {
      assert.deepEqual(await symbolsOf(spelling), [`${spelling} | Sergei Lavrov · ${figures}`]);
    }
  });

  it('have an outline of quotes with their speakers, and in them what they mention', async () => {
    await openRealArticles(articles);
    const below = (symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] =>
      symbol.children.flatMap((child) => [child, ...below(child)]);
    for (const each of articles.all) {
      const { set, document } = each;
      const top = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document);
      const all = top.flatMap((symbol) => [symbol, ...below(symbol)]);
      assert.equal(all.length, set.mentions.length + set.quotes.length);
      const nameOf = (id: string) => set.entities.get(id)?.name ?? '';
      for (const { content, speaker } of set.quotes) {
        const extent = extentOf(content);
        assert.ok(extent);
        const range = rangeOf(each, extent);
        const quote = all.find(
          (symbol) => symbol.kind === vscode.SymbolKind.String && symbol.range.isEqual(range),
        );
        assert.ok(quote);
        const [words] = spansOf(speaker?.target);
        const name = speaker?.entity ? nameOf(speaker.entity) : words && wordsAt(each, words);
        assert.ok(quote.name.startsWith(`${shortened(name ?? '', 40)}: “`), quote.name);
        const mentioned = set.mentions.filter((mention) => within(extent, spanOf(mention)));
        assert.deepEqual(
          below(quote).map((symbol) => symbol.name),
          mentioned.map(({ entity }) => nameOf(entity)),
        );
      }
    }
  });

  it('highlight all that refers to the minister, and the parts of each quote', async () => {
    await openRealArticles(articles);
    for (const each of articles.all) {
      const highlights = async (span: Span) => {
        const found = await ask<vscode.DocumentHighlight[]>(
          'DocumentHighlights',
          each.document,
          into(each, span),
        );
        return found.map(({ range }) => placeName(each.uri, range));
      };
      const spans = referencesIn(each, minister);
      assert.ok(spans[0]);
      assert.deepEqual(await highlights(spans[0]), placesOf(each, spans));
      const introduced = new Set<number>();
      for (const { content, cue, speaker } of each.set.quotes) {
        const [said] = spansOf(cue?.target);
        // Words that introduce two quotes highlight the first.
        if (!said || introduced.has(said.start)) continue;
        introduced.add(said.start);
        const parts = [content, cue?.target, speaker?.target].flatMap(spansOf);
        assert.deepEqual((await highlights(said)).sort(), placesOf(each, parts).sort());
      }
    }
  });

  it('let a selection grow from a word to the name, the quote and the paragraph', async () => {
    await openRealArticles(articles);
    for (const each of articles.all) {
      const pieces = each.set.quotes.flatMap(({ content }) => spansOf(content));
      const names = namesIn(each).map(spanOf);
      const cases = names.flatMap((name) => {
        const piece = pieces.find((span) => within(span, name));
        return piece && /\s/.test(wordsAt(each, name)) ? [{ name, piece }] : [];
      });
      assert.ok(cases.length > 0, each.uri.path);
      const steps = await ask<vscode.SelectionRange[]>(
        'SelectionRangeProvider',
        each.document,
        cases.map(({ name }) => into(each, name)),
      );
      for (const [index, { name, piece }] of cases.entries()) {
        const all: vscode.Range[] = [];
        for (let step = steps[index]; step; step = step.parent) all.push(step.range);
        const [word = ''] = wordsAt(each, name).split(/\s/);
        const first = { start: name.start, end: name.start + word.length };
        const line = each.document.lineAt(into(each, name)).range;
        const wanted = [...[first, name, piece].map((span) => rangeOf(each, span)), line];
        const found = wanted.map((range) => all.findIndex((step) => step.isEqual(range)));
        assert.ok(
          found.every((at, i) => at >= 0 && (i === 0 || at >= (found[i - 1] ?? 0))),
          `${placeName(each.uri, rangeOf(each, name))}: ${found.join()}`,
        );
      }
    }
  });

  it('fold where boilerplate stands on several lines, and nowhere else', async () => {
    await openRealArticles(articles);
    const folded: number[] = [];
    for (const [number, each] of articles.all.entries()) {
      const boilerplate = each.set.mentions
        .filter((mention) => !namesIn(each).includes(mention))
        .map((mention) => rangeOf(each, spanOf(mention)))
        .filter(({ start, end }) => start.line < end.line);
      const found = await ask<vscode.FoldingRange[] | undefined>(
        'FoldingRangeProvider',
        each.document,
      );
      assert.deepEqual(
        (found ?? []).map(({ start, end, kind }) => [start, end, kind]),
        boilerplate.map(({ start, end }) => [
          start.line,
          end.line,
          vscode.FoldingRangeKind.Comment,
        ]),
      );
      if (boilerplate.length > 0) folded.push(number);
    }
    assert.deepEqual(folded, [2, 3]);
  });

  it('show of the minister how often all five have him, and of a quote who speaks', async () => {
    const editor = await vscode.window.showTextDocument(articles.at(4).uri);
    const figures = `In 5 articles: mentions: ${String(articles.mentionsOf(minister))}, quotes: ${String(articles.quotesOf(minister))}`;
    await eventually('the figures', async () => {
      const card = await hover(editor, 'Lavrov');
      assert.ok(card.includes(figures), card);
    });
    const said = articles
      .at(4)
      .set.quotes.find(({ speaker }) => speaker?.entity === 'dmitri-peskov');
    const [words] = spansOf(said?.content);
    assert.ok(words);
    const card = await cardsAt(editor.document, into(articles.at(4), words));
    assert.match(card, /Direct quote[^]*Speaker: Dmitri Peskov/);
  });

  it('have a row of a concordance for each mention of the minister, and each quote of his', async () => {
    const mentions = await concordance(`entity:${minister}`);
    assert.equal(ownRows(mentions), articles.mentionsOf(minister));
    const quotes = await concordance(`speaker:${minister}`);
    assert.equal(ownRows(quotes), articles.quotesOf(minister));
  });
});
