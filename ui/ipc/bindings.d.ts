// The surface of the diary, generated from the command table; `cargo xtask bindings` writes it anew.

/**
 * How the window should look now.
 */
export type Appearance = { 
/**
 * `day`, `evening` or `contrast`: also the palette for charts.
 */
theme: ChartTheme, 
/**
 * Seconds until the theme should be asked for again.
 */
again_in_s: number, 
/**
 * Text size as a factor.
 */
text_scale: number, };

/**
 * What an import will change, in records of days.
 */
export type Changes = { 
/**
 * Not in the diary yet.
 */
new: number, 
/**
 * Already there, unchanged.
 */
same: number, 
/**
 * Already there and different: the diary's own entry is kept.
 */
conflict: number, };

/**
 * One day's place in a chart and its values in words.
 */
export type ChartDay = { 
/**
 * The day.
 */
date: string, 
/**
 * Left edge of the area that reads this day, in the picture's own units.
 */
x: number, 
/**
 * Top edge.
 */
y: number, 
/**
 * Width.
 */
w: number, 
/**
 * Height.
 */
h: number, 
/**
 * The day in words.
 */
date_text: string, 
/**
 * Its values in words, such as ("Time asleep", "7 h 15").
 */
values: Array<NamedText>, };

/**
 * Which chart.
 */
export type ChartName = "trend" | "raster";

/**
 * A chart to draw.
 */
export type ChartRequest = { 
/**
 * Which chart.
 */
name: ChartName, 
/**
 * Which days, unless `from` and `to` say.
 */
range: Range, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Width in CSS pixels, 320–2400.
 */
width: number, 
/**
 * Colours.
 */
theme: ChartTheme, 
/**
 * Text size as a factor, 1–2.
 */
text_scale: number, 
/**
 * Also compare with the stretch of the same length just before.
 */
compare: boolean, };

/**
 * Colours of a chart.
 */
export type ChartTheme = "day" | "evening" | "contrast" | "print";

/**
 * A drawn chart.
 */
export type ChartView = { 
/**
 * Which chart.
 */
name: ChartName, 
/**
 * The picture, SVG.
 */
svg: string, 
/**
 * Its width in CSS pixels.
 */
width: number, 
/**
 * Its height in CSS pixels.
 */
height: number, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * "1 February – 14 March 2026".
 */
range_text: string, 
/**
 * Where each day lies and what it says, in order; the window reads days by pointer and by arrow keys.
 */
days: Array<ChartDay>, 
/**
 * What the chart shows, in plain words.
 */
sentence: string, 
/**
 * The same numbers as a table.
 */
table: Table, 
/**
 * How this stretch compares with the one before, if asked for.
 */
comparison: Comparison | null, 
/**
 * Nothing to draw yet.
 */
empty: boolean, };

/**
 * Circular mean and standard deviation, in minutes after local midnight.
 */
export type ClockSpread = { 
/**
 * How many nights.
 */
n: number, 
/**
 * Mean.
 */
mean_min: number | null, 
/**
 * Standard deviation.
 */
sd_min: number | null, };

/**
 * A reminder to come, in words.
 */
export type Coming = { 
/**
 * Which kind.
 */
kind: string, 
/**
 * Its local date.
 */
local_date: string, 
/**
 * "tonight", "tomorrow", or the day.
 */
day_text: string, 
/**
 * "22:15".
 */
time_text: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Why then, in words.
 */
why: string, };

/**
 * Two stretches of days side by side.
 */
export type Comparison = { 
/**
 * What the two are, in words.
 */
title: string, 
/**
 * What differs, in plain words, without a claim about why.
 */
sentence: string, 
/**
 * Medians, middle halves and counts.
 */
table: Table, };

/**
 * The Data view.
 */
export type DataView = { 
/**
 * Where the diary lies on this machine.
 */
folder: string, 
/**
 * "412 nights, 780 pain ratings … from 3 January 2025 to today."
 */
text: string, 
/**
 * Imports, newest first.
 */
imports: Array<ImportBatchView>, 
/**
 * A sample diary is being looked at.
 */
sample: boolean, };

