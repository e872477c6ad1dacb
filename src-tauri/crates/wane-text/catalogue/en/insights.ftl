### The Insights view: one weekly look at the diary, in words. Nothing here says what brings about what.
### $effect, $notice and $matters name their unit; $low and $high are in the unit of what stands beside them.

## The look
insights-as-of = Looked at on { $day }: { $days }.
insights-before-the-first = The first look comes with the first full week.
insights-next = The next look is on { $day }. Until then this stays as it is: whoever asks every day soon meets a pattern that is chance.
insights-range-note = Everything you wrote says most. A stretch chosen because it shows more makes chance look like a pattern.

## Names of what is compared
insights-name-se-dse = Sleep efficiency
insights-name-tst-min = Time asleep
insights-name-sol-min = Time to fall asleep
insights-name-waso-min = Time awake in the night
insights-name-arousal = A busy head at bedtime
insights-name-movement-min = Minutes of movement
insights-name-movement-time = When movement came
insights-name-outdoor-light-min = Minutes outdoors

## Verdicts
insights-verdict-not-enough = Not enough yet
insights-verdict-cant-tell = Can’t tell yet
insights-verdict-little = Probably little difference
insights-verdict-hint = Early hint
insights-verdict-clear = Clear pattern
insights-verdict-clear-small = Clear pattern, small
insights-label = { $effect } · range { $low } to { $high }

## Facts about a finding
insights-fact-difference = Difference
insights-fact-higher = { $effect } higher
insights-fact-lower = { $effect } lower
insights-fact-none = next to none
insights-fact-range-95 = 95 % range
insights-fact-range-99 = 99 % range
insights-fact-range-text = { $low } to { $high }
insights-fact-days = Days
insights-fact-days-text = { $pairs ->
    [one] One pair of days used
   *[other] { $pairs } pairs of days used
}, { $left ->
    [0] none left out
    [one] one day left out
   *[other] { $left } days left out
}
insights-fact-mirror = By chance
insights-fact-when = When could we know?

## When a difference worth noticing could be known
insights-when-days = A difference of { $notice } could be known in about { $count ->
    [one] one more day
   *[other] { $count } more days
}, written as so far.
insights-when-weeks = A difference of { $notice } could be known in about { $count ->
    [one] one week
   *[other] { $count } weeks
}, written as so far.
insights-when-months = A difference of { $notice } could be known in about { $count } months, written as so far.
insights-when-very-long = A difference of { $notice } would take more than three years to show in this diary.
insights-when-too-early = From { $count } pairs of days on, it can be said here how long it may take.
insights-when-smaller = A difference of { $notice } would have shown by now. A smaller one needs more days.
insights-when-unknown = These days are too much alike to say.

## What would help. $factor is the name of something tracked
insights-help-evening = What helps most: the evening’s pain on more days.
insights-help-waking = What helps most: the pain on waking on more days.
insights-help-night = What helps most: the night’s times on more days, with the minutes awake.
insights-help-factor = What helps most: saying more often how it was with “{ $factor }”, also when there was none.
insights-help-gaps = Two days in a row make a pair, so a day written between two others counts twice.
insights-help-go-on = Nearly every day is written. Time does the rest.

## Groups
insights-group-nights = Other measures of the night, then pain
insights-note-nights = The same question with other measures. All { $count } and the one above are looked at together, so that a chance find does not count as one.
insights-group-waking = The night, then pain on waking
insights-note-waking = The night and the pain on waking are written in the same moment, so a morning’s mood colours both. The evening’s pain above counts for more, and nothing here is called more than a hint.
insights-group-pains = Pain, then other measures of the night
insights-note-pains = The same question the other way round.
insights-group-factors = What you track
insights-note-factors = What happens by day is compared with the night after, what happens at night with the day after. They are looked at together.

## Skipped days
insights-skipped = { $days ->
    [0] The evening’s pain is written on every one of { $of } days.
    [one] The evening’s pain is not written on one of { $of } days.
   *[other] The evening’s pain is not written on { $days } of { $of } days.
}
insights-skipped-near-rough = Beside rough days, { $near } of 100 days were skipped, elsewhere { $other } of 100. Chance shows as much { $times } times in 100. So harder days may be seen less here than they were.
insights-skipped-not-near-rough = Beside rough days, { $near } of 100 days were skipped, elsewhere { $other } of 100. That is within what chance shows.
insights-skipped-after-more = Pain was { $points } points higher on days before a skipped day than on others. So harder days may be seen less here than they were.
insights-skipped-after-less = Pain was { $points } points lower on days before a skipped day than on others. So easier days may be seen less here than they were.
insights-skipped-after-same = Pain before skipped days was not clearly different from pain before written ones.
insights-skipped-bounds = What if each skipped day had been as far out as any day here? Then the first gap could lie anywhere from { $low } to { $high } points.

## Limits, said beside the answers
insights-limit-mood = A day’s mood colours the word about the night and the word about pain. No sum can take that out.
insights-limit-gone = Days that were not written are not in it.

