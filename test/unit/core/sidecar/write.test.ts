import assert from 'node:assert/strict';
import { annotateMentions, removeMention } from '../../../../src/core/edit/mentionEdits';
import { emptySet } from '../../../../src/core/model/annotationSet';
import type { Selector } from '../../../../src/core/anchor/selector';
import { apply } from '../../../../src/core/model/change';
import { saysNothing, writeSidecar } from '../../../../src/core/sidecar/write';
import { blobId } from '../../../../src/core/text/blobId';
import {
  articleOf,
  bytesOf,
  entityOf,
  markedArticle,
  mentionOf,
  previousOf,
  quoteOf,
  readSet,
  setOf,
} from '../../../support/builders';
import { nth } from '../../../support/marked';

const { article, text, spans } = markedArticle(
  '“⟦Il ponte⟧”, ⟦ha detto⟧ ⟦la ministra ⟦Rossi⟧⟧, “⟦resta chiuso⟧”.\n⟦Rossi⟧ non ha detto altro.\n',
);
const [start, cue, speaker, name, end, again] = [0, 1, 2, 3, 4, 5].map((i) => nth(spans, i));
assert.ok(start && cue && speaker && name && end && again);
const id = blobId(bytesOf(text));
const rossi = entityOf('Rossi');
const full = setOf({
  article: {
    status: 'draft',
    title: 'Il ponte',
    published: '2025-07-12',
    extra: { 'my key': [1] },
  },
  entities: [entityOf('Zeta'), { ...rossi, extra: { wikidata: 'Q1' } }],
  mentions: [mentionOf('rossi', text, again), mentionOf('rossi', text, name)],
  quotes: [
    quoteOf(text, [start, end], { cue: [cue], speaker: { entity: 'rossi', spans: [speaker] } }),
  ],
  extra: { tags: ['x'] },
});

