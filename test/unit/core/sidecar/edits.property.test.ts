import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeEntities } from '../../../../src/core/edit/entityEdits';
import { apply } from '../../../../src/core/model/change';
import { keySorted } from '../../../../src/core/model/equal';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { redescribe } from '../../../../src/core/sidecar/redescribe';
import type { YamlValue } from '../../../../src/core/sidecar/render';
import { removal } from '../../../../src/core/sidecar/sidecarEdits';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import type { YamlNode } from '../../../../src/core/sidecar/yamlNode';
import { commentsOf, parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';
import { itHolds } from '../../../support/property';
import { trapNames } from '../../../support/random';
import { smallAnnotatedArticles } from '../../../support/randomSets';
import { UntidyYaml } from '../../../support/untidyYaml';

type Data = Record<string, YamlValue>;

const says = (source: string) => parseYaml(source).toJS() as Data;
const comments = (source: string) => commentsOf(source).map((comment) => comment.source);

/** A sidecar with comments, brackets and margins at random. */
const untidy = fc
  .record({
    annotated: smallAnnotatedArticles,
    choices: fc.array(fc.nat(9), { minLength: 20, maxLength: 40 }),
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '', '\ufeff'),
  })
  .map(({ annotated: { article, set }, choices, eol, mark }) => {
    const { lines } = new UntidyYaml(says(writeSidecar(set, article)), choices);
    return mark + lines.map(({ text }) => text + eol).join('');
  });

/** The nodes from the whole to each that has others beside it. */
function waysIn(root: YamlNode): YamlNode[][] {
  const below = (way: readonly YamlNode[]): YamlNode[][] =>
    (way.at(-1)?.children ?? []).flatMap((child) => [[...way, child], ...below([...way, child])]);
  return below([root]);
}

/** The data without what stands at the end of a way. */
function withoutEnd(data: Data, way: readonly YamlNode[]): Data {
  const steps = way.slice(1).map(({ step }) => step);
  const last = steps.pop();
  const owner = steps.reduce<YamlValue>((value, step) => (value as Data)[step] ?? null, data);
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else Reflect.deleteProperty(owner as Data, String(last));
  return data;
}

describe('what is removed from any sidecar', () => {
  itHolds(
    'is a pair or an item alone: all else is said as before, and no comment goes',
    untidy,
    (source) => {
      for (const way of waysIn(yamlTree(source))) {
        const edit = removal(source, way);
        if (!edit) continue;
        const after = applyEdits(source, [edit]);
        assert.deepEqual(parseYaml(after).errors, [], after);
        assert.equal(keySorted(says(after)), keySorted(withoutEnd(says(source), way)), after);
        assert.deepEqual(comments(after), comments(source), after);
      }
    },
    40,
  );

  itHolds(
    'can be most of what has others beside it and no comment anywhere',
    smallAnnotatedArticles,
    ({ article, set }) => {
      const source = writeSidecar(set, article);
      for (const way of waysIn(yamlTree(source))) {
        const hasOthers = (way.at(-2)?.children.length ?? 0) > 1;
        assert.equal(removal(source, way) !== undefined, hasOthers);
      }
    },
    100,
  );
});

describe('redescribe in any sidecar', () => {
  const names = fc.oneof(
    fc.constantFrom(...trapNames),
    fc.constantFrom("gli anni '80", '"Bo"', 'a # b', '- c', 'd: e', '{ f }', '😀', 'é'),
  );
  const cases = fc.record({
    annotated: smallAnnotatedArticles,
    name: names.filter((name) => name.trim() !== ''),
    type: fc.constantFrom('person', 'No', 'tipo: mio'),
    eol: fc.constantFrom('\n', '\r\n'),
  });

  itHolds(
    'says another name and type of one entity, as the way through all of it does',
    cases,
    ({ annotated: { article, set }, name, type, eol }) => {
      const source = writeSidecar(set, article).replaceAll('\n', eol);
      for (const entity of set.entities.values()) {
        const after = { ...entity, name, type };
        const redescribed = redescribe(source, entity, after);
        if (redescribed === undefined) continue;
        const expected = apply(describeEntities(set, [entity.id], { name, type }), set);
        const read = readSidecar(redescribed, article, defaultSchema).set;
        const whole = writeSidecar(expected, article);
        assert.deepEqual(read, readSidecar(whole, article, defaultSchema).set);
        assert.equal(redescribe(redescribed, after, entity), source, 'and back');
      }
    },
    300,
  );

  itHolds(
    'finds each entity as Chiosa has written it',
    smallAnnotatedArticles,
    ({ article, set }) => {
      const source = writeSidecar(set, article);
      for (const { id, name, type } of set.entities.values()) {
        const entity = { id, name, type };
        assert.equal(redescribe(source, entity, entity), source);
        assert.notEqual(redescribe(source, entity, { ...entity, name: `${name} II` }), undefined);
        assert.equal(redescribe(source, { ...entity, type: `${type} II` }, entity), undefined);
      }
    },
    300,
  );
});