## How a finding was worked out. $measure is what came after, $what the nights or days that are told of
insights-step-pairs = Each day stands beside the day before it. Only days with everything written on both make a pair, and nothing is filled in.
insights-formula-sleep-to-pain = Pain of the day = a + b × { $measure } of the night before + c × pain of the day before + d × weekend + e × slow change. What counts is b.
insights-formula-sleep-to-waking-pain = Pain on waking = a + b × { $measure } of the night + c × pain on waking the day before + d × pain of the evening before + e × weekend + f × slow change. What counts is b.
insights-formula-pain-to-sleep = The night’s { $measure } = a + b × pain of the day before + c × { $measure } the night before that + d × weekend + e × slow change. What counts is b.
insights-formula-day-factor-to-sleep = The night’s { $measure } = a + b × the factor the day before + c × { $measure } the night before that + d × pain of the day before + e × weekend + f × slow change. What counts is b. Told of are { $what }.
insights-formula-night-factor-to-pain = Pain of the day = a + b × the factor of the night before + c × pain of the day before + d × weekend + e × slow change. What counts is b. Told of are { $what }.
insights-step-not-enough = From { $pairs } pairs of days on, with { $side } on either side of your own middle, the numbers are worked out. Before that they would say more about chance than about you.
insights-step-units = Then b is taken times the gap between two halves of your days. One half is about { $these }, the other about { $others }.
insights-step-with-without = So b is the gap between days with and days without.
insights-step-range = The range says how far off this may be. It comes from how far your days lie from the sum ({ $df } degrees of freedom, HC3).
insights-step-family = { $count ->
    [one] It is looked at alone.
   *[other] { $count } comparisons are looked at together. The q below says which share of those that stand out as much may be chance.
}
insights-step-mirror = Then the whole series is shifted against itself, day by day, all the way round, and each time it is worked out anew. What comes up there by itself is chance.
insights-step-clear = It is called a clear pattern. For that, q is 0.01 or less and the gap is { $matters } or more. Shifting shows as much 5 times in 100 or less.
insights-step-hint = It counts as an early hint: q is at most 0.05, and something is missing for a clear pattern. Of such hints many go away again.
insights-step-hint-waking = It counts as an early hint: q is at most 0.05. More is never said of two answers that are written in the same moment.
insights-step-little = It counts as little difference: the whole 95 % range lies within { $matters }.
insights-step-cant-tell = It counts as open: neither a pattern nor the lack of one of { $matters } can be told from these days.
insights-number-effect = Difference
insights-number-range-95 = 95 % range
insights-number-range-99 = 99 % range
insights-number-slope = Difference for one unit
insights-number-se = Its standard error
insights-number-df = Degrees of freedom
insights-number-p = p
insights-number-q = q
insights-number-tiny = under 0.0001
insights-number-mirror = Shifts that show as much
insights-number-mirror-text = { $times } of { $of }, with the one in place
insights-number-notice = Smallest difference that would show
insights-number-plain = Difference with nothing allowed for

## Days used, and days left out by reason
insights-days-used = { $days ->
    [one] One day used
   *[other] { $days } days used
}
insights-left-no-evening = No evening pain written: { $days }
insights-left-no-waking = No pain on waking written: { $days }
insights-left-no-night = The night’s times not complete: { $days }
insights-left-no-evening-before = No evening pain written the day before: { $days }
insights-left-no-factor = Nothing said about it: { $days }
insights-left-no-day-before = The day before not written: { $days }
insights-left-no-control = No evening pain written the day before: { $days }
insights-left-set-aside = Written down more than 48 hours later, or next to such a day: { $days }

## Looking back on the week, in words without numbers
look-back-week = The week up to the last look:
look-back-is-skipped = Skipped until the next weekly look.
look-back-nothing = Nothing was written in the week up to the last look, so there is nothing to look back on.
look-back-better-se-dse = More of your time in bed was sleep than in the weeks before.
look-back-better-tst-min = You slept longer than in the weeks before.
look-back-better-sol-min = Falling asleep took less time than in the weeks before.
look-back-better-waso-min = You were awake less in the night than in the weeks before.
look-back-better-pain-day = Pain through the day was lower than in the weeks before.
look-back-better-pain-waking = Pain on waking was lower than in the weeks before.
look-back-written = You wrote something down. Everything here rests on that.
look-back-steady-se-dse = How much of your time in bed was sleep stayed as it was.
look-back-steady-tst-min = The length of your sleep stayed as it was.
look-back-steady-sol-min = The time to fall asleep stayed as it was.
look-back-steady-waso-min = The time awake in the night stayed as it was.
look-back-steady-pain-day = Pain through the day stayed as it was.
look-back-steady-pain-waking = Pain on waking stayed as it was.
look-back-steady-wake = Your time of waking stayed as it was.
look-back-hint = Does pain go along with { $measure }? There is a first hint, and more days will show whether it stays.
look-back-known-soon = Does pain go along with { $measure }? A few more days could tell.
look-back-known-weeks = Does pain go along with { $measure }? Some more weeks could tell.
look-back-known-months = Does pain go along with { $measure }? Some more months could tell.
look-back-early = What do your nights and your pain have to do with each other? It is early days.

## What undo calls these changes
change-weekly-look = the weekday of the look
change-look-back = skipping the look back
