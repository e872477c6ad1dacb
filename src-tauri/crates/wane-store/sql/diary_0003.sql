-- Schema 3 of diary.db: being awake in the night can be noted at once, to be offered in the morning.

-- One instant noted at night, and what was chosen then.
CREATE TABLE awakening (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    at_utc INTEGER NOT NULL CHECK (at_utc BETWEEN -62167219200000 AND 253402300799999),
    at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -93599 AND 93599),
    at_zone TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('breathe', 'settle', 'note')),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX awakening_by_date ON awakening (date) WHERE deleted_at IS NULL;
CREATE INDEX awakening_by_source ON awakening (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;
