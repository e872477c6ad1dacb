// Reads an export with apple-health-parser, which is installed in the folder that is named, and counts what it gives.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', file = ''] = process.argv.slice(2);
const { createHealthReader } = await import(pathToFileURL(join(folder, 'node_modules/apple-health-parser/dist/index.js')).href);
let items = 0;
for await (const item of createHealthReader(file)) items += item ? 1 : 0;
console.log(`${items} items`);
