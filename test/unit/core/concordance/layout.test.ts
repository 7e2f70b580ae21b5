import assert from 'node:assert/strict';
import { displayWidth } from '../../../../src/core/concordance/displayWidth';
import { cellsOf, Layout } from '../../../../src/core/concordance/layout';
import { rowOf } from '../../../../src/core/concordance/row';
import { emptySet } from '../../../../src/core/model/annotationSet';
import { articleOf } from '../../../support/builders';
import { marked } from '../../../support/marked';

/** The lines of one row of each text, whose keyword is marked. */
function lines(sources: readonly (readonly [name: string, source: string])[]) {
  const cells = sources.map(([name, source]) => {
    const { text, spans } = marked(source);
    const row = rowOf({ spans }, { text: articleOf(text).text, set: emptySet }, 0);
    assert.ok(row);
    return cellsOf(row, name);
  });
  const layout = new Layout();
  for (const each of cells) layout.add(each);
  return cells.map((each) => layout.lineOf(each));
}

/** In which columns of an editor the separators of a line stand. */
function bars(line: string): number[] {
  return [...line.matchAll(/│/g)].map(({ index }) =>
    displayWidth(line.slice(0, index).replace(/[\u2068\u2069]/g, '')),
  );
}

describe('Layout', () => {
  it('aligns the columns of all rows, whatever they are written in', () => {
    const all = lines([
      ['riva.txt', 'Il vecchio ⟦porto⟧ chiude.'],
      ['notizie/港.txt', '记者在⟦港口⟧采访'],
      ['خبر.txt', 'فتح ⟦الميناء⟧ أبوابه'],
      ['e.txt', 'perche\u0301 👩‍👩‍👧 ⟦Il ministro degli Esteri⟧'],
      ['long.txt', `${'parola '.repeat(40)}⟦qui⟧${' parola'.repeat(40)}`],
    ]).map(({ text }) => text);
    const [first] = all.map(bars);
    assert.equal(first?.length, 3);
    for (const text of all) assert.deepEqual(bars(text), first, text);
    assert.match(all[0] ?? '', /^riva\.txt:1 +│ +Il vecchio │ porto +│ chiude\.$/);
  });

  it('says where the parts of a line stand', () => {
    const [line] = lines([['riva.txt', 'Il vecchio ⟦porto⟧ chiude.']]);
    assert.ok(line);
    assert.equal(line.text.slice(0, line.locationEnd), 'riva.txt:1');
    assert.equal(line.text.slice(line.keywordStart, line.keywordEnd), 'porto');
  });

  it('cuts long names at their start, long contexts at the far end, long keywords at their end', () => {
    const [line] = lines([
      [
        `${'cartella/'.repeat(9)}fine.txt`,
        `${'uno '.repeat(40)}⟦${'due '.repeat(40)}⟧${'tre '.repeat(40)}`,
      ],
    ]);
    assert.match(line?.text ?? '', /^….*fine\.txt:1 │ ….*uno │ due.*… │ tre.*…$/);
  });

  it('keeps words from right to left from turning what stands beside them', () => {
    const [line] = lines([['خبر.txt', 'فتح ⟦الميناء⟧ أبوابه']]);
    assert.ok(line);
    assert.equal(line.text.match(/\u2068/g)?.length, 4);
    assert.equal(line.text.match(/\u2069/g)?.length, 4);
    assert.equal(line.text.slice(line.keywordStart, line.keywordEnd), '\u2068الميناء\u2069');
    const [latin] = lines([['a.txt', 'Il ⟦porto⟧']]);
    assert.ok(!/[\u2068\u2069]/.test(latin?.text ?? ''));
  });
});
