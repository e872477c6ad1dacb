// The part of the WebDriver protocol that these tests speak. Source: W3C WebDriver (www.w3.org/TR/webdriver2).

import { until } from './wait.mjs';

/** Keys as the protocol names them. */
export const KEY = { up: '\uE013', down: '\uE015', tab: '\uE004', enter: '\uE007', escape: '\uE00C', shift: '\uE008', control: '\uE009', left: '\uE012', right: '\uE014', delete: '\uE017' };

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A page driven through WebKitWebDriver. */
export class Page {
  /**
   * @param {string} url address of the driver
   * @param {string} session
   */
  constructor(url, session) {
    this.base = `${url}/session/${session}`;
  }

  /**
   * Starts a program with a page in it. The driver's first try may find the display not ready, so it tries a few times.
   *
   * @param {string} url
   * @param {string} binary
   * @param {string[]} args
   */
  static async open(url, binary, args) {
    // No browser is named: the engine calls itself differently from version to version.
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
    let last;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        const { sessionId } = await ask(`${url}/session`, 'POST', { capabilities });
        const page = new Page(url, sessionId);
        await until('the page', () => page.run('return document.readyState === "complete"'), 30);
        return page;
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }

  /** Runs a function body in the page and gives what it returns. @param {string} body @param {...unknown} args */
  run(body, ...args) {
    return ask(`${this.base}/execute/sync`, 'POST', { script: body, args });
  }

  /** Runs the body of an async function in the page, and gives what it resolves to. @param {string} body @param {...unknown} args */
  async wait(body, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      (async (...args) => { ${body} })(...Array.prototype.slice.call(arguments, 0, -1))
        .then((value) => done({ value }), (error) => done({ error: String(error?.message ?? error) }));`;
    const { value, error } = await ask(`${this.base}/execute/async`, 'POST', { script, args });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Presses and lets go of keys one after the other. @param {...string} keys */
  async press(...keys) {
    const actions = keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }, { type: 'pause', duration: 30 }]);
    await ask(`${this.base}/actions`, 'POST', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses keys together. @param {...string} keys */
  async chord(...keys) {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = [...keys].reverse().map((value) => ({ type: 'keyUp', value }));
    await ask(`${this.base}/actions`, 'POST', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }

  /** Clicks the element a selector finds. @param {string} selector */
  async click(selector) {
    const found = await ask(`${this.base}/element`, 'POST', { using: 'css selector', value: selector });
    await ask(`${this.base}/element/${found[ELEMENT]}/click`, 'POST', {});
  }

  /** All text that can be seen, of the page or of what a selector finds. @param {string} [selector] @returns {Promise<string>} */
  text(selector = 'body') {
    return this.run('return document.querySelector(arguments[0])?.innerText ?? ""', selector);
  }

  /** Calls one command of the table through the page's own door. @param {string} name @param {object} [request] */
  call(name, request = {}) {
    return this.wait(
      `try { return await window.__TAURI__.core.invoke('call', { name: args[0], request: args[1] }); }
       catch (fault) { throw new Error(fault?.code ? fault.code + ': ' + fault.message : String(fault)); }`,
      name,
      request,
    );
  }

  /** Goes to an address. @param {string} url */
  async go(url) {
    await ask(`${this.base}/url`, 'POST', { url });
  }

  /** The windows there are. @returns {Promise<string[]>} */
  windows() {
    return ask(`${this.base}/window/handles`, 'GET');
  }

  /** A picture of the page, PNG. */
  async picture() {
    return Buffer.from(await ask(`${this.base}/screenshot`, 'GET'), 'base64');
  }

  /** Ends the session and the program. */
  async close() {
    await ask(this.base, 'DELETE').catch(() => {});
  }
}

/**
 * @param {string} url
 * @param {string} method
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function ask(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`${value?.error ?? response.status}: ${value?.message ?? ''}`);
  return value;
}
