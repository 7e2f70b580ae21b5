import { findArticles } from '../articleFiles';
import { parseOptions, type Command } from '../command';
import { doJob } from '../pool';
import { Progress } from '../progress';
import type { Change } from '../reanchorArticle';
import { asLine, reported, schemaProblems, statusOf, type ReportedProblem } from '../report';
import { withSession } from '../session';

/** `chiosa reanchor`: sidecars of articles whose text has changed, carried over to the present text. */
export const reanchor: Command = {
  name: 'reanchor',
  usage: 'reanchor [PATH…] [--dry-run]',
  summary:
    'Carry sidecars over to articles whose text has changed, where that is certain (default: of this folder).',
  async run(args, io) {
    const { values, paths } = parseOptions(args, { 'dry-run': { type: 'boolean' } });
    const isDry = values['dry-run'] === true;
    const given = paths.length > 0 ? paths : ['.'];
    return withSession(io.cwd, async (session) => {
      const { articles, missing } = await findArticles(given, io.cwd, session.projects);
      const progress = new Progress(io, articles.length);
      const problems: ReportedProblem[] = [];
      const report = (found: readonly ReportedProblem[]) => {
        problems.push(...found);
        for (const problem of found) progress.io.err(asLine(problem));
      };
      const changes: Change[] = [];
      report(missing.map(reported));
      await doJob(isDry ? 'reanchorDry' : 'reanchor', articles, progress, session, (result) => {
        report(result.problems);
        if (!result.change) return;
        changes.push(result.change);
        progress.io.out(changeLine(result.change));
      });
      report(await schemaProblems(articles, session.projects));
      io.err(summaryOf(articles.length, changes, isDry));
      return statusOf(problems);
    });
  },
};

function changeLine({ sidecarFile, carried, lost, ambiguous }: Change): string {
  return `${sidecarFile}: carried: ${carried}, lost: ${lost}, ambiguous: ${ambiguous}\n`;
}

function summaryOf(articles: number, changes: readonly Change[], isDry: boolean): string {
  const sum = (count: (change: Change) => number) =>
    changes.reduce((total, change) => total + count(change), 0);
  return [
    `articles: ${articles}`,
    `sidecars ${isDry ? 'to change' : 'changed'}: ${changes.length}`,
    `carried: ${sum(({ carried }) => carried)}`,
    `lost: ${sum(({ lost }) => lost)}`,
    `ambiguous: ${sum(({ ambiguous }) => ambiguous)}\n`,
  ].join(', ');
}
