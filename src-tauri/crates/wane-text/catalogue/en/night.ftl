### What the night screen says, and what becomes of it in the morning. On the night screen no digit and no time is ever said.

## The night screen
night-sentence = You are awake, and that is all right. Resting counts too.
night-noted = Noted. It can wait until morning.

## Settling, lying down. One card at a time; none has to be finished
night-card-jaw = Let your teeth part and your jaw hang a little. Let your shoulders sink into the bed.
night-card-pillow = On your side, a pillow between the knees can steady hips and back. On your back, one under the knees can.
night-card-bed = Feel where the bed holds you: heels, hips, back, head. It goes on holding you by itself.
night-card-warmth = A sore place may like some warmth: a blanket over it, or your own hand.
night-card-thoughts = Let thoughts go by, like cars on a far road. None of them needs an answer now.
night-card-rest = There is no need to sleep just now. Lying here quietly is rest as well.
night-card-ease = Leave the sore place in peace for a while. Let what lies around it go soft: hands, belly, feet.
night-card-up = If you feel wide awake and tense, you can get up for a while. Keep it quiet and dim, and come back when you feel sleepy.

## The morning after
night-offer = { $count ->
    [1] You noted being awake once in the night.
    [2] You noted being awake twice in the night.
   *[other] You noted being awake { $count } times in the night.
}

## On its day, and in its history
line-awake = Awake in the night, { $time }
line-awake-breathe = Awake in the night, { $time }, with slow breathing
line-awake-settle = Awake in the night, { $time }, with some settling
thing-awakening = Awake in the night
field-any-choice = chosen
value-choice-breathe = to breathe
value-choice-settle = to settle
value-choice-note = to have it noted
holds-awakening = Times awake, noted at night
change-note-awake = noting that you were awake
change-remove-awakening = removing a time awake
change-night-offer = putting an offer away
