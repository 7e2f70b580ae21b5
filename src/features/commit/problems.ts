import * as vscode from 'vscode';
import { severityOf, type Problem } from '../../core/check/problem';
import { problemIn } from '../../core/corpus/consistency';
import { toProblemRange } from '../../host/convert';
import { inParallel } from '../../host/inParallel';
import type { Watch } from '../../host/progress';
import { placedInconsistencies } from '../../workspace/inconsistencies';
import type { Services } from '../../workspace/services';
import { sidecarUri } from '../../workspace/sidecarFile';

/** A problem and the file that it is in. */
interface PlacedProblem {
  readonly uri: vscode.Uri;
  readonly problem: Problem;
}

/** An article with errors or warnings. */
export interface FaultyArticle {
  readonly name: string;
  readonly errors: number;
  readonly warnings: number;
  readonly first: PlacedProblem;
}

interface ArticleToCheck {
  readonly name: string;
  readonly uri: vscode.Uri;
}

/**
 * The articles that have errors or warnings, in their order: the same that the Problems panel shows of open ones.
 * @throws {vscode.CancellationError} where the user cancels
 */
export async function faultyArticles(
  services: Services,
  articles: readonly ArticleToCheck[],
  watch: Watch,
): Promise<FaultyArticle[]> {
  const corpus = await services.corpus.now();
  const keys = new Set(articles.map(({ uri }) => sidecarUri(uri).toString()));
  const among = corpus.inconsistencies().filter(({ article }) => keys.has(article));
  const found: PlacedProblem[][] = [];
  await inParallel(articles, async ({ uri }, index) => {
    watch.step(index, articles.length);
    const sidecar = sidecarUri(uri);
    const own = await services.articles.use(uri, async (article) => {
      await article.reload();
      return article.state;
    });
    const ofOthers = among.filter(({ article }) => article === sidecar.toString());
    const inconsistent = await placedInconsistencies(sidecar, ofOthers);
    found[index] = [
      ...own.articleProblems.map((problem) => ({ uri, problem })),
      ...own.sidecarProblems().map((each) => ({ uri: sidecar, problem: problemIn(corpus, each) })),
      ...inconsistent.map(({ problem }) => ({ uri: sidecar, problem })),
    ];
  });
  return articles.flatMap(({ name }, index) => faults(name, found[index] ?? []));
}

function faults(name: string, found: readonly PlacedProblem[]): FaultyArticle[] {
  const of = (severity: string) =>
    found.filter(({ problem }) => severityOf(problem.code) === severity);
  const [errors, warnings] = [of('error'), of('warning')];
  const first = errors[0] ?? warnings[0];
  return first ? [{ name, errors: errors.length, warnings: warnings.length, first }] : [];
}

/** Shows the first problem in its file, and the Problems panel. */
export async function showProblem({ first: { uri, problem } }: FaultyArticle): Promise<void> {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await vscode.window.showTextDocument(uri, { selection: toProblemRange(problem.range) });
}
