import { parseArgs } from 'node:util';

/** The world as a command sees it; tests give their own. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person sees what is written to `err` as it is written. */
  readonly isTerminal?: boolean;
  /** How the command line is run, as a program and its first arguments. */
  readonly program?: readonly string[];
  /** So many threads may run `program`, the command line itself, for one command; without this, none does. */
  readonly workers?: { readonly program: string; readonly count: number };
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

export const exitStatus = { fine: 0, problems: 1, usage: 2, inaccessible: 3 } as const;

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
  const { values, paths } = parseOptions(args, { format: { type: 'string' } });
  const wanted = values.format ?? formats[0];
  const format = formats.find((candidate) => candidate === wanted);
  if (format === undefined) {
    throw new UsageError(`--format is one of ${formats.join(', ')}, not “${String(wanted)}”.`);
  }
  return { paths, format };
}

/** Takes apart arguments that are paths and options. @throws {UsageError} for options that do not exist */
export function parseOptions<Name extends string>(
  args: readonly string[],
  options: Readonly<Record<Name, { readonly type: 'string' | 'boolean' }>>,
): {
  readonly values: Readonly<Partial<Record<Name, string | boolean>>>;
  readonly paths: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { values: values as Partial<Record<Name, string | boolean>>, paths: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
