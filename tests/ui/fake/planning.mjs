// The reminding half of the fake diary: rules, times, pauses, the inbox.
// Query: inbox, plan=full (a suggestion, a question, reminders of one's own, one that rests, a long past), paused, asks, suggests,
// service=none, autostart=none|denied; state=empty has no times and no reminder.

import { TODAY, moved, short } from './days.mjs';

const TITLES = { 'wind-down': 'Wind-down', bedtime: 'Bedtime', 'morning-light': 'Morning light', 'morning-check-in': 'Morning check-in', 'evening-check-in': 'Evening check-in', movement: 'Movement' };
const WHY = { flare: 'a flare', illness: 'an illness', journey: 'a journey', days: 'some days' };
const WAYS = [
  { way: 'after-waking', text: 'Outdoors, a little after waking and once it is light' },
  { way: 'indoor', text: 'By a bright window, for days when going out is not possible' },
  { way: 'light-sensitive', text: 'In the shade or behind a blind, if light hurts' },
];
const BECAME = ['done', 'shown', 'done', 'skipped', 'done', 'missed', 'paused', 'quiet', 'snoozed', 'rested'];
const SAID = { done: 'Done', shown: 'Shown at', skipped: 'Left out by you;', missed: 'The computer was asleep at', paused: 'Paused;', quiet: 'The protected night was on at', snoozed: 'Moved to later at', rested: 'Rests;', undelivered: 'No notification could be shown at' };

/** @param {string} time @param {number} by minutes */
function later(time, by) {
  const at = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + by + 2880) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** @param {number} index @returns {any} */
function pastItem(index) {
  const kind = Object.keys(TITLES)[index % 5] ?? 'bedtime';
  const state = BECAME[index % BECAME.length] ?? 'done';
  const date = moved(TODAY, -1 - Math.floor(index / 5));
  return { kind, local_date: date, title: TITLES[/** @type {keyof typeof TITLES} */ (kind)], text: `${SAID[/** @type {keyof typeof SAID} */ (state)]} 22:15, ${short(date)}`, state, open: state === 'missed' || state === 'shown' };
}

/**
 * @param {URLSearchParams} wish
 * @param {{ state: string, settings: () => any }} diary
 */
