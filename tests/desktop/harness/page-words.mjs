// How a test finds its way in a page: by what a person reads or hears, not by how the page is built.

/** What has the focus: its name as a screen reader says it. @param {import('./webdriver.mjs').Page} page @returns {Promise<string>} */
export function focused(page) {
  return page.run(`
    const one = document.activeElement;
    if (!one || one === document.body) return '';
    const by = (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ').trim();
    const label = one.labels?.[0]?.innerText ?? '';
    return (one.getAttribute('aria-label') ?? (by || label || one.innerText || '')).trim();`);
}

/**
 * Presses Tab until the focus stands on what is called so.
 *
 * @param {import('./webdriver.mjs').Page} page
 * @param {string} name
 * @param {string} tab the key
 */
export async function tabTo(page, name, tab) {
  const passed = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const now = await focused(page);
    if (now.includes(name)) return;
    passed.push(now);
    await page.press(tab);
  }
  throw new Error(`no Tab leads to "${name}"; it led past ${JSON.stringify(passed)}`);
}

/** Whether a text can be read on the page. @param {import('./webdriver.mjs').Page} page @param {string | RegExp} words */
export async function reads(page, words) {
  const text = await page.text();
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
