// @ts-check
/** The single-key scheme of the window. No key fires while somebody is typing. */

/**
 * @typedef {object} Actions
 * @property {(index: number) => void} rail goes to an entry of the rail, counted from 0
 * @property {() => void} checkIn
 * @property {() => void} rough
 * @property {() => void} help
 * @property {() => void} helpNow
 * @property {() => void} flare the plan for flares
 * @property {(way: -1 | 1) => void} day to the day before or after
 * @property {() => void} night the night screen
 * @property {() => void} windDown the wind-down
 * @property {() => void} table from chart to table and back
 * @property {(what: 'earlier' | 'later' | 'mark' | 'print') => void} charts what the charts of a view are to do
 * @property {() => void} search
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} back
 */

/** Every key, some by the message that names it, with the message that says what it does; for the list of keys. @type {[string[], string][]} */
export const KEYS = [
  [['n'], 'key-check-in'],
  [['0', '…', '10'], 'key-digits'],
  [['keyname-enter'], 'key-enter'],
  [['keyname-delete'], 'key-delete'],
  [['r'], 'key-rough'],
  [['−', '+'], 'key-day'],
  [['w'], 'key-wind-down'],
  [['.'], 'key-night'],
  [['1', '…', '9'], 'key-rail'],
  [['/', 'keyname-find'], 'key-search'],
  [['↑', '↓'], 'key-finds'],
  [['t'], 'key-table'],
  [['←', '→'], 'key-arrows'],
  [['keyname-shift', '←', '→'], 'key-stretch'],
  [['<', '>'], 'key-range-move'],
  [['−', '+'], 'key-range-zoom'],
  [['m'], 'key-mark'],
  [['keyname-print'], 'key-print'],
  [['keyname-undo'], 'key-undo'],
  [['keyname-redo'], 'key-redo'],
  [['keyname-escape'], 'key-back'],
  [['f'], 'key-flare'],
  [['h'], 'key-help-now'],
  [['?'], 'key-help'],
];

/** Whether letters and digits are keys of their own where nobody types. */
let singleKeys = true;

/**
 * Letters and digits may be pressed by accident, or spoken: then they can be turned off (WCAG 2.1.4).
 *
 * @param {boolean} on
 */
export function useSingleKeys(on) {
  singleKeys = on;
  document.documentElement.dataset.singleKeys = on ? 'on' : 'off';
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.matches('input[type="text"], input[type="date"], textarea, select') || target.isContentEditable);
}

/**
 * Catches what is typed while a field is still on its way, so that no letter is lost or taken for a key.
 *
 * @returns {() => string} ends it, and gives what was typed
 */
export function typedAhead() {
  let typed = '';
  const catching = new AbortController();
  document.addEventListener('keydown', (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    typed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, signal: catching.signal });
  return () => {
    catching.abort();
    return typed;
  };
}

/** @param {Actions} actions */
export function hearKeys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const act = event.ctrlKey || event.metaKey ? withControl(event, actions) : event.altKey ? null : single(event, actions);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {Actions} actions
 */
function withControl(event, actions) {
  const key = event.key.toLowerCase();
  if (key === 'f' && !event.altKey && !event.shiftKey) return actions.search;
  if (key === 'p' && !event.altKey && !event.shiftKey) return () => actions.charts('print');
  // Inside a field these keys belong to the field.
  if (event.altKey || isTyping(event.target)) return null;
  if (key === 'z') return event.shiftKey ? actions.redo : actions.undo;
  return key === 'y' && !event.shiftKey ? actions.redo : null;
}

/**
 * @param {KeyboardEvent} event
 * @param {Actions} actions
 */
function single(event, actions) {
  if (event.key === 'Escape') return actions.back;
  if (!singleKeys || isTyping(event.target) || event.repeat) return null;
  if (/^[1-9]$/.test(event.key)) return () => actions.rail(Number(event.key) - 1);
  /** @type {Record<string, () => void>} */
  const named = {
    n: actions.checkIn,
    r: actions.rough,
    w: actions.windDown,
    t: actions.table,
    m: () => actions.charts('mark'),
    f: actions.flare,
    h: actions.helpNow,
    '-': () => actions.day(-1),
    '+': () => actions.day(1),
    '=': () => actions.day(1),
    '<': () => actions.charts('earlier'),
    '>': () => actions.charts('later'),
    '.': actions.night,
    '/': actions.search,
    '?': actions.help,
  };
  return Object.hasOwn(named, event.key) ? named[event.key] : null;
}
