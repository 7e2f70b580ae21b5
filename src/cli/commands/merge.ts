import path from 'node:path';
import { articlePath, sidecarPath } from '../../core/sidecar/location';
import { replaceFile } from '../../node/replaceFile';
import { exitStatus, parseOptions, UsageError, type Command, type Io } from '../command';
import { mergeByLines } from '../mergeByLines';
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
        if (out === paths.ours) await leaveMarks(paths, io);
        return exitStatus.inaccessible;
      }
      if (out === undefined) io.out(result.content);
      else if (!(await write(new TextEncoder().encode(result.content), out, io))) {
        return exitStatus.inaccessible;
      }
      const file = nameOf(paths.text, out ?? paths.ours);
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

/**
 * Merges by lines into ours: git takes what a merge driver leaves for the conflict, whatever its status is, and ours alone,
 * without marks, would pass for a merge that has nothing of theirs.
 */
async function leaveMarks(paths: MergePaths, io: Io): Promise<void> {
  const merged = await mergeByLines(paths, io.cwd);
  if (!merged || !(await write(merged, paths.ours, io))) return;
  io.err(
    `${nameOf(paths.text, paths.ours)}: merged by lines, since not all versions can be read.\n`,
  );
}

/** The path under which people know the sidecar, where that of a merge driver is a temporary one. */
function nameOf(text: string | undefined, written: string): string {
  if (text === undefined) return written;
  return articlePath(text) === undefined ? sidecarPath(text) : text;
}

/** Writes the whole result or nothing. Gives whether it is written. */
async function write(content: Uint8Array, out: string, io: Io): Promise<boolean> {
  try {
    await replaceFile(path.resolve(io.cwd, out), content);
    return true;
  } catch (error) {
    io.err(asLine(unwritable(out, error)));
    return false;
  }
}
