import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeSets } from '../../../../src/core/merge/mergeSets';
import { mergeSidecars, type MergedSidecar } from '../../../../src/core/merge/mergeSidecars';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { keySorted } from '../../../../src/core/model/equal';
import { defaultSchema } from '../../../../src/core/model/schema';
import { parseSource } from '../../../../src/core/sidecar/parseBlocks';
import type { ArticleFile } from '../../../../src/core/sidecar/articleFile';
import { readSidecar } from '../../../../src/core/sidecar/read';
import type { YamlValue } from '../../../../src/core/sidecar/render';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { commentsOf, parseYaml } from '../../../../src/core/sidecar/yamlTokens';
import { branches, type Branches } from '../../../support/branches';
import { readSet } from '../../../support/builders';
import { asText, factsOf } from '../../../support/facts';
import { itHolds } from '../../../support/property';
import { UntidyYaml } from '../../../support/untidyYaml';

interface Sources {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

function merged({ base, ours, theirs }: Sources, article: ArticleFile): MergedSidecar {
  const [b, o, t] = [base, ours, theirs].map(parseSource) as [
    ReturnType<typeof parseSource>,
    ReturnType<typeof parseSource>,
    ReturnType<typeof parseSource>,
  ];
  return mergeSidecars({ base: b, ours: o, theirs: t }, article, () => undefined);
}

/** The codes of what is wrong with a source, each as often as it is. */
function codesIn(source: string, article: ArticleFile): string[] {
  return readSidecar(source, article, defaultSchema).problems.map(({ code }) => code);
}

function valueOf(set: AnnotationSet): unknown {
  return JSON.parse(keySorted({ ...set, entities: Object.fromEntries(set.entities) }));
}

describe('a merge of any two fresh sidecars', () => {
  const cases = branches.map((each) => {
    const { article, base, ours, theirs } = each;
    const write = (set: AnnotationSet) =>
      writeSidecar(readSet(writeSidecar(set, article), article), article);
    const sources = { base: write(base), ours: write(ours), theirs: write(theirs) };
    return { ...each, sources, result: merged(sources, article) };
  });

  itHolds(
    'says what the merge of their sets says, as Chiosa writes it, with no problems but theirs and its conflicts',
    cases,
    ({ article, sources, result, ...sets }) => {
      const set = readSet(result.source, article);
      assert.deepEqual(valueOf(set), valueOf(mergeSets(sets)));
      assert.equal(writeSidecar(set, article), result.source);
      const allowed = new Set(
        [sources.ours, sources.theirs].flatMap((source) => codesIn(source, article)),
      );
      const codes = codesIn(result.source, article);
      for (const code of codes) assert.ok(allowed.has(code) || code === 'merge-conflict', code);
      const found = codes.filter((code) => code === 'merge-conflict');
      assert.equal(found.length, result.conflicts.length);
    },
  );
});

describe('a merge of any two sidecars that people have written', () => {
  /** Sidecars as people write them, with comments that say which of the three they are in. */
  const cases = fc
    .record({
      each: branches,
      choices: fc.array(fc.nat(9), { minLength: 20, maxLength: 40 }),
      eol: fc.constantFrom('\n', '\n', '\r\n'),
    })
    .map(({ each, choices, eol }) => {
      const untidy = (set: AnnotationSet, side: string) => {
        const data = parseYaml(writeSidecar(set, each.article)).toJS() as Record<string, YamlValue>;
        const { lines } = new UntidyYaml(data, choices);
        return lines.map(({ text }) => text.replace(/# c(?=\d+$)/, `# ${side}`) + eol).join('');
      };
      const sources = {
        base: untidy(each.base, 'b'),
        ours: untidy(each.ours, 'o'),
        theirs: untidy(each.theirs, 't'),
      };
      return { ...each, sources, result: merged(sources, each.article) };
    });

  itHolds(
    'says what the merge of their sets says, with the comments of both',
    cases,
    ({
      article,
      result: { source },
      sources,
      ...sets
    }: Branches & { sources: Sources; result: MergedSidecar }) => {
      const expected = asText(factsOf(mergeSets(sets)));
      assert.deepEqual(asText(factsOf(readSet(source, article))), expected, source);
      const comments = (text: string) =>
        commentsOf(text).map((comment) => comment.source.trimEnd());
      const all = [...comments(sources.ours), ...comments(sources.theirs)];
      const left = new Set(comments(source));
      assert.deepEqual(
        all.filter((comment) => !left.has(comment)),
        [],
        source,
      );
    },
  );
});
