import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { rewriteSidecar } from '../../../../src/core/sidecar/rewrite';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { annotateMentions } from '../../../../src/core/edit/mentionEdits';
import { apply } from '../../../../src/core/model/change';
import { articleOf, entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedTwice, mixed } from '../../../support/randomSets';
import { bothWays } from '../../../support/bothWays';

const text = 'Anna disse: «Sì». Bruno disse: «No». Carla taceva.';
const article = articleOf(text);
const [anna, bruno] = [
  { start: 0, end: 4 },
  { start: 18, end: 23 },
];
const set = setOf({
  entities: [entityOf('Anna'), entityOf('Bruno')],
  mentions: [mentionOf('anna', text, anna), mentionOf('bruno', text, bruno)],
  quotes: [quoteOf(text, [{ start: 13, end: 15 }])],
});
const source = writeSidecar(set, article);

describe('rewriteSidecar', () => {
  it('changes the lines of what has changed, and the others not', () => {
    const carla = { start: text.indexOf('Carla'), end: text.indexOf('Carla') + 5 };
    const written = bothWays(source, article, (now) =>
      apply(annotateMentions(now, text, [carla], entityOf('Carla')), now),
    );
    assert.ok(written !== undefined);
    assert.match(written, /^ {2}carla:\n {4}name: Carla\n/m);
    assert.equal(written.split('\n').length, source.split('\n').length + 5);
  });

  it('keeps the comments around and in what has changed', () => {
    const commented = source
      .replace('    type: person\n', '    type: person # certo\n    # due volte\n')
      .replace('  bruno:', '  # poi\n  bruno:')
      .replace('quotes:', '# citazioni\nquotes:');
    const carla = { start: text.indexOf('Carla'), end: text.indexOf('Carla') + 5 };
    for (const entity of [entityOf('Anna'), entityOf('Arturo'), entityOf('Carla')]) {
      const written = bothWays(commented, article, (now) =>
        apply(annotateMentions(now, text, [carla], entity), now),
      );
      for (const comment of ['# certo', '# due volte', '# poi', '# citazioni']) {
        assert.ok(written?.includes(comment), `${comment} in ${String(written)}`);
      }
    }
  });

  it('leaves to the long way what changes the frame of the file', () => {
    const carried = articleOf(`${text} E poi.`);
    assert.equal(
      bothWays(source, carried, (now) => ({ ...now, quotes: [...now.quotes] })),
      undefined,
    );
    assert.equal(
      bothWays(source, article, (now) => ({ ...now, article: { title: 'x' } })),
      undefined,
    );
    assert.equal(
      bothWays(source, article, (now) => ({ ...now, quotes: [] })),
      undefined,
    );
    assert.equal(
      bothWays(source.trimEnd(), article, (now) => ({ ...now })),
      undefined,
    );
  });

  let short = 0;
  itHolds(
    'writes what the long way writes',
    fc.tuple(
      annotatedTwice,
      fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(100), fc.constantFrom('\n# nota', ' # qui', '\n')), {
        maxLength: 2,
      }),
      fc.boolean(),
    ),
    ([{ article: file, set: first, other }, keep, comments, isWindows]) => {
      const canonical = writeSidecar(first, file);
      // A key that holds nothing may stay or go: it says nothing either way.
      if (/: (?:\[\]|\{\})/.test(canonical)) return;
      const lines = canonical.split('\n');
      for (const [at, words] of comments) {
        const line = at % (lines.length - 1);
        lines[line] = `${lines[line] ?? ''}${words}`;
      }
      const written = bothWays(lines.join(isWindows ? '\r\n' : '\n'), file, (now) =>
        mixed(now, other, keep),
      );
      if (written !== undefined) short += 1;
    },
  );
  it('has gone the short way in many of these', () => {
    assert.ok(short > 150, `${String(short)} times`);
  });

  it('ends lines with LF once the only line with CRLF is gone', () => {
    const no = { start: text.indexOf('No'), end: text.indexOf('No') + 2 };
    const two = setOf({
      ...set,
      entities: [...set.entities.values()],
      quotes: [...set.quotes, quoteOf(text, [no])],
    });
    const lf = writeSidecar(two, article);
    const mixed = lf.replace(/(exact: "No".*)\n/, '$1\r\n');
    const read = readSidecar(mixed, article, defaultSchema);
    const { layout, textId = '' } = read;
    assert.ok(layout);
    assert.equal(layout.blocks.eol, '\r\n');
    const now = { ...read.set, quotes: read.set.quotes.slice(0, 1) };
    const rewritten = rewriteSidecar(now, article, textId, { set: read.set, layout });
    assert.equal(rewritten?.layout.blocks.eol, '\n');
  });
});
