### Words of the window for the evening's help: the wind-down, breathing, worries.

view-wind-down = Wind-down
view-breathing = Breathing
key-wind-down = the wind-down

## The sequence
wind-down-lead = A few easy things before bed. Skip or stop whenever you like.
wind-down-start = Begin
wind-down-again = Begin again
wind-down-blocks = Your wind-down
wind-down-add = Add a block
wind-down-add-what = Add: { $what }
wind-down-reset = Back to the ready-made one
wind-down-minutes = Minutes of { $what }
wind-down-less = Less { $what }
wind-down-more = More { $what }
wind-down-up = Move up: { $what }
wind-down-down = Move down: { $what }
wind-down-remove = Remove: { $what }
wind-down-min = min
wind-down-plays = What it plays
wind-down-plays-ideas = A few ideas to choose from
wind-down-keys = Arrows with Alt move a block up or down. Plus and minus alter its minutes.
wind-down-edit = Change the blocks
wind-down-edited = Done

## The evening under way
wind-down-running = Wind-down under way
wind-down-pause = Pause
wind-down-resume = Go on
wind-down-next = Next
wind-down-back = Back
wind-down-pass = Move on from here
wind-down-finish = That is enough
wind-down-continue = Go on where you left it
wind-down-end-here = Leave it there
wind-down-movement-link = See the movement routines
wind-down-past = done
wind-down-ahead = still to come
wind-down-close = Close

## Breathing
breath-lead = One shape, in and out. Nothing to reach.
breath-only = Only breathe
breath-begin = Begin to breathe
breath-end = End
breath-dizzy = Stop if you feel dizzy or your fingers tingle, and breathe as you like.
breath-shape = A shape that grows and shrinks slowly
breath-in = in
breath-more = and a little more
breath-hold = hold
breath-out = out
breath-rest = rest
breath-pattern = Pattern
breath-own = A pace of your own
breath-rate-label = Breaths a minute
breath-ratio = Out compared with in
breath-ratio-1 = as long
breath-ratio-1-5 = half as long again
breath-ratio-2 = twice as long
breath-ratio-3 = three times as long
breath-show = Shown as
breath-show-shape = A shape
breath-show-words = Words alone
breath-show-numbers = Numbers alone
breath-sound = Soft tones
breath-sound-note = A low, quiet tone for each breath, made here and now.
breath-no-sound = There is no sound on this machine just now. The rest goes on.
breath-slow = Slow down bit by bit
breath-slow-note = It begins at your own pace. Each session ends at most one breath a minute slower.
breath-find = Find my pace
breath-tap = Tap at the start of each breath in
breath-tap-more = { $count } more
breath-tap-done = Use this pace
breath-tap-note = Breathe as you usually do. A click or the space bar counts as a tap.
breath-settings = How to breathe
breath-holds-note = with holds

## Worries
worries-title = On your mind
worries-note = Write down what keeps you busy, one line each. It comes back tomorrow, after the light.
worries-label = What is on your mind
worries-park = Put away until tomorrow
worries-back-title = Back from the evening
worries-back-note = You put these away. By day they may look different.
worry-keep = Keep as a note
worry-let = Let go
worry-plan = Plan a step
worry-step-label = One small next step
worry-step-save = Note the step
worries-look = Look at them
