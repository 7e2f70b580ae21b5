import { check } from './commands/check';
import { diff } from './commands/diff';
import { git } from './commands/git';
import { merge } from './commands/merge';
import { reanchor } from './commands/reanchor';
import { show } from './commands/show';
import { exitStatus, UsageError, type Command, type Io } from './command';

const commands: readonly Command[] = [show, check, reanchor, merge, diff, git];

const help = `chiosa: annotations of news articles, kept in YAML beside the text

Usage: chiosa COMMAND [OPTIONS] [PATH…]

${commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join('\n')}

PATH is an article, its sidecar (ARTICLE.ann.yaml), or a folder with articles.
Exit status: 0 fine, 1 problems found, 2 wrong usage, 3 a file could not be read or written.
`;

/**
 * Runs the command line with the arguments behind `chiosa`; results go to `io.out`, the rest to `io.err`.
 * @returns the exit status. Never throws for what a user can cause.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    io.out(help);
    return exitStatus.fine;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) {
      throw new UsageError(
        name === undefined ? 'Say what to do.' : `There is no command “${name}”.`,
      );
    }
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const usage = command ? `Usage: chiosa ${command.usage}` : 'See chiosa --help.';
    io.err(`chiosa: ${error.message}\n${usage}\n`);
    return exitStatus.usage;
  }
}
