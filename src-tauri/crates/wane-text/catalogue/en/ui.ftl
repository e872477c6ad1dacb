### Every word of the window. Messages use variables only, no selectors: the window fills them in itself.

## The window
# Which way the language is written: ltr or rtl.
text-direction = ltr
app-name = Wane
window-title = { $view } · Wane
rail-label = Views
view-today = Today
view-trends = Trends
view-plan = Plan
view-data = Data
view-settings = Settings

## Words that stand in several places
saved = Saved
undo = Undo
redo = Redo
cancel = Cancel
close = Close
quit = Quit Wane
missing = no entry
unit-minutes = min
error-unreachable = The diary did not answer. What was saved before is safe; close Wane and open it again.
safety = { safety-line }

## Typing times and numbers
time-placeholder = --:--
time-help = A time like 23:05, 2305 or 11pm.
minutes-placeholder = –
minutes-help = Minutes like 20, or 1:15.
count-help = A number like 2.
minutes-less = Five less
minutes-more = Five more

## Today: which day
today-previous = The day before
today-next = The day after
today-back = Today
month-label = Choose a day
month-previous = The month before
month-next = The month after

## Today: the check-in
checkin-title = Check-in
checkin-parts = Part of the day
checkin-recalled = Filled in later
morning = Morning
evening = Evening
save-morning = Save morning
save-evening = Save evening
rough-day = Rough day
keys-hint-five = Keys 1 to 5 answer, Enter saves
keys-hint-ten = Keys 0 to 9 answer, 1 then 0 for 10
keys-hint-four = Keys 0 to 4 answer

quality-question = How was the night?
quality-1 = very poor
quality-2 = poor
quality-3 = so-so
quality-4 = good
quality-5 = very good
pain-morning-question = Pain on waking
pain-evening-question = Pain today, all in all
pain-ends = 0 no pain · 10 as bad as it can be
pain-lowest = no pain
pain-highest = as bad as it can be

# The night as a sentence in four parts; each holds a field that can be changed.
night-label = The night
night-bed = In bed { $field }
night-sol = asleep after { $field } min
night-waso = awake { $field } min in the night
night-up = up at { $field }
night-suggestion = Your usual times, not saved yet: change what differs, or just save.
night-details = More about the night
questions-label = Worth a second look
field-bed = Into bed
field-sol = Minutes to fall asleep
field-waso = Minutes awake in the night
field-out-of-bed = Out of bed
field-lights-out = Tried to sleep
field-nwak = Times awake
field-final-wake = Last woke up
field-tasafa = Tried to sleep on, after that
second-reading-title = The clock went back that night
second-reading = { $name } { $time }: the second time the clock showed it

arousal-question = How busy was your head this evening?
arousal-0 = calm
arousal-1 = a little busy
arousal-2 = busy
arousal-3 = very busy
arousal-4 = racing
mattered-question = What mattered and got done
field-movement = Movement
field-light = Time outdoors

## Today: the cards below
two-weeks-title = Two weeks
two-weeks-empty = Your sleep and pain will be drawn here, a dot for each day, from the first entry on.
two-weeks-sample = See a sample year
light-title = Morning light
light-been-out = Been out
light-done = You have been out
tonight-title = Tonight
tonight-skip = Not tonight
tonight-plan = Plan reminders

## Reminders that wait
inbox-title = Waiting for you
inbox-did = Did it
inbox-later = In 10 minutes
inbox-dismiss = Dismiss
inbox-act = { $act }: { $title }

## The sample year
sample-banner = You are looking at a sample year. Nothing in it is yours.
sample-remove = Remove it and start mine
sample-title = A sample year
sample-text = Look around in a made-up year to see what the pictures can show. Your own diary stays untouched, and one click removes the sample.
sample-start = Look around in a sample year

## Trends
range-label = How far back
range-two-weeks = 2 weeks
range-six-weeks = 6 weeks
range-three-months = 3 months
range-year = 1 year
range-all = All
range-since-visit = Since last visit
compare = Compare with before
visit-mark = Mark a visit today
visit-none = No visit is marked yet. Mark the day you see your physiotherapist or doctor, and this shows what came after.
trends-empty = Sleep and pain are drawn here from the first morning on.
trends-empty-act = Go to today’s check-in
chart-trend = Sleep and pain
chart-raster = Nights
chart-as-table = As a table
chart-as-picture = As a picture
chart-hint = Point at a day to read it; a click opens it.
chart-no-day = No day chosen

## Data
data-yours = Your diary
data-folder = Folder
import-title = Bring in
import-note = Files from a watch, a ring, a phone or another diary, as they come: tables, JSON, XML or the whole zip. You see what will change before anything is written.
import-pick = Choose files
import-found = What the files hold
import-reading = Reading…
import-working = Bringing in…
import-apply = Bring in
import-skipped = Left out
import-skipped-line = { $count } × { $why }
imports-title = Brought in before
import-undo = Take back
import-undo-named = Take back: { $name }
import-undone = Taken back

## Settings
settings-look = How it looks
settings-theme = Theme
theme-auto = With your day
theme-day = Day
theme-evening = Evening
theme-contrast = High contrast
theme-note = “With your day” turns to evening at your wind-down and back to day when you usually wake.
settings-size = Text size
settings-size-value = { $percent } %
settings-reminders = Reminders
settings-plain = Name what a reminder is about
settings-plain-note = When this is off, a reminder only says that it is time. Anyone can read what a lock screen shows.
settings-lamp = Suggest room lights on dark mornings
settings-lamp-note = For days when the sun rises late or not at all.
settings-place = Place
settings-place-note = Used only to work out when the sun is up. It stays on this computer.
settings-lat = Latitude
settings-lon = Longitude
settings-place-use = Use this place
settings-place-zone = Use the time zone’s place
settings-place-help = Degrees like 51.5 and -0.1: latitude from -90 to 90, longitude from -180 to 180.
settings-window = Window
settings-close = When the window is closed
close-ask = Ask me
close-stay = Keep reminders coming
close-quit = Quit
settings-about = About Wane
settings-version = Version
settings-zone = Time zone

## Closing the window
close-title = Keep reminders coming after the window closes?
close-text = Wane can stay in the background, without a window, so that wind-down and morning light still reach you. You can change this in Settings.
close-keep = Keep running

## Keys
keys-title = Keys
keyname-enter = Enter
keyname-delete = Delete
keyname-undo = Ctrl Z
keyname-redo = Ctrl Shift Z
keyname-escape = Esc
key-check-in = to the first open question of today
key-digits = answer the question in focus
key-enter = save the check-in
key-delete = take an answer back
key-rough = mark a rough day, or take the mark back
key-day = to the day before or after
key-rail = the views, in their order
key-table = from chart to table and back
key-arrows = read a chart day by day; Enter opens the day
key-undo = undo
key-redo = redo
key-back = back, without losing anything
key-help = this list

## The first run
welcome-title = Good to have you here
welcome-text = A calm, private diary for sleep and pain. Three questions, all of which can be skipped and changed later.
welcome-times = When do you usually sleep?
welcome-bed = In bed about
welcome-rise = Up about
welcome-reminders = What may Wane remind you of?
welcome-wind-down = Wind-down
welcome-wind-down-note = A quiet word in the evening, a while before bed.
welcome-light = Morning light
welcome-light-note = After waking, and never before there is daylight.
welcome-begin = How would you like to begin?
welcome-start = Start my diary
welcome-sample = Look around in a sample year
welcome-sample-note = The sample is made up, and one click removes it.
welcome-skip = Skip all of this
