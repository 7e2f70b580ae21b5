import { unmergeable } from '../core/merge/mergeVersions';
import { parseSource, type ParsedSource } from '../core/sidecar/parseBlocks';
import { readSource, unreadable, type SourceFile } from './sourceFiles';

/** A sidecar that can be read wholly, or what keeps it from that. */
export interface WholeSidecar extends Pick<SourceFile, 'mark' | 'problems'> {
  readonly parsed: ParsedSource;
}

/** Reads a sidecar, which may be empty: git gives an empty file where there is none. Never throws. */
export async function readWhole(file: string, cwd: string): Promise<WholeSidecar> {
  const {
    text = '',
    mark,
    problems,
  } = (await readSource(file, cwd)) ?? {
    mark: '',
    problems: [unreadable(file, 'not found')],
  };
  const parsed = parseSource(text);
  const left = unmergeable(parsed).map((problem) => ({ file, problem }));
  return { parsed, mark, problems: [...problems, ...left] };
}
