### Sentences beside the charts.

measure-week = Week
measure-weekday = Day of the week
measure-nights = Nights
measure-marked = Marked
trend-rescue = medicine for relief

axis-percent = { $n } %
number-unit = { $number } { $unit }
axis-yes = yes
axis-no = no

chart-consistency = Waking near your own time
chart-count = { $n }
chart-note-boxes = Each box stands for { $days } days
chart-note-bars = Bars are as wide as the number of days
chart-note-gathered = Discs also join days that lie close together

annotation-saved = The day is marked.
change-save-annotation = a mark on the charts
change-remove-annotation = removing a mark from the charts
error-label-empty = A mark needs a word or two. Nothing was changed.
error-label-long = A mark has at most { $limit } characters. Nothing was changed; a note has room for more.

chart-saved = Saved as { $file }.
error-not-written = The picture could not be saved here ({ $reason }). Nothing was written; another folder may do.
error-picture-ending = A picture is saved as .png or .svg. Nothing was written; another name will do.

## Week by week
regularity-count = { $n }
regularity-few = From seven nights on, it can be said here how much your times vary.
regularity-varied = Over { $nights } nights, your last waking varied by about ± { $wake }. The middle of the night varied by about ± { $middle }.
regularity-early = With fewer than fourteen nights this is an early look.
regularity-spread = { $median } (half the nights { $low } to { $high })

## How the night was, against pain on waking
scatter-note = A number in a disc is how many mornings it stands for
scatter-few = { $count ->
    [0] No morning has both answers yet.
    [one] One morning has both answers. A few more on either side, and they can be set side by side.
   *[other] { $count } mornings have both answers. A few more on either side, and they can be set side by side.
}
scatter-mornings = { $count ->
    [one] 1 morning
   *[other] { $count } mornings
}
scatter-sides = After nights you rated poor, the middle of pain on waking was { $poorer }. After nights you rated good, it was { $better }. This is from { $count } mornings.
scatter-sides-asleep = After nights under { $bound } asleep, the middle of pain on waking was { $less }. After the longer ones it was { $more }. This is from { $count } mornings.
scatter-sides-efficiency = After nights with efficiency under { $bound }, the middle of pain on waking was { $less }. After the others it was { $more }. This is from { $count } mornings.
scatter-between = { $low } to { $high }
scatter-note-line = Line: what is left when the morning before, weekends and slow change are allowed for; band: its 95 % range
scatter-step-quality = With each step better
scatter-step-asleep = With each hour more
scatter-step-efficiency = With each 10 percentage points more
scatter-line-lower = { $step }, the line falls by { $points } points of pain (95 % range { $low } to { $high }; { $pairs } pairs of days).
scatter-line-higher = { $step }, the line rises by { $points } points of pain (95 % range { $low } to { $high }; { $pairs } pairs of days).
scatter-line-level = { $step }, the line could fall by { $low } points of pain or rise by { $high } (95 % range; { $pairs } pairs of days). So a level line fits as well.
scatter-line-allows = It allows for pain on waking the day before, weekends and slow change. So it need not run through the middle of the dots. It shows what went together, not why.
scatter-no-line = To draw a line takes 28 pairs of days in a row, with 8 or more of them on either side.
scatter-limits = Both are answered in the same minute, and the mood of a morning can colour both.

## A calendar
calendar-note-months = Each cell stands for a month: the middle value of its days
calendar-middle-one = { $measure }: half the days lay at { $value }.
calendar-middle = { $measure }: half the days lay between { $low } and { $high }.

## By day of the week
weekdays-few = From four entries of each day of the week on, they can be set side by side.
weekdays-medians-one = { $measure }: the middle values of the seven days are all { $value }.
weekdays-medians = { $measure }: the middle values of the seven days run from { $low } to { $high }.
weekdays-median = { $median } ({ $days ->
    [one] 1 day
   *[other] { $days } days
})
weekdays-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
weekdays-limits = Small differences between days of the week are often chance.

## Waking near one's own time
consistency-inside = near your time
consistency-outside = further away
consistency-excused = left out
consistency-few = From seven awakenings on, it can be said here how many came near your own time.
consistency-of-target = Of the last { $counted } awakenings, { $inside } came within { $within } of { $time }, the time you chose.
consistency-of-usual = Of the last { $counted } awakenings, { $inside } came within { $within } of { $time }, your usual time.
consistency-left-out = Days of a flare, an illness, a journey or a rough day never count against you.
consistency-column = Near your time, of the last { $count }