/**
 * Which half of the day's questions.
 */
export type DayPart = "morning" | "evening";

/**
 * One day.
 */
export type DayRequest = { 
/**
 * The day; today if absent.
 */
date: string | null, };

/**
 * The records of one day, read back.
 */
export type DayView = { 
/**
 * The day.
 */
date: string, 
/**
 * The night, if there is one.
 */
night: NightFields | null, 
/**
 * Its measures.
 */
measures: NightMeasures | null, 
/**
 * 1–5.
 */
quality: number | null, 
/**
 * 0–10 on waking.
 */
pain_morning: number | null, 
/**
 * 0–10 for the day.
 */
pain_day: number | null, 
/**
 * 0–4.
 */
arousal: number | null, 
/**
 * One line.
 */
mattered: string | null, 
/**
 * Marked as rough.
 */
rough: boolean, 
/**
 * Minutes of movement.
 */
movement_min: number | null, 
/**
 * Minutes outdoors.
 */
outdoor_light_min: number | null, 
/**
 * Factors by name.
 */
factors: { [key in string]: number }, 
/**
 * Notes of the day.
 */
notes: Array<string>, 
/**
 * Made more than 48 hours later.
 */
recalled: boolean, };

/**
 * The evening check-in of one day.
 */
export type Evening = { 
/**
 * Something of it has been saved.
 */
saved: boolean, 
/**
 * 0–10 for the day.
 */
pain: number | null, 
/**
 * 0 calm … 4 racing.
 */
arousal: number | null, 
/**
 * What mattered and got done.
 */
mattered: string | null, 
/**
 * Minutes of movement.
 */
movement_min: number | null, 
/**
 * Minutes outdoors.
 */
light_min: number | null, 
/**
 * The entry was made more than 48 hours later.
 */
recalled: boolean, };

/**
 * Answers of the first run; all may be left out.
 */
export type FirstRun = { 
/**
 * Usual time in bed, `HH:MM`.
 */
bed: string | null, 
/**
 * Usual time of getting up, `HH:MM`.
 */
rise: string | null, 
/**
 * Remind of the wind-down.
 */
remind_wind_down: boolean, 
/**
 * Remind of morning light.
 */
remind_light: boolean, 
/**
 * Look around in a sample year first.
 */
sample: boolean, };

/**
 * One change to one field.
 */
export type HistoryChange = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Which kind of change.
 */
label: string, 
/**
 * Which field.
 */
field: string, 
/**
 * What it was.
 */
old: string | null, 
/**
 * What it became.
 */
new: string | null, };

/**
 * Everything that was ever written for one day.
 */
export type HistoryView = { 
/**
 * Newest first.
 */
changes: Array<HistoryChange>, };

/**
 * Names one import.
 */
export type ImportBatchRequest = { 
/**
 * Its name.
 */
id: string, };

/**
 * One import.
 */
export type ImportBatchView = { 
/**
 * Its name.
 */
id: string, 
/**
 * What it was, when, and how much, in words.
 */
text: string, 
/**
 * It has been taken back.
 */
undone: boolean, };

/**
 * What an import found and would change; the shape of `import --dry-run --json`.
 */
export type ImportPreview = { 
/**
 * `wane-csv` or `fitbit-takeout`.
 */
format: string, 
/**
 * Every sleep found.
 */
sleeps: Array<SleepFound>, 
/**
 * Steps by day; none of the present formats carries them.
 */
steps_by_day: { [key in string]: number }, 
/**
 * Counts of everything else found.
 */
other: { [key in string]: number }, 
/**
 * What was left out, and why.
 */
skipped: Array<SkippedView>, 
/**
 * What deserves a second look.
 */
warnings: Array<string>, 
/**
 * What will change.
 */
changes: Changes, 
/**
 * The same in words, for the window.
 */
summary: Array<NamedText>, 
/**
 * The zone that was assumed.
 */
home_zone: string, };

/**
 * Files to look into before anything is written.
 */
export type ImportRequest = { 
/**
 * Paths of the files.
 */
paths: Array<string>, 
/**
 * `wane-csv` or `fitbit-takeout`; recognised by content if absent.
 */
format: string | null, 
/**
 * IANA zone whose clock the files were written by; the diary's own if absent.
 */
home_zone: string | null, };

