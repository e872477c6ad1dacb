// A diary in memory with the surface of the real one: enough to use every part of the window.
// It knows nothing about sleep; its sums are only there to be looked at.

import { fakeChart, panelsOf, stepsOf } from './charts.mjs';
import { TODAY, clock, duration, fakeDays, inWords, monthName, moved, short } from './days.mjs';
import { flaring } from './flare.mjs';
import { experimenting } from './experiments.mjs';
import { helping } from './help.mjs';
import { importing } from './importing.mjs';
import { insighting } from './insights.mjs';
import { keeping } from './keeping.mjs';
import { learning } from './learn.mjs';
import { TINY, marksOf } from './marks.mjs';
import { moving } from './movement.mjs';
import { nights } from './night.mjs';
import { planning } from './planning.mjs';
import { tracking } from './tracking.mjs';
import { windDown } from './wind-down.mjs';

const TIMES = ['bed', 'lights_out', 'final_wake', 'out_of_bed'];
const NOTHING = { bed: null, lights_out: null, sol_min: null, nwak: null, waso_min: null, final_wake: null, tasafa_min: null, out_of_bed: null, second_reading: [] };
const USUAL = { ...NOTHING, bed: '23:05', lights_out: '23:10', sol_min: 20, nwak: 2, waso_min: 25, final_wake: '07:00', tasafa_min: 0, out_of_bed: '07:10' };
const DAYS_OF_RANGE = { 'two-weeks': 14, 'six-weeks': 42, 'three-months': 60, year: 60, all: 60, 'since-visit': 20 };

