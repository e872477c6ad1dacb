// The night screen of the fake diary, and what its morning offers.
// Query: noted=<count> (so many times awake were noted in the night).

/** @param {URLSearchParams} wish */
export function nights(wish) {
  const count = Number(wish.get('noted') ?? 0);
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
  let isPutAway = false;
  return {
    /** What the morning offers. @param {any} night the night as it was said */
    offer: (night) => (count && !isPutAway && night.nwak === null ? { count, text: `You noted being awake ${times} in the night.` } : null),
    commands: {
      night: () => ({
        sentence: 'You are awake, and that is all right. Resting counts too.',
        cards: [
          'Let your teeth part and your jaw hang a little. Let your shoulders sink into the bed.',
          'Let thoughts go by, like cars on a far road. None of them needs an answer now.',
          'If you feel wide awake and tense, you can get up for a while. Keep it quiet and dim, and come back when you feel sleepy.',
        ],
      }),
      night_note: () => ({ text: 'Noted. It can wait until morning.' }),
      putAway: () => {
        isPutAway = true;
      },
    },
  };
}
