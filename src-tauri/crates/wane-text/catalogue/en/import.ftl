# What other programs' files are called, and why something of them is left out.

format-wane-json = A whole Wane diary
format-wane-csv = A table with one row per day
format-fitbit-takeout = Sleep from a Fitbit Takeout
format-apple-health = Apple Health
format-health-connect = Health Connect
format-gadgetbridge = Gadgetbridge
format-fitbit-csv = A sleep table from Fitbit
format-garmin = Sleep from Garmin
format-sleep-as-android = Sleep as Android
format-plees-tracker = Plees-tracker
format-sleepmeter = Sleepmeter
format-withings = Sleep from Withings
format-fhir = Health data in FHIR
format-open-mhealth = Sleep in Open mHealth
format-google-fit = Sleep from Google Fit
format-samsung-health = Samsung Health
format-oura = Sleep from Oura
format-oura-trends = Trends from Oura
format-whoop = Sleep from Whoop
format-sleep-cycle = Sleep Cycle
format-zepp = Sleep from Zepp or Mi Fit
format-autosleep = AutoSleep
format-bearable = Bearable
format-daylio = Scales from Daylio
format-csv = A table of your own

import-reminders = Reminders, which stay if you take this back
import-pauses = Pauses of reminders, which stay if you take this back
import-steps = Days with steps
import-heart = Days with heart rates
import-workouts = Exercise that becomes movement
import-measures-new = New in what you track
import-measures-unasked = { $names }. Wane asks for none of it.
import-measures-known = Goes to what you track
import-measures-aside = Goes to what you have put aside
import-done-updated = Brought up to date, since the day was not over before: { $count }.
import-updated = Of these, days that were not over before
import-durations = Nights without their times, shown and not kept

warning-long-deep-sleep = A very long deep sleep by the device's count; perhaps it was not worn.

skip-other-format = a file of another format; bring it in by itself
skip-other-source = the same sleep from another device
skip-cut-off = the file ends in the middle; what could be read before that comes in
skip-damaged = the file is damaged; what could be read before that comes in
skip-not-measured = marked as not measured
skip-no-interval = says how long, and not from when to when
skip-unknown-word = a word Wane does not know
skip-not-kept = nothing Wane keeps

column-role-ignore = Leave out
column-role-start = Sleep begins (date and time)
column-role-end = Sleep ends (date and time)
column-role-date = Date of waking
column-role-start-time = Sleep begins (time of day)
column-role-end-time = Sleep ends (time of day)
column-role-offset = Offset of the clock
column-role-name = Name of the row
column-role-nap = Nap: yes or no
column-role-asleep = Time asleep
column-role-in-bed = Time in bed
column-role-awake = Time awake in bed
column-role-light = Light sleep
column-role-deep = Deep sleep
column-role-rem = REM sleep
column-role-bed = Got into bed
column-role-latency = Time to fall asleep
column-role-awakenings = How often awake
column-role-out-of-bed = Got up
column-role-quality = How the night was, 1 to 5
column-role-pain-morning = Pain on waking, 0 to 10
column-role-pain-day = Pain of the day, 0 to 10
column-role-factor = Something I track
column-role-scales = Several things I track

column-dates-day-first = Day before month
column-dates-month-first = Month before day

column-unit-minutes = Minutes
column-unit-seconds = Seconds
column-unit-hours = Hours

error-columns-times = Wane needs to know when: a beginning and an end, or a date with something to say about it. Nothing was changed.
error-columns-twice = Two columns say they are the same. Choose one of them. Nothing was changed.

progress-idle = Nothing is going on.
progress-reading = Reading the files
progress-comparing = Looking at what your diary has already
progress-writing = Writing it into your diary
progress-left-seconds = about { $seconds } seconds left
progress-left-minutes = { $minutes ->
    [one] about a minute left
   *[other] about { $minutes } minutes left
}

error-cancelled = Stopped. Nothing was changed.

measured-times = { $source }: { $times }.
measured-nap = { $source }: a nap, { $times }, { $asleep } asleep.
measured-night = { $source }: { $times }, { $asleep } asleep.
measured-alike = { $source }: { $times }, { $asleep } asleep; your own times give { $felt }. They agree.
measured-differs = { $source }: { $times }, { $asleep } asleep; your own times give { $felt }. A device and a person often see a night differently.

source-through = { $device }, through { $format }
import-batch-from = From { $devices }
came-from = { $source }, brought in on { $day }: { $parts }.
came-from-some-day = { $source }: { $parts }.
came-night = the night
came-measured = measured sleep
came-pain = pain
came-movement = movement
came-light = time outdoors
came-factors = what you track

device-felt-few =
    { $count ->
        [one] One night has both your own times and a device's. From { $enough } nights on, what is usual stands here.
       *[other] { $count } nights have both your own times and a device's. From { $enough } nights on, what is usual stands here.
    }
device-felt-device-more = Over { $count } nights with both, the device usually counts { $median } more sleep than your own times give. Half of the nights lie between { $low } and { $high }.
device-felt-device-less = Over { $count } nights with both, the device usually counts { $median } less sleep than your own times give. Half of the nights lie between { $low } and { $high }.
device-felt-alike = Over { $count } nights with both, the device and your own times usually agree. Half of the nights lie between { $low } and { $high }.
device-felt-note = A device and a person notice different things. Your own times come first everywhere in Wane.
device-felt-more = { $duration } more
device-felt-less = { $duration } less
device-felt-same = the same
device-felt-column-date = Night ending
device-felt-column-felt = As you felt it
device-felt-column-measured = As measured
device-felt-column-difference = The device counts
device-felt-column-source = Measured by

## What devices measure all day. Names and units of what becomes something that is tracked; the second name is used where
## something else is called by the first
watch-steps = Steps
watch-steps-too = Steps, as measured
watch-steps-unit = steps
watch-resting = Resting heart rate
watch-resting-too = Resting heart rate, as measured
watch-asleep = Heart rate asleep
watch-asleep-too = Heart rate asleep, as measured
watch-heart-unit = beats a minute

## Kinds of exercise that devices tell apart. They become kinds of movement
exercise-walking = Walking
exercise-hiking = Hiking
exercise-running = Running
exercise-cycling = Cycling
exercise-swimming = Swimming
exercise-water-exercise = In the water
exercise-rowing = Rowing
exercise-elliptical = Cross trainer
exercise-stairs = Stairs
exercise-strength = Strength training
exercise-yoga = Yoga
exercise-pilates = Pilates
exercise-tai-chi = Tai chi
exercise-stretching = Stretching
exercise-dance = Dancing
exercise-sport = Sport
exercise-winter-sport = Skiing and skating
exercise-mind-and-body = Mind and body
exercise-housework = House and garden
