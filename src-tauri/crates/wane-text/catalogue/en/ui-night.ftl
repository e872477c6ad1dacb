### Words of the night screen that never change, and of what the morning makes of it.

## The night screen. No digit and no time stands here
night-breathe = Breathe
night-settle = Settle
night-note = Just note it
night-in = in
night-out = out
night-breath = A shape that grows and shrinks slowly
night-dizzy = Stop if it makes you dizzy, and breathe as you like.
night-next = Next
night-back = Back
night-close = Close
night-dark = The night screen rests. Any key brings it back.
night-noted-already = It is noted. It can wait until morning.
night-not-noted = It could not be noted just now. You can still say it in the morning.

## Keys
key-night = the night screen, dark and without a clock

## The morning after
night-offer-take = Use as times awake
night-offer-away = Leave it
