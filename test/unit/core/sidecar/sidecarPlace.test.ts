import assert from 'node:assert/strict';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readArticle } from '../../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../../src/core/sidecar/read';
import {
  idPlaces,
  nodeOf,
  sidecarPlaceAt,
  targetOf,
  writtenWords,
} from '../../../../src/core/sidecar/sidecarPlace';
import { nodeAtPath } from '../../../../src/core/sidecar/yamlNode';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';

const source = `chiosa: 1
article:
  title: Il porto
entities:
  "1984":
    name: L'anno
    type: work
  zoë-marlé:
    name: Zoe\u0301 Marle\u0301
    type: person
    mentions:
      - { exact: 😀 Zoë, suffix: " parla" }
      - { spans: [ { exact: la }, { exact: Marlé } ] }
quotes:
  - kind: direct
    content:
      - { exact: Piove }
      - { exact: ancora }
    cue: { exact: dice }
    speaker: { entity: zoë-marlé, exact: la Marlé }
  - kind: indirect
    content:
      - { exact: che smette }
    speaker: { entity: "1984" }
`;

/** What stands where `word` begins, or so many code units behind. */
function at(word: string, into = 1, from = source) {
  return sidecarPlaceAt(from, yamlTree(from), from.indexOf(word) + into);
}

const slice = (span: { readonly start: number; readonly end: number } | undefined) =>
  span && source.slice(span.start, span.end);

describe('sidecarPlaceAt', () => {
  it('knows the id of a record, and whose record a name or a type is in', () => {
    const id = at('zoë-marlé');
    assert.deepEqual([id?.entity, slice(id?.id), id?.isKey], ['zoë-marlé', 'zoë-marlé', true]);
    assert.deepEqual([at('"1984"')?.entity, slice(at('"1984"')?.id)], ['1984', '"1984"']);
    const name = at("L'anno");
    assert.deepEqual([name?.entity, name?.id, name?.isKey], ['1984', undefined, false]);
    assert.deepEqual(name?.path, ['entities', '1984', 'name']);
    assert.equal(at('type: person', 0)?.entity, 'zoë-marlé');
  });

  it('knows the mention of a line, and the piece of it', () => {
    const first = at('- { exact: 😀', 0);
    assert.equal(first?.entity, 'zoë-marlé');
    assert.deepEqual(first.words?.selectors, [{ exact: '😀 Zoë', suffix: ' parla' }]);
    assert.equal(first.words.piece, undefined);
    const piece = at('exact: Marlé');
    assert.deepEqual([piece?.words?.selectors.length, piece?.words?.piece], [2, 1]);
  });

  it('knows the parts of a quote: its kind stands for its content', () => {
    const words = (word: string) => {
      const { role, piece, selectors } = at(word)?.words ?? {};
      return [role, piece, selectors?.map(({ exact }) => exact).join(' ')];
    };
    assert.deepEqual(words('kind: direct'), ['content', undefined, 'Piove ancora']);
    assert.deepEqual(words('exact: ancora'), ['content', 1, 'Piove ancora']);
    assert.deepEqual(words('cue'), ['cue', undefined, 'dice']);
    assert.deepEqual(words('exact: la Marlé'), ['speaker', undefined, 'la Marlé']);
  });

  it('knows the id that a speaker has', () => {
    assert.deepEqual(
      [at('entity: zoë', 9)?.entity, slice(at('entity: zoë', 9)?.id)],
      ['zoë-marlé', 'zoë-marlé'],
    );
    const quoted = at('entity: "1984"', 10);
    assert.deepEqual([quoted?.entity, quoted?.words], ['1984', undefined]);
    assert.equal(at('exact: la Marlé')?.entity, undefined);
  });

  it('knows keys at the top, and nothing between', () => {
    assert.deepEqual(at('article')?.path, ['article']);
    assert.equal(sidecarPlaceAt('a: b\n\nc: d\n', yamlTree('a: b\n\nc: d\n'), 5), undefined);
    assert.equal(sidecarPlaceAt('', yamlTree(''), 0), undefined);
  });

  it('knows what is being written', () => {
    const half = 'quotes:\n  - content: [ { exact: "Pio';
    const { words, path } = at('Pio', 2, half) ?? {};
    assert.deepEqual(path, ['quotes', 0, 'content', 0, 'exact']);
    assert.deepEqual(words?.selectors, [{ exact: 'Pio' }]);
  });
});

