// @ts-check
/** Brings a drawn picture into the page, and nothing but the picture. */

/** Elements that could do more than be seen. */
const ACTIVE = 'script, foreignObject, style, link, iframe, object, embed, image, a, animate, set, animateTransform, animateMotion';

/**
 * An SVG picture as an element of this page, without anything in it that could act or fetch.
 *
 * @param {string} svg
 * @returns {SVGSVGElement | null} nothing if it is no picture
 */
export function drawing(svg) {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  for (const active of root.querySelectorAll(ACTIVE)) active.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const acts = /^on/i.test(name) || name === 'style';
      const fetches = /(^|:)href$/i.test(name) && !value.startsWith('#');
      if (acts || fetches || /url\(\s*['"]?(?!['"]?#)/i.test(value)) element.removeAttribute(name);
    }
  }
  const picture = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(root, true)));
  if (!picture.hasAttribute('viewBox')) {
    picture.setAttribute('viewBox', `0 0 ${picture.getAttribute('width')} ${picture.getAttribute('height')}`);
  }
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  return picture;
}
