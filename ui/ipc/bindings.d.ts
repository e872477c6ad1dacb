// The surface of the diary, generated from the command table; `cargo xtask bindings` writes it anew.

/**
 * When the window is amber: warm and dim, without blue.
 */
export type AmberChoice = "auto" | "always" | "off";

/**
 * What one number of the pain scale means to the person.
 */
export type Anchor = { 
/**
 * 0–10.
 */
rating: number, 
/**
 * The person's own words, such as "cannot sit for half an hour".
 */
text: string, };

/**
 * Names one mark.
 */
export type AnnotationRequest = { 
/**
 * Which.
 */
id: string, };

/**
 * A day that was marked for the charts.
 */
export type AnnotationView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * The day.
 */
date: string, 
/**
 * The day in words, with its year.
 */
date_text: string, 
/**
 * What the person calls it, such as "started physio".
 */
label: string, };

/**
 * Days that were marked for the charts, the latest first.
 */
export type Annotations = { 
/**
 * The marks.
 */
marks: Array<AnnotationView>, };

/**
 * Answers a question; it is not asked again.
 */
export type AnswerQuestion = { 
/**
 * Which reminder.
 */
kind: string, 
/**
 * It shall rest; `false` keeps it.
 */
rest: boolean, };

/**
 * How the window should look now.
 */
export type Appearance = { 
/**
 * `day`, `evening` or `contrast`: also the palette for charts.
 */
theme: ChartTheme, 
/**
 * The window is amber; charts then wear `evening`.
 */
amber: boolean, 
/**
 * Seconds until the theme should be asked for again.
 */
again_in_s: number, 
/**
 * Text size as a factor.
 */
text_scale: number, };

/**
 * Starting with the session, without a window.
 */
export type AutostartView = { 
/**
 * This desktop can be asked to; where it cannot, there is nothing to choose.
 */
available: boolean, 
/**
 * It has been asked to.
 */
enabled: boolean, };

/**
 * One noted awakening, read back.
 */
export type AwakeningView = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * What was chosen.
 */
choice: NightChoice, };

/**
 * A backup, read back from beginning to end.
 */
export type BackupReport = { 
/**
 * Which.
 */
name: string, 
/**
 * It is whole and can be restored.
 */
sound: boolean, 
/**
 * The verdict in words.
 */
text: string, 
/**
 * What it holds, kind by kind.
 */
table: Table, };

/**
 * Names one backup.
 */
export type BackupRequest = { 
/**
 * Its file's name.
 */
name: string, };

/**
 * One backup.
 */
export type BackupView = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * When, why and how large, in words.
 */
text: string, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * `daily`, `import`, `restore`, `upgrade`, `by-hand`.
 */
reason: string, 
/**
 * Size of the file.
 */
bytes: number, };

/**
 * The backups there are.
 */
export type BackupsView = { 
/**
 * When the last verified backup was made, or that there is none yet.
 */
text: string, 
/**
 * Where they lie.
 */
folder: string, 
/**
 * The backups, newest first.
 */
items: Array<BackupView>, 
/**
 * What was just done, in words; empty when nothing was.
 */
done_text: string, };

/**
 * A pair of clock times.
 */
export type BedAndRise = { 
/**
 * About when to be in bed, `HH:MM`.
 */
bed: string, 
/**
 * About when to get up, `HH:MM`.
 */
rise: string, };

/**
 * One block of a sequence.
 */
export type BlockFields = { 
/**
 * What it is.
 */
kind: BlockName, 
/**
 * Minutes, within what its kind can be.
 */
minutes: number, 
/**
 * The routine it plays, by its key; for gentle movement and stretching alone. Absent for a few ideas to choose from.
 */
routine?: string, };

/**
 * What one block of the evening is.
 */
export type BlockName = "worries" | "movement" | "stretching" | "breathing" | "body-scan" | "muscles" | "quiet";

/**
 * A kind of block, as it is offered.
 */
export type BlockOffer = { 
/**
 * What it is.
 */
kind: BlockName, 
/**
 * "Body scan".
 */
name: string, 
/**
 * What it is good for, in a few words.
 */
note: string, 
/**
 * The fewest minutes.
 */
least: number, 
/**
 * The most minutes.
 */
most: number, 
/**
 * Minutes it begins with.
 */
usual: number, 
/**
 * It can play a routine.
 */
plays: boolean, };

/**
 * Where a block of the evening under way stands.
 */
export type BlockState = "past" | "current" | "later";

/**
 * A session of breathing is over.
 */
export type BreathDone = { 
/**
 * How long it was.
 */
seconds: number, };

/**
 * A part of a breath: `in`, `more`, `hold`, `out` or `rest`.
 */
export type BreathPart = { 
/**
 * Its name.
 */
part: string, 
/**
 * Its length in milliseconds, at the rate that the session comes to.
 */
ms: number, };

/**
 * What a pacer goes by.
 */
export type BreathPlan = { 
/**
 * The parts of a breath, in their order.
 */
parts: Array<BreathPart>, 
/**
 * Breaths a minute at the beginning.
 */
from_rate: number, 
/**
 * Breaths a minute at the end, at which `parts` have their lengths.
 */
to_rate: number, 
/**
 * For so many milliseconds the rate goes evenly from the one to the other.
 */
slowing_ms: number, };

/**
 * A pattern, as it is offered.
 */
export type BreathPreset = { 
/**
 * Its name for [`Breathing`].
 */
code: string, 
/**
 * "4 in, 6 out".
 */
name: string, 
/**
 * "6 breaths a minute".
 */
rate_text: string, 
/**
 * The breath is held.
 */
holds: boolean, };

/**
 * How the pacer shows a breath.
 */
export type BreathShow = "shape" | "words" | "numbers";

/**
 * Finds the person's own pace.
 */
export type BreathTaps = { 
/**
 * Instants of taps, one at the beginning of each breath in, in milliseconds from any beginning; at least four.
 */
taps_ms: Array<number>, };

/**
 * Breathing, as the person has chosen it.
 */
export type Breathing = { 
/**
 * `4-6`, `5-5`, `5.5-5.5`, `sigh`, `4-7-8` or `box`; `null` for a rate of one's own.
 */
preset: string | null, 
/**
 * A rate of one's own, 3–12 breaths a minute.
 */
rate: number, 
/**
 * How much longer the breath out is than the breath in, 1–3; with a rate of one's own.
 */
out_per_in: number, 
/**
 * How it is shown.
 */
show: BreathShow, 
/**
 * A soft tone for each breath.
 */
sound: boolean, 
/**
 * It begins at the person's own pace and slows, by at most one breath a minute in a session.
 */
slow: boolean, 
/**
 * The person's own pace, in breaths a minute, if it was found.
 */
pace: number | null, };

/**
 * Breathing.
 */
export type BreathingView = { 
/**
 * What the person has chosen.
 */
chosen: Breathing, 
/**
 * What there is to choose from.
 */
presets: Array<BreathPreset>, 
/**
 * What the pacer goes by.
 */
plan: BreathPlan, 
/**
 * What to heed when the breath is held; empty for a pattern without holds.
 */
caution: string, 
/**
 * What is known of the person's own pace, in words.
 */
pace_text: string, 
/**
 * "6 breaths a minute": what the next session comes to.
 */
rate_text: string, 
/**
 * The same of the person's own rate, whatever a session slows to.
 */
own_rate_text: string, 
/**
 * "Undo: breathing", if there is something to undo.
 */
undo_text: string | null, 
/**
 * "Redo: breathing", if there is something to redo.
 */
redo_text: string | null, };

/**
 * A code and what it is called.
 */
export type Called = { 
/**
 * The code.
 */
code: string, 
/**
 * In words.
 */
name: string, };

/**
 * What of a day came from elsewhere, and how.
 */
export type CameFrom = { 
/**
 * The same in words.
 */
text: string, 
/**
 * The format's name, such as `apple-health`.
 */
format: string, 
/**
 * The device or program in it, in the words of the file; `null` if the file does not say.
 */
device: string | null, 
/**
 * What came: `night`, `measured`, `pain`, `movement`, `light`, `factors`.
 */
parts: Array<string>, 
/**
 * Name of the import; `null` if it is not known any more.
 */
import: string | null, 
/**
 * RFC 3339; when it came in.
 */
imported_at: string | null, };

/**
 * Cards that belong together.
 */
export type CardGroup = { 
/**
 * What they are about.
 */
title: string, 
/**
 * The cards, in the order of reading.
 */
cards: Array<CardView>, };

/**
 * The one card that Today offers by what the day's entry says.
 */
export type CardOffer = { 
/**
 * The card.
 */
card: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Why it is offered, in words.
 */
text: string, };

/**
 * Names one card.
 */
export type CardRequest = { 
/**
 * The card.
 */
card: string, };

/**
 * How strong the evidence for a card is, the strongest first.
 */
export type CardStrength = "firm" | "fair" | "thin" | "practice";

/**
 * One card, whole.
 */
export type CardView = { 
/**
 * Its name.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its text.
 */
paragraphs: Array<string>, 
/**
 * A result that speaks against it.
 */
against: string, 
/**
 * How strong the evidence is.
 */
strength: CardStrength, 
/**
 * Where it was found, one source each.
 */
sources: Array<string>, 
/**
 * The person has marked it as read.
 */
read: boolean, };

/**
 * Signs that belong together.
 */
export type CareGroup = { 
/**
 * What to do about them.
 */
title: string, 
/**
 * The signs, one sentence each.
 */
signs: Array<string>, };

/**
 * When to seek care: a list, and nothing that weighs it up.
 */
export type CareView = { 
/**
 * What the page is, in sentences.
 */
text: Array<string>, 
/**
 * The signs, the most urgent first.
 */
groups: Array<CareGroup>, 
/**
 * What else there is to say.
 */
last: string, 
/**
 * What Wane is not.
 */
safety: string, };

/**
 * What an import will change, in records of days.
 */
export type Changes = { 
/**
 * Not in the diary yet, or not as it is by now.
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
 * The day; the first of several that share a mark; `null` for an area that is not of one time, such as all Mondays.
 */
date: string | null, 
/**
 * The last day of the area.
 */
until: string | null, 
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
 * A number a day can have.
 */
export type ChartMeasure = "asleep" | "efficiency" | "quality" | "pain-morning" | "pain-evening";

/**
 * Which chart.
 */
export type ChartName = "trend" | "raster" | "regularity" | "scatter" | "calendar" | "weekdays" | "consistency" | "comparison";

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
compare: boolean, 
/**
 * What a calendar shows.
 */
measure: ChartMeasure, 
/**
 * What of the night a scatter sets against pain on waking: quality if absent, else time asleep or efficiency.
 */
against: ChartMeasure | null, 
/**
 * What a trend shows, by the names of [`ChartView::panels`]; the usual panels when there is none.
 */
panels: Array<string>, };

/**
 * Colours of a chart.
 */
export type ChartTheme = "day" | "evening" | "amber" | "contrast" | "print";

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
 * Where each day (or disc, or day of the week) lies and what it says, in order; the window reads them by pointer and by arrow keys.
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
empty: boolean, 
/**
 * What a trend can show; empty for other charts.
 */
panels: Array<PanelChoice>, 
/**
 * Where to move a trend from here.
 */
steps: RangeSteps, };

/**
 * The diary, examined.
 */
export type CheckReport = { 
/**
 * Nothing is wrong.
 */
sound: boolean, 
/**
 * The verdict in words.
 */
text: string, 
/**
 * What the diary holds, kind by kind.
 */
table: Table, };

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
 * Something that can be chosen.
 */
export type CodedText = { 
/**
 * Its stable name.
 */
code: string, 
/**
 * What it is called.
 */
text: string, };

/**
 * What the columns of a table are.
 */
export type ColumnMapping = { 
/**
 * A role for every column, in their order, by its code.
 */
roles: Array<string>, 
/**
 * `day-first` or `month-first`.
 */
dates: string, 
/**
 * What numbers of a length count: `minutes`, `seconds` or `hours`.
 */
unit: string, 
/**
 * Whether the person wrote the table, so that its nights are felt and not measured.
 */
by_hand: boolean, };

/**
 * One column.
 */
export type ColumnView = { 
/**
 * Its name in the file.
 */
name: string, 
/**
 * What stands in it in the first rows, cut to a length that can be shown.
 */
samples: Array<string>, };

/**
 * Which table to look into.
 */
