import assert from 'assert';
import * as vscode from 'vscode';
import { keepListed } from '../../src/features/concordance/listing';
import {
  closedArticle,
  concordance,
  isKnown,
  keywords,
  lenses,
  rows,
  selectRows,
} from './support/concordances';
import {
  acceptFirst,
  closeAll,
  eventually,
  hover,
  openArticle,
  putCursor,
  read,
  run,
  select,
  sidecarOf,
  until,
  uriOf,
  write,
} from './support/workbench';

/** What a sidecar says of Delfina Quarz: so many mentions by these words, and a quote. */
const delfina = (outlet: string, published: string, ...words: readonly string[]) => `article:
  title: Il molo
  outlet: ${outlet}
  published: ${published}
entities:
  delfina-quarz:
    name: Delfina Quarz
    type: person
    mentions:
${words.map((each) => `      - { exact: ${each} }`).join('\n')}
quotes:
  - kind: direct
    content:
      - { exact: Il molo zincato resta }
    speaker: { entity: delfina-quarz }
`;

describe('a concordance', () => {
  let first: vscode.Uri;
  let second: vscode.Uri;

  before(async () => {
    first = await closedArticle(
      'a.txt',
      'Il molo\n\nDelfina Quarz apre il molo. «Il molo zincato resta», dice la Quarz.\n',
      delfina('La Riva', '2024-03-05', 'Delfina Quarz', 'la Quarz'),
    );
    second = await closedArticle(
      'b.txt',
      'Per Delfina Quarz conta altro: «Il molo zincato resta».\r\nLe gru zincate no.\r\n',
      delfina('Eco', '2023-01-10', 'Delfina Quarz'),
    );
    await closedArticle('c.txt', 'Anche qui un molo zincato, e dei moli zincati.\n');
    await until('the index knows her', () => isKnown('Delfina Quarz', 2));
  });
  afterEach(closeAll);

  it('has all mentions of an entity, by article and place, aligned', async () => {
    const editor = await concordance('entity:delfina-quarz');
    assert.deepEqual(await keywords(editor, 3), ['Delfina Quarz', 'la Quarz', 'Delfina Quarz']);
    const [a, b, c] = rows(editor);
    assert.equal(
      a,
      'concordanza/a.txt:3|Il molo|Delfina Quarz|apre il molo. «Il molo zincato resta», dice la Qu…',
    );
    assert.match(b ?? '', /^concordanza\/a\.txt:3\|.*dice\|la Quarz\|\.$/);
    assert.match(c ?? '', /^concordanza\/b\.txt:1\|Per\|/);
    const bars = editor.document
      .getText()
      .split('\n')
      .slice(3, 6)
      .map((line) => [...line.matchAll(/│/g)].map(({ index }) => index));
    assert.deepEqual(bars[1], bars[0]);
    assert.deepEqual(bars[2], bars[0]);
    assert.equal(editor.document.lineAt(0).text, 'entity:delfina-quarz');
    assert.equal(editor.document.lineAt(1).text, 'Rows: 3 in 2 articles; searched: 2 articles');
  });

  it('has all quotes of a speaker, and words in them', async () => {
    const quotes = await concordance('speaker:delfina-quarz');
    assert.deepEqual(await keywords(quotes, 2), Array(2).fill('Il molo zincato resta'));
    const words = await concordance('zincato speaker:delfina-quarz outlet:eco');
    assert.deepEqual(await keywords(words, 1), ['zincato']);
  });

  it('has what a regular expression finds, also in articles without annotations, and goes by fields', async () => {
    assert.deepEqual(await keywords(await concordance('/zincat[oi]\\b/'), 4), [
      ...['zincato', 'zincato', 'zincato', 'zincati'],
    ]);
    assert.deepEqual(await keywords(await concordance('/zincat[aeo]/ date:2023'), 2), [
      ...['zincato', 'zincate'],
    ]);
    const none = await concordance('/zincat[aeo]/ date:1999');
    assert.equal(none.document.lineAt(1).text, 'Nothing found; searched: 0 articles');
  });

  it('is asked for at the cursor: of the entity, of who speaks, of the selected words', async () => {
    const { editor } = await openArticle(
      'Delfina Quarz dice: «Il molo zincato resta», e basta.\n',
      { sidecar: `chiosa: 1\n${delfina('Terza', '2022-01-01', 'Delfina Quarz')}` },
    );
    const title = () => vscode.window.activeTextEditor?.document.lineAt(0).text;
    putCursor(editor, 'Quarz');
    await run('concordance');
    await until('the entity', () => title() === 'entity:delfina-quarz');
    await vscode.window.showTextDocument(editor.document);
    const inQuote = editor.document.positionAt(editor.document.getText().indexOf('resta'));
    const again = await vscode.window.showTextDocument(editor.document);
    again.selection = new vscode.Selection(inQuote, inQuote);
    await run('concordance');
    await until('the speaker', () => title() === 'speaker:delfina-quarz');
    const third = await vscode.window.showTextDocument(editor.document);
    select(third, 'e basta');
    await run('concordance');
    await until('the words', () => title() === '"e basta"');
    const { mention } = { mention: { entity: 'delfina-quarz' } };
    await run('concordance', { kind: 'mention', mention });
    await until('a row of the sidebar', () => title() === 'entity:delfina-quarz');
    await vscode.workspace.fs.delete(sidecarOf(editor.document.uri));
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('is sorted by what the user says', async () => {
    const editor = await concordance('entity:delfina-quarz');
    await keywords(editor, 3);
    const places = () => rows(editor).map((row) => row.slice(12, 15));
    await run('sortConcordance', { order: 'date' });
    await eventually('the oldest first', () => {
      assert.deepEqual(places(), ['b.t', 'a.t', 'a.t']);
    });
    await run('sortConcordance', { order: 'keyword' });
    await eventually('by the words', () => {
      assert.deepEqual(places(), ['a.t', 'b.t', 'a.t']);
    });
    assert.ok((await lenses(editor)).includes('Order: the words themselves'));
    await run('sortConcordance', { order: 'left' });
    await eventually('by the words before', () => {
      // dice, molo, Per
      assert.deepEqual(
        rows(editor).map((row) => row.split('|')[2]),
        [...['la Quarz', 'Delfina Quarz', 'Delfina Quarz']],
      );
    });
  });

  it('leads to the text, and says whose it is', async () => {
    const editor = await concordance('entity:delfina-quarz outlet:"la riva"');
    await keywords(editor, 2);
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      new vscode.Position(4, 30),
    );
    assert.equal(definition?.targetUri.toString(), first.toString());
    assert.deepEqual(definition?.targetRange, new vscode.Range(2, 58, 2, 66));
    const card = await hover(editor, 'la Quarz');
    for (const words of ['Il molo', 'La Riva', '2024', 'Delfina Quarz', 'Person']) {
      assert.ok(card.includes(words), `${words}: ${card}`);
    }
    selectRows(editor, 1);
    await run('goToRow');
    const article = await until('the article is shown', () => {
      const now = vscode.window.activeTextEditor;
      return now?.document.uri.toString() === first.toString() ? now : undefined;
    });
    assert.equal(article.document.getText(article.selection), 'la Quarz');
  });

  it('says that articles have changed, and is run again only when the user says so', async () => {
    const editor = await concordance('entity:delfina-quarz');
    await keywords(editor, 3);
    const before = await read(sidecarOf(second));
    await write(sidecarOf(second), (before ?? '').replace('molo zincato', 'molo'));
    await write(
      sidecarOf(second),
      `chiosa: 1\n${delfina('Eco', '2023-01-10')}`.replace('mentions:\n', ''),
    );
    const isStale = async () => (await lenses(editor)).some((each) => each.includes('Run Again'));
    await until('it says so', isStale);
    assert.equal(rows(editor).length, 3);
    await run('runConcordanceAgain');
    await keywords(editor, 2);
    assert.ok(!(await isStale()));
    await write(sidecarOf(second), before ?? '');
    await until('it says so again', isStale);
  });

  it('says that a folder has come with an article in which there is something', async () => {
    // What is in there is no article.
    const before = uriOf('node_modules/arrivi');
    await write(vscode.Uri.joinPath(before, 'nuovi/e.txt'), 'Un molo sbucato.\n');
    const editor = await concordance('sbucato');
    await keywords(editor, 0);
    await vscode.workspace.fs.rename(before, uriOf('concordanza/arrivi'));
    await eventually('it says so', async () => {
      assert.ok((await lenses(editor)).some((each) => each.includes('Run Again')));
    });
    await run('runConcordanceAgain');
    assert.deepEqual(await keywords(editor, 1), ['sbucato']);
  });

  it('says that an article has come in which there is something, annotated or not', async () => {
    const editor = await concordance('nuovissimo');
    await write(uriOf('concordanza/d.txt'), 'Un molo nuovissimo.\n');
    await until('it says so', async () =>
      (await lenses(editor)).some((each) => each.includes('Run Again')),
    );
    await run('runConcordanceAgain');
    await keywords(editor, 1);
  });

  it('has its language from the moment that it is opened', async () => {
    const opened: string[] = [];
    const listening = vscode.workspace.onDidOpenTextDocument(({ uri, languageId }) => {
      if (uri.scheme === 'chiosa-concordance') opened.push(languageId);
    });
    const editor = await concordance('entity:delfina-quarz "Delfina/Quarz.txt"');
    listening.dispose();
    assert.deepEqual(opened, ['chiosa-concordance']);
    assert.match(editor.document.lineAt(1).text, /^Nothing found; searched: 2 articles$/);
  });

  it('looks for words in all articles, and says of which it cannot', async () => {
    const bare = uriOf('!binario.txt');
    await vscode.workspace.fs.writeFile(bare, new Uint8Array([0, 1, 2]));
    await write(uriOf('concordanza/segno.txt'), 'Smerigliato.\n');
    // Then both are known. What other tests have left may be left out already.
    await keywords(await concordance('smerigliato'), 1);
    const found = await concordance('zincati');
    assert.ok((await lenses(found)).some((title) => title.startsWith('Left out: ')));
    await acceptFirst(run('showLeftOutOfConcordance'));
    await until('it is opened', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputText && input.uri.toString() === bare.toString();
    });
    await vscode.window.showTextDocument(found.document);
    assert.deepEqual(await keywords(found, 1), ['zincati']);
    const said = /^Rows: 1 in 1 articles; searched: (\d+) articles$/.exec(
      found.document.lineAt(1).text,
    );
    assert.ok(Number(said?.[1]) > 3, found.document.lineAt(1).text);
    await vscode.workspace.fs.delete(bare);
  });

  it('has the articles looked up ahead, when the corpus is known and when others come', async () => {
    const [learned, changed] = [new vscode.EventEmitter<string>(), new vscode.EventEmitter<void>()];
    let asked = 0;
    const list = {
      now: () => Promise.resolve((asked += 1)).then(() => []),
      onDidChange: changed.event,
    };
    const keeping = keepListed({ onDidLearn: learned.event }, list);
    for (const key of ['a', 'b', 'c']) learned.fire(key);
    await until('it was asked once for all', () => asked === 1);
    changed.fire();
    await until('it was asked again', () => asked === 2);
    keeping.dispose();
  });

  it('is written as CSV', async () => {
    const editor = await concordance('entity:delfina-quarz');
    await keywords(editor, 3);
    const file = uriOf('concordanza/righe.csv');
    await run('exportConcordance', { to: file.toString() });
    const written = await until('the file is there', () => read(file));
    assert.ok(written.startsWith('\ufeffarticle,line,'));
    const lines = written.trim().split('\r\n');
    assert.equal(lines.length, 4);
    assert.match(lines[3] ?? '', /^concordanza\/b\.txt,1,4,17,Per,Delfina Quarz,/);
    assert.match(lines[3] ?? '', /,delfina-quarz,Delfina Quarz,person,,,,Il molo,Eco,2023-01-10,/);
  });

  it('says what is wrong with a query', async () => {
    const before = vscode.window.activeTextEditor;
    await run('concordance', { query: '/(/' });
    assert.equal(vscode.window.activeTextEditor, before);
  });
});
