// @ts-check
/** A link back to where one was; on the first page of a window it leads to Today. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/**
 * @param {string} id of the message that says where it leads
 * @param {string} [view] where it leads when there is nowhere to go back to
 */
export function backLink(id, view = 'today') {
  const arrow = icon('left');
  arrow.classList.add('turns');
  return make('a', { class: 'button plain back', href: `#${view}`, 'data-go': view, 'data-back': true }, arrow, make('span', {}, text(id)));
}