export type ColumnsRequest = { 
/**
 * Path of the file.
 */
path: string, };

/**
 * A table's columns and a proposal for them.
 */
export type ColumnsView = { 
/**
 * The columns.
 */
columns: Array<ColumnView>, 
/**
 * The proposal: what was said of such a table before, else what its names and contents suggest.
 */
mapping: ColumnMapping, 
/**
 * Whether the proposal is what was said before.
 */
remembered: boolean, 
/**
 * Every role a column can have.
 */
roles: Array<CodedText>, 
/**
 * Every order of dates.
 */
dates: Array<CodedText>, 
/**
 * Every unit.
 */
units: Array<CodedText>, };

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
 * A chart as it goes into the clipboard.
 */
export type CopiedChart = { 
/**
 * The PNG in base 64, for a picture.
 */
png: string | null, 
/**
 * The text: the SVG, or the table with a tab between cells, in which no cell is taken for a formula.
 */
text: string | null, };

/**
 * A chart to copy.
 */
export type CopyChart = { 
/**
 * The chart.
 */
chart: ChartRequest, 
/**
 * In which form.
 */
form: CopyForm, };

/**
 * A form in which a chart goes into the clipboard.
 */
export type CopyForm = "picture" | "svg" | "table";

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
 * A day that can be chosen.
 */
export type DayChoice = { 
/**
 * The day.
 */
date: string, 
/**
 * In words.
 */
text: string, };

/**
 * A day named by its date.
 */
export type DayFound = { 
/**
 * The day.
 */
date: string, 
/**
 * In words.
 */
text: string, };

/**
 * Which half of the day's questions.
 */
export type DayPart = "morning" | "evening";

/**
 * Some days that follow one another.
 */
export type DayRange = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, };

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
 * Ratings of named pains.
 */
pains: Array<PainOfDay>, 
/**
 * Naps.
 */
naps: Array<NapFields>, 
/**
 * Medicines taken.
 */
medicines: Array<MedicineFields>, 
/**
 * When the person noted being awake in the night that ended the day, once the morning after has come.
 */
awakenings: Array<AwakeningView>, 
/**
 * Wind-downs of the evening.
 */
wind_downs: Array<WindDownOfDay>, 
/**
 * How a flare was, as it was noted.
 */
flare: Array<FlareNoteView>, 
/**
 * Notes of the day.
 */
notes: Array<string>, 
/**
 * Made more than 48 hours later.
 */
recalled: boolean, 
/**
 * What of the day came from elsewhere, and how; empty where everything was written by hand.
 */
came_from: Array<CameFrom>, };

/**
 * Nights that somebody wrote down and a device measured, side by side.
 */
export type DeviceFelt = { 
/**
 * There is nothing to show.
 */
empty: boolean, 
/**
 * How the two usually differ, in words.
 */
text: string, 
/**
 * How to take it.
 */
note: string, 
/**
 * How many nights both tell of.
 */
nights: number, 
/**
 * How many minutes more the device usually counts than were felt, below nothing when fewer; `null` below seven nights.
 */
median_min: number | null, 
/**
 * A quarter of the nights differ by less than this.
 */
quarter_min: number | null, 
/**
 * Three quarters of the nights differ by less than this.
 */
three_quarters_min: number | null, 
/**
 * Night by night, newest first; without rows where numbers are not wished for.
 */
table: Table, };

/**
 * What is said of a movement session; at least one field.
 */
export type DoseFields = { 
/**
 * What it was, in the person's words, at most 60 characters.
 */
kind: string | null, 
/**
 * When it began, `HH:MM`.
 */
start: string | null, 
/**
 * Minutes.
 */
minutes: number | null, 
/**
 * Effort, 0–10.
 */
effort: number | null, 
/**
 * Less, right, too much.
 */
felt: FeltChoice | null, };

/**
 * One movement session of a day.
 */
export type DoseView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * In words, such as "Walking, 20 min from 17:00, effort 4, just right".
 */
text: string, 
/**
 * Written down more than 48 hours later.
 */
recalled: boolean, 
/**
 * Its fields.
 */
dose: DoseFields, };

/**
 * What kind of entry.
 */
export type EntryKind = "nap" | "medicine" | "note" | "awakening" | "wind-down" | "flare";

/**
 * Names one entry.
 */
export type EntryRequest = { 
/**
 * What kind.
 */
kind: EntryKind, 
/**
 * Which.
 */
id: string, };

/**
 * One entry of a day, in words, with the fields by which it is altered.
 */
export type EntryView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What kind.
 */
kind: EntryKind, 
/**
 * In words, such as "Nap 14:10–14:40, 25 min asleep".
 */
text: string, 
/**
 * Written down more than 48 hours later.
 */
recalled: boolean, 
/**
 * The nap's fields, for a nap.
 */
nap: NapFields | null, 
/**
 * The medicine's fields, for a medicine.
 */
medicine: MedicineFields | null, 
/**
 * The note's text, for a note.
 */
note: string | null, };

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
 * Each named pain in use, and any other that has an answer on this evening.
 */
pains: Array<PainAsked>, 
/**
 * Each factor of the day in use, and any other that has an answer.
 */
factors: Array<FactorAsked>, 
/**
 * The entry was made more than 48 hours later.
 */
recalled: boolean, };

/**
 * An experiment as it is to be fixed.
 */
export type ExperimentDesign = { 
/**
 * What is tried.
 */
tried: Tried, 
/**
 * In the person's own words, 1–60 characters; for `own` alone.
 */
own: string | null, 
/**
 * When it is done; for `own` alone, by day if absent.
 */
part: PartOfDay | null, 
/**
 * What is looked at.
 */
watched: Watched, 
/**
 * How long, weeks: 2 or 4.
 */
weeks: number, 
/**
 * How many days the coin decides about at once.
 */
pace: Pace, 
/**
 * Its first day, from tomorrow to a fortnight ahead; tomorrow if absent.
 */
first: string | null, };

/**
 * A day of an experiment that was left out.
 */
export type ExperimentLeftOut = { 
/**
 * The day.
 */
date: string, 
/**
 * `no_answer`, `recalled`, `flare`, `illness` or `journey`.
 */
why: string, };

/**
 * What a day of an experiment is for.
 */
export type ExperimentLine = { 
/**
 * The day.
 */
date: string, 
/**
 * "Today with: morning light".
 */
text: string, 
/**
 * The coin said with.
 */
with: boolean, 
/**
 * What was said of the day; `null` while nothing was.
 */
done: boolean | null, 
/**
 * It can be said now whether it was done.
 */
asks: boolean, 
/**
 * The day is rough, or is left out: nothing is asked, and the line stands small.
 */
quiet: boolean, };

/**
 * An experiment that has ended.
 */
export type ExperimentPast = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What was tried.
 */
title: string, 
/**
 * The question in words.
 */
question: string, 
/**
 * `over` or `stopped`.
 */
phase: ExperimentPhase, 
/**
 * Its first day.
 */
first: string, 
/**
 * Its last day, or the one it was stopped on.
 */
last: string, 
/**
 * From when to when, in words.
 */
when_text: string, 
/**
 * What came of it, in one sentence.
 */
text: string, 
/**
 * What came out; `null` when it was stopped, or when nothing can be computed.
 */
result: ExperimentResult | null, };

/**
 * Where an experiment stands.
 */
export type ExperimentPhase = "before" | "running" | "waiting" | "over" | "stopped";

/**
 * What can be expected of an experiment, before anything is fixed.
 */
export type ExperimentProposal = { 
/**
 * The question in words.
 */
question: string, 
/**
 * How it would go, in words.
 */
plan_text: string, 
/**
 * What such a length could show, in words.
 */
expect_text: string, 
/**
 * The smallest difference that would be noticed 4 times in 5, in the outcome's own unit; `null` when too little was
 * written to say.
 */
smallest: number | null, 
/**
 * Days on which that rests.
 */
written: number, 
/**
 * Its first day.
 */
first: string, 
/**
 * Its last day.
 */
last: string, 
/**
 * The days it could begin on.
 */
first_days: Array<DayChoice>, };

/**
 * One experiment by its name.
 */
export type ExperimentRequest = { 
/**
 * The experiment; the one that has not ended, or else the newest, if absent.
 */
id: string | null, };

/**
 * What came out of an experiment that ran to its end.
 */
export type ExperimentResult = { 
/**
 * `differed`, `little` or `cant_tell`.
 */
tier: string, 
/**
 * Mean of the days with minus mean of the days without, as drawn, in the outcome's own unit.
 */
difference: number, 
/**
 * 95 % range of the difference; `null` where it has no ends.
 */
ci95: [number, number] | null, 
/**
 * The share of all ways the coins could have fallen that would show as much or more.
 */
p: number, 
/**
 * How many ways were counted.
 */
assignments: number, 
/**
 * Days with it, and without, that have an answer.
 */
days_with: number, 
/**
 * See `days_with`.
 */
days_without: number, 
/**
 * The same difference with the days counted that were left out as a flare, an illness or a journey; `null` when there
 * were none with an answer.
 */
with_excused: number | null, 
/**
 * Days of which it was said whether it was done, of those that were not left out as marked.
 */
said: number, 
/**
 * Of these, days on which it was done or not done as the coin said.
 */
as_drawn: number, 
/**
 * Days that were not left out as marked.
 */
days: number, 
/**
 * Days left out.
 */
left_out: Array<ExperimentLeftOut>, 
/**
 * The range, in words.
 */
range_text: string, 
/**
 * What chance could do, in words.
 */
chance_text: string, 
/**
 * What was said of doing it, in words.
 */
said_text: string, 
/**
 * Which days were compared, and which were left out, in words.
 */
days_text: string, 
/**
 * What such a result can and cannot say.
 */
limits_text: string, 
/**
 * The range to be drawn; `null` where it has no ends.
 */
picture: RangePicture | null, };

/**
 * The experiment that has not ended. It has no result.
 */
export type ExperimentRunning = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What is tried.
 */
title: string, 
/**
 * The question in words.
 */
question: string, 
/**
 * `before`, `running` or `waiting`.
 */
phase: ExperimentPhase, 
/**
 * Its first day.
 */
first: string, 
/**
 * Its last day.
 */
last: string, 
/**
 * The day, from 1; `null` before the first and after the last.
 */
day: number | null, 
/**
 * How many days it lasts.
 */
days: number, 
/**
 * Where it stands, in words.
 */
progress_text: string, 
/**
 * What the present day is for.
 */
lines: Array<ExperimentLine>, 
/**
 * On how many days it was said whether it was done, in words.
 */
said_text: string, 
/**
 * That there is no result before the end, in words.
 */
no_result_text: string, };

/**
 * Whether it was done on a day.
 */
export type ExperimentSaid = { 
/**
 * The day; today if absent.
 */
date: string | null, 
/**
 * It was done, or it was not; `null` takes the word back.
 */
done: boolean | null, };

/**
 * The experiment on Today.
 */
export type ExperimentToday = { 
/**
 * "Experiment, day 5 of 28", or that it has ended.
 */
title: string, 
/**
 * The day's line, and the evening before it where that was not said yet.
 */
lines: Array<ExperimentLine>, 
/**
 * It has ended: its result can be looked at.
 */
ended: boolean, };

/**
 * All experiments.
 */
export type ExperimentsView = { 
/**
 * What was just done, in words; empty for a mere look.
 */
text: string, 
/**
 * The one that has not ended.
 */
running: ExperimentRunning | null, 
/**
 * Those that have, the newest first.
 */
past: Array<ExperimentPast>, 
/**
 * What `undo` would take back; `null` when there is nothing.
 */
undo_text: string | null, 
/**
 * What `redo` would bring back.
 */
redo_text: string | null, };

/**
 * A form in which the diary can leave.
 */
export type ExportFormat = "json" | "csv" | "fhir";

/**
 * Exactly what would leave the diary; nothing is written yet.
 */
export type ExportPreview = { 
/**
 * In which form.
 */
format: ExportFormat, 
/**
 * The form in words.
 */
title: string, 
/**
 * What it is good for, in words.
 */
text: string, 
/**
 * What is in it: each kind with its count.
 */
holds: Array<NamedText>, 
/**
 * What is not in it, in words.
 */
leaves_out: Array<string>, 
/**
 * There is nothing to write.
 */
empty: boolean, };

/**
 * What is to leave the diary.
 */
