// @ts-check
/** Learn: the cards, and one of them at a time to read. What was read is marked by hand. */

import { done } from '../frame.js';
import { icon, make, makeSvg, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { backLink } from './back-link.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').LearnView} LearnView */
/** @typedef {import('../ipc/bindings.js').CardView} CardView */
/** @typedef {import('../ipc/bindings.js').CardStrength} CardStrength */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The lit part of a moon for each strength: full, half, a crescent; where there are no studies the ring is empty. @type {Record<CardStrength, string>} */
const LIT = {
  firm: 'M12 4a8 8 0 0 1 0 16a8 8 0 0 1 0-16z',
  fair: 'M12 4a8 8 0 0 1 0 16z',
  thin: 'M12 4a8 8 0 0 1 0 16a10.500 10.500 0 0 0 0-16z',
  practice: '',
};

/** @param {CardStrength} strength */
function moon(strength) {
  return makeSvg('svg', { class: 'moon-phase', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    makeSvg('circle', { cx: '12', cy: '12', r: '8' }), makeSvg('path', { d: LIT[strength] }));
}

/** @param {Ask} ask */
export const load = (ask) => ask('learn', {});

/** What the view is made of. */
export function page() {
  return make('div', { class: 'learn', 'data-part': 'learn' }, make('h1', { tabindex: '-1' }, text('view-learn')));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} wish
 * @param {LearnView} loaded
 */
export function show(root, ask, frame, wish, loaded) {
  const ended = new AbortController();
  const room = part(root, 'learn');
  let view = loaded;
  const cards = () => view.groups.flatMap((group) => group.cards);
  const card = () => cards().find(({ id }) => id === wish.card);

  function draw() {
    const one = card();
    room.classList.toggle('reading', Boolean(one));
    room.replaceChildren(...(one ? reading(view, one, cards()) : listing(view)));
  }

  /** @param {boolean} read */
  async function mark(read) {
    const one = card();
    if (!one) return;
    try {
      view = await ask('learn_mark', { card: one.id, read });
      draw();
      calm(part(room, 'trouble'));
      part(room, 'status').replaceChildren(...done(text('saved'), [back()]));
      /** @type {HTMLElement | null} */ (room.querySelector('[data-act="mark"]'))?.focus();
    } catch (error) {
      complain(part(room, 'trouble'), error);
    }
  }

  function back() {
    const button = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    button.addEventListener('click', () => void frame.undo());
    return button;
  }

  room.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest('a[data-card]'));
    if (link) {
      event.preventDefault();
      // From card to card the way back stays the list.
      void frame.router.show('learn', { card: link.dataset.card }, !card());
    } else if (target.closest('[data-act="mark"]')) void mark(!card()?.read);
  }, { signal: ended.signal });

  draw();
  return () => ended.abort();
}

/** @param {LearnView} view */
function listing(view) {
  const name = (/** @type {CardView} */ { title, strength, read }) => {
    const said = text('learn-card-name', { title, strength: view.strengths.find((step) => step.strength === strength)?.name ?? '' });
    return read ? text('learn-card-read', { name: said }) : said;
  };
  return [
    make('header', { class: 'view-head' }, make('h1', { tabindex: '-1' }, text('view-learn'))),
    make('p', { class: 'quiet', 'data-part': 'count' }, view.text),
    scale(view),
    ...view.groups.map((group, index) => make('section', { 'aria-labelledby': `learn-group-${index}` },
      make('h2', { id: `learn-group-${index}` }, group.title),
      make('ul', { class: 'learn-cards' }, ...group.cards.map((card) => make('li', {},
        make('a', { href: '#learn', 'data-card': card.id, 'aria-label': name(card) }, moon(card.strength), make('span', {}, card.title), ...(card.read ? [icon('done')] : []))))))),
  ];
}

/** What the moons mean. @param {LearnView} view */
function scale(view) {
  const steps = view.strengths.map(({ strength, name, meaning }) => make('div', {}, make('dt', {}, moon(strength), make('span', {}, name)), make('dd', {}, meaning)));
  return make('details', { class: 'learn-scale' },
    make('summary', {}, icon('right'), make('span', {}, text('learn-scale'))),
    make('dl', {}, ...steps));
}

/**
 * @param {LearnView} view
 * @param {CardView} card
 * @param {CardView[]} all
 */
function reading(view, card, all) {
  const at = all.findIndex(({ id }) => id === card.id);
  const step = view.strengths.find(({ strength }) => strength === card.strength);
  const turn = (/** @type {number} */ to, /** @type {string} */ id) => {
    const other = all[to];
    return other ? [make('a', { class: 'button plain', href: '#learn', 'data-card': other.id, 'data-turn': id },
      make('span', { class: 'stack-words' }, make('span', { class: 'note' }, text(id)), make('span', {}, other.title)))] : [];
  };
  const mark = make('button', { type: 'button', class: card.read ? '' : 'primary', 'data-act': 'mark' }, ...(card.read ? [icon('done')] : []), text(card.read ? 'learn-mark-unread' : 'learn-mark-read'));
  return [
    backLink('learn-back', 'learn'),
    make('article', { class: 'learn-article', 'aria-labelledby': 'learn-title' },
      make('h1', { id: 'learn-title', tabindex: '-1' }, card.title),
      make('p', { class: 'learn-strength' }, moon(card.strength), make('span', {}, make('b', {}, step?.name ?? ''), ' ', make('span', { class: 'quiet' }, step?.meaning ?? ''))),
      ...card.paragraphs.map((paragraph) => make('p', {}, paragraph)),
      make('section', { class: 'learn-against', 'aria-labelledby': 'learn-against' }, make('h2', { id: 'learn-against' }, text('learn-against')), make('p', {}, card.against)),
      make('section', { class: 'learn-sources', 'aria-labelledby': 'learn-sources' }, make('h2', { id: 'learn-sources' }, text('learn-sources')), make('ul', {}, ...card.sources.map((source) => make('li', {}, source))))),
    make('div', { class: 'row learn-mark' }, mark, make('p', { class: 'status', role: 'status', 'data-part': 'status' })),
    make('div', { class: 'trouble', 'data-part': 'trouble', role: 'alert', hidden: true }),
    make('nav', { class: 'learn-turn', 'aria-label': text('learn-turn') }, ...turn(at - 1, 'learn-previous'), ...turn(at + 1, 'learn-next')),
  ];
}