/**
 * An import that was carried out.
 */
export type Imported = { 
/**
 * What came in, in words.
 */
text: string, 
/**
 * Counts.
 */
changes: Changes, 
/**
 * Name of the batch, by which it can be undone; `null` when nothing changed.
 */
batch: string | null, };

/**
 * A reminder that was due, for the inbox.
 */
export type InboxItem = { 
/**
 * Which kind.
 */
kind: string, 
/**
 * Its local date.
 */
local_date: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What became of it, in words.
 */
text: string, 
/**
 * `shown`, `missed` or `undelivered`.
 */
state: string, };

/**
 * The card about morning light.
 */
export type LightCard = { 
/**
 * "07:10 – 08:40", or empty.
 */
window_text: string, 
/**
 * One or two sentences: sun-up, and what counts.
 */
text: string, 
/**
 * Time outdoors has been logged for the day.
 */
done: boolean, };

/**
 * Logs time in daylight.
 */
export type LogLight = { 
/**
 * The day; today if absent.
 */
date: string | null, 
/**
 * Minutes; `null` for "been out" without a number.
 */
minutes: number | null, };

/**
 * Marks a day as rough, or takes the mark back.
 */
export type MarkRough = { 
/**
 * The day; today if absent.
 */
date: string | null, 
/**
 * Rough or not.
 */
rough: boolean, };

/**
 * Regularity of a span of nights (`SCIENCE.md` 2).
 */
export type MeasuresSummary = { 
/**
 * Sleep onset.
 */
onset: ClockSpread, 
/**
 * Final awakening.
 */
final_wake: ClockSpread, 
/**
 * Midpoint.
 */
midpoint: ClockSpread, 
/**
 * Sleep regularity index.
 */
sri: SriView, 
/**
 * Social jetlag in minutes.
 */
social_jetlag_min: number | null, };

/**
 * Derived measures of a span of nights.
 */
export type MeasuresView = { 
/**
 * One entry per night with a record.
 */
nights: Array<NightMeasures>, 
/**
 * Over all felt nights of the span that hold together.
 */
summary: MeasuresSummary, };

/**
 * A month of days.
 */
export type Month = { 
/**
 * The month, `YYYY-MM`.
 */
month: string, 
/**
 * "March 2026".
 */
title: string, 
/**
 * The month before.
 */
previous: string, 
/**
 * The month after, unless it lies in the future.
 */
next: string | null, 
/**
 * Short names of the weekdays in the order of the columns.
 */
weekdays: Array<string>, 
/**
 * Column of the first day, from 0.
 */
first_column: number, 
/**
 * Its days in order.
 */
days: Array<MonthDay>, };

/**
 * One day of a month.
 */
export type MonthDay = { 
/**
 * The day.
 */
date: string, 
/**
 * Number in the month.
 */
number: number, 
/**
 * What a screen reader says, such as "Saturday, 14 March, morning and evening".
 */
text: string, 
/**
 * The morning has an entry.
 */
morning: boolean, 
/**
 * The evening has an entry.
 */
evening: boolean, 
/**
 * The day was marked as rough.
 */
rough: boolean, 
/**
 * It has not come yet.
 */
future: boolean, };

/**
 * A month, to jump to any of its days.
 */
export type MonthRequest = { 
/**
 * The month, `YYYY-MM`.
 */
month: string, };

/**
 * The morning check-in of one day.
 */
export type Morning = { 
/**
 * Something of it has been saved.
 */
saved: boolean, 
/**
 * The saved night; all `null` when nothing was saved.
 */
night: NightFields, 
/**
 * What is saved, completed by the user's usual night moved to fit it; never saved unless confirmed.
 * `null` once the night has both its ends, or while nothing is usual yet.
 */
suggested: NightFields | null, 
/**
 * 1 very poor … 5 very good.
 */
quality: number | null, 
/**
 * 0–10 on waking.
 */
pain: number | null, 
/**
 * What the night comes to, for the saved or else the suggested times.
 */
summary: NightSummary, 
/**
 * The entry was made more than 48 hours later.
 */
recalled: boolean, };