export type ExportRequest = { 
/**
 * In which form.
 */
format: ExportFormat, 
/**
 * First day, for `csv` and `fhir`; the diary's first if absent.
 */
from: string | null, 
/**
 * Last day, for `csv` and `fhir`; the diary's last if absent.
 */
to: string | null, };

/**
 * A diary that was written to a file.
 */
export type Exported = { 
/**
 * Where it is and how much is in it, in words; `null` when the dialog was closed.
 */
text: string | null, };

/**
 * An answer about a factor.
 */
export type FactorAnswer = { 
/**
 * The factor.
 */
id: string, 
/**
 * 0 or 1 for no or yes, else a number in the unit, 0–100,000; `null` takes an earlier answer back unless absent answers are kept.
 */
value: number | null, };

/**
 * A factor, as a check-in asks for it.
 */
export type FactorAsked = { 
/**
 * The factor.
 */
id: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * Unit of its numbers, empty for numbers without one; `null` for yes or no.
 */
unit: string | null, 
/**
 * The answer: 0 or 1 for no or yes, else a number in the unit.
 */
value: number | null, };

/**
 * Which side of the night a factor belongs to; the check-in that asks for it follows.
 */
export type FactorTiming = "day" | "night";

/**
 * A factor.
 */
export type FactorView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * By day or by night.
 */
timing: FactorTiming, 
/**
 * Unit of its numbers, empty for numbers without one; `null` for yes or no.
 */
unit: string | null, 
/**
 * Put aside.
 */
retired: boolean, 
/**
 * In use, but without an answer for a month: could be put aside.
 */
idle: boolean, 
/**
 * A device alone tells of it: no check-in asks for it, and it takes none of the places.
 */
measured: boolean, 
/**
 * How often it has been answered, and when last, in words.
 */
use_text: string, };

/**
 * How a session felt in hindsight.
 */
export type FeltChoice = "less" | "right" | "too-much";

/**
 * One find.
 */
export type Find = { 
/**
 * The day to open.
 */
date: string, 
/**
 * The day in words.
 */
date_text: string, 
/**
 * What it stands in, such as "Note" or "What mattered".
 */
kind_text: string, 
/**
 * The passage, in pieces, the matching ones marked.
 */
pieces: Array<Piece>, };

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
 * How a flare is just now, beside how it was.
 */
export type FlareHow = "rough" | "same" | "easing";

/**
 * One prompt of the plan, with what was written for it.
 */
export type FlareLineView = { 
/**
 * Which prompt.
 */
prompt: FlarePrompt, 
/**
 * Its heading above what was written.
 */
title: string, 
/**
 * A gentle question, for writing.
 */
question: string, 
/**
 * What was written; empty where nothing was.
 */
text: string, };

/**
 * Notes how a flare is, in one tap.
 */
export type FlareNoteRequest = { 
/**
 * How it is.
 */
how: FlareHow, };

/**
 * How a flare was at one instant, read back.
 */
export type FlareNoteView = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * How it was.
 */
how: FlareHow, };

/**
 * What the plan for a flare asks.
 */
export type FlarePrompt = "words" | "helps" | "gentle" | "wait" | "people" | "clinician";

/**
 * A flare that is on, as Today shows it.
 */
export type FlareToday = { 
/**
 * "Flare mode since Tuesday, 3 March. Nothing needs to be filled in."
 */
text: string, 
/**
 * The person's own words, one paragraph each; empty where none were written.
 */
words: Array<string>, 
/**
 * What was noted last today, in words.
 */
noted: string | null, 
/**
 * Whether it has passed, where it is time to ask.
 */
question: string | null, };

/**
 * The plan for flares.
 */
export type FlareView = { 
/**
 * Every prompt, the person's own words first.
 */
lines: Array<FlareLineView>, 
/**
 * Something was written.
 */
written: boolean, 
/**
 * "Written on 3 March." or how to begin.
 */
text: string, 
/**
 * The flare that is on, if one is.
 */
flare: FlareToday | null, };

/**
 * One prompt's new words; empty words take the old ones back.
 */
export type FlareWords = { 
/**
 * Which prompt.
 */
prompt: FlarePrompt, 
/**
 * The words.
 */
text: string, };

/**
 * One thing that lies ahead.
 */
export type GlanceLine = { 
/**
 * `wind-down`, `bed`, `protected-night`, `light`, `rise` or `check-in`.
 */
id: string, 
/**
 * What it is, in words.
 */
title: string, 
/**
 * "22:15", or "23:30–07:00".
 */
time_text: string, 
/**
 * Whether a reminder comes, and else why none does, in words.
 */
note: string, 
/**
 * A reminder is going to come.
 */
reminds: boolean, };

/**
 * Tonight, or tomorrow.
 */
export type GlancePart = { 
/**
 * `tonight` or `tomorrow`.
 */
id: string, 
/**
 * "Tonight", "Tomorrow".
 */
heading: string, 
/**
 * What lies ahead, in order of time.
 */
lines: Array<GlanceLine>, };

/**
 * A day's heart rates, in beats a minute; `null` where nothing was measured.
 */
export type HeartFound = { 
/**
 * The resting heart rate, as the source works it out for the day.
 */
resting: number | null, 
/**
 * The mean over the sleep of the night that ended on the day.
 */
asleep: number | null, };

/**
 * One number that is known.
 */
export type HelpLine = { 
/**
 * Who answers.
 */
name: string, 
/**
 * The number.
 */
number: string, 
/**
 * "Call or text".
 */
how: string, };

/**
 * The numbers of one country.
 */
export type HelpPlace = { 
/**
 * Its name.
 */
id: string, 
/**
 * The country, in words.
 */
name: string, 
/**
 * The zone of the system's clock lies here.
 */
here: boolean, 
/**
 * The person has put it away.
 */
away: boolean, 
/**
 * The numbers.
 */
lines: Array<HelpLine>, };

/**
 * Help now: a few sentences, the person's own numbers, and those that are known.
 */
export type HelpView = { 
/**
 * A few sentences.
 */
text: Array<string>, 
/**
 * The person's own, first.
 */
own: Array<OwnHelp>, 
/**
 * The countries, the one where the person seems to be first.
 */
places: Array<HelpPlace>, };

/**
 * Puts a movement aside, or takes it up again.
 */
export type HideMovement = { 
/**
 * Which.
 */
code: string, 
/**
 * `true`: not for me.
 */
hidden: boolean, };

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
 * How a day came to be as it is.
 */
export type HistoryView = { 
/**
 * The day.
 */
date: string, 
/**
 * The day in words.
 */
date_text: string, 
/**
 * Every field ever written, newest first.
 */
changes: Array<HistoryChange>, 
/**
 * The day after each saved change, newest first.
 */
versions: Array<Version>, 
/**
 * What of the day, as it is, came from other programs.
 */
came_from: Array<CameFrom>, };

/**
 * Begins a holiday from writing down.
 */
export type HolidayStart = { 
/**
 * How many days, today included, 1–365; until it is ended where absent.
 */
days: number | null, };

/**
 * A holiday from writing down that is on.
 */
export type HolidayToday = { 
/**
 * "Wane is on holiday until Sunday. Nothing is asked, and nothing is missed."
 */
text: string, };

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
 * The format's name, such as `apple-health`.
 */
format: string, 
/**
 * RFC 3339; when it came in.
 */
imported_at: string, 
/**
 * Devices and programs that told of its sleeps, in the words of the file.
 */
devices: Array<string>, 
/**
 * The same in words; `null` if the file named none.
 */
from_text: string | null, 
/**
 * It has been taken back.
 */
undone: boolean, };

/**
 * What is being done with files.
 */
export type ImportPhase = "idle" | "reading" | "comparing" | "writing";

/**
 * What an import found and would change; the shape of `import --dry-run --json`.
 */
export type ImportPreview = { 
/**
 * The format's name, such as `apple-health`.
 */
format: string, 
/**
 * The format in words.
 */
title: string, 
/**
 * Every sleep found.
 */
sleeps: Array<SleepFound>, 
/**
 * Steps by day.
 */
steps_by_day: { [key in string]: number }, 
/**
 * Heart rates by day.
 */
heart_by_day: { [key in string]: HeartFound }, 
/**
 * Every spell of exercise found, which becomes movement.
 */
workouts: Array<WorkoutFound>, 
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
 * How many of the new ones are there already, as a device told them before their day was over.
 */
updated: number, 
/**
 * The same in words, for the window.
 */
summary: Array<NamedText>, 
/**
 * The zone that was assumed.
 */
home_zone: string, };

/**
 * How far a look into files or an import has come.
 */
export type ImportProgress = { 
/**
 * What is being done.
 */
phase: ImportPhase, 
/**
 * How much of it is done, from 0 to 1; `null` while that is not known.
 */
part: number | null, 
/**
 * What is being done, in words.
 */
text: string, 
/**
 * About how long the reading still takes, in words; `null` while nobody can know.
 */
left: string | null, };

/**
 * Files to look into before anything is written.
 */
export type ImportRequest = { 
/**
 * Paths of files and folders.
 */
paths: Array<string>, 
/**
 * The format's name, such as `apple-health`; recognised by content if absent.
 */
format: string | null, 
/**
 * IANA zone whose clock the files were written by; the diary's own if absent.
 */
home_zone: string | null, 
/**
 * What the columns of a table nobody knows are; what was said before of such a table if absent.
 */
mapping: ColumnMapping | null, };

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
 * How many of the new ones were there already, as a device told them before their day was over.
 */
updated: number, 
/**
 * Name of the batch, by which it can be undone; `null` when nothing changed.
 */
batch: string | null, };

/**
 * A reminder that was due, for the inbox and for what has become of the past days.
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
 * `shown`, `missed`, `undelivered`, `quiet` (its window lay in the protected night), `done`, `skipped`, `snoozed`,
 * `paused` or `rested`.
 */
state: string, 
/**
 * It waits for the user; the others are told for completeness.
 */
open: boolean, };

/**
 * Days that have something in common.
 */
export type InsightDays = { 
/**
 * What they have in common, and how many they are.
 */
title: string, 
/**
 * The days, by month.
 */
months: Array<InsightMonth>, };

/**
 * How one finding was worked out, and from which days.
 */
export type InsightDetail = { 
/**
 * The formula in words, step by step.
 */
steps: Array<string>, 
/**
 * The numbers of the last step, by name.
 */
numbers: Array<NamedText>, 
/**
 * The days that were used.
 */
used: InsightDays, 
/**
 * The days that were not, by reason.
 */
left_out: Array<InsightDays>, };

/**
 * What one finding rests on.
 */
export type InsightDetailRequest = { 
/**
 * The stretch.
 */
range: InsightRange, 
/**
 * Leaves out days that hold something written down more than 48 hours later.
 */
leave_out_recalled: boolean, 
/**
 * Which finding.
 */
key: InsightKey, };

/**
 * A family of findings that are looked at together.
 */
export type InsightFamily = "forward" | "waking" | "reverse" | "factors";

/**
 * One comparison; what is not enough to show is `null`.
 */
export type InsightFinding = { 
/**
 * The predictor or, in reverse, the sleep measure: `se_dse`, `tst_min`, `sol_min`, `waso_min`; of factors `arousal`,
 * `movement_min`, `movement_time`, `outdoor_light_min`, or the name of one of the person's own.
 */
measure: string, 
/**
 * What it was compared with: `pain_day`, `pain_waking`, or a sleep measure.
 */
outcome: string, 
/**
 * The equation: `sleep_to_pain`, `sleep_to_waking_pain`, `pain_to_sleep`, `day_factor_to_sleep`, `night_factor_to_pain`.
 */
formula: string, 
/**
 * Pairs of neighbouring days.
 */
pairs: number, 
/**
 * Degrees of freedom.
 */
df: number | null, 
/**
 * Difference of the outcome for one unit of the predictor.
 */
slope: number | null, 
/**
 * Its standard error (HC3).
 */
se_hc3: number | null, 
/**
 * Two-sided p.
 */
p: number | null, 
/**
 * q within the family.
 */
q: number | null, 
/**
 * Below-median minus rest (with minus without for yes or no), in the outcome's units.
 */
effect: number | null, 
/**
 * 95 % range of the effect.
 */
ci95: [number, number] | null, 
/**
 * 99 % range of the effect.
 */
ci99: [number, number] | null, 
/**
 * The smallest effect that would be noticed 4 times in 5.
 */
min_detectable: number | null, 
/**
 * The same difference with nothing allowed for; it is what misleads.
 */
plain: number | null, 
/**
 * Circular shifts of the diary against itself that show as much or more, and all there are.
 */
shuffle: [number, number] | null, 
/**
 * Mean of the predictor below its median (with it, for yes or no), and of the rest.
 */
sides: [number, number] | null, 
/**
 * `not_enough`, `cant_tell`, `little`, `hint` or `clear`.
 */
tier: string, 
/**
 * More days of writing until a difference worth noticing could be known; 0 for now, `null` where it cannot be said.
 */
days_until: number | null, 
/**
 * Days left out, by reason.
 */
left_out: { [key in string]: number }, 
/**
 * Every day that was left out, with its reason.
 */
left_out_days: Array<InsightLeftOut>, 
/**
 * What makes the answer less sure than its range says, in words.
 */
warnings: Array<string>, 
/**
 * What may be said.
 */
text: string, };

