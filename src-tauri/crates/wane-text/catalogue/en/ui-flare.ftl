### Words of the flare plan, of flare mode and of holidays that never change.

view-flare = Flare plan
flare-write = Write the plan
flare-edit = Change the plan
flare-keep = Keep it
flare-start = Start flare mode
flare-end = It has passed
flare-still = Still on
flare-now = How is it now?
flare-rough = Rough
flare-same = About the same
flare-easing = Easing
flare-open = Open the flare plan
flare-more = Fill in more
flare-card = Flare
flare-start-note = Today shrinks to one tap, reminders pause, and the days are marked. None of them counts against you.
key-flare = the flare plan
holiday-title = Holiday from writing down
holiday-note = No questions and no reminders for a while. Such days are grey and are never a gap of yours.
holiday-week = For a week
holiday-open-end = Until I come back
holiday-back = I am back
