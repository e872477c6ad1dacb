// @ts-check
/** The window's own fields, made by hand. */

/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} attributes `true` sets an empty one
 */
function field(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(name, value === true ? '' : value);
  return element;
}

/** @param {Record<string, string | boolean>} attributes */
export const minutesField = (attributes) => /** @type {WaneMinutes} */ (field('wane-minutes', attributes));

/** @param {Record<string, string | boolean>} attributes */
export const scaleField = (attributes) => /** @type {WaneScale} */ (field('wane-scale', attributes));

/** @param {Record<string, string | boolean>} attributes */
export const timeField = (attributes) => /** @type {WaneTime} */ (field('wane-time', attributes));
