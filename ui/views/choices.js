// @ts-check
/** One of a few, side by side: a radio group out of the buttons of a template. */

/**
 * @param {HTMLElement} group holds buttons with the role `radio`
 * @param {(button: HTMLButtonElement) => void} chosen
 * @returns {(is: (button: HTMLButtonElement) => boolean) => void} marks the button that is chosen now
 */
export function choices(group, chosen) {
  const buttons = () => [...group.querySelectorAll('button')];
  group.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (button) chosen(button);
  });
  group.addEventListener('keydown', (event) => {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    /** @type {Record<string, number>} */
    const moves = { ArrowRight: rtl, ArrowLeft: -rtl, ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    if (move === undefined || at < 0) return;
    const next = all[(at + move + all.length) % all.length];
    next?.focus();
    if (next) chosen(next);
    event.preventDefault();
  });
  return (is) => {
    const all = buttons();
    const on = all.findIndex(is);
    all.forEach((button, index) => {
      button.setAttribute('aria-checked', String(index === on));
      button.tabIndex = index === Math.max(on, 0) ? 0 : -1;
    });
  };
}
