import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, isSeq } from 'yaml';
import { problemKinds } from '../../../../src/core/check/problem';
import { spansOf, type Mention, type Quote } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { keySorted } from '../../../../src/core/model/equal';
import { defaultSchema } from '../../../../src/core/model/schema';
import { readSidecar } from '../../../../src/core/sidecar/read';
import type { YamlValue } from '../../../../src/core/sidecar/render';
import {
  recordInsertion,
  recordInsertions,
  removal,
} from '../../../../src/core/sidecar/sidecarEdits';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';
import { fixesAt } from '../../../../src/core/sidecar/sidecarFixes';
import {
  idPlaces,
  nodeOf,
  sidecarPlaceAt,
  targetOf,
} from '../../../../src/core/sidecar/sidecarPlace';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { compareCodePoints } from '../../../../src/core/sidecar/write';
import { nodeAtPath, nodesAt, type YamlNode } from '../../../../src/core/sidecar/yamlNode';
import { commentsOf, parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import { yamlTree } from '../../../../src/core/sidecar/yamlTree';
import { itHolds } from '../../../support/property';
import { smallAnnotatedArticles } from '../../../support/randomSets';
import { UntidyYaml } from '../../../support/untidyYaml';

type Data = Record<string, YamlValue>;

/** A sidecar as a person may write it, and what it says. */
interface Written {
  readonly source: string;
  readonly set: AnnotationSet;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    annotated: smallAnnotatedArticles,
    choices: fc.array(fc.nat(9), { minLength: 20, maxLength: 40 }),
    eol: fc.constantFrom('\n', '\r\n'),
    isTidy: fc.boolean(),
  })
  .map(({ annotated: { article, set }, choices, eol, isTidy }) => {
    const tidy = writeSidecar(set, article);
    const lines = new UntidyYaml(parseYaml(tidy).toJS() as Data, choices).lines;
    const untidy = lines.map(({ text }) => text + eol).join('');
    const source = isTidy ? tidy.replaceAll('\n', eol) : untidy;
    return { source, set: readSidecar(source, article, defaultSchema).set };
  });

const runs = 300;

const says = (source: string) => parseYaml(source).toJS() as Data;

/** The keys and the values of a source as `yaml` finds them, in their order. */
function scalarsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (isScalar(node)) {
      const [start, end] = node.range ?? [0, 0];
      if (start < end) found.push(source.slice(start, end));
    } else if (isSeq(node)) node.items.forEach(visit);
    else if (isMap(node)) {
      for (const { key, value } of node.items) [key, value].forEach(visit);
    }
  };
  visit(parseYaml(source).contents);
  return found;
}

function scalarsIn(source: string, node: YamlNode): string[] {
  const own = [node.key, node.value].flatMap((span) =>
    span && span.start < span.end ? [source.slice(span.start, span.end)] : [],
  );
  return [...own, ...node.children.flatMap((child) => scalarsIn(source, child))];
}

/** Where the annotations of a set are, as the tree of its sidecar says. */
function annotationsOf({ set }: Written): (Mention | Quote)[] {
  return [...set.mentions, ...set.quotes];
}

