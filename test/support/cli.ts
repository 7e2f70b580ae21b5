import type { Io } from '../../src/cli/command';
import { runCli } from '../../src/cli/main';
import { withFolder } from './files';

/** What a run of the command line gave. */
export interface CliResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command line in a folder of its own. */
export interface CliFolder {
  readonly path: string;
  readonly chiosa: (...args: readonly string[]) => Promise<CliResult>;
}

/** Runs a test in a temporary folder with these files; it is gone afterwards. `more` is of the world it runs in. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: CliFolder) => Promise<void>,
  more: Pick<Io, 'isTerminal' | 'workers'> = {},
): Promise<void> {
  await withFolder(files, (folder) =>
    test({
      path: folder,
      chiosa: async (...args) => {
        let [out, err] = ['', ''];
        const status = await runCli(args, {
          ...more,
          cwd: folder,
          out: (text) => (out += text),
          err: (text) => (err += text),
        });
        return { status, out, err };
      },
    }),
  );
}

/** An article with a difficulty in each line, and its sidecar. */
export const harbour = {
  article:
    '\uFEFF🌊 Il porto\r\nMarta Dell’Oro 👩‍🔧 ha detto: «Il molo tiene», e poi: «per ora».\r\n',
  sidecar: [
    'chiosa: 1',
    'entities:',
    '  marta-dell-oro:',
    '    name: Marta Dell’Oro',
    '    type: person',
    '    mentions:',
    '      - { exact: Marta Dell’Oro }',
    'quotes:',
    '  - kind: direct',
    '    content:',
    '      - { exact: Il molo tiene }',
    '      - { exact: per ora }',
    '    cue: { exact: ha detto }',
    '    speaker: { entity: marta-dell-oro, exact: Marta Dell’Oro }',
    '',
  ].join('\n'),
};

/** A line of `chiosa show --format jsonl`, as docs/cli.md describes it. */
export interface ShownArticle {
  readonly file: string;
  readonly sidecar: string | null;
  readonly entities: readonly {
    start: number;
    end: number;
    type: string;
    id: string;
    text: string;
  }[];
  readonly quotes: readonly {
    kind: string;
    content: [number, number][];
    cue: [number, number][] | null;
    speaker: [number, number][] | null;
    speakerEntity: string | null;
  }[];
  readonly problems: readonly { code: string; message: string; line: number; column: number }[];
}
