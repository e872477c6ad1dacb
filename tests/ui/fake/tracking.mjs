// What the fake diary tracks by name, what its check-ins ask beyond the usual, and what a day holds beside them.
// Query: track=few|many|full (2 pains and 3 factors; 5 and 5; 5 and 6), entries (a nap, a medicine, a note today).

import { TODAY, moved } from './days.mjs';

/** @typedef {import('../../../ui/ipc/bindings.js').Tracked} Tracked */

/** Name, regions, and those in words. @type {[string, string[], string][]} */
const PAINS = [
  ['Lower back', ['spine-lower', 'lower-back-left', 'lower-back-right'], 'lower spine; left lower back; right lower back'],
  ['Right knee', ['knee-front-right'], 'right knee, front'],
  ['Hands', ['thumb-left', 'thumb-right', 'fingers-left', 'fingers-right'], 'left thumb; right thumb; left fingers; right fingers'],
  ['Jaw, when I clench it at night', ['jaw-left', 'jaw-right'], 'left jaw; right jaw'],
  ['Headache', [], ''],
];

/** Name, timing, unit, no answer for a month. @type {[string, 'day' | 'night', string | null, boolean][]} */
const FACTORS = [
  ['Window open', 'night', null, false],
  ['Tea after four', 'day', 'cups', false],
  ['Long drive', 'day', null, true],
  ['Screen in bed', 'night', null, false],
  ['Steps, in thousands', 'day', 'thousand', false],
  ['Visitors', 'day', null, false],
];

const COUNTS = { few: [2, 3], many: [5, 5], full: [5, 6] };
const ANCHORS = [{ rating: 2, text: 'I notice it when I think of it' }, { rating: 4, text: 'cannot sit for half an hour' }, { rating: 7, text: 'hard to hold a conversation' }];
const NO_ANSWERS = { pains: {}, factors: {} };

/**
 * @param {URLSearchParams} wish
 * @param {object} diary what the rest of the fake diary offers
 * @param {(date: string) => any} diary.entry the record of a day, or a blank one
 * @param {(date: string, label: string, to: any) => void} diary.change
 * @param {any[]} diary.done the changes made
 * @param {(date: string, text: string) => any} diary.saved
 */
