### Sentences made by the app: greetings, days, charts, reminders, imports, errors.

## Today
greeting-morning = Good morning
greeting-afternoon = Good afternoon
greeting-evening = Good evening
day-rough = a rough day
saved-morning = Saved
saved-another-sleep = Kept as another sleep of this day. The night that was there stays as it was.
saved-evening = Saved
saved-rough = Marked as a rough day. That counts as an entry.
saved-not-rough = No longer marked as a rough day
saved-light = Noted
saved-visit = Visit marked

## The night in words. $asleep and $time are durations, $percent a percentage
night-asleep-efficiency = { $asleep } asleep, { $percent } of the time you were trying
night-asleep = { $asleep } asleep
night-in-bed = { $time } in bed

## Questions about a night. They are asked, and nothing is held back
question-lights-out-before-bed = Trying to sleep comes before getting into bed here. Is that how it was?
question-final-wake-before-lights-out = Waking up comes before trying to sleep here. Could one of the two be different?
question-out-of-bed-before-final-wake = Getting up comes before waking here. Could one of the two be different?
question-time-in-bed-over-16h-check-am-pm = That is more than 16 hours in bed. Could morning and evening be swapped?
question-sol-plus-waso-exceed-time-available = The minutes awake add up to more than the night had. Could one of them be shorter?
question-tasafa-exceeds-wake-to-rise = Trying to sleep after waking takes longer here than the time until getting up. Could one be different?
question-awake-minutes-without-awakenings = There are minutes awake, but no awakenings. Was there at least one?
question-night-in-the-future = Part of this night has not come yet. Is the date right?
question-another-sleep = This night is some time ago. Have you slept since? That can be another sleep of this day.
question-overlaps-another-night = Another night in the diary covers some of the same hours. Are both right?
question-ambiguous-time = The clock showed this time twice that night. Which one was it?

## Morning light
light-no-place = Sun times need a place. You can set one in Settings; it stays on this machine.
light-polar-night = The sun stays down today. Bright room lights after waking can take its place.
light-sun-up = Sun-up is at { $time }. Time outdoors in the morning supports the body clock.
light-always-up = The sun stays up today. Time outdoors in the morning supports the body clock.
light-window = Sun-up is at { $time }. Twenty to thirty minutes outdoors are a good amount, a little longer under cloud.
light-window-always-up = The sun stays up today. Twenty to thirty minutes outdoors are a good amount, a little longer under cloud.
light-after-sunset = The sun is down for today. Daylight tomorrow counts just as much.

## Tonight
tonight-none = No wind-down is planned.
tonight-wind-down = Wind-down, then bed around { $time }.
tonight-skipped = Not tonight. That is fine.

## Undo. $what names a change
undo-text = Undo: { $what }
redo-text = Redo: { $what }
undone = Taken back: { $what }
redone = Brought back: { $what }
nothing-to-undo = There is nothing to take back.
nothing-to-redo = There is nothing to bring back.
change-save-morning = morning
change-save-evening = evening
change-rough-day = rough day
change-log-light = time outdoors
change-log-movement = movement
change-log-nap = nap
change-log-medicine = medicine
change-save-note = note
change-settings = settings
change-first-run = first answers
change-visit = visit
change-import = import
change-import-undo = taking back an import
change-sample = sample diary
change-undo = an undo
change-other = the last change

## Days of a month, for screen readers
month-day-rough = { $date }, a rough day
month-day-both = { $date }, morning and evening
month-day-morning = { $date }, morning
month-day-evening = { $date }, evening
month-day-empty = { $date }

## Measures
measure = Measure
measure-date = Date
measure-day = Day
measure-source = Entry
measure-asleep = Time asleep
measure-efficiency = Efficiency
measure-quality = Quality
measure-pain-morning = Pain on waking
measure-pain-evening = Pain in the evening
measure-bed = Into bed
measure-onset = Asleep about
measure-final-wake = Woke for good
measure-out-of-bed = Out of bed
source-device = from a device
source-recalled = filled in later

