// @ts-check
/** Elements made by hand, without a single string of markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null | undefined>} [attributes] `true` sets an empty one, `false` and nothing leave it out
 * @param {...(Node | string)} children strings become text
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  attribute(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | null | undefined>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  attribute(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | boolean | null | undefined>} attributes
 */
function attribute(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
}

/**
 * One of the icons of `index.html`.
 *
 * @param {string} name
 */
export function icon(name) {
  return makeSvg('svg', { class: 'icon small', 'aria-hidden': 'true' }, makeSvg('use', { href: `#icon-${name}` }));
}

/**
 * A sentence in which no number is parted from the short word beside it at the end of a line: 7 h 15, ± 15 min, 90 %.
 *
 * @param {string} sentence
 */
export function unparted(sentence) {
  return sentence.replace(/(?<=[±−]) (?=\d)|(?<=\d) (?=(?:h|min|%)(?![\p{L}]))|(?<=\d[ \u00a0]h) (?=\d)/gu, '\u00a0');
}

/**
 * A path that may be broken after each folder, so that a long one does not break within a name.
 *
 * @param {string} path
 * @returns {(Node | string)[]}
 */
export function pathOf(path) {
  return path.split(/(?<=[/\\])/).flatMap((folder) => [folder, make('wbr')]);
}

/**
 * The one element within `root` that a selector names; the templates promise it.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Kind}
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`the template has no ${selector}`);
  return /** @type {Kind} */ (/** @type {unknown} */ (found));
}

/**
 * The element a template calls by this name (`data-part`).
 *
 * @param {ParentNode} root
 * @param {string} name
 */
export const part = (root, name) => find(root, `[data-part="${name}"]`);

/**
 * A copy of what a template of `index.html` holds.
 *
 * @param {string} id
 */
export function copyOf(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}