/**
 * Findings of one kind.
 */
export type InsightGroup = { 
/**
 * `nights`, `waking`, `pains` or `factors`.
 */
name: string, 
/**
 * What they are.
 */
title: string, 
/**
 * What is good to know about all of them.
 */
note: string, 
/**
 * The findings.
 */
findings: Array<InsightShown>, };

/**
 * Names one finding of the view.
 */
export type InsightKey = { 
/**
 * The family.
 */
family: InsightFamily, 
/**
 * Its place in the family, from 0.
 */
at: number, };

/**
 * One day left out.
 */
export type InsightLeftOut = { 
/**
 * The day.
 */
date: string, 
/**
 * `set_aside`, `no_outcome`, `no_predictor`, `no_day_before` or `no_control`.
 */
why: string, };

/**
 * The days of one month.
 */
export type InsightMonth = { 
/**
 * "May 2026".
 */
title: string, 
/**
 * Each day as `YYYY-MM-DD`, in order.
 */
days: Array<string>, 
/**
 * What a screen reader says of each, in the same order.
 */
labels: Array<string>, };

/**
 * Which stretch of the diary is looked at; each ends with the last day before the weekly look.
 */
export type InsightRange = "all" | "year" | "half-year";

/**
 * Which days the insights are about.
 */
export type InsightRequest = { 
/**
 * First day; the diary's first if absent.
 */
from: string | null, 
/**
 * Last day; the diary's last if absent.
 */
to: string | null, 
/**
 * Leaves out days that hold something written down more than 48 hours later.
 */
leave_out_recalled: boolean, };

/**
 * One finding, ready to show; everything in words but the two numbers of its arrow.
 */
export type InsightShown = { 
/**
 * Which it is, for `insight_detail`.
 */
key: InsightKey, 
/**
 * What is compared, in short.
 */
title: string, 
/**
 * `not_enough`, `cant_tell`, `little`, `hint` or `clear`.
 */
tier: string, 
/**
 * The tier in words.
 */
verdict: string, 
/**
 * What may be said.
 */
text: string, 
/**
 * The shortest form of it, beside an arrow.
 */
label: string, 
/**
 * Difference, range, days, what shifting shows, when it could be known.
 */
facts: Array<NamedText>, 
/**
 * What would help to know more.
 */
help: Array<string>, 
/**
 * What makes the answer less sure than its range says.
 */
warnings: Array<string>, 
/**
 * Pairs of days so far, and those at which the comparison starts; `null` once it has started.
 */
progress: [number, number] | null, 
/**
 * How thick the arrow is, 0–1: the size of the effect against four times what matters. Arrows with different
 * outcomes have different scales.
 */
weight: number, 
/**
 * How much haze lies around it, 0–1: half the 95 % range on the same scale.
 */
haze: number, };

/**
 * What days without pain written could mean.
 */
export type InsightSkipped = { 
/**
 * Days without pain.
 */
days: number, 
/**
 * Of all days.
 */
of: number, 
/**
 * Share of days beside a rough day that were skipped, and of all others.
 */
beside_rough: [number, number] | null, 
/**
 * Share of all circular shifts that show as much.
 */
beside_rough_p: number | null, 
/**
 * Mean pain before a skipped day minus mean pain before a written one.
 */
pain_before: number | null, 
/**
 * Share of all circular shifts that show as much.
 */
pain_before_p: number | null, 
/**
 * The lowest and the highest the first effect could be, had skipped days been anything this diary has held.
 */
bounds: [number, number] | null, };

/**
 * Everything the diary can answer.
 */
export type InsightView = { 
/**
 * Each sleep measure to the pain of the day after, which is one family; then each to the pain on waking, which is
 * another and of less weight.
 */
forward: Array<InsightFinding>, 
/**
 * The pain of the day before to each sleep measure: one family.
 */
reverse: Array<InsightFinding>, 
/**
 * Factors, each with the one outcome that its timing gives it: one family.
 */
factors: Array<InsightFinding>, 
/**
 * `sleep_first`, `pain_first`, `both` or `cant_tell`.
 */
direction: string, 
/**
 * The direction in words.
 */
direction_text: string, 
/**
 * What skipped days could hide.
 */
skipped: InsightSkipped, 
/**
 * What no diary can show, in words.
 */
limits_text: string, };

/**
 * What the Insights view asks for.
 */
export type InsightsRequest = { 
/**
 * The stretch.
 */
range: InsightRange, 
/**
 * Leaves out days that hold something written down more than 48 hours later.
 */
leave_out_recalled: boolean, };

/**
 * Everything on the Insights view.
 */
export type InsightsView = { 
/**
 * Nothing was written before the look: there is only the invitation to write.
 */
empty: boolean, 
/**
 * On which weekday the diary is looked at, and when next.
 */
look: WeeklyLookView, 
/**
 * What else is good to know about the stretch that was chosen; `null` for everything.
 */
range_note: string | null, 
/**
 * First and last day that were looked at; `null` when there are none.
 */
days: [string, string] | null, 
/**
 * The first sleep measure to the pain of the day after.
 */
forward: InsightShown, 
/**
 * The pain of the day before to the first sleep measure.
 */
reverse: InsightShown, 
/**
 * Which of the two seems to come first, in words.
 */
direction_text: string, 
/**
 * The other findings, by kind; a kind without any is not there.
 */
groups: Array<InsightGroup>, 
/**
 * What skipped days could mean, sentence by sentence.
 */
skipped: Array<string>, 
/**
 * What no diary can show, sentence by sentence.
 */
limits: Array<string>, 
/**
 * How many of the last awakenings came near the person's own time; `null` while it cannot be said.
 */
consistency: string | null, 
/**
 * The week in three facts.
 */
look_back: LookBackView, };

/**
 * What a clinician said, read back.
 */
export type InstructionView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * The day it holds from.
 */
date: string, 
/**
 * In words: "From 3 March: 10 to 30 min a day".
 */
text: string, 
/**
 * Minutes a day not to go below.
 */
floor_min: number | null, 
/**
 * Minutes a day not to go above.
 */
ceiling_min: number | null, 
/**
 * The clinician's own words.
 */
said: string | null, 
/**
 * It is the one that holds now.
 */
holds: boolean, };

/**
 * Names a kind of reminder.
 */
export type KindRequest = { 
/**
 * Which.
 */
kind: string, };

/**
 * The Learn view: every card, open from the start.
 */
export type LearnView = { 
/**
 * "3 of 26 cards read. The others can wait."
 */
text: string, 
/**
 * The cards.
 */
groups: Array<CardGroup>, 
/**
 * The scale of evidence, the strongest first.
 */
strengths: Array<StrengthView>, };

/**
 * One step of a block that is led.
 */
export type LedStep = { 
/**
 * What is said.
 */
text: string, 
/**
 * One more line, where the person hurts; may be empty.
 */
more: string, 
/**
 * Seconds into the block at which it begins.
 */
from_s: number, 
/**
 * Seconds into the block at which it ends.
 */
to_s: number, 
/**
 * What happens: `arrive`, `notice`, `tense`, `imagine`, `release`, `still` or `move`.
 */
cue: string, 
/**
 * The movement, of a step of a routine.
 */
movement: StepView | null, };

/**
 * Begins a plan from the baseline of the last four weeks, or begins it anew.
 */
export type LedgerBegin = { 
/**
 * Minutes a day to come to, 1–600.
 */
goal_min: number | null, 
/**
 * The kind of movement that is counted; all if absent.
 */
kind: string | null, };

/**
 * One day of the ledger.
 */
export type LedgerDay = { 
/**
 * The day.
 */
date: string, 
/**
 * In words, short.
 */
date_text: string, 
/**
 * Minutes moved; `null` where nothing was written down.
 */
minutes: number | null, 
/**
 * The quota of that day; `null` before the plan.
 */
quota: number | null, 
/**
 * One of its sessions was too much.
 */
too_much: boolean, 
/**
 * It lies in a flare, an illness or a journey.
 */
marked: boolean, 
/**
 * The morning after: `unknown`, `settled`, `waiting` or `flared`; `null` without movement.
 */
response: string | null, 
/**
 * The day in one line.
 */
text: string, };

/**
 * Which days of the ledger are looked at before there is a plan.
 */
export type LedgerRequest = { 
/**
 * The kind of movement that is counted, where no plan says it; all if absent.
 */
kind: string | null, };

/**
 * How far the ledger is.
 */
export type LedgerState = "collecting" | "ready" | "running";

/**
 * The ledger: what is suggested, why, and from what.
 */
export type LedgerView = { 
/**
 * How far it is.
 */
state: LedgerState, 
/**
 * The suggestion, or how far it is, in one sentence.
 */
text: string, 
/**
 * Why, in sentences.
 */
reasons: Array<string>, 
/**
 * Minutes suggested for today.
 */
quota_min: number | null, 
/**
 * Minutes moved today, as far as written down.
 */
today_min: number | null, 
/**
 * Which way the quota went.
 */
way: QuotaWay | null, 
/**
 * The question whether to go below the clinician's floor for now.
 */
asks: string | null, 
/**
 * Minutes of a comfortable day: the plan's, or those of the last four weeks.
 */
baseline_min: number | null, 
/**
 * Where the baseline comes from.
 */
baseline_text: string, 
/**
 * Minutes a day that the person wants to come to.
 */
goal_min: number | null, 
/**
 * The kind of movement that is counted; `null` for all.
 */
kind: string | null, 
/**
 * Kinds to choose from.
 */
kinds: Array<string>, 
/**
 * What clinicians said, the newest first.
 */
instructions: Array<InstructionView>, 
/**
 * The last four weeks, in order; empty where nothing was written down.
 */
days: Array<LedgerDay>, 
/**
 * The picture in one sentence.
 */
days_text: string, 
/**
 * The same as a table.
 */
table: Table, 
/**
 * What this is, and what it is not.
 */
about_text: string, 
/**
 * What was done, after a change.
 */
said: string | null, 
/**
 * What the next undo would take back.
 */
undo_text: string | null, 
/**
 * What the next redo would bring back.
 */
redo_text: string | null, };

/**
 * The library.
 */
export type LibraryView = { 
/**
 * Every movement, those that are not for the person included.
 */
movements: Array<MovementItem>, 
/**
 * The postures, to choose from.
 */
postures: Array<Called>, 
/**
 * The areas, to choose from.
 */
areas: Array<Called>, 
/**
 * What holds for all of them: stop when it does not feel right.
 */
care_text: string, 
/**
 * What was done, after a change.
 */
said: string | null, 
/**
 * What the next undo would take back.
 */
undo_text: string | null, 
/**
 * What the next redo would bring back.
 */
redo_text: string | null, };

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
 * One way to have the morning light.
 */
export type LightChoice = { 
/**
 * Which.
 */
way: LightWay, 
/**
 * What it is, in words.
 */
text: string, };

/**
 * How the morning light is to be had, and where the sun is asked.
 */
export type LightView = { 
/**
 * The user's choice.
 */
way: LightWay, 
/**
 * The choices, in words.
 */
choices: Array<LightChoice>, 
/**
 * On days without sunrise, remind of room lights after waking.
 */
dark_winter_lamp: boolean, 
/**
 * "Europe/London: 51.5° north, 0.1° west", or that no place is known and so no light is reminded of.
 */
place_text: string, 
/**
 * The place follows the system's zone; the user's own is set with `save_settings`.
 */
place_of_zone: boolean, };

/**
 * How the morning light is to be had.
 */
export type LightWay = "after-waking" | "indoor" | "light-sensitive";

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
 * Writes down that the wind-down was done without the window.
 */
