// @ts-check
/** A list that keeps the rows it has, so that what somebody reads or holds in them stays where it is. */

/**
 * Makes the rows of `list` those of `items`, in their order; a row that is there already stays the same element.
 *
 * @template Item
 * @param {HTMLElement} list
 * @param {Item[]} items
 * @param {(item: Item) => string} key
 * @param {(item: Item) => HTMLElement} row makes a new row
 */
export function keyed(list, items, key, row) {
  const had = new Map([...list.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, child]));
  const kept = new Set(items.map(key));
  for (const [name, child] of had) if (!kept.has(name ?? '')) child.remove();
  let before = list.firstElementChild;
  for (const item of items) {
    const name = key(item);
    const known = had.get(name);
    if (known && known === before) {
      before = before.nextElementSibling;
      continue;
    }
    const child = known ?? row(item);
    /** @type {HTMLElement} */ (child).dataset.key = name;
    list.insertBefore(child, before);
  }
}
