// The evening's help of the fake diary.
// Query: evening=paused|<kind of block> (an evening is under way, at that block), blocks=full|one, back=<count> (worries are given back),
// plays=<key of a routine> (the evening begins with stretching that plays it),
// away=<count> (worries are put away), breath=<preset> (or own), speed=<factor> (how fast the fake evening runs), done (it is written down).

const KINDS = {
  worries: ['Put worries away', 'Write down what is on your mind. It comes back tomorrow, after the light.', 2, 15, 5],
  movement: ['Gentle movement', 'A few easy movements, small and slow.', 2, 30, 5],
  stretching: ['Stretching', 'Easy stretches that need no floor.', 2, 30, 5],
  breathing: ['Breathing', 'Slow breaths, a little longer out than in.', 2, 20, 5],
  'body-scan': ['Body scan', 'Your attention goes through the body, from the feet up. Nothing has to change.', 10, 20, 10],
  muscles: ['Muscle relaxation', 'Muscles are tensed for a moment and let go. What hurts is left in peace.', 10, 20, 10],
  quiet: ['Quiet', 'Time with nothing to do.', 2, 30, 5],
};

const PRESETS = [
  ['4-6', '4 in, 6 out', '6 breaths a minute', [['in', 4000], ['out', 6000]]],
  ['5-5', '5 in, 5 out', '6 breaths a minute', [['in', 5000], ['out', 5000]]],
  ['5.5-5.5', '5.5 in, 5.5 out', '5.45 breaths a minute', [['in', 5500], ['out', 5500]]],
  ['sigh', 'A sigh: twice in, once long out', '5 breaths a minute', [['in', 3000], ['more', 1000], ['out', 8000]]],
  ['4-7-8', '4 in, hold 7, 8 out', '3.16 breaths a minute', [['in', 4000], ['hold', 7000], ['out', 8000]]],
  ['box', 'A box: in, hold, out, hold, 4 each', '3.75 breaths a minute', [['in', 4000], ['hold', 4000], ['out', 4000], ['rest', 4000]]],
];

const ROUTINES = [{ key: 'r1', name: 'My own quarter hour', minutes: 12 }, { key: 'before-sleep', name: 'Before sleep', minutes: 7 }, { key: 'on-a-chair', name: 'On a chair', minutes: 6 }];

/** Movements of a routine: code, name, seconds. @type {[string, string, number][]} */
const PLAYED = [['shoulder-roll', 'Shoulder rolls', 50], ['heel-raise', 'Heel raises', 80], ['legs-up-rest', 'Legs up', 120]];

/** What was said not to be for the person. @type {Set<string>} */
const ASIDE = new Set();

/** @param {number} length */
function played(length) {
  let from = 0;
  const steps = PLAYED.filter(([code]) => !ASIDE.has(code)).map(([code, name, seconds]) => {
    const step = { text: name, more: '5 times', from_s: from, to_s: from + seconds, cue: 'move', movement: { movement: code, name, amount_text: '5 times', seconds, minutes: null, times: 5, steps: ['Sit or stand easily.', 'Move slowly, as far as it feels fine.'], breath: 'As it comes.', ease: 'Half as far is enough.', picture: `${name}, drawn`, hidden: false } };
    from += seconds;
    return step;
  });
  return [...steps, { text: 'Stay as you are, and let it settle.', more: '', from_s: from, to_s: length, cue: 'still', movement: null }];
}

const LISTS = {
  movement: ['Roll your shoulders slowly back, five times. Then let them hang.', 'Let your arms swing loosely from side to side, as if they were heavy.', 'Draw slow circles with each foot.'],
  stretching: ['Reach both arms up as if for a high shelf, then let them sink.', 'Let one ear sink towards its shoulder. Then the other side.'],
  quiet: ['Turn the lights down and put the screen away.', 'Listen to something slow, or to nothing.'],
};

/** @param {string} kind @param {number} length */
function led(kind, length) {
  if (kind === 'body-scan') {
    return ['Settle in. Let the floor, the chair or the bed carry you.', 'Go with your attention to your left foot.', 'Now the right foot.'].map((text, at) => ({ text, more: at === 2 ? 'It may be sore here. Stay at its edge, or move on.' : '', from_s: (at * length) / 3, to_s: ((at + 1) * length) / 3, cue: at ? 'notice' : 'arrive' }));
  }
  if (kind !== 'muscles') return [];
  return [['Settle in.', '', 0, 30, 'arrive'], ['Make a fist with your right hand.', '', 30, 36, 'tense'], ['Let the right hand open.', '', 36, 60, 'release'], ['Bend your left elbow and tense the upper arm.', 'This place is sore, so only picture it.', 60, length, 'imagine']]
    .map(([text, more, from_s, to_s, cue]) => ({ text, more, from_s, to_s, cue }));
}

/**
 * @param {URLSearchParams} wish
 * @param {{ undoText: () => string | null }} diary
 */
