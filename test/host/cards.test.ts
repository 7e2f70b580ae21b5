import assert from 'assert';
import * as vscode from 'vscode';
import {
  closeAll,
  configure,
  hover,
  openArticle,
  removeSchema,
  run,
  select,
  speakerHints,
  until,
  uriOf,
  write,
} from './support/workbench';

describe('the speaker behind a quote', () => {
  afterEach(async () => {
    await configure('speakerHints', undefined);
    await closeAll();
  });

  it('stands behind the marks that close the last piece, as name or in its own words', async () => {
    const { editor } = await openArticle(
      '“We wait,” said Orla Finn, “for rain.”\r\n«Va bene così», dice un passante.\r\n“No.”\r\n',
    );
    select(editor, 'Orla Finn');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'We wait,', 'for rain.');
    await run('annotateQuote');
    select(editor, 'Va bene così');
    await run('annotateQuote');
    select(editor, 'No.');
    await run('annotateQuote');
    await run('setSpeaker', { none: true });
    assert.deepEqual(await speakerHints(editor), ['1:39 — Orla Finn', '2:15 — un passante']);
  });

  it('knows the marks of German, Chinese and Arabic', async () => {
    const { editor } = await openArticle(
      '„Es regnet“, sagt Uwe Brandt.\n林晓说：“雨停了。”\nقالت سلمى: «الجسر مغلق».\n',
    );
    for (const [name, words, nth] of [
      ['Uwe Brandt', 'Es regnet', 1],
      ['林晓', '雨停了', 1],
      ['سلمى', 'الجسر مغلق', 1],
    ] as const) {
      select(editor, name);
      await run('annotateEntity', { type: 'person', exact: true });
      select(editor, [words, nth]);
      await run('annotateQuote', { exact: true });
    }
    assert.deepEqual(await speakerHints(editor), [
      '1:12 — Uwe Brandt',
      '2:11 — 林晓',
      '3:24 — سلمى',
    ]);
  });

  it('goes and comes with its setting, at once', async () => {
    const { editor } = await openArticle('“We wait,” said Orla Finn.\n');
    select(editor, 'We wait,');
    await run('annotateQuote');
    assert.deepEqual(await speakerHints(editor), ['1:11 — Orla Finn']);
    await configure('speakerHints', false);
    assert.deepEqual(await speakerHints(editor), []);
    await configure('speakerHints', undefined);
    assert.equal((await speakerHints(editor)).length, 1);
  });
});

describe('a hover card', () => {
  afterEach(async () => {
    await closeAll();
    await removeSchema();
  });

  it('says other spellings, and the last things that the person said', async () => {
    const { editor } = await openArticle(
      'Ilse Brakk: «Uno». Brakk: «Due». Brakk: «Tre». Poi la Brakk: «Quattro».\n',
    );
    select(editor, 'Ilse Brakk', ['Brakk', 2], ['Brakk', 3], ['Brakk', 4]);
    await run('annotateEntity', { type: 'person' });
    for (const words of ['Uno', 'Due', 'Tre', 'Quattro']) {
      select(editor, words);
      await run('annotateQuote');
      await run('setSpeaker', { entity: 'ilse-brakk' });
    }
    const card = await hover(editor, 'Ilse');
    assert.match(card, /\*\*Ilse Brakk\*\* · Person/);
    assert.match(card, /Mentions in this article: 4/);
    assert.match(card, /Also written: Brakk/);
    assert.deepEqual(
      [...card.matchAll(/^> (.*)$/gm)].map(([, said]) => said),
      ['Due', 'Tre', 'Quattro'],
    );
  });

  it('has the words of the article just as they are, whatever they mean in Markdown', async () => {
    const name = 'A*B_C `D` [E](http://f.g) <i>H</i> # J & K \\ L';
    const { editor } = await openArticle(`${name} parla.\n`, { name: 'odd.md' });
    select(editor, name);
    await run('annotateEntity', { type: 'organization', exact: true });
    const card = await hover(editor, 'B_C');
    const shown = card.replace(/\\([\\`*_{}[\]()#+\-.!~<>|&$])/g, '$1');
    assert.ok(shown.includes(`**${name}**`), card);
    assert.doesNotMatch(card, /(?<!\\)</);
  });

  it('has the addresses of its entity as links, and nothing else of what it says', async () => {
    await write(uriOf('chiosa.yaml'), 'attributes: { entity: { page: text, note: text } }\n');
    const page = 'https://example.org/brakk_(a)?b=c&d=*e*#f';
    const { editor } = await openArticle('Ilse Brakk parla.\n', {
      sidecar: `chiosa: 1
entities:
  ilse:
    name: Ilse Brakk
    type: person
    page: ${page}
    note: "javascript:[x](https://example.org)"
    mentions:
      - { exact: Ilse Brakk }
`,
    });
    const card = await until('the attributes are there', async () => {
      const shown = await hover(editor, 'Ilse');
      return shown.includes('note') ? shown : undefined;
    });
    assert.ok(card.includes(`](<${page}>)`), card);
    assert.ok(!card.includes('](https://example.org)'), card);
  });

  it('is that of the shortest mention, with those of all quotes around it', async () => {
    const { editor } = await openArticle('“Mi ha detto ‘il porto di Quelia è chiuso’ ieri.”\n');
    for (const words of ['Quelia', 'porto di Quelia']) {
      select(editor, words);
      await run('annotateEntity', { type: 'location', exact: true });
    }
    for (const words of [
      'il porto di Quelia è chiuso',
      'Mi ha detto ‘il porto di Quelia è chiuso’ ieri.',
    ]) {
      select(editor, words);
      await run('annotateQuote', { exact: true });
    }
    const all = (await hover(editor, 'Quelia')).split('---');
    // Who made it is said beside them.
    const cards = all.filter((card) => !card.includes('$(git-commit)'));
    assert.equal(cards.length, 3);
    assert.match(cards[0] ?? '', /\*\*Quelia\*\* · Location/);
    assert.match(await hover(editor, 'porto'), /\*\*porto di Quelia\*\*/);
  });

  it('stands at each place of a word with letters of several characters', async () => {
    const accent = 'Zo\u0065\u0301 Blac\u006b'; // é as two characters
    const { editor } = await openArticle(`🏗️ ${accent} 🌊 parla. E ${accent}!\n`);
    select(editor, [accent, 1], [accent, 2]);
    await run('annotateEntity', { type: 'person' });
    await until('it is read', async () => (await hover(editor, accent, 2)).includes('Person'));
    const { document } = editor;
    const rangeAt = async (offset: number) => {
      const [found] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(offset),
      );
      return found?.range && document.getText(found.range);
    };
    const start = document.getText().indexOf(accent);
    for (let i = 0; i < accent.length; i += 1) assert.equal(await rangeAt(start + i), accent);
    assert.equal(await rangeAt(start - 2), undefined);
    assert.equal(await rangeAt(start + accent.length + 2), undefined);
  });
});