/**
 * A name and a text.
 */
export type NamedText = { 
/**
 * The name.
 */
name: string, 
/**
 * The text.
 */
text: string, };

/**
 * A night drawn as a bar; all in minutes elapsed since the bar's left edge.
 */
export type NightBar = { 
/**
 * Length of the whole bar.
 */
length_min: number, 
/**
 * From getting into bed to getting up.
 */
in_bed: Stretch | null, 
/**
 * From falling asleep to the final awakening.
 */
asleep: Stretch | null, 
/**
 * Clock marks below the bar.
 */
ticks: Array<Tick>, };

/**
 * The clock times and minutes of one night, as a form holds them.
 */
export type NightFields = { 
/**
 * Got into bed, `HH:MM`.
 */
bed: string | null, 
/**
 * Tried to sleep, `HH:MM`.
 */
lights_out: string | null, 
/**
 * Minutes to fall asleep.
 */
sol_min: number | null, 
/**
 * Number of awakenings.
 */
nwak: number | null, 
/**
 * Minutes awake in the night.
 */
waso_min: number | null, 
/**
 * Final awakening, `HH:MM`.
 */
final_wake: string | null, 
/**
 * Minutes trying to sleep after the final awakening.
 */
tasafa_min: number | null, 
/**
 * Out of bed, `HH:MM`.
 */
out_of_bed: string | null, 
/**
 * On the night the clock is put back: names of the time fields that mean the second of two equal readings.
 */
second_reading: Array<string>, };

/**
 * Derived measures of one night (`SCIENCE.md` 1.2); minutes and percent.
 */
export type NightMeasures = { 
/**
 * Local date of the final awakening.
 */
wake_date: string, 
/**
 * Time in bed.
 */
tib_min: number | null, 
/**
 * Sleep period.
 */
spt_min: number | null, 
/**
 * Total sleep time.
 */
tst_min: number | null, 
/**
 * Duration of the sleep episode, the denominator that leaves out resting in bed.
 */
dse_min: number | null, 
/**
 * Terminal wakefulness.
 */
twak_min: number | null, 
/**
 * Sleep efficiency over time in bed.
 */
se_tib: number | null, 
/**
 * Sleep efficiency over the sleep episode.
 */
se_dse: number | null, 
/**
 * Sleep onset, RFC 3339.
 */
onset: string | null, 
/**
 * Midpoint of the sleep period, RFC 3339.
 */
midpoint: string | null, 
/**
 * `felt` for the diary, `device` where only a device has this night.
 */
source: string, 
/**
 * Names of questions the entry raises.
 */
questions: Array<string>, };

/**
 * What a night comes to, as far as its fields tell.
 */
export type NightSummary = { 
/**
 * "7 h 15 asleep, 90 % of the time you were trying"; empty when it cannot be said.
 */
text: string, 
/**
 * Questions about fields that do not go together; never a hindrance to saving.
 */
questions: Array<QuestionText>, 
/**
 * The night as a bar.
 */
bar: NightBar | null, 
/**
 * The night that text and bar are about: what was said, and the usual moved to fit it.
 */
night: NightFields, };

/**
 * A request without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * Names one occurrence.
 */
export type OccurrenceRequest = { 
/**
 * Which kind.
 */
kind: string, 
/**
 * Its local date; the one now in its window, or else today's, if absent.
 */
local_date: string | null, };

/**
 * One occurrence, as `reminders plan --json` prints it.
 */
export type OccurrenceView = { 
/**
 * Which kind.
 */
kind: string, 
/**
 * The local date that names it.
 */
local_date: string, 
/**
 * When it falls due.
 */
due: string, 
/**
 * End of the window in which it may be shown.
 */
until: string, 
/**
 * Why then, in words.
 */
why: string, };

/**
 * What happens when the window is closed.
 */
export type OnClose = "ask" | "stay" | "quit";

/**
 * Files the user picked; empty when the dialog was closed.
 */
export type PickedFiles = { 
/**
 * Paths.
 */
paths: Array<string>, };

