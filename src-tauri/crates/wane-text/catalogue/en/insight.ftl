### Insights: what one diary can say, and how sure anyone can be. Nothing here says what brings about what.
### $pairs and $needed count pairs of days; $low and $high are in the unit of $effect; $effect and $notice name their unit.

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

insight-points = { $number } points
insight-minutes = { $number } min
insight-pain-day = pain
insight-pain-waking = pain on waking

## Sleep first, then pain. $nights names them, $these and $others are their averages, $effect has its unit; $pain is "pain" or "pain on waking"
insight-forward-clear-higher = After { $nights } (about { $these }), { $pain } was { $effect } higher than after the others (about { $others }). The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-clear-lower = After { $nights } (about { $these }), { $pain } was { $effect } lower than after the others (about { $others }). The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-hint-higher = A first hint: after { $nights }, { $pain } was { $effect } higher. This may well disappear.
insight-forward-hint-lower = A first hint: after { $nights }, { $pain } was { $effect } lower. This may well disappear.
insight-forward-little = After { $nights }, { $pain } was about the same. So far { $pairs } pairs of days say so.
insight-forward-cant-tell = No clear pattern yet after { $nights }. With { $pairs } pairs of days, a gap of about { $notice } or more would have shown.

## Pain first, then sleep. $effect is in the measure's own unit
insight-reverse-clear-higher = After days with more pain, { $measure } was { $effect } higher than after the others. { $pairs } pairs of days say so.
insight-reverse-clear-lower = After days with more pain, { $measure } was { $effect } lower than after the others. { $pairs } pairs of days say so.
insight-reverse-hint-higher = A first hint: after days with more pain, { $measure } was { $effect } higher. This may well disappear.
insight-reverse-hint-lower = A first hint: after days with more pain, { $measure } was { $effect } lower. This may well disappear.
insight-reverse-little = After days with more pain or less, { $measure } was much the same, as far as { $pairs } pairs of days can tell.
insight-reverse-cant-tell = No clear pattern yet from pain to { $measure }. With { $pairs } pairs of days, a gap of about { $notice } or more would have shown.

## The days and nights with a factor. $factor is the user's own name for it
insight-days-arousal = days with a busier head at bedtime
insight-days-movement = days with more minutes of movement
insight-days-movement-time = days on which movement came later
insight-days-light = days with more minutes outdoors
insight-days-with = days with “{ $factor }”
insight-days-more = days with more “{ $factor }”
insight-nights-with = nights with “{ $factor }”
insight-nights-more = nights with more “{ $factor }”

## Factors. $nights names the days or nights, $measure what came after, $effect has its unit
insight-factor-clear-higher = After { $nights }, { $measure } was { $effect } higher than after the others. The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-factor-clear-lower = After { $nights }, { $measure } was { $effect } lower than after the others. The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-factor-hint-higher = A first hint: after { $nights }, { $measure } was { $effect } higher. This may well disappear.
insight-factor-hint-lower = A first hint: after { $nights }, { $measure } was { $effect } lower. This may well disappear.
insight-factor-little = After { $nights }, { $measure } was about the same. So far { $pairs } pairs of days say so.
insight-factor-cant-tell = No clear pattern yet after { $nights }. With { $pairs } pairs of days, a gap of about { $notice } or more would have shown.

## For all of them
insight-not-enough = { $pairs ->
    [one] One pair of days so far; the comparison starts at { $needed }.
   *[other] { $pairs } pairs of days so far; the comparison starts at { $needed }.
}
insight-not-enough-sides = { $pairs } pairs of days so far, but too few of one kind to compare.
insight-allowed-for = The day before, weekends and slow change are allowed for.
insight-trap = Side by side, { $pain } on those days did differ by { $plain } points. The pain of the day before accounts for it.
insight-mirror = In your own data, shifted against itself, this or more came up { $times ->
    [0] less than once
    [one] once
   *[other] { $times } times
} in 100.
insight-warning-mood = The night and the pain on waking are written in the same moment, so a morning’s mood colours both.
insight-warning-one-value = More than half of these days share one value, so there is less to compare than it seems.
insight-warning-at-an-end = More than half of these days lie at the very end of the scale, where change is hard to see.
insight-limits = A pattern in your diary shows what went together, not why.

## Direction
insight-direction-sleep-first = In your diary, the night seems to come first: pain followed sleep, with no sign yet of the other way.
insight-direction-pain-first = In your diary, pain seems to come first: sleep followed pain, with no sign yet of the other way.
insight-direction-both = In your diary it goes both ways: pain followed sleep, and sleep followed pain.
insight-direction-cant-tell = Which of the two comes first can't be told yet.
