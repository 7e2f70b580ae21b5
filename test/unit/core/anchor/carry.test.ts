import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Carrier } from '../../../../src/core/anchor/carry';
import { trimmed } from '../../../../src/core/text/words';
import { ArticleText } from '../../../../src/core/text/articleText';
import type { Span } from '../../../../src/core/text/span';
import { movedBy } from '../../../support/movedBy';
import { markedOnce } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

/** Carries the marked span of a text into another one, and marks it there. */
function carried(before: string, after: string): string {
  const { text, span } = markedOnce(before);
  const now = new Carrier(text, after).carry(span);
  if (!now) return 'lost';
  return `${after.slice(0, now.start)}⟦${after.slice(now.start, now.end)}⟧${after.slice(now.end)}`;
}

/** Says that a span has gone where the marks of `after` are. */
function assertCarried(before: string, after: string): void {
  assert.equal(carried(before, markedOnce(after).text), after);
}

const lead = 'Il consorzio del porto ha presentato ieri sera il bilancio dell’anno scorso.';
const council =
  'Il consiglio di Rivalta si riunisce domani per votare sul nuovo mercato del pesce.';

describe('Carrier', () => {
  it('carries spans past words that were put in and taken out', () => {
    assertCarried(
      `${lead}\n\nLa sindaca ⟦Ada Errani⟧ tace.`,
      `Nuovo.\n\n${lead}\n\nLa sindaca ⟦Ada Errani⟧ tace.`,
    );
    assertCarried(`${lead} La sindaca ⟦Ada Errani⟧ tace.`, `${lead} ⟦Ada Errani⟧ per ora tace.`);
  });

  it('says the same of a span, whatever was asked before', () => {
    const [old, now] = ['\nRossi\nRoss', '\nRossi\noss'];
    const space = { start: 0, end: 1 };
    const carrier = new Carrier(old, now);
    carrier.carry({ start: 0, end: old.length });
    assert.deepEqual(carrier.carry(space), new Carrier(old, now).carry(space));
  });

  it('follows a paragraph that was moved', () => {
    assertCarried(
      `${lead} Lo dice ⟦Dino Norsa⟧.\n\n${council}\n\nFine.`,
      `${council}\n\nFine.\n\n${lead} Lo dice ⟦Dino Norsa⟧.`,
    );
  });

  it('follows words that were moved within their sentence', () => {
    assertCarried(
      'A Granara ⟦Lia Merzagora⟧ ha aperto ieri sera il mercato coperto, con tutta la giunta.',
      'A Granara ha aperto ieri sera ⟦Lia Merzagora⟧ il mercato coperto, con tutta la giunta.',
    );
  });

  it('grows with words put inside, and not with words at its ends', () => {
    assertCarried(
      'Ha detto: ⟦il ponte apre⟧. Poi basta.',
      'Ha detto: ⟦il ponte nuovo apre⟧. Poi basta.',
    );
    assertCarried(
      'Ha detto: ⟦il ponte apre⟧. Poi basta.',
      'Ha detto: sì, ⟦il ponte apre⟧ ora. Poi basta.',
    );
  });

  it('keeps a word that was replaced at the end of a span in it', () => {
    assertCarried(
      `${lead} Ha detto: ⟦“Il ponte apre domani mattina”⟧, poi basta.`,
      `${lead} Ha detto: ⟦“Il ponte apre domani sera”⟧, poi basta.`,
    );
  });

  it('knows mended and converted words again', () => {
    assertCarried('Parla il sindaco ⟦Lavorv⟧ di Rivalta.', 'Parla il sindaco ⟦Lavrov⟧ di Rivalta.');
    assertCarried('Lo dice l’⟦Autorita\u0300⟧ del porto.', "Lo dice l'⟦Autorità⟧ del porto.");
  });

  it('does not place what was deleted', () => {
    assert.equal(
      carried(`${lead} Lo dice ⟦Norsa⟧.\n\n${council}`, `${lead}\n\n${council}`),
      'lost',
    );
    assert.equal(
      carried('Parla il sindaco ⟦Rossi⟧ di Rivalta.', 'Parla il sindaco Bianchi di Rivalta.'),
      'lost',
    );
  });

  it('does not place what was deleted on a copy elsewhere', () => {
    const before = `${lead} Lo dice ⟦Norsa⟧ a tutti.\n\n${council} Norsa tace.`;
    assert.equal(carried(before, `${lead}\n\n${council} Norsa tace.`), 'lost');
  });

  it('does not follow words that took the place of others', () => {
    const name = 'Lia Merzagora del Consorzio Porti';
    assert.equal(
      carried(
        `${lead} Ne ha parlato ⟦${name}⟧ ieri sera in consiglio.\n\n${council} Poi ha parlato Dino Norsa a lungo.`,
        `${lead} Ne ha parlato qualcuno ieri sera in consiglio.\n\n${council} Poi ha parlato ${name} a lungo.`,
      ),
      'lost',
    );
  });

  it('leaves out a word that was moved away from the end of a span', () => {
    assertCarried(
      `${lead} Si sa dai pescatori che ⟦presto le barche da pesca tornano in mare⟧, dicono a Rivalta.`,
      `${lead} Si sa presto dai pescatori che ⟦le barche da pesca tornano in mare⟧, dicono a Rivalta.`,
    );
  });

  it('keeps both ends of a span that words were moved into', () => {
    assertCarried(
      `${lead} Si dice ⟦a Granara che Norsa⟧ resta in consiglio peraltro. ${council}`,
      `${lead} Si dice ⟦a Granara che peraltro Norsa⟧ resta in consiglio. ${council}`,
    );
  });

  it('keeps the mark of an abbreviation that ends a span now', () => {
    assertCarried(
      `${lead} Lo ha detto ieri ⟦la prof. Errani⟧ in consiglio. ${council}`,
      `${lead} Lo ha detto ieri ⟦la prof.⟧ in consiglio. ${council}`,
    );
  });

  it('keeps a word that was replaced at the end of a paragraph, before one that was moved away', () => {
    const said = 'Poi Norsa ha detto ai pescatori: ';
    const other = 'Domani si vota a Rivalta sul nuovo mercato del pesce, dopo mesi di attesa.';
    assertCarried(
      `${said}⟦“Il ponte nuovo apre domani”⟧\n\n${lead}\n\n${council}\n\n${other}`,
      `${lead}\n\n${said}⟦“Il ponte nuovo apre stasera”⟧\n\n${other}\n\n${council}`,
    );
  });

  it('keeps the few words that are left between two quotes that were taken out', () => {
    const before =
      '“Il mercato coperto apre in primavera, e chi vende il pesce avrà un banco suo,”';
    const behind = '“E chi non lo vende avrà una panchina per guardare gli altri che lo vendono.”';
    assertCarried(
      `${lead} ${before} dice ⟦Norsa⟧. ${behind}\n\n${council}`,
      `${lead} dice ⟦Norsa⟧.\n\n${council}`,
    );
  });

  it('does not follow a long name that took the place of another one', () => {
    const name = 'Ada Errani, la presidente del Comitato di Valdombra';
    const gone = carried(
      `${lead} Il ponte piace a ⟦${name}⟧, ed è bello.\n\n${council} Ne parla Dino Norsa a lungo.`,
      `${lead} Il ponte piace a tutti, ed è bello.\n\n${council} Ne parla ${name} a lungo.`,
    );
    assert.equal(gone, 'lost');
  });

  it('carries a span that reaches over the lines that differ', () => {
    assertCarried(
      `Uno.\n\nHa detto: ⟦“${lead}\n\nE poi.\n\n${council}”⟧\n\nFine.`,
      `Uno.\n\nHa detto: ⟦“${lead}\n\nE poi nulla.\n\n${council}”⟧\n\nFine.`,
    );
  });

  it('carries what stands before and behind the lines that differ', () => {
    assertCarried(`⟦Ada Errani⟧\n\n${lead}\n\nFine.`, `⟦Ada Errani⟧\n\n${council}\n\nFine.`);
    assertCarried(`${lead}\n\nFine, ⟦Ada Errani⟧.`, `${council}\n\nFine, ⟦Ada Errani⟧.`);
  });

  it('keeps a headline before paragraphs that were replaced', () => {
    const other = 'Domani si vota a Rivalta sul nuovo mercato del pesce, dopo mesi di attesa.';
    assertCarried(`⟦Norsa⟧ a Granara\n\n${lead}`, `⟦Norsa⟧ a Granara\n\n${other}`);
  });

  it('takes a sentence that was deleted for the whole sentence, where the next one begins alike', () => {
    assertCarried(
      `Gina Errani ha detto di sì al mercato. ⟦Gina Errani⟧ ha detto di no al ponte.`,
      '⟦Gina Errani⟧ ha detto di no al ponte.',
    );
    assert.equal(
      carried(
        '⟦Gina Errani⟧ ha detto di sì al mercato. Gina Errani ha detto di no al ponte.',
        'Gina Errani ha detto di no al ponte.',
      ),
      'lost',
    );
  });

  itHolds(
    'never fails, and places every span of a text in the same text',
    fc.tuple(lfTexts, lfTexts, stretches),
    ([text, other, stretch]) => {
      const span = spanAt(text, stretch);
      if (!span) return;
      const elsewhere = new Carrier(text, other).carry(span);
      assert.ok(!elsewhere || (0 <= elsewhere.start && elsewhere.end <= other.length));
      const words = text.slice(span.start, span.end);
      if (!/^[\p{L}\p{N}][^]*[\p{L}\p{N}]$/u.test(words)) return;
      const here = new Carrier(text, text).carry(span);
      assert.equal(here?.start, span.start);
    },
  );

  const edits = fc.array(fc.record({ at: fc.nat(1000), count: fc.nat(4), put: fc.nat(3) }), {
    minLength: 1,
    maxLength: 6,
  });
  itHolds(
    'agrees with spans that are moved with each of some edits, or does not guess',
    fc.record({
      length: fc.integer({ min: 30, max: 200 }),
      first: fc.nat(1000),
      count: fc.nat(7),
      edits,
    }),
    ({ length, first, count, edits: all }) => {
      const words = Array.from({ length }, (_, i) => word(i) + (i % 11 === 10 ? '.' : ''));
      const before = words.join(' ');
      const from = first % length;
      const span = spanOfWords(before, from, from + count);
      const { text, span: live } = edited(before, span, all);
      const now = new Carrier(before, text).carry(span);
      const isThere = ([a, b]: readonly [number, number]) => {
        if (a < 0 || b >= length) return false;
        const { start, end } = spanOfWords(before, a, b);
        return text.includes(before.slice(start, end));
      };
      const last = Math.min(from + count, length - 1);
      const isKept = isThere([from, last]);
      const hasContext = isThere([from - 8, last]) || isThere([from, last + 8]);
      if (isKept && (now !== undefined || hasContext)) assert.deepEqual(now, live);
      if (!words.slice(from, from + 1 + count).some((each) => text.split(' ').includes(each))) {
        assert.equal(now, undefined);
      }
    },
    2_000,
  );
});

