// Movement in the fake diary: sessions, the library, routines, and a ledger to be looked at.
// Query: move=none|full (no sessions; many), ledger=collecting|ready|running|asks.

import { TODAY, inWords, moved, short } from './days.mjs';

const UNDO = { undo_text: 'Undo: movement', redo_text: null };
const NONE = { undo_text: null, redo_text: null };
const FELT = { less: 'could have been more', right: 'just right', 'too-much': 'too much' };
const READY = {
  'morning-in-bed': ['Morning in bed', ['ankle-pump', 'heel-slide', 'pelvis-rock', 'knees-side', 'arms-overhead']],
  'at-the-desk': ['At the desk', ['shoulder-roll', 'head-turn', 'elbows-back', 'wrist-bend', 'seated-round']],
  'kitchen-counter': ['By the kitchen counter', ['weight-shift', 'heel-raise', 'counter-push', 'leg-swing', 'long-back']],
};

/** @param {URLSearchParams} wish */
export function moving(wish) {
  const state = wish.get('ledger') ?? 'running';
  /** @type {Promise<any[]> | null} */
  let library = null;
  const movements = () => (library ??= fetch('/fake/movements.json').then((answer) => answer.json()));
  const aside = new Set();
  /** @type {any[]} */
  let own = wish.get('move') === 'full' ? [{ id: 'own-1', name: 'By the window', steps: [{ movement: 'heel-raise', minutes: null, times: 8 }, { movement: 'calf-ease', minutes: 2, times: null }] }] : [];
  let made = 10;
  const first = { id: 'dose-1', date: TODAY, dose: { kind: 'Walking', start: '10:30', minutes: 20, effort: 4, felt: 'right' } };
  /** @type {any[]} */
  let doses = wish.get('move') === 'none' || wish.get('state') === 'empty' ? [] : [first];
  if (wish.get('move') === 'full') doses.push({ id: 'dose-2', date: TODAY, dose: { kind: 'Dance class with a very long name that goes on and on', start: '21:40', minutes: 45, effort: 8, felt: 'too-much' } }, { id: 'dose-3', date: TODAY, dose: { kind: null, start: null, minutes: 5, effort: null, felt: null } });
  /** @type {any[]} */
  let instructions = state === 'collecting' ? [] : [{ id: 'said-1', date: '2026-03-01', floor_min: 10, ceiling_min: 30, said: 'Slowly up the stairs. Not on an empty stomach.', text: 'From 1 Mar 2026: 10 min to 30 min a day', holds: true }];
  let running = state === 'running' || state === 'asks';
  let asks = state === 'asks';

  const line = (/** @type {any} */ { kind, start, minutes, effort, felt }) => [kind ?? 'Movement', minutes && `${minutes} min`, start && `from ${start}`, effort !== null && `effort ${effort} of 10`, felt && FELT[/** @type {'less'} */ (felt)]].filter(Boolean).join(', ');
  function view(date = TODAY, turns = NONE) {
    const own = doses.filter((dose) => dose.date === date);
    const sum = own.reduce((all, { dose }) => all + (dose.minutes ?? 0), 0);
    const late = own.some(({ dose }) => (dose.effort ?? 0) >= 7 && (dose.start ?? '') > '19:00');
    return {
      date, date_text: inWords(date), previous: moved(date, -1), next: date < TODAY ? moved(date, 1) : null, is_today: date === TODAY,
      sessions: own.map(({ id, dose }) => ({ id, text: line(dose), recalled: date < moved(TODAY, -1), dose })),
      sessions_text: own.length ? `${sum} min in ${own.length} sessions` : 'Nothing is written down for this day.',
      kinds: ['Walking', 'Stretching', 'Cycling', 'In the water', 'House and garden'],
      late_text: late ? 'That was hard, and within an hour of your usual bedtime at 23:00. It may keep you awake a little. Earlier, or something gentle, is a choice for another day.' : null,
      effort_text: 'An effort of 7 or more of 10 counts as hard here. That is where the US guidelines on activity put it. How it felt to you is what counts.',
      suggestion_text: running ? 'A little more this week: 22 min a day, after 20 min.' : null,
      ...turns,
    };
  }

  async function libraryView(said = null) {
    const all = await movements();
    return {
      movements: all.map((item) => ({ ...item, hidden: aside.has(item.code) })),
      postures: ['Lying', 'Sitting', 'Standing'].map((name) => ({ code: name.toLowerCase(), name })),
      areas: ['Neck', 'Shoulders', 'Arms', 'Back', 'Hips', 'Legs', 'Feet'].map((name) => ({ code: name.toLowerCase(), name })),
      care_text: 'Go only as far as it feels all right, and breathe as you like. Stop when something feels wrong. What your clinician told you goes first.',
      said, ...(said ? UNDO : NONE),
    };
  }

  async function routineView(key, isOwn, name, steps) {
    const all = new Map((await movements()).map((item) => [item.code, item]));
    const shown = steps.filter((step) => !aside.has(step.movement));
    return {
      key, own: isOwn, name, minutes: shown.length, text: `About ${shown.length} min, ${shown.length} movements`,
      steps: steps.map(({ movement, minutes, times }) => ({
        ...all.get(movement), movement, minutes, times, amount_text: minutes ? `${minutes} minutes` : `${times} times`,
        seconds: wish.has('quick') ? 1 : 60, hidden: aside.has(movement),
      })),
    };
  }
  const ready = (/** @type {string} */ key) => routineView(key, false, READY[/** @type {'at-the-desk'} */ (key)][0], READY[/** @type {'at-the-desk'} */ (key)][1].map((movement) => ({ movement, minutes: null, times: 6 })));
  async function routinesView(said = null) {
    const routines = await Promise.all([...own.map(({ id, name, steps }) => routineView(id, true, name, steps)), ...Object.keys(READY).map(ready)]);
    return { routines, said, ...(said ? UNDO : NONE) };
  }
  const routine = async (/** @type {string} */ key) => (await routinesView()).routines.find((one) => one.key === key);

  function days() {
    if (state === 'collecting' && wish.get('move') === 'none') return [];
    return Array.from({ length: 28 }, (_, at) => {
      const date = moved(TODAY, at - 27);
      const minutes = at % 3 === 2 ? null : 14 + ((at * 7) % 11);
      const response = minutes === null ? null : at === 12 ? 'flared' : at === 27 ? 'unknown' : 'settled';
      return { date, date_text: short(date), minutes, quota: running && at > 6 ? (at < 14 ? 18 : at < 21 ? 20 : 22) : null, too_much: at === 12, marked: at === 17 || at === 18, response, text: `${date}: ${minutes ?? 'nothing written down'}` };
    });
  }
  function ledger(said = null) {
    const all = days();
    const now = running ? 'running' : state === 'collecting' ? 'collecting' : 'ready';
    return {
      state: now,
      text: running ? (asks ? 'Less for now: 10 min a day, after 12 min.' : 'A little more this week: 22 min a day, after 20 min.') : now === 'ready' ? 'There are enough comfortable days to begin a plan.' : 'One comfortable day so far; it begins with three.',
      reasons: running ? ['On 9 March a week was over with movement on 3 days or more. No morning after it spoke against a little more.', 'It stays like this for a week, on good days and on hard days.'] : [],
      quota_min: running ? (asks ? 10 : 22) : null, today_min: running ? 20 : null, way: running ? 'more' : null,
      asks: asks ? 'An easier amount would be 8 min, below your clinician’s lower limit of 10 min. It stays at 10 min unless you say so. Your clinician may want to know.' : null,
      baseline_min: now === 'collecting' ? null : 20,
      baseline_text: now === 'collecting' ? 'A day counts when its minutes are written down, and that it felt right or could have been more.' : 'Your middle comfortable day had 20 min, out of 9 days of the last four weeks. A plan begins a little below, at 16 min.',
      goal_min: null, kind: null, kinds: now === 'collecting' ? [] : ['Walking', 'Stretching'], instructions,
      days: all, days_text: 'Movement on 19 days of the last four weeks. The morning after was as usual 17 times and clearly up once.',
      table: { columns: ['Day', 'Moved', 'Suggested', 'The morning after'], rows: all.map((day) => [day.date_text, day.minutes ? `${day.minutes} min` : '', day.quota ? `${day.quota} min` : '', day.response ?? '']) },
      about_text: 'This paces a plan of your own. It comes from what you wrote down, so it can be off. It is no medical advice, and what your clinician says goes first.',
      said, ...(said ? UNDO : NONE),
    };
  }

  return {
    commands: {
      movement: ({ date }) => view(date ?? TODAY),
      save_dose: ({ id, date, dose, just_ended }) => {
        const kept = { ...dose, start: just_ended ? '08:10' : dose.start };
        const day = date ?? TODAY;
        if (id) doses = doses.map((one) => (one.id === id ? { ...one, dose: kept } : one));
        else doses.push({ id: `dose-${(made += 1)}`, date: day, dose: kept });
        return { text: 'Saved', movement: view(day, UNDO) };
      },
      remove_dose: ({ id }) => {
        const day = doses.find((one) => one.id === id)?.date ?? TODAY;
        doses = doses.filter((one) => one.id !== id);
        return { text: 'Removed', movement: view(day, UNDO) };
      },
      movement_library: () => libraryView(),
      hide_movement: ({ code, hidden }) => {
        if (hidden) aside.add(code);
        else aside.delete(code);
        return libraryView(/** @type {any} */ (hidden ? 'Put aside. You find it under “Not for me”.' : 'Back in the library'));
      },
      routines: () => routinesView(),
      routine: ({ key }) => routine(key),
      save_routine: ({ id, name, steps }) => {
        if (id) own = own.map((one) => (one.id === id ? { id, name, steps } : one));
        else own.push({ id: `own-${(made += 1)}`, name, steps });
        return routinesView(/** @type {any} */ ('Your routine is saved'));
      },
      remove_routine: ({ key }) => {
        own = own.filter((one) => one.id !== key);
        return routinesView(/** @type {any} */ ('Your routine is in the trash'));
      },
      routine_done: async ({ key, minutes }) => {
        doses.push({ id: `dose-${(made += 1)}`, date: TODAY, dose: { kind: (await routine(key))?.name, start: '08:05', minutes, effort: null, felt: null } });
        return { text: 'Written down as a session. You can still say how it felt.', movement: view(TODAY, UNDO) };
      },
      ledger: () => ledger(),
      ledger_begin: () => {
        running = true;
        return ledger(/** @type {any} */ ('Your plan has begun'));
      },
      ledger_end: () => {
        running = false;
        return ledger(/** @type {any} */ ('Your plan has ended; what you did stays'));
      },
      ledger_below_floor: () => {
        asks = false;
        return ledger(/** @type {any} */ ('It goes below the lower limit for now'));
      },
      save_instruction: ({ id, date, floor_min, ceiling_min, said }) => {
        const one = { id: id ?? `said-${(made += 1)}`, date: date ?? TODAY, floor_min, ceiling_min, said, text: `From ${date ?? TODAY}: at most ${ceiling_min} min a day`, holds: true };
        instructions = [one, ...instructions.filter((other) => other.id !== id).map((other) => ({ ...other, holds: false }))];
        return ledger(/** @type {any} */ ('Saved with its date'));
      },
      remove_instruction: ({ id }) => {
        instructions = instructions.filter((one) => one.id !== id);
        return ledger(/** @type {any} */ ('It is in the trash'));
      },
    },
  };
}
