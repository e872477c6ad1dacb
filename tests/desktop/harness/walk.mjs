// Walks through the whole window by itself: every view, everything that unfolds, every dialog, every field.
//
// It knows no view and no field by name, so that it finds what is added later. It knows what not to press.

import { until } from './wait.mjs';

/**
 * Buttons that do something instead of opening something, by `data-act` or by what they say.
 * Pressing one of them by mistake would only make the walk poorer, not wrong.
 */
const DOES = {
  acts: '^(save|pick|import|cancel|close|quit|sample.*|undo|redo|remove.*|delete.*|restore.*|recover.*|apply.*|skip|dismiss|snooze|done|test|rough|light|not-tonight|zone-place|to-today|previous|next|mark-visit|compare|empty|backup-.*|verify|rehearse|check|retire.*|take-up)$',
  words: '^(undo|redo|remove|delete|bring|take|put|quit|close|start|restore|import|choose|show me|back up|examine|rehearse|skip|not tonight|i.?ve been|been out|rough|save|saved|confirm|cancel|done|test|remind|compare|read it|previous|next)\\b',
};

/**
 * Puts the walk into a page, as the body of a function to be run there.
 *
 * `walk.texts`: everything that stood on the page at any stop, to be read or heard.
 * `walk.stops`: where it has been.
 */
