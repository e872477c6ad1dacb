### Flares, the plan written on a calm day, and holidays from writing down.

## The plan: a heading to read by, and a question to write by
flare-title-words = In your own words
flare-title-helps = What has helped
flare-title-gentle = What you can still do
flare-title-wait = What can wait
flare-title-people = Who to tell
flare-title-clinician = What your physiotherapist or doctor said
flare-question-words = What would you like to hear on a day like that?
flare-question-helps = What has helped before, even a little?
flare-question-gentle = Which small moves or things are all right even then?
flare-question-wait = What can wait until it has passed?
flare-question-people = Who can you tell, and what can they do?
flare-question-clinician = What did your physiotherapist or doctor tell you about flares? Their own words are best.
flare-written = Written on { $date }. You can change it whenever you like.
flare-unwritten = Write it on a calm day. A few words are enough, and every field may stay empty.

## Flare mode
flare-since = Flare mode since { $date }. Nothing needs to be filled in.
flare-started = Flare mode is on. Reminders pause, and these days never count against you.
flare-ended = Flare mode is off. Welcome back.
flare-noted = Noted. That is enough for today.
flare-noted-rough = Noted: rough
flare-noted-same = Noted: about the same
flare-noted-easing = Noted: easing
flare-ask = Has the flare passed?
flare-goes-on = Then it goes on as it is. You will be asked again in a few days.
line-flare-rough = Flare, { $time }: rough
line-flare-same = Flare, { $time }: about the same
line-flare-easing = Flare, { $time }: easing

## Holidays from writing down
holiday-started = Wane is on holiday. Nothing is asked, and nothing is missed.
holiday-ended = Welcome back. There is nothing to catch up on.
holiday-until = Wane is on holiday until { $date }. Nothing is asked, and nothing is missed.
holiday-open = Wane is on holiday. Nothing is asked, and nothing is missed.

## In the history, the trash and backups
thing-flare-line-words = Flare plan, your own words
thing-flare-line-helps = Flare plan, what has helped
thing-flare-line-gentle = Flare plan, what you can still do
thing-flare-line-wait = Flare plan, what can wait
thing-flare-line-people = Flare plan, who to tell
thing-flare-line-clinician = Flare plan, what was said to you
thing-flare-note = How the flare was
field-any-how = how it was
value-how-rough = rough
value-how-same = about the same
value-how-easing = easing
value-kind-holiday = holiday from writing down
holds-flare-line = Lines of the flare plan
find-flare-line-text = Flare plan
holds-flare-note = How flares were
span-holiday = holiday
change-flare-plan = the flare plan
change-flare-start = flare mode
change-flare-end = the end of flare mode
change-flare-note = how the flare was
change-flare-still-on = an answer about the flare
change-remove-flare = removing how the flare was
change-holiday-start = the holiday
change-holiday-end = the end of the holiday

## What could not be done
error-no-days = That is not on just now. Nothing was changed.
