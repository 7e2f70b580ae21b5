import assert from 'node:assert/strict';
import { validate } from '../../../../src/core/sidecar/validate';
import { parseYaml } from '../../../../src/core/sidecar/yamlTokens';

/** Validates a sidecar with these lines, behind its version. */
function validated(...lines: readonly string[]) {
  return validate(parseYaml(['chiosa: 1', ...lines].join('\n')));
}

function pathsOf(...lines: readonly string[]): string[] {
  return validated(...lines).issues.map(({ path }) => path.join('.'));
}

const mentions = ['entities:', '  a:', '    name: A', '    type: person', '    mentions:'];

describe('validate', () => {
  it('takes what fits', () => {
    const { data, issues, sourcePath } = validated('article: { title: Sì }', 'x: 1');
    assert.deepEqual(data, { chiosa: 1, article: { title: 'Sì' }, x: 1 });
    assert.deepEqual(issues, []);
    assert.deepEqual(sourcePath(['quotes', 3, 'content', 0]), ['quotes', 3, 'content', 0]);
  });

  it('takes an empty sidecar', () => {
    for (const source of ['', '# only a comment\n', '---\n', 'null\n']) {
      assert.deepEqual(validate(parseYaml(source)).issues, [], source);
    }
  });

  it('takes nothing of what is no mapping', () => {
    for (const source of ['[]', '- a', 'words', '5', 'true', '"chiosa: 1"']) {
      const { data, issues } = validate(parseYaml(source));
      assert.deepEqual(data, { chiosa: 1 });
      assert.deepEqual(
        issues.map(({ what, path }) => [what, path]),
        [['invalid-value/sidecar', []]],
      );
    }
  });

  it('knows the versions', () => {
    const found = (source: string) => validate(parseYaml(source)).issues.map(({ what }) => what);
    assert.deepEqual(found('chiosa: 1'), []);
    assert.deepEqual(found('chiosa: 2'), ['version-newer']);
    assert.deepEqual(found('chiosa: 1.5'), ['version-newer']);
    assert.deepEqual(found('x: 1'), ['version-missing']);
    for (const version of ['0', '-1', '"1"', 'one', 'null', '', '[1]', '{ 1: 1 }', 'true']) {
      assert.deepEqual(found(`chiosa: ${version}`), ['invalid-value/version'], version);
    }
  });

  it('reads what it can of another version', () => {
    const { data } = validate(parseYaml('chiosa: 2\narticle: { title: Sì }\n'));
    assert.deepEqual(data, { chiosa: 1, article: { title: 'Sì' } });
  });

  it('says what is wrong, and where in the source', () => {
    const { issues } = validated('quotes:', '  - { kind: direct, content: [{ exact: 5 }] }');
    assert.deepEqual(issues, [
      {
        what: 'invalid-value/text',
        path: ['quotes', 0, 'content', 0, 'exact'],
        detail: { path: 'quotes.0.content.0.exact' },
      },
    ]);
  });

  describe('leaves out', () => {
    it('a field, and keeps its neighbours', () => {
      const { data } = validated('text: HEAD', 'article: { title: 5, outlet: x, status: lost }');
      assert.deepEqual(data, { chiosa: 1, article: { outlet: 'x' } });
    });

    it('a mention, and keeps its entity', () => {
      const { data } = validated(...mentions, '      - { exact: 5 }', '      - { exact: A }');
      assert.deepEqual(data.entities?.['a']?.mentions, [{ exact: 'A' }]);
    });

    it('an entity whose own fields do not fit', () => {
      const { data } = validated('entities:', '  a: { name: A }', '  b: { name: B, type: work }');
      assert.deepEqual(data.entities, { b: { name: 'B', type: 'work' } });
    });

    it('a quote, whatever part of it does not fit', () => {
      const good = '  - { kind: direct, content: [{ exact: Sì }] }';
      for (const bad of [
        '  - { kind: sung, content: [{ exact: No }] }',
        '  - { kind: direct, content: [{ exact: No }, {}] }',
        '  - { kind: direct, content: [{ exact: No }], cue: x }',
        '  - { kind: direct, content: [{ exact: No }], speaker: {} }',
        '  - 5',
        '  -',
      ]) {
        const { data, issues } = validated('quotes:', bad, good);
        assert.deepEqual(data.quotes, [{ kind: 'direct', content: [{ exact: 'Sì' }] }], bad);
        assert.equal(issues.length, 1, bad);
      }
    });

    it('everything of a part that is no mapping or list', () => {
      const { data } = validated('entities: []', 'quotes: {}', 'article: x', 'y: z');
      assert.deepEqual(data, { chiosa: 1, y: 'z' });
    });

    it('several mentions of one list, and tells the places of those that are left', () => {
      const list = ['5', '{ exact: A }', '{ exact: 6 }', '{}', '{ exact: B }', 'x', '{ exact: C }'];
      const { data, issues, sourcePath } = validated(
        ...mentions,
        ...list.map((item) => `      - ${item}`),
      );
      assert.deepEqual(
        data.entities?.['a']?.mentions?.map(({ exact }) => exact),
        ['A', 'B', 'C'],
      );
      assert.deepEqual(
        issues.map(({ path }) => path[3]),
        [0, 2, 3, 5],
      );
      const places = [0, 1, 2].map((i) => sourcePath(['entities', 'a', 'mentions', i, 'exact'])[3]);
      assert.deepEqual(places, [1, 4, 6]);
    });

    it('items of several lists, fields and entities at once', () => {
      const { data, sourcePath } = validated(
        'article: { title: 5, status: x }',
        'entities:',
        '  a: { name: A, type: t, mentions: [1, { exact: A }, 2] }',
        '  b: { name: B }',
        '  c: { name: C, type: t, mentions: [{ exact: C }, 1, 2, { exact: D }] }',
        'quotes: [1, { kind: direct, content: [{ exact: Q }] }, 2, { kind: direct, content: [{ exact: R }] }]',
      );
      assert.deepEqual(data.article, {});
      assert.deepEqual(Object.keys(data.entities ?? {}), ['a', 'c']);
      assert.deepEqual(
        data.entities?.['c']?.mentions?.map(({ exact }) => exact),
        ['C', 'D'],
      );
      assert.deepEqual(
        data.quotes?.map(({ content }) => content[0]?.exact),
        ['Q', 'R'],
      );
      assert.deepEqual(sourcePath(['quotes', 1, 'content', 0]), ['quotes', 3, 'content', 0]);
      assert.deepEqual(sourcePath(['entities', 'c', 'mentions', 1]), [
        'entities',
        'c',
        'mentions',
        3,
      ]);
    });
  });

  it('says once what is wrong with an annotation that could be written in several ways', () => {
    assert.deepEqual(pathsOf(...mentions, '      - { exact: 5 }'), ['entities.a.mentions.0.exact']);
    assert.deepEqual(pathsOf(...mentions, '      - { spans: [{ exact: A }, { exact: 5 }] }'), [
      'entities.a.mentions.0.spans.1.exact',
    ]);
    assert.deepEqual(pathsOf(...mentions, '      - { spans: [], x: 1 }'), [
      'entities.a.mentions.0.spans',
    ]);
    assert.deepEqual(pathsOf(...mentions, '      - { prefix: x, spans: [{ exact: A }] }'), [
      'entities.a.mentions.0.prefix',
    ]);
    const quote = '{ kind: direct, content: [{ exact: A }], speaker: ';
    assert.deepEqual(pathsOf(`quotes: [${quote}{ entity: 5 } }]`), ['quotes.0.speaker.entity']);
    assert.deepEqual(pathsOf(`quotes: [${quote}{ entity: a, exact: 5 } }]`), [
      'quotes.0.speaker.exact',
    ]);
  });

  it('never throws for aliases that go nowhere, in circles, or on and on', () => {
    const bomb = Array.from('abcdefghi').map((name, i) => {
      const items = Array.from({ length: 9 }, () =>
        i === 0 ? 'x' : `*${'abcdefghi'[i - 1] ?? ''}`,
      );
      return `${name}: &${name} [${items.join(', ')}]`;
    });
    for (const lines of [['x: *nowhere'], ['x: &a [1, *a]'], bomb]) {
      const { data, issues } = validated(...lines);
      assert.deepEqual(data, { chiosa: 1 });
      assert.deepEqual(
        issues.map(({ what }) => what),
        ['yaml-syntax/alias'],
      );
    }
  });

  it('follows aliases that do lead somewhere', () => {
    const { data, issues } = validated(
      'x: &a { exact: A }',
      'entities:',
      '  a: { name: A, type: t, mentions: [*a] }',
    );
    assert.deepEqual(issues, []);
    assert.deepEqual(data.entities?.['a']?.mentions, [{ exact: 'A' }]);
  });
});
