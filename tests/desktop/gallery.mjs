// Takes the README's pictures of the real window, over half a year of a made-up diary: `cargo xtask gallery`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Desk } from './harness/desk.mjs';
import { rest, until } from './harness/wait.mjs';
import { Wane } from './harness/wane.mjs';
import { KEY } from './harness/webdriver.mjs';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Each picture: its name, the time on the clock, and the keys that lead to it. @type {[string, string, string[]][]} */
const PICTURES = [
  ['today', '2026-03-14 07:40:00', ['n', '4', '3']],
  ['today-evening', '2026-03-14 22:25:00', ['n', '4']],
  ['trends', '2026-03-14 12:10:00', [KEY.escape, '2']],
  ['trends-evening', '2026-03-14 22:25:00', [KEY.escape, '2']],
  ['plan', '2026-03-14 12:10:00', [KEY.escape, '7']],
];

/** Half a year of somebody who sleeps a little better as the spring comes; the same one every time. */
function halfAYear() {
  let seed = 20260314;
  const random = () => ((seed = (seed * 48271) % 2147483647) / 2147483647 + (seed = (seed * 48271) % 2147483647) / 2147483647) / 2;
  const clock = (/** @type {number} */ minutes) => {
    const whole = ((Math.round(minutes / 5) * 5) % 1440 + 1440) % 1440;
    return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
  };
  const within = (/** @type {number} */ number, /** @type {number} */ low, /** @type {number} */ high) => Math.round(Math.min(Math.max(number, low), high));
  const rows = ['date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,pain_morning,pain_day,movement_min,outdoor_light_min'];
  for (let day = 0; day < 180; day += 1) {
    const date = new Date(Date.parse('2026-03-13') - (179 - day) * 86_400_000);
    if (random() < 0.2) continue;
    const better = day / 180;
    const weekend = [0, 6].includes(date.getUTCDay());
    const bed = 23 * 60 - 20 + (random() - 0.5) * 120 + (weekend ? 40 : 0);
    const sol = within(45 - 25 * better + (random() - 0.5) * 50, 5, 90);
    const waso = within(55 - 30 * better + (random() - 0.5) * 70, 0, 120);
    const wake = 1440 + 6 * 60 + 50 + (random() - 0.5) * 70 + (weekend ? 45 : 0);
    const broken = (sol + waso) / 100;
    const morning = within(3.4 + 2.5 * broken - better + (random() - 0.5) * 4, 0, 10);
    const evening = within(morning + 0.5 + (random() - 0.5) * 4, 0, 10);
    rows.push([
      date.toISOString().slice(0, 10), clock(bed), clock(bed + 10), sol, within(waso / 20, 0, 6), waso, clock(wake), 10, clock(wake + 15),
      within(5 - 2.5 * broken, 1, 5), morning, evening, random() < 0.5 ? within(10 + 30 * random(), 5, 60) : '', within(20 + 40 * random(), 5, 90),
    ].join(','));
  }
  return `${rows.join('\n')}\n`;
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, at, keys] of PICTURES) {
  const desk = await Desk.open();
  const wane = new Wane(desk);
  const now = `${at.replace(' ', 'T')}Z`;
  const file = join(desk.dir, 'half-a-year.csv');
  writeFileSync(file, halfAYear());
  await wane.cli(['import', file, '--format', 'wane-csv', '--home-zone', 'Europe/London'], now);
  await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], now);
  await wane.cli(['reminders', 'set', 'morning-light'], now);
  const page = await wane.driven({ at });
  await until('the window', () => page.run('return document.querySelector("[data-room] h1") !== null'));
  await rest(500);
  await page.press(...keys);
  await rest(1500);
  // Whatever had the focus, the picture begins at the top.
  await page.run('document.scrollingElement.scrollTop = 0; document.querySelector("main").scrollTop = 0;');
  await rest(300);
  writeFileSync(join(FOLDER, `${name}.png`), await page.picture());
  console.log(`docs/pictures/${name}.png`);
  await page.close();
  desk.close();
}
process.exit(0);
