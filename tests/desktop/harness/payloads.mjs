// Texts that would act if they were taken for anything but text, and a watch over a page that sees whether one did.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Payload
 * @property {number} number by which it is known when it acts
 * @property {string} kind what it tries
 * @property {'itself' | 'person' | 'request' | undefined} fires how it acts where markup is made from it and nothing forbids it:
 *   by itself, once a person touches it, or by asking the listener; `undefined`: not this way
 * @property {string} text
 */

const FILE = new URL('../../data/payloads.json', import.meta.url);

/**
 * Every payload, aimed at a listener.
 *
 * In the file `%N%` stands for the number and `%U%` for an address that tells the number to the listener.
 *
 * @param {string} url of the listener
 * @returns {Payload[]}
 */
export function payloads(url) {
  const written = /** @type {{ kind: string, fires?: Payload['fires'], text: string, times?: number }[]} */ (JSON.parse(readFileSync(FILE, 'utf8')));
  return written.map(({ kind, fires, text, times = 1 }, index) => {
    const number = index + 1;
    const aimed = text.replaceAll('%N%', String(number)).replaceAll('%U%', `${url}/${number}`);
    return { number, kind, fires, text: aimed.repeat(times) };
  });
}

/** Numbers of payloads that the listener heard. @param {import('./listener.mjs').Listener} listener */
export function asked(listener) {
  return [...listener.heard].map((path) => Number(path.slice(1))).filter((number) => number > 0);
}

/**
 * Puts a watch into a page, as the body of a function to be run there.
 *
 * `watch.fired`: numbers of payloads whose code ran.
 * `watch.strange`: elements and attributes that the window never makes, described, and that came after the watch.
 * `watch.errors`: faults of the page's own code.
 */
export const WATCH = `
  const watch = { fired: [], strange: [], errors: [] };
  const KINDS = 'script, iframe, frame, object, embed, applet, img, image, picture, source, video, audio, track, link, style, meta, base, noscript, template, math, foreignObject, animate, set, map, area, xmp, plaintext, noembed, marquee, title';
  // What a person wrote may stand in these: they are read, never followed.
  const READ = /^(aria-(label|description|valuetext|placeholder)|title|value|placeholder|alt|label|data-.*)$/;
  const FOLLOWED = /^(href|src|srcset|srcdoc|action|formaction|data|poster|background|ping|xlink:href|manifest|codebase)$/;
  const describe = (one, attribute) => one.localName + (attribute ? '[' + attribute.name + '=' + attribute.value.slice(0, 60) + ']' : '');
  const look = (one) => {
    if (one.matches(KINDS) && !(one.localName === 'title' && one.parentNode === document.head)) watch.strange.push(describe(one));
    for (const attribute of one.attributes) {
      const acts = /^on/i.test(attribute.name);
      const leads = FOLLOWED.test(attribute.name) && !/^#[\\w-]*$/.test(attribute.value);
      const marked = /canary/i.test(attribute.value) && !READ.test(attribute.name);
      if (acts || leads || marked) watch.strange.push(describe(one, attribute));
    }
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') look(target);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        look(node);
        for (const inner of node.querySelectorAll('*')) look(inner);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  // The engine's note that a picture was measured twice is no fault.
  addEventListener('error', ({ message }) => { if (message && !message.startsWith('ResizeObserver loop')) watch.errors.push(message); });
  addEventListener('unhandledrejection', ({ reason }) => watch.errors.push(String(reason)));
  watch.guard = (room) => Object.defineProperty(room, 'canary', { set: (number) => { watch.fired.push(number); }, configurable: true });
  watch.guard(window);
  // Everything that a person might do to an element, at once.
  const EVENTS = {
    MouseEvent: ['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'dblclick', 'contextmenu'],
    PointerEvent: ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup'],
    WheelEvent: ['wheel'], DragEvent: ['dragstart', 'drop'], KeyboardEvent: ['keydown', 'keyup'],
    FocusEvent: ['focus', 'blur'], InputEvent: ['input'], ClipboardEvent: ['copy', 'paste'], Event: ['change', 'invalid'],
  };
  watch.touch = (one) => {
    for (const [kind, names] of Object.entries(EVENTS)) {
      for (const name of names) one.dispatchEvent(new window[kind](name, { bubbles: true, cancelable: true }));
    }
    if (one.click) one.click();
    else one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  };
  window.watch = watch;
`;

/**
 * What a watch has seen until now.
 *
 * @param {import('./webdriver.mjs').Page} page
 * @returns {Promise<{ fired: number[], strange: string[], errors: string[], polluted: boolean }>}
 */
export function seen(page) {
  return page.run(`
    const { fired, strange, errors } = window.watch;
    return { fired, strange, errors, polluted: 'canary' in {} };`);
}

/**
 * Texts for a page, whole: the way to a page through WebDriver is not made for halves of letters.
 *
 * @param {unknown} value
 */
export function escaped(value) {
  // JSON.stringify escapes lone surrogates already; escaping all letters beyond ASCII leaves nothing to chance.
  return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Nothing has acted: no code ran, no strange element came, no fault, no dialog, no navigation, no second window, no request.
 *
 * @param {import('./webdriver.mjs').Page} page
 * @param {import('./listener.mjs').Listener} listener
 * @param {import('./desk.mjs').Desk} desk
 */
export async function quiet(page, listener, desk) {
  const { fired, strange, errors, polluted } = await seen(page);
  assert.deepEqual(fired, [], 'no code of theirs ran');
  assert.deepEqual(strange, [], 'the page holds no element and no attribute of theirs');
  assert.deepEqual(errors, [], "the page's own code stumbled over none of them");
  assert.equal(polluted, false, 'no object has a canary');
  assert.deepEqual([...listener.heard], [], 'nobody was asked for anything');
  assert.match(await page.run('return location.href'), /^tauri:\/\/localhost\b/, 'the window stays on its own page');
  assert.equal((await page.windows()).length, 1, 'there is one page');
  assert.equal((await desk.programs()).length, 1, 'and one window on the screen');
  const answering = await page.call('appearance');
  assert.equal(typeof answering.theme, 'string', 'the program answers as before');
}