export function tracking(wish, { entry, change, done, saved }) {
  const [pains, factors] = COUNTS[/** @type {keyof typeof COUNTS} */ (wish.get('track') ?? '')] ?? [0, 0];
  const some = wish.has('track');
  /** @type {Pick<Tracked, 'pains' | 'factors' | 'medicines' | 'anchors'>} */
  let lists = {
    pains: PAINS.slice(0, pains).map(([name, own, where], index) => ({ id: `p${index}`, name, regions: own, regions_text: where, retired: false })),
    factors: FACTORS.slice(0, factors).map(([name, timing, unit, idle], index) => ({ id: `f${index}`, name, timing, unit, retired: false, idle, measured: false, use_text: idle ? 'Answered 12 times, last on 2 January' : 'Answered 31 times, last yesterday' })),
    medicines: some ? [{ id: 'm0', name: 'Magnesium', retired: false }, { id: 'm1', name: 'Warming gel', retired: false }, { id: 'm2', name: 'Old tablets', retired: true }] : [],
    anchors: some ? ANCHORS : [],
  };
  let made = 0;
  /** @type {Map<string, any[]>} what days hold that were written before */
  const written = new Map(wish.has('entries') ? [[TODAY, [
    { id: 'e1', kind: 'nap', recalled: false, nap: { start: '14:10', end: '14:40', asleep_min: 25 }, medicine: null, note: null },
    { id: 'e2', kind: 'medicine', recalled: false, nap: null, medicine: { name: 'Magnesium', at: '21:00', purpose: 'planned', amount: 'one tablet' }, note: null },
    { id: 'e3', kind: 'note', recalled: true, nap: null, medicine: null, note: 'New pillow since yesterday.\nToo soon to say.' },
  ]]] : []);
  if (wish.has('noted')) written.set(moved(TODAY, -1), [{ id: 'a1', kind: 'awakening', recalled: false, nap: null, medicine: null, note: null }]);
  /** @type {Promise<import('../../../ui/ipc/bindings.js').RegionGroup[]> | undefined} */
  let body;

  const held = (/** @type {string} */ date) => entry(date).list ?? written.get(date) ?? [];
  const bad = (/** @type {string} */ message) => ({ code: 'bad-input', message });
  const gone = () => ({ code: 'not-found', message: 'That is not in the diary any more. Nothing was changed.' });

  async function regions() {
    body ??= fetch('/fake/regions.json').then((answer) => answer.json());
    return body;
  }

  async function tracked(text = '') {
    const groups = await regions();
    const order = (/** @type {{ retired: boolean }[]} */ items) => [...items].sort((one, other) => Number(one.retired) - Number(other.retired));
    return { ...lists, pains: order(lists.pains), factors: order(lists.factors), medicines: order(lists.medicines), factor_limit: 6, body: groups, text };
  }

  /** @param {string} label @param {typeof lists} to @param {string} [text] */
  function become(label, to, text = 'Saved') {
    const before = lists;
    change(TODAY, label, entry(TODAY));
    done.at(-1).lists = { before, after: to };
    lists = to;
    return tracked(text);
  }

  /** @param {{ id: string, name: string, retired: boolean }[]} all @param {string | null} id @param {string} name */
  function checked(all, id, name) {
    if (name.trim() === '') throw bad('This needs a name. Nothing was changed; a word or two are enough.');
    if (all.some((one) => !one.retired && one.id !== id && one.name.toLowerCase() === name.trim().toLowerCase())) throw bad('Something in use has this name already. Nothing was changed; another name tells the two apart.');
    if (id !== null && !all.some((one) => one.id === id)) throw gone();
    return { id: id ?? `new${(made += 1)}`, name: name.trim() };
  }

  /**
   * @template {{ id: string }} Item
   * @param {Item[]} all
   * @param {Item} item
   */
  const put = (all, item) => (all.some(({ id }) => id === item.id) ? all.map((one) => (one.id === item.id ? item : one)) : [...all, item]);

  /** @param {any} one */
  function inWords({ kind, nap, medicine, note }) {
    if (kind === 'note') return note;
    if (kind === 'awakening') return 'Awake in the night, 03:10, with slow breathing';
    if (kind === 'nap') return `Nap${nap.start ? ` ${nap.start}–${nap.end ?? ''}` : ''}${nap.asleep_min === null ? '' : `, ${nap.asleep_min} min asleep`}`;
    return [medicine.name, medicine.amount, medicine.at, { planned: 'planned', rescue: 'as needed' }[/** @type {'planned'} */ (medicine.purpose)]].filter(Boolean).join(', ');
  }

  /** @param {string | null} date @param {string | null} id @param {object} fields */
  function write(date, id, fields) {
    const at = date ?? TODAY;
    const list = held(at);
    if (id !== null && !list.some((/** @type {any} */ one) => one.id === id)) throw gone();
    const item = { id: id ?? `e${100 + (made += 1)}`, recalled: at < '2026-03-12', nap: null, medicine: null, note: null, ...fields };
    change(at, 'an entry', { ...entry(at), list: put(list, item) });
    return saved(at, 'Saved');
  }

  /** @param {string} kind @param {string} id */
  function remove(kind, id) {
    for (const date of new Set([TODAY, ...written.keys(), ...done.map((step) => step.date)])) {
      const list = held(date);
      if (!list.some((/** @type {any} */ one) => one.id === id && one.kind === kind)) continue;
      change(date, 'removing an entry', { ...entry(date), list: list.filter((/** @type {any} */ one) => one.id !== id) });
      return saved(date, 'Removed. It stays in the trash for 30 days.');
    }
    throw gone();
  }

  /** @param {any} day @param {'morning' | 'evening'} which */
  const answers = (day, which) => day.answers?.[which] ?? NO_ANSWERS;

  return {
    /** What a check-in asks beyond the usual. @param {any} day @param {'morning' | 'evening'} which */
    asked(day, which) {
      const said = answers(day, which);
      const timing = which === 'morning' ? 'night' : 'day';
      return {
        pains: lists.pains.filter(({ id, retired }) => !retired || said.pains[id] != null).map(({ id, name, regions_text }) => ({ id, name, regions_text, rating: said.pains[id] ?? null })),
        factors: lists.factors.filter(({ id, retired, timing: own }) => own === timing && (!retired || said.factors[id] != null)).map(({ id, name, unit }) => ({ id, name, unit, value: said.factors[id] ?? null })),
      };
    },
    /** The record of a day with these answers; one that is not named stays. @param {any} day @param {'morning' | 'evening'} which @param {any} request */
    answered(day, which, { pains: rated = [], factors: valued = [], keep_absent = false }) {
      const said = structuredClone(answers(day, which));
      for (const { id, rating } of rated) if (rating !== null || !keep_absent) said.pains[id] = rating;
      for (const { id, value } of valued) if (value !== null || !keep_absent) said.factors[id] = value;
      return { answers: { ...day.answers, [which]: said } };
    },
    /** What a day holds beside its check-ins. @param {string} date */
    day: (date) => ({
      entries: held(date).map((/** @type {any} */ one) => ({ ...one, text: inWords(one) })),
      medicines: lists.medicines.filter(({ retired }) => !retired).map(({ name }) => name),
      anchors: lists.anchors,
    }),
    /** @param {any} step @param {'undo' | 'redo'} which */
    turn(step, which) {
      if (step.lists) lists = which === 'undo' ? step.lists.before : step.lists.after;
    },
    commands: {
      tracked: () => tracked(),
      save_pain: async (/** @type {any} */ { id, name, regions: own }) => {
        const was = lists.pains.find((one) => one.id === id);
        const all = (await regions()).flatMap((group) => group.regions);
        if (own.some((/** @type {string} */ code) => !all.some((region) => region.code === code))) throw bad('One of the regions is not known. Nothing was changed.');
        const where = all.filter(({ code }) => own.includes(code)).map((region) => region.name).join('; ');
        const pain = { retired: false, ...was, ...checked(lists.pains, id, name), regions: own, regions_text: where };
        return become('a named pain', { ...lists, pains: put(lists.pains, pain) }, was ? 'Saved' : 'Saved. Both check-ins ask for it from now on.');
      },
      save_factor: (/** @type {any} */ { id, name, timing, unit }) => {
        const was = lists.factors.find((one) => one.id === id);
        if (!was && lists.factors.filter(({ retired }) => !retired).length >= 6) throw bad('6 factors are in use, and that is the most at once. Put one aside first; what it holds stays in the diary.');
        if (was && (was.timing !== timing || was.unit !== unit)) throw bad('This factor has answers, so its time of day and its unit stay as they are. Nothing was changed. Another factor can be made beside it.');
        const factor = { retired: false, idle: false, measured: false, use_text: 'Not answered yet', ...was, ...checked(lists.factors, id, name), timing, unit };
        return become('a factor', { ...lists, factors: put(lists.factors, factor) }, was ? 'Saved' : `Saved. The ${timing === 'day' ? 'evening' : 'morning'} asks for it from now on.`);
      },
      save_medicine: (/** @type {any} */ { id, name }) => {
        const was = lists.medicines.find((one) => one.id === id);
        return become('a medicine', { ...lists, medicines: put(lists.medicines, { retired: false, ...was, ...checked(lists.medicines, id, name) }) });
      },
      retire: (/** @type {{ kind: 'pain' | 'factor' | 'medicine', id: string, retired: boolean }} */ { kind, id, retired }) => {
        const own = /** @type {'pains' | 'factors' | 'medicines'} */ (`${kind}s`);
        if (kind === 'factor' && !retired && lists.factors.filter((one) => !one.retired).length >= 6) throw bad('6 factors are in use, and that is the most at once. Put one aside first; what it holds stays in the diary.');
        const to = /** @type {typeof lists} */ ({ ...lists, [own]: lists[own].map((one) => (one.id === id ? { ...one, retired } : one)) });
        return become(retired ? 'putting aside' : 'taking up again', to, retired ? 'Put aside. What was written about it stays.' : 'In use again');
      },
      save_anchors: (/** @type {any} */ { anchors }) => become('what the numbers mean', { ...lists, anchors: anchors.filter((/** @type {any} */ one) => one.text !== '') }),
      save_nap: (/** @type {any} */ { id, date, nap }) => {
        if (nap.start === null && nap.end === null && nap.asleep_min === null) throw bad('A nap needs a beginning, an end, or the minutes asleep. Nothing was saved; one of them is enough.');
        return write(date, id, { kind: 'nap', nap });
      },
      save_taken: (/** @type {any} */ { id, date, medicine }) => {
        if (medicine.name === '') throw bad('This needs a name. Nothing was changed; a word or two are enough.');
        if (!lists.medicines.some(({ name }) => name.toLowerCase() === medicine.name.toLowerCase())) lists = { ...lists, medicines: [...lists.medicines, { id: `new${(made += 1)}`, name: medicine.name, retired: false }] };
        return write(date, id, { kind: 'medicine', medicine });
      },
      save_note: (/** @type {any} */ { id, date, text }) => (text.trim() === '' && id ? remove('note', id) : write(date, id, { kind: 'note', note: text })),
      remove_entry: (/** @type {any} */ { kind, id }) => remove(kind, id),
    },
  };
}