export type LogWindDown = { 
/**
 * The day; today if absent.
 */
date: string | null, 
/**
 * How long it took, in minutes.
 */
minutes: number | null, 
/**
 * What was done, if said.
 */
blocks: Array<BlockName>, };

/**
 * Asks for the look back on the week.
 */
export type LookBackRequest = { 
/**
 * Nothing is asked of the diary unless today is the day of the look and the look back was not skipped.
 */
only_on_its_day: boolean, };

/**
 * The week in three facts, in words without numbers; each is `null` where there is none to tell.
 */
export type LookBackView = { 
/**
 * A good thing.
 */
good: string | null, 
/**
 * A steady thing.
 */
steady: string | null, 
/**
 * An open question.
 */
open: string | null, 
/**
 * One line above them: the week, that it was skipped, or that nothing was written in it.
 */
text: string, 
/**
 * Today is the day of the look.
 */
is_today: boolean, 
/**
 * It was skipped for this week.
 */
skipped: boolean, };

/**
 * Marks a card as read, or as not read.
 */
export type MarkCard = { 
/**
 * The card.
 */
card: string, 
/**
 * Whether it is read.
 */
read: boolean, };

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
 * The fields of a medicine taken.
 */
export type MedicineFields = { 
/**
 * The medicine, by its name of 1–60 characters; one of that name is made if there is none.
 */
name: string, 
/**
 * When, `HH:MM`.
 */
at: string | null, 
/**
 * Planned or rescue.
 */
purpose: MedicinePurpose | null, 
/**
 * How much, in the person's words, at most 120 characters.
 */
amount: string | null, };

/**
 * Why a medicine was taken.
 */
export type MedicinePurpose = "planned" | "rescue";

/**
 * A medicine.
 */
export type MedicineView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * Put aside.
 */
retired: boolean, };

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
 * The date in short with its year, such as "14 Mar 2026".
 */
named: string, 
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
 * Each named pain in use, and any other that has an answer on this morning.
 */
pains: Array<PainAsked>, 
/**
 * Each factor of the night in use, and any other that has an answer.
 */
factors: Array<FactorAsked>, 
/**
 * What the night comes to, for the saved or else the suggested times.
 */
summary: NightSummary, 
/**
 * What was noted in the night itself, as an offer for the number of awakenings; it is never filled in by itself.
 * `null` where nothing was noted, where the number is said already, or once the offer was put away.
 */
noted: NotedAwake | null, 
/**
 * The entry was made more than 48 hours later.
 */
recalled: boolean, };

/**
 * One movement of the library.
 */
export type MovementItem = { 
/**
 * What it is called by, everywhere; its drawing is found by it.
 */
code: string, 
/**
 * In words.
 */
name: string, 
/**
 * `lying`, `sitting` or `standing`.
 */
posture: string, 
/**
 * In words.
 */
posture_text: string, 
/**
 * Codes of what it moves.
 */
areas: Array<string>, 
/**
 * What it moves, in words.
 */
areas_text: string, 
/**
 * How it goes, step by step.
 */
steps: Array<string>, 
/**
 * When to breathe in and out.
 */
breath: string, 
/**
 * How to make it smaller.
 */
ease: string, 
/**
 * What the drawing shows.
 */
picture: string, 
/**
 * The person said "not for me".
 */
hidden: boolean, };

/**
 * What was saved, and the day as it now is.
 */
export type MovementSaved = { 
/**
 * "Saved".
 */
text: string, 
/**
 * The day.
 */
movement: MovementView, };

/**
 * The Movement view of a day.
 */
export type MovementView = { 
/**
 * The day.
 */
date: string, 
/**
 * In words.
 */
date_text: string, 
/**
 * The day before.
 */
previous: string, 
/**
 * The day after, if it can be written down.
 */
next: string | null, 
/**
 * It is the present day.
 */
is_today: boolean, 
/**
 * Its sessions, in the order in which they were.
 */
sessions: Array<DoseView>, 
/**
 * "35 min in two sessions"; what can be done where there is none.
 */
sessions_text: string, 
/**
 * Kinds to choose from, those used last first.
 */
kinds: Array<string>, 
/**
 * One gentle note about a hard session close to bed.
 */
late_text: string | null, 
/**
 * What counts as hard, and by which source.
 */
effort_text: string, 
/**
 * What the ledger suggests today, in one sentence; nothing without a plan.
 */
suggestion_text: string | null, 
/**
 * What the next undo would take back.
 */
undo_text: string | null, 
/**
 * What the next redo would bring back.
 */
redo_text: string | null, };

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
 * The fields of a nap.
 */
export type NapFields = { 
/**
 * When it began, `HH:MM`.
 */
start: string | null, 
/**
 * When it ended, `HH:MM`.
 */
end: string | null, 
/**
 * Minutes asleep, as felt.
 */
asleep_min: number | null, };

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
 * What somebody chooses who is awake in the night.
 */
export type NightChoice = "breathe" | "settle" | "note";

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
 * Notes that the person is awake now.
 */
export type NightNote = { 
/**
 * What was chosen.
 */
choice: NightChoice, };

/**
 * It is noted.
 */
export type NightNoted = { 
/**
 * A few words, without a time.
 */
text: string, };

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
 * The words of the night screen; no digit stands in them.
 */
export type NightView = { 
/**
 * The one sentence.
 */
sentence: string, 
/**
 * Advice that works lying down, one card after the other; none of them has to be followed.
 */
cards: Array<string>, };

/**
 * What was noted in a night, as the morning offers it.
 */
export type NotedAwake = { 
/**
 * The number of awakenings it comes to, at least 1.
 */
count: number, 
/**
 * "You noted being awake twice in the night."
 */
text: string, };

/**
 * A request without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * Whether notifications name what they are about.
 */
export type NoticeTextView = { 
/**
 * They do; off by default, since lock screens show them.
 */
plain: boolean, 
/**
 * What a notification of the wind-down would say now.
 */
example: string, };

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
 * Somebody the person would call.
 */
export type OwnHelp = { 
/**
 * Who.
 */
name: string, 
/**
 * Their number, as the person writes it.
 */
number: string, 
/**
 * What the person wants to remember about them; may be empty.
 */
note: string, };

/**
 * How many days the coin decides about at once.
 */
export type Pace = "every-day" | "two-or-three-days";

/**
 * An answer about a named pain.
 */
export type PainAnswer = { 
/**
 * The named pain.
 */
id: string, 
/**
 * 0–10; `null` takes an earlier answer back unless absent answers are kept.
 */
rating: number | null, };

/**
 * A named pain, as a check-in asks for it.
 */
export type PainAsked = { 
/**
 * The named pain.
 */
id: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * Where it is, in words; may be empty.
 */
regions_text: string, 
/**
 * The answer, 0–10.
 */
rating: number | null, };

/**
 * What was said about one named pain on one day.
 */
export type PainOfDay = { 
/**
 * What the person calls it.
 */
name: string, 
/**
 * 0–10 on waking.
 */
morning: number | null, 
/**
 * 0–10 for the day.
 */
evening: number | null, };

/**
 * A pain with a name of its own.
 */
export type PainView = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * Codes of its regions.
 */
regions: Array<string>, 
/**
 * Its regions in words, such as "left knee, front; right knee, front"; empty if none was said.
 */
regions_text: string, 
/**
 * Put aside: no longer asked for, still in the diary.
 */
retired: boolean, };

/**
 * Something a trend can show in a panel of its own.
 */
export type PanelChoice = { 
/**
 * Its name in a request.
 */
name: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Whether it is shown now.
 */
shown: boolean, };

/**
 * Puts worries away.
 */
export type ParkWorries = { 
/**
 * One text each, of at most 500 characters; empty ones count for nothing.
 */
texts: Array<string>, };

/**
 * When something is done.
 */
export type PartOfDay = "morning" | "day" | "evening";

/**
 * Why reminders pause.
 */
export type PauseReason = "flare" | "illness" | "journey" | "days";

/**
 * Starts a pause, or replaces the one that is on.
 */
export type PauseStart = { 
/**
 * Why.
 */
reason: PauseReason, 
/**
 * For how many days, today included, 1–365: it ends when the last of them does; `null` or absent: until the user ends it.
 */
days: number | null, };

/**
 * The pause that is on.
 */
export type PauseView = { 
/**
 * Why.
 */
reason: PauseReason, 
/**
 * When it ends by itself, RFC 3339; `null` if the user ends it.
 */
until: string | null, 
/**
 * That it is on and until when, in words.
 */
text: string, };

/**
 * Files the user picked; empty when the dialog was closed.
 */
export type PickedFiles = { 
/**
 * Paths.
 */
paths: Array<string>, };

/**
 * A piece of a passage.
 */
export type Piece = { 
/**
 * Its text.
 */
text: string, 
/**
 * It matches.
 */
hit: boolean, };

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
 * Tonight and tomorrow, in that order: what lies ahead whether or not a reminder is on.
 */
glance: Array<GlancePart>, 
/**
 * What comes in the next two days, in order.
 */
coming: Array<Coming>, 
/**
 * The rules: the built-in ones in a fixed order, then the user's own.
 */
rules: Array<RuleView>, 
/**
 * The user's own times.
 */
targets: TargetsView, 
/**
 * One small step towards regular times, if the diary suggests one now (row R11); only taken with consent.
 */
suggestion: SuggestionView | null, 
/**
 * The pause that is on, if one is.
 */
pause: PauseView | null, 
/**
 * The hours in which nothing is ever shown (row R7).
 */
protected_night: ProtectedNightView, 
/**
 * Whether a reminder shall rest; each is asked once (row R10).
 */
questions: Array<QuestionView>, 
/**
 * What waits in the inbox, newest first.
 */
inbox: Array<InboxItem>, 
/**
 * Everything that was due in the last fortnight with what became of it, newest first; the inbox is part of it.
 */
past: Array<InboxItem>, 
/**
 * "Last check 12 s ago. Next: 22:15, Europe/Berlin. Last accepted by dunst at 22:15 on 14 March."
 */
health: Array<string>, 
/**
 * How the morning light is to be had (row R2).
 */
light: LightView, 
/**
 * Whether notifications name what they are about (row R12).
 */
notice_text: NoticeTextView, };

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
 * The hours in which nothing is ever shown.
 */
export type ProtectedNightView = { 
/**
 * It follows the targets: from half an hour after bed until rising.
 */
automatic: boolean, 
/**
 * When it next begins or began, `HH:MM`.
 */
from: string, 
/**
 * When it then ends, `HH:MM`.
 */
to: string, 
/**
 * The same, in words, with where it comes from.
 */
text: string, 
/**
 * It is on right now.
 */
now: boolean, };

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
 * The one question about a reminder that may have made itself unnecessary.
 */
export type QuestionView = { 
/**
 * Which reminder.
 */
kind: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The question, in words.
 */
text: string, 
/**
 * `steady` (what it reminds of is done without it) or `ignored` (three in a row were not answered).
 */
reason: string, 
/**
 * "Let it rest".
 */
rest_text: string, 
/**
 * "Keep it".
 */
keep_text: string, };

/**
 * Which way the quota went, for the week after a change.
 */
export type QuotaWay = "same" | "less" | "more";

/**
 * Which days a chart shows.
 */
export type Range = "two-weeks" | "six-weeks" | "three-months" | "year" | "all" | "since-visit";

/**
 * A range on a line round zero.
 */
export type RangePicture = { 
/**
 * How far the line goes to either side of zero, in the outcome's own unit; positive.
 */
reach: number, 
/**
 * The lower end.
 */
low: number, 
/**
 * The difference.
 */
middle: number, 
/**
 * The upper end.
 */
high: number, 
/**
 * Half the width of what makes little difference.
 */
matters: number, 
/**
 * What lies to the left of zero, such as "less with it".
 */
left_text: string, 
/**
 * What lies to the right.
 */
right_text: string, 
/**
 * The word at zero.
 */
zero_text: string, };

/**
 * Where a chart can be moved to from the days it shows; `null` where there is nothing further.
 */
export type RangeSteps = { 
/**
 * As many days, half their number earlier.
 */
earlier: DayRange | null, 
/**
 * As many days, half their number later.
 */
later: DayRange | null, 
/**
 * Half as many days.
 */
closer: DayRange | null, 
/**
 * Twice as many days.
 */
wider: DayRange | null, };

/**
 * Names one record.
 */
