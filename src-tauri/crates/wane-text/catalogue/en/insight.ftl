### Insights: what one diary can say, and how sure anyone can be. Nothing here says what brings about what.
### $pairs and $needed count pairs of days, $low, $high and $notice are points of pain or the measure's own unit.

## Names in a sentence
insight-se-dse = sleep efficiency
insight-tst-min = time asleep
insight-sol-min = time to fall asleep
insight-waso-min = time awake in the night

## Sleep first, then pain. $measure is a name, $below and $rest are its averages, $effect is in points
insight-forward-clear-more = After nights with less { $measure } (about { $below } against { $rest }), pain was { $effect } points higher than after other nights. The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-clear-less = After nights with less { $measure } (about { $below } against { $rest }), pain was { $effect } points lower than after other nights. The 99 % range is { $low } to { $high }. { $pairs } pairs of days say so.
insight-forward-hint-more = A first hint: after nights with less { $measure }, pain was { $effect } points higher. This may well disappear.
insight-forward-hint-less = A first hint: after nights with less { $measure }, pain was { $effect } points lower. This may well disappear.
insight-forward-little = Nights with more or less { $measure } went along with much the same pain, as far as { $pairs } pairs of days can tell.
insight-forward-cant-tell = No clear pattern yet for { $measure }. With { $pairs } pairs of days, only gaps of about { $notice } points or more would have shown.

## Pain first, then sleep
insight-reverse-clear = Days with more pain and the { $measure } of the night after went together. { $pairs } pairs of days say so.
insight-reverse-hint = A first hint: days with more pain and the { $measure } of the night after went together. This may well disappear.
insight-reverse-little = After days with more pain or less, { $measure } was much the same, as far as { $pairs } pairs of days can tell.
insight-reverse-cant-tell = No clear pattern yet from pain to { $measure }. There are { $pairs } pairs of days.

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
insight-trap = Without that, the two would seem to go together by { $plain } points. The pain of the day before accounts for it.
insight-mirror = In your own data, shifted against itself, this or more came up { $times } times in 100.
insight-limits = A pattern in your diary shows what went together, not why.

## Direction
insight-direction-sleep-first = In your diary, the night seems to come first: pain followed sleep, and sleep did not follow pain.
insight-direction-pain-first = In your diary, pain seems to come first: sleep followed pain, and pain did not follow sleep.
insight-direction-both = In your diary it goes both ways: pain followed sleep, and sleep followed pain.
insight-direction-cant-tell = Which of the two comes first can't be told yet.
