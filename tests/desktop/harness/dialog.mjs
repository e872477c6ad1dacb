// GTK's own dialog, in which a file is picked.

import { rest, until } from './wait.mjs';

/**
 * Picks a file until the window takes it up.
 *
 * On a busy machine the dialog may miss a letter of the path; then it closes without a file, or stays and is cancelled,
 * and the person tries again.
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
    try {
      await pick(desk, file);
      await until('the window to take the file up', () => page.run(taken), 15);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await cancelled(desk);
    }
  }
}

/** Leaves the dialog, if it stands. @param {import('./desk.mjs').Desk} desk */
export async function cancelled(desk) {
  await until('the dialog to go', async () => {
    const [dialog] = await desk.windows('Open File');
    if (!dialog) return true;
    await desk.focus(dialog);
    // Pressed once more too soon, it would be heard by the window behind.
    await desk.keys('Escape');
    await rest(1000);
    return false;
  });
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
  // The first letter opens the field, which takes a moment and would miss the second.
  await desk.type(file.slice(0, 1));
  await rest(500);
  await desk.type(file.slice(1));
  const isGone = async () => (await desk.windows('Open File')).length === 0;
  await until('the dialog to take the file', async () => {
    await desk.keys('Return');
    // Pressed once more too soon, it would be heard by the window behind.
    return until('the dialog to go', isGone, 2);
  }, 8);
}
