// The cards of the fake diary. Query: offers (Today offers a card), read (some cards are marked as read).

/**
 * @param {URLSearchParams} wish
 * @param {{ today: () => unknown }} diary
 */
export function learning(wish, { today }) {
  let isOffered = wish.has('offers');
  const read = new Set(wish.has('read') ? ['both-ways', 'breathing'] : []);

  async function view() {
    const all = await (await fetch('/fake/cards.json')).json();
    const cards = all.groups.flatMap((/** @type {any} */ group) => group.cards);
    for (const card of cards) card.read = read.has(card.id);
    const text = read.size ? `${read.size} of ${cards.length} cards read. The others can wait.` : `${cards.length} cards of about two minutes each. Read any of them, in any order.`;
    return { ...all, text };
  }

  return {
    offer: () => (isOffered ? { card: 'waking', title: 'Awake with pain at night', text: 'You were awake in the night. Here is a card about that, if you like:' } : null),
    commands: {
      learn: view,
      learn_mark: (/** @type {any} */ { card, read: isRead }) => {
        if (isRead) read.add(card);
        else read.delete(card);
        return view();
      },
      learn_put_away: () => {
        isOffered = false;
        return today();
      },
    },
  };
}
