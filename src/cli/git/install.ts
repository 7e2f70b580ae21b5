import fs from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../node/replaceFile';
import { commandKey, configure, deconfigure, shellCommand } from './configuration';
import { hookPlace } from './hookPlace';
import { shellShebang, withBlock, withoutBlock } from './ownBlock';
import { gitPath, type Repository } from './repository';

const attributeLines = ['*.ann.yaml merge=chiosa diff=chiosa'];

/** Runs before all that is in the hook, which may end with `exec` or `exit`; in a clone that lacks the setting, nothing. */
const hookLines = [
  `if chiosa=$(git config ${commandKey}); then eval "$chiosa check --staged" || exit 1; fi`,
];

/** What is set up, or taken back, and what could not be, to a person. */
export interface Installed {
  readonly done: readonly string[];
  readonly left?: string;
}

/** Sets up merging, diffs and the check before commits. Once and twice give the same. @throws where files refuse */
export async function install(
  repository: Repository,
  program: readonly string[],
): Promise<Installed> {
  await configure(repository, shellCommand(program));
  const attributes = await gitPath(repository, 'info/attributes');
  await write(attributes, withBlock(await read(attributes), attributeLines));
  const done = ['merge.chiosa and diff.chiosa in the configuration', attributes];
  const place = await hookPlace(repository);
  if ('refusal' in place) return { done, left: place.refusal };
  const before = await read(place.file);
  const isNew = before === undefined || withoutBlock(before) === undefined;
  const source = withBlock(isNew ? undefined : before, hookLines);
  await write(place.file, isNew ? shellShebang + source : source);
  if (isNew) await fs.chmod(place.file, 0o755);
  return { done: [...done, place.file] };
}

/** Takes back what `install` has set up. @throws where files refuse */
export async function uninstall(repository: Repository): Promise<Installed> {
  const place = await hookPlace(repository);
  const files = [
    await gitPath(repository, 'info/attributes'),
    ...('file' in place ? [place.file] : []),
  ];
  for (const file of files) {
    const source = await read(file);
    const rest = source === undefined ? undefined : withoutBlock(source);
    if (source === undefined || rest === source) continue;
    if (rest === undefined) await fs.rm(file);
    else await write(file, rest);
  }
  await deconfigure(repository);
  return { done: [] };
}

/** What to put into a hook by hand. */
export const hookLine = hookLines.join('\n');

// Bytes as characters, so that whatever encoding a file has, it keeps it.

async function read(file: string): Promise<string | undefined> {
  return fs.readFile(file, 'latin1').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

async function write(file: string, source: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await replaceFile(file, Buffer.from(source, 'latin1'));
}
