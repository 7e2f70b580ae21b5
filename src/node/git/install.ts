import fs from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../replaceFile';
import type { HookRefusal } from '../../core/check/hookRefusals';
import {
  commandKey,
  configure,
  deconfigure,
  hookInstalled,
  rememberHook,
  shellCommand,
} from './configuration';
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
  readonly left?: HookRefusal;
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
  const former = await hookInstalled(repository);
  if (former !== undefined && former !== place.file) await takeOut(former);
  const source = withBlock(isNew ? undefined : before, hookLines);
  await write(place.file, isNew ? shellShebang + source : source);
  if (isNew) await fs.chmod(place.file, 0o755);
  await rememberHook(repository, place.file);
  return { done: [...done, place.file] };
}

/** Takes back what `install` has set up, in a hook also where git looks for hooks elsewhere by now. @throws where files refuse */
export async function uninstall(repository: Repository): Promise<void> {
  const place = await hookPlace(repository);
  const former = await hookInstalled(repository);
  const hooks = [
    ...('file' in place ? [place.file] : []),
    ...(former === undefined ? [] : [former]),
  ];
  for (const file of new Set([await gitPath(repository, 'info/attributes'), ...hooks])) {
    await takeOut(file);
  }
  await deconfigure(repository);
}

/** Takes our lines out of a file, and removes one that was there for these only. */
async function takeOut(file: string): Promise<void> {
  const source = await read(file);
  const rest = source === undefined ? undefined : withoutBlock(source);
  if (source === undefined || rest === source) return;
  if (rest === undefined) await fs.rm(file);
  else await write(file, rest);
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