/**
 * A place on Earth.
 */
export type PlaceFields = { 
/**
 * Degrees, north positive.
 */
lat: number, 
/**
 * Degrees, east positive.
 */
lon: number, };

/**
 * A span of instants.
 */
export type PlanRequest = { 
/**
 * From this instant on, RFC 3339.
 */
from: string, 
/**
 * Up to this instant, not included, RFC 3339.
 */
to: string, };

/**
 * The Plan view.
 */
export type PlanView = { 
/**
 * What comes in the next two days, in order.
 */
coming: Array<Coming>, 
/**
 * The rules.
 */
rules: Array<RuleView>, 
/**
 * The user's own times.
 */
targets: TargetsView, 
/**
 * What waits in the inbox, newest first.
 */
inbox: Array<InboxItem>, 
/**
 * "Last check 12 s ago. Next: 22:15, Europe/Berlin. Last accepted by dunst at 22:15 on 14 March."
 */
health: Array<string>, };

/**
 * The fields of a night being edited, to be summed up and questioned before they are saved.
 *
 * With `touched`, the other fields count as suggestions only, and the answer's `night` moves them to fit what was said.
 */
export type PreviewNight = { 
/**
 * The wake date; today if absent.
 */
date: string | null, 
/**
 * The night.
 */
night: NightFields, 
/**
 * Names of the fields that the person has said; `null` if all of them were.
 */
touched: Array<string> | null, };

/**
 * A question about an entry.
 */
export type QuestionText = { 
/**
 * Stable name, as in the domain's checks.
 */
code: string, 
/**
 * The question in words.
 */
text: string, };

/**
 * Which days a chart shows.
 */
export type Range = "two-weeks" | "six-weeks" | "three-months" | "year" | "all" | "since-visit";

/**
 * One reminder rule.
 */
export type RuleView = { 
/**
 * `wind-down`, `bedtime`, `morning-light`, `morning-check-in`, `evening-check-in`, `movement`, or the user's own name.
 */
kind: string, 
/**
 * What it is called, in words.
 */
title: string, 
/**
 * Whether it fires.
 */
enabled: boolean, 
/**
 * Local time on each weekday, Monday first; `null` on days without.
 */
times: Array<string | null>, 
/**
 * `device`, or the IANA zone whose clock is always meant.
 */
zone: string, 
/**
 * Minutes after due within which it may still be shown.
 */
grace_min: number, };

/**
 * A sample diary to look around in.
 */
export type SampleRequest = { 
/**
 * How many days, up to today.
 */
days: number, 
/**
 * The same seed gives the same diary.
 */
seed: number, };

/**
 * What an evening check-in says.
 */
export type SaveEvening = { 
/**
 * The day; today if absent.
 */
date: string | null, 
/**
 * 0–10.
 */
pain: number | null, 
/**
 * 0–4.
 */
arousal: number | null, 
/**
 * One line.
 */
mattered: string | null, 
/**
 * Minutes of movement.
 */
movement_min: number | null, 
/**
 * Minutes outdoors.
 */
light_min: number | null, 
/**
 * Absent answers leave what the diary already has; otherwise they take it back.
 */
keep_absent: boolean, };

/**
 * What a morning check-in says. An absent answer is a missing one, unless `keep_absent`.
 */
export type SaveMorning = { 
/**
 * The wake date; today if absent.
 */
date: string | null, 
/**
 * The night.
 */
night: NightFields, 
/**
 * 1–5.
 */
quality: number | null, 
/**
 * 0–10.
 */
pain: number | null, 
/**
 * Absent answers leave what the diary already has; otherwise they take it back.
 */
keep_absent: boolean, };

/**
 * Something was saved.
 */
export type Saved = { 
/**
 * "Saved", or what was done, in words.
 */
text: string, 
/**
 * The day as it now is.
 */
today: Today, };

/**
 * Sets one rule.
 */
export type SetRule = { 
/**
 * Which.
 */
kind: string, 
/**
 * Whether it fires.
 */
enabled: boolean, 
/**
 * Local time on each weekday, Monday first; `null` for days without. `null` altogether keeps the times.
 */
times: Array<string | null> | null, };

