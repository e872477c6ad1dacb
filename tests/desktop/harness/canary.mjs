// Looks for a word in everything that a session leaves behind.

import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files above this size are no trace of ours; nothing in a session of a few seconds grows so large. */
const LARGEST = 256 * 1024 * 1024;

/**
 * A word in the forms in which programs put words away: as it is, in two bytes a letter, and in base 64 at each offset.
 *
 * @param {string} word
 */
export function forms(word) {
  const plain = Buffer.from(word);
  const wide = Buffer.from(word, 'utf16le');
  const encoded = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
    // The letters at both ends depend on what stands beside the word.
    return Buffer.from(text.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + plain.length) * 8) / 6)));
  });
  return [plain, wide, Buffer.from(wide).swap16(), Buffer.from(plain.toString('hex')), ...encoded];
}

/** @param {Buffer} content @param {string[]} words */
export function has(content, words) {
  return words.some((word) => forms(word).some((form) => content.includes(form)));
}

/**
 * All ordinary files below a folder.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function files(folder) {
  return everything(folder).filter((path) => stat(path)?.isFile());
}

/**
 * Everything below a folder, and the folder itself.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function everything(folder) {
  const found = [folder];
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) found.push(...everything(path));
      else found.push(path);
    }
  } catch {
    // It went while we were looking, or is not ours to look into.
  }
  return found;
}

/** @param {string} path */
function stat(path) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/**
 * Files below some folders that hold one of the words.
 *
 * @param {string[]} folders
 * @param {string[]} words
 * @param {(path: string) => boolean} [skip]
 */
export function holding(folders, words, skip = () => false) {
  // A folder may lie in another one.
  return [...new Set(folders.flatMap(files))].filter((path) => {
    if (skip(path) || (stat(path)?.size ?? 0) > LARGEST) return false;
    try {
      return has(readFileSync(path), words);
    } catch {
      return false;
    }
  });
}
