-- Schema 1 of diary.db.
--
-- Every record row has: uuid, its name for ever; hlc and device_id, when and where it was last written;
-- deleted_at, NULL while it is alive (a removed row stays as a tombstone).
-- Dates are ISO texts, instants are milliseconds since 1970 in UTC.
-- A moment is three columns: the instant, the offset its clock had in seconds east, and the IANA zone.
-- NULL means "not said", and only that.
-- No CHECK spans two fields: a merge settles each field by itself and must never be refused for what they say together.

-- Facts the file keeps about itself: its own device_id, the clock's last stamp, the number of the last operation.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- Every device whose changes are in here; device_id is short for its uuid and means nothing outside this file.
CREATE TABLE device (
    device_id INTEGER NOT NULL PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36)
) STRICT;

-- One saved change. An undo is a change of its own that reverses another, and so is a redo: history only grows.
CREATE TABLE change (
    change_id INTEGER NOT NULL PRIMARY KEY,
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 40 AND label NOT GLOB '*[^a-z0-9-]*'),
    at INTEGER NOT NULL CHECK (at BETWEEN -62167219200000 AND 253402300799999),
    -- The change this one takes back, or brings back.
    undoes INTEGER REFERENCES change (change_id),
    redoes INTEGER REFERENCES change (change_id) CHECK (undoes IS NULL OR redoes IS NULL),
    -- The change that took this one back, while it is taken back.
    undone_by INTEGER REFERENCES change (change_id)
) STRICT;
CREATE INDEX change_undo_in_effect ON change (change_id) WHERE undone_by IS NULL AND undoes IS NOT NULL;
CREATE INDEX change_of_the_user ON change (change_id) WHERE undoes IS NULL AND redoes IS NULL;

-- Everything that ever had a history; record_no is short for the name and means nothing outside this file.
-- A setting is called by its name, anything else by its uuid.
CREATE TABLE record (
    record_no INTEGER NOT NULL PRIMARY KEY,
    uuid TEXT NOT NULL,
    in_table TEXT NOT NULL,
    UNIQUE (uuid, in_table)
) STRICT;

-- What each change did, field by field; the view `operation` spells it out.
-- The field 'alive' is 1 for a row that is there, 0 for one that was removed, NULL before it first was.
CREATE TABLE op (
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    counter INTEGER NOT NULL CHECK (counter > 0),
    change_id INTEGER NOT NULL REFERENCES change (change_id),
    hlc INTEGER NOT NULL,
    record_no INTEGER NOT NULL REFERENCES record (record_no),
    field TEXT NOT NULL,
    value ANY,
    old_value ANY,
    -- The stamp of the operation before this one on the same field.
    prev_hlc INTEGER,
    PRIMARY KEY (device_id, counter)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_by_field ON op (record_no, field, hlc);
CREATE INDEX op_by_change ON op (change_id);
-- Every record that ever lay on a date can be found by the operation that put it there.
CREATE INDEX op_by_date ON op (value) WHERE field IN ('date', 'wake_date', 'from_date');

-- The operations as other devices would be told of them.
CREATE VIEW operation AS
SELECT device.uuid || ':' || counter AS op_id, change_id, hlc, in_table, record.uuid AS row_uuid, field, value, old_value, prev_hlc
FROM op JOIN device USING (device_id) JOIN record USING (record_no);

-- The user's choices; a setting that was taken back keeps its row with NULL.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT,
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id)
) STRICT, WITHOUT ROWID;

