// @ts-check
/** Brings the place of a find into view, in whichever view shows the day. */

/** @typedef {import('../ipc/bindings.js').Find} Find */

/** What can hold words somebody wrote. */
const PLACES = 'textarea, input[type="text"], li, dd, p';

/**
 * Scrolls to the passage and puts the focus on what holds it.
 * What is not shown on the day's page, such as a name, leaves the page as it is.
 *
 * @param {ParentNode} room
 * @param {Find} found
 */
export function reveal(room, { pieces }) {
  const passage = tidy(pieces.map(({ text }) => text).join(''));
  // A passage may have been cut out of a longer text.
  const longest = passage.split('…').map((piece) => piece.trim()).sort((one, other) => other.length - one.length)[0] ?? '';
  const hits = pieces.filter(({ hit }) => hit).map(({ text }) => tidy(text));
  const place = holding(room, [longest]) ?? holding(room, hits);
  if (!place) return;
  const panel = place.closest('[role="tabpanel"]');
  if (panel instanceof HTMLElement && panel.hidden) {
    /** @type {HTMLElement | null} */ (room.querySelector(`[role="tab"][aria-controls="${CSS.escape(panel.id)}"]`))?.click();
  }
  // A field would take the next keys for itself; the place around it only shows where it is.
  const shown = /** @type {HTMLElement} */ (place.matches('input, textarea') ? place.closest('.field') ?? place.parentElement : place);
  shown.tabIndex = -1;
  shown.classList.add('revealed');
  shown.focus({ preventScroll: true });
  shown.scrollIntoView({ block: 'center' });
}

/**
 * The smallest place that holds all of these texts.
 *
 * @param {ParentNode} room
 * @param {string[]} texts
 * @returns {Element | null}
 */
function holding(room, texts) {
  const wanted = texts.filter((text) => text !== '');
  if (wanted.length === 0) return null;
  const places = [...room.querySelectorAll(PLACES)].filter((place) => {
    const held = tidy(place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place.value : place.textContent ?? '');
    return wanted.every((text) => held.includes(text));
  });
  return places.find((place) => !places.some((other) => other !== place && place.contains(other))) ?? null;
}

/** One line, however it was broken. @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, ' ').trim().toLocaleLowerCase();
}
