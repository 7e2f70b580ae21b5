import * as vscode from 'vscode';

/** How the tests run in every VS Code. A host under load can take seconds to start another part. */
export const mochaOptions = {
  ui: 'bdd',
  reporter: 'spec',
  color: false,
  timeout: 20_000, // ms
} as const;

/** What `scripts/testHost.mjs` reads: whatever does not begin with a mark, it takes for VS Code's own. */
function print(line: string): void {
  // eslint-disable-next-line no-console -- what a test run prints is its result
  console.log(line);
}

/**
 * Prints what mocha's reporter says, each line marked.
 * Mocha formats its lines as Node's `util.format` does, and uses only `%s` and `%d`.
 */
export function printMarked(template = '', ...values: (string | number)[]): void {
  const text = template.replaceAll(/%[sd]/g, () => String(values.shift() ?? ''));
  for (const line of [text, ...values].join(' ').split('\n')) print(`[test] ${line}`);
}

/**
 * Loads every test file.
 * @throws what a test file throws while it is loaded, after printing it: VS Code says nothing about it.
 */
export async function loadTests(): Promise<void> {
  try {
    await import('tests');
  } catch (error) {
    printMarked('%s', error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

/**
 * Runs the tests and prints their numbers in the last line.
 * @throws when a test failed: VS Code then ends with an exit code that says so.
 */
export function runAndReport(mocha: Pick<Mocha, 'run'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const counts = { passed: passes, failed: failures, skipped: pending };
      print(`[test-stats] ${JSON.stringify({ version: vscode.version, ...counts })}`);
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}