const minutes = (/** @type {string | null} */ time) => (time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

/** @param {URLSearchParams} wish `state`, `theme`, `scale`, `part`, `fold`, `fail`, `pick`, `measured` */
export function fakeDiary(wish) {
  const state = wish.get('state') ?? 'ordinary';
  const days = state === 'empty' || state === 'first-run' ? [] : fakeDays(60);
  const entries = new Map(days.filter((day) => !day.gap).map((day) => [day.date, {
    night: { ...USUAL, bed: clock(day.bed), lights_out: clock(day.bed + 5), final_wake: clock(day.up - 10), out_of_bed: clock(day.up) },
    quality: day.quality, pain: day.pain, evening: { pain: day.evening, arousal: 1, mattered: null, movement_min: 20, light_min: 15 }, rough: false, light: true,
  }]));
  const done = [];
  const undone = [];
  const choice = {
    settings: { theme: wish.get('theme') ?? 'auto', text_scale: Number(wish.get('scale') ?? 1), place: null, dark_winter_lamp: false, plain_notifications: false, on_close: 'ask', single_keys: true, offer_cards: true, number_free: wish.has('plain'), amber: wish.get('amber') ?? 'off', routine_by_itself: false },
    sample: state === 'sample',
    visits: 0,
    fresh: state === 'first-run',
    imports: state === 'empty' ? [] : [{ id: 'a', text: 'Apple Health, 3 March 2026: 214 nights', format: 'apple-health', imported_at: '2026-03-03T09:00:00+00:00', devices: ['Watch', 'Phone'], from_text: 'From Phone, Watch', undone: false }, { id: 'b', text: 'A table with one row per day, 1 March 2026: 60 days', format: 'wane-csv', imported_at: '2026-03-01T09:00:00+00:00', devices: [], from_text: null, undone: true }],
  };
  const calls = [];

  const blank = () => ({ night: NOTHING, quality: null, pain: null, evening: { pain: null, arousal: null, mattered: null, movement_min: null, light_min: null }, rough: false, light: false });
  const entry = (/** @type {string} */ date) => entries.get(date) ?? blank();

  function change(date, label, to) {
    done.push({ date, label, before: entries.get(date), after: to });
    undone.length = 0;
    kept.record(date, `Saved: ${label}`, entries.get(date), to);
    if (to) entries.set(date, to);
    else entries.delete(date);
  }

  function summary(night) {
    const [bed, up, out, wake] = [minutes(night.bed), minutes(night.out_of_bed), minutes(night.lights_out), minutes(night.final_wake)];
    const questions = [];
    if (wish.has('fold') && night.bed) questions.push({ code: 'ambiguous_time:bed', text: 'The clock showed this time twice that night.' });
    if (bed === null || up === null) return { text: '', questions, bar: null, night };
    const length = (up - bed + 1440) % 1440;
    if (length > 960) questions.push({ code: 'time_in_bed_over_16h_check_am_pm', text: 'That is more than 16 hours in bed. Might morning and evening be mixed up?' });
    const from = out === null ? 0 : (out - bed + 1440) % 1440;
    const to = wake === null ? length : (wake - bed + 1440) % 1440;
    const asleep = to - from - (night.sol_min ?? 0) - (night.waso_min ?? 0);
    const known = night.waso_min !== null && night.sol_min !== null && asleep > 0;
    const start = Math.floor((bed - 30) / 60) * 60;
    const lead = bed - start;
    const whole = lead + length + 60;
    const ticks = [];
    for (let at = 60; at < whole; at += 120) ticks.push({ at_min: at, text: clock(start + at) });
    return {
      text: known && choice.settings.number_free ? 'About as long a sleep as is usual for you' : known ? `${duration(asleep)} asleep, ${Math.round((100 * asleep) / (to - from))} % of the time you were trying.` : '',
      questions,
      night,
      bar: { length_min: whole, in_bed: { from_min: lead, to_min: lead + length }, asleep: known ? { from_min: lead + from + (night.sol_min ?? 0), to_min: lead + to } : null, ticks },
    };
  }

  function today(date) {
    const day = entry(date);
    const hasNight = Object.entries(day.night).some(([name, value]) => name !== 'second_reading' && value !== null);
    const usual = days.length && !hasNight ? USUAL : null;
    const isToday = date === TODAY;
    const part = wish.get('part') === 'evening' && isToday ? 'evening' : 'morning';
    const last14 = days.slice(-14);
    return {
      date, date_text: inWords(date), previous: moved(date, -1), next: isToday ? null : moved(date, 1), is_today: isToday,
      greeting: !isToday ? inWords(date) : part === 'evening' ? 'Good evening' : 'Good morning',
      part,
      morning: { saved: hasNight || day.quality !== null || day.pain !== null, night: day.night, suggested: usual, quality: day.quality, pain: day.pain, summary: summary(usual ?? day.night), noted: isToday ? dark.offer(day.night) : null, ...tracks.asked(day, 'morning'), recalled: !isToday && days.some((d) => d.date === date && d.recalled) },
      evening: { saved: day.evening.pain !== null, ...day.evening, ...tracks.asked(day, 'evening'), recalled: false },
      measured: wish.has('measured') ? ['Apple Health: 23:02–06:51, 6 h 52 min asleep; your own times give 6 h 10 min. A device and a person often see a night differently.'] : [],
      came_from: wish.has('measured') ? ['Watch, through Apple Health, brought in on 3 March 2026: measured sleep.'] : [],
      rough: day.rough,
      ...tracks.day(date),
      two_weeks: last14.length ? plain(fakeChart({ name: 'trend', days: last14, width: 300, theme: theme(), scale: 1, small: true })) : null,
      light: state === 'empty' ? { window_text: '', text: 'Log a morning, and a good time for daylight stands here.', done: day.light } : { window_text: '07:10 – 08:40', text: 'Sun-up was 06:21. Ten minutes outside count; cloud is fine.', done: isToday ? day.light : true },
      tonight: plans.tonight(),
      experiment: trials.on(date),
      inbox: plans.inbox(),
      card: isToday ? cards.offer() : null,
      worries: isToday ? evenings.given() : null,
      ...(isToday ? flares.today() : { flare: null, holiday: null }),
      undo_text: done.length ? `Undo: ${done.at(-1).label}` : null,
      redo_text: undone.length ? `Redo: ${undone.at(-1).label}` : null,
      look_back: isToday && insights.isDay(),
      sample: choice.sample,
    };
  }

  /** As the program takes the numbers out of a chart. @param {any} view */
  function plain(view) {
    if (!choice.settings.number_free) return view;
    const bare = (/** @type {string} */ text) => !/\d/.test(text.replace(/\d?\d:\d\d/g, '').replace(/\d+[–\d ]* (January|February|March|Jan|Feb|Mar)\w*( \d{4})?/g, ''));
    const value = (/** @type {any} */ one) => ({ ...one, text: bare(one.text) ? one.text : 'about as usual' });
    return {
      ...view, sentence: 'The shapes show how the days went. The higher a mark, the more there was of it.', comparison: null,
      svg: view.svg.replace(/<text[^>]*>([^<]*)<\/text>/g, (/** @type {string} */ whole, /** @type {string} */ said) => (bare(said) ? whole : '')),
      days: view.days.map((/** @type {any} */ day) => ({ ...day, values: day.values.map(value) })),
      table: { ...view.table, rows: view.table.rows.map((/** @type {string[]} */ row) => row.map((cell) => (bare(cell) ? cell : 'about as usual'))) },
    };
  }

  const theme = () => (choice.settings.amber === 'always' ? 'evening' : choice.settings.theme === 'auto' ? 'day' : choice.settings.theme);
  const appearance = () => ({ theme: theme(), amber: choice.settings.amber === 'always', again_in_s: 3600, text_scale: choice.settings.text_scale });
  const settings = () => ({ settings: choice.settings, appearance: appearance(), holiday: flares.today().holiday, place_text: choice.settings.place ? `${choice.settings.place.lat}°, ${choice.settings.place.lon}°` : 'Europe/London: 51.5° north, 0.1° west', zone: 'Europe/London', folder: '/home/robin/.local/share/wane', version: '0.1.0' });
  const start = async () => ({ locale: 'en', texts: await texts(), appearance: appearance(), settings: choice.settings, first_run: choice.fresh, recovery: kept.recovery(), today: today(TODAY) });
  const saved = (date, text) => ({ text, today: today(date) });
  const data = () => ({ folder: '/home/robin/.local/share/wane', text: days.length ? '52 nights, 104 pain ratings and 49 times outdoors, from 13 January 2026 to today.' : 'Nothing yet. The first morning you save is the first entry.', imports: choice.imports, sample: choice.sample });
  function turn(from, to, which, none) {
    const step = from.pop();
    if (!step) return { text: none, today: today(TODAY) };
    to.push(step);
    tracks.turn(step, which);
    trials.turn(step, which);
    const value = which === 'undo' ? step.before : step.after;
    kept.record(step.date, `${which === 'undo' ? 'Taken back' : 'Brought back'}: ${step.label}`, entries.get(step.date), value);
    if (value) entries.set(step.date, value);
    else entries.delete(step.date);
    return { text: which === 'undo' ? `Taken back: ${step.label}` : `Back again: ${step.label}`, today: today(step.date) };
  }

  const tracks = tracking(wish, { entry, change, done, saved });
  const dark = nights(wish);
  const flares = flaring(wish, { saved: (text) => saved(TODAY, text) });
  const trials = experimenting(wish, { change, entry, done, undone, isRough: () => entry(TODAY).rough });
  const cards = learning(wish, { today: () => today(TODAY) });
  const evenings = windDown(wish, { undoText: () => (done.length ? `Undo: ${done.at(-1).label}` : null) });
  const movements = moving(wish).commands;
  const plans = planning(wish, { state, settings: () => choice.settings });
  const insights = insighting(wish);
  const kept = keeping(wish, { state, entries, change, today, start });

  const commands = {
    ...kept.commands,
    ...tracks.commands,
    ...plans.commands,
    ...cards.commands,
    ...trials.commands,
    ...helping(wish),
    ...insights.commands,
    ...evenings.commands,
    ...movements,
    // What is not for the person is not for them in the evening either.
    hide_movement: (request) => {
      evenings.aside(request.code);
      return movements.hide_movement(request);
    },
    ...flares.commands,
    night: dark.commands.night,
    night_note: dark.commands.night_note,
    night_over: () => ({}),
    night_offer_dismiss: ({ date }) => {
      dark.commands.putAway();
      return today(date ?? TODAY);
    },
    start,
    painted: () => ({}),
    today: ({ date }) => today(date ?? TODAY),
    month: ({ month }) => {
      const first = new Date(`${month}-01T00:00:00Z`);
      const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
      const next = moved(`${month}-28`, 7).slice(0, 7);
      return {
        month, title: monthName(month), previous: moved(`${month}-01`, -1).slice(0, 7), next: next > TODAY.slice(0, 7) ? null : next,
        weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], first_column: (first.getUTCDay() + 6) % 7,
        days: Array.from({ length: count }, (_, index) => {
          const date = `${month}-${String(index + 1).padStart(2, '0')}`;
          const day = entries.get(date);
          const has = { morning: day?.quality != null, evening: day?.evening.pain != null };
          return { date, number: index + 1, named: `${short(date)} ${date.slice(0, 4)}`, text: `${inWords(date)}${has.morning ? ', morning' : ''}${has.evening ? ' and evening' : ''}`, ...has, rough: day?.rough ?? false, future: date > TODAY };
        }),
      };
    },
    preview_night: ({ night, touched = [] }) => {
      // Untouched neighbours follow a time that was changed.
      const moved_ = { ...night };
      if (touched.includes('bed') && night.bed && !touched.includes('lights_out') && night.lights_out) moved_.lights_out = clock((minutes(night.bed) ?? 0) + 5);
      if (touched.includes('out_of_bed') && night.out_of_bed && !touched.includes('final_wake') && night.final_wake) moved_.final_wake = clock((minutes(night.out_of_bed) ?? 0) - 10);
      return { ...summary(moved_), night: moved_ };
    },
    save_morning: ({ date, night, quality, pain, ...asked }) => {
      for (const name of TIMES) if (night[name] !== null && !/^\d\d:\d\d$/.test(night[name])) throw { code: 'bad-input', message: 'That is no time.' };
      const at = date ?? TODAY;
      change(at, 'morning saved', { ...entry(at), ...tracks.answered(entry(at), 'morning', asked), night, quality, pain });
      return saved(at, 'Saved');
    },
    save_evening: ({ date, pains, factors, keep_absent, ...evening }) => {
      const at = date ?? TODAY;
      change(at, 'evening saved', { ...entry(at), ...tracks.answered(entry(at), 'evening', { pains, factors, keep_absent }), evening });
      return saved(at, 'Saved');
    },
    mark_rough: ({ date, rough }) => {
      const at = date ?? TODAY;
      change(at, rough ? 'rough day' : 'rough day taken back', { ...entry(at), rough });
      return saved(at, rough ? 'Marked as a rough day. That counts as taking part.' : 'The mark is gone');
    },
    log_light: ({ date }) => {
      const at = date ?? TODAY;
      change(at, 'time outdoors', { ...entry(at), light: true });
      return saved(at, 'Noted');
    },
    undo: () => turn(done, undone, 'undo', 'There is nothing to take back.'),
    redo: () => turn(undone, done, 'redo', 'There is nothing to bring back.'),
    chart: ({ name, range, from, to, width, theme: look, text_scale, compare, panels }) => {
      if (range === 'since-visit' && !from && !choice.visits) throw { code: 'not-found', message: 'No visit is marked.' };
      const shown = from && to ? days.filter(({ date }) => from <= date && date <= to) : days.slice(-DAYS_OF_RANGE[range]);
      if (!shown.length) return { ...fakeChart({ name, days: [], width, theme: look, scale: text_scale }), empty: true };
      const view = plain(fakeChart({ name, days: shown, width, theme: look, scale: text_scale }));
      if (name === 'trend') view.panels = panelsOf(panels);
      if (name === 'trend') view.steps = stepsOf(days, shown);
      if (name === 'comparison') view.sentence = 'Time asleep was about the same. Pain on waking was a point lower at the middle.';
      if (compare) {
        view.comparison = {
          title: 'These six weeks and the six before', sentence: 'Time asleep was about the same. Pain on waking was a point lower at the middle.',
          table: { columns: ['', 'Before', 'Now'], rows: [['Time asleep', '6 h 50 (6 h 20 – 7 h 10), 38 nights', '6 h 55 (6 h 30 – 7 h 20), 37 nights'], ['Pain on waking', '5 (4 – 6), 38 days', '4 (4 – 5), 37 days'], ['Evening pain', '5 (4 – 6), 36 days', '']] },
        };
      }
      return view;
    },
    ...marksOf(saved),
    device_felt: () => (wish.has('measured')
      ? {
          empty: false, nights: 9, median_min: 34, quarter_min: 12, three_quarters_min: 52,
          text: 'Over 9 nights with both, the device usually counts 34 min more sleep than your own times give. Half of the nights lie between 12 min more and 52 min more.',
          note: 'A device and a person notice different things. Your own times come first everywhere in Wane.',
          table: { columns: ['Night ending', 'As you felt it', 'As measured', 'The device counts', 'Measured by'], rows: [['14 March 2026', '6 h 10 min', '6 h 52 min', '42 min more', 'Watch, through Apple Health'], ['13 March 2026', '6 h 40 min', '6 h 52 min', '12 min more', 'Watch, through Apple Health']] },
        }
      : { empty: true, nights: 0, median_min: null, quarter_min: null, three_quarters_min: null, text: '', note: '', table: { columns: [], rows: [] } }),
    copy_chart: ({ chart: { name }, form }) => (form === 'picture'
      ? { png: TINY, text: null }
      : { png: null, text: form === 'svg' ? '<svg/>' : `Day\t${name}\n1\t2\n` }),
    save_chart: ({ name }) => ({ text: `Saved as wane-${name}.png.` }),
    mark_visit: () => {
      choice.visits += 1;
      return saved(TODAY, 'A visit is marked for today');
    },
    settings,
    save_settings: (to) => {
      choice.settings = to;
      return settings();
    },
    appearance,
    first_run: ({ bed, sample }) => {
      choice.fresh = false;
      choice.sample = sample;
      if (bed) plans.bed(bed);
      return start();
    },
    sample_start: () => {
      choice.sample = true;
      return start();
    },
    sample_remove: () => {
      choice.sample = false;
      return start();
    },
    data,
    export_preview: (/** @type {{ format: string }} */ { format }) => ({
      format, title: `As ${format}`, text: 'What it is good for.', empty: days.length === 0,
      holds: days.length ? [{ name: 'Nights', text: '57' }, { name: 'Pain ratings', text: '114' }] : [],
      leaves_out: format === 'json' ? ['What you removed is not in it.'] : ['Naps are not in it.', 'Your notes are not in it.'],
    }),
    export_save: (/** @type {{ format: string }} */ { format }) => ({ text: wish.has('closed') ? null : `Saved in wane.${format}. Whoever has this file can read it.` }),
    ...importing(wish),
    import_apply: () => {
      choice.imports = [{ id: 'c', text: 'Sleep from a Fitbit Takeout, today: 28 nights', undone: false }, ...choice.imports];
      return { text: '28 nights brought in', changes: { new: 28, same: 4, conflict: 1 }, batch: 'c' };
    },
    import_undo: ({ id }) => {
      choice.imports = choice.imports.map((batch) => (batch.id === id ? { ...batch, undone: true } : batch));
      return data();
    },
    quit: () => ({}),
    close_window: () => ({}),
  };

  return {
    calls,
    release: kept.release,
    /** @param {string} name @param {any} request */
    async call(name, request) {
      calls.push({ name, request: structuredClone(request) });
      if (wish.get('fail') === name) throw { code: 'full', message: 'The disk is full, so this was not saved. Everything saved before is safe. Free some space and press Save again.' };
      await kept.patience(name);
      const command = /** @type {Record<string, (request: any) => any>} */ (commands)[name];
      if (!command) throw { code: 'unsupported', message: `no ${name} here` };
      return structuredClone(await command(request));
    },
  };
}

async function texts() {
  return (await fetch('/fake/texts.json')).json();
}
