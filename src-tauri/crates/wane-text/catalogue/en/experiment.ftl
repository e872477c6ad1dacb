### Small personal experiments: days with and without something, as a coin says. Nothing here says what brings about what.

## What is tried: as a heading, and within a sentence. $own is in the person's own words
experiment-tried-wind-down = Wind-down
experiment-tried-morning-light = Morning light
experiment-tried-movement = Movement time
experiment-tried-own = In your own words
experiment-what-wind-down = wind-down
experiment-what-morning-light = morning light
experiment-what-movement = movement time
experiment-what-own = “{ $own }”
experiment-part-morning = soon after waking
experiment-part-day = by day
experiment-part-evening = in the evening

## What is looked at: as a name, within a sentence, and at its beginning
experiment-watched-morning-pain = pain on waking
experiment-watched-evening-pain = pain in the evening
experiment-watched-asleep = time asleep
experiment-watched-efficiency = sleep efficiency
experiment-watched-quality = how the night was
experiment-outcome-morning-pain = pain on waking
experiment-outcome-evening-pain = pain in the evening
experiment-outcome-asleep = time asleep
experiment-outcome-efficiency = sleep efficiency
experiment-outcome-quality = your rating of the night
experiment-outcome-begin-morning-pain = Pain on waking
experiment-outcome-begin-evening-pain = Pain in the evening
experiment-outcome-begin-asleep = Time asleep
experiment-outcome-begin-efficiency = Sleep efficiency
experiment-outcome-begin-quality = Your rating of the night
experiment-pace-every-day = a coin for each day
experiment-pace-two-or-three-days = a coin for two or three days
experiment-weeks = { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}

## Before it is fixed. $span is from when to when, $amount is in the unit of what is looked at
experiment-question-days = Days with { $what }, and days without: does { $outcome } differ?
experiment-question-evenings = Evenings with { $what }, and some without: does { $outcome } differ?
experiment-plan-every-day = { $days } days, { $span }. A coin decides about each day: { $half } days with, { $half } without, every weekday as often with as without.
experiment-plan-two-or-three-days = { $days } days, { $span }. A coin decides about two or three days at a time: { $half } days with, { $half } without, every weekday as often with as without.
experiment-expect = Going by { $days } days you wrote lately, a difference of about { $amount } or more would show in 4 of 5 such experiments. A smaller one would mostly look like chance.
experiment-expect-unknown = Not much is written yet, so nobody can say how large a difference would show. You can begin all the same.
experiment-tomorrow = Tomorrow, { $day }
experiment-points = { $number } points
experiment-steps = { $number } steps

## While it is on. $what is what is tried
experiment-today = Experiment, day { $day } of { $days }
experiment-today-ended = Your experiment has run to its end.
experiment-line-today-with = Today with { $what }
experiment-line-today-without = Today without { $what }
experiment-line-this-evening-with = This evening with { $what }
experiment-line-this-evening-without = This evening without { $what }
experiment-line-last-evening-with = Yesterday evening was with { $what }
experiment-line-last-evening-without = Yesterday evening was without { $what }
experiment-line-that-day-with = That day was with { $what }
experiment-line-that-day-without = That day was without { $what }
experiment-line-that-evening-with = That evening was with { $what }
experiment-line-that-evening-without = That evening was without { $what }
experiment-line-flare = A flare: this day is left out, and the experiment goes on by itself.
experiment-line-illness = An illness: this day is left out, and the experiment goes on by itself.
experiment-line-journey = A journey: this day is left out, and the experiment goes on by itself.
experiment-line-holiday = A holiday from writing: this day is left out. The experiment goes on by itself.
experiment-before = It begins on { $first } and ends on { $last }.
experiment-running = Day { $day } of { $days }; the last is { $last }.
experiment-waiting = The last day is over. The result comes with the last answer, or tomorrow without it.
experiment-said-so-far = { $days ->
    [0] Nothing said yet about whether it was done.
    [one] Said on one day whether it was done.
   *[other] Said on { $days } days whether it was done.
}
experiment-no-result-yet = There is no result before the end, not even part of one.

## What was done
experiment-started = The coins are thrown. It begins on its first day.
experiment-noted = Noted
experiment-not-noted = Taken back
experiment-stopped = Stopped. That is always fine.
experiment-removed = Removed; the trash has it for 30 days.