export type RecordRequest = { 
/**
 * Which.
 */
id: string, };

/**
 * What to do after damage.
 */
export type RecoverHow = "restore" | "fresh";

/**
 * What to do after damage.
 */
export type RecoverRequest = { 
/**
 * The choice.
 */
how: RecoverHow, };

/**
 * A damaged diary has been moved aside; what can be brought back.
 */
export type RecoveryView = { 
/**
 * What happened and what was kept, in words.
 */
text: string, 
/**
 * Where the damaged file lies now.
 */
folder: string, 
/**
 * What the newest backup holds, and what can still be read of the damaged file.
 */
lines: Array<NamedText>, 
/**
 * There is something to bring back.
 */
can_restore: boolean, };

/**
 * A heading of the list of regions.
 */
export type RegionGroup = { 
/**
 * Stable name.
 */
code: string, 
/**
 * The heading.
 */
name: string, 
/**
 * Its regions.
 */
regions: Array<RegionView>, };

/**
 * A region of the body.
 */
export type RegionView = { 
/**
 * Stable name, such as `knee-front-left`.
 */
code: string, 
/**
 * The name shown and read out, such as "left knee, front".
 */
name: string, 
/**
 * `front`, `back`, or `whole` for what stands beside the figures.
 */
view: string, 
/**
 * The person's own `left`, `right`, or `middle`.
 */
side: string, };

/**
 * Another name for a reminder of the user's own.
 */
export type RenameRule = { 
/**
 * The name it has.
 */
kind: string, 
/**
 * The name it gets: on one line, 1 to 60 characters, and no other reminder's.
 */
name: string, };

/**
 * What restoring a backup would change; nothing has been written.
 */
export type RestorePreview = { 
/**
 * Which.
 */
name: string, 
/**
 * In one sentence.
 */
text: string, 
/**
 * What would go, what would come back, what would differ.
 */
lines: Array<NamedText>, 
/**
 * The days that would change, newest first, at most 100 of them.
 */
days: Array<string>, 
/**
 * Kind by kind: now and then.
 */
table: Table, };

/**
 * Puts something aside, or takes it up again.
 */
export type Retire = { 
/**
 * What kind of thing.
 */
kind: TrackedKind, 
/**
 * Which.
 */
id: string, 
/**
 * Put aside or in use.
 */
retired: boolean, };

/**
 * A routine that a block can play.
 */
export type RoutineChoice = { 
/**
 * What it is called by.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * About how long it takes, in minutes.
 */
minutes: number, };

/**
 * A routine was done: it is written down as a movement session that has just ended.
 */
export type RoutineDone = { 
/**
 * Which.
 */
key: string, 
/**
 * How long it took, in minutes, as the player saw it.
 */
minutes: number, };

/**
 * Names a routine.
 */
export type RoutineRequest = { 
/**
 * What it is called by ([`RoutineView::key`]).
 */
key: string, };

/**
 * A routine, ready-made or the person's own.
 */
export type RoutineView = { 
/**
 * What it is called by: the code of a ready-made one, the record's name of an own one.
 */
key: string, 
/**
 * It is the person's own, and can be altered and removed.
 */
own: boolean, 
/**
 * What it is called.
 */
name: string, 
/**
 * "About 5 min, 6 movements".
 */
text: string, 
/**
 * About how long it takes, in minutes, without what is not for the person.
 */
minutes: number, 
/**
 * Its steps.
 */
steps: Array<StepView>, };

/**
 * All routines.
 */
export type RoutinesView = { 
/**
 * The person's own first, then the ready-made ones.
 */
routines: Array<RoutineView>, 
/**
 * What was done, after a change.
 */
said: string | null, 
/**
 * What the next undo would take back.
 */
undo_text: string | null, 
/**
 * What the next redo would bring back.
 */
redo_text: string | null, };

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
grace_min: number, 
/**
 * The user named it; it can be removed.
 */
own: boolean, 
/**
 * It rests (row R10): it stays as it is and does not come, until it is brought back.
 */
resting: boolean, 
/**
 * What is worth knowing about it, in words: that it rests, that its time lies in the protected night; else `null`.
 */
note: string | null, };

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
 * Sets what the numbers of the pain scale mean to the person.
 */
export type SaveAnchors = { 
/**
 * All of them; a number that is not named, or has an empty text, has none.
 */
anchors: Array<Anchor>, };

/**
 * Marks a day for the charts, or alters a mark.
 */
export type SaveAnnotation = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day; if absent, the mark's own day, or today for a new one.
 */
date: string | null, 
/**
 * What it is, 1–60 characters on one line.
 */
label: string, };

/**
 * Writes down a movement session, or alters one.
 */
export type SaveDose = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day; if absent, the session's own day, or today for a new one.
 */
date: string | null, 
/**
 * What is said of it.
 */
dose: DoseFields, 
/**
 * It has just ended: the beginning follows from the minutes, and `dose.start` is not looked at.
 */
just_ended: boolean, };

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
 * Named pains; one that is not in the list stays as it was.
 */
pains: Array<PainAnswer>, 
/**
 * Factors; one that is not in the list stays as it was.
 */
factors: Array<FactorAnswer>, 
/**
 * A note to add to the day; an absent or empty one adds none, and those already there stay.
 */
note?: string, 
/**
 * Absent answers leave what the diary already has; otherwise they take it back.
 */
keep_absent: boolean, };

/**
 * Makes a factor, or alters one.
 */
export type SaveFactor = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * What the person calls it; 1–60 characters, unlike any other in use.
 */
name: string, 
/**
 * By day or by night; fixed once the factor has answers.
 */
timing: FactorTiming, 
/**
 * Unit of its numbers, at most 20 characters; yes or no if absent or empty. Fixed once the factor has answers,
 * except that numbers that came without a unit can be given one.
 */
unit: string | null, };

/**
 * Saves the plan; what is not named stays.
 */
export type SaveFlarePlan = { 
/**
 * The prompts that were written or altered.
 */
lines: Array<FlareWords>, };

/**
 * The person's own list, whole.
 */
export type SaveHelp = { 
/**
 * The person's own, in their order.
 */
own: Array<OwnHelp>, 
/**
 * Names of the countries that are put away.
 */
away: Array<string>, };

/**
 * Writes down what a clinician said, or alters it.
 */
export type SaveInstruction = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day it holds from; today if absent.
 */
date: string | null, 
/**
 * Minutes a day not to go below, 1–600.
 */
floor_min: number | null, 
/**
 * Minutes a day not to go above, 1–600, not below the floor.
 */
ceiling_min: number | null, 
/**
 * The clinician's own words, at most 10,000 characters.
 */
said: string | null, };

/**
 * Makes a medicine, or alters one.
 */
export type SaveMedicine = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * What the person calls it; 1–60 characters, unlike any other in use.
 */
name: string, };

/**
 * What a morning check-in says. An absent answer is a missing one, unless `keep_absent`.
 *
 * A sleep of the present day that began after its night was over and written down is kept as a nap of that day:
 * the night stays as it is, and its quality too.
 */
export type SaveMorning = { 
/**
 * The wake date; if absent, the date of the awakening that is said, or else today.
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
 * Named pains; one that is not in the list stays as it was.
 */
pains: Array<PainAnswer>, 
/**
 * Factors; one that is not in the list stays as it was.
 */
factors: Array<FactorAnswer>, 
/**
 * A note to add to the day; an absent or empty one adds none, and those already there stay.
 */
note?: string, 
/**
 * Absent answers leave what the diary already has; otherwise they take it back.
 */
keep_absent: boolean, };

/**
 * Writes down a nap or another sleep, or alters one.
 */
export type SaveNap = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day; if absent, the entry's own day, or today for a new one.
 */
date: string | null, 
/**
 * What is said of it; at least one field.
 */
nap: NapFields, };

/**
 * Writes a note, or alters one.
 */
export type SaveNote = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day; if absent, the entry's own day, or today for a new one.
 */
date: string | null, 
/**
 * The text, up to 10,000 characters; an empty one removes the note.
 */
text: string, };

/**
 * Makes a named pain, or alters one.
 */
export type SavePain = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * What the person calls it; 1–60 characters, unlike any other in use.
 */
name: string, 
/**
 * Codes of its regions.
 */
regions: Array<string>, };

/**
 * Makes or alters a routine of the person's own.
 */
export type SaveRoutine = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * 1–60 characters, unlike the name of any other routine.
 */
name: string, 
/**
 * 1–24 steps.
 */
steps: Array<StepFields>, };

/**
 * Writes down a medicine taken, or alters it.
 */
export type SaveTaken = { 
/**
 * Which; a new one if absent.
 */
id: string | null, 
/**
 * The day; if absent, the entry's own day, or today for a new one.
 */
date: string | null, 
/**
 * What was taken.
 */
medicine: MedicineFields, };

/**
 * The person's own sequence: one to eight blocks, 5–45 minutes in all.
 */
export type SaveWindDown = { 
/**
 * The blocks in their order; an empty list takes the ready-made one again.
 */
blocks: Array<BlockFields>, };

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
 * What became of a picture that was to be saved.
 */
export type SavedChart = { 
/**
 * "Saved as …"; `null` when the dialog was closed.
 */
text: string | null, };

/**
 * What to look for.
 */
export type SearchRequest = { 
/**
 * Words as typed; the last one may be unfinished. A date in words or figures finds that day.
 */
words: string, 
/**
 * How many finds at most; 50 if absent.
 */
limit: number | null, };

/**
 * What was found, newest day first.
 */
export type SearchView = { 
/**
 * How much was found, in words; what can be searched for, while nothing is typed.
 */
text: string, 
/**
 * The day that the words name, if they name one.
 */
day: DayFound | null, 
/**
 * The finds.
 */
finds: Array<Find>, 
/**
 * There are more than were asked for.
 */
more: boolean, };

/**
 * A block of the evening under way.
 */
export type SessionBlock = { 
/**
 * What it is.
 */
kind: BlockName, 
/**
 * Its name.
 */
name: string, 
/**
 * "5 min".
 */
minutes_text: string, 
/**
 * Where it stands.
 */
state: BlockState, };

/**
 * The evening under way.
 */
export type SessionView = { 
/**
 * All blocks, in their order.
 */
blocks: Array<SessionBlock>, 
/**
 * What the present one is.
 */
kind: BlockName, 
/**
 * A sentence or two about it.
 */
text: string, 
/**
 * Seconds into it.
 */
at_s: number, 
/**
 * How long it is, in seconds.
 */
length_s: number, 
/**
 * It goes on to the next only when it is told to.
 */
waits: boolean, 
/**
 * It stands still.
 */
paused: boolean, 
/**
 * What is said when it goes on: how far it came before.
 */
paused_text: string, 
/**
 * Steps that are led, one at a time; empty for a block without.
 */
steps: Array<LedStep>, 
/**
 * Things to choose from, all at once; empty for a block without.
 */
list: Array<string>, 
/**
 * Which block it is, from 0.
 */
current: number, };

/**
 * Sets whether Wane starts with the session.
 */
export type SetAutostart = { 
/**
 * It does.
 */
enabled: boolean, };

/**
 * Sets how the morning light is to be had; what is absent stays.
 */
export type SetLight = { 
/**
 * The way.
 */
way: LightWay | null, 
/**
 * On days without sunrise, remind of room lights after waking.
 */
dark_winter_lamp: boolean | null, };

/**
 * Sets whether notifications name what they are about.
 */
export type SetNoticeText = { 
/**
 * They do.
 */
plain: boolean, };

/**
 * Sets the protected night.
 */
export type SetProtectedNight = { 
/**
 * It follows the targets; `from` and `to` are then not looked at.
 */
automatic: boolean, 
/**
 * When it begins, `HH:MM`.
 */
from: string | null, 
/**
 * When it ends, `HH:MM`; one to sixteen hours later.
 */
to: string | null, };

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
 * Chooses the weekday of the look.
 */
export type SetWeeklyLook = { 
/**
 * From 0 for Monday.
 */
weekday: number, };

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
on_close: OnClose, 
/**
 * Single letters and digits are keys of their own; off for those who speak or are easily bumped (WCAG 2.1.4).
 */
single_keys: boolean, 
/**
 * Today may offer a card to read.
 */
offer_cards: boolean, 
/**
 * Words and shapes in place of numbers about the person.
 */
number_free: boolean, 
/**
 * Amber light in the evening.
 */
