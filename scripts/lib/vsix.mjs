// @ts-check
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { packageScript } from './run.mjs';
import { root } from './setUp.mjs';

/** Builds and packages the extension, as `npm run package` does. @returns {string} the .vsix file */
export function packageExtension() {
  const file = path.join(root, 'dist', 'chiosa.vsix');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const args = [packageScript('@vscode/vsce', 'vsce'), 'package', '--no-dependencies', '-o', file];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return file;
}