export function windDown(wish, diary) {
  const five = (/** @type {string} */ kind) => /** @type {{ kind: string, minutes: number, routine?: string }} */ ({ kind, minutes: 5 });
  const ready = () => ['worries', 'stretching', 'breathing', 'quiet'].map(five);
  const full = [five('worries'), five('movement'), five('stretching'), { kind: 'breathing', minutes: 5 }, { kind: 'body-scan', minutes: 10 }, five('quiet'), { kind: 'breathing', minutes: 5 }, five('quiet')];
  const state = {
    blocks: wish.get('blocks') === 'full' ? full : wish.get('blocks') === 'one' ? [{ kind: 'body-scan', minutes: 15 }] : ready(),
    own: wish.has('blocks'),
    done: wish.has('done'),
    /** @type {{ at: number, since: number, spent: number, paused: boolean, blocks: any[] } | null} */ session: null,
    away: Number(wish.get('away') ?? 0),
    back: Array.from({ length: Number(wish.get('back') ?? 0) }, (_, at) => ({ id: `w${at}`, text: ['The letter from the landlord', 'The noise in the car\nand what it may cost', 'The talk on Monday'][at % 3], from_text: 'put away on Fri 13 March' })),
    undo: /** @type {string | null} */ (null),
  };
  const plays = wish.get('plays');
  if (plays) state.blocks = [{ kind: 'stretching', minutes: 5, routine: plays }, five('quiet')];
  const preset = wish.get('breath') ?? '4-6';
  let chosen = { preset: preset === 'own' ? null : preset, rate: 6, out_per_in: 1.5, show: 'shape', sound: false, slow: false, pace: /** @type {number | null} */ (null) };
  const speed = Number(wish.get('speed') ?? 1);
  const under = wish.get('evening');
  if (under) {
    const blocks = under === 'paused' || state.blocks.some(({ kind }) => kind === under) ? state.blocks : [...state.blocks.slice(0, 1), { kind: under, minutes: KINDS[/** @type {keyof typeof KINDS} */ (under)][4] }, five('quiet')];
    const at = under === 'paused' ? 1 : blocks.findIndex(({ kind }) => kind === under);
    state.session = { at, since: Date.now(), spent: 40 / speed, paused: under === 'paused', blocks };
  }
  const kindOf = (/** @type {string} */ kind) => KINDS[/** @type {keyof typeof KINDS} */ (kind)];
  const turning = () => ({ undo_text: state.undo ?? diary.undoText(), redo_text: null });

  /** Seconds into the present block. */
  function into() {
    const now = state.session;
    if (!now) return 0;
    return now.paused ? now.spent : now.spent + (Date.now() - now.since) / 1000;
  }

  function session() {
    const now = state.session;
    if (!now) return null;
    const block = now.blocks[now.at];
    const length = (block.minutes * 60) / speed;
    return {
      blocks: now.blocks.map((one, at) => ({ kind: one.kind, name: kindOf(one.kind)[0], minutes_text: `${one.minutes} min`, state: at < now.at ? 'past' : at === now.at ? 'current' : 'later' })),
      kind: block.kind, text: block.kind === 'worries' ? 'One line for each thing on your mind. They are out of sight until tomorrow, after the light.' : 'Take any of these, small and slow, as far as it feels fine. Leave out what does not.',
      at_s: Math.min(into(), length), length_s: length, waits: block.kind === 'worries', paused: now.paused, paused_text: 'It stands still after 6 min. It goes on where you left it.',
      steps: block.routine ? played(length) : led(block.kind, length), list: block.routine ? [] : LISTS[/** @type {keyof typeof LISTS} */ (block.kind)] ?? [], current: now.at,
    };
  }

  function view(said = '') {
    return {
      blocks: state.blocks, total_text: `${state.blocks.reduce((sum, { minutes }) => sum + minutes, 0)} min in all`, own: state.own,
      offers: Object.entries(KINDS).map(([kind, [name, note, least, most, usual]]) => ({ kind, name, note, least, most, usual, plays: kind === 'movement' || kind === 'stretching' })),
      routines: ROUTINES,
      most_blocks: 8, most_min: 45, least_min: 5, session: session(), said, done_text: state.done ? 'This evening’s wind-down is noted: 19 min.' : '',
      breathing: breathing(), worries: worries(), ...turning(),
    };
  }

  function breathing() {
    const [, , rateText, parts] = PRESETS.find(([code]) => code === chosen.preset) ?? ['', '', `${chosen.rate} breaths a minute`, [['in', Math.round(60000 / chosen.rate / (1 + chosen.out_per_in))], ['out', Math.round((60000 / chosen.rate / (1 + chosen.out_per_in)) * chosen.out_per_in)]]];
    const all = /** @type {[string, number][]} */ (parts);
    const rate = 60000 / all.reduce((sum, [, ms]) => sum + ms, 0);
    const holds = all.some(([part]) => part === 'hold' || part === 'rest');
    return {
      chosen, presets: PRESETS.map(([code, name, rate_text, of]) => ({ code, name, rate_text, holds: /** @type {[string, number][]} */ (of).some(([part]) => part === 'hold' || part === 'rest') })),
      plan: { parts: all.map(([part, ms]) => ({ part, ms: ms / speed })), from_rate: rate * speed, to_rate: rate * speed, slowing_ms: 0 },
      caution: holds ? 'The breath is held here. With a lung or heart illness, or in pregnancy, take a pattern without holds and ask a clinician first.' : '',
      pace_text: chosen.pace ? `Your own pace when you last looked: ${chosen.pace} breaths a minute.` : 'Your own pace is not known yet.', rate_text: rateText, own_rate_text: `${chosen.rate} breaths a minute`, ...turning(),
    };
  }

  function worries(text = '') {
    return { text, parked: state.away, parked_text: state.away ? `${state.away} things are put away until after the light.` : '', given: state.back, ...turning() };
  }

  function over() {
    state.session = null;
    state.done = true;
    state.undo = 'Undo: wind-down';
    return view('That was your wind-down, 19 min. It is noted. Let the rest of the evening be easy.');
  }

  /** @param {number} by */
  function moveOn(by) {
    const now = /** @type {NonNullable<typeof state.session>} */ (state.session);
    now.at = Math.max(now.at + by, 0);
    now.spent = 0;
    now.since = Date.now();
    now.paused = false;
  }

  const commands = {
    wind_down: () => view(),
    save_wind_down: (/** @type {{ blocks: any[] }} */ { blocks }) => {
      if (blocks.reduce((sum, { minutes }) => sum + minutes, 0) > 45) throw { code: 'bad-input', message: 'A wind-down takes up to 45 minutes in all. Nothing was changed; take a block or some minutes away.' };
      state.own = blocks.length > 0;
      state.blocks = blocks.length ? blocks : ready();
      state.undo = 'Undo: the wind-down’s blocks';
      return view('Saved');
    },
    wind_down_act: (/** @type {{ act: string }} */ { act }) => {
      if (!state.session) {
        if (act !== 'start') return view();
        state.session = { at: 0, since: Date.now(), spent: 0, paused: false, blocks: state.blocks };
        return view();
      }
      const now = state.session;
      const last = now.blocks.length - 1;
      const spent = into();
      if (act === 'pause') Object.assign(now, { spent, paused: true });
      else if ((act === 'resume' || act === 'start') && now.paused) Object.assign(now, { since: Date.now(), paused: false });
      else if (act === 'finish') return over();
      else if (act === 'back') moveOn(-1);
      else if (act === 'next') {
        if (now.at === last) return over();
        moveOn(1);
      } else if (act === 'pass') {
        const length = (now.blocks[now.at].minutes * 60) / speed;
        const step = (now.blocks[now.at].routine ? played(length) : led(now.blocks[now.at].kind, length)).find(({ from_s, to_s }) => spent >= from_s && spent < to_s);
        Object.assign(now, { spent: step?.to_s ?? spent, since: Date.now() });
      } else if (act === 'look' && spent >= (now.blocks[now.at].minutes * 60) / speed && now.blocks[now.at].kind !== 'worries') {
        if (now.at === last) return over();
        moveOn(1);
      }
      return view();
    },
    breathing,
    save_breathing: (/** @type {typeof chosen} */ to) => {
      if (to.rate < 3 || to.rate > 12) throw { code: 'bad-input', message: 'A pace of your own goes from 3 to 12 breaths a minute, out up to three times as long as in. Nothing was changed.' };
      chosen = to;
      return breathing();
    },
    breathing_pace: () => {
      chosen = { ...chosen, pace: 13.5, slow: true };
      return breathing();
    },
    breathing_done: breathing,
    worries: () => worries(),
    park_worries: (/** @type {{ texts: string[] }} */ { texts }) => {
      const said = texts.map((text) => text.trim()).filter(Boolean);
      if (!said.length) throw { code: 'bad-input', message: 'There is nothing written yet. Nothing was changed.' };
      state.away += said.length;
      state.undo = 'Undo: worries put away';
      return worries(`${said.length} things put away until tomorrow, after the light.`);
    },
    settle_worry: (/** @type {{ id: string, way: string, step: string | null }} */ { id, way, step }) => {
      if (way === 'plan' && !step?.trim()) throw { code: 'bad-input', message: 'A next step needs a few words. Nothing was changed.' };
      state.back = state.back.filter((worry) => worry.id !== id);
      state.undo = 'Undo: a worry';
      return worries({ keep: 'Kept as a note of today.', 'let-go': 'Let go.', plan: 'The next step is noted today.' }[way] ?? '');
    },
  };
  return { commands, aside: (/** @type {string} */ code) => void ASIDE.add(code), given: () => (state.back.length ? `${state.back.length} things you put away in the evening are back.` : null) };
}
