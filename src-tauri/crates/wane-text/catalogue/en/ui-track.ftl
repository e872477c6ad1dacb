### Words of the window for what is tracked by name: pains and the body map, factors, medicines, naps, notes.

## Answers
answer-clear = Take the answer back
number-help = A number like 2 or 2.5.

## In the check-ins
lists-from-today = Change what is asked
pains-label = Each pain by itself
pains-each = Each pain by itself ({ $all })
pains-each-answered = Each pain by itself ({ $count } of { $all } answered)
factors-label = What you keep an eye on
factor-no = no
factor-yes = yes
anchor-yours = Your { $rating }: { $text }

## Beside the check-ins
entries-today = Also today
entries-that-day = Also on this day
entry-nap = Nap
entry-medicine = Medicine
entry-note = Note
entry-edit = Change: { $what }
entry-remove = Remove: { $what }
entry-draft = { $kind }, not saved yet
entry-draft-said = { $kind }, not saved yet: { $text }
entry-go-on = Go on
entry-drop = Discard
entry-drop-named = Discard: { $what }
entry-close = Later
entry-save-nap = Save nap
entry-save-medicine = Save medicine
entry-save-note = Save note
nap-start = From
nap-end = To
nap-asleep = Asleep about
medicine-name = Medicine
medicine-amount = How much
medicine-at = When
medicine-purpose = Planned or as needed
purpose-planned = planned
purpose-rescue = as needed
note-label = Note
note-keys = Enter saves, Shift and Enter begin a new line. Esc puts it away and keeps it.

## What I track
view-lists = What I track
lists-back = Back
lists-note = Pains with names of their own, things you keep an eye on, and what your numbers mean. All of it is optional.
lists-edit = Change
lists-edit-named = Change: { $name }
lists-away = Put aside
lists-away-named = Put aside: { $name }
lists-take-up = Take up again
lists-take-up-named = Take up again: { $name }
lists-aside = Put aside ({ $count })
lists-begun = Changed, not saved yet

lists-pains = Pains
lists-pains-note = Each gets a 0 to 10 of its own, below the pain as a whole. Enter still saves without them.
pain-add = Add a pain
pain-name = What you call it
pain-where = Where it is
pain-save = Save pain

lists-factors = Things to keep an eye on
lists-factors-note = Such as coffee, screens or a busy day. Later you can see which days they went along with.
factor-add = Add one
factor-name = What you call it
factor-when = When it belongs
factor-day = By day
factor-day-note = Asked in the evening, about the day that is ending.
factor-night = By night
factor-night-note = Asked in the morning, about the night before.
factor-kind = How you answer
factor-yes-no = yes or no
factor-yes-no-note = Two buttons. Until you press one, nothing is said.
factor-number = a number
factor-number-note = A number in a unit of your own, such as cups or minutes.
factor-unit = Unit
factor-unit-wanted = Say in which unit you count, such as cups or minutes. Nothing was lost.
factor-in = a number in { $unit }
factor-asked-morning = Asked in the morning: { $kind }
factor-asked-evening = Asked in the evening: { $kind }
factor-from-device = From your watch or phone, { $kind }. Wane does not ask for it.
factor-fixed = Once there are answers, when it belongs and how you answer stay as they are.
factor-idle = No answer for a month. It can be put aside; what you wrote stays.
factor-save = Save
factors-full = { $limit } are in use, which is the most at a time. Put one aside to add another.

lists-anchors = What your numbers mean
lists-anchors-note = Your own words for a number, such as “cannot sit for half an hour”. They are shown while you rate.
anchor-add = Add a number
anchor-which = Number
anchor-text = What it means to you
anchor-wanted = Choose a number and say what it means to you. Nothing was lost.
anchor-save = Save number
anchor-remove = Remove
anchor-remove-named = Remove: { $name }
anchors-full = Every number has its words.

lists-medicines = Medicines
lists-medicines-note = These names are offered when you write down a medicine. A new name is added by itself.
medicine-add = Add a medicine
medicine-save = Save medicine

## The body map
body-front = Front
body-back = Back
body-your-left = your left
body-your-right = your right
body-hint = Arrow keys move, letters jump, Space chooses. In the drawing, press where it is.
body-chosen = Chosen: { $names }
body-none = No place chosen. That is fine too.

## Settings
settings-asked = What is asked
settings-single-keys = Single keys
settings-single-keys-note = Letters and digits are shortcuts, such as n for a check-in. Turn this off if keys are pressed by accident or by voice. A question in focus still takes its digits.
