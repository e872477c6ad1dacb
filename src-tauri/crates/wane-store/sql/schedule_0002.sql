-- Schema 2 of schedule.db: pauses, the protected night, reminders that rest, and how suggestions were answered.
--
-- Times only, as before: why somebody pauses, and what was suggested, stand in the diary.

-- The log learns three more ends: all of the window lay in the protected night; a pause; a reminder that rests.
CREATE TABLE reminder_log_wider (
    kind TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (date(local_date) IS local_date),
    rule_rev INTEGER NOT NULL CHECK (rule_rev BETWEEN 0 AND 4294967295),
    due_utc INTEGER NOT NULL CHECK (due_utc BETWEEN -62167219200000 AND 253402300799999),
    tz_used TEXT NOT NULL,
    until_utc INTEGER NOT NULL CHECK (until_utc BETWEEN -62167219200000 AND 253402300799999),
    state TEXT NOT NULL CHECK (state IN ('claimed', 'shown', 'undelivered', 'missed', 'done', 'snoozed', 'skipped', 'quiet', 'paused', 'rested')),
    claimed_at INTEGER CHECK (claimed_at BETWEEN -62167219200000 AND 253402300799999),
    shown_at INTEGER CHECK (shown_at BETWEEN -62167219200000 AND 253402300799999),
    acted_at INTEGER CHECK (acted_at BETWEEN -62167219200000 AND 253402300799999),
    snoozed_until INTEGER CHECK (snoozed_until BETWEEN -62167219200000 AND 253402300799999),
    PRIMARY KEY (kind, local_date)
) STRICT, WITHOUT ROWID;
INSERT INTO reminder_log_wider
    SELECT kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, claimed_at, shown_at, acted_at, snoozed_until
    FROM reminder_log;
DROP TABLE reminder_log;
ALTER TABLE reminder_log_wider RENAME TO reminder_log;
CREATE INDEX reminder_log_by_date ON reminder_log (local_date);
CREATE INDEX reminder_log_by_due ON reminder_log (due_utc);

-- Times without reminders. An end of NULL means that nobody has said when.
CREATE TABLE pause (
    id INTEGER NOT NULL PRIMARY KEY,
    from_utc INTEGER NOT NULL CHECK (from_utc BETWEEN -62167219200000 AND 253402300799999),
    until_utc INTEGER CHECK (until_utc BETWEEN -62167219200000 AND 253402300799999)
) STRICT;

-- The hours in which nothing is shown, by the weekday of the evening; 0 is Monday.
-- Automatic ones follow the targets, and are written anew with them.
CREATE TABLE protected_night (
    weekday INTEGER NOT NULL PRIMARY KEY CHECK (weekday BETWEEN 0 AND 6),
    begins TEXT NOT NULL CHECK (time(begins) IS begins),
    ends TEXT NOT NULL CHECK (time(ends) IS ends),
    automatic INTEGER NOT NULL CHECK (automatic IN (0, 1))
) STRICT;

-- Whether a reminder shall rest is asked once for each kind; the key is what keeps it from being asked again.
-- A kind rests while its answer is 'rest' and nobody has brought it back.
CREATE TABLE fading (
    kind TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL CHECK (reason IN ('steady', 'ignored')),
    asked_at INTEGER NOT NULL CHECK (asked_at BETWEEN -62167219200000 AND 253402300799999),
    answer TEXT CHECK (answer IN ('keep', 'rest')),
    answered_at INTEGER CHECK (answered_at BETWEEN -62167219200000 AND 253402300799999),
    back_at INTEGER CHECK (back_at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- How suggestions of regular times were answered; what they were is no business of this file.
CREATE TABLE suggestion (
    id INTEGER NOT NULL PRIMARY KEY,
    answered_at INTEGER NOT NULL CHECK (answered_at BETWEEN -62167219200000 AND 253402300799999),
    answer TEXT NOT NULL CHECK (answer IN ('accepted', 'not-now'))
) STRICT;
