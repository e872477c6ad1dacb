### Movement: what sessions, the library, routines and the ledger say.

## Sessions
movement-none = Nothing is written down for this day.
movement-some = { $count ->
    [one] One session
   *[other] { $count } sessions
 }
movement-sum = { $count ->
    [one] { $length } in one session
   *[other] { $length } in { $count } sessions
 }
movement-saved = Saved
movement-saved-late = Saved. There is a note about the time of it below.
movement-nameless = Movement
movement-from = from { $time }
movement-effort = effort { $effort } of 10
movement-kind-walking = Walking
movement-kind-stretching = Stretching
movement-kind-cycling = Cycling
movement-kind-water = In the water
movement-kind-house = House and garden
movement-vigorous = An effort of { $effort } or more of 10 counts as hard here. The US guidelines on activity let hard begin at 7 or 8. How it felt to you is what counts.
movement-late = That was hard, and less than four hours before your usual bedtime at { $bed }. Some people fall asleep less easily then. Earlier, or something gentle, is a choice for another day.
movement-late-hour = That was hard, and within an hour of your usual bedtime at { $bed }. It may keep you awake a little. Earlier, or something gentle, is a choice for another day.

## Postures and areas
posture-lying = Lying
posture-sitting = Sitting
posture-standing = Standing
area-neck = Neck
area-shoulders = Shoulders
area-arms = Arms and hands
area-back = Back
area-hips = Hips
area-legs = Legs
area-feet = Feet

## The library
movement-care = Go only as far as it feels all right, and breathe as you like. Stop when something feels wrong. What your clinician told you goes first.
movement-put-aside = { $name }: put aside. You find it under “Not for me”.
movement-taken-up = { $name }: back in the library

## Routines
routine-morning-in-bed = Morning in bed
routine-at-the-desk = At the desk
routine-kitchen-counter = By the kitchen counter
routine-on-a-chair = On a chair
routine-before-sleep = Before sleep
routine-lying-only = Lying down only
routine-about = { $count ->
    [0] Nothing in it is for you just now
    [one] About { $length }, one movement
   *[other] About { $length }, { $count } movements
 }
step-times = { $count ->
    [one] once
   *[other] { $count } times
 }
step-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
 }
routine-rest = Stay as you are, and let it settle.
routine-saved = Your routine is saved
routine-removed = Your routine is in the trash
routine-noted = Written down as a session. You can still say how it felt.

## The ledger
ledger-about = This paces a plan of your own. It comes from what you wrote down, so it can be off. It is no medical advice, and what your clinician says goes first.
ledger-collecting = { $count ->
    [0] It begins once three comfortable days are written down.
    [one] One comfortable day so far; it begins with three.
   *[other] { $count } comfortable days so far; it begins with three.
 }
ledger-ready = There are enough comfortable days to begin a plan.
ledger-baseline-none = A day counts when its minutes are written down, and that it felt right or could have been more.
ledger-baseline = Your middle comfortable day had { $length }, out of { $count } days of the last four weeks. A plan begins a little below, at { $first }.
ledger-baseline-plan = It began on { $day }, from a comfortable day of { $length }.
ledger-begin = To begin with: { $length } a day.
ledger-same = The same as before: { $length } a day.
ledger-less = Less for now: { $length } a day, after { $before }.
ledger-more = A little more this week: { $length } a day, after { $before }.
ledger-why-begun = It begins at four fifths of your comfortable day, to leave some room.
ledger-why-raised = On { $day } a week was over with movement on { $days } days or more. No morning after it spoke against a little more.
ledger-why-too-much = A session was too much, so on { $day } it went back by one small step.
ledger-why-flared = After a session your pain on waking rose by more than two points, or stayed up for more than a day. So on { $day } it went back to an easier amount. Easier is not the same as rest.
ledger-why-flared-again = That happened twice in a row. So on { $day } it went back to an easier amount, and stays there for one more week.
ledger-why-limits = On { $day } it moved to what your clinician set.
ledger-why-below-floor = Since { $day } it is under your clinician’s lower limit. That was your choice.
ledger-stays-marked = Today is marked as a flare, an illness or a journey. Nothing changes on such days, and none of them counts.
ledger-stays-holding = It stays as it is for this week.
ledger-stays-ceiling = It has come to the most your clinician set: { $ceiling }.
ledger-stays-goal = It has come to what you wanted.
ledger-stays-week = It stays like this for a week, on good days and on hard days.
ledger-stays-too-much = The last session was too much, so nothing goes up.
ledger-stays-waiting = Your pain on waking is up a little. The next morning shows whether it settles.
ledger-stays-practise = A little more comes once a week has movement on { $days } days.
ledger-asks = An easier amount would be { $length }, below your clinician’s lower limit of { $floor }. It stays at { $floor } unless you say so. Your clinician may want to know.
ledger-day-nothing = nothing written down
ledger-day-quota = suggested { $length }
ledger-day-marked = marked day
ledger-morning-unknown = morning after not known
ledger-morning-settled = morning after as usual
ledger-morning-waiting = morning after a little up
ledger-morning-flared = morning after clearly up
ledger-days-none = In the last four weeks nothing is written down with its minutes.
ledger-days = { $days ->
    [one] Movement on one day
   *[other] Movement on { $days } days
 } of the last four weeks. The morning after was as usual { $settled ->
    [one] once
   *[other] { $settled } times
 } and clearly up { $flared ->
    [one] once
   *[other] { $flared } times
 }.
ledger-column-day = Day
ledger-column-moved = Moved
ledger-column-quota = Suggested
ledger-column-morning = The morning after
ledger-begun-said = Your plan has begun
ledger-ended-said = Your plan has ended; what you did stays
ledger-below-said = It goes below the lower limit for now

## What clinicians said
instruction-both = From { $day }: { $floor } to { $ceiling } a day
instruction-floor = From { $day }: { $floor } a day or more
instruction-ceiling = From { $day }: at most { $ceiling } a day
instruction-none = From { $day }: no limits
instruction-saved = Saved with its date
instruction-removed = It is in the trash

## On a day, in its history and in the trash
thing-routine = Routine
thing-instruction = What a clinician said
field-any-steps = steps
field-instruction-floor-min = lower limit
field-instruction-ceiling-min = upper limit
field-instruction-said = said
holds-routine = Routines of your own
holds-instruction = What clinicians said
find-instruction-said = What a clinician said
change-remove-movement = removing a session
change-movement-aside = putting a movement aside
change-movement-back = taking a movement up again
change-save-routine = a routine
change-remove-routine = removing a routine
change-routine-done = a routine that was done
change-ledger-begin = beginning a plan
change-ledger-end = ending a plan
change-ledger-below-floor = going below a lower limit
change-save-instruction = what a clinician said
change-remove-instruction = removing what a clinician said

## What cannot be done
error-movement-empty = Nothing was said about the session, so nothing was saved. Minutes alone are enough.
error-movement-kind-long = The name is longer than { $limit } characters. Shorten it, and save again.
error-routine-amount = A step has 1 to 30 minutes, or 1 to 50 times. Nothing was saved; change the amount and save again.
error-routine-length = A routine has 1 to 24 steps. Nothing was saved; change the steps and save again.
error-routines-full = There is room for { $limit } routines of your own. Remove one, and save again.
error-limits-crossed = The lower limit is above the upper one. Nothing was saved; change one of them and save again.
error-ledger-early = There are not three comfortable days yet, so no plan was begun. Sessions with minutes and a word on how they felt make them.
error-ledger-not-asked = Nothing is asked just now, so nothing was changed.