## Charts
axis-hours = { $n } h
span-flare = flare
span-illness = illness
span-journey = journey
chart-nothing-yet = Nothing to draw yet. The first saved morning makes the first dot.
chart-no-entry = no entry
chart-coverage = { $days ->
    [one] { $with } of 1 day has an entry.
   *[other] { $with } of { $days } days have an entry.
}
chart-recalled = { $count ->
    [one] One was filled in later.
   *[other] { $count } were filled in later.
}
chart-device = { $count ->
    [one] One night comes from a device.
   *[other] { $count } nights come from a device.
}
chart-aggregated = Each mark here stands for { $days } days: their middle value, and the range around it.
chart-note-aggregated = Each mark stands for { $days } days
chart-note-rows = Each row stands for { $days } days
trend-asleep-one = Most nights brought about { $value } of sleep.
trend-asleep = Most nights brought { $low } to { $high } of sleep.
trend-pain-morning = Pain on waking was mostly { $low } to { $high }.
trend-pain-morning-one = Pain on waking was mostly { $value }.
trend-pain-evening = Pain in the evening was mostly { $low } to { $high }.
trend-pain-evening-one = Pain in the evening was mostly { $value }.
trend-few-days = A few more days, and the usual range can be named.
raster-usual = Bed was usually around { $bed }, and the last waking around { $wake }.
raster-wake-spread = Half of the wake times lay within { $within } of that.
raster-few-nights = A few more nights, and the usual times can be named.
raster-nothing-yet = No night to draw yet. Bed and wake times from the morning entry appear here.

## Two stretches of days side by side
compare-title = { $before } and { $now }
compare-medians = { $measure }: middle value { $before } then, { $now } now.
compare-limits = Days differ for many reasons, and chance is one of them.
compare-few-days = There are too few days on one side to set them side by side yet.
compare-spread = { $days ->
    [one] { $median } (1 day)
   *[other] { $median } (half the days { $low } to { $high }; { $days } days)
}

## Reminders
reminder-wind-down = Wind-down
reminder-bedtime = Bedtime
reminder-morning-light = Morning light
reminder-morning-check-in = Morning questions
reminder-evening-check-in = Evening questions
reminder-movement = Movement
why-clock-time = the time you chose
why-moved-by-gap = the time you chose, moved because the clock goes forward
why-after-waking = a quarter of an hour after waking
why-at-sunrise = at sun-up
why-dark-winter-lamp = after waking; no sun-up that day, so room lights
day-tonight = Tonight
day-today = Today
day-tomorrow = Tomorrow
notice-title = Wane
notice-quiet-wind-down = Your evening time has come.
notice-quiet-bedtime = The time you chose has come.
notice-quiet-morning-light = It is light outside.
notice-quiet-morning-check-in = A moment for this morning, if you like.
notice-quiet-evening-check-in = A moment for this evening, if you like.
notice-quiet-movement = A moment to move a little, if you like.
notice-quiet-own = Your reminder is here.
notice-plain-wind-down = Wind-down: something gentle before bed.
notice-plain-bedtime = Bedtime, when you are sleepy.
notice-plain-morning-light = Daylight: a little time outdoors supports the body clock.
notice-plain-morning-check-in = How was the night? Two taps are enough.
notice-plain-evening-check-in = How was the day? Two taps are enough.
notice-plain-movement = Movement: the amount that feels just right.
notice-test = This is what a reminder looks like.
test-accepted = { $service } took the notification. If you saw nothing, look for “do not disturb” on this computer.
test-refused = No notification could be shown ({ $reason }). Reminders wait in the inbox here, and none is lost.
inbox-shown = Shown at { $time }, { $day }
inbox-missed = Was due at { $time }, { $day }; it could not be shown in time
inbox-undelivered = Was due at { $time }, { $day }; no notification could be shown
health-checked-seconds = Last check { $seconds } s ago.
health-checked = Last check { $time } ago.
health-never-checked = Reminders have not been checked yet.
health-next = Next: { $title }, { $day }, { $time } ({ $zone }).
health-no-next = Nothing is planned for the coming days.
health-accepted = Last accepted by { $service } at { $time }, { $day }.

## Places
place-own = Your place: { $place }
place-of-zone = { $zone }: { $place }
place-unknown = No place is known, so there are no sun times.
degrees-north = { $degrees }° north
degrees-south = { $degrees }° south
degrees-east = { $degrees }° east
degrees-west = { $degrees }° west

