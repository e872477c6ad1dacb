### Insights: what one diary can say, and how sure anyone can be. Nothing here says what brings about what.
### $pairs and $needed count pairs of days; $low, $high and $notice are points of pain, or in the measure's own unit.

## Names in a sentence
insight-se-dse = sleep efficiency
insight-tst-min = time asleep
insight-sol-min = time to fall asleep
insight-waso-min = time awake in the night

## The nights that are told of: those that were harder, by each measure
insight-nights-se-dse = your less efficient nights
insight-nights-tst-min = your shorter nights
insight-nights-sol-min = nights when falling asleep took longer
insight-nights-waso-min = nights with more time awake
insight-percent = { $number } %
insight-percent-apart = { $number } percentage points

## Sleep first, then pain. $nights names them, $these and $others are their averages, $effect is in points
insight-forward-clear-higher = After { $nights } (about { $these }), pain was { $effect } points higher than after the others (about { $others }). The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-clear-lower = After { $nights } (about { $these }), pain was { $effect } points lower than after the others (about { $others }). The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-hint-higher = A first hint: after { $nights }, pain was { $effect } points higher. This may well disappear.
insight-forward-hint-lower = A first hint: after { $nights }, pain was { $effect } points lower. This may well disappear.
insight-forward-little = After { $nights } pain was much the same as after the others, as far as { $pairs } pairs of days can tell.
insight-forward-cant-tell = No clear pattern yet after { $nights }. With { $pairs } pairs of days, a gap of about { $notice } points or more would have shown.

## Pain first, then sleep. $effect is in the measure's own unit
insight-reverse-clear-higher = After days with more pain, { $measure } was { $effect } higher than after the others. { $pairs } pairs of days say so.
insight-reverse-clear-lower = After days with more pain, { $measure } was { $effect } lower than after the others. { $pairs } pairs of days say so.
insight-reverse-hint-higher = A first hint: after days with more pain, { $measure } was { $effect } higher. This may well disappear.
insight-reverse-hint-lower = A first hint: after days with more pain, { $measure } was { $effect } lower. This may well disappear.
insight-reverse-little = After days with more pain or less, { $measure } was much the same, as far as { $pairs } pairs of days can tell.
insight-reverse-cant-tell = No clear pattern yet from pain to { $measure }. With { $pairs } pairs of days, a gap of about { $notice } or more would have shown.

## Factors. $factor is a name, often the user's own
insight-factor-clear = { $factor } and what came after went together. { $pairs } pairs of days say so.
insight-factor-hint = A first hint: { $factor } and what came after went together. This may well disappear.
insight-factor-little = With { $factor } or without, what came after was much the same.
insight-factor-cant-tell = No clear pattern yet for { $factor }. There are { $pairs } pairs of days.

## For all of them
insight-not-enough = { $pairs ->
    [one] One pair of days so far; the comparison starts at { $needed }.
   *[other] { $pairs } pairs of days so far; the comparison starts at { $needed }.
}
insight-not-enough-sides = { $pairs } pairs of days so far, but too few of one kind to compare.
insight-allowed-for = The day before, weekends and slow change are allowed for.
insight-trap = Side by side, pain on those days did differ by { $plain } points. The pain of the day before accounts for it.
insight-mirror = In your own data, shifted against itself, this or more came up { $times ->
    [0] less than once
    [one] once
   *[other] { $times } times
} in 100.
insight-warning-one-value = More than half of these days share one value, so there is less to compare than it seems.
insight-warning-at-an-end = More than half of these days lie at the very end of the scale, where change is hard to see.
insight-limits = A pattern in your diary shows what went together, not why.

## Direction
insight-direction-sleep-first = In your diary, the night seems to come first: pain followed sleep, and sleep did not follow pain.
insight-direction-pain-first = In your diary, pain seems to come first: sleep followed pain, and pain did not follow sleep.
insight-direction-both = In your diary it goes both ways: pain followed sleep, and sleep followed pain.
insight-direction-cant-tell = Which of the two comes first can't be told yet.