export const WALK = `
  const DOES = { acts: new RegExp(${JSON.stringify(DOES.acts)}), words: new RegExp(${JSON.stringify(DOES.words)}, 'i') };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const walk = { texts: new Set(), stops: [], fields: new Map() };

  /** What the page has asked the shell and has no answer to yet. */
  let asked = 0;
  const shell = window.__TAURI__;
  const invoke = (command, payload) => {
    asked += 1;
    return shell.core.invoke(command, payload).finally(() => { asked -= 1; });
  };
  window.__TAURI__ = { ...shell, core: { ...shell.core, invoke } };

  /** Ends when every question has its answer and the page has been still for a moment, or has had time enough. */
  const still = async (moment = 60, most = 5000) => {
    let last = performance.now();
    const observer = new MutationObserver(() => { last = performance.now(); });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const end = last + most;
    do {
      await rest(15);
      if (asked > 0) last = performance.now();
    } while (performance.now() - last < moment && performance.now() < end);
    observer.disconnect();
  };
  walk.still = still;

  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
  /** What says what an element does or where it leads, and not which one of many it is. */
  const DOING = ['act', 'view', 'go', 'text', 'part', 'range', 'chart'];
  /** Of a list of more than these, such as cards to read or movements, one item stands for all. */
  const MANY = 3;
  const told = (one) => {
    const keys = Object.keys(one.dataset);
    const which = keys.filter((key) => !DOING.includes(key)).join();
    const alike = which === '' ? 0 : [...(one.closest('ul, ol')?.querySelectorAll(one.localName) ?? [])].filter((other) => Object.keys(other.dataset).filter((key) => !DOING.includes(key)).join() === which).length;
    return keys.filter((key) => alike <= MANY || DOING.includes(key)).map((key) => one.dataset[key]);
  };
  /** What the page calls an element; dates, numbers and names of records are left out, so that all items of a list are alike. */
  const called = (one) => {
    const words = [one.localName, one.id, one.getAttribute('name'), ...told(one), one.querySelector(':scope > [data-text]')?.dataset.text];
    return words.filter((word) => word && !/[0-9a-f]{8}-/.test(word)).map((word) => word.replaceAll(/\\d+/g, '#')).join(' ');
  };
  /** The place of an element in the page. */
  const place = (one) => {
    const names = [];
    for (let at = one; at && at !== document.body; at = at.parentElement) names.unshift(called(at));
    return names.join('>');
  };
  const room = () => [...document.querySelectorAll('dialog[open], [role=dialog]')].at(-1) ?? document.body;
  const views = [...document.querySelectorAll('.rail [data-view]')].map((link) => link.dataset.view);
  const opens = (one) => {
    if (one.disabled || !isSeen(one)) return false;
    // Where the rail leads, the walk goes anyway.
    if (one.localName === 'a' && views.includes(one.dataset.go ?? one.hash.slice(1))) return false;
    // A tick may unfold something; it is never taken back.
    if (one.matches('[type=checkbox], [type=radio]')) return true;
    if (one.closest('[role=listbox], [role=slider], wane-scale, wane-body-map, table, .rail a')) return false;
    if (one.matches('[role=option], [type=submit], [aria-pressed]')) return false;
    if (one.dataset.act && DOES.acts.test(one.dataset.act)) return false;
    return !DOES.words.test((one.getAttribute('aria-label') ?? one.textContent).trim());
  };
  const doors = () => [...room().querySelectorAll('button, summary, input[type=checkbox], input[type=radio], [role=radio], [role=tab], a[data-go], a[href^="#"]')].filter(opens);
  const FIELDS = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=hidden]), textarea, [contenteditable=""], [contenteditable=true], [role=textbox]';
  const fields = () => [...room().querySelectorAll(FIELDS)].filter((one) => isSeen(one) && !one.disabled && !one.readOnly);

  /** Takes up everything that stands on the page now. */
  const read = () => {
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) walk.texts.add(all.currentNode.data);
    for (const one of document.querySelectorAll('input, textarea')) walk.texts.add(one.value);
    for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'value', 'label']) {
      for (const one of document.querySelectorAll('[' + name + ']')) walk.texts.add(one.getAttribute(name));
    }
  };
  walk.read = read;

  const close = async () => {
    for (let layers = 0; layers < 3; layers += 1) {
      const dialog = document.querySelector('dialog[open]');
      if (dialog) dialog.close();
      const small = document.querySelector('[role=dialog]');
      if (small) (small.querySelector('button') ?? small).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      if (!dialog && !small) return;
      await still();
    }
  };
  walk.close = close;
  walk.doors = () => doors().map((one) => place(one) + ' «' + one.textContent.trim() + '»');

  /** To a view of the rail, afresh. */
  const enter = async (view) => {
    await close();
    document.querySelector('.rail [data-view="' + view + '"]').click();
    await still();
  };

  /** Goes through a list of doors, each found again by its place; says whether it got there. */
  const follow = async (view, path) => {
    await enter(view);
    for (const step of path) {
      const door = doors().find((one) => place(one) === step);
      if (!door) return false;
      if (!door.checked) door.click();
      await still();
    }
    return true;
  };

  /**
   * Walks, and calls \`visit\` at every stop that shows something new.
   * A door is gone through once, wherever it stands; from each stop the walk goes deeper, three doors at most.
   */
  walk.all = async (visit) => {
    const been = new Set();
    for (const view of views) {
      const open = [[]];
      while (open.length > 0) {
        const path = open.shift();
        if (!(await follow(view, path))) {
          // The door is not there any more; it may be met again elsewhere.
          been.delete(path.at(-1));
          continue;
        }
        walk.stops.push([view, ...path.map((step) => step.split('>').at(-1))].join(' / '));
        read();
        await visit();
        if (path.length >= 3) continue;
        // What the visit did may have closed what was open.
        if (path.length > 0 && !(await follow(view, path))) continue;
        for (const door of doors()) {
          const step = place(door);
          if (been.has(step)) continue;
          been.add(step);
          open.push([...path, step]);
        }
      }
    }
    await close();
  };

  /** Puts a text into a field as typing does. */
  const put = (field, text) => {
    if (field.isContentEditable) field.textContent = text;
    else field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  };
  walk.put = put;

  const key = (one, name) => one.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

  /** Every field of this stop that was not met before takes every text; the last few are sent as well. */
  walk.type = (texts, sent) => async () => {
    for (const found of fields()) {
      // What was sent in the field before may have changed the page.
      if (!found.isConnected) continue;
      const view = location.hash;
      const named = (one) => view + ' ' + place(one) + ' ' + (one.labels?.[0]?.textContent ?? '').trim();
      const where = named(found);
      if (walk.fields.has(where)) continue;
      walk.fields.set(where, 0);
      const again = () => found.isConnected ? found : fields().find((one) => named(one) === where);
      let taken = 0;
      // A field for a number refuses them all; one that is sent shows how.
      const last = found.inputMode === '' || found.inputMode === 'text' ? sent : sent.slice(0, 1);
      for (const [index, text] of [...texts, ...last].entries()) {
        const field = again();
        if (!field) break;
        if (document.activeElement !== field) field.focus();
        put(field, text);
        taken += 1;
        if (index >= texts.length) {
          field.dispatchEvent(new Event('change', { bubbles: true }));
          key(field, 'Enter');
          if (field.isConnected) field.form?.requestSubmit();
          await still(150);
          read();
          field.blur();
          await still();
          read();
        } else if (index % 25 === 24) await rest(20);
      }
      walk.fields.set(where, taken);
    }
  };
  /** Begins a walk; \`walk.over\` says when it has ended, and how. */
  walk.begin = (visit) => {
    walk.over = null;
    walk.all(visit).then(() => { walk.over = 'done'; }, (error) => { walk.over = String(error?.stack ?? error); });
  };
  window.walk = walk;
`;

/**
 * Waits for a walk that has begun.
 *
 * @param {import('./webdriver.mjs').Page} page
 */
export async function walked(page) {
  const over = await until('the walk through the window', () => page.run('return window.walk.over'), 900);
  if (over !== 'done') throw new Error(`the walk stumbled: ${over}`);
}
