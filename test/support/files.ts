import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Files of the repository, and folders that are there for one test.

/** The path of a file of this repository; tests are run from its root. */
export function repositoryPath(...parts: readonly string[]): string {
  return path.resolve(...parts);
}

/** Runs a test in a new folder with these files, by their paths in it; the folder is then removed. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
    return await test(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