## Data and import
data-counts = { $nights } nights and { $ratings } pain ratings, { $range }.
data-counts-device = { $nights } nights and { $ratings } pain ratings, { $range }. { $device } nights came from devices.
data-empty = The diary is empty.
import-batch = { $format }, { $day } at { $time }: { $new } new
import-format = Format
import-column = Column “{ $name }”
import-column-minutes = { $role }, in minutes
import-column-seconds = { $role }, in seconds
import-column-hours = { $role }, in hours
import-sleeps = Sleeps found
import-ratings = Pain ratings found
import-new = New
import-same = Already in the diary
import-conflict = Different in the diary, which is kept
import-factors = Becomes something you track
import-done = { $new } came in. { $same } were there already. { $conflict } differ, and your own entries stay.
import-nothing-new = Nothing new: { $same } were there already, and nothing was changed.
import-nothing-there = There was nothing to bring in, and nothing was changed.
import-left-out = Left out: { $count }; the preview says which and why.
skip-in-column = { $why } (column “{ $column }”)
skip-at-lines = { $why }; at { $lines }
skip-file = “{ $file }”: { $why }
skip-not-recognised = not a format Wane reads
skip-field-count = more or fewer fields than columns
skip-not-text = not text in UTF-8
skip-unclosed-quote = a quotation mark is never closed
skip-not-a-date = not a date
skip-date-out-of-range = a date before 1900 or after 2200
skip-duplicate-date = a date that was there before; the first row counts
skip-not-a-time = not a time of day
skip-not-a-number = not a number
skip-not-whole = not a whole number
skip-out-of-range = outside its range
skip-text-column = a column of words
skip-unnamed-column = a column without a name
skip-repeated-column = a second column of the same name
skip-not-a-record = not a record
skip-missing-field = a needed field is missing
skip-ends-before-start = ends when it starts, or earlier
skip-too-long = longer than it can be
warning-on-days = { $what } ({ $dates })
warning-long-sleep = More than 14 hours asleep by the device's count.
warning-long-interval = More than 16 hours from start to end.
warning-asleep-over-in-bed = More minutes asleep than in bed, or than from start to end.
warning-clock-change = The clock changed that night; the time that really passed is used.
warning-in-bed-disagrees = The device's minutes in bed differ from its own start and end; start and end are used.
warning-wake-date-disagrees = The file's date is not the date of waking; the waking is used.
warning-duplicate-differs = Two records of one name differ; the newer one is used, or else the longer one.
warning-several-nights = The device calls more than one sleep of that date the night.
warning-local-times = The times in this archive are those of the local clock; exact times beside them show it, and they are read so.

## The sample diary
sample-factor = late coffee
sample-annotation = started physio

## Errors: what happened, what was kept, what to do
error-bad-input = Wane could not read “{ $field }”. Nothing was changed; please check it and try again.
error-bad-time = “{ $field }” is not a date or time Wane can read. Nothing was changed; times look like 23:05 and dates like 2026-03-14.
error-off-scale = “{ $field }” goes from { $low } to { $high }. Nothing was changed.
error-future = That day has not come yet. Nothing was changed.
error-not-found = Wane could not find the { $what }. Nothing was changed.
error-unsupported = This cannot be done here ({ $what }). Nothing was changed.
error-file = The file could not be read: { $reason }. Nothing was changed.
error-internal = Something went wrong inside Wane ({ $place }). What was saved before is safe.
error-in-use = Wane is already open with this diary, perhaps in the background. What it saved is safe; use that window, or quit it first.
error-newer = This diary was written by a newer Wane. It was not touched; please update Wane to open it.
error-not-a-diary = There is a file here that Wane did not make. It was not touched; please choose another folder.
error-damaged = The diary file was damaged. It was moved to { $folder } and kept whole, so that it can be recovered. The next start begins with an empty diary.
error-read-only = The diary cannot be written to. What was saved before is safe; please check the folder's permissions.
error-read-only-folder = Wane may not write to the diary's folder. What was saved before is safe; please check the folder's permissions.
error-full = The disk is full, so this was not saved. Everything saved before is safe; please free some space and save again.
error-store = The diary could not be read or written ({ $reason }). What was saved before is safe; please try again.
error-open = The diary could not be opened ({ $reason }). It was not touched.