amber: AmberChoice, 
/**
 * A routine that is played goes on to its next movement by itself.
 */
routine_by_itself: boolean, };

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
 * The holiday from writing down that is on.
 */
holiday: HolidayToday | null, 
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
 * Decides about a worry that was given back.
 */
export type SettleWorry = { 
/**
 * Which.
 */
id: string, 
/**
 * What becomes of it.
 */
way: WorryWay, 
/**
 * The next step, for a plan; at most 500 characters.
 */
step: string | null, };

/**
 * Skips the look back on the week, or brings it back.
 */
export type SkipLookBack = { 
/**
 * Skipped until the next look, or not.
 */
skip: boolean, };

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
source: string, 
/**
 * The device or program in it, in the words of the file; `null` if the file does not say.
 */
device: string | null, };

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
 * A damaged diary was moved aside and nobody has said yet what to do: ask that before anything else.
 */
recovery: RecoveryView | null, 
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
 * How much of a movement a step of a routine is: minutes or times, one of the two.
 */
export type StepFields = { 
/**
 * The movement's code.
 */
movement: string, 
/**
 * Minutes, 1–30.
 */
minutes: number | null, 
/**
 * Times, 1–50.
 */
times: number | null, };

/**
 * One step of a routine, ready to be shown.
 */
export type StepView = { 
/**
 * The movement's code; its drawing is found by it.
 */
movement: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * "6 times", "2 minutes".
 */
amount_text: string, 
/**
 * About how long it takes, in seconds; for a soft ring, never to be counted down.
 */
seconds: number, 
/**
 * Minutes, if it goes by minutes.
 */
minutes: number | null, 
/**
 * Times, if it goes by times.
 */
times: number | null, 
/**
 * How it goes, step by step.
 */
steps: Array<string>, 
/**
 * When to breathe in and out.
 */
breath: string, 
/**
 * How to make it smaller.
 */
ease: string, 
/**
 * What the drawing shows.
 */
picture: string, 
/**
 * The person said "not for me": a player passes it over.
 */
hidden: boolean, };

/**
 * One step of the scale of evidence, in words.
 */
export type StrengthView = { 
/**
 * Which.
 */
strength: CardStrength, 
/**
 * "Well supported".
 */
name: string, 
/**
 * What that means, in a sentence.
 */
meaning: string, };

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
 * One step towards regular times: at most a quarter of an hour, at most every third day.
 */
export type SuggestionView = { 
/**
 * The suggestion, in words.
 */
text: string, 
/**
 * What the diary says is usual now.
 */
from: BedAndRise, 
/**
 * What is suggested for the next days.
 */
to: BedAndRise, 
/**
 * Why, in words: from how many nights, and where it leads.
 */
why: string, 
/**
 * How many nights it was made from.
 */
nights: number, };

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
 * What devices measured of the night and of naps, in words, beside what was felt.
 * Empty while nothing was said of the present night, so that no number goes before the person's own.
 */
measured: Array<string>, 
/**
 * What of the day came from other programs, in words: from which device, by which import.
 * Empty while [`Today::measured`] has to wait.
 */
came_from: Array<string>, 
/**
 * The day was marked as rough.
 */
rough: boolean, 
/**
 * Naps, medicines, notes and noted awakenings of the day, in the order in which they were written.
 */
entries: Array<EntryView>, 
/**
 * Names of the medicines in use, to choose from.
 */
medicines: Array<string>, 
/**
 * What single numbers of the pain scale mean to the person.
 */
anchors: Array<Anchor>, 
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
 * The experiment that is on; `null` when there is none to tell of on the day.
 */
experiment: ExperimentToday | null, 
/**
 * Reminders waiting in the inbox.
 */
inbox: Array<InboxItem>, 
/**
 * A card to read, by what the day's entry says; at most one, and only on the present day.
 */
card: CardOffer | null, 
/**
 * What is said of worries that were put away in an evening and are given back; `null` where there are none.
 */
worries: string | null, 
/**
 * The flare that is on, on the present day.
 */
flare: FlareToday | null, 
/**
 * The holiday from writing down that is on, on the present day.
 */
holiday: HolidayToday | null, 
/**
 * What `undo` would take back, in words, such as "Undo: morning saved"; `null` when there is nothing.
 */
undo_text: string | null, 
/**
 * What `redo` would bring back.
 */
redo_text: string | null, 
/**
 * It is the day of the weekly look, and the look back on the week was not skipped: `look_back` has it.
 */
look_back: boolean, 
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
 * Everything that is tracked by name, with what the body map can say.
 */
export type Tracked = { 
/**
 * Named pains, the ones in use first, each in the order in which they were made.
 */
pains: Array<PainView>, 
/**
 * Factors, the ones in use first.
 */
factors: Array<FactorView>, 
/**
 * How many factors can be in use at once, besides those that a device alone tells of.
 */
factor_limit: number, 
/**
 * Medicines, the ones in use first.
 */
medicines: Array<MedicineView>, 
/**
 * What single numbers of the pain scale mean to the person, by rising rating.
 */
anchors: Array<Anchor>, 
/**
 * The regions of the body, as the list shows them.
 */
body: Array<RegionGroup>, 
/**
 * What was just done, in words; empty when nothing was.
 */
text: string, };

/**
 * What kind of thing is tracked by name.
 */
export type TrackedKind = "pain" | "factor" | "medicine";

/**
 * Something that was removed.
 */
export type TrashItem = { 
/**
 * Its record's name.
 */
id: string, 
/**
 * What it is, such as "Note of 3 March: …".
 */
text: string, 
/**
 * When it was removed and how long it stays here, in words.
 */
removed_text: string, };

/**
 * Names something in the trash.
 */
export type TrashRequest = { 
/**
 * Its record's name.
 */
id: string, };

/**
 * What was removed in the last 30 days.
 */
export type TrashView = { 
/**
 * How much there is, and how long it stays, in words.
 */
text: string, 
/**
 * What was removed, newest first.
 */
items: Array<TrashItem>, };

/**
 * One entry of the tray's menu; what it does is [`crate::App::tray_action`].
 */
export type TrayItem = { 
/**
 * `quick-log`, `rough-day`, `wind-down`, `night-screen`, `pause` or `quit`.
 */
id: string, 
/**
 * What it says.
 */
text: string, 
/**
 * It can be chosen now.
 */
enabled: boolean, 
/**
 * It is on (a rough day, a pause).
 */
checked: boolean, };

/**
 * The tray's menu.
 */
export type TrayMenu = { 
/**
 * What the tray's symbol says; discreet.
 */
tooltip: string, 
/**
 * The entries, in order.
 */
items: Array<TrayItem>, };

/**
 * What is tried.
 */
export type Tried = "wind-down" | "morning-light" | "movement" | "own";

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

/**
 * The day as one saved change left it.
 */
export type Version = { 
/**
 * Number of the change, by which this version is brought back.
 */
change: number, 
/**
 * When, in words.
 */
at_text: string, 
/**
 * What the change was, such as "Morning saved" or "Undo: morning saved".
 */
title: string, 
/**
 * What it altered, in words, such as "Pain on waking: 4 → 5".
 */
lines: Array<string>, 
/**
 * The day is like this now.
 */
current: boolean, };

/**
 * Names one version of a day.
 */
export type VersionRequest = { 
/**
 * The day.
 */
date: string, 
/**
 * Number of the change; 0 for the day before anything was written.
 */
change: number, };

/**
 * What is looked at.
 */
export type Watched = "morning-pain" | "evening-pain" | "asleep" | "efficiency" | "quality";

/**
 * When the diary is looked at.
 */
export type WeeklyLookView = { 
/**
 * The date of the latest look.
 */
date: string, 
/**
 * The last day it knows.
 */
until: string, 
/**
 * The date of the next look.
 */
next: string, 
/**
 * When this was worked out, and from which days.
 */
text: string, 
/**
 * When the next look is, and why not before.
 */
next_text: string, 
/**
 * The weekday, from 0 for Monday.
 */
weekday: number, 
/**
 * All weekdays in the order of a calendar: number and name.
 */
weekdays: Array<NamedText>, };

/**
 * What is done about an evening under way.
 */
export type WindDownAct = "start" | "look" | "pause" | "resume" | "next" | "back" | "pass" | "finish";

/**
 * One evening's wind-down, read back.
 */
export type WindDownOfDay = { 
/**
 * When it began, RFC 3339, if said.
 */
start: string | null, 
/**
 * Minutes really spent, if known.
 */
minutes: number | null, 
/**
 * What was done, in its order.
 */
blocks: Array<BlockName>, };

/**
 * Does something about the evening under way.
 */
export type WindDownRequest = { 
/**
 * What.
 */
act: WindDownAct, };

/**
 * The Wind-down view.
 */
export type WindDownView = { 
/**
 * The sequence.
 */
blocks: Array<BlockFields>, 
/**
 * "20 min in all".
 */
total_text: string, 
/**
 * The person has made it their own.
 */
own: boolean, 
/**
 * Every kind of block there is.
 */
offers: Array<BlockOffer>, 
/**
 * Every routine that a block can play, the person's own first.
 */
routines: Array<RoutineChoice>, 
/**
 * The most blocks there can be.
 */
most_blocks: number, 
/**
 * The most minutes there can be in all.
 */
most_min: number, 
/**
 * The fewest minutes there can be in all.
 */
least_min: number, 
/**
 * The evening under way, if there is one.
 */
session: SessionView | null, 
/**
 * What was just done, in words; may be empty.
 */
said: string, 
/**
 * This evening's wind-down is written down; in words, else empty.
 */
done_text: string, 
/**
 * Breathing, as it is set.
 */
breathing: BreathingView, 
/**
 * Worries that are put away or given back.
 */
worries: WorriesView, 
/**
 * "Undo: wind-down", if there is something to undo.
 */
undo_text: string | null, 
/**
 * "Redo: wind-down", if there is something to redo.
 */
redo_text: string | null, };

/**
 * One spell of exercise found in a file.
 */
export type WorkoutFound = { 
/**
 * RFC 3339.
 */
start: string, 
/**
 * How long it took, minutes.
 */
minutes: number, 
/**
 * What it was, as a stable word such as `walking`; `null` if Wane has no word for it.
 */
exercise: string | null, 
/**
 * The device or program in the source, in the words of the file; `null` if the file does not say.
 */
device: string | null, };

/**
 * Worries that are put away or given back.
 */
export type WorriesView = { 
/**
 * What was just done, in words; may be empty.
 */
text: string, 
/**
 * How many are put away, in words; empty where there are none.
 */
parked_text: string, 
/**
 * How many are put away.
 */
parked: number, 
/**
 * Those that are given back and wait for an answer.
 */
given: Array<WorryView>, 
/**
 * "Undo: …", if there is something to undo.
 */
undo_text: string | null, 
/**
 * "Redo: …", if there is something to redo.
 */
redo_text: string | null, };

/**
 * A worry that was given back.
 */
export type WorryView = { 
/**
 * Which.
 */
id: string, 
/**
 * The person's own words.
 */
text: string, 
/**
 * "Friday evening".
 */
from_text: string, };

/**
 * What becomes of a worry that was given back.
 */
