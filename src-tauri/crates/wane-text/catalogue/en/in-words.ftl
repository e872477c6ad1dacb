### Messages without figures, for whoever wants words in place of numbers: NAME-in-words stands for NAME.
### They say when (clock times, dates) and what to do (minutes of a plan), but not how much there was.

## How much, how large, how many, how often
much-a-little = a little
much-clearly = clearly
much-a-good-deal = a good deal
size-small = small
size-fair = fair
size-large = large
share-none = none
share-few = few
share-half = about half
share-most = most
share-all = all
often-seldom = very seldom
often-now-and-then = now and then
often-often = often
count-none = none
count-one = one
count-some = some
count-as-many = as many
count-fewer = fewer
count-more = more
value-went-up = more than before
value-went-down = less than before

## Insights
insight-forward-clear-higher-in-words = After { $nights }, { $pain } was { $effect } higher.
insight-forward-clear-lower-in-words = After { $nights }, { $pain } was { $effect } lower.
insight-forward-little-in-words = After { $nights }, { $pain } was about the same. So far your days say so.
insight-forward-cant-tell-in-words = No clear pattern yet after { $nights }. A smaller gap would not show in these days.
insight-reverse-clear-higher-in-words = After days with more pain, { $measure } was { $effect } higher than after the others.
insight-reverse-clear-lower-in-words = After days with more pain, { $measure } was { $effect } lower than after the others.
insight-reverse-little-in-words = After days with more pain or less, { $measure } was much the same, as far as these days can tell.
insight-reverse-cant-tell-in-words = No clear pattern yet from pain to { $measure }. A smaller gap would not show in these days.
insight-factor-clear-higher-in-words = After { $nights }, { $measure } was { $effect } higher.
insight-factor-clear-lower-in-words = After { $nights }, { $measure } was { $effect } lower.
insight-factor-little-in-words = After { $nights }, { $measure } was about the same. So far your days say so.
insight-factor-cant-tell-in-words = No clear pattern yet after { $nights }. A smaller gap would not show in these days.
insight-not-enough-in-words = There are not enough pairs of days yet to compare.
insight-not-enough-sides-in-words = There are too few days of one kind to compare.
insight-trap-in-words = Side by side, { $pain } on those days did differ. The pain of the day before accounts for it.
insight-mirror-in-words = In your own data, shifted against itself, as much came up { $often }.
insights-label-in-words = { $effect } apart
insights-fact-days-text-in-words = { $left ->
    [0] Every day could be used
   *[other] Some days could not be used
}
insights-when-days-in-words = A difference worth noticing could be known in a few more days, written as so far.
insights-when-weeks-in-words = A difference worth noticing could be known in some more weeks, written as so far.
insights-when-months-in-words = A difference worth noticing could be known in some more months, written as so far.
insights-when-very-long-in-words = A difference worth noticing would take some years to show in this diary.
insights-when-too-early-in-words = A few more pairs of days, and it can be said here how long it may take.
insights-when-smaller-in-words = A difference worth noticing would have shown by now. A smaller one needs more days.
insights-note-nights-in-words = The same question with other measures. All of them are looked at together, so that a chance find does not count as one.
insights-skipped-in-words = { $days ->
    [0] The evening’s pain is written on every day.
   *[other] The evening’s pain is not written on some of the days.
}
insights-skipped-near-rough-in-words = Beside rough days, more days were skipped than elsewhere. So harder days may be seen less here than they were.
insights-skipped-not-near-rough-in-words = Beside rough days, about as many days were skipped as elsewhere.
insights-skipped-after-more-in-words = Pain was higher on days before a skipped day than on others. So harder days may be seen less here than they were.
insights-skipped-after-less-in-words = Pain was lower on days before a skipped day than on others. So easier days may be seen less here than they were.
insights-skipped-bounds-in-words = What if each skipped day had been as far out as any day here? Then the first gap could be another one.

## Waking near one's own time
consistency-of-target-in-words = Of your last awakenings, { $share } came near { $time }, the time you chose.
consistency-of-usual-in-words = Of your last awakenings, { $share } came near { $time }, your usual time.

## Experiments
experiment-weeks-in-words = { $weeks ->
    [2] two weeks
   *[other] four weeks
}
experiment-plan-every-day-in-words = { $span }. A coin decides about each day: half of the days with, half without, every weekday as often with as without.
experiment-plan-two-or-three-days-in-words = { $span }. A coin decides about two or three days at a time: half of the days with, half without, every weekday as often with as without.
experiment-expect-in-words = Going by the days you wrote lately, a { $size } difference would show in most such experiments. A smaller one would mostly look like chance.
experiment-today-in-words = A day of your experiment
experiment-running-in-words = It is under way; the last day is { $last }.
experiment-said-so-far-in-words = { $days ->
    [0] Nothing said yet about whether it was done.
   *[other] Said on some days whether it was done.
}
experiment-removed-in-words = Removed; the trash has it for a month.
experiment-range-across-in-words = The range holds both { $less } and { $more }.
experiment-range-beside-in-words = The whole range is { $way }.
experiment-chance-in-words = If the coins had fallen another way, as much or more would show { $often }.
experiment-said-in-words = Whether it was done was said on { $share } of the days. On { $kept } of these it went as the coin said.
experiment-days-in-words = Days with and days without are compared.
experiment-left-out-marked-in-words = Days marked as a flare, an illness or a journey were left out.
experiment-left-out-no-answer-in-words = Some days had no answer.
experiment-left-out-recalled-in-words = What was written more than two days later was left out.
experiment-stopped-on-in-words = Stopped on { $on }