describe('idPlaces', () => {
  it('are the record and the quotes that name it', () => {
    const tree = yamlTree(source);
    assert.deepEqual(idPlaces(source, tree, 'zoë-marlé').map(slice), ['zoë-marlé', 'zoë-marlé']);
    assert.deepEqual(idPlaces(source, tree, '1984').map(slice), ['"1984"', '"1984"']);
    assert.deepEqual(idPlaces(source, tree, 'nobody'), []);
  });
});

describe('targetOf and nodeOf', () => {
  const text = '😀 Zoë parla, la signora Marlé.\n«Piove» dice la Marlé «ancora», che smette.\n';
  const { article } = readArticle(new TextEncoder().encode(text));
  assert.ok(article);
  const { set } = readSidecar(source, article, defaultSchema);

  it('lead from the sidecar to the words and back', () => {
    const tree = yamlTree(source);
    for (const [word, words] of [
      ['- { exact: 😀', ['😀 Zoë']],
      ['exact: Piove', ['Piove', 'ancora']],
      ['exact: la Marlé', ['la Marlé']],
      ['cue', ['dice']],
    ] as const) {
      const written = at(word)?.words;
      const target = written && targetOf(set, written);
      assert.deepEqual(
        target?.spans?.map(({ start, end }) => text.slice(start, end)),
        words,
      );
    }
    assert.equal(set.mentions.length + set.quotes.length, 4);
    for (const annotation of [...set.mentions, ...set.quotes]) {
      const node = nodeOf(source, tree, annotation);
      const { exact } = ('entity' in annotation ? annotation.target : annotation.content)
        .selectors[0] ?? { exact: '?' };
      assert.ok(slice(node)?.startsWith('- ') && slice(node)?.includes(exact));
    }
  });

  it('lead nowhere from words that the set does not have', () => {
    const other = source.replace('exact: dice', 'exact: disse');
    const written = at('exact: disse', 1, other)?.words;
    assert.ok(written);
    assert.equal(targetOf(set, written), undefined);
  });
});

describe('targetOf', () => {
  const text = 'Ada e Ada. «Piove», dice Ada; «piove».\n';
  const { article } = readArticle(new TextEncoder().encode(text));
  assert.ok(article);

  it('keeps what is written alike apart by whose it is, and by its part of a quote', () => {
    const alike = `chiosa: 1
entities:
  ada: { name: Ada, type: person, mentions: [ { exact: Ada, occurrence: 1 } ] }
  due: { name: Ada, type: person, mentions: [ { exact: Ada, occurrence: 2 } ] }
quotes:
  - kind: direct
    content: [ { exact: Piove } ]
    cue: { exact: dice }
    speaker: { entity: ada, exact: Ada, occurrence: 3 }
`;
    const { set } = readSidecar(alike, article, defaultSchema);
    const starts = ['occurrence: 1', 'occurrence: 2', 'occurrence: 3', 'Piove', 'dice'].map(
      (word) => {
        const written = at(word, 1, alike)?.words;
        return written && targetOf(set, written)?.spans?.[0]?.start;
      },
    );
    assert.deepEqual(starts, [0, 6, 25, 12, 20]);
    const other = at('occurrence: 1', 1, alike)?.words;
    assert.ok(other);
    assert.equal(targetOf(set, { ...other, entity: 'due' }), undefined);
  });

  it('prefers what has a place, where the same is written twice', () => {
    const twice = `chiosa: 1
entities:
  ada:
    name: Ada
    type: person
    mentions:
      - { exact: dice }
      - {
          exact: dice,
        }
`;
    const { set } = readSidecar(twice, article, defaultSchema);
    const written = at('exact: dice,', 1, twice)?.words;
    assert.ok(written);
    assert.equal(written.entity, 'ada');
    assert.deepEqual(targetOf(set, written)?.spans, [{ start: 20, end: 24 }]);
  });
});

describe('writtenWords', () => {
  it('are none where nothing is quoted', () => {
    const tree = yamlTree(source);
    const speaker = nodeAtPath(tree, ['quotes', 1, 'speaker']);
    assert.ok(speaker);
    assert.equal(writtenWords(source, speaker, 'speaker'), undefined);
  });
});
