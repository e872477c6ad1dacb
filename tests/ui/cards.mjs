// The cards of Learn as the program has them: which and how strong from wane-text, words from the catalogue.

import { readFile } from 'node:fs/promises';

const TEXT = new URL('../../src-tauri/crates/wane-text/', import.meta.url);

/** Messages of several lines, as Fluent puts them together. @param {string} source @returns {Map<string, string>} */
function messages(source) {
  const found = new Map();
  for (const [, id, first = '', rest = ''] of source.matchAll(/^([a-z][\w-]*) =(.*)\n((?:(?:    .*)?\n(?=    |\n    ))*(?:    .*\n)?)/gm)) {
    found.set(id, `${first.trim()}\n${rest.replace(/^ {4}/gm, '')}`.trim());
  }
  return found;
}

/** @returns {Promise<import('../../ui/ipc/bindings.js').LearnView>} as `learn` answers it, with nothing read */
export async function allCards() {
  const [code, around, cards] = await Promise.all(['src/learn.rs', 'catalogue/en/learn.ftl', 'catalogue/en/learn-cards.ftl'].map((path) => readFile(new URL(path, TEXT), 'utf8')));
  const words = new Map([...messages(around ?? ''), ...messages(cards ?? '')]);
  const say = (/** @type {string} */ id) => words.get(id) ?? `⟦${id}⟧`;
  /** @type {import('../../ui/ipc/bindings.js').CardGroup[]} */
  const groups = [];
  const table = code?.slice(code.indexOf('pub const CARDS'), code.indexOf('];\n', code.indexOf('pub const CARDS'))) ?? '';
  for (const [, id = '', group = '', strength = '', sources = ''] of table.matchAll(/card\(\s*"([\w-]+)",\s*"([\w-]+)",\s*(\w+),\s*&\[([^\]]*)\],?\s*\)/g)) {
    const title = say(`card-group-${group}`);
    const room = groups.find((one) => one.title === title) ?? groups[groups.push({ title, cards: [] }) - 1];
    room?.cards.push({
      id, title: say(`card-${id}`), against: say(`card-${id}-against`), read: false,
      strength: /** @type {import('../../ui/ipc/bindings.js').CardStrength} */ (strength.toLowerCase()),
      paragraphs: say(`card-${id}-body`).split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' ')),
      sources: [...sources.matchAll(/"([\w-]+)"/g)].map(([, source]) => say(`card-source-${source}`)),
    });
  }
  const strengths = /** @type {const} */ (['firm', 'fair', 'thin', 'practice']).map((strength) => ({ strength, name: say(`strength-${strength}`), meaning: say(`strength-${strength}-meaning`) }));
  return { text: '', groups, strengths };
}
