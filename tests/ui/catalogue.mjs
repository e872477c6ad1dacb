// Reads the catalogue the way the program hands it to the window: text and variables only.

import { readFile, readdir } from 'node:fs/promises';

const FOLDER = new URL('../../src-tauri/crates/wane-text/catalogue/en/', import.meta.url);

/** The files whose messages the window gets. */
export const WINDOW_FILES = (await readdir(FOLDER)).filter((file) => file.startsWith('ui'));

/** @param {string} file @returns {Promise<Map<string, string>>} */
export async function messages(file) {
  const found = new Map();
  for (const line of (await readFile(new URL(file, FOLDER), 'utf8')).split('\n')) {
    const message = line.match(/^([a-z][\w-]*) = (.*)$/);
    if (message) found.set(message[1], message[2]);
    else if (line && !line.startsWith('#')) throw new Error(`${file}: this window reads messages of one line only: ${line}`);
  }
  return found;
}

/** Every message of the window, references filled in, `{name}` for each variable. */
export async function windowTexts() {
  const own = new Map();
  for (const file of WINDOW_FILES) for (const [id, text] of await messages(file)) own.set(id, text);
  const others = new Map([...(await messages('dates.ftl')), ...(await messages('safety.ftl')), ...own]);
  const fill = (/** @type {string} */ text) =>
    text.replace(/\{ ([a-z][\w-]*) \}/g, (_, id) => fill(others.get(id) ?? `⟦${id}⟧`)).replace(/\{ \$([\w-]+) \}/g, '{$1}');
  return Object.fromEntries([...own].map(([id, text]) => [id, fill(text)]));
}
