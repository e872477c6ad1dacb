// @ts-check
/** What single numbers of the pain scale mean to the person. */

import { HostError } from '../ipc/host.js';
import { make } from '../model/make.js';
import { amountOf, numbersShown } from '../model/numbers.js';
import { text } from '../model/texts.js';
import { nameField } from './lists-listing.js';

/** @typedef {import('../ipc/bindings.js').Anchor} Anchor */
/** @typedef {{ rating: number | null, text: string }} Values */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */

/** The most letters the meaning of a number has. */
const MOST = 120;

/** How many numbers the scale has. */
const ALL = 11;

/**
 * @param {typeof import('../ipc/host.js').call} ask
 * @returns {import('./lists-listing.js').Kind<Anchor, Values>}
 */
export const anchors = (ask) => ({
  name: 'anchors',
  says: { add: 'anchor-add', done: 'anchor-save', away: 'anchor-remove', awayNamed: 'anchor-remove-named', aside: 'lists-aside', takeUp: 'lists-take-up' },
  items: (tracked) => tracked.anchors,
  row: ({ rating, text: said }) => ({ id: String(rating), name: numbersShown() ? String(rating) : text(amountOf(rating)), lines: [said], retired: false }),
  values: (anchor) => ({ rating: anchor?.rating ?? null, text: anchor?.text ?? '' }),
  editor: (values, { anchors: all }) => {
    const said = nameField('anchor-text', values.text, MOST);
    const label = make('span', { class: 'label', id: 'anchor-which' }, text('anchor-which'));
    const scale = /** @type {WaneScale} */ (document.createElement('wane-scale'));
    for (const [name, value] of [['min', '0'], ['max', '10'], ['labelled-by', label.id], ['low', 'pain-lowest'], ['high', 'pain-highest']]) scale.setAttribute(name ?? '', value ?? '');
    scale.value = values.rating;
    scale.addEventListener('wane-answer', () => {
      // A number that means something already brings its words along.
      const had = all.find(({ rating }) => rating === scale.value);
      if (had && said.input.value.trim() === '') said.input.value = had.text;
    });
    scale.addEventListener('wane-onward', () => said.input.focus());
    return {
      body: [make('div', { class: 'field' }, label, scale), said.room],
      read: () => ({ rating: scale.value, text: said.input.value.trim() }),
      focus: () => (values.rating === null ? scale : said.input).focus(),
    };
  },
  save: async ({ rating, text: said }, id, { anchors: all }) => {
    if (rating === null || said === '') throw new HostError('bad-input', text('anchor-wanted'));
    const others = all.filter((anchor) => String(anchor.rating) !== id && anchor.rating !== rating);
    return ask('save_anchors', { anchors: [...others, { rating, text: said }].sort((one, other) => one.rating - other.rating) });
  },
  away: (id, _away, { anchors: all }) => ask('save_anchors', { anchors: all.filter(({ rating }) => String(rating) !== id) }),
  full: ({ anchors: all }) => (all.length >= ALL ? text('anchors-full') : null),
});
