// @ts-check
/** One finding of Insights: its verdict, its facts, and what it rests on, down to the single day. */

import { icon, make, makeSvg, unparted } from '../model/make.js';
import { numbersShown } from '../model/numbers.js';
import { text, words } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').InsightShown} InsightShown */
/** @typedef {import('../ipc/bindings.js').InsightKey} InsightKey */
/** @typedef {import('../ipc/bindings.js').InsightDetail} InsightDetail */
/** @typedef {import('../ipc/bindings.js').InsightDays} InsightDays */
/** @typedef {import('../ipc/bindings.js').NamedText} NamedText */

/** A circle that fills as more is known. @type {Record<string, string>} */
const FILLED = { cant_tell: 'M12 4.500v15', little: 'M6 10h12M6 14h12', hint: 'M12 4a8 8 0 0 1 0 16z', clear: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z' };

/** The verdict as a sign and words. @param {InsightShown} shown */
export function verdict({ tier, verdict: said }) {
  const sign = makeSvg('svg', { class: 'icon small', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    makeSvg('circle', { cx: '12', cy: '12', r: '8', ...(tier === 'not_enough' ? { 'stroke-dasharray': '3 4' } : {}) }),
    ...(FILLED[tier] ? [makeSvg('path', { d: FILLED[tier], class: tier === 'hint' || tier === 'clear' ? 'full' : '' })] : []));
  return make('p', { class: 'verdict', 'data-tier': tier }, sign, make('span', {}, said));
}

/** Points to what is folded away. */
function chevron() {
  const sign = icon('right');
  sign.classList.add('turns');
  return sign;
}

/** How far the comparison is from its start. @param {InsightShown} shown @returns {HTMLElement[]} */
export function progress({ progress: so }) {
  if (!so) return [];
  const [pairs, needed] = so;
  return [make('div', { class: 'progress' },
    makeSvg('svg', { width: '100%', height: '10', 'aria-hidden': 'true' },
      makeSvg('rect', { class: 'whole', width: '100%', height: '10', rx: '5' }),
      makeSvg('rect', { class: 'part', width: `${(100 * Math.min(pairs, needed)) / needed}%`, height: '10', rx: '5' })),
    make('p', { class: 'note' }, text('insights-progress', { pairs, needed })))];
}

/** @param {NamedText[]} named */
function list(named) {
  return make('dl', { class: 'facts' }, ...named.flatMap(({ name, text: said }) => [make('dt', {}, name), make('dd', {}, unparted(said))]));
}

/** @param {InsightShown} shown */
export const facts = (shown) => list(shown.facts);

/**
 * What a finding rests on, asked for when somebody unfolds it.
 *
 * @param {(key: InsightKey) => Promise<InsightDetail>} look
 */
export function explanation(look) {
  /**
   * @param {InsightShown} shown
   * @param {string} title
   * @param {() => Node[]} [before] what stands before it, made when it is unfolded
   */
  return (shown, title, before = () => []) => {
    const room = make('div', { class: 'stack wide explained' });
    const name = make('span', { 'aria-label': text('insights-explain-named', { title }) }, text('insights-explain'));
    const details = make('details', {}, make('summary', {}, chevron(), name), room);
    details.addEventListener('toggle', () => {
      if (!details.open || room.childElementCount) return;
      room.replaceChildren(...before());
      if (numbersShown()) return come();
      // Whoever wants words in place of numbers is told first that what comes is numbers.
      const see = make('button', { type: 'button', 'data-act': 'see-numbers' }, text('insights-see-numbers'));
      const choice = make('div', { class: 'stack' }, make('p', {}, text('insights-are-numbers')), make('div', { class: 'row' }, see));
      see.addEventListener('click', () => {
        choice.remove();
        come();
        details.querySelector('summary')?.focus({ preventScroll: true });
      });
      room.append(choice);
    });

    function come() {
      const coming = make('p', { class: 'status', role: 'status' });
      room.append(coming);
      look(shown.key).then(
        (detail) => coming.replaceWith(...explained(detail)),
        (error) => {
          // The next unfolding tries again.
          coming.textContent = words(error);
          details.addEventListener('toggle', () => !details.open && room.replaceChildren(), { once: true });
        });
    }
    return details;
  };
}

/** @param {InsightDetail} detail */
function explained({ steps, numbers, used, left_out }) {
  const some = (/** @type {string} */ id, /** @type {Node[]} */ ...children) => make('div', { class: 'stack' }, make('h4', {}, text(id)), ...children);
  return [
    some('insights-steps', make('ol', { class: 'formula' }, ...steps.map((step) => make('li', {}, step)))),
    ...(numbers.length ? [some('insights-numbers', list(numbers))] : []),
    some('insights-which-days', ...[used, ...left_out].filter(({ months }) => months.length).map(calendar)),
  ];
}

/** Days by month, each a way to the day; made when they are unfolded. @param {InsightDays} some */
function calendar({ title, months }) {
  const room = make('div', { class: 'days-of' });
  const details = make('details', {}, make('summary', {}, chevron(), make('span', {}, title)), room);
  details.addEventListener('toggle', () => {
    if (room.childElementCount) return;
    room.append(...months.map((month) => make('div', { class: 'month-of', role: 'group', 'aria-label': month.title },
      make('h5', {}, month.title),
      make('div', { class: 'row' }, ...month.days.map((day, index) => make('button', { type: 'button', class: 'day-of', 'data-day': day, 'aria-label': text('insights-open-day', { day: month.labels[index] ?? day }) }, String(Number(day.slice(-2)))))))));
  });
  return details;
}

/** The day that a button leads to. @param {Element} target */
export function days(target) {
  return /** @type {HTMLElement | null} */ (target.closest('[data-day]'))?.dataset.day ?? null;
}
