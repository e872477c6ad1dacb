// @ts-check
/** The plan for flares: to read, the person's own words first, and to write on a calm day. Flare mode begins and ends here. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { backLink } from './back-link.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').FlareView} FlareView */
/** @typedef {import('../ipc/bindings.js').FlareLineView} FlareLineView */
/** @typedef {import('../ipc/bindings.js').Saved} Saved */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The most letters one part of the plan may have. */
const MOST = '10000';

/** Letters of a line in a narrow window, and the fewest and the most lines a field shows at once. */
const LINE = 28;
const LINES = /** @type {const} */ ([3, 10]);

/** @param {Ask} ask */
export const load = (ask) => ask('flare', {});

/** What the view is made of. */
export function page() {
  return make('div', { class: 'flare-page' }, backLink('help-back'), make('h1', { tabindex: '-1' }, text('view-flare')),
    make('div', { 'data-part': 'flare-body' }),
    make('div', { class: 'trouble', 'data-part': 'trouble', role: 'alert', hidden: true }),
    make('p', { class: 'status', role: 'status', 'data-part': 'status' }),
    make('section', { class: 'card', 'data-part': 'mode' }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {FlareView} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const ended = new AbortController();
  let view = loaded;
  let isWriting = false;

  function draw() {
    part(root, 'flare-body').replaceChildren(isWriting ? writing(view) : reading(view));
    part(root, 'mode').replaceChildren(...mode(view));
    part(root, 'mode').hidden = isWriting;
  }

  /** @param {string} what */
  function say(what) {
    const back = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    back.addEventListener('click', () => void frame.undo());
    part(root, 'status').replaceChildren(...done(what, [back]));
  }

  /** @param {() => Promise<void>} work */
  async function attempt(work) {
    try {
      await work();
      calm(part(root, 'trouble'));
    } catch (error) {
      complain(part(root, 'trouble'), error);
    }
  }

  /** What is being written and differs from the plan. */
  function altered() {
    const fields = [...root.querySelectorAll('textarea')];
    return view.lines.flatMap(({ prompt, text: had }) => {
      const now = fields.find(({ name }) => name === prompt)?.value ?? had;
      return now === had ? [] : [{ prompt, text: now }];
    });
  }

  async function keep() {
    await attempt(async () => {
      view = await ask('save_flare_plan', { lines: altered() });
      isWriting = false;
      draw();
      say(text('saved'));
      /** @type {HTMLElement | null} */ (root.querySelector('[data-do="write"]'))?.focus();
    });
  }

  /** @param {() => Promise<Saved>} asking */
  async function turn(asking) {
    await attempt(async () => {
      const saved = await asking();
      view = await ask('flare', {});
      draw();
      say(saved.text);
      /** @type {HTMLElement | null} */ (part(root, 'mode').querySelector('button'))?.focus();
    });
  }

  root.addEventListener('click', ({ target }) => {
    const act = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-do]'))?.dataset.do;
    const acts = /** @type {Record<string, () => unknown>} */ ({
      write: () => {
        isWriting = true;
        part(root, 'status').replaceChildren();
        draw();
        root.querySelector('textarea')?.focus();
      },
      leave: () => {
        isWriting = false;
        draw();
        /** @type {HTMLElement | null} */ (root.querySelector('[data-do="write"]'))?.focus();
      },
      start: () => turn(() => ask('flare_start', {})),
      end: () => turn(() => ask('flare_end', {})),
    });
    if (act && Object.hasOwn(acts, act)) void acts[act]?.();
  }, { signal: ended.signal });

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep();
  }, { signal: ended.signal });

  // What is being typed is kept when the view goes, as everywhere.
  frame.flush = async () => {
    if (isWriting && altered().length) await ask('save_flare_plan', { lines: altered() }).then((now) => (view = now), () => {});
  };

  draw();
  return async () => {
    ended.abort();
    if (isWriting && altered().length) await ask('save_flare_plan', { lines: altered() });
  };
}

/** @param {FlareView} view */
function reading(view) {
  const written = view.lines.filter((line) => line.text);
  const room = make('div', { class: 'flare-plan' }, ...written.map((line, index) => make('section', { class: index === 0 && line.prompt === 'words' ? 'flare-words' : '', 'aria-labelledby': `flare-${line.prompt}` },
    make('h2', { id: `flare-${line.prompt}` }, line.title), ...line.text.split('\n').map((one) => make('p', {}, one)))));
  room.append(make('p', { class: 'note' }, view.text),
    make('div', { class: 'row' }, make('button', { type: 'button', class: view.written ? '' : 'primary', 'data-do': 'write' }, icon('edit'), make('span', {}, text(view.written ? 'flare-edit' : 'flare-write')))));
  return room;
}

/** @param {FlareView} view */
function writing(view) {
  return make('form', { class: 'card flare-writing', novalidate: true, 'aria-label': text('view-flare') },
    ...view.lines.map(({ prompt, question, text: had }) => {
      // As many lines as there are, so that nothing of it is scrolled away in a narrow window.
      const rows = had.split('\n').reduce((all, line) => all + Math.ceil((line.length + 1) / LINE), 0);
      const field = make('textarea', { id: `flare-${prompt}`, name: prompt, rows: String(Math.min(Math.max(rows, LINES[0]), LINES[1])), maxlength: MOST });
      field.value = had;
      return make('div', { class: 'field' }, make('label', { for: `flare-${prompt}` }, question), field);
    }),
    make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary' }, text('flare-keep')), make('button', { type: 'button', class: 'plain', 'data-do': 'leave' }, text('cancel'))));
}

/** @param {FlareView} view */
function mode({ flare }) {
  const act = (/** @type {string} */ name, /** @type {string} */ id) => make('button', { type: 'button', 'data-do': name }, text(id));
  return flare
    ? [make('p', {}, flare.text), make('div', { class: 'row' }, act('end', 'flare-end'))]
    : [make('p', {}, text('flare-start-note')), make('div', { class: 'row' }, act('start', 'flare-start'))];
}
