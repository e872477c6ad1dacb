// Experiments of the fake diary.
// Query: experiment=running | evening | rough | before | waiting | ended | past (one stopped, one with a difference, one without).

import { TODAY, inWords, moved } from './days.mjs';

const QUESTION = 'Evenings with wind-down, and some without: does pain on waking differ?';
const LIMITS = 'You knew which day was which, and that alone can colour an answer. It tells of these days of yours, and of nobody else’s.';

const DIFFERED = {
  id: 'e1', title: 'Wind-down', question: QUESTION, phase: 'over', first: '2026-01-12', last: '2026-02-08', when_text: '12 January – 8 February 2026',
  text: 'Pain on waking was 1.1 points lower after evenings with it than after evenings without. That went along with the days the coin chose.',
  result: {
    tier: 'differed', difference: -1.1, ci95: [-1.9, -0.3], p: 0.012, assignments: 16384, days_with: 13, days_without: 12, with_excused: -0.9, said: 22, as_drawn: 19, days: 26,
    left_out: [{ date: '2026-01-20', why: 'flare' }, { date: '2026-01-21', why: 'flare' }, { date: '2026-02-01', why: 'no_answer' }],
    range_text: 'The 95 % range is 0.3 points to 1.9 points lower.',
    chance_text: 'Of all the ways the coins could have fallen, 1 in 100 would show as much or more.',
    said_text: 'You said on 22 of 26 days whether it was done; on 19 of them it went as the coin said.',
    days_text: 'Compared: 13 days with, 12 without. 2 days marked as a flare, an illness or a journey were left out. One day had no answer. With the marked days counted it would be 0.9 points lower.',
    limits_text: LIMITS,
    picture: { reach: 2.2, low: -1.9, middle: -1.1, high: -0.3, matters: 0.5, left_text: 'lower with it', right_text: 'higher with it', zero_text: 'no difference' },
  },
};

const CANT_TELL = {
  id: 'e2', title: 'no screens after nine, and the lamp in the hall instead of the one above', question: 'Evenings with “no screens after nine, and the lamp in the hall instead of the one above”, and some without: does time asleep differ?',
  phase: 'over', first: '2025-12-01', last: '2025-12-14', when_text: '1–14 December 2025',
  text: 'It can’t be told from chance. Time asleep was 9 min longer after evenings with it than after evenings without.',
  result: {
    ...DIFFERED.result, tier: 'cant_tell', difference: 9, ci95: [-31, 48], p: 0.61, assignments: 128, days_with: 7, days_without: 7, with_excused: null, said: 0, as_drawn: 0, days: 14, left_out: [],
    range_text: 'The 95 % range goes from 31 min shorter to 48 min longer.',
    chance_text: 'Of all the ways the coins could have fallen, 61 in 100 would show as much or more.',
    said_text: 'Nothing was said about whether it was done, so the days are compared as the coin chose them.',
    days_text: 'Compared: 7 days with, 7 without.',
    picture: { reach: 55, low: -31, middle: 9, high: 48, matters: 15, left_text: 'shorter with it', right_text: 'longer with it', zero_text: 'no difference' },
  },
};

const STOPPED = {
  id: 'e3', title: 'Morning light', question: 'Days with morning light, and days without: does pain in the evening differ?', phase: 'stopped', first: '2026-02-20', last: '2026-02-24', when_text: 'Stopped on 24 Feb 2026, day 5 of 14',
  text: 'Stopped, and that is fine. There is no result, because the length was part of the question.', result: null,
};

/**
 * @param {URLSearchParams} wish
 * @param {any} diary
 */