describe('writeSidecar', () => {
  it('writes the canonical form', () => {
    assert.equal(
      writeSidecar(full, article),
      [
        'chiosa: 1',
        `text: ${id}`,
        'article:',
        '  title: Il ponte',
        '  published: 2025-07-12',
        '  status: draft',
        '  my key: [ 1 ]',
        'entities:',
        '  rossi:',
        '    name: Rossi',
        '    type: person',
        '    mentions:',
        '      - { exact: Rossi, prefix: "ponte”, ha detto la ministra ", suffix: ", “resta chiuso”." }',
        '      - { exact: Rossi, suffix: " non ha detto altro." }',
        '    wikidata: Q1',
        '  zeta:',
        '    name: Zeta',
        '    type: person',
        'quotes:',
        '  - kind: direct',
        '    content:',
        '      - { exact: Il ponte, prefix: "“", suffix: "”, ha detto la ministra Rossi," }',
        '      - { exact: resta chiuso, prefix: "ha detto la ministra Rossi, “", suffix: "”." }',
        '    cue: { exact: ha detto, prefix: "“Il ponte”, ", suffix: " la ministra Rossi, “resta" }',
        '    speaker: { entity: rossi, exact: la ministra Rossi, prefix: "“Il ponte”, ha detto ", suffix: ", “resta chiuso”." }',
        'tags: [ x ]',
        '',
      ].join('\n'),
    );
  });

  it('writes what is read again, and then changes nothing', () => {
    const source = writeSidecar(full, article);
    assert.deepEqual(readSet(source, article), full);
    assert.equal(writeSidecar(full, article, previousOf(source, article)), source);
    assert.equal(writeSidecar(readSet(source, article), article), source);
  });

  it('writes the version and the text for a set that says nothing', () => {
    assert.equal(writeSidecar(emptySet, article), `chiosa: 1\ntext: ${id}\n`);
  });

  it('sorts entities by code point, not by UTF-16 code unit', () => {
    const ids = ['b', 'a', '\u{10000}', '\uFFFD', 'á', 'ab', 'B'];
    const set = setOf({ entities: ids.map((each) => ({ id: each, name: 'N', type: 't' })) });
    const written = Object.keys(
      Object.fromEntries(readSet(writeSidecar(set, article), article).entities),
    );
    assert.deepEqual(written, ['B', 'a', 'ab', 'b', 'á', '\uFFFD', '\u{10000}']);
  });

  it('writes a span in several pieces as such', () => {
    const mention = mentionOf('rossi', text, start, end);
    const source = writeSidecar(setOf({ entities: [rossi], mentions: [mention] }), article);
    assert.match(
      source,
      /- \{ spans: \[ \{ exact: Il ponte, .* \}, \{ exact: resta chiuso, .* \} \] \}\n/,
    );
    assert.deepEqual(readSet(source, article).mentions, [mention]);
  });

  describe('for a text that has changed', () => {
    const changed = articleOf(`${text}\nPoi Rossi è partita: Rossi!\n`);
    const { text: longer } = changed.text;
    const newId = blobId(bytesOf(longer));
    const source = writeSidecar(full, article);
    const previous = previousOf(source, changed);

    it('names the new text', () => {
      assert.match(writeSidecar(full, changed, previous), new RegExp(`^text: ${newId}$`, 'm'));
    });

    it('keeps selectors that still lead to their place', () => {
      const written = writeSidecar(readSet(source, changed), changed, previous);
      assert.equal(written, source.replace(id, newId));
    });

    const elsewhere = { source: '', textId: 'b'.repeat(40) };

    it('writes selectors anew that would lead elsewhere', () => {
      const selector = { exact: 'Rossi', occurrence: 1 };
      const mention = { entity: 'rossi', target: { selectors: [selector], spans: [again] } };
      const set = setOf({ entities: [rossi], mentions: [mention] });
      const written = writeSidecar(set, article, elsewhere);
      assert.deepEqual(readSet(written, article).mentions, [mentionOf('rossi', text, again)]);
    });

    it('writes selectors anew whose words have become more or fewer', () => {
      const short = articleOf('il Rossi');
      const mention = {
        entity: 'rossi',
        target: { selectors: [{ exact: 'Ros' }], spans: [{ start: 3, end: 8 }] },
      };
      const set = setOf({ entities: [rossi], mentions: [mention] });
      const written = writeSidecar(set, short, elsewhere);
      assert.match(written, /\{ exact: Rossi, prefix: "il " \}/);
    });

    it('keeps what a person wrote beside a selector that it writes anew', () => {
      const selector = { exact: 'Rossi', occurrence: 1, extra: { nota: 'la seconda' } };
      const content = { selectors: [selector], spans: [again] };
      const set = setOf({ quotes: [{ kind: 'direct', content }] });
      const [quote] = readSet(writeSidecar(set, article, elsewhere), article).quotes;
      assert.deepEqual(quote?.content, {
        selectors: [
          { ...mentionOf('rossi', text, again).target.selectors[0], extra: { nota: 'la seconda' } },
        ],
        spans: [again],
      });
    });

    it('writes for the new text what was written for another one, and drops the note of that', () => {
      const other = 'c'.repeat(40);
      const placed = (selector: Selector) => {
        const target = { selectors: [selector], spans: [again] };
        const set = setOf({ entities: [rossi], mentions: [{ entity: 'rossi', target }] });
        return writeSidecar(set, article, { source: '', textId: id });
      };
      const anew = mentionOf('rossi', text, again).target.selectors[0];
      assert.ok(anew);
      for (const selector of [
        { ...anew, text: other },
        { exact: 'Rossi', occurrence: 2, text: id },
        { exact: 'Rossi', occurrence: 1, text: id },
      ]) {
        const written = placed(selector);
        assert.doesNotMatch(written, /, text: /);
        assert.deepEqual(readSet(written, article).mentions[0]?.target.spans, [again]);
      }
      assert.match(
        placed({ exact: 'Rossi', occurrence: 2, text: id }),
        /exact: Rossi, occurrence: 2 /,
      );
    });

    it('lets each piece of what has no place say so', () => {
      const pieces = { selectors: [{ exact: 'Il' }, { exact: 'Verdi', text: newId }] };
      const set = setOf({ quotes: [{ kind: 'direct', content: pieces }] });
      const written = writeSidecar(set, changed, { source: '', textId: id });
      assert.match(written, new RegExp(`- \\{ exact: Il, text: ${id} \\}`));
      assert.match(written, new RegExp(`- \\{ exact: Verdi, text: ${newId} \\}`));
    });

    it('lets what has no place say which text it was written for', () => {
      const lost = { entity: 'rossi', target: { selectors: [{ exact: 'Verdi' }] } };
      const other = {
        entity: 'rossi',
        target: { selectors: [{ exact: 'Bianchi', text: 'a'.repeat(40) }] },
      };
      const set = setOf({ entities: [rossi], mentions: [lost, other] });
      const written = writeSidecar(set, changed, { source: '', textId: id });
      assert.match(written, new RegExp(`\\{ exact: Verdi, text: ${id} \\}`));
      assert.match(written, /\{ exact: Bianchi, text: a{40} \}/);
      const back = writeSidecar(set, article, { source: '', textId: id });
      assert.match(back, /\{ exact: Verdi \}/);
    });
  });

  it('keeps the kind of id that the sidecar has', () => {
    const sha256 = blobId(bytesOf('other'), 'sha256');
    const written = writeSidecar(emptySet, article, {
      source: `chiosa: 1\ntext: ${sha256}\n`,
      textId: sha256,
    });
    assert.equal(written, `chiosa: 1\ntext: ${blobId(bytesOf(text), 'sha256')}\n`);
  });

  it('adds the text to a sidecar that names none', () => {
    assert.equal(
      writeSidecar(emptySet, article, { source: 'chiosa: 1 # v\nnote: x\n' }),
      `chiosa: 1 # v\ntext: ${id}\n`,
    );
  });

  it('adds one line for a mention, and takes it away again', () => {
    const source = `# mine\n${writeSidecar(full, article)}# end\n`;
    const change = annotateMentions(full, text, [speaker], rossi);
    const added = apply(change, readSet(source, article));
    const written = writeSidecar(added, article, previousOf(source, article));
    const line =
      '      - { exact: la ministra Rossi, prefix: "“Il ponte”, ha detto ", suffix: ", “resta chiuso”." }\n';
    assert.equal(written, source.replace('    mentions:\n', `    mentions:\n${line}`));
    const back = apply(removeMention(added, nth(added.mentions, 0)), added);
    assert.equal(writeSidecar(back, article, previousOf(written, article)), source);
  });

  it('writes five thousand annotations, and one more, in a moment', function () {
    this.timeout(20_000); // ms: it takes one or two seconds, and forever if it is quadratic
    const lines = Array.from({ length: 1_000 }, (_, i) => `Rossi Verdi Neri Bianchi Viola ${i}.\n`);
    const long = articleOf(lines.join(''));
    const names = Array.from(long.text.text.matchAll(/\p{L}+/gu), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }));
    assert.equal(names.length, 5_000);
    const all = apply(annotateMentions(emptySet, long.text.text, names, rossi), emptySet);
    const source = writeSidecar(all, long);
    assert.deepEqual(readSet(source, long), all);
    const change = annotateMentions(all, long.text.text, [{ start: 0, end: 11 }], rossi);
    const written = writeSidecar(apply(change, all), long, { source, textId: long.identity.id() });
    assert.equal(written.split('\n').length, source.split('\n').length + 1);
  });
});

describe('saysNothing', () => {
  it('is so for a set without annotations, fields and comments', () => {
    assert.ok(saysNothing(emptySet, 'chiosa: 1\n'));
    assert.ok(!saysNothing(emptySet, 'chiosa: 1 # mine\n'));
  });

  it('is not so for any annotation, field or further key', () => {
    for (const set of [
      setOf({ article: { title: '' } }),
      setOf({ entities: [rossi] }),
      setOf({ quotes: [quoteOf(text, [start])] }),
      setOf({ mentions: [mentionOf('rossi', text, name)] }),
      setOf({ extra: { tags: [] } }),
    ]) {
      assert.ok(!saysNothing(set, 'chiosa: 1\n'));
    }
  });
});