-- One main sleep period as the person felt it.
CREATE TABLE night (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    wake_date TEXT NOT NULL CHECK (date(wake_date) IS wake_date),
    bed_utc INTEGER CHECK (bed_utc BETWEEN -62167219200000 AND 253402300799999),
    bed_offset INTEGER CHECK (bed_offset BETWEEN -93599 AND 93599),
    bed_zone TEXT CHECK ((bed_utc IS NULL) = (bed_zone IS NULL) AND (bed_utc IS NULL) = (bed_offset IS NULL)),
    lights_out_utc INTEGER CHECK (lights_out_utc BETWEEN -62167219200000 AND 253402300799999),
    lights_out_offset INTEGER CHECK (lights_out_offset BETWEEN -93599 AND 93599),
    lights_out_zone TEXT CHECK ((lights_out_utc IS NULL) = (lights_out_zone IS NULL) AND (lights_out_utc IS NULL) = (lights_out_offset IS NULL)),
    sol_min INTEGER CHECK (sol_min BETWEEN 0 AND 65535),
    nwak INTEGER CHECK (nwak BETWEEN 0 AND 65535),
    waso_min INTEGER CHECK (waso_min BETWEEN 0 AND 65535),
    final_wake_utc INTEGER CHECK (final_wake_utc BETWEEN -62167219200000 AND 253402300799999),
    final_wake_offset INTEGER CHECK (final_wake_offset BETWEEN -93599 AND 93599),
    final_wake_zone TEXT CHECK ((final_wake_utc IS NULL) = (final_wake_zone IS NULL) AND (final_wake_utc IS NULL) = (final_wake_offset IS NULL)),
    tasafa_min INTEGER CHECK (tasafa_min BETWEEN 0 AND 65535),
    out_of_bed_utc INTEGER CHECK (out_of_bed_utc BETWEEN -62167219200000 AND 253402300799999),
    out_of_bed_offset INTEGER CHECK (out_of_bed_offset BETWEEN -93599 AND 93599),
    out_of_bed_zone TEXT CHECK ((out_of_bed_utc IS NULL) = (out_of_bed_zone IS NULL) AND (out_of_bed_utc IS NULL) = (out_of_bed_offset IS NULL)),
    quality INTEGER CHECK (quality BETWEEN 1 AND 5),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX night_by_date ON night (wake_date) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX night_by_source ON night (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- Any sleep that is not the night.
CREATE TABLE nap (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    start_utc INTEGER CHECK (start_utc BETWEEN -62167219200000 AND 253402300799999),
    start_offset INTEGER CHECK (start_offset BETWEEN -93599 AND 93599),
    start_zone TEXT CHECK ((start_utc IS NULL) = (start_zone IS NULL) AND (start_utc IS NULL) = (start_offset IS NULL)),
    end_utc INTEGER CHECK (end_utc BETWEEN -62167219200000 AND 253402300799999),
    end_offset INTEGER CHECK (end_offset BETWEEN -93599 AND 93599),
    end_zone TEXT CHECK ((end_utc IS NULL) = (end_zone IS NULL) AND (end_utc IS NULL) = (end_offset IS NULL)),
    asleep_min INTEGER CHECK (asleep_min BETWEEN 0 AND 65535),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX nap_by_date ON nap (date) WHERE deleted_at IS NULL;
CREATE INDEX nap_by_source ON nap (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A sleep as a device measured it; a vendor's sleep is known by its own name and taken once.
CREATE TABLE device_sleep (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    wake_date TEXT NOT NULL CHECK (date(wake_date) IS wake_date),
    kind TEXT NOT NULL CHECK (kind IN ('night', 'nap')),
    start_utc INTEGER NOT NULL CHECK (start_utc BETWEEN -62167219200000 AND 253402300799999),
    start_offset INTEGER NOT NULL CHECK (start_offset BETWEEN -93599 AND 93599),
    start_zone TEXT NOT NULL,
    end_utc INTEGER NOT NULL CHECK (end_utc BETWEEN -62167219200000 AND 253402300799999),
    end_offset INTEGER NOT NULL CHECK (end_offset BETWEEN -93599 AND 93599),
    end_zone TEXT NOT NULL,
    offset_certainty TEXT NOT NULL CHECK (offset_certainty IN ('stated', 'instant-only', 'assumed')),
    asleep_min INTEGER CHECK (asleep_min BETWEEN 0 AND 4294967295),
    in_bed_min INTEGER CHECK (in_bed_min BETWEEN 0 AND 4294967295),
    awake_min INTEGER CHECK (awake_min BETWEEN 0 AND 4294967295),
    unaccounted_min INTEGER CHECK (unaccounted_min BETWEEN -2147483648 AND 2147483647),
    stage_deep_min INTEGER CHECK (stage_deep_min BETWEEN 0 AND 4294967295),
    stage_light_min INTEGER CHECK (stage_light_min BETWEEN 0 AND 4294967295),
    stage_rem_min INTEGER CHECK (stage_rem_min BETWEEN 0 AND 4294967295),
    stage_awake_min INTEGER CHECK (stage_awake_min BETWEEN 0 AND 4294967295),
    stage_restless_min INTEGER CHECK (stage_restless_min BETWEEN 0 AND 4294967295),
    stage_asleep_min INTEGER CHECK (stage_asleep_min BETWEEN 0 AND 4294967295),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_sleep_by_date ON device_sleep (wake_date) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX device_sleep_by_source ON device_sleep (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A pain the user tells apart from the others.
CREATE TABLE named_pain (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    name TEXT NOT NULL,
    region TEXT,
    retired_at INTEGER CHECK (retired_at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- One rating; without a named pain it is pain overall.
CREATE TABLE pain_rating (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    occasion TEXT NOT NULL CHECK (occasion IN ('morning', 'evening', 'moment')),
    pain TEXT REFERENCES named_pain (uuid) DEFERRABLE INITIALLY DEFERRED,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX pain_rating_by_date ON pain_rating (date) WHERE deleted_at IS NULL;
CREATE INDEX pain_rating_by_source ON pain_rating (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- What one day's entry holds besides pain and sleep.
CREATE TABLE day_entry (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    arousal INTEGER CHECK (arousal BETWEEN 0 AND 4),
    mattered TEXT,
    rough INTEGER NOT NULL CHECK (rough BETWEEN 0 AND 1),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_entry_by_date ON day_entry (date) WHERE deleted_at IS NULL;
CREATE INDEX day_entry_by_source ON day_entry (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- Something the user chooses to track.
CREATE TABLE factor (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    name TEXT NOT NULL,
    timing TEXT NOT NULL CHECK (timing IN ('day', 'night')),
    unit TEXT,
    retired_at INTEGER CHECK (retired_at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- One day's value of a factor.
CREATE TABLE factor_value (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    factor TEXT NOT NULL REFERENCES factor (uuid) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL CHECK (date(date) IS date),
    value REAL NOT NULL CHECK (abs(value) <= 1.7976931348623157e308),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX factor_value_by_date ON factor_value (date) WHERE deleted_at IS NULL;
CREATE INDEX factor_value_by_source ON factor_value (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- One movement session.
CREATE TABLE dose (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    start_utc INTEGER CHECK (start_utc BETWEEN -62167219200000 AND 253402300799999),
    start_offset INTEGER CHECK (start_offset BETWEEN -93599 AND 93599),
    start_zone TEXT CHECK ((start_utc IS NULL) = (start_zone IS NULL) AND (start_utc IS NULL) = (start_offset IS NULL)),
    kind TEXT,
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 65535),
    effort INTEGER CHECK (effort BETWEEN 0 AND 10),
    felt TEXT CHECK (felt IN ('less', 'right', 'too-much')),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX dose_by_date ON dose (date) WHERE deleted_at IS NULL;
CREATE INDEX dose_by_source ON dose (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- Time in daylight.
CREATE TABLE light (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    start_utc INTEGER CHECK (start_utc BETWEEN -62167219200000 AND 253402300799999),
    start_offset INTEGER CHECK (start_offset BETWEEN -93599 AND 93599),
    start_zone TEXT CHECK ((start_utc IS NULL) = (start_zone IS NULL) AND (start_utc IS NULL) = (start_offset IS NULL)),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 65535),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX light_by_date ON light (date) WHERE deleted_at IS NULL;
CREATE INDEX light_by_source ON light (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A medicine the user records.
CREATE TABLE medicine (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    name TEXT NOT NULL,
    retired_at INTEGER CHECK (retired_at BETWEEN -62167219200000 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- One taking of a medicine.
CREATE TABLE medicine_taken (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    medicine TEXT NOT NULL REFERENCES medicine (uuid) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL CHECK (date(date) IS date),
    at_utc INTEGER CHECK (at_utc BETWEEN -62167219200000 AND 253402300799999),
    at_offset INTEGER CHECK (at_offset BETWEEN -93599 AND 93599),
    at_zone TEXT CHECK ((at_utc IS NULL) = (at_zone IS NULL) AND (at_utc IS NULL) = (at_offset IS NULL)),
    purpose TEXT CHECK (purpose IN ('planned', 'rescue')),
    amount TEXT,
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX medicine_taken_by_date ON medicine_taken (date) WHERE deleted_at IS NULL;
CREATE INDEX medicine_taken_by_source ON medicine_taken (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A marked run of days; without a last day it goes on.
CREATE TABLE span (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    kind TEXT NOT NULL CHECK (kind IN ('flare', 'illness', 'journey')),
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date TEXT CHECK (date(to_date) IS to_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_by_date ON span (from_date) WHERE deleted_at IS NULL;

-- Free text about a day.
CREATE TABLE note (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    text TEXT NOT NULL,
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_by_date ON note (date) WHERE deleted_at IS NULL;
CREATE INDEX note_by_source ON note (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A label on the charts.
CREATE TABLE annotation (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    label TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_by_date ON annotation (date) WHERE deleted_at IS NULL;

-- Weekly three-part interference.
CREATE TABLE interference (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    enjoyment INTEGER CHECK (enjoyment BETWEEN 0 AND 10),
    activity INTEGER CHECK (activity BETWEEN 0 AND 10),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX interference_by_date ON interference (date) WHERE deleted_at IS NULL;
CREATE INDEX interference_by_source ON interference (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- One import that was taken into the diary.
CREATE TABLE import_batch (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    format TEXT NOT NULL,
    file_name TEXT,
    file_hash TEXT,
    home_zone TEXT,
    imported_at INTEGER NOT NULL CHECK (imported_at BETWEEN -62167219200000 AND 253402300799999),
    added INTEGER NOT NULL CHECK (added BETWEEN 0 AND 4294967295),
    changed INTEGER NOT NULL CHECK (changed BETWEEN 0 AND 4294967295),
    unchanged INTEGER NOT NULL CHECK (unchanged BETWEEN 0 AND 4294967295),
    left_out INTEGER NOT NULL CHECK (left_out BETWEEN 0 AND 4294967295)
) STRICT, WITHOUT ROWID;
