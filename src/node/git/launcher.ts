import fs from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../replaceFile';
import { shellCommand } from './configuration';
import { shellShebang } from './ownBlock';

/**
 * A shell script that runs a program: git is told of it once, and it of the program whenever that moves. Where there is no
 * program any more it ends as what git takes for a failure, and not for a merge with conflicts (above 128).
 */
function launcherSource(program: readonly string[]): string {
  const files = program.map((part) => shellCommand([part]));
  return [
    `${shellShebang}# Written by Chiosa for VS Code, which keeps it pointing at the version that is installed.`,
    `for file in ${files.join(' ')}; do`,
    '  if [ ! -f "$file" ]; then',
    '    echo "Chiosa is not installed any more: $file. Install it, or run: git config --remove-section merge.chiosa" >&2',
    '    exit 255',
    '  fi',
    'done',
    // Where the program is that of VS Code's windows, it is Node only if told so.
    `ELECTRON_RUN_AS_NODE=1 exec ${files.join(' ')} "$@"`,
    '',
  ].join('\n');
}

/** Writes a launcher. @param program the path of Node and that of a script @throws what the file system says */
export async function writeLauncher(file: string, program: readonly string[]): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await replaceFile(file, Buffer.from(launcherSource(program)));
}

/** Writes a launcher anew where there is one, and it runs something else. @throws what the file system says */
export async function keepLauncher(file: string, program: readonly string[]): Promise<void> {
  const before = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (before === undefined || before === launcherSource(program)) return;
  await writeLauncher(file, program);
}

/** The program, with its first arguments, that a launcher is. */
export function launching(file: string): readonly string[] {
  return ['sh', file];
}
