// The Insights of the fake diary: what the real one says of some diaries, with the numbers it gave.
// Query: insights=clear|hint|little|cant_tell|not_enough|empty (the first finding), week=skipped|none|today (the look back).

const LIMITS = ['A pattern in your diary shows what went together, not why.', 'A day’s mood colours the word about the night and the word about pain. No sum can take that out.', 'Days that were not written are not in it.'];
const MIRROR = (/** @type {string} */ times) => ({ name: 'By chance', text: `In your own data, shifted against itself, this or more came up ${times} in 100.` });
const DAYS = (/** @type {number} */ pairs, /** @type {number} */ left) => ({ name: 'Days', text: `${pairs} pairs of days used, ${left} days left out` });
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NIGHT_HELP = 'What helps most: the night’s times on more days, with the minutes awake.';

/** What each verdict looks like. @type {Record<string, any>} */
const TIERS = {
  clear: {
    verdict: 'Clear pattern', label: '1.1 points · range 0.5 to 1.7', weight: 0.55, haze: 0.21,
    text: 'After your less efficient nights (about 78 %), pain was 1.1 points higher than after the others (about 90 %). The 99 % range is 0.5 to 1.7. 103 pairs of days say so.',
    facts: [{ name: 'Difference', text: '1.1 points higher' }, { name: '95 % range', text: '0.7 to 1.5' }, { name: '99 % range', text: '0.5 to 1.7' }, DAYS(103, 17), MIRROR('once')],
  },
  hint: {
    verdict: 'Early hint', label: '0.7 points · range 0.1 to 1.2', weight: 0.33, haze: 0.28,
    text: 'A first hint: after your less efficient nights, pain was 0.7 points higher. This may well disappear.',
    facts: [{ name: 'Difference', text: '0.7 points higher' }, { name: '95 % range', text: '0.1 to 1.2' }, DAYS(71, 19), MIRROR('3 times')],
  },
  little: {
    verdict: 'Probably little difference', label: 'Probably little difference', weight: 0.02, haze: 0.17,
    text: 'After your less efficient nights, pain was about the same. So far 244 pairs of days say so.',
    facts: [{ name: 'Difference', text: '0.1 points lower' }, { name: '95 % range', text: '−0.4 to 0.3' }, DAYS(244, 41), MIRROR('71 times')],
  },
  cant_tell: {
    verdict: 'Can’t tell yet', label: 'Can’t tell yet', weight: 0.04, haze: 0.35,
    text: 'No clear pattern yet after your less efficient nights. With 92 pairs of days, a gap of about 1.0 points or more would have shown. Side by side, pain on those days did differ by 1.3 points. The pain of the day before accounts for it.',
    facts: [{ name: 'Difference', text: '0.1 points higher' }, { name: '95 % range', text: '−0.6 to 0.8' }, DAYS(92, 28), MIRROR('89 times'), { name: 'When could we know?', text: 'A difference of 1.0 points would have shown by now. A smaller one needs more days.' }],
    help: [NIGHT_HELP],
  },
  not_enough: {
    verdict: 'Not enough yet', label: 'Not enough yet', weight: 0, haze: 0, progress: [17, 28],
    text: '17 pairs of days so far; the comparison starts at 28.',
    facts: [DAYS(17, 11), { name: 'When could we know?', text: 'A difference of 1.0 points could be known in about 6 weeks, written as so far.' }],
    help: ['What helps most: the evening’s pain on more days.', 'Two days in a row make a pair, so a day written between two others counts twice.'],
  },
};

/** The same verdict about pain, then the night. @type {Record<string, string>} */
const REVERSE = {
  clear: 'After days with more pain, sleep efficiency was 6.5 percentage points lower than after the others. 103 pairs of days say so.',
  cant_tell: 'No clear pattern yet from pain to sleep efficiency. With 105 pairs of days, a gap of about 4.0 percentage points or more would have shown.',
};