/** A word that stands nowhere else, so that it is never open which one was edited. */
function word(number: number): string {
  const [first, second] = ['bcdfglmnprstvz', 'aeiou'];
  return `${first.charAt(number % 14)}${second.charAt(Math.floor(number / 14) % 5)}${number}`;
}

/** From one word to another, or to the last one. */
function spanOfWords(text: string, first: number, last: number): Span {
  const places = [...text.matchAll(/\S+/g)];
  const end = places[Math.min(last, places.length - 1)];
  return { start: places[first]?.index ?? 0, end: (end?.index ?? 0) + (end?.[0].length ?? 0) };
}

/** Takes words out and puts others in, and moves a span with each of these edits. */
function edited(
  before: string,
  span: Span,
  edits: readonly { readonly at: number; readonly count: number; readonly put: number }[],
): { readonly text: string; readonly span: Span | undefined } {
  let article = new ArticleText(before);
  let live: Span | undefined = span;
  let next = 1000;
  for (const { at, count, put } of edits) {
    const total = article.text.match(/\S+/g)?.length ?? 0;
    if (total === 0) break;
    const gone = spanOfWords(article.text, at % total, (at % total) + Math.max(0, count - 1));
    const edit = count === 0 ? { start: gone.start, end: gone.start } : gone;
    const written = Array.from({ length: put }, () => word((next += 1))).join(' ');
    const text = count === 0 && put > 0 ? `${written} ` : written;
    live = live && movedBy({ span: edit, length: text.length }, live);
    article = article.edited(edit, text);
  }
  return { text: article.text, span: live && trimmed(article.text, live) };
}
