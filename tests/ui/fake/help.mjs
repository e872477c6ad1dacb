// Help now and care, in the fake diary. Query: own (somebody stands on the person's own list).

/** @param {URLSearchParams} wish */
export function helping(wish) {
  let own = wish.has('own') ? [{ name: 'Ada, next door', number: '0161 496 0000', note: 'has a key, sleeps late' }] : [];
  /** @type {string[]} */
  let away = [];
  const line = (/** @type {string} */ name, /** @type {string} */ number, /** @type {string} */ how) => ({ name, number, how });
  const emergency = (/** @type {string} */ number) => line('Emergency', number, 'Call');
  const view = () => ({
    text: ['You do not have to get through this moment alone.', 'If you are in danger, or might hurt yourself, call your emergency number or one of the lines below. You can just say: I need help.', 'Tell someone near you how bad it is. Then get through the next hour, and no more than that.', 'Nothing you do on this page is counted, stored or sent.'],
    own,
    places: [
      { id: 'uk', name: 'United Kingdom', here: true, lines: [line('Samaritans', '116 123', 'Call, free of charge'), emergency('999 · 112')] },
      { id: 'ie', name: 'Ireland', here: false, lines: [line('Samaritans', '116 123', 'Call, free of charge'), emergency('112 · 999')] },
      { id: 'us', name: 'United States', here: false, lines: [line('988 Suicide & Crisis Lifeline', '988', 'Call or text'), emergency('911')] },
      { id: 'eu', name: 'European Union', here: false, lines: [emergency('112')] },
    ].map((place) => ({ ...place, away: away.includes(place.id) })),
  });
  return {
    help_now: view,
    save_help: (/** @type {any} */ to) => {
      if (to.own.some((/** @type {any} */ one) => !one.name || !one.number)) throw { code: 'bad-input', message: 'A name and a number are needed. Nothing was changed.' };
      own = to.own;
      away = to.away;
      return view();
    },
    care: () => ({
      text: ['Most aches and most short nights pass by themselves. Some signs are worth a call.', 'This page is only a list. Wane does not look for these signs in your diary and draws no conclusions.'],
      groups: [
        { title: 'Call your emergency number now', signs: ['You newly feel numb between the legs, or in the sex organs.', 'Your chest hurts, or you suddenly cannot breathe well.', 'You think of ending your life. “Help now” has numbers to call.'] },
        { title: 'See a doctor soon', signs: ['Pain together with a fever, or with feeling ill.', 'Pain that is new, or not like the one you know.'] },
        { title: 'Ask about your sleep', signs: ['You snore loudly, stop breathing or wake up gasping. Headache in the morning and being sleepy by day can go with it.', 'Your legs want to move, most of all at rest and in the evening, and walking eases it.'] },
        { title: 'Ask about your mood', signs: ['On most days of two weeks you felt low, or nothing gave you joy.'] },
      ],
      last: 'If you are not sure, ask. A doctor, a nurse line or a pharmacist would rather hear from you once too often.',
      safety: 'A private diary for your own use. It isn’t a medical device.',
    }),
  };
}
