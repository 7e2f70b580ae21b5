import assert from 'node:assert/strict';
import { parseQuery, textTerms } from '../../../../src/core/concordance/query';
import { hasAll, SearchedText } from '../../../../src/core/concordance/textSearch';
import { articleOf, articleWithMark } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

/** The marked spans of a text are what the one term finds. */
function finds(line: string, source: string): void {
  const { text, spans } = marked(source);
  const { query, mistake } = parseQuery(line);
  assert.ok(query, mistake?.code);
  const searched = new SearchedText(articleOf(text).text);
  assert.deepEqual([...searched.hitsOf(nth(textTerms(query), 0))], spans, line);
}

describe('SearchedText, for words', () => {
  it('finds whole words', () => {
    finds('porto', 'Il ⟦porto⟧, l’aeroporto e il ⟦porto⟧.');
    finds('ucraina', 'dell’⟦Ucraina⟧ e degli ucraini');
    finds('"port"', 'Portland, the ⟦Port⟧ of Dover and reports');
  });

  it('finds them in any case and with any accents, however these are written', () => {
    finds('perche', '⟦Perché⟧? ⟦PERCHÉ⟧! ⟦perche\u0301⟧.');
    finds('perché', 'e ⟦perche⟧ no');
    finds('ISTANBUL', '⟦İstanbul⟧ e ⟦Istanbul⟧');
    finds('οδος', 'Η ⟦ΟΔΌΣ⟧ αυτή');
  });

  it('takes any white space and any marks of one kind in a phrase', () => {
    finds('"ha detto"', 'Lo ⟦ha\n detto⟧, lo ⟦ha\u00a0detto⟧, lo ha ben detto');
    finds('"dell\'acqua"', '⟦dell’acqua⟧');
    finds('"«sì»"', 'un ⟦“sì”⟧ netto');
  });

  it('finds words in scripts without spaces, in Arabic, and beside pictures', () => {
    finds('港口', '记者在⟦港口⟧采访，⟦港口⟧很大');
    finds('الميناء', 'فتح ⟦الميناء⟧ أبوابه، والميناء كبير');
    finds('porto', '🚢⟦porto⟧👩‍👩‍👧');
    finds('👩‍👩‍👧', 'la ⟦👩‍👩‍👧⟧ qui');
  });

  it('finds nothing for what is not seen', () => {
    finds('"\u200b"', 'nulla\u200b qui');
  });

  it('counts in the LF text without a byte order mark', () => {
    const { text } = articleWithMark('Il mare.\r\nIl porto.\r\n');
    const searched = new SearchedText(text);
    assert.deepEqual(
      [...searched.hitsOf({ kind: 'words', words: 'porto' })],
      [{ start: 12, end: 17 }],
    );
  });
});

describe('SearchedText, for regular expressions', () => {
  it('finds what they match within each line', () => {
    finds('/port[oi]/', 'Il ⟦porto⟧ e i ⟦porti⟧,\nl’aero⟦porto⟧. Porto');
    finds('/porto/i', '⟦Porto⟧ e ⟦porto⟧');
    finds('/^\\w+/', '⟦Il⟧ porto\n⟦La⟧ nave');
    finds('/\\w+$/', 'Il ⟦porto⟧\nLa ⟦nave⟧');
    finds('/porto\\nnave/', 'porto\nnave');
  });

  it('count in whole characters', () => {
    finds('/./', '⟦😀⟧⟦é⟧');
    finds('/\\p{Lu}\\p{Ll}+/', 'a ⟦Èze⟧ e ⟦Łódź⟧');
  });

  it('find nothing where they match no character, and come to an end', () => {
    finds('/x*/', 'a⟦xx⟧b\n\n⟦x⟧');
    finds('/(?:)/', 'ab');
    finds('/$/', 'ab');
  });
});

describe('hasAll', () => {
  const has = (line: string, source: string) => {
    const { query, mistake } = parseQuery(line);
    assert.ok(query, mistake?.code);
    return hasAll(articleOf(source).text, textTerms(query));
  };

  it('is said of texts that have each of the terms', () => {
    assert.ok(has('porto /nav[ei]/', 'Il porto.\nLe navi.'));
    assert.ok(!has('porto /nav[ei]/', 'Il porto.'));
    assert.ok(!has('porto /nav[ei]/', 'Le navi.'));
    assert.ok(has('/nav[ei]/', 'Le navi.'));
  });

  it('takes words as the search does: whole, in any case, with any accents and white space', () => {
    assert.ok(has('perche "ha detto"', 'PERCHÉ lo ha\n\u00a0detto?'));
    assert.ok(!has('porto', 'L’aeroporto.'));
    assert.ok(!has('/porto\\nnave/', 'porto\nnave'));
    assert.ok(!has('"\u200b"', 'nulla\u200b qui'));
  });
});
