// @ts-check
// Opens a VS Code to try Chiosa in, on a copy of the sample articles or on a folder of yours:
//
//   npm start -- [--folder DIR] [--port N] [--host auto|desktop|server|server-min]
//
// It is the desktop's VS Code where there is one, with the extension as it is in the repository; else
// a VS Code in the browser, with the packaged extension. Ctrl+C ends it.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop, hasDisplay, openDesktop } from './lib/desktopHost.mjs';
import { keepSamples } from './lib/folders.mjs';
import { startServer } from './lib/serverHost.mjs';
import { ensureDependencies, root } from './lib/setUp.mjs';
import { packageExtension } from './lib/vsix.mjs';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: process.env['VSCODE_HOST'] ?? 'auto' },
  },
});

/** @returns {string | undefined} the desktop's VS Code, if that is the one to start */
function chooseDesktop() {
  if (options.host.startsWith('server')) return undefined;
  const executable = findDesktop();
  if (options.host === 'desktop') {
    if (executable) return executable;
    throw new Error('Found no VS Code here: set VSCODE_EXECUTABLE to its program.');
  }
  return hasDisplay() ? executable : undefined;
}

/** @returns {string} */
function chooseFolder() {
  if (options.folder) return path.resolve(options.folder);
  const folder = keepSamples();
  console.log(`The sample articles are copied, for you to play with, to\n\n  ${folder}\n`);
  return folder;
}

// Ctrl+C is how this ends, so it is no failure.
process.once('SIGINT', () => process.exit(0));

ensureDependencies();
const executable = chooseDesktop();
const folder = chooseFolder();
if (executable) {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  console.log(`Starting ${executable}. Ctrl+C ends it.`);
  await openDesktop(executable, folder);
} else {
  const server = await startServer({
    kind: options.host === 'server-min' ? 'server-min' : 'server',
    port: Number(options.port),
    extensions: [packageExtension()],
    // Whoever can open the page can run programs as you.
    secret: true,
  });
  console.log(`VS Code ${server.version} with Chiosa is at\n\n  ${server.url(folder)}\n`);
  console.log('Open the address in a browser on this machine. Ctrl+C ends it.');
}
