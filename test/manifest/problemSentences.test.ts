import assert from 'node:assert/strict';
import fs from 'node:fs';
import {
  problemMessage,
  problemMessages,
  reasonMessages,
  type ProblemReason,
} from '../../src/core/check/messages';
import { problem, startOfFile, type Problem, type ProblemCode } from '../../src/core/check/problem';
import { readSummary } from '../../src/core/corpus/articleSummary';
import { inconsistencyProblem, problemIn } from '../../src/core/corpus/consistency';
import { Corpus } from '../../src/core/corpus/corpus';
import { quoteKinds } from '../../src/core/model/annotation';
import { articleStatuses } from '../../src/core/model/annotationSet';
import { defaultSchema } from '../../src/core/model/schema';
import { readSchema } from '../../src/core/schema/read';
import { readArticle } from '../../src/core/sidecar/articleFile';
import { readSidecar } from '../../src/core/sidecar/read';
import { repositoryPath } from '../support/files';

// A problem is told in one language: its sentence is translated as a whole, and what is put into it comes
// from the file. Here every sentence that there is gets told in Italian, of files that went wrong.

type What = ProblemCode | ProblemReason;

const sentences: Readonly<Record<string, string>> = { ...problemMessages, ...reasonMessages };
const italian = JSON.parse(
  fs.readFileSync(repositoryPath('l10n', 'bundle.l10n.it.json'), 'utf8'),
) as Record<string, string>;

/** A problem and the file that has it. */
interface Found {
  readonly source: string;
  readonly problem: Problem;
}

const text = 'Ada Perrin parla. Il lago sale. Il lago sale.\n';
const ada = 'entities: { ada: { name: Ada, type: person, mentions: [ ';
const said = 'quotes: [ { kind: direct, content: [ { exact: Il lago, suffix: " sale. Il" } ]';

