// A server on this machine that would be glad to be asked, and remembers what it was asked for.

import { createServer } from 'node:http';

/** Hears requests; nobody in Wane's window should ever make one. */
export class Listener {
  /** Paths that were asked for. @type {Set<string>} */
  heard = new Set();

  static async open() {
    const listener = new Listener();
    listener.server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      // The engine asks for an icon by itself, and the blank page is the harness's own.
      if (path !== '/blank' && path !== '/favicon.ico') listener.heard.add(path);
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>blank</title><body></body>');
    });
    // A web socket begins as a request too.
    listener.server.on('upgrade', (request, socket) => {
      listener.heard.add(request.url ?? '/');
      socket.destroy();
    });
    await new Promise((done) => listener.server?.listen(0, '127.0.0.1', () => done(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (listener.server.address());
    listener.url = `http://127.0.0.1:${port}`;
    return listener;
  }

  close() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
