# What other programs' files are called, and why something of them is left out.

format-wane-json = A whole Wane diary
format-wane-csv = A table with one row per day
format-fitbit-takeout = Sleep from a Fitbit Takeout
format-apple-health = Apple Health
format-fitbit-csv = A sleep table from Fitbit
format-garmin = Sleep from Garmin
format-sleep-as-android = Sleep as Android
format-plees-tracker = Plees-tracker
format-sleepmeter = Sleepmeter
format-withings = Sleep from Withings
format-fhir = Sleep in FHIR
format-open-mhealth = Sleep in Open mHealth
format-google-fit = Sleep from Google Fit
format-samsung-health = Samsung Health
format-oura = Sleep from Oura
format-oura-trends = Trends from Oura
format-whoop = Sleep from WHOOP
format-sleep-cycle = Sleep Cycle
format-zepp = Sleep from Zepp or Mi Fit
format-autosleep = AutoSleep
format-daylio = Scales from Daylio
format-csv = A table of your own

import-steps = Days with steps, shown and not kept
import-durations = Nights without their times, shown and not kept

skip-other-format = a file of another format; bring it in by itself
skip-other-source = the same sleep from another device
skip-cut-off = the file ends in the middle; what stands before comes in
skip-not-measured = marked as not measured
skip-no-interval = says how long, and not from when to when
skip-unknown-word = a word Wane does not know
skip-not-kept = nothing Wane keeps

role-ignore = Leave out
role-start = Sleep begins (date and time)
role-end = Sleep ends (date and time)
role-date = Date of waking
role-start-time = Sleep begins (time of day)
role-end-time = Sleep ends (time of day)
role-offset = Offset of the clock
role-name = Name of the row
role-nap = Nap: yes or no
role-asleep = Time asleep
role-in-bed = Time in bed
role-awake = Time awake in bed
role-light = Light sleep
role-deep = Deep sleep
role-rem = REM sleep
role-quality = How the night was, 1 to 5
role-pain-morning = Pain on waking, 0 to 10
role-pain-day = Pain of the day, 0 to 10
role-factor = Something I track
role-scales = Several things I track

dates-day-first = Day before month
dates-month-first = Month before day

unit-minutes = Minutes
unit-seconds = Seconds
unit-hours = Hours

error-columns-times = Wane needs to know when: a beginning and an end, or a date with something to say about it. Nothing was changed.
error-columns-twice = Two columns say they are the same. Choose one of them. Nothing was changed.