/** Sidecars that went wrong, by a problem that they have. */
const sidecars: Partial<Record<What, string>> = {
  'yaml-syntax/alias': 'chiosa: 1\nx: *parole*\n',
  'yaml-syntax/anchor': 'chiosa: 1\nx: &a &b 1\n',
  'yaml-syntax/brackets': 'chiosa: 1\nx: { a: 1 b: 2 }\n',
  'yaml-syntax/directive': '%YAML\n---\nchiosa: 1\n',
  'yaml-syntax/documents': 'chiosa: 1\n---\nx: 1\n',
  'yaml-syntax/escape': 'chiosa: 1\nx: "\\q"\n',
  'yaml-syntax/first-character': 'chiosa: 1\nx: @ada\n',
  'yaml-syntax/indentation': 'chiosa: 1\nx:\n  a: 1\n b: 2\n',
  'yaml-syntax/key': 'chiosa: 1\nx:1\n',
  'yaml-syntax/long-key': `chiosa: 1\n${'x'.repeat(1100)}: 1\n`,
  'yaml-syntax/missing-character': 'chiosa: 1\nx: { "a" 1 }\n',
  'yaml-syntax/second-key': 'chiosa: 1\nx: Ada: parla\n',
  'yaml-syntax/tab': 'chiosa: 1\nx:\n\ta: 1\n',
  'yaml-syntax/unclosed-bracket': 'chiosa: 1\nx: [ 1\n',
  'yaml-syntax/unclosed-quotation': 'chiosa: 1\nx: "a\n',
  'yaml-syntax/unexpected': 'chiosa: 1\nx: "a "b" c"\n',
  'duplicate-key': 'chiosa: 1\nx: 1\nx: 2\n',
  'merge-conflict': '<<<<<<< HEAD\nchiosa: 1\n=======\n>>>>>>> x\n',
  'merge-conflict/versions': `chiosa: 1\narticle: { title: Bea, conflict: { theirs: { title: Ada } } }\n`,
  'merge-conflict/removed': `chiosa: 1\n${said}, conflict: { theirs: removed } } ]\n`,
  'version-missing': 'x: 1\n',
  'version-newer': 'chiosa: 2\n',
  'invalid-value': `chiosa: 1\n${ada}{ exact: Ada, occurrence: 9007199254740993 } ] } }\n`,
  'invalid-value/missing': 'chiosa: 1\nentities: { ada: { name: Ada } }\n',
  'invalid-value/empty': 'chiosa: 1\nentities: { ada: { name: "", type: person } }\n',
  'invalid-value/text': 'chiosa: 1\narticle: { title: 5 }\n',
  'invalid-value/list': 'chiosa: 1\nquotes: { kind: direct }\n',
  'invalid-value/number': `chiosa: 1\n${ada}{ exact: Ada, occurrence: uno } ] } }\n`,
  'invalid-value/whole-number': `chiosa: 1\n${ada}{ exact: Ada, occurrence: 1.5 } ] } }\n`,
  'invalid-value/mapping': 'chiosa: 1\narticle: Ada\n',
  'invalid-value/names': 'chiosa: 1\nentities: [ Ada ]\n',
  'invalid-value/one-of': 'chiosa: 1\narticle: { status: finito }\n',
  'invalid-value/key': 'chiosa: 1\n[ ada ]: 1\n',
  'invalid-value/version': 'chiosa: uno\n',
  'invalid-value/sidecar': '- ada\n',
  'invalid-value/blob-id': 'chiosa: 1\ntext: HEAD\n',
  'invalid-value/date': 'chiosa: 1\narticle: { published: ieri }\n',
  'invalid-value/beside-exact': `chiosa: 1\n${ada}{ exact: Ada, spans: [] } ] } }\n`,
  'invalid-value/beside-spans': `chiosa: 1\n${ada}{ spans: [ { exact: Ada } ], prefix: x } ] } }\n`,
  'invalid-value/without-exact': `chiosa: 1\n${said}, speaker: { entity: ada, prefix: 1, suffix: 2 } } ]\n`,
  'unknown-key': 'chiosa: 1\nchiave: 1\n',
  'unknown-type': 'chiosa: 1\nentities: { ada: { name: Ada, type: nave } }\n',
  'unknown-quote-kind': `chiosa: 1\n${said.replace('direct', 'mixed')} } ]\n`,
  'unknown-attribute-value': `chiosa: 1\n${said}, tono: grave } ]\n`,
  'unknown-attribute-value/boolean': `chiosa: 1\n${ada}{ exact: Ada, metonimo: forse } ] } }\n`,
  'unknown-attribute-value/text': `chiosa: 1\narticle: { redazione: 5 }\n`,
  'misplaced-attribute': `chiosa: 1\n${ada}{ exact: Ada, stazza: grande } ] } }\n`,
  'unknown-entity': `chiosa: 1\n${said}, speaker: { entity: bea } } ]\n`,
  'quote-without-speaker': `chiosa: 1\n${said} } ]\n`,
  'duplicate-annotation': `chiosa: 1\n${ada}{ exact: Ada }, { exact: Ada } ] } }\n`,
  'anchor-lost': `chiosa: 1\n${ada}{ exact: Bea } ] } }\n`,
  'anchor-ambiguous': `chiosa: 1\n${ada}{ exact: lago } ] } }\n`,
  'text-changed': `chiosa: 1\ntext: ${'a'.repeat(40)}\n${ada}{ exact: Ada } ] } }\n`,
};

/** Schemas that went wrong. */
const schemas: Partial<Record<What, string>> = {
  'invalid-value/schema': '- nave\n',
  'invalid-value/type-key': 'types: { nave: { key: NN } }\n',
  'invalid-value/color': 'types: { nave: { color: blu } }\n',
  'invalid-value/attribute': 'attributes: { quote: { tono: 5 } }\n',
  'invalid-value/names': 'types: [ nave ]\n',
  'reserved-key': 'types: { nave: { key: q } }\n',
  'repeated-key': 'types: { nave: { key: v }, barca: { key: v } }\n',
  'reserved-name': 'attributes: { mention: { exact: text } }\n',
};

/** Articles that cannot be read. */
const articles: Partial<Record<What, Uint8Array>> = {
  'file-too-large': new Uint8Array(10_000_001).fill(97),
  'file-binary': Uint8Array.of(97, 0),
  'file-not-utf8': Uint8Array.of(0xe8, 97),
};

const adaPerrin =
  'chiosa: 1\nentities: { ada: { name: Ada Perrin, type: person, rimando: "https://ada.example/Q1" } }\n';

/** What two sidecars say in two ways: the second one, beside that of Ada Perrin. */
const disagreeing: Partial<Record<What, string>> = {
  'differing-name': adaPerrin.replace('Ada Perrin', 'Perrin'),
  'differing-type': adaPerrin.replace('person', 'ship'),
  'differing-link': adaPerrin.replace('Q1', 'Q2'),
  'shared-name': adaPerrin.replace('ada:', 'perrin:'),
  'entity-elsewhere': `chiosa: 1\n${said}, speaker: { entity: ada } } ]\n`,
};

