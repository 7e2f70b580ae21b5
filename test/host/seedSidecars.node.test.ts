import assert from 'assert';
import * as vscode from 'vscode';
import { spansOf } from '../../src/core/model/annotation';
import {
  cardsAt,
  describeReal,
  minister,
  placeName,
  placesOf,
  referencesFrom,
  removeRealArticles,
  spanOf,
  wordsAt,
  writeRealArticles,
  type RealArticles,
} from './support/realArticles';
import { ask } from './support/sidecars';
import { closeAll, sidecarOf } from './support/workbench';

describeReal('the sidecars of five real articles', () => {
  let articles: RealArticles;
  let sidecars: vscode.TextDocument[] = [];

  before(async () => {
    articles = await writeRealArticles();
    const opened = articles.all.map(({ uri }) => vscode.workspace.openTextDocument(sidecarOf(uri)));
    sidecars = await Promise.all(opened);
  });

  after(async () => {
    await closeAll();
    await removeRealArticles(articles);
  });

  /** The positions two code units into each place where a pattern matches. */
  const positions = (document: vscode.TextDocument, pattern: RegExp) =>
    Array.from(document.getText().matchAll(pattern), ({ index }) => document.positionAt(index + 2));

  it('lead by F12 from every quote to all its pieces in the text', async () => {
    for (const [number, document] of sidecars.entries()) {
      const each = articles.at(number);
      const kinds = positions(document, /(?<=^ {2}- )kind:/gm);
      assert.equal(kinds.length, each.set.quotes.length);
      for (const [index, position] of kinds.entries()) {
        const found = await ask<vscode.LocationLink[]>('DefinitionProvider', document, position);
        assert.deepEqual(
          found.map(({ targetUri, targetRange }) => placeName(targetUri, targetRange)),
          placesOf(each, spansOf(each.set.quotes[index]?.content)),
        );
      }
    }
  });

  it('have all references to the minister, found from his id in each of them', async () => {
    for (const document of sidecars) {
      const [id] = positions(document, new RegExp(`(?<=^ {2})${minister}:$`, 'gm'));
      assert.ok(id);
      assert.deepEqual(await referencesFrom(document, id), articles.ministerPlaces());
    }
  });

  it('show the passage of his first mention, and the figures of all five', async () => {
    for (const [number, document] of sidecars.entries()) {
      const each = articles.at(number);
      const record = document.getText().indexOf(`\n  ${minister}:`);
      const quoted = document.positionAt(document.getText().indexOf('exact: ', record) + 9);
      const card = await cardsAt(document, quoted);
      const [first] = each.set.mentions.filter(({ entity }) => entity === minister).map(spanOf);
      assert.ok(first);
      const { line } = each.document.positionAt(first.start);
      assert.match(card, new RegExp(`line ${String(line + 1)}\\b`));
      assert.ok(card.includes(`<strong>${wordsAt(each, first)}</strong>`), card);
      assert.ok(
        card.includes(`In 5 articles: mentions: ${String(articles.mentionsOf(minister))}`),
        card,
      );
    }
  });

  it('offer as a speaker whom they describe, and then who is in the other articles', async () => {
    const [document, { set }] = [sidecars[3], articles.at(3)];
    assert.ok(document);
    const [position] = positions(document, /(?<=speaker: \{ entity): /g);
    assert.ok(position);
    const { items } = await ask<vscode.CompletionList>(
      'CompletionItemProvider',
      document,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.deepEqual(labels.slice(0, set.entities.size), [...set.entities.keys()].sort());
    const others = new Set(articles.all.flatMap((each) => [...each.set.entities.keys()]));
    const [most] = [...others]
      .filter((id) => !set.entities.has(id))
      .sort((a, b) => articles.mentionsOf(b) - articles.mentionsOf(a));
    assert.ok(most !== undefined);
    const inArticles = articles.all.filter((each) => each.set.entities.has(most)).length;
    // Other tests have articles of the same places.
    const { detail = '' } = items[labels.indexOf(most)] ?? {};
    const [, mentions, among] = / · mentions: (\d+), articles: (\d+)$/.exec(detail) ?? [];
    assert.ok(Number(mentions) >= articles.mentionsOf(most), detail);
    assert.ok(Number(among) >= inArticles, detail);
  });
});