## At the end. $outcome begins a sentence and $name stands within one; $amount is without a sign, $way is one of the words below, $these and $others are the two kinds of days
experiment-way-higher = higher
experiment-way-lower = lower
experiment-way-longer = longer
experiment-way-shorter = shorter
experiment-side-on-days-with = on days with it
experiment-side-on-days-without = on days without
experiment-side-after-days-with = after days with it
experiment-side-after-days-without = after days without
experiment-side-after-evenings-with = after evenings with it
experiment-side-after-evenings-without = after evenings without
experiment-result-differed = { $outcome } was { $amount } { $way } { $these } than { $others }. That went along with the days the coin chose.
experiment-result-cant-tell = It can’t be told from chance. { $outcome } was { $amount } { $way } { $these } than { $others }.
experiment-result-little = Little difference. { $outcome } was { $amount } { $way } { $these } than { $others }.
experiment-result-same = No difference to speak of. { $outcome } was the same { $these } and { $others }.
experiment-range-across = The 95 % range goes from { $low } { $less } to { $high } { $more }.
experiment-range-beside = The 95 % range is { $near } to { $far } { $way }.
experiment-range-none = There are too few days for a range.
experiment-chance = Of all the ways the coins could have fallen, { $times ->
    [0] fewer than 1
   *[other] { $times }
} in 100 would show as much or more.
experiment-said = You said on { $said } of { $days } days whether it was done; on { $drawn } of them it went as the coin said.
experiment-said-nothing = Nothing was said about whether it was done, so the days are compared as the coin chose them.
experiment-days = Compared: { $with } days with, { $without } without.
experiment-left-out-marked = { $days ->
    [one] One day marked as a flare, an illness or a journey was left out.
   *[other] { $days } days marked as a flare, an illness or a journey were left out.
}
experiment-left-out-no-answer = { $days ->
    [one] One day had no answer.
   *[other] { $days } days had no answer.
}
experiment-left-out-recalled = { $days ->
    [one] One day was written more than 48 hours later and was left out.
   *[other] { $days } days were written more than 48 hours later and were left out.
}
experiment-with-marked = With the marked days counted it would be { $amount } { $way }.
experiment-limits = You knew which day was which, and that alone can colour an answer. It tells of these days of yours, and of nobody else’s.
experiment-nothing-to-compare = There is nothing to compare: too few answers with or without, or all of them the same.
experiment-stopped-no-result = Stopped, and that is fine. There is no result, because the length was part of the question.
experiment-stopped-on = Stopped on { $on }, day { $day } of { $days }
experiment-stopped-before = Stopped before the first day
experiment-picture-lower = lower with it
experiment-picture-higher = higher with it
experiment-picture-shorter = shorter with it
experiment-picture-longer = longer with it
experiment-picture-zero = no difference

## What cannot be done now
error-experiment-none = No experiment is on. Nothing was changed.
error-experiment-other-day = That is no day of the experiment. Nothing was changed.
error-experiment-one-at-a-time = One experiment is on already. It can run to its end or be stopped; then another one can begin. Nothing was changed.
error-experiment-own = Some words are needed for what you try. Nothing was changed.
error-experiment-own-long = That is longer than { $limit } characters. Nothing was changed.
error-experiment-length = An experiment lasts two weeks or four, and a coin for two or three days needs four. Nothing was changed.
error-experiment-first = The first day can be tomorrow or up to two weeks ahead. Nothing was changed.
error-experiment-no-result-yet = There is no result before the end, not even part of one. What is noted is kept.
error-experiment-still-on = That experiment is still on. It can be stopped first. Nothing was changed.

## History, trash, finds
thing-experiment = Experiment
thing-experiment-day = Experiment, whether it was done
field-experiment-tried = tried
field-experiment-own = own words
field-experiment-part = when
field-experiment-watched = looked at
field-experiment-weeks = length
field-experiment-pace = pace
field-experiment-first-date = first day
field-experiment-stopped-on = stopped on
field-experiment-day-done = done
holds-experiment = Experiments
holds-experiment-day = Days of experiments
find-experiment-own = Experiment
change-start-experiment = beginning an experiment
change-experiment-said = a word about the experiment
change-stop-experiment = stopping the experiment
change-remove-experiment = removing an experiment
