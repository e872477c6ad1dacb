// @ts-check
/** The cards of Trends below the first two, and the choices of what charts show. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';

/** @typedef {import('../ipc/bindings.js').ChartName} ChartName */
/** @typedef {import('../ipc/bindings.js').ChartMeasure} ChartMeasure */
/** @typedef {import('../ipc/bindings.js').PanelChoice} PanelChoice */
/** @typedef {import('../elements/wane-chart.js').WaneChart} WaneChart */

/** The further charts, from top to bottom, with their titles. @type {[ChartName, string][]} */
const FURTHER = [
  ['regularity', 'chart-regularity'],
  ['consistency', 'chart-near'],
  ['scatter', 'chart-scatter'],
  ['calendar', 'chart-calendar'],
  ['weekdays', 'chart-weekdays'],
];

/**
 * Makes the cards; a card is hidden until its chart has something to show.
 *
 * @param {HTMLElement} room
 */
export function furtherCards(room) {
  room.append(...FURTHER.map(([name, title]) => {
    const id = `title-${name}`;
    const chart = document.createElement('wane-chart');
    chart.setAttribute('name', name);
    chart.setAttribute('labelled-by', id);
    const head = make('h2', { id }, text(title));
    return make('section', { class: 'card', hidden: true, 'data-chart': name }, head, chart);
  }));
}

/**
 * What a trend shows, as boxes to tick; with none ticked it shows the usual.
 *
 * @param {HTMLElement} room
 * @param {(names: string[]) => void} chosen
 * @returns {(panels: PanelChoice[]) => void} shows what can be chosen, and what is
 */
export function panelChoice(room, chosen) {
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...room.querySelectorAll('input')]);
  room.addEventListener('change', () => chosen(boxes().filter(({ checked }) => checked).map(({ value }) => value)));
  return (panels) => {
    const same = panels.map(({ name }) => name).join() === boxes().map(({ value }) => value).join();
    if (!same) {
      room.replaceChildren(...panels.map(({ name, title }) => make('label', { class: 'tick' },
        make('input', { type: 'checkbox', value: name }),
        make('span', {}, title))));
    }
    for (const box of boxes()) box.checked = panels.some(({ name, shown }) => shown && name === box.value);
  };
}

/**
 * Which measure a chart shows, one of a few.
 *
 * @param {HTMLElement} card
 * @param {string} label message that says what is chosen
 * @param {ChartMeasure[] | null} among these, in their order; all if absent
 * @param {(measure: ChartMeasure) => void} chosen
 * @returns {(panels: PanelChoice[], measure: ChartMeasure) => void} shows what can be chosen, and what is
 */
export function measureChoice(card, label, among, chosen) {
  const group = make('div', { class: 'segments', role: 'radiogroup', 'aria-label': text(label) });
  card.querySelector('h2')?.after(group);
  const mark = choices(group, (button) => chosen(/** @type {ChartMeasure} */ (button.dataset.measure)));
  return (panels, measure) => {
    // Measures come first; what follows are the person's own factors, and of yes and no there is no calendar.
    const all = panels.filter(({ name }) => !name.startsWith('factor:'));
    const measures = among ? among.flatMap((wanted) => all.filter(({ name }) => name === wanted)) : all;
    if (!group.childElementCount) {
      group.append(...measures.map(({ name, title }) => make('button', { type: 'button', role: 'radio', 'data-measure': name }, title)));
    }
    mark((button) => button.dataset.measure === measure);
  };
}

/** The card of a further chart. @param {HTMLElement} root @param {ChartName} name */
export const cardOf = (root, name) => /** @type {HTMLElement} */ (part(root, 'more').querySelector(`[data-chart="${name}"]`));
