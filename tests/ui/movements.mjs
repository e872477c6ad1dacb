// The library of movements as the program has it: codes, postures and areas from the domain, words from the catalogue.

import { readFile } from 'node:fs/promises';

const CODES = new URL('../../src-tauri/crates/wane-domain/src/movement/library.rs', import.meta.url);
const WORDS = new URL('../../src-tauri/crates/wane-text/catalogue/en/movement-library.ftl', import.meta.url);

/** @returns {Promise<import('../../ui/ipc/bindings.js').MovementItem[]>} as `movement_library` answers them */
export async function movements() {
  const [codes, catalogue] = await Promise.all([readFile(CODES, 'utf8'), readFile(WORDS, 'utf8')]);
  const words = new Map([...catalogue.matchAll(/^move-([\w-]+) = (.+)$/gm)].map(([, id = '', said = '']) => [id, said]));
  const word = (/** @type {string} */ id) => words.get(id) ?? `⟦move-${id}⟧`;
  return [...codes.matchAll(/^ {8}movement\("([\w-]+)", (\w+), &\[([\w, ]+)\]\),$/gm)].map(([, code = '', posture = '', areas = '']) => ({
    code,
    name: word(code),
    posture: posture.toLowerCase(),
    posture_text: posture,
    areas: areas.toLowerCase().split(', '),
    areas_text: areas,
    steps: [1, 2, 3].map((line) => word(`${code}-${line}`)),
    breath: word(`${code}-breath`),
    ease: word(`${code}-ease`),
    picture: word(`${code}-picture`),
    hidden: false,
  }));
}
