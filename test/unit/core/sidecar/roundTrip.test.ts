import assert from 'node:assert/strict';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { severityOf } from '../../../../src/core/check/problem';
import { defaultSchema } from '../../../../src/core/model/schema';
import { articleOf, mentionOf, setOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { trapNames } from '../../../support/random';
import { annotatedArticles } from '../../../support/randomSets';

describe('a sidecar', () => {
  itHolds('survives writing and reading exactly', annotatedArticles, ({ article, set }) => {
    const source = writeSidecar(set, article);
    const read = readSidecar(source, article, defaultSchema);
    assert.deepEqual(read.set, set);
    assert.ok(read.writable);
    const errors = read.problems.filter(({ code }) => severityOf(code) === 'error');
    const expected = ['anchor-lost', 'unknown-entity'];
    assert.ok(
      errors.every(({ code }) => expected.includes(code)),
      source,
    );
    assert.equal(writeSidecar(set, article), source);
    const { textId = '' } = read;
    assert.equal(writeSidecar(read.set, article, { source, textId }), source);
  });

  itHolds(
    'has one line for each annotation, none of them folded',
    annotatedArticles,
    ({ article, set }) => {
      const source = writeSidecar(set, article);
      const lines = source.split('\n');
      assert.equal(lines.filter((line) => /^ {6}- /.test(line)).length, linesOf(set));
      assert.ok(source.endsWith('\n') && !/[\r\t]/.test(source));
      // Nothing that YAML forbids, or that an editor would take for the end of a line.
      assert.doesNotMatch(source, /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u);
    },
  );

  it('can say any name: as a name, an id, a title, words, and a key and value of its own', () => {
    for (const name of trapNames.filter((each) => each !== '__proto__')) {
      // An article cannot hold all that a name can.
      const article = articleOf(
        `Il ${name.replaceAll('\u0000', 'x').replaceAll(/\p{Cs}/gu, 'x')} è qui.`,
      );
      const { text } = article.text;
      const set = setOf({
        article: { title: name, extra: { [`x ${name}`]: name } },
        entities: [{ id: name, name, type: name, extra: { [`x ${name}`]: { [name]: name } } }],
        mentions: [mentionOf(name, text, { start: 3, end: text.length - 7 })],
        extra: { [`x ${name}`]: [name, { [name]: name }] },
      });
      const source = writeSidecar(set, article);
      const read = readSidecar(source, article, defaultSchema);
      assert.deepEqual(read.set, set, source);
      assert.ok(read.writable, source);
    }
  });
});

/** How many mentions and pieces of quotes a set has. */
function linesOf({ mentions, quotes }: Parameters<typeof writeSidecar>[0]): number {
  return mentions.length + quotes.reduce((sum, { content }) => sum + content.selectors.length, 0);
}
