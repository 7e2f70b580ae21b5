import { findArticles } from '../articleFiles';
import { parsePathsAndFormat, type Command } from '../command';
import { doJob } from '../pool';
import { Progress } from '../progress';
import { asLine, reported, schemaProblems, statusOf, type ReportedProblem } from '../report';
import { withSession } from '../session';

/** `chiosa check`: every problem of sidecars and articles. */
export const check: Command = {
  name: 'check',
  usage: 'check [PATH…] [--format text|json|sarif|github]',
  summary: 'Report every problem of articles and their sidecars (default: of this folder).',
  async run(args, io) {
    const { paths, format } = parsePathsAndFormat(args, ['text', 'json', 'sarif', 'github']);
    const given = paths.length > 0 ? paths : ['.'];
    return withSession(io.cwd, async (session) => {
      const { articles, missing } = await findArticles(given, io.cwd, session.projects);
      const problems = missing.map(reported);
      const progress = new Progress(io, articles.length);
      await doJob('check', articles, progress, session, (found) => problems.push(...found));
      problems.push(...(await schemaProblems(articles, session.projects)));
      io.out(formats[format](problems));
      if (format === 'text') io.err(summaryOf(articles.length, problems));
      return statusOf(problems);
    });
  },
};

const formats = {
  text: (problems: readonly ReportedProblem[]) => problems.map(asLine).join(''),
  json: (problems: readonly ReportedProblem[]) => `${JSON.stringify(problems, null, 2)}\n`,
  sarif: asSarif,
  github: (problems: readonly ReportedProblem[]) => problems.map(asWorkflowCommand).join(''),
} as const;

function summaryOf(articles: number, problems: readonly ReportedProblem[]): string {
  const count = (severity: string) => problems.filter((p) => p.severity === severity).length;
  return `articles: ${articles}, errors: ${count('error')}, warnings: ${count('warning')}, notes: ${count('info')}\n`;
}

/** Source: SARIF 2.1.0 (OASIS); columns in UTF-16 code units, its default. */
function asSarif(problems: readonly ReportedProblem[]): string {
  const levels = { error: 'error', warning: 'warning', info: 'note' } as const;
  const results = problems.map(({ file, line, column, severity, code, message }) => ({
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const rules = [...new Set(problems.map(({ code }) => code))].map((id) => ({ id }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'chiosa', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Source: GitHub's workflow commands; `%`, line breaks, and in properties `:` and `,` are escaped. */
function asWorkflowCommand({
  file,
  line,
  column,
  severity,
  code,
  message,
}: ReportedProblem): string {
  const data = (text: string) =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const level = severity === 'info' ? 'notice' : severity;
  return `::${level} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(message)}\n`;
}