/** @param {URLSearchParams} wish */
export function insighting(wish) {
  const tier = wish.get('insights') ?? 'clear';
  const week = wish.get('week') ?? '';
  const choice = { weekday: 0, skipped: week === 'skipped' };

  function shown(/** @type {string} */ family, /** @type {number} */ at, /** @type {string} */ title, /** @type {string} */ as, more = {}) {
    const { help = [], progress = null, ...rest } = TIERS[as];
    return { key: { family, at }, title, tier: as, warnings: [], help, progress, ...rest, ...more };
  }

  const lookBack = () => (week === 'none' || tier === 'empty'
    ? { good: null, steady: null, open: null, text: '', is_today: false, skipped: false }
    : {
      good: 'Falling asleep took less time than in the weeks before.', steady: 'Your time of waking stayed as it was.',
      open: 'Does pain go along with sleep efficiency? Some more weeks could tell.', text: 'The week up to the last look:', is_today: week === 'today', skipped: choice.skipped,
    });

  const look = () => ({
    date: '2026-03-09', until: '2026-03-08', next: '2026-03-16', text: 'Looked at on Mon 9 March: 10 Nov 2025 – 8 Mar 2026.',
    next_text: 'The next look is on Mon 16 March. Until then this stays as it is: whoever asks every day soon meets a pattern that is chance.',
    weekday: choice.weekday, weekdays: WEEKDAYS.map((text, name) => ({ name: String(name), text })),
  });

  function view(/** @type {any} */ { range }) {
    const main = tier === 'empty' ? 'not_enough' : tier;
    const few = main === 'not_enough';
    const back = main === 'clear' ? 'cant_tell' : main;
    const others = few ? 'not_enough' : 'cant_tell';
    return {
      empty: tier === 'empty', look: look(), days: tier === 'empty' ? null : ['2025-11-10', '2026-03-08'],
      range_note: range === 'all' ? null : 'Everything you wrote says most. A stretch chosen because it shows more makes chance look like a pattern.',
      forward: shown('forward', 0, 'Sleep efficiency', main),
      reverse: shown('reverse', 0, 'Sleep efficiency', back, REVERSE[back] ? { text: REVERSE[back] } : {}),
      direction_text: main === 'clear' ? 'In your diary, the night seems to come first: pain followed sleep, with no sign yet of the other way.' : 'Which of the two comes first can’t be told yet.',
      groups: [
        { name: 'nights', title: 'Other measures of the night, then pain', note: 'The same question with other measures. All 3 and the one above are looked at together, so that a chance find does not count as one.', findings: [shown('forward', 1, 'Time asleep', main), shown('forward', 2, 'Time to fall asleep', few ? main : 'hint'), shown('forward', 3, 'Time awake in the night', few ? main : 'little', { warnings: few ? [] : ['More than half of these days share one value, so there is less to compare than it seems.'] })] },
        { name: 'waking', title: 'The night, then pain on waking', note: 'The night and the pain on waking are written in the same moment, so a morning’s mood colours both. The evening’s pain above counts for more.', findings: [shown('waking', 0, 'Sleep efficiency', main, { warnings: ['The night and the pain on waking are written in the same moment, so a morning’s mood colours both.'] })] },
        { name: 'factors', title: 'What you track', note: 'What happens by day is compared with the night after, what happens at night with the day after. They are looked at together.', findings: [shown('factors', 0, 'A busy head at bedtime', others), shown('factors', 1, 'Late caffeine', others)] },
      ],
      skipped: tier === 'empty' ? [] : few ? ['The evening’s pain is not written on 11 of 28 days.'] : ['The evening’s pain is not written on 14 of 120 days.', 'Beside rough days, 21 of 100 days were skipped, elsewhere 9 of 100. That is within what chance shows.', 'What if each skipped day had been as far out as any day here? Then the first gap could lie anywhere from 0.3 to 1.7 points.'],
      limits: LIMITS,
      consistency: few ? null : 'Of the last 14 awakenings, 12 came within 30 min of 07:00, your usual time.',
      look_back: lookBack(),
    };
  }

  const month = (/** @type {string} */ name, /** @type {string} */ of, /** @type {number} */ from, /** @type {number} */ to) => {
    const days = Array.from({ length: to - from + 1 }, (_, index) => `${of}-${String(from + index).padStart(2, '0')}`);
    return { title: `${name} ${of.slice(0, 4)}`, days, labels: days.map((day) => `${Number(day.slice(8))} ${name} ${of.slice(0, 4)}`) };
  };

  return {
    /** Whether Today shows the week. */
    isDay: () => week === 'today' && !choice.skipped,
    commands: {
      insights: view,
      insight_detail: (/** @type {any} */ { key }) => ({
        steps: [
          'Each day stands beside the day before it. Only days with everything written on both make a pair, and nothing is filled in.',
          'Pain of the day = a + b × sleep efficiency of the night before + c × pain of the day before + d × weekend + e × slow change. What counts is b.',
          'Then b is taken times the gap between two halves of your days. They are about 78 % and about 90 % on average.',
          'It is called a clear pattern. For that, q is 0.01 or less and the gap is 0.5 points or more. Shifting shows as much 5 times in 100 or less.',
        ],
        numbers: tier === 'not_enough' ? [] : [{ name: 'Difference', text: '1.1 points' }, { name: '95 % range', text: '0.7 to 1.5' }, { name: 'Difference for one unit', text: '−0.0920' }, { name: 'Its standard error', text: '0.0177' }, { name: 'q', text: 'under 0.0001' }, { name: 'Shifts that show as much', text: '1 of 103, with the one in place' }],
        used: { title: '42 days used', months: [month('February', '2026-02', 1, 28), month('March', '2026-03', 1, 8)] },
        left_out: [{ title: `No evening pain written: 3${key.family === 'forward' ? '' : ' '}`, months: [month('January', '2026-01', 5, 7)] }],
      }),
      set_weekly_look: (/** @type {any} */ { weekday }) => {
        choice.weekday = weekday;
        return look();
      },
      look_back: (/** @type {any} */ { only_on_its_day }) => (only_on_its_day && (week !== 'today' || choice.skipped) ? { good: null, steady: null, open: null, text: '', is_today: false, skipped: choice.skipped } : lookBack()),
      look_back_skip: (/** @type {any} */ { skip }) => {
        choice.skipped = skip;
        return lookBack();
      },
    },
  };
}
