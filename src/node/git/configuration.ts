import { gitIn, type Repository } from './repository';

/** The key that says how Chiosa is run here; the hook asks for it, so that the hook says no path of a machine. */
export const commandKey = 'chiosa.command';

/** The key under which it stands in which hook the check is. */
const hookKey = 'chiosa.hook';

/** A command for the shell that git runs, on Windows too, where that is a POSIX shell. */
export function shellCommand(parts: readonly string[]): string {
  const quoted = parts.map((part) => {
    const path = process.platform === 'win32' ? part.replaceAll('\\', '/') : part;
    return `'${path.replaceAll("'", "'\\''")}'`;
  });
  return quoted.join(' ');
}

/** The settings, by their keys. @param command as `shellCommand` gives it */
export function settingsFor(command: string): ReadonlyMap<string, string> {
  // git puts paths in place of %O, %P and so on, quoted by itself; %% is one per cent.
  const driver = command.replaceAll('%', '%%');
  return new Map([
    ['merge.chiosa.name', 'annotations, merged by meaning'],
    ['merge.chiosa.driver', `${driver} merge %O %A %B --text=%P --out %A`],
    ['diff.chiosa.textconv', `${command} git textconv`],
    [commandKey, command],
  ]);
}

/** Sets them, and keeps what somebody else has set before. @throws where git refuses */
export async function configure(repository: Repository, command: string): Promise<void> {
  const isInstalled = (await local(repository, commandKey)) !== undefined;
  for (const [key, value] of settingsFor(command)) {
    const before = await local(repository, key);
    if (before !== undefined && !isInstalled) await set(repository, replacedKey(key), before);
    if (before !== value) await set(repository, key, value);
  }
}

/** Keeps in mind in which hook the check is: where git looks for hooks may change. @throws where git refuses */
export async function rememberHook(repository: Repository, file: string): Promise<void> {
  if ((await local(repository, hookKey)) !== file) await set(repository, hookKey, file);
}

/** The hook that the check was put into; undefined where it was not. */
export function hookInstalled(repository: Repository): Promise<string | undefined> {
  return local(repository, hookKey);
}

/** Takes the settings back. @throws where git refuses */
export async function deconfigure(repository: Repository): Promise<void> {
  await config(repository, '--unset-all', hookKey);
  if ((await local(repository, commandKey)) === undefined) return;
  for (const key of settingsFor('').keys()) {
    const before = await local(repository, replacedKey(key));
    if (before === undefined) await config(repository, '--unset-all', key);
    else {
      await set(repository, key, before);
      await config(repository, '--unset-all', replacedKey(key));
    }
  }
}

function replacedKey(key: string): string {
  return `chiosa.${key}.replaced`;
}

/** The value of a key in the repository's own configuration. */
async function local(repository: Repository, key: string): Promise<string | undefined> {
  const { status, out } = await gitIn(repository, 'config', '--local', '--null', '--get', key);
  return status === 0 ? out.replace(/\0$/, '') : undefined;
}

async function set(repository: Repository, key: string, value: string): Promise<void> {
  await config(repository, '--replace-all', key, value);
}

async function config(repository: Repository, ...args: readonly string[]): Promise<void> {
  const { status, err } = await gitIn(repository, 'config', '--local', ...args);
  // 5: there is nothing to unset.
  if (status !== 0 && status !== 5) throw new Error(err.trim());
}
