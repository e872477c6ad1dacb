### Words of the window for finding and keeping: search, history, trash, backups, the way back.

## Search
search-title = Search
search-field = Words or a date
search-finds = Finds
search-looking = Looking…
search-go = Go to { $day }
search-show-more = Show more
search-keys = choose
search-keys-open = open the day
search-keys-close = close

## What takes a while
working-long = A long diary takes a little longer.

## The history of a day
view-history = How this day came to be
history-note = Each saved change, newest first. Bringing an earlier one back is a change too, and can be undone.
history-back = The day
history-list = Saved changes
history-restore = Bring this back
history-restore-named = Bring this back: { $when }, { $what }
history-restoring = Bringing it back…
history-current = As it is now
history-current-named = As it is now: { $when }, { $what }
history-before = Before anything was written
history-restore-before = Bring this back: the day before anything was written
history-empty = Nothing was written for this day yet. Each change you save is kept and listed here.
history-empty-act = Go to the day

## Data: what is kept
data-kept = Kept safe
data-back = Data

## Trash
view-trash = Trash
trash-restore = Bring back
trash-restore-named = Bring back: { $what }
trash-restoring = Bringing it back…
trash-restored = It is back
trash-teach = Naps, medicines and notes you remove wait here for a while, in case you want them back.
trash-teach-act = Go to Today

## Backups
view-backups = Backups
backups-now = Back up now
backups-making = Making a backup and reading it back…
backups-where = Folder
backups-list = The backups
backups-older = Older backups
backups-verify = Read it back
backups-verify-named = Read it back: { $what }
backups-verifying = Reading it from beginning to end…
backups-preview = What would change
backups-preview-named = What would change: { $what }
backups-comparing = Comparing it with the diary…
backups-plan = What would change
backups-holds = What it holds
backups-holds-diary = What the diary holds
backups-days = Days that would change
backups-kinds = Now and then, kind by kind
backups-place = Put this backup in place
backups-placing = Keeping today’s state, then putting the backup in place…
backups-placed = The backup is in place. What the diary held before is a backup of its own.
backups-leave = Leave it as it is
backups-sure = Making sure
backups-rehearse = Rehearse a restore
backups-rehearse-note = Opens the newest backup in a place of its own, reads it, and clears it away. Your diary stays as it is.
backups-rehearsing = Rehearsing…
backups-check = Examine the diary
backups-check-note = Reads the diary from beginning to end. Nothing is changed.
backups-checking = Reading the diary…

## The way back after damage
recovery-title = Something happened to your diary’s file
recovery-kept = The damaged file
recovery-restore = Bring my diary back
recovery-restoring = Bringing back what can be read…
recovery-fresh = Start with an empty diary
recovery-fresh-note = Either way, the damaged file and the backups stay where they are.
recovery-starting = Starting a new diary…
recovery-back = Your diary is back

## Keys
keyname-find = Ctrl F
key-search = search
key-finds = go through finds, or through the changes of a day
