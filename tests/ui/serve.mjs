// Serves the window with the fake host in place of the program: `npm run open`, then look at the address it prints.
// Query: state=ordinary|empty|first-run|sample, theme=day|evening|contrast, scale=1…2, part=evening, fold, fail=<command>;
// more in fake/keeping.mjs, fake/learn.mjs, fake/movement.mjs, fake/night.mjs, fake/planning.mjs and fake/tracking.mjs.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allCards } from './cards.mjs';
import { windowTexts } from './catalogue.mjs';
import { movements } from './movements.mjs';
import { regionGroups } from './regions.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const UI = fileURLToPath(new URL('../../ui/', import.meta.url));
const SHELL = fileURLToPath(new URL('../../src-tauri/tauri.conf.json', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** The program's own content security policy, with this server in place of the shell. */
async function policy() {
  const { app } = JSON.parse(await readFile(SHELL, 'utf8'));
  return app.security.csp.replace('connect-src ipc:', "connect-src 'self' ipc:");
}

/** @param {string} path @returns {Promise<[string, string | Buffer]>} */
async function answer(path) {
  if (path === '/favicon.ico') return ['.ico', ''];
  if (path === '/fake/texts.json') return ['.json', JSON.stringify(await windowTexts())];
  if (path === '/fake/cards.json') return ['.json', JSON.stringify(await allCards())];
  if (path === '/fake/regions.json') return ['.json', JSON.stringify(await regionGroups())];
  if (path === '/fake/movements.json') return ['.json', JSON.stringify(await movements())];
  const base = path.startsWith('/fake/') ? HERE : UI;
  const file = join(base, normalize(path === '/' ? '/index.html' : path));
  if (!file.startsWith(base)) throw new Error('outside');
  const content = await readFile(file);
  if (path !== '/') return [extname(file), content];
  return ['.html', content.toString().replace('<script type="module"', '<script type="module" src="/fake/host.mjs"></script>\n$&')];
}

/**
 * @param {number} port 0 for any free one
 * @param {string} cache what the answers say about keeping them
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve(port = 0, cache = 'no-store') {
  const csp = await policy();
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname).then(
      ([type, content]) => {
        response.writeHead(200, { 'content-type': TYPES[type] ?? 'application/octet-stream', 'content-security-policy': csp, 'cache-control': cache });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${taken}/`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(4173);
  console.log(`The window is at ${url}`);
}
