import path from 'node:path';
import { articlePath, sidecarPath } from '../../core/sidecar/location';
import { replaceFile } from '../../node/replaceFile';
import { exitStatus, parseOptions, UsageError, type Command, type Io } from '../command';
import { mergeFiles, type MergePaths } from '../mergeFiles';
import { asLine, reported, unwritable } from '../report';
import { withSession } from '../session';

/** `chiosa merge`: a three-way merge of sidecars by what their annotations are; also as a merge driver of git. */
export const merge: Command = {
  name: 'merge',
  usage: 'merge BASE OURS THEIRS [--text ARTICLE] [--out PATH]',
  summary:
    'Merge three versions of a sidecar by meaning (as a merge driver of git: %O %A %B --text=%P --out %A).',
  async run(args, io) {
    const { paths, out } = parsed(args);
    return withSession(io.cwd, async (session) => {
      const result = await mergeFiles(paths, session);
      if (result.failures) {
        for (const each of result.failures) io.err(asLine(reported(each)));
        return exitStatus.inaccessible;
      }
      if (!(await write(result.content, out, io))) return exitStatus.inaccessible;
      const file = paths.text === undefined ? (out ?? paths.ours) : sidecarOf(paths.text);
      for (const problem of result.conflicts) io.err(asLine(reported({ file, problem })));
      return result.conflicts.length > 0 ? exitStatus.problems : exitStatus.fine;
    });
  },
};

function parsed(args: readonly string[]): { readonly paths: MergePaths; readonly out?: string } {
  const { values, paths } = parseOptions(args, {
    text: { type: 'string' },
    out: { type: 'string' },
  });
  const [base, ours, theirs, ...others] = paths;
  if (base === undefined || ours === undefined || theirs === undefined || others.length > 0) {
    throw new UsageError('Say three files: BASE, OURS and THEIRS.');
  }
  const { text, out } = values;
  return {
    paths: {
      base,
      ours,
      theirs,
      ...(typeof text === 'string' && { text }),
      // So a merge driver is run, for a file whose article git may not have come to yet.
      isTextOptional: out === ours,
    },
    ...(typeof out === 'string' && { out }),
  };
}

/** The path under which people know the sidecar, where that of a merge driver is a temporary one. */
function sidecarOf(text: string): string {
  return articlePath(text) === undefined ? sidecarPath(text) : text;
}

/** Writes the whole result or nothing. Gives whether it is written. */
async function write(content: string, out: string | undefined, io: Io): Promise<boolean> {
  if (out === undefined) {
    io.out(content);
    return true;
  }
  try {
    await replaceFile(path.resolve(io.cwd, out), new TextEncoder().encode(content));
    return true;
  } catch (error) {
    io.err(asLine(unwritable(out, error)));
    return false;
  }
}
