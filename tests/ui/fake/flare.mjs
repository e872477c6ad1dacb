// Flares and holidays of the fake diary.
// Query: plan (a flare plan is written), flare (a flare is on), flare=asks (and it is asked whether it has passed), holiday (one is on).

const PROMPTS = /** @type {const} */ ([
  ['words', 'In your own words', 'What would you like to hear on a day like that?', 'It has passed every time so far.\nNothing has to be done today.'],
  ['helps', 'What has helped', 'What has helped before, even a little?', 'Heat on the hip. The radio, low. A bath at four.'],
  ['gentle', 'What you can still do', 'Which small moves or things are all right even then?', 'Five steps to the window and back, each hour.'],
  ['wait', 'What can wait', 'What can wait until it has passed?', 'The post. The stairs.'],
  ['people', 'Who to tell', 'Who can you tell, and what can they do?', 'Ada: she brings soup.'],
  ['clinician', 'What your physiotherapist or doctor said', 'What did your physiotherapist or doctor tell you about flares? Their own words are best.', 'Hurt is not harm. Do less, not nothing.'],
]);

/**
 * @param {URLSearchParams} wish
 * @param {{ saved: (text: string) => unknown }} diary
 */
export function flaring(wish, { saved }) {
  const written = new Map(wish.has('plan') ? PROMPTS.map(([prompt, , , text]) => [prompt, text]) : []);
  let isOn = wish.has('flare');
  let asks = wish.get('flare') === 'asks';
  let onHoliday = wish.has('holiday');
  /** @type {string | null} */
  let noted = null;

  const flare = () => (isOn ? {
    text: 'Flare mode since Thursday, 12 March. Nothing needs to be filled in.',
    words: written.get('words')?.split('\n') ?? [], noted, question: asks ? 'Has the flare passed?' : null,
  } : null);
  const view = () => ({
    lines: PROMPTS.map(([prompt, title, question]) => ({ prompt, title, question, text: written.get(prompt) ?? '' })),
    written: written.size > 0, flare: flare(),
    text: written.size ? 'Written on 3 March 2026. You can change it whenever you like.' : 'Write it on a calm day. A few words are enough, and every field may stay empty.',
  });

  return {
    today: () => ({ flare: flare(), holiday: onHoliday ? { text: 'Wane is on holiday until Sunday, 15 March. Nothing is asked, and nothing is missed.' } : null }),
    commands: {
      flare: view,
      save_flare_plan: (/** @type {any} */ { lines }) => {
        for (const { prompt, text } of lines) {
          if (text.trim()) written.set(prompt, text);
          else written.delete(prompt);
        }
        return view();
      },
      flare_start: () => {
        isOn = true;
        return saved('Flare mode is on. Reminders pause, and these days never count against you.');
      },
      flare_end: () => {
        isOn = false;
        return saved('Flare mode is off. Welcome back.');
      },
      flare_still_on: () => {
        asks = false;
        return saved('Then it goes on as it is. You will be asked again in a few days.');
      },
      flare_note: (/** @type {any} */ { how }) => {
        noted = { rough: 'Noted: rough', same: 'Noted: about the same', easing: 'Noted: easing' }[/** @type {'rough'} */ (how)];
        return saved('Noted. That is enough for today.');
      },
      holiday_start: () => {
        onHoliday = true;
        return saved('Wane is on holiday. Nothing is asked, and nothing is missed.');
      },
      holiday_end: () => {
        onHoliday = false;
        return saved('Welcome back. There is nothing to catch up on.');
      },
    },
  };
}
