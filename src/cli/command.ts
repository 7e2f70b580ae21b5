import { parseArgs } from 'node:util';

/** The world as a command sees it; tests give their own. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** Its arguments, as in `show PATH… [--format text|jsonl]`. */
  readonly usage: string;
  readonly summary: string;
  /** @returns the exit status @throws {UsageError} where the arguments are wrong */
  run(args: readonly string[], io: Io): Promise<number>;
}

export const exitStatus = { fine: 0, problems: 1, usage: 2, unreadable: 3 } as const;

/** The arguments are wrong; the message says how, to a person. */
export class UsageError extends Error {}

/**
 * Takes apart arguments that are paths and one `--format`.
 * @throws {UsageError} for options that do not exist and formats that are not among `formats`
 */
export function parsePathsAndFormat<Format extends string>(
  args: readonly string[],
  formats: readonly [Format, ...Format[]],
): { readonly paths: readonly string[]; readonly format: Format } {
  const { values, positionals } = parse(args, formats[0]);
  const format = formats.find((candidate) => candidate === values.format);
  if (format === undefined) {
    throw new UsageError(`--format is one of ${formats.join(', ')}, not “${values.format}”.`);
  }
  return { paths: positionals, format };
}

function parse(args: readonly string[], defaultFormat: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: defaultFormat } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
