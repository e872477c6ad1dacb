// A page of the same engine without anything of ours in it: no program, no policy. Controls run there.

import { readdirSync } from 'node:fs';
import { Page } from './webdriver.mjs';
import { openDriver } from './wane.mjs';

/** Where WebKitGTK keeps its own small browser, which comes with the library; one folder for each machine's architecture. */
const LIBRARIES = '/usr/lib';

/** The engine's own browser. */
function browser() {
  const found = readdirSync(LIBRARIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`${LIBRARIES}/${name}/webkit2gtk-4.1`, `${LIBRARIES}/${name}`])
    .find((folder) => {
      try {
        return readdirSync(folder).includes('MiniBrowser');
      } catch {
        return false;
      }
    });
  if (!found) throw new Error("the engine's own MiniBrowser, in which the controls run, is not where WebKitGTK 4.1 puts it");
  return `${found}/MiniBrowser`;
}

/**
 * Opens a blank page in the engine's own browser.
 *
 * @param {import('./desk.mjs').Desk} desk
 * @param {string} url
 */
export async function blankPage(desk, url) {
  const [, driver] = await openDriver(desk);
  const page = await Page.open(driver, browser(), ['--automation']);
  await page.go(url);
  return page;
}