## Movement; the minutes of a plan or a routine stay, since they are what to do
movement-some-in-words = Some movement
movement-sum-in-words = Some movement
movement-effort-in-words = effort: { $amount }
movement-vigorous-in-words = Hard is what makes talking hard. How it felt to you is what counts.
ledger-collecting-in-words = { $count ->
    [0] It begins once three comfortable days are written down.
   *[other] There are some comfortable days so far; it begins with three.
}
ledger-baseline-in-words = It comes from your middle comfortable day of the last four weeks. A plan begins a little below, at { $first }.
ledger-baseline-plan-in-words = It began on { $day }, from a comfortable day.
ledger-less-in-words = Less for now: { $length } a day.
ledger-more-in-words = A little more this week: { $length } a day.
ledger-why-raised-in-words = On { $day } a week was over with movement on enough days. No morning after it spoke against a little more.
ledger-stays-practise-in-words = A little more comes once a week has movement on enough days.
ledger-days-in-words = { $settled ->
    [0] There was movement in the last four weeks.
   *[other] There was movement in the last four weeks, and mornings after it were as usual.
}{ $flared ->
    [0] { "" }
   *[other] { " " }Some mornings after it were clearly up.
}
routine-about-in-words = { $count ->
    [0] Nothing in it is for you just now
   *[other] About { $length }
}

## Days, histories, finds
factor-used-in-words = Last answered on { $day }
factor-measured-days-in-words = The last day is { $day }
entry-removed-in-words = Removed. It stays in the trash for a month.
line-asleep-in-words = some of it asleep
trash-empty-in-words = Nothing was removed in the last month.
trash-some-in-words = { $count ->
    [one] One thing was removed in the last month.
   *[other] Some things were removed in the last month.
}
search-found-in-words = { $count ->
    [one] One find
   *[other] Some finds
}
search-more-in-words = The newest finds; there are more
measured-nap-in-words = { $source }: a nap, { $times }.
measured-night-in-words = { $source }: { $times }.
measured-alike-in-words = { $source }: { $times }. It agrees with your own times.
measured-differs-in-words = { $source }: { $times }. Your own times differ. A device and a person often see a night differently.
night-offer-in-words = { $count ->
    [1] You noted being awake once in the night.
   *[other] You noted being awake more than once in the night.
}

## The evening; the lengths of its blocks stay, since they are what to do
line-wind-down-time-in-words = Wind-down
line-wind-down-time-what-in-words = Wind-down: { $what }
wind-down-done-time-in-words = This evening’s wind-down is noted.
wind-down-over-in-words = That was your wind-down. It is noted. Let the rest of the evening be easy.
worries-parked-in-words = { $count ->
    [one] One thing put away until tomorrow, after the light.
   *[other] Put away until tomorrow, after the light.
}
worries-away-in-words = { $count ->
    [one] One thing is put away until after the light.
   *[other] Some things are put away until after the light.
}
worries-given-in-words = { $count ->
    [one] One thing you put away in the evening is back.
   *[other] What you put away in the evening is back.
}
wind-down-paused-in-words = It stands still. It goes on where you left it.

## Cards to read
learn-read-count-in-words = { $read ->
    [0] Each card takes about two minutes. Read any of them, in any order.
   *[other] You have read some of the cards. The others can wait.
}

## Reminders
health-checked-seconds-in-words = Reminders were looked at just now.
health-checked-in-words = Reminders were looked at a little while ago.
suggestion-why-in-words = Your last nights were about { $bed } to { $rise }. Regular times suit the body clock; one night off changes nothing.
suggestion-why-step-in-words = Your last nights were about { $bed } to { $rise }. This is a small step towards { $goal_bed } to { $goal_rise }. Your time in bed gets no shorter.
place-own-in-words = Your place is known.
place-of-zone-in-words = Your place is taken from your time zone, { $zone }.
light-window-in-words = Sun-up is at { $time }. A while outdoors is good, a little longer under cloud.

## Data, imports and backups
data-counts-in-words = Nights and pain ratings, { $range }.
data-counts-device-in-words = Nights, nights from devices and pain ratings, { $range }.
import-batch-in-words = { $format }, { $day } at { $time }
import-done-in-words = What was new came in. What you wrote yourself stays as it is.
import-nothing-new-in-words = Nothing new: it was there already, and nothing was changed.
import-done-updated-in-words = Some days were brought up to date.
import-left-out-in-words = Some of it was left out; the preview says which and why.
backup-item-in-words = { $day }, { $time } · { $why }
backup-holds-in-words = Nights and pain ratings, { $range }.
restore-days-count-in-words = { $count ->
    [0] no day
    [one] one day
   *[other] some days
}
warning-long-sleep-in-words = A very long sleep by the device’s count.
warning-long-interval-in-words = Very long from start to end.
question-time-in-bed-over-16h-check-am-pm-in-words = That is very long in bed. Could morning and evening be swapped?
question-nap-long-in-words = Very much time lies between beginning and end. Could the two be swapped?

# The device beside the person's own times.
device-felt-device-more-in-words = On most nights the device counts more sleep than your own times give.
device-felt-device-less-in-words = On most nights the device counts less sleep than your own times give.
device-felt-alike-in-words = On most nights the device and your own times agree.
