import assert from 'node:assert/strict';
import { nameWithin } from '../../../../src/core/text/elision';
import { marked, nth } from '../../../support/marked';

/** The word is marked, and in it its name. */
const names: readonly string[] = [
  'il governo ⟦dell’⟦Ucraina⟧⟧',
  "il governo ⟦dell'⟦Ucraina⟧⟧",
  'il governo ⟦dell´⟦Ucraina⟧⟧',
  'le musée ⟦d’⟦Orsay⟧⟧',
  'il dit ⟦qu’⟦Emmanuel⟧⟧ viendra',
  'porta ⟦d’un’⟦Europa⟧⟧ nuova',
  'el port ⟦d’⟦Olot⟧⟧',
  '⟦L’⟦Ucraina⟧⟧ resiste',
  'È tardi. ⟦L’⟦Ucraina⟧⟧ resiste',
  'Dice: “⟦Nell’⟦Ucraina⟧⟧ resiste”',
  'LA CRISI ⟦DELL’⟦UCRAINA⟧⟧',
  'con Massimo ⟦⟦D’Alema⟧⟧',
  '⟦⟦D’Alema⟧⟧ non risponde',
  '⟦⟦N’Golo⟧⟧ a marqué',
  'IL RITORNO DI ⟦⟦D’ALEMA⟧⟧',
  'il senatore ⟦⟦Dell’Utri⟧⟧',
  'su ⟦⟦L’Espresso⟧⟧ di oggi',
  'Mr ⟦⟦O’Neil⟧⟧ said',
  'a ⟦⟦Sant’Egidio⟧⟧',
  'in ⟦⟦Val-d’Oise⟧⟧',
  'signor ⟦⟦Zelens’kyj⟧⟧',
  'il gruppo ⟦⟦al-Qa’ida⟧⟧',
  'as ⟦⟦Lavrov⟧’s⟧ plane',
  "as ⟦⟦Lavrov⟧'s⟧ plane",
  "MOSCOW: ⟦⟦LAVROV⟧'S⟧ PLANE",
  'the ⟦⟦U.S.⟧’s⟧ reply',
  'alla ⟦⟦Zanichelli⟧⟧',
];

describe('nameWithin', () => {
  for (const source of names) {
    it(`is marked in ${source}`, () => {
      const { text, spans } = marked(source);
      assert.deepEqual(nameWithin(text, nth(spans, 0)), nth(spans, 1));
    });
  }
});

describe('nameWithin, of a word with a capital article', () => {
  /** The name in `L’Ucraina` behind these words. */
  const behind = (before: string, word = 'L’Ucraina') => {
    const text = `${before}${word} resiste`;
    const { start, end } = nameWithin(text, {
      start: before.length,
      end: before.length + word.length,
    });
    return text.slice(start, end);
  };

  it('leaves the article out where a sentence or a quotation begins', () => {
    const ends = [
      '. ',
      '! ',
      '? ',
      '… ',
      ': ',
      '.” ',
      '?“ ',
      '!" ',
      '.» ',
      '.’ ',
      '.) ',
      '.] ',
      '.»)  ',
    ];
    const marks = [...Array.from('"“”„‟«»‹›「『‘\'([')];
    const dashes = ['- ', '– ', '— ', '• ', '—  '];
    const lines = ['\n', '\n  ', 'Kiev.\n\n', '\n\t'];
    for (const before of [...ends.map((mark) => `Ieri no${mark}`), ...marks, ...dashes, ...lines]) {
      assert.equal(behind(before), 'Ucraina', JSON.stringify(before));
      assert.equal(behind(`Ieri a Kiev, e non prima, ${before}`), behind(before), before);
    }
  });

  it('takes it for a part of the name elsewhere', () => {
    for (const before of [
      'su ',
      'su, ',
      'ieri; ',
      'a\u00a0',
      '10 ',
      'l’ex ',
      'su -',
      'e “sì” ',
      'ieri\t',
    ]) {
      const within = `Ha scritto molto a lungo ${before}`;
      assert.equal(behind(within), 'L’Ucraina', JSON.stringify(before));
    }
  });

  it('takes a word at the very start of a text for the first of a sentence, and none behind it', () => {
    assert.equal(behind(''), 'Ucraina');
    assert.equal(behind('a '), 'L’Ucraina');
    assert.equal(behind('con lui '), 'L’Ucraina', 'eight code units on');
    assert.equal(behind('con loro '), 'L’Ucraina');
  });

  it('goes by the capitals of the very word', () => {
    assert.equal(behind('su ', 'DELL’UCRAINA'), 'UCRAINA');
    assert.equal(behind('su ', 'Dell’UCRAINA'), 'Dell’UCRAINA', 'a name with capitals: Dell’UTRI');
    assert.equal(behind('su ', 'DELL’Ucraina'), 'DELL’Ucraina');
    assert.equal(behind('su ', 'L’ÉE'), 'ÉE');
    assert.equal(
      behind('su ', 'L’E\u0301LYSE\u0301E'),
      'E\u0301LYSE\u0301E',
      'with accents of their own',
    );
    assert.equal(behind('su ', 'L’A2A'), 'A2A');
    assert.equal(behind('su ', 'DELL’ALL’UCRAINA'), 'UCRAINA');
  });

  it('leaves no word out that is none of the list', () => {
    for (const word of ['ex’Ucraina', 'mc’Ucraina', 'sant’Ucraina', 'Xx’Ucraina']) {
      assert.equal(behind('', word), word);
    }
    for (const word of [
      'un’Ucraina',
      'quest’Ucraina',
      'nient’Ucraina',
      'lorsqu’Ucraina',
      'entr’Ucraina',
    ]) {
      assert.equal(behind('con ', word), 'Ucraina', word);
    }
  });
});
