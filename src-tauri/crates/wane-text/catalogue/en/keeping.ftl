### Sentences made by the app about finding and keeping: search, history, trash, backups, the way back.

## Changes, as undo and history name them
change-restore-day = an earlier version of a day
change-restore = something from the trash
change-remove = removal
change-recover = what was brought back

## Things, as history, trash and finds name them. $name is what the person calls it
thing-night = Night
thing-nap = Nap
thing-device-sleep = Sleep measured by a device
thing-pain-morning = Pain on waking
thing-pain-evening = Pain in the evening
thing-pain-moment = Pain at one moment
thing-named-pain-morning = { $name }, on waking
thing-named-pain-evening = { $name }, in the evening
thing-named-pain-moment = { $name }, at one moment
thing-day-entry = Day
thing-named-pain = Named pain
thing-factor = Factor
thing-medicine = Medicine
thing-dose = Movement
thing-light = Time outdoors
thing-medicine-taken = { $name }
thing-span = Marked days
thing-note = Note
thing-annotation = Mark on the charts
thing-interference = The past week
thing-import-batch = Import
thing-setting = Setting
# Something whose name is not in the diary any more.
thing-nameless = (no name)
thing-says = { $thing }: { $says }
thing-field = { $thing }, { $field }

## Fields
field-is = { $field }: { $value }
field-changed = { $field }: { $old } → { $new }
field-taken-back = { $field }: { $old }, taken back
field-night-bed = into bed
field-night-lights-out = tried to sleep
field-night-sol-min = time to fall asleep
field-night-nwak = times awake
field-night-waso-min = awake in the night
field-night-final-wake = last woke up
field-night-tasafa-min = tried to sleep on
field-night-out-of-bed = out of bed
field-night-quality = how it was
field-day-entry-arousal = busy head
field-day-entry-mattered = what mattered
field-day-entry-rough = rough day
field-interference-pain = pain on average
field-interference-enjoyment = in the way of enjoying things
field-interference-activity = in the way of doing things
field-any-start = from
field-any-end = to
field-any-asleep-min = asleep
field-any-in-bed-min = in bed
field-any-awake-min = awake
field-any-unaccounted-min = not accounted for
field-any-stage-deep-min = deep sleep
field-any-stage-light-min = light sleep
field-any-stage-rem-min = REM sleep
field-any-stage-awake-min = awake in between
field-any-stage-restless-min = restless
field-any-stage-asleep-min = asleep, no stage
field-any-name = name
field-any-regions = place
field-any-retired-at = put aside
field-any-timing = by day or by night
field-any-unit = unit
field-any-kind = kind
field-any-minutes = length
field-any-effort = effort
field-any-felt = felt
field-any-at = at
field-any-purpose = taken
field-any-amount = amount
field-any-from-date = from
field-any-to-date = to
field-any-rating = rating
field-any-value = value
field-any-text = text
field-any-label = label
field-any-format = format
field-any-file-name = file
field-any-file-hash = fingerprint
field-any-home-zone = zone
field-any-imported-at = imported
field-any-added = added
field-any-changed = changed
field-any-unchanged = unchanged
field-any-left-out = left out

## Values
value-none = not said
value-yes-no-0 = no
value-yes-no-1 = yes
value-purpose-planned = as planned
value-purpose-rescue = for relief
value-felt-less = could have been more
value-felt-right = just right
value-felt-too-much = too much
value-kind-flare = flare
value-kind-illness = illness
value-kind-journey = journey
value-kind-night = night
value-kind-nap = nap

## Versions of a day. $what names a change
version-at = { $day }, { $time }
version-edit = Saved: { $what }
version-undo = Taken back: { $what }
version-redo = Brought back: { $what }
version-removed = Removed: { $what }
day-restored = The day is back as it was then
day-same = The day was already like that

## Trash
trash-empty = Nothing was removed in the last { $days } days.
trash-some = { $count ->
    [one] One thing was removed in the last { $days } days.
   *[other] { $count } things were removed in the last { $days } days.
 } After that they leave this list; the history of their day still has them.
trash-item = { $what } ({ $day })
trash-removed = Removed on { $day }; listed here until { $until }.

## Search
search-hint = Search everything you wrote: notes, what mattered, movement, medicines. A date such as “14 March” finds that day.
search-none = Nothing was found. Fewer or shorter words find more.
search-day = Nothing was written with these words; the day itself is there.
search-found = { $count ->
    [one] One find
   *[other] { $count } finds
 }