/**
 * The user's own times, from which the wind-down and bedtime reminders follow.
 */
export type SetTargets = { 
/**
 * About when the user wants to be in bed, on each weekday, Monday first.
 */
bed: Array<string | null>, 
/**
 * About when the user wants to get up, `HH:MM`.
 */
rise: string | null, 
/**
 * Minutes of wind-down before bed, 5–120.
 */
lead_min: number, };

/**
 * What the user has chosen.
 */
export type Settings = { 
/**
 * The theme.
 */
theme: ThemeChoice, 
/**
 * Text size as a factor, 1–2.
 */
text_scale: number, 
/**
 * The user's place, if set.
 */
place: PlaceFields | null, 
/**
 * Remind of room lights on days without sunrise.
 */
dark_winter_lamp: boolean, 
/**
 * Notifications name what they are about; off by default, since lock screens show them.
 */
plain_notifications: boolean, 
/**
 * What closing the window does.
 */
on_close: OnClose, };

/**
 * The settings view.
 */
export type SettingsView = { 
/**
 * What the user has chosen.
 */
settings: Settings, 
/**
 * The look that follows.
 */
appearance: Appearance, 
/**
 * "Europe/London: 51.5° north, 0.1° west", or that no place is known.
 */
place_text: string, 
/**
 * The zone of the system's clock.
 */
zone: string, 
/**
 * Where the diary lies on this machine.
 */
folder: string, 
/**
 * Version of the program.
 */
version: string, };

/**
 * Something that was left out.
 */
export type SkippedView = { 
/**
 * What, such as "row" or "column".
 */
what: string, 
/**
 * Why and where, in words, without diary content.
 */
why: string, 
/**
 * How many.
 */
count: number, };

/**
 * One sleep found in a file.
 */
export type SleepFound = { 
/**
 * RFC 3339; the time of falling asleep or the start of the record; `null` if the file does not say.
 */
start: string | null, 
/**
 * RFC 3339; the final awakening or the end of the record.
 */
end: string | null, 
/**
 * `night` or `nap`.
 */
kind: string, 
/**
 * Local date of the awakening.
 */
wake_date: string, 
/**
 * Minutes asleep.
 */
asleep_min: number | null, 
/**
 * Minutes in bed.
 */
in_bed_min: number | null, 
/**
 * Minutes awake.
 */
awake_min: number | null, 
/**
 * Minutes per stage, if the file has stages.
 */
stages_min: { [key in string]: number } | null, 
/**
 * Which source: the format's name.
 */
source: string, };

/**
 * Asks to be reminded again a little later.
 */
export type SnoozeRequest = { 
/**
 * Which kind.
 */
kind: string, 
/**
 * Its local date; the one now in its window if absent.
 */
local_date: string | null, 
/**
 * Minutes from now.
 */
minutes: number, };

/**
 * A span of days, both included; everything where absent.
 */
