// @ts-check
// Makes the workbench of a server host load the extension's browser bundle in a web worker, as a
// browser-only VS Code does. The address of the page can ask only for extensions that run on the
// server, so the page's own configuration is rewritten on its way to the browser.
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves the files of `folder` on 127.0.0.1, to pages of any address. Caller closes the server.
 * @param {string} folder
 * @param {(file: string) => string} prefix goes before the file's own text
 */
async function serveFolder(folder, prefix) {
  const server = http.createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, decodeURIComponent(pathname));
    if (
      !file.startsWith(folder + path.sep) ||
      !fs.statSync(file, { throwIfNoEntry: false })?.isFile()
    ) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).write(prefix(file));
    fs.createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server, authority: `127.0.0.1:${port}` };
}

/** @param {string} text */
const fromAttribute = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** @param {string} text */
const toAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * @param {string} html the workbench's page
 * @param {Record<string, unknown>} options
 */
function withDevelopmentOptions(html, options) {
  const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  const [whole, before = '', settings = ''] = setting.exec(html) ?? [];
  if (whole === undefined) throw new Error('The page has no configuration of a workbench.');
  /** @type {unknown} */
  const parsed = JSON.parse(fromAttribute(settings));
  const configuration = /** @type {{ developmentOptions?: object }} */ (parsed);
  configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
  return html.replace(whole, () => `${before}${toAttribute(JSON.stringify(configuration))}"`);
}

/**
 * To be called before the page is opened. Returns what closes the extension's files again.
 * @param {import('playwright-core').Page} page
 * @param {object} what
 * @param {string} what.extension the folder with its package.json
 * @param {string} what.tests a script in that folder, which exports `run`
 * @param {Record<string, string>} [what.env] what the tests find in `process.env`, which a web worker
 *   does not have by itself
 */
export async function injectWebExtension(page, { extension, tests, env = {} }) {
  const { server, authority } = await serveFolder(extension, (file) =>
    file === tests ? `globalThis.process = { env: ${JSON.stringify(env)} };` : '',
  );
  /** @param {string} file */
  const uri = (file) => ({
    scheme: 'http',
    authority,
    path: `/${path.relative(extension, file).split(path.sep).join('/')}`,
  });
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = withDevelopmentOptions(await response.text(), {
        extensions: [uri(extension)],
        extensionTestsPath: uri(tests),
      });
      const headers = response.headers();
      const policy = headers['content-security-policy'];
      if (policy) {
        headers['content-security-policy'] = policy
          .replace("connect-src 'self'", `connect-src 'self' http://${authority}`)
          .replace('img-src ', `img-src http://${authority} `);
      }
      await route.fulfill({ response, headers, body });
    },
  );
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
