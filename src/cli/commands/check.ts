import { problemIn } from '../../core/corpus/consistency';
import { Corpus } from '../../core/corpus/corpus';
import { findArticles } from '../articleFiles';
import { exitStatus, parsePathsAndFormat, UsageError, type Command, type Io } from '../command';
import { sidecarPath } from '../../core/sidecar/location';
import { corpusProblems } from '../corpusProblems';
import { openRepository } from '../../node/git/repository';
import { withStaged } from '../git/staged';
import { doJob } from '../pool';
import { Progress } from '../progress';
import { asLine, reported, schemaProblems, statusOf, type ReportedProblem } from '../report';
import { withSession } from '../session';

/** `chiosa check`: every problem of sidecars and articles, also of what they say in two ways among each other. */
export const check: Command = {
  name: 'check',
  usage: 'check [PATH…] [--staged] [--format text|json|sarif|github]',
  summary:
    'Report every problem of articles and their sidecars (default: of this folder; --staged: of what is to be committed).',
  async run(args, io) {
    const isStaged = args.includes('--staged');
    const { paths, format } = parsePathsAndFormat(
      args.filter((arg) => arg !== '--staged'),
      ['text', 'json', 'sarif', 'github'],
    );
    if (!isStaged) return checkPaths(paths.length > 0 ? paths : ['.'], format, io);
    if (paths.length > 0) throw new UsageError('--staged takes no PATH.');
    const repository = await openRepository(io.cwd);
    if ('failure' in repository) {
      io.err(`chiosa: ${repository.failure}\n`);
      return exitStatus.inaccessible;
    }
    return withStaged(repository, ({ folder, articles }) =>
      checkPaths(
        articles.map((article) => sidecarPath(article)),
        format,
        { ...io, cwd: folder },
      ),
    );
  },
};

async function checkPaths(
  paths: readonly string[],
  format: keyof typeof formats,
  io: Io,
): Promise<number> {
  return withSession(io.cwd, async (session) => {
    const { articles, missing } = await findArticles(paths, io.cwd, session.projects);
    const found = [...missing];
    const corpus = new Corpus();
    const progress = new Progress(io, articles.length);
    await doJob('check', articles, progress, session, ({ problems, sidecar }) => {
      found.push(...problems);
      if (sidecar) corpus.put(sidecar.file, sidecar.summary);
    });
    found.push(...(await corpusProblems(corpus, io.cwd)));
    const problems = found.map(({ file, problem }) =>
      reported({ file, problem: problemIn(corpus, problem) }),
    );
    problems.push(...(await schemaProblems(articles, session.projects)));
    io.out(formats[format](problems));
    if (format === 'text') io.err(summaryOf(articles.length, problems));
    return statusOf(problems);
  });
}

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