/** What files do not tell but hosts, and what the parser of YAML says where it is at a loss. */
const told: readonly Problem[] = [
  problem('yaml-syntax', startOfFile),
  problem('yaml-syntax/depth', startOfFile),
  problem('article-missing', startOfFile, { article: 'a.txt' }),
  problem('file-unreadable', startOfFile, { reason: 'EIO' }),
  problem('file-unreadable/permission', startOfFile),
  problem('file-unreadable/folder', startOfFile),
  problem('file-unreadable/unavailable', startOfFile),
];

const project = readSchema(
  [
    'types: { person: , ship: }',
    'quoteKinds: { direct: }',
    'attributes:',
    '  mention: { metonimo: boolean, stazza: { values: text, types: [ ship ] } }',
    '  quote: { tono: [ lieto, triste ] }',
    '  article: { redazione: text }',
  ].join('\n'),
);

function foundIn(what: string, source: string, problems: readonly Problem[]): Found {
  const wanted = problems.find(({ code, reason }) => (reason ?? code) === what);
  const others = problems.map(({ code, reason }) => reason ?? code).join(', ');
  assert.ok(wanted, `${what} in ${source.slice(0, 200)}: ${others}`);
  return { source, problem: wanted };
}

function allProblems(): Found[] {
  const { article } = readArticle(new TextEncoder().encode(text));
  const { schema } = project;
  assert.ok(article && schema, JSON.stringify(project.problems));
  return [
    ...Object.entries(sidecars).map(([what, source]) =>
      foundIn(what, source, readSidecar(source, article, schema).problems),
    ),
    ...Object.entries(schemas).map(([what, source]) =>
      foundIn(what, source, readSchema(source).problems),
    ),
    ...Object.entries(articles).map(([what, bytes]) => {
      const { problem: why } = readArticle(bytes);
      return foundIn(what, '', why ? [why] : []);
    }),
    ...Object.entries(disagreeing).map(([what, source]) => {
      const corpus = new Corpus();
      [adaPerrin, source].forEach((each, at) => {
        corpus.put(String(at), readSummary(each));
      });
      const alone = readSidecar(source, article, schema).problems;
      const problems = [
        ...corpus.inconsistencies().map((each) => inconsistencyProblem(each, startOfFile)),
        ...alone.map((each) => problemIn(corpus, each)),
      ];
      return foundIn(what, adaPerrin + source, problems);
    }),
    ...told.map((each) => ({ source: 'a.txt EIO', problem: each })),
  ];
}

const wordsOf = (of: string): string[] => of.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that are no sentence: those of the formats, names of techniques, and what both languages have. */
const formatWords = new Set([
  ...defaultSchema.types.map(({ id }) => id),
  ...[...quoteKinds, ...articleStatuses],
  ...wordsOf('type boolean text true false exact spans charts.red ship lieto triste'),
  ...wordsOf('metonimo stazza tono redazione'),
  ...wordsOf('chiosa Chiosa YAML git merge ours blob id UTF NUL byte MB file system schema in'),
]);

describe('the sentences of problems', () => {
  it('are all told of here', () => {
    const covered = new Set(allProblems().map(({ problem: { code, reason } }) => reason ?? code));
    assert.deepEqual([...covered].sort(), Object.keys(sentences).sort());
  });

  it('name what the file says, and say nothing themselves', () => {
    for (const { source, problem: each } of allProblems()) {
      const known = new Set(wordsOf(source));
      for (const word of wordsOf(Object.values(each.detail).join(' '))) {
        const isNumber = /^(?:\d+|0x[\da-f]+|[a-z])$/.test(word);
        assert.ok(
          isNumber || known.has(word) || formatWords.has(word),
          `“${word}” is of no file: ${JSON.stringify(each)}`,
        );
      }
    }
  });

  it('are Italian from the first word to the last', () => {
    for (const { source, problem: each } of allProblems()) {
      const english = sentences[each.reason ?? each.code] ?? '';
      const message = problemMessage(each, (sentence) => italian[sentence] ?? sentence);
      const known = new Set([...wordsOf(source), ...wordsOf(Object.values(each.detail).join(' '))]);
      const left = wordsOf(english.replace(/\{\w+\}/g, ''))
        .filter((word) => word.length > 1 && !/\d/.test(word))
        .filter((word) => !known.has(word) && !formatWords.has(word))
        .filter((word) => wordsOf(message).includes(word));
      assert.deepEqual(left, [], message);
      assert.doesNotMatch(message, /\{\w+\}/, 'all is filled in');
      assert.notEqual(message, problemMessage(each));
    }
  });
});
