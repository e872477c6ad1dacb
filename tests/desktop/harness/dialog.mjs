// GTK's own dialog, in which a file is picked.

import { rest, until } from './wait.mjs';

/**
 * Picks a file until the window takes it up.
 *
 * On a busy machine the dialog may miss a letter of the path; then it closes without a file, and the person tries again.
 *
 * @param {import('./webdriver.mjs').Page} page
 * @param {import('./desk.mjs').Desk} desk
 * @param {string} file
 * @param {string} taken runs in the page: whether the file was taken up
 */
export async function picked(page, desk, file, taken) {
  for (let attempt = 1; ; attempt += 1) {
    // The page waits for the dialog, so the click is not waited for.
    await page.run('setTimeout(() => document.querySelector("[data-act=pick]").click())');
    await pick(desk, file);
    try {
      await until('the window to take the file up', () => page.run(taken), 15);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

/**
 * Names a file in the dialog, where a path may be typed.
 *
 * @param {import('./desk.mjs').Desk} desk
 * @param {string} file
 */
async function pick(desk, file) {
  const [dialog] = await until('the file dialog', () => desk.windows('Open File').then((found) => found.length > 0 && found));
  await desk.focus(dialog);
  await rest(500);
  await desk.type(file);
  await until('the dialog to take the file', async () => {
    await desk.keys('Return');
    return (await desk.windows('Open File')).length === 0;
  });
}