export function experimenting(wish, { change, entry, done, undone, isRough }) {
  const kind = wish.get('experiment') ?? '';
  /** @type {Record<string, boolean | undefined>} */
  let said = {};
  let running = ['running', 'evening', 'rough', 'before', 'waiting'].includes(kind) ? kind : '';
  let past = kind === 'past' ? [STOPPED, DIFFERED, CANT_TELL] : kind === 'ended' ? [DIFFERED] : [];
  let title = kind === 'running' ? 'Morning light' : 'Wind-down';

  const line = (/** @type {string} */ date, /** @type {string} */ text, isWith = true) => ({ date, text, with: isWith, done: said[date] ?? null, asks: true, quiet: false });
  const lines = () => {
    if (running === 'running') return [line(TODAY, `Today with ${title.toLowerCase()}`)];
    if (running === 'evening') {
      const yesterday = moved(TODAY, -1);
      const own = { ...line(TODAY, 'This evening without wind-down', false), asks: false };
      return said[yesterday] === undefined ? [line(yesterday, 'Yesterday evening was with wind-down'), own] : [own];
    }
    return running === 'rough' ? [{ ...line(TODAY, 'A flare: this day is left out, and the experiment goes on by itself.'), asks: false, quiet: true }] : [];
  };
  const quietly = (/** @type {any} */ each) => (isRough() ? { ...each, asks: false, quiet: true } : each);
  const view = (text = '') => ({
    text, past,
    running: running === '' ? null : {
      id: 'e0', title, question: QUESTION, phase: running === 'before' || running === 'waiting' ? running : 'running', first: moved(TODAY, -4), last: moved(TODAY, 23), day: running === 'before' || running === 'waiting' ? null : 5, days: 28,
      progress_text: running === 'before' ? 'It begins on 15 Mar 2026 and ends on 11 Apr 2026.' : running === 'waiting' ? 'The last day is over. The result comes with the last answer, or tomorrow without it.' : 'Day 5 of 28; the last is 6 Apr 2026.',
      lines: lines().map(quietly), said_text: 'Said on 4 days whether it was done.', no_result_text: 'There is no result before the end, not even part of one.',
    },
    undo_text: done.length ? `Undo: ${done.at(-1).label}` : null,
    redo_text: undone.length ? `Redo: ${undone.at(-1).label}` : null,
  });

  const now = () => ({ said: { ...said }, running, past, title });
  /** @param {string} label @param {() => void} doing */
  function step(label, doing) {
    const before = now();
    doing();
    change(TODAY, label, entry(TODAY));
    done.at(-1).experiment = { before, after: now() };
  }

  return {
    /** What Today tells. @param {string} date */
    on(date) {
      if (kind === 'ended' && date === TODAY) return { title: 'Your experiment has run to its end.', lines: [], ended: true };
      if (date !== TODAY || lines().length === 0) return null;
      return { title: 'Experiment, day 5 of 28', lines: lines().map(quietly), ended: false };
    },
    /** @param {any} taken @param {'undo' | 'redo'} which */
    turn(taken, which) {
      if (taken.experiment) ({ said, running, past, title } = which === 'undo' ? taken.experiment.before : taken.experiment.after);
    },
    commands: {
      experiments: () => view(),
      experiment_propose: ({ tried, own, weeks, pace, first }) => {
        if (tried === 'own' && !own?.trim()) throw { code: 'bad-input', message: 'Some words are needed for what you try. Nothing was changed.' };
        const from = first ?? moved(TODAY, 1);
        return {
          question: QUESTION,
          plan_text: `${weeks * 7} days, 15 March – 11 April 2026. A coin decides about ${pace === 'every-day' ? 'each day' : 'two or three days at a time'}: ${weeks * 3.5} days with, ${weeks * 3.5} without, every weekday as often with as without.`,
          expect_text: wish.get('state') === 'empty'
            ? 'Not much is written yet, so nobody can say how large a difference would show. You can begin all the same.'
            : `Going by 54 days you wrote lately, a difference of about ${weeks === 4 ? '0.9' : '1.4'} points or more would show in 4 of 5 such experiments. A smaller one would mostly look like chance.`,
          smallest: weeks === 4 ? 0.9 : 1.4, written: 54, first: from, last: moved(from, weeks * 7 - 1),
          first_days: Array.from({ length: 14 }, (_, index) => ({ date: moved(TODAY, index + 1), text: `${index ? '' : 'Tomorrow, '}${inWords(moved(TODAY, index + 1))}` })),
        };
      },
      experiment_start: ({ tried, own }) => {
        step('beginning an experiment', () => {
          running = 'before';
          title = tried === 'own' ? own.trim() : 'Wind-down';
        });
        return view('The coins are thrown. It begins on its first day.');
      },
      experiment_said: ({ date, done: was }) => {
        step('a word about the experiment', () => {
          said = { ...said, [date ?? TODAY]: was ?? undefined };
        });
        return view(was === null ? 'Taken back' : 'Noted');
      },
      experiment_stop: () => {
        step('stopping the experiment', () => {
          past = [{ ...STOPPED, title }, ...past];
          running = '';
        });
        return view('Stopped. That is always fine.');
      },
      experiment_remove: ({ id }) => {
        step('removing an experiment', () => {
          past = past.filter((each) => each.id !== id);
        });
        return view('Removed; the trash has it for 30 days.');
      },
    },
  };
}
