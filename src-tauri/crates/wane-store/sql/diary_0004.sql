-- Schema 4 of diary.db.

-- One evening's wind-down; blocks are codes apart by a space, NULL where nobody has said.
CREATE TABLE wind_down (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    start_utc INTEGER CHECK (start_utc BETWEEN -62167219200000 AND 253402300799999),
    start_offset INTEGER CHECK (start_offset BETWEEN -93599 AND 93599),
    start_zone TEXT CHECK ((start_utc IS NULL) = (start_zone IS NULL) AND (start_utc IS NULL) = (start_offset IS NULL)),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 65535),
    blocks TEXT,
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX wind_down_by_date ON wind_down (date) WHERE deleted_at IS NULL;
CREATE INDEX wind_down_by_source ON wind_down (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A worry that was written down in the evening and is given back the day after.
-- Its words are no passage of the index: they stay out of sight until then, and what is kept of them becomes a note.
CREATE TABLE worry (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    evening TEXT NOT NULL CHECK (date(evening) IS evening),
    text TEXT NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('parked', 'kept', 'let-go', 'planned')),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX worry_by_source ON worry (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A routine of the person's own: movements of the library in an order, such as "heel-slide 6x, calf-ease 2m".
CREATE TABLE routine (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    name TEXT NOT NULL,
    steps TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a clinician said about movement, from a day on.
CREATE TABLE instruction (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    floor_min INTEGER CHECK (floor_min BETWEEN 0 AND 65535),
    ceiling_min INTEGER CHECK (ceiling_min BETWEEN 0 AND 65535),
    said TEXT,
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX instruction_by_date ON instruction (date) WHERE deleted_at IS NULL;
CREATE INDEX instruction_by_source ON instruction (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

CREATE TRIGGER instruction_worded AFTER INSERT ON instruction WHEN NEW.said IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('instruction', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER instruction_reworded AFTER UPDATE ON instruction
WHEN NEW.said IS NOT OLD.said OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('instruction', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER instruction_unworded AFTER DELETE ON instruction BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('instruction', OLD.uuid) ON CONFLICT DO NOTHING;
END;

-- Small personal experiments: what was fixed before the first day, how the coins fell, and whether it was stopped.
CREATE TABLE experiment (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    tried TEXT NOT NULL CHECK (tried IN ('wind-down', 'morning-light', 'movement', 'own')),
    own TEXT,
    part TEXT NOT NULL CHECK (part IN ('morning', 'day', 'evening')),
    watched TEXT NOT NULL CHECK (watched IN ('morning-pain', 'evening-pain', 'asleep', 'efficiency', 'quality')),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 0 AND 65535),
    pace TEXT NOT NULL CHECK (pace IN ('every-day', 'two-or-three-days')),
    first_date TEXT NOT NULL CHECK (date(first_date) IS first_date),
    coins TEXT NOT NULL,
    stopped_on TEXT CHECK (date(stopped_on) IS stopped_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX experiment_by_date ON experiment (date) WHERE deleted_at IS NULL;

CREATE TRIGGER experiment_worded AFTER INSERT ON experiment WHEN NEW.own IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('experiment', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER experiment_reworded AFTER UPDATE ON experiment
WHEN NEW.own IS NOT OLD.own OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('experiment', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER experiment_unworded AFTER DELETE ON experiment BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('experiment', OLD.uuid) ON CONFLICT DO NOTHING;
END;

-- Whether it was done on a day; a day of which nothing was said has no row.
CREATE TABLE experiment_day (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    experiment TEXT NOT NULL REFERENCES experiment (uuid) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL CHECK (date(date) IS date),
    done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 1),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX experiment_day_by_date ON experiment_day (date) WHERE deleted_at IS NULL;
CREATE INDEX experiment_day_by_source ON experiment_day (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- One answer of the plan for a flare, written on a calm day.
CREATE TABLE flare_line (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    prompt TEXT NOT NULL CHECK (prompt IN ('words', 'helps', 'gentle', 'wait', 'people', 'clinician')),
    text TEXT NOT NULL,
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX flare_line_by_date ON flare_line (date) WHERE deleted_at IS NULL;
CREATE INDEX flare_line_by_source ON flare_line (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

CREATE TRIGGER flare_line_worded AFTER INSERT ON flare_line WHEN NEW.text IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('flare_line', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER flare_line_reworded AFTER UPDATE ON flare_line
WHEN NEW.text IS NOT OLD.text OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('flare_line', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER flare_line_unworded AFTER DELETE ON flare_line BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('flare_line', OLD.uuid) ON CONFLICT DO NOTHING;
END;

-- How a flare was at one instant, in one tap.
CREATE TABLE flare_note (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    date TEXT NOT NULL CHECK (date(date) IS date),
    at_utc INTEGER NOT NULL CHECK (at_utc BETWEEN -62167219200000 AND 253402300799999),
    at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -93599 AND 93599),
    at_zone TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('rough', 'same', 'easing')),
    source TEXT,
    source_key TEXT,
    entered_at INTEGER NOT NULL CHECK (entered_at BETWEEN -62167219200000 AND 253402300799999),
    recalled INTEGER NOT NULL CHECK (recalled BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX flare_note_by_date ON flare_note (date) WHERE deleted_at IS NULL;
CREATE INDEX flare_note_by_source ON flare_note (source, source_key) WHERE source_key IS NOT NULL AND deleted_at IS NULL;

-- A run of days can be a holiday from writing down, too.
CREATE TABLE span_anew (
    uuid TEXT NOT NULL PRIMARY KEY CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device_id INTEGER NOT NULL REFERENCES device (device_id),
    deleted_at INTEGER CHECK (deleted_at BETWEEN -62167219200000 AND 253402300799999),
    kind TEXT NOT NULL CHECK (kind IN ('flare', 'illness', 'journey', 'holiday')),
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date TEXT CHECK (date(to_date) IS to_date)
) STRICT, WITHOUT ROWID;
INSERT INTO span_anew (uuid, hlc, device_id, deleted_at, kind, from_date, to_date)
SELECT uuid, hlc, device_id, deleted_at, kind, from_date, to_date FROM span;
DROP TABLE span;
ALTER TABLE span_anew RENAME TO span;
CREATE INDEX span_by_date ON span (from_date) WHERE deleted_at IS NULL;
CREATE INDEX span_by_end ON span (to_date) WHERE deleted_at IS NULL;