export type WorryWay = "keep" | "let-go" | "plan";

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
  /** Pains, factors, medicines and anchors: everything tracked by name. */
  tracked: { request: Nothing; response: Tracked };
  /** Makes or alters a named pain. */
  save_pain: { request: SavePain; response: Tracked };
  /** Makes or alters a factor. */
  save_factor: { request: SaveFactor; response: Tracked };
  /** Makes or alters a medicine. */
  save_medicine: { request: SaveMedicine; response: Tracked };
  /** Puts a pain, a factor or a medicine aside, or takes it up again. */
  retire: { request: Retire; response: Tracked };
  /** Sets what the numbers of the pain scale mean to the person. */
  save_anchors: { request: SaveAnchors; response: Tracked };
  /** Writes down a nap or another sleep, or alters one. */
  save_nap: { request: SaveNap; response: Saved };
  /** Writes down a medicine taken, or alters it. */
  save_taken: { request: SaveTaken; response: Saved };
  /** Writes a note, or alters one. */
  save_note: { request: SaveNote; response: Saved };
  /** The words of the night screen, which is dark now; they tell no time. */
  night: { request: Nothing; response: NightView };
  /** The night screen is left: the display need not be covered any more. */
  night_over: { request: Nothing; response: Nothing };
  /** Notes that the person is awake now. The answer tells no time. */
  night_note: { request: NightNote; response: NightNoted };
  /** Puts the offer of what was noted in a night away; nothing that was noted is lost. */
  night_offer_dismiss: { request: DayRequest; response: Today };
  /** The evening's help: the sequence, the evening under way, breathing, worries. */
  wind_down: { request: Nothing; response: WindDownView };
  /** Makes the sequence the person's own, or takes the ready-made one again. */
  save_wind_down: { request: SaveWindDown; response: WindDownView };
  /** Begins the evening, goes on with it, stands still, moves on, or ends it; an end writes it down. */
  wind_down_act: { request: WindDownRequest; response: WindDownView };
  /** Writes down that the wind-down was done. */
  log_wind_down: { request: LogWindDown; response: Saved };
  /** How breathing is set, and what there is to choose from. */
  breathing: { request: Nothing; response: BreathingView };
  /** Sets how to breathe. */
  save_breathing: { request: Breathing; response: BreathingView };
  /** Finds the person's own pace from taps. */
  breathing_pace: { request: BreathTaps; response: BreathingView };
  /** A session of breathing is over: the next may begin a little slower. */
  breathing_done: { request: BreathDone; response: BreathingView };
  /** Worries that are put away, as a number, and those that are given back. */
  worries: { request: Nothing; response: WorriesView };
  /** Puts worries away until after the light of the day after. */
  park_worries: { request: ParkWorries; response: WorriesView };
  /** Keeps a worry that was given back as a note, lets it go, or writes a next step down with it. */
  settle_worry: { request: SettleWorry; response: WorriesView };
  /** Puts a nap, a medicine taken, a note, a noted awakening or a wind-down into the trash. */
  remove_entry: { request: EntryRequest; response: Saved };
  /** Every card to read, with its strength of evidence, its sources and what speaks against it. */
  learn: { request: Nothing; response: LearnView };
  /** Marks a card as read, or as not read. */
  learn_mark: { request: MarkCard; response: LearnView };
  /** Never offers this card on Today again; it stays in Learn. */
  learn_put_away: { request: CardRequest; response: Today };
  /** Help now: the person's own numbers, and those of their country. It asks nothing and stores nothing. */
  help_now: { request: Nothing; response: HelpView };
  /** Saves the person's own list of help. */
  save_help: { request: SaveHelp; response: HelpView };
  /** When to seek care: a plain list of signs. It looks at nothing in the diary. */
  care: { request: Nothing; response: CareView };
  /** The movement sessions of a day. */
  movement: { request: DayRequest; response: MovementView };
  /** Writes down a movement session, or alters one. */
  save_dose: { request: SaveDose; response: MovementSaved };
  /** Puts a movement session into the trash. */
  remove_dose: { request: RecordRequest; response: MovementSaved };
  /** The library of gentle movements. */
  movement_library: { request: Nothing; response: LibraryView };
  /** Puts a movement aside as not for the person, or takes it up again. */
  hide_movement: { request: HideMovement; response: LibraryView };
  /** Every routine, the person's own and the ready-made. */
  routines: { request: Nothing; response: RoutinesView };
  /** One routine, to be played. */
  routine: { request: RoutineRequest; response: RoutineView };
  /** Makes or alters a routine of the person's own. */
  save_routine: { request: SaveRoutine; response: RoutinesView };
  /** Puts a routine of the person's own into the trash. */
  remove_routine: { request: RoutineRequest; response: RoutinesView };
  /** A routine was done: writes it down as a session that has just ended. */
  routine_done: { request: RoutineDone; response: MovementSaved };
  /** What the just-right ledger suggests, why, and from what. */
  ledger: { request: LedgerRequest; response: LedgerView };
  /** Begins a plan from the baseline of the last four weeks. */
  ledger_begin: { request: LedgerBegin; response: LedgerView };
  /** Ends the plan; what was done stays. */
  ledger_end: { request: Nothing; response: LedgerView };
  /** Agrees to go below the clinician's floor for now. */
  ledger_below_floor: { request: Nothing; response: LedgerView };
  /** Writes down what a clinician said about movement, or alters it. */
  save_instruction: { request: SaveInstruction; response: LedgerView };
  /** Puts what a clinician said into the trash. */
  remove_instruction: { request: RecordRequest; response: LedgerView };
  /** The plan for flares, and the flare that is on. */
  flare: { request: Nothing; response: FlareView };
  /** Saves the plan for flares, keeping what it said before. */
  save_flare_plan: { request: SaveFlarePlan; response: FlareView };
  /** Begins flare mode: the days are marked, Today shrinks to one tap, reminders pause. */
  flare_start: { request: Nothing; response: Saved };
  /** Ends flare mode with today. */
  flare_end: { request: Nothing; response: Saved };
  /** Notes how the flare is, in one tap. */
  flare_note: { request: FlareNoteRequest; response: Saved };
  /** The flare has not passed; it is asked about again in a few days. */
  flare_still_on: { request: Nothing; response: Saved };
  /** Begins a holiday from writing down: no questions, no reminders, and no day of it counts. */
  holiday_start: { request: HolidayStart; response: Saved };
  /** Ends the holiday with today. */
  holiday_end: { request: Nothing; response: Saved };
  /** Finds days by what was written on them. */
  search: { request: SearchRequest; response: SearchView };
  /** Takes back the last change. */
  undo: { request: Nothing; response: Undone };
  /** Brings back what was taken back. */
  redo: { request: Nothing; response: Undone };
  /** Draws a chart. */
  chart: { request: ChartRequest; response: ChartView };
  /** Draws a chart and gives it in a form that goes into the clipboard. */
  copy_chart: { request: CopyChart; response: CopiedChart };
  /** Draws a chart and saves it as a picture, SVG or PNG, where the user says. */
  save_chart: { request: ChartRequest; response: SavedChart };
  /** Days that were marked for the charts with a few words, the latest first. */
  annotations: { request: SpanRequest; response: Annotations };
  /** Marks a day for the charts with a few words, or alters a mark. */
  save_annotation: { request: SaveAnnotation; response: Saved };
  /** Puts a mark into the trash. */
  remove_annotation: { request: AnnotationRequest; response: Saved };
  /** Marks today as the day of a visit to the clinician, for "since the last visit". */
  mark_visit: { request: DayRequest; response: Saved };
  /** Reminders: what comes, the rules, the inbox, the health line. */
  plan: { request: Nothing; response: PlanView };
  /** Sets one reminder rule. */
  set_rule: { request: SetRule; response: PlanView };
  /** Gives a reminder of the user's own another name; what became of it goes along. */
  rename_rule: { request: RenameRule; response: PlanView };
  /** Removes a reminder of the user's own; what became of it stays. */
  remove_rule: { request: KindRequest; response: PlanView };
  /** Sets the user's own bed and rise times; the wind-down and bedtime reminders follow. */
  set_targets: { request: SetTargets; response: PlanView };
  /** Takes up the step that is suggested towards regular times. */
  suggestion_accept: { request: Nothing; response: PlanView };
  /** Not now: nothing is suggested for a fortnight. */
  suggestion_dismiss: { request: Nothing; response: PlanView };
  /** Pauses all reminders; what falls due meanwhile does not count. */
  pause_start: { request: PauseStart; response: PlanView };
  /** Ends the pause. */
  pause_end: { request: Nothing; response: PlanView };
  /** Sets the protected night, or lets it follow the targets. */
  set_protected_night: { request: SetProtectedNight; response: PlanView };
  /** Answers the one question whether a reminder shall rest. */
  answer_question: { request: AnswerQuestion; response: PlanView };
  /** Brings a resting reminder back. */
  bring_back: { request: KindRequest; response: PlanView };
  /** Sets how the morning light is to be had. */
  set_light: { request: SetLight; response: PlanView };
  /** Whether notifications may name what they are about. */
  set_notice_text: { request: SetNoticeText; response: PlanView };
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
  /** The tray's menu, in words. */
  tray_menu: { request: Nothing; response: TrayMenu };
  /** Whether Wane starts with the session, without a window. */
  autostart: { request: Nothing; response: AutostartView };
  /** Lets Wane start with the session, or no longer. */
  set_autostart: { request: SetAutostart; response: AutostartView };
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
  /** Looks into a table nobody knows and proposes what its columns are. */
  import_columns: { request: ColumnsRequest; response: ColumnsView };
  /** Imports files as one undoable batch. */
  import_apply: { request: ImportRequest; response: Imported };
  /** How far the look into files or the import that is going on has come. */
  import_progress: { request: Nothing; response: ImportProgress };
  /** Stops the look into files or the import that is going on; nothing of it is written. */
  import_cancel: { request: Nothing; response: Nothing };
  /** Takes back one import. */
  import_undo: { request: ImportBatchRequest; response: DataView };
  /** Says exactly what an export would hold; writes nothing. */
  export_preview: { request: ExportRequest; response: ExportPreview };
  /** Writes an export where the user says. */
  export_save: { request: ExportRequest; response: Exported };
  /** Derived measures of nights. */
  measures: { request: SpanRequest; response: MeasuresView };
  /** Nights that somebody wrote down and a device measured, side by side. */
  device_felt: { request: SpanRequest; response: DeviceFelt };
  /** What sleep and pain have to do with each other in this diary, and how sure anyone can be. */
  insight: { request: InsightRequest; response: InsightView };
  /** The Insights view: what the latest weekly look says. It stays the same until the next look. */
  insights: { request: InsightsRequest; response: InsightsView };
  /** How one finding of the Insights view was worked out, and from which days. */
  insight_detail: { request: InsightDetailRequest; response: InsightDetail };
  /** Chooses the weekday on which the diary is looked at. */
  set_weekly_look: { request: SetWeeklyLook; response: WeeklyLookView };
  /** The week in three facts: one good thing, one steady thing, one open question. */
  look_back: { request: LookBackRequest; response: LookBackView };
  /** Skips the look back on this week, or brings it back. */
  look_back_skip: { request: SkipLookBack; response: LookBackView };
  /** Small experiments: the one that is on, and what came of those that have ended. */
  experiments: { request: Nothing; response: ExperimentsView };
  /** What can be expected of an experiment; nothing is fixed. */
  experiment_propose: { request: ExperimentDesign; response: ExperimentProposal };
  /** Fixes an experiment and throws its coins. */
  experiment_start: { request: ExperimentDesign; response: ExperimentsView };
  /** Writes down whether it was done on a day, or takes the word back. */
  experiment_said: { request: ExperimentSaid; response: ExperimentsView };
  /** Stops the experiment that is on, on any day and for any reason. */
  experiment_stop: { request: Nothing; response: ExperimentsView };
  /** What came of an experiment that has ended; one that has not is refused. */
  experiment_result: { request: ExperimentRequest; response: ExperimentPast };
  /** Puts an experiment that has ended into the trash. */
  experiment_remove: { request: ExperimentRequest; response: ExperimentsView };
  /** The days of a span, read back. */
  days: { request: SpanRequest; response: Array<DayView> };
  /** Everything ever written for one day. */
  history: { request: DayRequest; response: HistoryView };
  /** Brings a day back to how one change left it. */
  restore_version: { request: VersionRequest; response: Saved };
  /** What was removed in the last 30 days. */
  trash: { request: Nothing; response: TrashView };
  /** Brings something back from the trash. */
  trash_restore: { request: TrashRequest; response: TrashView };
  /** The backups there are. */
  backups: { request: Nothing; response: BackupsView };
  /** Makes a backup now, and reads it back. */
  backup_now: { request: Nothing; response: BackupsView };
  /** Reads a backup from beginning to end. */
  backup_verify: { request: BackupRequest; response: BackupReport };
  /** Restores the newest backup into a place of its own, reads it, and removes it again. */
  backup_rehearse: { request: Nothing; response: BackupReport };
  /** Says what restoring a backup would change; writes nothing. */
  restore_preview: { request: BackupRequest; response: RestorePreview };
  /** Puts a backup in the place of the diary, which is kept as a backup itself. */
  restore_apply: { request: BackupRequest; response: Start };
  /** Examines the diary from beginning to end. */
  check: { request: Nothing; response: CheckReport };
  /** Brings back what can be brought back after damage, or starts afresh. */
  recover: { request: RecoverRequest; response: Start };
  /** Ends the program, reminders included. */
  quit: { request: Nothing; response: Nothing };
  /** Closes the window; reminders keep coming. */
  close_window: { request: Nothing; response: Nothing };
}
