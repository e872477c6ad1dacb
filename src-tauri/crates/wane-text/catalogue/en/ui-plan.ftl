### Words of the window for the Plan view: what comes, the user's own times, reminders, pauses, the protected night.

## Tonight and tomorrow
plan-now = Now
plan-glance = Tonight and tomorrow
plan-nothing-ahead = Your evening and morning will be drawn here once your times are known.
plan-coming = Which reminders come, and why
plan-nothing-coming = No reminder is planned for the next two days.
coming-skip = Not this time
coming-skip-named = Not this time: { $title }, { $day }
coming-skipped = Left out this once: { $title }, { $day }

## Setting it up for the first time
start-title = Set up your reminders
start-note = About when would you like to be in bed, and up? Everything here can be changed later.
start-reminders = Remind me of
start-act = Start with these
start-one-by-one = Set things one by one
start-needs-bed = Wind-down and bedtime follow your time in bed. Give that time, or switch these two off.
start-done = All set. Reminders come as shown here.

## The user's own times, and the step the diary suggests
targets-title = Your times
targets-note = About when you would like to be in bed and get up. The wind-down and bedtime reminders follow.
targets-bed = In bed about
targets-rise = Up about
targets-lead = Wind-down before bed
targets-differ = In bed at other times on some days
targets-save = Save times
suggestion-title = A suggestion
suggestion-shift = from { $from } to { $to }
suggestion-accept = Take this step
suggestion-not-now = Not now
suggestion-taken = Your times have moved
suggestion-put-off = Your times stay as they are

## Days of the week
weekday-1 = { weekday-long-1 }
weekday-2 = { weekday-long-2 }
weekday-3 = { weekday-long-3 }
weekday-4 = { weekday-long-4 }
weekday-5 = { weekday-long-5 }
weekday-6 = { weekday-long-6 }
weekday-7 = { weekday-long-7 }
weekdays-note = A day left empty has no reminder.

## Reminders
rules-title = Reminders
rules-usual = Turn on wind-down, bedtime, morning light and both check-ins
rule-time = Time
rule-differs = Other times on some days
rule-follows-bed = Follows your time in bed, above.
rule-follows-light = Follows when you wake and when the sun is up.
rule-bring-back = Bring it back
rule-rename = Rename
rule-keep-name = Save name
rule-renamed = Now called: { $title }
rule-remove = Remove
rule-removed = Removed: { $title }
own-title = A reminder of your own
own-name = What for
own-add = Add
own-needs = Give it a name and a time.
own-needs-name = Give it a name.
own-taken = There is a reminder of this name already.
own-added = Added: { $title }

## Morning light
light-way = How you have it
light-place-change = Change the place

## A pause
pause-title = A pause
pause-note = Reminders stay away for a while. Nothing that falls into a pause counts, and nothing piles up.
pause-why = What is it for?
pause-flare = A flare
pause-illness = An illness
pause-journey = A journey
pause-days = Just some days
pause-count = For how many days
pause-count-note = Left empty, it lasts until you end it.
pause-count-help = A number of days, 1 or more; or nothing.
pause-start = Pause reminders
pause-change = Change the pause
pause-end = End the pause now
pause-started = Reminders pause
pause-ended = Reminders are back

## The protected night
protected-title = Protected night
protected-note = In these hours nothing is shown and nothing sounds.
protected-auto = Follow my times
protected-auto-note = From half an hour after your time in bed until you get up.
protected-from = From
protected-to = Until

## What became of reminders
past-title = The last two weeks
past-note = Each reminder that was due, and what became of it. None of it counts against you.
past-count = Show all { $count }

## Whether they get through
health-title = Do reminders get through?
health-test = Show me one now
health-testing = Showing one…
autostart = Start with the session, without a window
autostart-note = Reminders come while Wane runs. With this on, that is from every start of the computer.
notice-example = A reminder would say: “{ $example }”
notice-change = Change what reminders say