export function planning(wish, { state, settings }) {
  const fresh = state === 'empty' || state === 'first-run';
  const full = wish.get('plan') === 'full';
  const rule = (/** @type {string} */ kind, /** @type {boolean} */ enabled, /** @type {(string | null)[]} */ times, more = {}) => ({
    kind, title: TITLES[/** @type {keyof typeof TITLES} */ (kind)] ?? kind, enabled: enabled && !fresh, times, zone: 'device', grace_min: 60, own: !(kind in TITLES), resting: false, note: null, ...more,
  });
  const every = (/** @type {string | null} */ time) => Array(7).fill(time);
  let targets = { bed: every(fresh ? null : '23:00'), rise: fresh ? null : '07:00', lead_min: 45 };
  let rules = [
    rule('wind-down', true, every('22:15')),
    rule('bedtime', false, every('23:00')),
    rule('morning-light', true, every(null)),
    rule('morning-check-in', false, every('08:00')),
    rule('evening-check-in', true, ['21:00', '21:00', '21:00', '21:00', '21:00', '22:00', '22:00']),
    rule('movement', full, every('17:00'), full ? { resting: true, note: 'It rests. It comes back when you bring it back.' } : {}),
    ...(full ? [rule('Stretch', true, every('12:00')), rule('Evening tablets with the large glass of water that stands beside the sink', true, ['23:45', null, '23:45', null, '23:45', null, null], { note: '23:45 lies in your protected night, so it waits in the inbox.' })] : []),
  ];
  /** @type {any} */
  let pause = wish.has('paused') ? paused('flare', 3) : null;
  let night = { automatic: true, from: '23:30', to: '07:00' };
  let light = { way: 'after-waking', dark_winter_lamp: false };
  let suggests = full || wish.has('suggests');
  let questions = full || wish.has('asks') ? [{ kind: 'morning-light', title: 'Morning light', text: 'On most mornings you have been out before the reminder came. Shall it rest?', reason: 'steady', rest_text: 'Let it rest', keep_text: 'Keep it' }] : [];
  let inbox = wish.has('inbox') || full ? [{ kind: 'morning-light', local_date: TODAY, title: 'Morning light', text: 'It was due at 07:40, while the computer was asleep.', state: 'missed', open: true }] : [];
  const past = fresh ? [] : Array.from({ length: full ? 68 : 12 }, (_, index) => pastItem(index));
  let skipped = false;

  /** @param {keyof typeof WHY} reason @param {number | null} days */
  function paused(reason, days) {
    return { reason, until: days === null ? null : `${moved(TODAY, days)}T00:00:00Z`, text: `Reminders pause for ${WHY[reason]}, ${days === null ? 'until you end it' : `up to and with ${short(moved(TODAY, days - 1))}`}.` };
  }

  const isOn = (/** @type {string} */ kind) => rules.some((one) => one.kind === kind && one.enabled && !one.resting);
  const remind = (/** @type {string} */ kind) => {
    const reminds = isOn(kind) && !pause && !(kind === 'wind-down' && skipped);
    return { reminds, note: pause ? 'paused' : reminds ? 'a reminder comes' : skipped && kind === 'wind-down' ? 'not this time' : 'its reminder is off' };
  };

  function plan() {
    const bed = targets.bed[0] ?? null;
    const why = `${targets.lead_min} minutes before your time in bed, ${bed}.`;
    const wind = bed && { kind: 'wind-down', time_text: later(bed, -targets.lead_min), title: 'Wind-down', why };
    return {
      glance: [
        { id: 'tonight', heading: 'Tonight', lines: bed && wind ? [
          { id: 'wind-down', title: 'Wind-down', time_text: wind.time_text, ...remind('wind-down') },
          { id: 'bed', title: 'In bed', time_text: bed, ...remind('bedtime') },
          { id: 'protected-night', title: 'Protected night', time_text: `${night.from}–${night.to}`, note: 'nothing is shown in it', reminds: false },
        ] : [] },
        { id: 'tomorrow', heading: 'Tomorrow', lines: bed ? [
          ...(targets.rise ? [{ id: 'rise', title: 'Get up', time_text: targets.rise, note: '', reminds: false }] : []),
          { id: 'light', title: 'Morning light', time_text: '07:15', ...remind('morning-light') },
          { id: 'check-in', title: 'Check-in', time_text: rules[3]?.times[6] ?? '08:00', ...remind('morning-check-in') },
        ] : [] },
      ],
      coming: !wind || pause ? [] : [
        ...(skipped || !isOn('wind-down') ? [] : [{ ...wind, local_date: TODAY, day_text: 'tonight' }]),
        ...(isOn('morning-light') ? [{ kind: 'morning-light', local_date: moved(TODAY, 1), day_text: 'tomorrow', time_text: '07:15', title: 'Morning light', why: 'A little after you usually wake; the sun is up from 06:19.' }] : []),
        ...(isOn('wind-down') ? [{ ...wind, local_date: moved(TODAY, 1), day_text: 'tomorrow' }] : []),
      ],
      rules, targets,
      suggestion: suggests ? { text: 'Getting up a quarter of an hour earlier could bring your nights closer together.', from: { bed: '23:40', rise: '07:50' }, to: { bed: '23:25', rise: '07:35' }, why: 'Your 24 nights since 16 February lead here, in small steps towards 07:20. It is yours to take or leave.', nights: 24 } : null,
      pause,
      protected_night: { ...night, text: night.automatic ? `${night.from} to ${night.to}, by your own times.` : `${night.from} to ${night.to}, as you set it.`, now: false },
      questions, inbox, past,
      health: ['Last check 12 s ago.', 'Next: 22:15, Europe/London.', 'Last accepted by the notification service at 22:15 on 13 March.'],
      light: { ...light, choices: WAYS, place_text: 'Europe/London: 51.5° north, 0.1° west', place_of_zone: true },
      notice_text: { plain: settings().plain_notifications, example: settings().plain_notifications ? 'Wind-down: time to let the day go' : 'It is time' },
    };
  }

  const settle = (/** @type {{ kind: string, local_date: string }} */ { kind, local_date }) => {
    inbox = inbox.filter((item) => item.kind !== kind || item.local_date !== local_date);
    return plan();
  };
  const quiet = wish.get('service') === 'none';
  let starts = false;
  const autostart = () => ({ available: wish.get('autostart') !== 'none', enabled: starts });

  return {
    inbox: () => inbox,
    bed: (/** @type {string} */ time) => (targets.bed = every(time)),
    tonight: () => (skipped ? { time_text: '', text: 'No wind-down tonight. Tomorrow it comes as usual.', skipped: true, can_skip: null }
      : targets.bed[0] === null ? { time_text: '', text: 'Say when you would like to be in bed, and a wind-down can be planned.', skipped: false, can_skip: null }
        : { time_text: '22:15', text: 'Wind-down, then bed around 23:00. Same as most evenings.', skipped: false, can_skip: TODAY }),
    commands: {
      plan,
      set_rule: (/** @type {any} */ { kind, enabled, times }) => {
        if (!rules.some((one) => one.kind === kind)) rules = [...rules, rule(kind, true, every('12:00'))];
        rules = rules.map((one) => (one.kind === kind ? { ...one, enabled, times: times ?? one.times } : one));
        return plan();
      },
      rename_rule: (/** @type {any} */ { kind, name }) => {
        rules = rules.map((one) => (one.kind === kind ? { ...one, kind: name, title: name } : one));
        return plan();
      },
      remove_rule: (/** @type {any} */ { kind }) => {
        rules = rules.filter((one) => one.kind !== kind);
        return plan();
      },
      set_targets: (/** @type {any} */ to) => {
        targets = to;
        const follow = { 'wind-down': to.lead_min, bedtime: 0 };
        rules = rules.map((one) => (one.kind in follow && to.bed[0] ? { ...one, times: to.bed.map((/** @type {string | null} */ bed) => bed && later(bed, -follow[/** @type {keyof typeof follow} */ (one.kind)])) } : one));
        if (night.automatic && to.bed[0]) night = { automatic: true, from: later(to.bed[0], 30), to: to.rise ?? night.to };
        return plan();
      },
      suggestion_accept: () => {
        suggests = false;
        targets = { ...targets, bed: every('23:25'), rise: '07:35' };
        return plan();
      },
      suggestion_dismiss: () => {
        suggests = false;
        return plan();
      },
      pause_start: (/** @type {any} */ { reason, days }) => {
        pause = paused(reason, days);
        return plan();
      },
      pause_end: () => {
        pause = null;
        return plan();
      },
      set_protected_night: (/** @type {any} */ { automatic, from, to }) => {
        const hours = automatic ? 8 : (Number(to.slice(0, 2)) - Number(from.slice(0, 2)) + 24) % 24;
        if (hours < 1 || hours > 16) throw { code: 'bad-input', message: 'A protected night lasts from one hour to sixteen.' };
        night = automatic ? { automatic, from: '23:30', to: '07:00' } : { automatic, from, to };
        return plan();
      },
      answer_question: (/** @type {any} */ { kind, rest }) => {
        questions = questions.filter((one) => one.kind !== kind);
        if (rest) rules = rules.map((one) => (one.kind === kind ? { ...one, resting: true, note: 'It rests. It comes back when you bring it back.' } : one));
        return plan();
      },
      bring_back: (/** @type {any} */ { kind }) => {
        rules = rules.map((one) => (one.kind === kind ? { ...one, resting: false, note: null } : one));
        return plan();
      },
      set_light: (/** @type {any} */ { way, dark_winter_lamp }) => {
        light = { way: way ?? light.way, dark_winter_lamp: dark_winter_lamp ?? light.dark_winter_lamp };
        return plan();
      },
      reminder_done: settle,
      reminder_snooze: settle,
      inbox_dismiss: settle,
      reminder_skip: () => {
        skipped = true;
        return plan();
      },
      autostart,
      set_autostart: (/** @type {any} */ { enabled }) => {
        if (wish.get('autostart') === 'denied') throw { code: 'unsupported', message: 'What starts with this computer’s session could not be changed.' };
        starts = enabled;
        return autostart();
      },
      test_reminder: () => ({ accepted: !quiet, text: quiet ? 'There is no notification service here. Reminders wait for you in this window instead.' : 'The notification service accepted it. If nothing appeared, do-not-disturb may be on.' }),
    },
  };
}
