import { summaryOf } from '../../core/diff/summary';
import { summaryText } from '../../core/diff/summaryText';
import { exitStatus, parsePathsAndFormat, UsageError, type Command } from '../command';
import { diffFiles } from '../diffFiles';
import { diffJson } from '../diffJson';
import { diffText } from '../diffText';
import { asLine, reported } from '../report';
import { withSession } from '../session';

/** `chiosa diff`: what has changed between two versions of a sidecar, by meaning. */
export const diff: Command = {
  name: 'diff',
  usage: 'diff OLD NEW [--format text|json]',
  summary: 'Say what has changed between two versions of a sidecar by meaning (-: no sidecar).',
  async run(args, io) {
    const { paths, format } = parsePathsAndFormat(args, ['text', 'json']);
    const [old, now, ...others] = paths;
    if (old === undefined || now === undefined || others.length > 0) {
      throw new UsageError('Say two sidecars, OLD and NEW; - stands for none.');
    }
    return withSession(io.cwd, async (session) => {
      const result = await diffFiles(old, now, session);
      if (result.failures) {
        for (const each of result.failures) io.err(asLine(reported(each)));
        return exitStatus.inaccessible;
      }
      io.out(format === 'json' ? diffJson(result) : diffText(result));
      const summary = summaryText(summaryOf(result));
      if (format === 'text' && summary !== '') io.err(`${summary}\n`);
      return exitStatus.fine;
    });
  },
};
