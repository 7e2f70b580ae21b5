import { inconsistencyProblem, type Inconsistency } from '../core/corpus/consistency';
import type { Corpus } from '../core/corpus/corpus';
import { recordKeys } from '../core/sidecar/recordPlace';
import { readSource, type LocatedProblem } from './sourceFiles';

/**
 * What sidecars say in two ways, where they say it, in the order in which they were put into the corpus. Sidecars are
 * read again only for that. @param corpus its keys are the paths of sidecars, as given
 */
export async function corpusProblems(corpus: Corpus, cwd: string): Promise<LocatedProblem[]> {
  const byFile = new Map<string, Inconsistency[]>();
  for (const found of corpus.inconsistencies()) {
    byFile.set(found.article, [...(byFile.get(found.article) ?? []), found]);
  }
  const problems: LocatedProblem[] = [];
  for (const file of corpus.articles) {
    const found = byFile.get(file);
    if (!found) continue;
    const source = await readSource(file, cwd);
    if (source?.text === undefined) continue;
    const keys = recordKeys(source.text);
    const placed = found.flatMap((each) => {
      const range = keys(each.entity.id);
      return range ? [{ file, problem: inconsistencyProblem(each, range) }] : [];
    });
    problems.push(
      ...placed.sort((a, b) => a.problem.range.start.line - b.problem.range.start.line),
    );
  }
  return problems;
}
