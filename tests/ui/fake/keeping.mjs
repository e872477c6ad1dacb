// The finding and keeping half of the fake diary: search, the history of a day, trash, backups, and the way back.
// Query: many (5,000 finds), trash=none, backups=none|one,
// unsound, same (a backup that holds what the diary holds), recovery=backup|nothing,
// slow=<command>[:milliseconds], held=<command> (waits for `fakeHost.release`), breaks=<command>[:times] (the first answers are errors).

import { TODAY, inWords, moved, short } from './days.mjs';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** What was written, by days before today. @type {[number, string, string][]} */
const WRITTEN = [
  [1, 'What mattered', 'Walked to the lake with Ana and back'],
  [2, 'Note', 'New pillow since Tuesday.\nThe old one was far too high; the neck feels looser in the morning.'],
  [6, 'What mattered', 'Fixed the garden gate, an hour outside'],
  [9, 'Note', 'Physio: sit less in one go, walk after lunch, come back in four weeks.'],
  [16, 'Movement', 'Swimming, slow lengths'],
  [23, 'Note', 'Slept at the lake house, the other mattress was soft and the room was cold'],
  [41, 'Note', 'Walking sticks help on the way down'],
];

const PIECES = 12;

/** What a change is called that brings something back from the trash. */
const TRASHED = 'something from the trash';

/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} date */
const written = (date) => `${inWords(date)} ${date.slice(0, 4)}`;

/**
 * A passage of about twelve words around the first match, the matching words marked.
 *
 * @param {string} text
 * @param {string[]} wanted beginnings of words, in lower case
 */
function passage(text, wanted) {
  const words = text.split(/(\s+)/);
  const isHit = (/** @type {string} */ word) => wanted.some((one) => word.toLowerCase().replace(/^\W+/, '').startsWith(one));
  const first = Math.max(words.findIndex(isHit), 0);
  const from = Math.max(0, first - (first % 2) - PIECES);
  const cut = words.slice(from, from + 2 * PIECES + 1);
  const pieces = cut.map((word) => ({ text: word, hit: isHit(word) }));
  if (from > 0) pieces.unshift({ text: '…', hit: false });
  if (from + cut.length < words.length) pieces.push({ text: '…', hit: false });
  return pieces.reduce((/** @type {{ text: string, hit: boolean }[]} */ merged, piece) => {
    const before = merged.at(-1);
    if (before && before.hit === piece.hit) before.text += piece.text;
    else merged.push({ ...piece });
    return merged;
  }, []);
}

