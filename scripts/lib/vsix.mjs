// @ts-check
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { packageScript } from './run.mjs';
import { root } from './setUp.mjs';

/** Where a package is made. */
export const packageFile = path.join(root, 'dist', 'chiosa.vsix');

/** Builds and packages the extension, as `npm run package` does. @returns {string} the .vsix file */
export function packageExtension() {
  fs.mkdirSync(path.dirname(packageFile), { recursive: true });
  const args = [
    packageScript('@vscode/vsce', 'vsce'),
    'package',
    '--no-dependencies',
    '-o',
    packageFile,
  ];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return packageFile;
}
