// The regions of the body as the program has them: codes, order and places from the domain, names from the catalogue.

import { readFile } from 'node:fs/promises';

const CODES = new URL('../../src-tauri/crates/wane-domain/src/body.rs', import.meta.url);
const NAMES = new URL('../../src-tauri/crates/wane-text/catalogue/en/track.ftl', import.meta.url);

/** Names of the groups in the domain, in the order of the list. */
const GROUPS = { All: 'whole', Head: 'head', Arm: 'arm', Hand: 'hand', Torso: 'front', Spine: 'spine', 'Group::Back': 'back', Pelvis: 'pelvis', Leg: 'leg', Foot: 'foot' };

/** @returns {Promise<import('../../ui/ipc/bindings.js').RegionGroup[]>} as `tracked` answers them */
export async function regionGroups() {
  const [codes, catalogue] = await Promise.all([readFile(CODES, 'utf8'), readFile(NAMES, 'utf8')]);
  const names = new Map([...catalogue.matchAll(/^region-([\w-]+) = (.+)$/gm)].map(([, code = '', name = '']) => [code, name]));
  const name = (/** @type {string} */ code) => names.get(code) ?? `⟦region-${code}⟧`;
  const all = [...codes.matchAll(/^ {4}(middle|left|right)\("([\w-]+)", ([\w:]+), (\w+)\),$/gm)];
  return Object.entries(GROUPS).map(([own, code]) => ({
    code,
    name: name(`group-${code}`),
    regions: all.flatMap(([, side = '', region = '', group, view = '']) => (group === own ? [{ code: region, name: name(region), view: view.toLowerCase(), side }] : [])),
  }));
}
