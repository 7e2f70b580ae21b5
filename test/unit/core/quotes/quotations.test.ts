import assert from 'node:assert/strict';
import { quotationsAt, quotationsIn, type Quotation } from '../../../../src/core/quotes/quotations';
import { marked, nth } from '../../../support/marked';
import { lfTexts } from '../../../support/random';
import { itHolds } from '../../../support/property';

const words = (text: string, { content }: Quotation) =>
  content.map(({ start, end }) => text.slice(start, end)).join(' ¶ ');
const all = (text: string) =>
  quotationsIn(text, { start: 0, end: text.length }).map((each) => words(text, each));

describe('quotationsIn', () => {
  const cases: readonly [text: string, ...contents: string[]][] = [
    ['ha detto “Non ora”.', 'Non ora'],
    ['a dit «\u00A0Pas maintenant\u00A0».', 'Pas maintenant'],
    ['a dit « Pas « non » maintenant ».', 'Pas « non » maintenant', 'non'],
    ['„Nicht jetzt“, sagte er.', 'Nicht jetzt'],
    ['„Nicht ‚jetzt‘“, sagte er.', 'Nicht ‚jetzt‘', 'jetzt'],
    ['»Nicht jetzt«, sagte er.', 'Nicht jetzt'],
    ['”Inte nu”, sa hon.', 'Inte nu'],
    ['»Inte nu», sa hon.', 'Inte nu'],
    ['"Not now," she said. "Later."', 'Not now,', 'Later.'],
    ["'Not now,' she said.", 'Not now,'],
    ['漁師は「先に『網』があった」と書く。', '先に『網』があった', '網'],
    ['他说：“我们”吧，“你们”。', '我们', '你们'],
    ['قال: «لن أعود».', 'لن أعود'],
    ['＂Non ora＂ dice.', 'Non ora'],
    ["''Non ora'', ha detto.", 'Non ora'],
    // Mistyped.
    ['ha detto “Non ora“, poi “Sì“.', 'Non ora', 'Sì'],
    ['ha detto ”Non ora“.', 'Non ora'],
    ['ha detto “ Non ora “, poi.', 'Non ora'],
    ['ha detto "Non ora”.', 'Non ora'],
    // Inside each other.
    ['“Disse: ‘no’”, e “sì”.', 'Disse: ‘no’', 'no', 'sì'],
    ['«Il “no” di Bani»', 'Il “no” di Bani', 'no'],
    ['“‘No’ di Bani”', '‘No’ di Bani', 'No'],
    ['il “piano di “Bani” è', 'piano di “Bani” è', 'Bani'],
    // Apostrophes, feet and inches.
    ["l’accordo dell'Ente non c’è, don't"],
    ['l’“accordo” e l\'"intesa"', 'accordo', 'intesa'],
    ["the '90s and the workers' party"],
    ['‘I don’t know,’ she said of the ’90s.', 'I don’t know,'],
    ["'the workers' party is over', he said", "the workers' party is over"],
    ['‘un po’ di tempo’, ha detto', 'un po’ di tempo'],
    ['5\'10" tall, a 55" screen'],
    // Left open.
    ['ha detto “Non ora.\nPoi basta.', 'Non ora.'],
    ['«Uno.\n\n«Due.\n\n«Tre», ha detto. «Sì»', 'Uno. ¶ Due. ¶ Tre', 'Sì'],
    ['«Uno.\n“Due”', 'Uno.', 'Due'],
    ['Non ora”, ha detto.'],
    ['«» “ ”'],
    [''],
  ];
  for (const [text, ...contents] of cases) {
    it(`finds ${String(contents.length)} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(all(text), contents);
    });
  }

  it('reads only the paragraphs that it must', () => {
    const text = '“Uno”.\n“Due”.\n“Tre”.\nFine.';
    const at = text.indexOf('Due');
    const found = quotationsIn(text, { start: at, end: at });
    assert.deepEqual(
      found.map((each) => words(text, each)),
      ['Due'],
    );
  });

  it('gives the marks too', () => {
    const { text, spans } = marked('ha detto ⟦«⟦Sì⟧»⟧.');
    const [found] = quotationsIn(text, { start: 0, end: text.length });
    assert.deepEqual([found?.outer, found?.content], [nth(spans, 0), [nth(spans, 1)]]);
  });

  itHolds('pieces lie within their marks, without white space around', lfTexts, (text) => {
    for (const { outer, content } of quotationsIn(text, { start: 0, end: text.length })) {
      for (const { start, end } of content) {
        assert.ok(outer.start < start && start < end && end <= outer.end);
        assert.equal(text.slice(start, end).trim(), text.slice(start, end));
      }
    }
  });
});

describe('quotationsAt', () => {
  const at = (source: string) => {
    const offset = source.indexOf('|');
    const text = source.replace('|', '');
    return quotationsAt(text, offset).map((each) => words(text, each));
  };

  it('gives the innermost first', () => {
    assert.deepEqual(at('“Disse: ‘n|o’”'), ['no', 'Disse: ‘no’']);
    assert.deepEqual(at('“Di|sse: ‘no’”'), ['Disse: ‘no’']);
  });

  it('counts the marks in', () => {
    assert.deepEqual(at('|“no”'), ['no']);
    assert.deepEqual(at('“no”|'), ['no']);
    assert.deepEqual(at('“no” |'), []);
  });

  it('finds one that began paragraphs before', () => {
    assert.deepEqual(at('«Uno.\n«Due.\n«Tr|e»'), ['Uno. ¶ Due. ¶ Tre']);
  });
});