describe('what a sidecar says as a language', () => {
  itHolds(
    'has the keys and the values that a parser of all of YAML finds, where it finds them',
    written,
    ({ source }) => {
      assert.deepEqual(scalarsIn(source, yamlTree(source)), scalarsOf(source));
    },
    runs,
  );

  itHolds(
    'has a place for each annotation, which leads to its words',
    written,
    (each) => {
      const { source, set } = each;
      const tree = yamlTree(source);
      for (const annotation of annotationsOf(each)) {
        const node = nodeOf(source, tree, annotation);
        assert.ok(node);
        const place = sidecarPlaceAt(source, tree, node.start);
        assert.ok(place?.words);
        const target = targetOf(set, place.words);
        const own = 'entity' in annotation ? annotation.target : annotation.content;
        assert.deepEqual(spansOf(target), spansOf(own));
      }
    },
    runs,
  );

  itHolds(
    'names each entity where its id is written',
    written,
    ({ source, set }) => {
      const tree = yamlTree(source);
      for (const id of set.entities.keys()) {
        const places = idPlaces(source, tree, id);
        const said = set.quotes.filter(({ speaker }) => speaker?.entity === id);
        assert.equal(places.length, 1 + said.length);
        for (const span of places) {
          const at = sidecarPlaceAt(source, tree, span.start + 1);
          assert.deepEqual([at?.entity, at?.id], [id, span]);
        }
      }
    },
    runs,
  );

  itHolds(
    'says one entity more, and nothing else, where one is described',
    fc.tuple(written, fc.constantFrom('aaa', 'mara-è', '海', '"x: y"', 'zzz')),
    ([{ source }, id]) => {
      const before = says(source);
      const entity = { id, name: `Nome: ${id}`, type: 'person' };
      const edit = recordInsertion(source, yamlTree(source), entity);
      const entities = (before['entities'] ?? {}) as Data;
      if (!edit) {
        const isMapping = before['entities'] === undefined || Object.keys(entities).length > 0;
        assert.ok(Object.hasOwn(entities, id) || !isMapping);
        return;
      }
      assert.equal(edit.start, edit.end);
      const after = says(applyEdits(source, [edit]));
      const record = { name: entity.name, type: entity.type };
      const expected = { ...before, entities: { ...entities, [id]: record } };
      assert.equal(keySorted(after), keySorted(expected));
    },
    runs,
  );

  itHolds(
    'describes several entities at once as one after the other, in the order of their ids',
    fc.tuple(
      written,
      fc.uniqueArray(fc.constantFrom('aaa', 'ab', 'mara-è', 'mara-海', '海', 'x: y', 'zzz')),
    ),
    ([{ source }, ids]) => {
      const entities = ids.map((id) => ({ id, name: `Nome: ${id}`, type: 'person' }));
      const edits = recordInsertions(source, yamlTree(source), entities);
      const ordered = [...entities].sort((a, b) => compareCodePoints(a.id, b.id));
      const oneByOne = ordered.reduce((text, entity) => {
        const edit = recordInsertion(text, yamlTree(text), entity);
        return edit ? applyEdits(text, [edit]) : text;
      }, source);
      assert.equal(applyEdits(source, edits), oneByOne);
      assert.equal(new Set(edits.map(({ start }) => start)).size, edits.length);
    },
    runs,
  );

  itHolds(
    'says one annotation less, and nothing else, where one is removed; comments stay',
    written,
    (each) => {
      const { source } = each;
      const tree = yamlTree(source);
      for (const annotation of annotationsOf(each)) {
        const node = nodeOf(source, tree, annotation);
        assert.ok(node);
        const isMention = 'entity' in annotation;
        const nodes = nodesAt(tree, node.start).slice(0, isMention ? 5 : 3);
        const edit = removal(source, nodes);
        if (!edit) continue;
        const after = applyEdits(source, [edit]);
        const [expected, index] = [says(source), Number(node.step)];
        const list = isMention
          ? ((expected['entities'] as Data)[annotation.entity] as Data)['mentions']
          : expected['quotes'];
        (list as YamlValue[]).splice(index, 1);
        assert.equal(keySorted(says(after)), keySorted(expected));
        const comments = (text: string) => commentsOf(text).map((comment) => comment.source);
        assert.deepEqual(comments(after), comments(source));
      }
    },
    runs,
  );

  itHolds(
    'is read, and mended, without an error wherever the source breaks off',
    fc.tuple(written, fc.nat(), fc.nat()),
    ([{ source }, from, length]) => {
      const start = from % 3 === 0 ? from % source.length : 0;
      const broken = source.slice(start, start + (length % source.length));
      const tree = yamlTree(broken);
      const context = { source: broken, tree, schema: defaultSchema, known: () => undefined };
      for (const offset of [0, broken.length >> 1, broken.length]) {
        const place = sidecarPlaceAt(broken, tree, offset);
        if (place) {
          assert.ok(place.span.start <= offset && offset <= place.span.end);
          assert.ok(nodeAtPath(tree, place.path));
        }
        for (const code of Object.keys(problemKinds)) {
          for (const { edits } of fixesAt(code, offset, context)) {
            assert.ok(edits.every((edit) => edit.start <= edit.end && edit.end <= broken.length));
          }
        }
      }
    },
    runs,
  );
});
