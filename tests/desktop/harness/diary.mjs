// What a diary holds before a test begins.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives the diary a past of ordinary mornings, so that there is something usual.
 *
 * @param {import('./wane.mjs').Wane} wane
 * @param {string} last
 * @param {number} days
 */
export async function past(wane, last, days) {
  const rows = ['date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,pain_morning,pain_day'];
  for (let back = days - 1; back >= 0; back -= 1) {
    const date = new Date(Date.parse(last) - back * 86_400_000).toISOString().slice(0, 10);
    rows.push(`${date},23:05,23:15,20,1,15,07:00,10,07:10,3,${4 + (back % 3)},${5 + (back % 2)}`);
  }
  const file = join(wane.desk.dir ?? '', 'past.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  await wane.cli(['import', file, '--format', 'wane-csv', '--home-zone', 'Europe/London'], `${last}T20:00:00Z`);
}
