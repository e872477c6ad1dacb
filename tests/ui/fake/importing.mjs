// Files of other programs: one that is known, and a table that is not.

/** What the files hold. @param {boolean} own a table nobody knows */
const found = (own) => ({
  format: own ? 'csv' : 'fitbit-takeout', title: own ? 'A table of your own' : 'Sleep from a Fitbit Takeout', sleeps: [], steps_by_day: {}, heart_by_day: {}, workouts: [], other: {},
  skipped: [{ what: 'record', why: 'record without an end', count: 2 }], warnings: ['Three records say 12:00 as their start; the clock of the device may have been reset.'],
  changes: { new: 28, same: 4, conflict: 1 },
  summary: [{ name: 'Files', text: '1' }, { name: 'Nights', text: '31, from 1 February to 3 March 2026' }, { name: 'Naps', text: '2' }, { name: 'New', text: '28' }, { name: 'Already there', text: '4' }, { name: 'Different from your own entry, which stays', text: '1' }, { name: 'Clock of', text: 'Europe/London' }],
  home_zone: 'Europe/London',
});

/** A table nobody knows, and a proposal. */
const table = {
  columns: [
    { name: 'Bedtime', samples: ['08.05.2026 23:10', '09.05.2026 23:00'] },
    { name: 'Wake time', samples: ['09.05.2026 07:05', '10.05.2026 06:30'] },
    { name: 'Hours of sleep', samples: ['7,5', ''] },
    { name: '', samples: ['', ''] },
  ],
  mapping: { roles: ['start', 'ignore', 'asleep', 'ignore'], dates: 'day-first', unit: 'hours', by_hand: false },
  remembered: false,
  roles: [{ code: 'ignore', text: 'Leave out' }, { code: 'start', text: 'Sleep begins (date and time)' }, { code: 'end', text: 'Sleep ends (date and time)' }, { code: 'asleep', text: 'Time asleep' }],
  dates: [{ code: 'day-first', text: 'Day before month' }, { code: 'month-first', text: 'Month before day' }],
  units: [{ code: 'minutes', text: 'Minutes' }, { code: 'seconds', text: 'Seconds' }, { code: 'hours', text: 'Hours' }],
};

/**
 * @param {URLSearchParams} wish `pick`: the path that is chosen; `long`: files take until the test lets them be done
 */
export function importing(wish) {
  /** How far it has come, as the test says. */
  const going = { phase: 'idle', part: /** @type {number | null} */ (null), text: '', left: /** @type {string | null} */ (null) };
  /** @type {{ done: () => void, stop: (error: unknown) => void } | null} */
  let open = null;
  /** @template Answer @param {string} phase @param {string} text @param {Answer} answer @returns {Answer | Promise<Answer>} */
  const takesLong = (phase, text, answer) => {
    if (!wish.has('long')) return answer;
    Object.assign(going, { phase, text, part: null, left: null });
    return new Promise((done, stop) => {
      open = { done: () => done(answer), stop };
    }).finally(() => Object.assign(going, { phase: 'idle' }));
  };
  return {
    pick_files: () => ({ paths: [wish.get('pick') ?? '/home/robin/Downloads/sleep-2026-02.json'] }),
    import_preview: (/** @type {{ paths: string[], mapping: { roles: string[] } | null }} */ { paths, mapping }) => {
      const unknown = paths.some((path) => path.endsWith('.csv'));
      if (unknown && !mapping) throw { code: 'file', message: 'The file could not be read: not a format Wane can read. Nothing was changed.' };
      if (mapping && !mapping.roles.includes('end')) throw { code: 'bad-input', message: 'Wane needs to know when: a beginning and an end. Nothing was changed.' };
      return takesLong('reading', 'Reading the files', found(unknown));
    },
    import_progress: () => ({ ...going }),
    import_cancel: () => {
      open?.stop({ code: 'cancelled', message: 'Stopped. Nothing was changed.' });
      return {};
    },
    /** For the tests: how far it is. */
    $goOn: (/** @type {Partial<typeof going>} */ more) => Object.assign(going, more),
    /** For the tests: it is done. */
    $finish: () => open?.done(),
    import_columns: () => table,
  };
}
