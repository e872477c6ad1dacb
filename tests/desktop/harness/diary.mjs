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

/** A plan for flares, as somebody may have written it. @type {[string, string][]} */
const FLARE_PLAN = [
  ['words', 'This has passed every time. Warm bath, slow walk to the gate, early night.\nNothing has to be decided today.'],
  ['helps', 'Heat on the lower back.\nThe long breath out.\nRadio instead of the phone.'],
  ['gentle', 'Five minutes on the mat, morning and evening.'],
  ['wait', 'The garden. The tax papers.'],
  ['people', 'Marta knows. She brings soup and asks nothing.'],
  ['clinician', 'Keep walking, half of the usual. Call if a foot goes numb.'],
];

/**
 * Gives the diary a past in which all help was used: movement with a plan and limits, a flare, its plan, wind-downs, worries.
 *
 * @param {import('./wane.mjs').Wane} wane
 * @param {string} last
 */
export async function helped(wane, last) {
  const day = (/** @type {number} */ back) => new Date(Date.parse(last) - back * 86_400_000).toISOString().slice(0, 10);
  const evening = (/** @type {number} */ back) => `${day(back)}T20:30:00Z`;
  await past(wane, day(1), 60);
  const moved = (/** @type {number} */ back, /** @type {string[]} */ ...more) => wane.cli(['log', 'movement', day(back), ...more], evening(back));
  for (let back = 48; back > 28; back -= 2) await moved(back, '--minutes', String(18 + (back % 3) * 2), '--kind', 'Walking', '--felt', 'right', '--effort', '3');
  await wane.cli(['movement', 'limits', '--floor', '10', '--ceiling', '30', '--said', 'Slowly up the stairs.\nStop when the knee is warm.'], evening(28));
  await wane.cli(['movement', 'begin', '--goal', '30'], evening(27));
  for (let back = 27; back > 0; back -= 1) {
    if (back === 14) await wane.cli(['flare', 'start'], evening(back));
    if (back === 11) await wane.cli(['flare', 'end'], evening(back));
    if (back % 5 === 0 || (back <= 14 && back > 11)) continue;
    const felt = back === 7 ? 'too-much' : 'right';
    await moved(back, '--minutes', String(back === 7 ? 40 : 15 + (27 - back) % 6), '--kind', ['Walking', 'Stretching', 'In the water'][back % 3] ?? '', '--start', back === 1 ? '20:40' : '16:30', '--effort', back === 1 ? '8' : '3', '--felt', felt);
    if (back % 3 === 0) await wane.cli(['wind-down', 'done', day(back), '--minutes', '20', '--blocks', 'worries,stretching,breathing'], evening(back));
  }
  await moved(0, '--minutes', '10', '--kind', 'Stretching', '--start', '08:10', '--effort', '2', '--felt', 'less');
  await moved(0, '--minutes', '25', '--kind', 'Dancing in the kitchen', '--start', '19:50', '--effort', '8', '--felt', 'too-much');
  for (const [part, text] of FLARE_PLAN) await wane.cli(['flare', 'plan', '--write', part, '--text', text], evening(5));
  await wane.cli(['worry', 'park', 'The letter to the insurance', 'Whether the knee will hold on Thursday, and who would take the children if it does not'], evening(0));
}