/** The day that words name: `12 March 2024`, `12 mar`, `2024-03-12`. @param {string} words */
function dayNamed(words) {
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return words <= TODAY ? words : null;
  const [, day = '', name = '', year] = words.toLowerCase().match(/^(\d{1,2})\.? ([a-z]{3,})(?: (\d{4}))?$/) ?? [];
  const month = name ? MONTHS.findIndex((one) => one.startsWith(name)) + 1 : 0;
  if (!month) return null;
  const date = (/** @type {string | number} */ at) => `${at}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year) return date(year) <= TODAY ? date(year) : null;
  return date(2026) <= TODAY ? date(2026) : date(2025);
}

/**
 * @param {URLSearchParams} wish
 * @param {{ state: string, entries: Map<string, any>, change: (date: string, label: string, to: any) => void, today: (date: string) => any, start: () => Promise<any> }} diary
 */
export function keeping(wish, { state, entries, change, today, start }) {
  const empty = state === 'empty' || state === 'first-run';
  const texts = empty ? [] : WRITTEN.map(([ago, kind, text]) => ({ date: moved(TODAY, -ago), kind, text }));
  // What tracking.mjs puts on today.
  if (wish.has('entries')) texts.unshift({ date: TODAY, kind: 'Note', text: 'New pillow since yesterday.\nToo soon to say.' });
  for (const { date, kind, text } of texts) {
    const day = entries.get(date);
    if (kind === 'What mattered' && day) entries.set(date, { ...day, evening: { ...day.evening, mattered: text } });
  }
  /** Everything that was ever saved while the window was open, by day. @type {Map<string, any[]>} */
  const saved = new Map();
  let changes = 1000;
  let trash = empty || wish.get('trash') === 'none' ? [] : [
    { id: 't1', text: 'Note: “Bought a lighter bag” (Thu 12 March)', removed_text: 'Removed on Fri 13 March; listed here until Sun 12 April.' },
    { id: 't2', text: 'Nap: from 14:10, to 14:40, asleep: 25 min (Tue 10 March)', removed_text: 'Removed on Tue 10 March; listed here until Thu 9 April.' },
    { id: 't3', text: 'Ibuprofen: taken: for relief, at: 16:20 (Mon 2 March)', removed_text: 'Removed on Wed 4 March; listed here until Fri 3 April.' },
  ];
  /** @type {any[]} */
  let back = [];
  let backups = empty || wish.get('backups') === 'none' ? [] : [
    backup('2026-03-13', '22:04', 'daily', 412),
    backup('2026-03-12', '21:58', 'daily', 409),
    backup('2026-03-03', '10:12', 'import', 380),
    backup('2026-02-28', '22:01', 'daily', 371),
    backup('2026-02-21', '22:03', 'daily', 352),
    backup('2026-02-14', '19:45', 'by-hand', 340),
    backup('2026-02-07', '22:00', 'daily', 318),
    backup('2026-01-31', '22:02', 'daily', 290),
  ].slice(0, wish.get('backups') === 'one' ? 1 : undefined);
  let recovery = wish.get('recovery');
  /** @type {Map<string, number>} */
  const broken = new Map();
  /** Answers that are held back, oldest first. @type {{ name: string, release: () => void }[]} */
  let held = [];

  /** @param {string} date @param {string} time @param {string} reason @param {number} kib */
  function backup(date, time, reason, kib) {
    const why = /** @type {Record<string, string>} */ ({ daily: 'daily', import: 'before an import', restore: 'before a restore', 'by-hand': 'made by you' })[reason];
    return { name: `diary-${date}T${time.replace(':', '')}-${reason}.db`, text: `${short(date)} ${date.slice(0, 4)}, ${time} · ${why} · ${kib} KB`, at: `${date}T${time}:00Z`, reason, bytes: kib * 1024 };
  }

  /** @param {string} said */
  const backupsView = (said = '') => ({
    text: backups[0] ? `The last backup was made on ${backups[0].text.split(',')[0]} at ${backups[0].at.slice(11, 16)}, read back, and found whole.` : 'There is no backup yet. Wane makes one by itself once there is something to keep.',
    folder: '/home/robin/.local/share/wane/backups', items: backups, done_text: said,
  });
  const counted = (/** @type {number} */ less) => [['Nights', `${52 - less}`], ['Pain ratings', `${104 - 2 * less}`], ['Days with an evening or a rough-day mark', `${50 - less}`], ['Times outdoors', `${49 - less}`], ['Notes', '4'], ['Medicines taken', '11']];
  const holds = (/** @type {number} */ less) => ({ columns: ['Kind', 'Entries'], rows: counted(less) });
  const named = (/** @type {string} */ name) => {
    if (!backups.some((item) => item.name === name)) throw { code: 'not-found', message: 'This backup is not there any more.' };
  };
  const trashView = () => ({
    text: trash.length === 0 ? 'Nothing was removed in the last 30 days.' : `${trash.length === 1 ? 'One thing was' : `${trash.length} things were`} removed in the last 30 days. After that they leave this list; the history of their day still has them.`,
    items: trash,
  });

  /** What the day was before the window was opened, as three saved changes. @param {string} date */
  function earlier(date) {
    const day = entries.get(date);
    if (!day || (saved.get(date)?.length && saved.get(date)?.[0].before === undefined)) return [];
    const is = saved.get(date)?.[0]?.before ?? day;
    const base = Number(date.replaceAll('-', '')) % 100000;
    const at = (/** @type {string} */ time) => `${short(date)} ${date.slice(0, 4)}, ${time}`;
    return [
      { change: base * 10 + 1, at_text: at('07:42'), title: 'Saved: morning', lines: [`Night: into bed: ${is.night.bed} · out of bed: ${is.night.out_of_bed} · how it was: 3`, `Pain on waking: ${is.pain + 1}`], content: { ...is, pain: is.pain + 1, evening: { ...is.evening, pain: null, mattered: null } } },
      { change: base * 10 + 2, at_text: at('07:44'), title: 'Saved: morning', lines: [`Pain on waking: ${is.pain + 1} → ${is.pain}`], content: { ...is, evening: { ...is.evening, pain: null, mattered: null } } },
      { change: base * 10 + 3, at_text: at('21:15'), title: 'Saved: evening', lines: [`Pain in the evening: ${is.evening.pain}`, 'Day: busy head: 1'], content: is },
    ];
  }

  const versionsOf = (/** @type {string} */ date) => [...earlier(date), ...(saved.get(date) ?? [])];

  const commands = {
    search: ({ words, limit }) => {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      if (wanted.length === 0) return { text: 'Search everything you wrote: notes, what mattered, movement, medicines. A date such as “14 March” finds that day.', day: null, finds: [], more: false };
      const all = wish.has('many')
        ? Array.from({ length: 5000 }, (_, index) => ({ date: moved(TODAY, -1 - index), kind: 'Note', text: `Find number ${index + 1} with ${words.trim()} in it` }))
        : texts.filter(({ text }) => wanted.every((one) => text.toLowerCase().split(/\W+/).some((word) => word.startsWith(one))));
      const most = Math.min(Math.max(limit ?? 50, 1), 1000);
      const finds = all.slice(0, most).map(({ date, kind, text }) => ({ date, date_text: `${short(date)} ${date.slice(0, 4)}`, kind_text: kind, pieces: passage(text, wanted) }));
      const named = dayNamed(words.trim());
      const more = all.length > most;
      const text = finds.length === 0 ? (named ? 'Nothing was written with these words; the day itself is there.' : 'Nothing was found. Fewer or shorter words find more.')
        : more ? `The newest ${finds.length} finds; there are more` : finds.length === 1 ? 'One find' : `${finds.length} finds`;
      return { text, day: named ? { date: named, text: written(named) } : null, finds, more };
    },
    history: ({ date }) => {
      const day = date ?? TODAY;
      const versions = versionsOf(day).map(({ change: number, at_text, title, lines }) => ({ change: number, at_text, title, lines, current: false })).reverse();
      if (versions[0]) versions[0].current = true;
      return { date: day, date_text: written(day), changes: [], versions, came_from: today(day).came_from.map((/** @type {string} */ text) => ({ text, format: 'apple-health', device: 'Watch', parts: ['measured'], import: 'a', imported_at: '2026-03-03T09:00:00+00:00' })) };
    },
    restore_version: ({ date, change: number }) => {
      const version = versionsOf(date).find((one) => one.change === number);
      if (number !== 0 && !version) throw { code: 'not-found', message: 'This version is not there.' };
      const before = entries.get(date);
      const after = version?.content;
      if (JSON.stringify(before) === JSON.stringify(after)) return { text: 'The day was already like that', today: today(date) };
      change(date, 'an earlier version of a day', after);
      return { text: 'The day is back as it was then', today: today(date) };
    },
    trash: trashView,
    trash_restore: ({ id }) => {
      const item = trash.find((one) => one.id === id);
      if (!item) throw { code: 'not-found', message: 'This is not in the trash any more.' };
      trash = trash.filter((one) => one !== item);
      back = [...back, item];
      change(TODAY, TRASHED, entries.get(TODAY));
      return trashView();
    },
    backups: () => backupsView(),
    backup_now: () => {
      backups = [backup(TODAY, '08:20', 'by-hand', 413), ...backups];
      return backupsView('The backup was made, read back, and found whole.');
    },
    backup_verify: ({ name }) => {
      named(name);
      return wish.has('unsound')
        ? { name, sound: false, text: 'This backup cannot be read to its end. It stays where it is; an older one can be used instead.', table: { columns: ['Kind', 'Entries'], rows: [] } }
        : { name, sound: true, text: 'This backup is whole: 51 nights and 102 pain ratings, 13 January – 13 March 2026.', table: holds(1) };
    },
    backup_rehearse: () => {
      if (!backups[0]) return { name: '', sound: false, text: 'There is no backup to rehearse with yet.', table: { columns: [], rows: [] } };
      return { name: backups[0].name, sound: true, text: 'Wane put the newest backup into a place of its own, opened it and read it: 51 nights and 102 pain ratings. The copy is gone again. Your diary was not touched.', table: holds(1) };
    },
    restore_preview: ({ name }) => {
      named(name);
      const table = (/** @type {number} */ less) => ({ columns: ['Kind', 'Now', 'In the backup'], rows: counted(0).map(([kind = '', now = ''], index) => [kind, now, counted(less)[index]?.[1] ?? '']) });
      if (wish.has('same')) return { name, text: 'This backup holds exactly what the diary holds now. Nothing would change.', lines: [], days: [], table: table(0) };
      const at = backups.findIndex((item) => item.name === name);
      const days = Array.from({ length: [2, 3, 12, 16, 30][at] ?? 1 }, (_, index) => `${inWords(moved(TODAY, -index))} 2026`);
      return {
        name, text: `The diary would be as it was on ${backups[at]?.text.split(' · ')[0]?.replace(',', ' at')}. What it holds now is kept as a backup of its own first.`,
        lines: [{ name: 'Only in the diary now', text: days.length === 1 ? 'one day' : `${days.length} days` }, { name: 'Only in the backup', text: 'no day' }, { name: 'Different', text: 'one day' }],
        days, table: table(days.length),
      };
    },
    restore_apply: ({ name }) => {
      named(name);
      backups = [backup(TODAY, '08:21', 'restore', 413), ...backups];
      return start();
    },
    check: () => (wish.has('unsound')
      ? { sound: false, text: 'Something in the diary file cannot be read. Please close Wane and start it again: it then keeps the damaged file and offers to bring everything back.', table: { columns: ['Kind', 'Entries'], rows: [] } }
      : { sound: true, text: 'The diary was read from beginning to end and is whole: 52 nights and 104 pain ratings, 13 January – 14 March 2026.', table: holds(0) }),
    recover: ({ how }) => {
      if (how === 'restore' && recovery === 'nothing') throw { code: 'not-found', message: 'There is nothing to bring back.' };
      recovery = null;
      return start();
    },
  };

  return {
    commands,
    /** What `start` says about damage. */
    recovery: () => (recovery === null ? null : {
      text: 'The diary file was damaged, perhaps by the disk or a sudden power cut. It was moved aside and kept whole; nothing was deleted.',
      folder: '/home/robin/.local/share/wane/damaged/2026-03-14T0812',
      lines: recovery === 'nothing'
        ? [{ name: 'Newest backup that is whole', text: 'none' }, { name: 'Newer entries that can still be read', text: 'none' }]
        : [{ name: 'Newest backup that is whole', text: 'from Fri 13 March at 22:04: 51 nights and 102 pain ratings, 13 January – 13 March 2026.' }, { name: 'Newer entries that can still be read', text: '3' }],
      can_restore: recovery !== 'nothing',
    }),
    /**
     * A change was saved, taken back or brought back.
     *
     * @param {string} date
     * @param {string} title
     * @param {any} before
     * @param {any} after
     */
    record(date, title, before, after) {
      if (title.endsWith(TRASHED)) {
        if (title.startsWith('Taken back')) trash = [.../** @type {any[]} */ ([back.pop()]), ...trash];
        if (title.startsWith('Brought back')) back = [...back, .../** @type {any[]} */ (trash.splice(0, 1))];
        return;
      }
      const list = saved.get(date) ?? [];
      const line = before && after && before.pain !== after.pain ? `Pain on waking: ${before.pain ?? 'not said'} → ${after.pain ?? 'not said'}` : after ? 'Day: saved' : 'Removed: everything of the day';
      list.push({ change: (changes += 1), at_text: `${short(TODAY)} 2026, 08:${String(20 + list.length).padStart(2, '0')}`, title, lines: [line], before, content: after });
      saved.set(date, list);
    },
    /**
     * Lets answers go that are held back.
     *
     * @param {string} name of their command
     * @param {'all' | 'newest'} [which]
     */
    release(name, which = 'all') {
      const waiting = held.filter((one) => one.name === name);
      const going = which === 'newest' ? waiting.slice(-1) : waiting;
      held = held.filter((one) => !going.includes(one));
      for (const one of going) one.release();
      return going.length;
    },
    /**
     * Takes its time or breaks, as the address wishes.
     *
     * @param {string} name
     */
    async patience(name) {
      const slow = wish.getAll('slow').map((one) => one.split(':')).find(([command]) => command === name);
      if (slow) await wait(Number(slow[1] ?? 1200));
      if (wish.getAll('held').includes(name)) await new Promise((resolve) => held.push({ name, release: () => resolve(undefined) }));
      const breaks = wish.getAll('breaks').map((one) => one.split(':')).find(([command]) => command === name);
      const times = broken.get(name) ?? 0;
      if (!breaks || times >= Number(breaks[1] ?? 1)) return;
      broken.set(name, times + 1);
      throw { code: 'storage', message: 'The disk did not answer. The diary is as it was; please try again.' };
    },
  };
}
