import { refusalText } from '../../core/check/hookRefusals';
import { exitStatus, parseOptions, UsageError, type Command, type Io } from '../command';
import { hookLine, install, uninstall } from '../../node/git/install';
import { openRepository } from '../../node/git/repository';
import { sidecarText } from '../git/sidecarText';
import { asLine, reported } from '../report';
import { readSource } from '../sourceFiles';

/** `chiosa git`: what git is to do with sidecars. */
export const git: Command = {
  name: 'git',
  usage: 'git install [--uninstall]',
  summary: 'Set up merging and diffs by meaning, and a check before commits, in this repository.',
  async run(args, io) {
    const { values, paths } = parseOptions(args, { uninstall: { type: 'boolean' } });
    const [what, file, ...others] = paths;
    if (what === 'textconv' && file !== undefined && others.length === 0) return textconv(file, io);
    if (what !== 'install' || file !== undefined) throw new UsageError('Say git install.');
    return setUp(values.uninstall === true, io);
  },
};

async function setUp(isUninstall: boolean, io: Io): Promise<number> {
  const repository = await openRepository(io.cwd);
  if ('failure' in repository) {
    io.err(`chiosa: ${repository.failure}\n`);
    return exitStatus.inaccessible;
  }
  try {
    const program = io.program ?? ['chiosa'];
    if (isUninstall) {
      await uninstall(repository);
      return exitStatus.fine;
    }
    const { done, left } = await install(repository, program);
    io.out(done.map((each) => `set up: ${each}\n`).join(''));
    if (left === undefined) return exitStatus.fine;
    io.err(
      `No check before commits: ${refusalText(left)}.\nTo have it, put this line into the hook yourself:\n${hookLine}\n`,
    );
    return exitStatus.problems;
  } catch (error) {
    io.err(`chiosa: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitStatus.inaccessible;
  }
}

/** For git, which gives the path of a version of a sidecar, and shows the difference of what is printed. */
async function textconv(file: string, io: Io): Promise<number> {
  const source = await readSource(file, io.cwd);
  if (source?.text === undefined) {
    for (const each of source?.problems ?? []) io.err(asLine(reported(each)));
    return exitStatus.inaccessible;
  }
  io.out(sidecarText(source.text));
  return exitStatus.fine;
}