search-more = The newest { $count } finds; there are more
find-note-text = Note
find-day-entry-mattered = What mattered
find-dose-kind = Movement
find-medicine-taken-amount = Medicine
find-medicine-name = Medicine
find-factor-name = Factor
find-named-pain-name = Pain
find-annotation-label = Mark on the charts

## Kinds of entries, as tables of what a diary holds name them
holds-kind = Kind
holds-now = Now
holds-then = In the backup
holds-count = Entries
holds-night = Nights
holds-nap = Naps
holds-device-sleep = Sleeps measured by a device
holds-named-pain = Named pains
holds-pain-rating = Pain ratings
holds-day-entry = Days with an evening or a rough-day mark
holds-factor = Factors
holds-factor-value = Answers about factors
holds-dose = Movement sessions
holds-light = Times outdoors
holds-medicine = Medicines
holds-medicine-taken = Medicines taken
holds-span = Marked runs of days
holds-note = Notes
holds-annotation = Marks on the charts
holds-interference = Weekly answers
holds-import-batch = Imports

## Backups
backup-none = There is no backup yet. Wane makes one by itself once there is something to keep.
backup-last = The last backup was made on { $day } at { $time }, read back, and found whole.
backup-item = { $day }, { $time } · { $why } · { $size }
backup-reason-daily = daily
backup-reason-import = before an import
backup-reason-restore = before a restore
backup-reason-upgrade = before an upgrade
backup-reason-by-hand = made by you
backup-made = The backup was made, read back, and found whole.
backup-same = Nothing has changed since the last backup, and that one is whole.
backup-sound = This backup is whole: { $text }
backup-unsound = This backup cannot be read to its end. It stays where it is; an older one can be used instead.
backup-holds = { $nights ->
    [one] one night
   *[other] { $nights } nights
 } and { $ratings ->
    [one] one pain rating
   *[other] { $ratings } pain ratings
 }, { $range }.
backup-holds-nothing = there is nothing in it yet.
size-bytes = { $size } bytes
size-kib = { $size } KB
size-mib = { $size } MB
rehearsed = Wane put the newest backup into a place of its own, opened it and read it: { $text } The copy is gone again. Your diary was not touched.
rehearse-nothing = There is no backup to rehearse with yet.
check-sound = The diary was read from beginning to end and is whole: { $text }
check-unsound = Something in the diary file cannot be read. Please close Wane and start it again: it then keeps the damaged file and offers to bring everything back.

## Restoring a backup
restore-same = This backup holds exactly what the diary holds now. Nothing would change.
restore-what = The diary would be as it was on { $day } at { $time }. What it holds now is kept as a backup of its own first.
restore-days-gone = Only in the diary now
restore-days-back = Only in the backup
restore-days-differ = Different
restore-days-count = { $count ->
    [0] no day
    [one] one day
   *[other] { $count } days
 }
restore-schema-older = Made by an older Wane
restore-schema-older-text = It will be brought up to date on the way.
restored = The backup is in place. What the diary held before is a backup itself.

## After damage
recovery-text = The diary file was damaged, perhaps by the disk or a sudden power cut. It was moved aside and kept whole; nothing was deleted.
recovery-backup = Newest backup that is whole
recovery-backup-text = from { $day } at { $time }: { $text }
recovery-no-backup-text = none
recovery-salvage = Newer entries that can still be read
recovery-salvage-text = { $count ->
    [0] none
    [one] one
   *[other] { $count }
 }
recovery-part = Not everything in the damaged file can be read. A day that is newer than the backup may come back in part; what cannot be read stays empty.
recovery-done = Your diary is back.
recovery-pending = The diary file was damaged. It was moved to { $folder } and kept whole. Run “wane recover restore” to bring back what can be brought back, or “wane recover fresh” to begin an empty diary.

## What can go wrong with these
error-network-folder = This folder lies on another computer ({ $kind }). A diary can be damaged there when the link drops. Nothing was touched; please choose a folder on this one.
error-synced-folder = { $service } copies this folder piece by piece while it is being written, which can damage a diary. Nothing there was touched; please choose a folder outside it. Exports and backups can be kept there.
error-no-backup = There is no such backup. Nothing was changed.
error-full-reserve = The disk is full, so this was not saved yet. Wane has freed the room it kept for this; please save again, and then free some space. Everything saved before is safe.
error-backup-unsound = This backup cannot be read to its end, so nothing was changed. An older one can be used instead.
error-sample-backup = This is the sample diary. Please go back to your own diary first; its backups are safe.
error-backup-first = No backup could be made first ({ $reason }), so nothing was changed.
