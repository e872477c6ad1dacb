-- Schema 1 of schedule.db: when to remind of what, and what became of it. Nothing about the diary's content.
--
-- Dates are ISO texts, instants are milliseconds since 1970 in UTC.

-- One rule of a kind. A zone of NULL means the clock of wherever the machine is.
CREATE TABLE reminder_rule (
    kind TEXT NOT NULL PRIMARY KEY,
    tz_iana TEXT,
    grace_min INTEGER NOT NULL CHECK (grace_min BETWEEN 0 AND 4294967295),
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    rev INTEGER NOT NULL CHECK (rev BETWEEN 0 AND 4294967295),
    changed_at INTEGER NOT NULL CHECK (changed_at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- The rule's time on each weekday that has one; 0 is Monday.
CREATE TABLE reminder_time (
    kind TEXT NOT NULL REFERENCES reminder_rule (kind) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    local_time TEXT NOT NULL CHECK (time(local_time) IS local_time),
    PRIMARY KEY (kind, weekday)
) STRICT, WITHOUT ROWID;

-- What became of each occurrence. The key is what keeps a reminder from coming twice.
-- No reference to the rule: the log outlives it.
CREATE TABLE reminder_log (
    kind TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (date(local_date) IS local_date),
    rule_rev INTEGER NOT NULL CHECK (rule_rev BETWEEN 0 AND 4294967295),
    due_utc INTEGER NOT NULL CHECK (due_utc BETWEEN -62167219200000 AND 253402300799999),
    tz_used TEXT NOT NULL,
    until_utc INTEGER NOT NULL CHECK (until_utc BETWEEN -62167219200000 AND 253402300799999),
    state TEXT NOT NULL CHECK (state IN ('claimed', 'shown', 'undelivered', 'missed', 'done', 'snoozed', 'skipped')),
    claimed_at INTEGER CHECK (claimed_at BETWEEN -62167219200000 AND 253402300799999),
    shown_at INTEGER CHECK (shown_at BETWEEN -62167219200000 AND 253402300799999),
    acted_at INTEGER CHECK (acted_at BETWEEN -62167219200000 AND 253402300799999),
    snoozed_until INTEGER CHECK (snoozed_until BETWEEN -62167219200000 AND 253402300799999),
    PRIMARY KEY (kind, local_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_log_by_date ON reminder_log (local_date);
CREATE INDEX reminder_log_by_due ON reminder_log (due_utc);

-- The thing itself is done for that date, so its reminder need not come.
CREATE TABLE done (
    kind TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (date(local_date) IS local_date),
    at INTEGER NOT NULL CHECK (at BETWEEN -62167219200000 AND 253402300799999),
    PRIMARY KEY (kind, local_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX done_by_date ON done (local_date);

-- How reminding is doing: last_check, and whatever the loop wants to tell.
CREATE TABLE health (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