export type SpanRequest = { 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

/**
 * Sleep regularity index.
 */
export type SriView = { 
/**
 * −100 … 100; `null` below five valid pairs of days.
 */
value: number | null, 
/**
 * Valid pairs of days.
 */
day_pairs: number, };

/**
 * Everything the window needs for its first picture, in one answer.
 */
export type Start = { 
/**
 * BCP 47 tag of the language in use.
 */
locale: string, 
/**
 * Every fixed text of the window by its message name; `{name}` marks where a value goes.
 */
texts: { [key in string]: string }, 
/**
 * Theme, text size and motion.
 */
appearance: Appearance, 
/**
 * What the user has chosen.
 */
settings: Settings, 
/**
 * The diary is new: ask the three questions of the first run.
 */
first_run: boolean, 
/**
 * Today's view.
 */
today: Today, };

/**
 * What the first picture should be drawn for.
 */
export type StartRequest = { 
/**
 * Width in CSS pixels for the small two-week chart.
 */
chart_width: number, };

/**
 * A stretch of minutes.
 */
export type Stretch = { 
/**
 * Where it begins.
 */
from_min: number, 
/**
 * Where it ends.
 */
to_min: number, };

/**
 * Where and when to ask the sun.
 */
export type SunRequest = { 
/**
 * The local date.
 */
date: string, 
/**
 * Latitude in degrees, north positive; else the user's place, else the zone's own.
 */
lat: number | null, 
/**
 * Longitude in degrees, east positive.
 */
lon: number | null, };

/**
 * Sun times of one local date; `null` where the event does not occur.
 */
export type SunView = { 
/**
 * Upper edge of the sun on the horizon, rising.
 */
sunrise: string | null, 
/**
 * Upper edge of the sun on the horizon, setting.
 */
sunset: string | null, 
/**
 * Sun 6° below the horizon, rising.
 */
civil_dawn: string | null, 
/**
 * Sun 6° below the horizon, setting.
 */
civil_dusk: string | null, };

/**
 * A table with its headings; every chart has one made from the same numbers.
 */
export type Table = { 
/**
 * Headings, the first one for the row's own name.
 */
columns: Array<string>, 
/**
 * Rows of ready texts; an empty text is a missing value.
 */
rows: Array<Array<string>>, };

/**
 * The user's own times.
 */
export type TargetsView = { 
/**
 * About when to be in bed, on each weekday, Monday first.
 */
bed: Array<string | null>, 
/**
 * About when to get up.
 */
rise: string | null, 
/**
 * Minutes of wind-down before bed.
 */
lead_min: number, };

/**
 * What "show me one now" found out.
 */
export type TestResult = { 
/**
 * The notification service accepted it.
 */
accepted: boolean, 
/**
 * What happened, in words.
 */
text: string, };

/**
 * Which theme the user has pinned.
 */
export type ThemeChoice = "auto" | "day" | "evening" | "contrast";

/**
 * A labelled mark.
 */
export type Tick = { 
/**
 * Where it stands.
 */
at_min: number, 
/**
 * Its label.
 */
text: string, };

/**
 * One day, as Today shows it. Any day can be shown.
 */
export type Today = { 
/**
 * The day shown.
 */
date: string, 
/**
 * The day in words, such as "Saturday, 14 March".
 */
date_text: string, 
/**
 * The day before, and the day after unless that lies in the future.
 */
previous: string, 
/**
 * See `previous`.
 */
next: string | null, 
/**
 * Whether it is the present day.
 */
is_today: boolean, 
/**
 * "Good morning", or the day in words for another day.
 */
greeting: string, 
/**
 * Which check-in to open: `morning` until mid-afternoon, then `evening`.
 */
part: DayPart, 
/**
 * The morning's answers.
 */
morning: Morning, 
/**
 * The evening's answers.
 */
evening: Evening, 
/**
 * The day was marked as rough.
 */
rough: boolean, 
/**
 * The small trend of the last two weeks; `null` while there is nothing to draw.
 */
two_weeks: ChartView | null, 
/**
 * Morning light.
 */
light: LightCard, 
/**
 * Tonight.
 */
tonight: TonightCard, 
/**
 * Reminders waiting in the inbox.
 */
inbox: Array<InboxItem>, 
/**
 * What `undo` would take back, in words, such as "Undo: morning saved"; `null` when there is nothing.
 */
undo_text: string | null, 
/**
 * What `redo` would bring back.
 */
redo_text: string | null, 
/**
 * A sample diary is being looked at.
 */
sample: boolean, };

/**
 * The card about tonight.
 */
export type TonightCard = { 
/**
 * "22:15", or empty when no wind-down is planned.
 */
time_text: string, 
/**
 * One or two sentences.
 */
text: string, 
/**
 * Tonight's wind-down was skipped by the user.
 */
skipped: boolean, 
/**
 * There is a wind-down tonight that can be skipped; its local date.
 */
can_skip: string | null, };

/**
 * An undo or a redo, done.
 */
export type Undone = { 
/**
 * What was taken back or brought back, in words; that there was nothing, if there was nothing.
 */
text: string, 
/**
 * The day it mostly touched, or today.
 */
today: Today, };

/** Every command: what it takes and what it gives. */
export interface Commands {
  /** Everything the window needs for its first picture. */
  start: { request: StartRequest; response: Start };
  /** The window has painted its first picture. */
  painted: { request: Nothing; response: Nothing };
  /** One day, as the Today view shows it. */
  today: { request: DayRequest; response: Today };
  /** A month of days, to jump to any of them. */
  month: { request: MonthRequest; response: Month };
  /** Sums up and questions a night before it is saved. */
  preview_night: { request: PreviewNight; response: NightSummary };
  /** Saves a morning check-in, keeping the earlier revision. */
  save_morning: { request: SaveMorning; response: Saved };
  /** Saves an evening check-in, keeping the earlier revision. */
  save_evening: { request: SaveEvening; response: Saved };
  /** Marks a day as rough with one key, or takes the mark back. */
  mark_rough: { request: MarkRough; response: Saved };
  /** Logs time in daylight. */
  log_light: { request: LogLight; response: Saved };
  /** Takes back the last change. */
  undo: { request: Nothing; response: Undone };
  /** Brings back what was taken back. */
  redo: { request: Nothing; response: Undone };
  /** Draws a chart. */
  chart: { request: ChartRequest; response: ChartView };
  /** Marks today as the day of a visit to the clinician, for "since the last visit". */
  mark_visit: { request: DayRequest; response: Saved };
  /** Reminders: what comes, the rules, the inbox, the health line. */
  plan: { request: Nothing; response: PlanView };
  /** Sets one reminder rule. */
  set_rule: { request: SetRule; response: PlanView };
  /** Sets the user's own bed and rise times; the wind-down and bedtime reminders follow. */
  set_targets: { request: SetTargets; response: PlanView };
  /** The user did it: the reminder need not come. */
  reminder_done: { request: OccurrenceRequest; response: PlanView };
  /** The user wants to be reminded again a little later. */
  reminder_snooze: { request: SnoozeRequest; response: PlanView };
  /** Not tonight, not today. */
  reminder_skip: { request: OccurrenceRequest; response: PlanView };
  /** Takes an item out of the inbox. */
  inbox_dismiss: { request: OccurrenceRequest; response: PlanView };
  /** Shows a notification now and says truthfully what happened. */
  test_reminder: { request: Nothing; response: TestResult };
  /** Every occurrence that falls due in a span. */
  occurrences: { request: PlanRequest; response: Array<OccurrenceView> };
  /** What is due now and has not been dealt with. */
  due: { request: Nothing; response: Array<OccurrenceView> };
  /** Sun times of one date. */
  sun: { request: SunRequest; response: SunView };
  /** What the user has chosen. */
  settings: { request: Nothing; response: SettingsView };
  /** Saves what the user has chosen. */
  save_settings: { request: Settings; response: SettingsView };
  /** How the window should look now. */
  appearance: { request: Nothing; response: Appearance };
  /** Takes the answers of the first run. */
  first_run: { request: FirstRun; response: Start };
  /** Makes a sample diary and shows it instead of the user's own, which stays untouched. */
  sample_start: { request: SampleRequest; response: Start };
  /** Removes the sample diary and goes back to the user's own. */
  sample_remove: { request: Nothing; response: Start };
  /** The Data view. */
  data: { request: Nothing; response: DataView };
  /** Lets the user pick files to import. */
  pick_files: { request: Nothing; response: PickedFiles };
  /** Looks into files and says what an import would change; writes nothing. */
  import_preview: { request: ImportRequest; response: ImportPreview };
  /** Imports files as one undoable batch. */
  import_apply: { request: ImportRequest; response: Imported };
  /** Takes back one import. */
  import_undo: { request: ImportBatchRequest; response: DataView };
  /** Derived measures of nights. */
  measures: { request: SpanRequest; response: MeasuresView };
  /** The days of a span, read back. */
  days: { request: SpanRequest; response: Array<DayView> };
  /** Everything ever written for one day. */
  history: { request: DayRequest; response: HistoryView };
  /** Ends the program, reminders included. */
  quit: { request: Nothing; response: Nothing };
  /** Closes the window; reminders keep coming. */
  close_window: { request: Nothing; response: Nothing };
}
